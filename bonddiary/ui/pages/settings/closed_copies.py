"""Copies that another passphrase locks, here or in the second place: what is said of them, and how one can be deleted."""

from datetime import UTC, datetime
from pathlib import Path

from bonddiary.domain import wording
from bonddiary.domain.errors import DiaryError
from bonddiary.domain.when import When
from bonddiary.ui.pages.settings.backups_state import ClosedRow
from bonddiary.ui.session import Session

CLOSED = (
    "{name} is locked with another passphrase, so Bond Diary can’t look into it. It was last written {when}."
)
IN = "{name} in {folder}"
"""Of one in the second place."""
SURE = "This file goes for ever, with all that is in it. Nobody can open it afterwards, whatever they know."
DELETED = "Deleted: {name}."


class ClosedCopies:
    """Looks for them anew each time: a file may be taken away meanwhile."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._sure = ""

    def files(self) -> tuple[Path, ...]:
        """Those that are there. None where it can’t be told."""
        try:
            return self._session.backups.closed(self._second)
        except (DiaryError, OSError):
            return ()

    def here(self, files: tuple[Path, ...]) -> set[str]:
        """The names of those among the copies beside the diary: they are no copies to look into or go back to."""
        return {file.name for file in files if not self._is_elsewhere(file)}

    def rows(self, files: tuple[Path, ...]) -> tuple[ClosedRow, ...]:
        """Each in words."""
        return tuple(
            ClosedRow(
                self._name(file),
                CLOSED.format(name=self._told(file), when=self._written(file)),
                SURE if self._sure == self._name(file) else "",
            )
            for file in files
        )

    def ask(self, name: str) -> None:
        """Asks whether it is to go; blank: it stays."""
        self._sure = name

    def delete(self, name: str) -> str:
        """Deletes the one that was asked about; what was done, in words. Raises DiaryError."""
        if not name or self._sure != name:
            return ""
        self._sure = ""
        for file in self.files():
            if self._name(file) == name:
                self._session.backups.delete_closed(file, self._second)
                return DELETED.format(name=self._told(file))
        return ""

    @property
    def _second(self) -> Path | None:
        """The second place for copies, where one was chosen."""
        place = self._session.settings.second_place
        return Path(place) if place else None

    def _is_elsewhere(self, file: Path) -> bool:
        return file.parent == self._second and file.parent != self._session.backups.folder

    def _name(self, file: Path) -> str:
        """What tells it from the others: a copy of the same name may lie in either place."""
        return str(file) if self._is_elsewhere(file) else file.name

    def _told(self, file: Path) -> str:
        """The same in words."""
        return IN.format(name=file.name, folder=file.parent) if self._is_elsewhere(file) else file.name

    def _written(self, file: Path) -> str:
        now = self._session.clock()
        try:
            written = datetime.fromtimestamp(file.stat().st_mtime, UTC)
            return f"on {wording.day(When.of(written, now.zone).day)}"
        except (OSError, ValueError, OverflowError):
            return "at a time that nobody can tell"
