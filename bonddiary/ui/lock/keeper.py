"""Locks the window and opens it again: by Ctrl+L, by itself, and from the start where the diary has a passphrase."""

import gc
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from bonddiary.ui.application import follow
from bonddiary.ui.copying import Copying
from bonddiary.ui.lock.curtain import Curtain, empty_clipboard
from bonddiary.ui.lock.door import Door
from bonddiary.ui.main_window import MainWindow
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme

if TYPE_CHECKING:
    from bonddiary.keys.key import Key
    from bonddiary.ui.jobs import Submit
    from bonddiary.ui.lock.by_itself import ByItself
    from bonddiary.ui.lock.presenter import LockPresenter
    from bonddiary.ui.lock.screen import LockScreen

EXCHANGED = "Another program put a new file in your diary’s place. What you typed stays here."
Furnish = Callable[[MainWindow, Session, Theme], None]


class Keeper(QObject):
    """One for the program's window.

    Without a passphrase, and while something can't be saved, the window is covered: all waits in memory. With one the
    diary is closed, its key forgotten, and every page taken down; `furnish` builds them anew with the next session.
    """

    opened = Signal()
    """The window can be used."""

    def __init__(
        self,
        window: MainWindow,
        door: Door,
        furnish: Furnish,
        put_away: Callable[[], str] = lambda: "",
        submit: "Submit | None" = None,
    ) -> None:
        """`put_away` closes the small window and says what in it can't be saved."""
        super().__init__(window)
        self._window, self._door, self._furnish, self._put_away = window, door, furnish, put_away
        self._submit = submit
        self._curtain = Curtain(window)
        self._screen: LockScreen | None = None
        self._again = False
        """Whether the screen asks for the passphrase of a new file in the open one's place."""
        self._next: Theme | None = None
        """The look of the session to come."""
        self._place = window.place if window.furnished else None
        self._by_itself: ByItself | None = None
        self._presenter: LockPresenter | None = None
        window.lock_asked.connect(self.lock)
        window.refused.connect(self._say_unkept)
        self._attend(window.session)

    @property
    def presenter(self) -> "LockPresenter":
        """Made at the first lock."""
        if self._presenter is None:
            from bonddiary.ui.jobs import Jobs
            from bonddiary.ui.lock.presenter import LockPresenter

            self._presenter = LockPresenter(self._door, Jobs(self, self._submit), self._show, self._on_opened)
        return self._presenter

    @property
    def locked(self) -> bool:
        """Whether the window shows the lock screen."""
        return self._screen is not None

    def start_locked(self) -> None:
        """The diary has a passphrase: the window begins with the lock screen, and nothing is in it yet."""
        self._next = self._window.theme
        self._fall(asks=True)
        self._window.painted.connect(self._window.session.load)

    def lock(self) -> None:
        """Hides everything at once. What is half typed is kept, then a diary with a passphrase is closed."""
        if self.locked:
            return  # or the diary's file is being worked on
        asks = self._window.session.key is not None
        self._place = self._window.place
        self._next = self._window.theme.again(self._window.session.settings) if asks else None
        self._fall(asks=asks)
        unkept = f"{self._window.keep()} {self._put_away()}".strip()
        if unkept:
            self._say_unkept()
            self._next = None
        elif asks:
            QTimer.singleShot(
                0, self, self._empty
            )  # what asked for it, a menu row perhaps, is taken down too

    def open_again(self) -> None:
        """Opens the file that another program put in the diary's place. One with a passphrase asks for it first; every
        page stays behind the screen meanwhile, with what is typed and what waits in it.
        """
        session = self._window.session
        if self.locked or not session.is_exchanged:
            return
        if self._door.locked:
            self._again = True
            self._fall(asks=True)
        else:
            session.reopen()

    def _fall(self, *, asks: bool) -> None:
        from bonddiary.ui.lock.screen import LockScreen  # a start without a passphrase does without

        presenter = self.presenter
        screen = self._screen = LockScreen(self._next or self._window.theme, self._window)
        screen.submitted.connect(presenter.submit)
        screen.recovery_asked.connect(presenter.ask_recovery)
        screen.edited.connect(presenter.edited)
        screen.ticked.connect(presenter.tick)
        screen.help_asked.connect(self._show_help)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Quit), screen, self._window.close)
        presenter.start(asks=asks)
        self._curtain.fall(screen)
        self._watch()

    def _empty(self) -> None:
        """Nothing of the diary stays: no page, no session, no key."""
        window = self._window
        session, theme = window.session, window.theme
        session.close()
        for copying in session.findChildren(Copying):
            copying.stop()  # what has changed is copied as at closing, while there is a key
        window.session, window.theme = session.another(), self._next or theme
        self._curtain.let_go()
        window.empty()
        empty_clipboard()
        key, session.key = session.key, None
        session.deleteLater()
        theme.deleteLater()
        del session, theme
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        forget_what_was_measured()
        gc.unfreeze()  # what was there at the start too: it holds the diary's words
        gc.collect()
        gc.freeze()
        if key is not None:
            key.forget()

    def _on_opened(self, key: "Key | None") -> None:
        if self._window.furnished:
            again, self._again = self._again, False
            if again:
                self._window.session.reopen(key)
            elif key is not None:
                key.forget()  # the session still has one
            self._curtain.rise()
            self._screen = None
        else:
            self._begin(key)
        self._watch()
        self.opened.emit()

    def _begin(self, key: "Key | None") -> None:
        window, theme = self._window, self._next or self._window.theme
        session = window.session
        session.key = key
        follow(session, theme)
        window.setUpdatesEnabled(False)
        self._furnish(window, session, theme)
        self._curtain.rise()
        self._screen = None
        self._attend(session)
        session.open()
        if self._place is not None:
            window.go(self._place, back=True)
        window.setUpdatesEnabled(True)
        self._next = None

    def _attend(self, session: Session) -> None:
        session.opened.connect(self._watch)
        session.opened.connect(self._hold_keyboard)
        session.settings_changed.connect(self._watch)
        session.held.connect(self._hold)
        session.exchanged.connect(self._offer_to_open_again, Qt.ConnectionType.QueuedConnection)

    def _offer_to_open_again(self) -> None:
        """After the page has said what couldn't be done."""
        window = self._window
        if window.furnished and window.session.is_exchanged:
            window.bar.stand(EXCHANGED, (self.tr("Open it again"), self.open_again), kind="problem")

    def _hold_keyboard(self) -> None:
        """A page that hears of its diary behind the curtain takes the keyboard: a key would note something unseen."""
        if self._screen is not None:
            self._screen.take_keyboard()

    def _hold(self) -> None:
        """The window shows what is being done to the diary's file, and nothing else."""
        work = self._window.session.work
        if work and not self.locked:
            self._fall(asks=False)
        if work:
            self.presenter.show_work(work)
        elif self.locked:
            self._on_opened(None)

    def _watch(self) -> None:
        """Locks by itself after a while, where that was chosen. Nothing of it is loaded where it wasn't."""
        session = self._window.session
        minutes = session.settings.minutes_to_lock(has_passphrase=session.key is not None)
        if self._by_itself is None:
            if not minutes or self.locked:
                return
            from bonddiary.ui.lock.by_itself import ByItself

            self._by_itself = ByItself(self)
            self._by_itself.time_to_lock.connect(self.lock)
        self._by_itself.watch(0 if self.locked else minutes)

    def _show_help(self) -> None:
        if self._screen is not None and not self._screen.helps:
            from bonddiary.ui.lock.help import LockedHelp

            self._screen.show_help(LockedHelp(self._window.session, self._next or self._window.theme))

    def _show(self, state: object) -> None:
        if self._screen is not None:
            self._screen.show_state(state)  # type: ignore[arg-type]

    def _say_unkept(self) -> None:
        if self.locked and not self._window.session.work:
            self.presenter.say_unkept()


def forget_what_was_measured() -> None:
    """Widths of words are remembered with the words."""
    from bonddiary.ui.widgets.letters import forget_words

    forget_words()
