"""A field for what nobody else is to read: dots, Show and Hide, a word about Caps Lock where the keys tell."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QSizePolicy, QWidget

from bonddiary.ui.overriding import override
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.announce import announce
from bonddiary.ui.widgets.layout import button, column, label, row

PRIVATE = (
    Qt.InputMethodHint.ImhSensitiveData
    | Qt.InputMethodHint.ImhNoPredictiveText
    | Qt.InputMethodHint.ImhNoAutoUppercase
)
BESIDE = 11
"""Width in heights of a line from which the button stands beside the line, else below it."""


class SecretLine(QLineEdit):
    """Dots. A screen reader is told that it is a password field, and never what is in it."""

    caps_told = Signal(bool)
    """The keys have shown whether Caps Lock is on."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setInputMethodHints(PRIVATE)
        self.setMaxLength(1024)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """No system tells Qt of Caps Lock: a capital without Shift, or a small letter with it, does."""
        typed = event.text()
        if event.key() == Qt.Key.Key_CapsLock:
            self.caps_told.emit(False)
        elif len(typed) == 1 and typed.lower() != typed.upper():
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.caps_told.emit(typed.isupper() != shifted)
        super().keyPressEvent(event)


class PassphraseField(QWidget):
    """The line with its name above it, its button beside it, and the hint below."""

    entered = Signal()
    edited = Signal()

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._name = label(name, "label", wrap=True)
        self.line = SecretLine(name)
        self.line.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._name.setBuddy(self.line)
        self.eye = button(self.tr("Show"), "small")
        self.eye.setAccessibleDescription(self.tr("Shows what is typed, as letters"))
        self._caps = label(self.tr("Caps Lock is on."), "caption", wrap=True)
        self._caps.hide()
        self._row = row(self.line, self.eye, gap=8)
        self.setLayout(column(self._name, self._row, self._caps, gap=4))
        self.eye.clicked.connect(
            lambda: self.show_letters(self.line.echoMode() is not QLineEdit.EchoMode.Normal)
        )
        self.line.caps_told.connect(self._say_caps)
        self.line.returnPressed.connect(self.entered)
        self.line.textEdited.connect(lambda _text: self.edited.emit())
        self.setFocusProxy(self.line)

    @override
    def minimumSizeHint(self) -> QSize:
        """As narrow as the wider of line and button, which stand below each other then."""
        hint = super().minimumSizeHint()
        widest = max(part.minimumSizeHint().width() for part in (self._name, self.line, self.eye))
        return QSize(min(hint.width(), widest), hint.height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= BESIDE * self.fontMetrics().height()
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.LeftToRight if beside else ways.TopToBottom)

    def text(self) -> str:
        """What is typed."""
        return self.line.text()

    def call(self, name: str) -> None:
        """Gives the field another name."""
        self._name.setText(name)
        self.line.setAccessibleName(name)

    def show_letters(self, shown: bool) -> None:
        """Letters, or dots."""
        self.line.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self.eye.setText(self.tr("Hide") if shown else self.tr("Show"))
        self.eye.setAccessibleDescription(
            self.tr("Shows dots in place of what is typed")
            if shown
            else self.tr("Shows what is typed, as letters")
        )

    def forget(self) -> None:
        """Empties it, and with it what could be taken back by Undo."""
        self.line.setText("")
        self.show_letters(False)
        self._caps.hide()

    def again(self) -> None:
        """Ready to be typed once more: the next letter takes the place of all of it."""
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.line.selectAll()

    def _say_caps(self, on: bool) -> None:
        if on and self._caps.isHidden():
            announce(self.line, self._caps.text())
        self._caps.setVisible(on)
