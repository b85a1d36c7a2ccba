"""Draws the lock screen: the program's name, and the way in. Nothing of the diary is on it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from bonddiary.ui.lock.scenery import paint_scenery
from bonddiary.ui.lock.state import LockState
from bonddiary.ui.overriding import override
from bonddiary.ui.theme.icons import pixmap
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.announce import announce
from bonddiary.ui.widgets.layout import column, label, row
from bonddiary.ui.widgets.passphrase_field import PassphraseField
from bonddiary.ui.widgets.reading import WordButton
from bonddiary.ui.widgets.steady_scroll import SteadyScroll
from bonddiary.ui.widgets.words import Heading

if TYPE_CHECKING:
    from bonddiary.ui.lock.help import LockedHelp

ACROSS = 400
SIGN, LEAST = 88, 420
"""The sign's size, and the least height of a window that shows it."""
SECOND_MS = 1000
HELP_KEYS = ("F1", "Ctrl+6")
"""Here the guide’s own key leads to Get help, too: there is nothing to use before the diary is open."""


class LockScreen(QWidget):
    """Forwards what is pressed and typed; a presenter decides."""

    submitted = Signal(str)
    recovery_asked = Signal(bool)
    edited = Signal()
    help_asked = Signal()
    ticked = Signal()
    """A second of the wait has gone by."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "lock")
        self.setAccessibleName(self.tr("Locked"))
        self._theme = theme
        self._state = LockState()
        self._sign = QLabel()
        self._title = Heading(self.tr("Bond Diary"), "title")
        self._line = label("", "quiet", wrap=True)
        self._field = PassphraseField(theme, self.tr("Passphrase"))
        self._problem = label("", "problem", wrap=True)
        self._wait = label("", "caption", wrap=True)
        self._open = WordButton(theme, self.tr("Open"), "primary")
        self._way = WordButton(theme, "", "link")
        self._help_way = WordButton(theme, self.tr("Get help"), "link")
        self._help_way.setAccessibleDescription(self.tr("Signs of illness, and whom to call"))
        self._help: LockedHelp | None = None
        self._unkept = label(
            self.tr("Something isn’t saved yet. It waits here until you open the diary."), "quiet", wrap=True
        )
        self._second = QTimer(self, interval=SECOND_MS)
        self._build()
        self._connect()
        self._fit()
        self.show_state(self._state)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_scenery(painter, QRectF(self.rect()), self._theme.look)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.take_keyboard()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_sign()

    def take_keyboard(self) -> None:
        """Ready to be typed into, or to be opened by Enter."""
        if self._help is not None:
            return
        (self._field.line if self._state.asks else self._open).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_help(self, page: "LockedHelp") -> None:
        """Get help stands there until it is left; what asks for the passphrase waits behind it."""
        self._help = page
        page.left.connect(self._leave_help)
        self._scroll.hide()
        layout = self.layout()
        assert layout is not None
        layout.addWidget(page)
        page.show()
        page.enter()

    @property
    def helps(self) -> bool:
        """Whether Get help is shown."""
        return self._help is not None

    def _leave_help(self) -> None:
        if self._help is not None:
            self._help.hide()
            self._help.deleteLater()
            self._help = None
            self._scroll.show()
            self.take_keyboard()

    def forget(self) -> None:
        """Nothing typed stays in the field."""
        self._field.forget()

    def show_state(self, state: LockState) -> None:
        """Shows what the presenter decided."""
        before, self._state = self._state, state
        self._line.setText(self._words(state))
        self._field.setVisible(state.asks)
        self._field.call(self.tr("Recovery key") if state.recovery else self.tr("Passphrase"))
        self._field.line.setReadOnly(state.busy)
        self._problem.setText(state.problem)
        self._problem.setVisible(bool(state.problem))
        self._wait.setText(self._waiting(state.waits))
        self._wait.setVisible(bool(state.waits))
        self._open.setVisible(not state.working)
        self._open.setText(self.tr("Opening…") if state.busy else self.tr("Open"))
        self._way.setText(
            self.tr("Use the passphrase") if state.recovery else self.tr("Use the recovery key")
        )
        self._way.setVisible(state.asks)
        self._unkept.setVisible(state.unkept)
        if state.busy and not before.busy:
            announce(self, state.working or self.tr("Opening…"))
        if state.recovery is not before.recovery:
            self._field.forget()
            self._field.again()
        if before.busy and not state.busy and state.problem:
            announce(self, f"{state.problem} {self._waiting(state.waits)}".strip(), urgent=True)
            self._field.again()
        if state.waits and not self._second.isActive():
            self._second.start()
        elif not state.waits:
            self._second.stop()

    def _words(self, state: LockState) -> str:
        if state.working:
            return state.working
        if not state.asks:
            return self.tr("The diary is hidden. Everything is as you left it.")
        if state.recovery:
            return self.tr("Type the recovery key from your sheet of paper. Gaps and small letters are fine.")
        return self.tr("The diary is locked.")

    def _waiting(self, seconds: int) -> str:
        if not seconds:
            return ""
        if seconds == 1:
            return self.tr("You can try again in 1 second.")
        return self.tr("You can try again in {0} seconds.").format(seconds)

    def _build(self) -> None:
        self._body = QWidget()
        self._body.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        centre = Qt.AlignmentFlag.AlignHCenter
        for words in (self._sign, self._title, self._line, self._unkept):
            words.setAlignment(centre)
        self._open.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._body.setLayout(
            column(
                self._sign,
                self._title,
                self._line,
                self._field,
                self._problem,
                self._wait,
                self._open,
                row(1, self._way, 1),
                self._unkept,
                row(1, self._help_way, 1),
                gap=12,
            )
        )
        across = row(1, self._body, 1)
        across.setStretchFactor(self._body, 100)
        inside = QWidget()
        body = column(2, across, 3)
        body.setContentsMargins(0, 0, 0, 0)
        inside.setLayout(column(body, margins=(20, 20, 8, 20)))
        self._scroll = SteadyScroll(inside, body)
        self.setLayout(column(self._scroll, gap=0))

    def _connect(self) -> None:
        self._open.clicked.connect(self._submit)
        self._field.entered.connect(self._submit)
        self._field.edited.connect(self.edited)
        self._help_way.clicked.connect(self.help_asked)
        for keys in HELP_KEYS:
            QShortcut(QKeySequence(keys), self, self.help_asked.emit)
        self._way.clicked.connect(lambda: self.recovery_asked.emit(not self._state.recovery))
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self._step_back)
        self._second.timeout.connect(self.ticked)
        self._theme.changed.connect(self._fit)

    def _step_back(self) -> None:
        if self._help is not None:
            self._leave_help()
        elif self._state.recovery:
            self.recovery_asked.emit(False)

    def _submit(self) -> None:
        if self._state.asks and not self._field.text().strip():
            self._field.again()
            return
        self.submitted.emit(self._field.text())

    def _fit(self) -> None:
        look = self._theme.look
        self._body.setMaximumWidth(look.px(ACROSS))
        self._sign.setPixmap(self._lamp())
        self._show_sign()
        self.update()

    def _show_sign(self) -> None:
        """Where the window is low for its words, the way in comes first."""
        self._sign.setVisible(self.height() >= self._theme.look.px(LEAST))

    def _lamp(self) -> QPixmap:
        """A closed lock on a round plate, in the theme's own colours: quiet in a dark room."""
        look, ratio = self._theme.look, self.devicePixelRatioF()
        size = look.px(SIGN)
        plate = QPixmap(round(size * ratio), round(size * ratio))
        plate.fill(Qt.GlobalColor.transparent)
        plate.setDevicePixelRatio(ratio)
        painter = QPainter(plate)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(look.tokens.hairline), 2 if look.high_contrast else 1))
        painter.setBrush(QColor(look.tokens.primary_tint))
        painter.drawEllipse(QRectF(1, 1, size - 2, size - 2))
        inner = round(size * 0.46)
        at = round((size - inner) / 2)
        painter.drawPixmap(at, at, pixmap("nav-lock", look.tokens.primary, inner, ratio))
        painter.end()
        return plate
