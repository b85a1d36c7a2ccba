"""Which days are shown: how many, and steps to earlier and later ones."""

from PySide6.QtCore import QPoint, QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QLabel, QPushButton, QSizePolicy, QWidget

from bonddiary.domain import wording
from bonddiary.ui.overriding import override
from bonddiary.ui.pages.patterns.custom_days import CustomDays
from bonddiary.ui.pages.patterns.spans import MOST_DAYS, Span, Window
from bonddiary.ui.pages.patterns.state import PatternsState
from bonddiary.ui.theme.icons import pixmap
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.announce import announce
from bonddiary.ui.widgets.flow import FlowLayout, holding
from bonddiary.ui.widgets.focus import bring_into_view, read_in_order
from bonddiary.ui.widgets.layout import UNBOUND, column, label, row
from bonddiary.ui.widgets.press import GAP, RING, TARGET, PushChip, RadioChip, paint_plate

EDGE = RING + GAP
"""How far a button's body lies inside its widget: words above and below start there too."""


class StepButton(QPushButton):
    """A round button with an arrow; faint where there is nowhere to go, so that its neighbours never move."""

    def __init__(self, theme: Theme, forward: bool, name: str, tip: str) -> None:
        super().__init__()
        self._theme = theme
        self._forward = forward
        self.setAccessibleName(name)
        self.setToolTip(tip)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        side = max(self._theme.look.px(34) + 2 * EDGE, TARGET)
        return QSize(side, side)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look, tokens = self._theme.look, self._theme.look.tokens
        if look.high_contrast and not self.isEnabled():
            return  # there is no fainter ink to draw it in
        painter = QPainter(self)
        on, lit = self.isEnabled(), self.isEnabled() and self.underMouse()
        fill = tokens.primary if self.isDown() else tokens.primary_tint if lit else tokens.card
        paint_plate(
            painter, self, look, fill, tokens.edge if on else tokens.hairline, self.height() / 2 - EDGE
        )
        size = look.px(20)
        drawing = "forward" if self._forward != self.isRightToLeft() else "back"
        ink = tokens.on_primary if self.isDown() else tokens.text if on else tokens.hairline
        at = self.rect().center() - QPoint(size // 2 - 1, size // 2 - 1)
        painter.drawPixmap(at, pixmap(drawing, ink, size, self.devicePixelRatioF()))


class DaysShown(QLabel):
    """The days shown, in line with the arrows beside them; in several lines where one doesn't hold them."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("kind", "strong")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setContentsMargins(EDGE, 0, 0, 0)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + EDGE + 2, self._least())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self._least())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setMinimumHeight(max(self._least(), self.heightForWidth(self.width())))

    def _least(self) -> int:
        return max(self._theme.look.px(34) + 2 * EDGE, TARGET)


class ChipRows(QWidget):
    """Chips in as many rows as they take; a page short of height never cuts the last one."""

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setMinimumHeight(self.heightForWidth(self.width()))


class PeriodBar(QWidget):
    """Chips for the length, arrows around the days shown, and a word where those need one."""

    span_chosen = Signal(str)
    """A Span's value."""
    earlier_asked = Signal()
    later_asked = Signal()
    latest_asked = Signal()
    days_asked = Signal(str, str)
    """The first and the last day, as typed."""
    arranged = Signal()
    """Something to stop at has come in."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.chips = ChipRows()
        self.chips.setAccessibleName(self.tr("How much is shown"))
        words = (
            self.tr("1 week"),
            self.tr("2 weeks"),
            self.tr("4 weeks"),
            self.tr("All"),
            self.tr("Custom"),
        )
        self._spans = {span: RadioChip(theme, text) for span, text in zip(Span, words, strict=True)}
        group, flow = QButtonGroup(self), FlowLayout(self.chips, gap=2)
        for span, chip in self._spans.items():
            group.addButton(chip)
            # screen readers toggle where others click
            chip.toggled.connect(lambda on, span=span: self._choose(span) if on else None)
            flow.addWidget(chip)
        self._earlier = StepButton(theme, False, self.tr("Earlier"), self.tr("The days before"))
        self._later = StepButton(theme, True, self.tr("Later"), self.tr("The days after"))
        self._latest = PushChip(theme, self.tr("Latest"))
        self._period = DaysShown(theme)
        self._notice = label(kind="quiet", wrap=True)
        self._earlier.clicked.connect(self.earlier_asked)
        self._later.clicked.connect(self.later_asked)
        self._latest.clicked.connect(self.latest_asked)
        steps = FlowLayout(gap=2)
        arrows = QWidget()
        arrows.setLayout(row(self._earlier, self._later, gap=2))
        for each in (arrows, self._period, self._latest):
            steps.addWidget(each)
        self._custom: CustomDays | None = None
        notice = column(self._notice, margins=(EDGE, 0, 0, 0))
        self._column = column(holding(steps), notice, gap=0)
        self.setLayout(self._column)
        for arrow in (self._earlier, self._later):
            arrow.setEnabled(False)
        self.set_narrow(False)
        self._latest.hide()
        theme.changed.connect(lambda: self.set_narrow(self._narrow))

    def _choose(self, span: Span) -> None:
        chip = self._spans[span]
        QTimer.singleShot(
            0, chip, lambda: bring_into_view(chip) if chip.hasFocus() else None
        )  # arrows move it later
        self.span_chosen.emit(span.value)

    def render_state(self, state: PatternsState) -> None:
        """Shows which days they are."""
        shown = state.window
        with QSignalBlocker(self._spans[state.span]):
            self._spans[state.span].setChecked(True)
        self._show_custom(state)
        if shown is None:
            return
        words = wording.period(shown.period)
        if self._period.text() not in ("", words):
            announce(self, words)
        self._period.setText(words)
        self._keep_focus(shown)
        self._earlier.setEnabled(shown.earlier)
        self._later.setEnabled(shown.later)
        self._latest.setVisible(shown.later)
        notice = self._notice_words(state, shown)
        self._notice.setText(notice)
        self._notice.setVisible(bool(notice))

    def _show_custom(self, state: PatternsState) -> None:
        """Fields for the days that the parent names, made when they are first asked for."""
        named = state.span is Span.CUSTOM
        if self._custom is None and named:
            self._custom = CustomDays(self._theme)
            self._custom.days_asked.connect(self.days_asked)
            self._custom.set_narrow(self._narrow)
            self._column.insertWidget(0, self._custom)
            read_in_order(self)
            self.arranged.emit()
        if self._custom is not None:
            self._custom.setVisible(named)
            self._custom.show_days(state.custom, state.unread)

    def _keep_focus(self, shown: Window) -> None:
        """The keyboard never stays on an arrow that is about to be of no use."""
        if self._earlier.hasFocus() and not shown.earlier:
            self._later.setEnabled(True)
            self._later.setFocus()
        elif (self._later.hasFocus() or self._latest.hasFocus()) and not shown.later:
            self._earlier.setEnabled(True)
            self._earlier.setFocus()

    def _notice_words(self, state: PatternsState, shown: Window) -> str:
        if shown.in_parts:
            words = self.tr("Your entries cover {0} days. {1} fit on one page; the arrows show the others.")
            return words.format(f"{state.all_days:,}", MOST_DAYS)
        if shown.behind and not shown.later:
            words = self.tr("Nothing is lost. Your newest entries are from {0}, so those days are shown.")
            return words.format(wording.day(shown.period.last))
        return ""

    def stops(self) -> list[QWidget]:
        """What Tab stops at, in reading order."""
        named = self._custom.stops() if self._custom is not None else []
        return [*self._spans.values(), *named, self._earlier, self._later, self._latest]

    def take_focus(self) -> None:
        """Gives the keyboard to the chip that is on."""
        next(chip for chip in self._spans.values() if chip.isChecked()).setFocus()

    def set_narrow(self, narrow: bool) -> None:
        """Beside the title the chips stand in one row; below it they go on in the next."""
        self._narrow = narrow
        if self._custom is not None:
            self._custom.set_narrow(narrow)
        wide = sum(chip.sizeHint().width() + 2 for chip in self._spans.values())
        self.chips.setMinimumWidth(0 if narrow else wide)
        self.chips.setMaximumWidth(UNBOUND if narrow else wide)
