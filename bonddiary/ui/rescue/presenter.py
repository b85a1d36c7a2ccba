"""Decides what the window says when the diary's file is damaged or has gone, and what can be done."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from bonddiary.domain import wording
from bonddiary.domain.copies import Copy, Salvaged
from bonddiary.domain.errors import DiaryDamaged, DiaryError, DiaryLost, NotADiary
from bonddiary.ui.models import copies as told
from bonddiary.ui.session import Session

PARTS = (
    "You could also keep what can still be read of the damaged file, entry by entry. "
    "Then Settings can bring back from a copy what is lacking."
)
AND_COPIES = "Settings can bring back from a copy what is lacking."
KEPT = "It was left as it is, and is kept whatever you choose."


@dataclass(frozen=True, slots=True)
class RescueState:
    """The whole screen."""

    title: str = ""
    what: str = ""
    file: str = ""
    offer: str = ""
    """What the newest whole copy holds."""
    back: str = ""
    """Its button; blank where there is no copy."""
    parts: str = ""
    """What reading the damaged file bit by bit would mean; blank where there is nothing to read."""
    sure_new: str = ""
    """What an empty diary would mean, once that was asked for."""
    problem: str = ""


def concerns(error: DiaryError | None) -> bool:
    """Whether the file itself is what is wrong: not a folder, a lock or a full disk."""
    return isinstance(error, DiaryDamaged | DiaryLost | NotADiary)


class RescuePresenter:
    """Holds the screen's state and hands every new one to `show`."""

    def __init__(self, session: Session, show: Callable[[RescueState], None]) -> None:
        self._session, self._show = session, show
        self._copy: Copy | None = None
        self.state = RescueState()

    @property
    def trouble(self) -> DiaryError | None:
        """Why the diary isn't open."""
        return self._session.trouble

    def look(self) -> None:
        """Says what is wrong, and offers the newest copy that is whole."""
        self._copy, broken = self._newest_whole()
        offer, back = "There is no copy beside it. If you made one in another place, it can be put there.", ""
        if self._copy is not None:
            now = self._session.clock()
            when = told.when_words(self._copy, now)
            row = told.row_words(self._copy, now, None)
            checked = "It was opened a moment ago, and is whole."
            offer, back = (
                f"Newest copy: {row[0].lower()}{row[1:]}. {checked}",
                f"Go back to the copy of {when}",
            )
        elif broken:
            offer = "There are copies, and none of them is whole. They were left as they are."
        title, what = self._what()
        parts = PARTS if isinstance(self._session.trouble, DiaryDamaged) else ""
        self._set(
            title=title,
            what=what,
            file=str(self._session.paths.diary),
            offer=offer,
            back=back,
            parts=parts,
            sure_new="",
            problem="",
        )

    def go_back(self) -> None:
        """Makes the copy the diary again, and opens it. The file that stands there is kept."""
        copy = self._copy
        if copy is not None:
            self._try(lambda: self._session.backups.put_back(copy))

    def keep_parts(self) -> None:
        """Makes what can still be read of the damaged file the diary, and says what came over. The file is kept."""
        found: list[Salvaged] = []
        self._try(lambda: found.append(self._session.backups.salvage()))
        for each in found:
            came = wording.counted(each.records, "record", "records")
            lost = (
                f"Up to {wording.counted(each.unread, 'place', 'places')} can’t be read."
                if each.unread
                else ""
            )
            self._session.rescued.emit(
                f"Read from the damaged file: {came}. {lost} {AND_COPIES}".replace("  ", " ")
            )

    def try_again(self) -> None:
        """Opens the diary once more."""
        self._session.open()

    def ask_new(self, *, sure: bool) -> None:
        """Asks whether an empty diary is what is wanted."""
        words = "You begin with an empty diary. The file that is there now, and every copy, are kept."
        self._set(sure_new=words if sure else "")

    def start_new(self) -> None:
        """Begins an empty diary. The file that stands there is kept."""
        if self.state.sure_new:
            self._try(self._session.backups.start_empty)

    def _try(self, act: Callable[[], object]) -> None:
        try:
            self._session.change_file(act)
        except (DiaryError, OSError) as error:
            words = str(error) if isinstance(error, DiaryError) else "That couldn’t be done. Check the disk."
            self._set(problem=words)

    def _what(self) -> tuple[str, str]:
        error = self._session.trouble
        if isinstance(error, DiaryLost):
            gone = "Its file is missing or empty, and there are copies of it. No new diary was begun."
            return "Your diary isn’t where it was", gone
        if isinstance(error, NotADiary):
            return "This file is not a diary", f"Something else stands where your diary was. {KEPT}"
        return "The diary’s file is damaged", f"A part of it can’t be read any more. {KEPT}"

    def _newest_whole(self) -> tuple[Copy | None, bool]:
        """The newest copy that is whole, opened and looked at now; and whether there are others."""
        copies = self._session.backups.all()
        for copy in copies:
            try:
                return self._session.backups.check(copy), True
            except (DiaryError, OSError):
                continue
        return None, bool(copies)

    def _set(self, **changes: str) -> None:
        self.state = replace(self.state, **changes)
        self._show(self.state)
