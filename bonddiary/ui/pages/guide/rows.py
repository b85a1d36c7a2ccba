"""The guide's pages, or what a search found in them, under each other. Tab stops at one; arrows walk the others."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from bonddiary.ui.overriding import override
from bonddiary.ui.pages.guide.state import GuideRow
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.focus import bring_into_view
from bonddiary.ui.widgets.keyed import KeyedButton
from bonddiary.ui.widgets.layout import column
from bonddiary.ui.widgets.press import font_of

SIDE, SPACE, LEAST = 12, 8, 38
SMALL = 14
"""The type size of the sentence found."""
STEPS: dict[int, int] = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_WRAP = Qt.TextFlag.TextWordWrap


class RowButton(KeyedButton):
    """A title, and the sentence found under it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.row = GuideRow("", "")
        self.shown_now = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._fit)

    def show_row(self, row: GuideRow, *, now: bool, said: str) -> None:
        """Shows another row; `now`: its page is the one that is read, which `said` says."""
        self.row, self.shown_now = row, now
        self.setText(row.title)
        self.setAccessibleName(row.spoken)
        self.setAccessibleDescription(said if now else "")
        self._fit()
        self.update()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        room = max(1, width - 2 * self._theme.look.px(SIDE))
        title, about = self._heights(room)
        return max(self._theme.look.px(LEAST), title + about + 2 * self._theme.look.px(SPACE))

    @override
    def sizeHint(self) -> QSize:
        width = self.width() or self._theme.look.px(240)
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.heightForWidth(max(60, self.width())))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._theme.look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        side, space = look.px(SIDE), look.px(SPACE)
        inside = self.rect().adjusted(side, space, -side, -space)
        title, about = self._heights(inside.width())
        top = inside.y() + max(0, (inside.height() - title - about) // 2)
        across = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        flags = int((across | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignAbsolute).value) | int(
            _WRAP.value
        )
        painter.setFont(self._title_font())
        painter.setPen(QColor(look.tokens.text))
        painter.drawText(QRect(inside.x(), top, inside.width(), title), flags, self.row.title)
        if about:
            painter.setFont(font_of(look, SMALL))
            painter.setPen(QColor(look.tokens.text_2))
            painter.drawText(QRect(inside.x(), top + title, inside.width(), about), flags, self.row.about)

    def _paint_ground(self, painter: QPainter) -> None:
        tokens, contrast = self._theme.look.tokens, self._theme.look.high_contrast
        body = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        if self.shown_now or self.underMouse() or self.isDown():
            edged = self.shown_now and contrast
            painter.setPen(QPen(QColor(tokens.edge), 2) if edged else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.primary_tint))
            painter.drawRoundedRect(body, 8, 8)
        if self.shown_now:  # a bar as well: not told by colour alone
            left = body.right() - 4 if self.isRightToLeft() else body.x()
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.primary))
            painter.drawRoundedRect(QRectF(left, body.y() + 7, 4, body.height() - 14), 2, 2)
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(body, 8, 8)

    def _heights(self, room: int) -> tuple[int, int]:
        inside = QRect(0, 0, room, 10_000)
        title = QFontMetrics(self._title_font()).boundingRect(inside, _WRAP, self.row.title).height()
        if not self.row.about:
            return title, 0
        metrics = QFontMetrics(font_of(self._theme.look, SMALL))
        return title, metrics.boundingRect(inside, _WRAP, self.row.about).height()

    def _title_font(self) -> QFont:
        bold = self.shown_now or bool(self.row.about)
        return font_of(self._theme.look, weight=QFont.Weight.DemiBold if bold else QFont.Weight.Normal)

    def _fit(self) -> None:
        self.setMinimumHeight(self.heightForWidth(max(60, self.width())))
        self.updateGeometry()


class Rows(QWidget):
    """Keeps its buttons: other words are quick to show."""

    taken = Signal(object)
    """A GuideRow was pressed."""
    grown = Signal()
    """It has more buttons than before."""
    left_upwards = Signal()
    """Up was pressed on the first one."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Pages of the guide"))
        self._theme = theme
        self._buttons: list[RowButton] = []
        self._column = column(gap=0)
        self.setLayout(self._column)

    def show_rows(self, rows: Sequence[GuideRow], now: str) -> None:
        """Shows these; `now` is the key of the page that is read."""
        if len(self._buttons) < len(rows):
            while len(self._buttons) < len(rows):
                self._add()
            self.grown.emit()
        for place, button in enumerate(self._buttons):
            button.setVisible(place < len(rows))
            if place < len(rows):
                here = rows[place].page == now and not rows[place].about
                button.show_row(rows[place], now=here, said=self.tr("This page is shown"))
        self._stop_at(next((each for each in self.shown if each.shown_now), None))

    @property
    def stops(self) -> list[RowButton]:
        """What Tab may stop at, in order."""
        return self._buttons

    @property
    def shown(self) -> list[RowButton]:
        """The rows there are."""
        return [each for each in self._buttons if not each.isHidden()]

    def take_focus(self) -> None:
        """The keyboard goes to the page that is read, or to the first row."""
        shown = self.shown
        chosen = next((each for each in shown if each.shown_now), shown[0] if shown else None)
        if chosen is not None:
            self._go_to(chosen)

    def _add(self) -> None:
        button = RowButton(self._theme)
        button.clicked.connect(lambda: self.taken.emit(button.row))
        button.on_key = self._on_key
        self._buttons.append(button)
        self._column.addWidget(button)

    def _on_key(self, button: QWidget, event: QKeyEvent) -> bool:
        shown = self.shown
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(shown) - 1}
        here = next((place for place, each in enumerate(shown) if each is button), 0)
        to = ends.get(Qt.Key(event.key()), here + STEPS.get(event.key(), 0))
        if to == here and event.key() not in ends:
            return False
        if to < 0:
            self.left_upwards.emit()
        elif to < len(shown):
            self._go_to(shown[to])
        return True

    def _go_to(self, button: RowButton) -> None:
        self._stop_at(button)
        button.setFocus(Qt.FocusReason.TabFocusReason)
        bring_into_view(button)

    def _stop_at(self, button: RowButton | None) -> None:
        """Tab stops there alone."""
        stop = button or (self.shown[0] if self.shown else None)
        for each in self._buttons:
            each.setFocusPolicy(Qt.FocusPolicy.StrongFocus if each is stop else Qt.FocusPolicy.ClickFocus)
