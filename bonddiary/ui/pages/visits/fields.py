"""Fields that grow with what is typed, and say under themselves how far it is kept."""

from collections.abc import Mapping

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFont, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QSizePolicy, QWidget

from bonddiary.ui.overriding import override
from bonddiary.ui.pages.visits.state import Status, Told
from bonddiary.ui.theme.look import BODY, SECTION
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.announce import announce
from bonddiary.ui.widgets.keyed import ENTER
from bonddiary.ui.widgets.layout import column, label, row
from bonddiary.ui.widgets.press import font_of

REST = 500
"""Milliseconds after the last key until what is half typed is kept."""


class GrowingText(QPlainTextEdit):
    """As high as its text. Tab goes on to the next control; `one_line`: so does Enter, and there are no line breaks."""

    left = Signal()
    sent = Signal()
    """Enter, where there are no line breaks."""
    moved = Signal(int)
    """Alt with an arrow: -1 up, 1 down."""

    def __init__(self, theme: Theme, *, lines: int = 1, one_line: bool = False, large: bool = False) -> None:
        super().__init__()
        self._theme = theme
        self._lines = lines
        self._one_line = one_line
        self._large = large
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(self.wordWrapMode().WrapAtWordBoundaryOrAnywhere)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(80)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._fit())
        theme.changed.connect(self._dress)
        self._dress()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(80, super().minimumSizeHint().height())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        arrows = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in arrows:
            self.moved.emit(arrows[Qt.Key(event.key())])
        elif self._one_line and event.key() in ENTER:
            if not event.isAutoRepeat():
                self.sent.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()  # the page steps back
        else:
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:  # a menu to paste from: it isn't left
            self.left.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _dress(self) -> None:
        size = self._theme.look.type(SECTION if self._large else BODY)
        self.setStyleSheet(f"QPlainTextEdit {{ font-size: {size}px; }}" if self._large else "")
        self._fit()

    def _fit(self) -> None:
        around = 2 * self._theme.look.px(6) + 2 * round(self.document().documentMargin()) + 4
        lines = max(self._lines, round(self.document().size().height()))
        high = max(lines * self.fontMetrics().lineSpacing(), self._hint_height()) + around
        if self.minimumHeight() != high:
            self.setFixedHeight(high)
            QTimer.singleShot(
                0, self, self.updateGeometry
            )  # once more, where this is within a layout’s own work

    def _hint_height(self) -> int:
        """Words that ask for something to type are read whole, too."""
        if not self.document().isEmpty():
            return 0
        inside = self.viewport().width() - 2 * round(self.document().documentMargin())
        room = QRect(0, 0, max(1, inside), 10_000)
        wrap = Qt.TextFlag.TextWordWrap
        return self.fontMetrics().boundingRect(room, wrap, self.placeholderText()).height()


class KeptField(QWidget):
    """What is typed is kept when the keys rest and saved when the field is left; under it stands which."""

    typed = Signal(str, str)
    """The field's key, and the text, when the keys rest."""
    left = Signal(str, str)
    """The field's key, and the text that is to be saved."""

    def __init__(
        self, theme: Theme, name: str, *, lines: int = 2, one_line: bool = False, large: bool = False
    ) -> None:
        """Where it is for one line, what is said of it stands wherever its owner puts `told`."""
        super().__init__()
        self._theme = theme
        self.key = ""
        self._shown = ""
        self._problem = ""
        self.text = GrowingText(theme, lines=lines, one_line=one_line, large=large)
        self.text.setAccessibleName(name)
        self.told = label("", "caption", wrap=True)
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self._keep)
        self.text.textChanged.connect(self._start)
        self.text.left.connect(self.finish)
        self.setLayout(column(self.text, *(() if one_line else (self.told,)), gap=1))
        policy = self.told.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # nothing moves while somebody types
        self.told.setSizePolicy(policy)
        self.told.hide()

    @property
    def words(self) -> str:
        """What stands in it."""
        return self.text.toPlainText()

    def finish(self) -> None:
        """What stands there is to be saved, where it isn't."""
        self._rest.stop()
        if self.key and (self.words != self._shown or self._problem):
            self._shown = self.words
            self.left.emit(self.key, self.words)

    def clear(self) -> None:
        """What stood in it is somewhere else now."""
        self._rest.stop()
        self._set("")

    def show_field(self, key: str, saved: str, typed: Mapping[str, str], told: Mapping[str, Told]) -> None:
        """Shows what is saved, or what is half typed; what is being typed stays."""
        words = typed.get(key, saved)
        busy = key == self.key and self.text.hasFocus() and self.words != self._shown
        self.key = key
        if not busy:
            self._set(words)
        self._tell(told.get(key, Told()))

    def _set(self, words: str) -> None:
        self._shown = words
        if words != self.words:
            self._rest.stop()
            self.text.blockSignals(True)
            self.text.setPlainText(words)
            self.text.blockSignals(False)

    def _tell(self, told: Told) -> None:
        states = {Status.STILL: "", Status.KEPT: self.tr("Kept as you type"), Status.SAVED: self.tr("Saved")}
        words = told.problem or states[told.status]
        kind = "problem" if told.problem else "caption"
        if self.told.property("kind") != kind:
            self.told.setProperty("kind", kind)
            self.told.style().unpolish(self.told)
            self.told.style().polish(self.told)
        self.told.setText(words)
        self.told.setVisible(bool(words))
        self.text.setAccessibleDescription(words)
        if told.problem and told.problem != self._problem:
            announce(self, told.problem, urgent=True)
        self._problem = told.problem

    def _start(self) -> None:
        self._rest.start()

    def _keep(self) -> None:
        if self.key and self.words != self._shown:
            self.typed.emit(self.key, self.words)


class Number(QWidget):
    """A question's place, in a circle; screen readers hear it with the question."""

    SIZE = 30

    def __init__(self, theme: Theme, high: int = SIZE) -> None:
        """`high`: the height of what stands beside it, in units of the text size; it is in the middle of that."""
        super().__init__()
        self._theme = theme
        self._high = high
        self._number = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_number(self, number: int) -> None:
        """Counted from 1."""
        self._number = number
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.look.px(self.SIZE), self._theme.look.px(self._high))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._theme.look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(look.tokens.edge), 2 if look.high_contrast else 1))
        painter.setBrush(QColor(look.tokens.primary_tint))
        side = look.px(self.SIZE) - 2
        painter.drawEllipse(QRectF(1, (self.height() - side) / 2, side, side))
        painter.setFont(font_of(look, BODY, QFont.Weight.DemiBold))
        painter.setPen(QColor(look.tokens.text))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, str(self._number))


def bounded(part: QWidget) -> QHBoxLayout:
    """A part that has a greatest width, at the start of its row: in a column, heights would be asked at the whole width."""
    across = row(part, 1)
    across.setStretchFactor(part, 1000)
    return across
