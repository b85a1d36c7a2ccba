"""The ruler to paint on: shows hours as rows of marks and stretches, takes strokes of the mouse and the keyboard."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from bonddiary.analysis.ruler import Lane
from bonddiary.domain import wording
from bonddiary.ui.overriding import override
from bonddiary.ui.pages.catch_up.ruler_access import announce_as_ruler
from bonddiary.ui.pages.catch_up.ruler_paint import RulerPainter, paint_ring
from bonddiary.ui.pages.catch_up.ruler_places import (
    EDGE,
    HOURS,
    STAFF,
    THIN,
    UPRIGHT_HOUR,
    UPRIGHT_HOURS,
    Places,
)
from bonddiary.ui.pages.catch_up.state import CatchUpState
from bonddiary.ui.theme.look import CAPTION
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.keyed import ENTER
from bonddiary.ui.widgets.plate import font_of

HOUR_STEPS = 12
ARROWS: dict[int, int] = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}
ALWAYS = (Lane.MOMENTS, Lane.CRYING, Lane.CALM, Lane.FEED, Lane.SLEEP, Lane.HELD)


class Ruler(QWidget):
    """Draws a state and forwards strokes; it decides nothing."""

    clicked = Signal(int)
    dragged = Signal(int, int)
    pointed = Signal(int)
    """The cursor is to go to a step."""
    menu_asked = Signal(int)
    """What was it at this step? Also where something is picked."""
    placed = Signal()
    """Enter: at the cursor."""
    cancelled = Signal()
    delete_asked = Signal()
    numbered = Signal(int)
    typed = Signal(str)
    """A letter: a line is begun."""

    def __init__(self, theme: Theme, state: CatchUpState) -> None:
        super().__init__()
        announce_as_ruler(Ruler.__name__)
        self._theme = theme
        self._state = state
        self._upright = False
        self._pressed: int | None = None
        self._under: int | None = None
        """The step under the pointer."""
        self.number_keys = True
        self._names = {
            Lane.MOMENTS: self.tr("Moments"),
            Lane.CRYING: self.tr("Crying"),
            Lane.CALM: self.tr("Calm"),
            Lane.FEED: self.tr("Feeds"),
            Lane.SLEEP: self.tr("Sleep"),
            Lane.HELD: self.tr("Held"),
            Lane.OTHER: self.tr("Other"),
        }
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def render_state(self, state: CatchUpState) -> None:
        """Shows another state."""
        resized = (state.hours, self._lanes(state)) != (self._state.hours, self._lanes(self._state))
        self._state = state
        self.setAccessibleName(f"{state.baby}: {state.title}" if state.baby else state.title)
        self.setAccessibleDescription(state.here)
        if resized:
            self.updateGeometry()
        self.update()

    def set_upright(self, upright: bool) -> None:
        """Hours down the page, for a narrow window."""
        if upright != self._upright:
            self._upright = upright
            self.updateGeometry()
            self.update()

    @property
    def places(self) -> Places:
        """Where everything stands now."""
        lanes, scale = self._lanes(self._state), self._theme.look.scale
        metrics = QFontMetricsF(font_of(self._theme.look, CAPTION))
        return Places(
            width=self.width(),
            height=self.height(),
            upright=self._upright,
            mirrored=self.isRightToLeft(),
            scale=scale,
            steps=self._state.hours.steps,
            names=max(metrics.horizontalAdvance(self._names[lane]) for lane in lanes) + 18 * scale,
            lanes=lanes,
            longest_hour=metrics.horizontalAdvance(wording.hour(0)),
        )

    @override
    def sizeHint(self) -> QSize:
        look, lanes = self._theme.look, self._lanes(self._state)
        if self._upright:
            hours = self._state.hours.steps / HOUR_STEPS
            high = hours * UPRIGHT_HOUR + HOURS + 8
            return QSize(look.px(UPRIGHT_HOURS + 22 * len(lanes)), look.px(high) + round(2 * EDGE))
        high = HOURS + sum(STAFF if lane is Lane.MOMENTS else THIN for lane in lanes)
        return QSize(look.px(480), look.px(high) + round(2 * EDGE))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        shift = Qt.KeyboardModifier.ShiftModifier
        if held & ~shift:
            super().keyPressEvent(event)
        elif key in ARROWS:
            back = self.isRightToLeft() and key in (Qt.Key.Key_Left, Qt.Key.Key_Right)
            by = ARROWS[key] * (-1 if back else 1) * (HOUR_STEPS if held & shift else 1)
            self.pointed.emit(self._state.cursor + by)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.pointed.emit(0 if key == Qt.Key.Key_Home else self._state.past)
        elif key in ENTER or key == Qt.Key.Key_Space:
            if not event.isAutoRepeat():
                self.placed.emit()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.delete_asked.emit()
        elif key == Qt.Key.Key_Escape and (self._state.anchor is not None or self._state.tool):
            self.cancelled.emit()
        elif not self._letters(event.text()):
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed = self._under = self.places.step(event.position())
            self.update()

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        step = self.places.step(QPointF(event.pos())) if by_mouse else self._state.cursor
        if step <= self._state.past:
            self.menu_asked.emit(step)

    @property
    def across(self) -> float:
        """The middle of the lanes: where a menu about a time opens."""
        return sum(self.places.across) / 2

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._under = self.places.step(event.position())
        self.update()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton or self._pressed is None:
            return
        start, end = self._pressed, self.places.step(event.position())
        self._pressed = None
        if start != end and self._lasting():
            self.dragged.emit(start, end)
        else:
            self.clicked.emit(start)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Its second click is the habit of a hand, not a second moment."""
        event.accept()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._under = None
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        drawn = RulerPainter(painter, self.places, self._theme.look, self._state, self._names)
        drawn.paint(self._preview(), self._under, focused=self.hasFocus())
        if self.hasFocus():
            paint_ring(painter, QRectF(self.rect()), self._theme.look)

    def _letters(self, text: str) -> bool:
        """A digit chooses, a letter begins a line; says whether it was one of them."""
        if text.isdigit() and text.isascii() and self.number_keys:
            self.numbered.emit(int(text) or 10)
        elif text.isalpha() or (text.isdigit() and text.isascii()):
            self.typed.emit(text)
        else:
            return False
        return True

    def _preview(self) -> tuple[float, float] | None:
        if not self._lasting():
            return None
        past, under = self._state.past, self._under
        if self._pressed is not None and under is not None and under != self._pressed:
            return min(self._pressed, past), min(under, past)
        if self._state.anchor is None:
            return None
        return self._state.anchor, self._state.cursor if under is None else min(under, past)

    def _lasting(self) -> bool:
        tool = self._state.chosen
        return tool is not None and tool.lasting

    @staticmethod
    def _lanes(state: CatchUpState) -> tuple[Lane, ...]:
        others = any(piece.lane is Lane.OTHER for piece in state.ruled.pieces)
        return (*ALWAYS, Lane.OTHER) if others else ALWAYS
