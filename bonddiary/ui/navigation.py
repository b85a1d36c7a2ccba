"""The way between places: a labelled sidebar, a narrow rail, or a bar at the foot of a small window."""

from functools import partial

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QPushButton, QSizePolicy

from bonddiary.ui.overriding import override
from bonddiary.ui.pages.page import Place, Width
from bonddiary.ui.theme.icons import pixmap
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.keyed import ENTER
from bonddiary.ui.widgets.layout import UNBOUND
from bonddiary.ui.widgets.press import font_of

SIDEBAR, RAIL, BAR = 184, 84, 60
BESIDE, END = (24, 18, 12), 8
"""A drawing's size, the room before it and after it; the room after the name."""
BAR_AIR = 8
"""Around a name in a crowded bar."""
RAIL_SIDE = 10
"""On both sides of a name in the rail: the edge, the tab of the place shown, a little air."""
ARROWS: dict[int, int] = {Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1}
BAR_PLACES = (Place.LOG, Place.TIMELINE, Place.PATTERNS, Place.TIPS)
UTILITIES = (Place.REPORT, Place.HELP, Place.SETTINGS)
WITHIN = {
    Place.ABOUT: Place.HELP,
    Place.CATCH_UP: Place.LOG,
    Place.VISITS: Place.REPORT,
    Place.PHRASEBOOK: Place.PATTERNS,
    Place.GUIDE: Place.HELP,
}
"""Places without a button of their own, and the place whose button is marked meanwhile."""


class NavButton(QPushButton):
    """A place to go to."""

    stepped = Signal(int)
    """An arrow: 1 to the next place, -1 back."""

    def __init__(self, theme: Theme, drawing: str, text: str) -> None:
        super().__init__(text)
        self._theme = theme
        self._drawing = drawing
        self.width_class = Width.WIDE
        self.shrunk = 1.0
        """How much smaller than the text size its name is written."""
        self.crowded = False
        self.leads_here = False
        """The place shown is one of those behind this button."""
        self.setCheckable(True)
        self.setAutoExclusive(True)  # one place at a time: a radio button to screen readers
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        look = self._theme.look
        if self.width_class is Width.WIDE:
            return QSize(look.px(SIDEBAR - 16), look.px(46))
        return QSize(look.px(60), look.px(54))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(44, self.sizeHint().height())

    @property
    def on(self) -> bool:
        """Whether it is marked as where the parent is."""
        return self.isChecked() or self.leads_here

    def name_font(self) -> QFont:
        """How the name is written: heavier where the parent is, unless the bar is crowded."""
        strong = self.on and not self.crowded
        weight = QFont.Weight.DemiBold if strong else QFont.Weight.Normal
        if self.width_class is Width.WIDE:
            return font_of(self._theme.look, weight=weight)
        font = font_of(self._theme.look, 13, weight)
        font.setPixelSize(int(font.pixelSize() * self.shrunk))
        return font

    def name_width(self) -> int:
        """What the name takes, with the drawing beside it in the sidebar."""
        name = QFontMetrics(self.name_font()).horizontalAdvance(self.text())
        beside = sum(map(self._theme.look.px, BESIDE)) + END
        return name + (beside if self.width_class is Width.WIDE else 0)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk along the places without opening them: left to Qt, each would open as it is passed."""
        step = ARROWS.get(event.key())
        if step is not None:
            across = event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right)
            self.stepped.emit(-step if across and self.isRightToLeft() else step)
        elif event.key() in ENTER and not event.isAutoRepeat():
            self.click()
        elif event.key() not in ENTER:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self._theme.look.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.on or self.underMouse():
            painter.setBrush(QColor(tokens.primary_tint))
            painter.drawRoundedRect(body, 8, 8)
        if self.on:
            painter.setBrush(QColor(tokens.primary))
            painter.drawRoundedRect(self._tab(body), 2, 2)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.focus), 3))
            painter.drawRoundedRect(body, 8, 8)
        colour = tokens.primary if self.on else tokens.text
        if self.width_class is Width.WIDE:
            self._paint_beside(painter, colour)
        else:
            self._paint_above(painter, colour)

    def _tab(self, body: QRectF) -> QRectF:
        if self.width_class is Width.NARROW:
            return QRectF(body.center().x() - 14, body.y(), 28, 4)
        if self.width_class is Width.MEDIUM:  # names take nearly all of the rail
            return QRectF(
                self.width() - 3 if self.isRightToLeft() else 0, body.y() + 6, 3, body.height() - 12
            )
        return QRectF(
            body.right() - 4 if self.isRightToLeft() else body.x(), body.y() + 6, 4, body.height() - 12
        )

    def _paint_beside(self, painter: QPainter, colour: str) -> None:
        look = self._theme.look
        size, side, gap = (look.px(length) for length in BESIDE)
        rtl = self.isRightToLeft()
        left = self.width() - side - size if rtl else side
        painter.drawPixmap(
            QPoint(left, (self.height() - size) // 2),
            pixmap(self._drawing, colour, size, self.devicePixelRatioF()),
        )
        painter.setFont(self.name_font())
        painter.setPen(QColor(look.tokens.text))
        away = side + size + gap
        words = self.rect().adjusted(END, 0, -away, 0) if rtl else self.rect().adjusted(away, 0, -END, 0)
        across = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        painter.drawText(words, across | Qt.AlignmentFlag.AlignVCenter, self.text())

    def _paint_above(self, painter: QPainter, colour: str) -> None:
        look = self._theme.look
        size = look.px(22)
        font = self.name_font()
        height = QFontMetrics(font).height()
        top = (self.height() - size - height - 2) // 2
        at = QPoint((self.width() - size) // 2, top)
        painter.drawPixmap(at, pixmap(self._drawing, colour, size, self.devicePixelRatioF()))
        painter.setFont(font)
        painter.setPen(QColor(look.tokens.text))
        painter.drawText(
            QRect(0, top + size + 2, self.width(), height), Qt.AlignmentFlag.AlignCenter, self.text()
        )


class Navigation(QFrame):
    """All places, help and settings apart; on a narrow window those two are under More."""

    asked = Signal(str)
    """A Place's value."""

    def __init__(self, theme: Theme, names: dict[Place, str]) -> None:
        super().__init__()
        self.setProperty("kind", "nav")
        self.setAccessibleName(self.tr("Places"))
        self._theme = theme
        self._names = names
        self._buttons = {place: self._button(place) for place in Place if place not in WITHIN}
        self._more = NavButton(theme, "more", self.tr("More"))
        self._more.setParent(self)
        self._more.setAutoExclusive(False)
        self._more.setCheckable(False)
        self._more.clicked.connect(self._open_more)
        self._marking = False
        self._asked_by_toggle: Place | None = None
        self._layout = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._layout.setSpacing(2)
        self.set_width(Width.WIDE)
        theme.changed.connect(lambda: self.set_width(self._width))

    def show_place(self, place: Place) -> None:
        """Marks where the parent is."""
        place = WITHIN.get(place, place)
        self._marking = True
        for each, button in self._buttons.items():
            button.setChecked(each is place)
            # Tab stops where the parent is; left to Qt, where the keyboard was last
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if each is place else Qt.FocusPolicy.ClickFocus)
        self._marking = False
        self._more.leads_here = place in UTILITIES
        here = self.tr("{0} is shown").format(self._names[place]) if self._more.leads_here else ""
        self._more.setAccessibleDescription(here)
        self._more.update()

    def first(self) -> NavButton:
        """The button that is on; the one it is behind in a narrow window."""
        on = next((each for each in self._buttons.values() if each.isChecked()), self._buttons[Place.LOG])
        return self._more if on.isHidden() and self._more.leads_here else on

    def set_width(self, width: Width) -> None:
        """Arranges the buttons for a layout class."""
        self._width = width
        narrow, look = width is Width.NARROW, self._theme.look
        while (item := self._layout.takeAt(0)) is not None:
            del item
        self._layout.setDirection(
            QBoxLayout.Direction.LeftToRight if narrow else QBoxLayout.Direction.TopToBottom
        )
        self._layout.setContentsMargins(
            *((4, 2, 4, 2) if narrow else (8, 12, 8, 12) if width is Width.WIDE else (5, 12, 5, 12))
        )
        for place, button in self._buttons.items():
            if place is Place.HELP and not narrow:
                self._layout.addStretch()
            button.width_class = width
            button.setVisible(not narrow or place in BAR_PLACES)
            self._layout.addWidget(button)
            button.updateGeometry()
        self._more.width_class = width
        self._more.setVisible(narrow)
        self._layout.addWidget(self._more)
        self._share_bar()
        self._fix_size(look.px(BAR) if narrow else self._across(width), narrow)

    def _across(self, width: Width) -> int:
        """As wide as its names, in the weight of the place shown, which is the wider one."""
        look = self._theme.look
        if width is Width.WIDE:
            return look.px(SIDEBAR)
        metrics = QFontMetrics(font_of(look, 13, QFont.Weight.DemiBold))
        longest = max(metrics.horizontalAdvance(self._names[place]) for place in self._buttons)
        return max(look.px(RAIL), longest + 2 * RAIL_SIDE)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_bar()

    def _share_bar(self) -> None:
        """In the bar all names have one size. Where equal shares are too small for them, longer names have more."""
        narrow = self._width is Width.NARROW
        buttons = [*(self._buttons[place] for place in BAR_PLACES), self._more]
        names = [button.text() for button in buttons]
        bold = QFontMetrics(font_of(self._theme.look, 13, QFont.Weight.DemiBold))
        room = self.width() - 8 - 2 * (len(buttons) - 1)
        equal = not narrow or max(map(bold.horizontalAdvance, names)) + 2 <= room // len(buttons)
        measure = QFontMetrics(font_of(self._theme.look, 13)).horizontalAdvance
        free = room - BAR_AIR * len(buttons)
        shrunk = 1.0 if equal else max(0.1, min(1.0, free / sum(map(measure, names))))
        for button, name in zip(buttons, names, strict=True):
            share = 0 if equal else int(measure(name) * shrunk) + BAR_AIR
            self._layout.setStretchFactor(button, share)
            button.shrunk, button.crowded = shrunk, not equal
            button.update()

    def _fix_size(self, size: int, narrow: bool) -> None:
        self.setMinimumSize(0, 0)
        self.setMaximumSize(UNBOUND, UNBOUND)
        if narrow:
            self.setFixedHeight(size)
        else:
            self.setFixedWidth(size)

    def _button(self, place: Place) -> NavButton:
        button = NavButton(self._theme, f"nav-{place.value}", self._names[place])
        button.setParent(self)  # shown without a parent it would be a window of its own
        button.stepped.connect(lambda step: self._step_from(button, step))
        button.toggled.connect(lambda on: self._ask_once(place, on, toggled=True))
        button.clicked.connect(lambda: self._ask_once(place, True, toggled=False))
        return button

    def _step_from(self, button: NavButton, step: int) -> None:
        shown = [each for each in (*self._buttons.values(), self._more) if not each.isHidden()]
        shown[(shown.index(button) + step) % len(shown)].setFocus(Qt.FocusReason.TabFocusReason)

    def _ask_once(self, place: Place, on: bool, *, toggled: bool) -> None:
        """A screen reader toggles where others click; a click on another place does both."""
        if not on or self._marking:
            return
        done, self._asked_by_toggle = self._asked_by_toggle is place, place if toggled else None
        if toggled:  # the click that belongs to it comes at once, or never
            QTimer.singleShot(0, self, self._forget_toggle)
        if toggled or not done:
            self.asked.emit(place.value)

    def _forget_toggle(self) -> None:
        self._asked_by_toggle = None

    def _open_more(self) -> None:
        from PySide6.QtWidgets import QMenu

        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for place in UTILITIES:
            menu.addAction(self._names[place]).triggered.connect(partial(self.asked.emit, place.value))
        menu.popup(self._more.mapToGlobal(QPoint(0, -menu.sizeHint().height())))
