"""Whether an open file still is the diary. Setting a passphrase, going back and moving put another file in its place;
a program that had the old one open could write there, say "Saved", and nobody would ever read it.
"""

from pathlib import Path

from bonddiary.domain.errors import DiaryExchanged
from bonddiary.system.paths import left_by_a_move

EXCHANGED = (
    "Another program put a new file in the diary’s place, so nothing is saved in the old one. "
    "Open your diary again, then do it once more."
)
MOVED_AWAY = (
    "Your diary was moved to another folder meanwhile, so nothing is saved here. "
    "Start Bond Diary again, then do it once more."
)
GONE = (
    "{path} isn’t there any more, so nothing is saved. Put its folder back, or look where the diary was moved. "
    "Then start Bond Diary again."
)


class Standing:
    """Which file a path leads to at the time this is made: just before the file is opened.

    To be asked within a transaction: whoever exchanges a diary holds the old file, so the answer is true until COMMIT.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file = _file(path)

    @property
    def exchanged(self) -> bool:
        """Whether the path leads to another file, or the diary was moved."""
        there = _file(self._path)
        return there is not None and (there != self._file or left_by_a_move(self._path.parent) is not None)

    @property
    def words(self) -> str:
        """What is said of it then."""
        return EXCHANGED if left_by_a_move(self._path.parent) is None else MOVED_AWAY

    def refuse_exchanged(self) -> None:
        """Raises DiaryExchanged where the file that was opened isn't the diary."""
        if self.exchanged:
            raise DiaryExchanged(self.words)
        if _file(self._path) is None:
            raise DiaryExchanged(GONE.format(path=self._path))


def _file(path: Path) -> tuple[int, int] | None:
    """Whatever links lead to it; None where there is none, or nobody may look."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
