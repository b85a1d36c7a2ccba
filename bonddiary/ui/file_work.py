"""Work on the diary's own file: the session lets go of it, and takes back what is there afterwards."""

from abc import abstractmethod
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from bonddiary.domain.errors import DiaryError

T = TypeVar("T")


class FileWork(QObject):
    """What a session can have done to its file. It says how it lets go and takes back."""

    held = Signal()
    """Work on the diary's file begins, goes on or ends: see `work`."""

    def __init__(self) -> None:
        super().__init__()
        self.work = ""
        """What is being done to the diary's file, in words; blank: nothing is, and it may be opened."""
        self.ended = self.moved = False
        """Whether everything is erased, or was moved to another folder; the program is left next."""

    def change_file(self, act: Callable[[], T]) -> T:
        """Closes the diary, lets `act` put another file in its place, and opens what is there: every page reads anew.

        Raises DiaryError where `act` does; the diary that was there is open again then.
        """
        self._let_go()
        try:
            return act()
        finally:
            self._take_back()

    def hold(self, work: str) -> None:
        """Closes the diary for work on its file beside the window; nothing opens it until `release`."""
        if not self.work:
            self._let_go()
        self.work = work
        self.held.emit()

    def release(self) -> None:
        """The work is done: what is there is opened, and every page reads anew."""
        self.work = ""
        self._take_back()
        self.held.emit()

    def end(self, act: Callable[[], None]) -> None:
        """Closes the diary and lets `act` take every file away. No diary is begun after that.

        Raises DiaryError where `act` does; the diary is open again then, where it is still there.
        """
        self._let_go()
        try:
            act()
        except DiaryError:
            self.open()
            raise
        self.ended = True

    @abstractmethod
    def open(self) -> None:
        """Opens what is there."""

    @abstractmethod
    def _let_go(self) -> None:
        """Closes the file."""

    @abstractmethod
    def _take_back(self) -> None:
        """Opens what stands there now, and has every page read anew."""
