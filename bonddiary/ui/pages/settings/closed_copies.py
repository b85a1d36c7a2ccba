"""Copies that another passphrase locks: what is said of them, and how the family can have one deleted."""

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
            return self._session.backups.closed()
        except (DiaryError, OSError):
            return ()

    def rows(self, files: tuple[Path, ...]) -> tuple[ClosedRow, ...]:
        """Each in words."""
        return tuple(
            ClosedRow(
                file.name,
                CLOSED.format(name=file.name, when=self._written(file)),
                SURE if self._sure == file.name else "",
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
            if file.name == name:
                self._session.backups.delete_closed(file)
                return DELETED.format(name=name)
        return ""

    def _written(self, file: Path) -> str:
        now = self._session.clock()
        try:
            written = datetime.fromtimestamp(file.stat().st_mtime, UTC)
            return f"on {wording.day(When.of(written, now.zone).day)}"
        except (OSError, ValueError, OverflowError):
            return "at a time that nobody can tell"
