"""What the diary holds of the hours shown, and how strokes are saved in it."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date

from bonddiary.analysis.hours import Hours
from bonddiary.analysis.names import Names
from bonddiary.analysis.overlaps import Entry
from bonddiary.domain import wording
from bonddiary.domain.care import CareDraft, CareEvent, DayMarkKind
from bonddiary.domain.errors import DiaryError
from bonddiary.domain.ids import CareId, MomentId, new_id
from bonddiary.domain.moment import ABOUT_FROM, Moment, MomentDraft
from bonddiary.domain.records import ref_to
from bonddiary.domain.when import When
from bonddiary.ui.pages.catch_up.reading import Held, held
from bonddiary.ui.pages.catch_up.rows import Reader
from bonddiary.ui.pages.catch_up.tools import Tool
from bonddiary.ui.session import Session

LINE = "catch-up"
"""Where the diary keeps what is half typed here."""
UNSAVED = "This isn’t saved yet."


class Keeper:
    """Reads and writes entries. What can't be saved waits here, each stroke with its own id."""

    def __init__(self, session: Session, origin: object) -> None:
        self._session = session
        self._origin = origin
        self.names = Names(session.catalog)
        self.reader = Reader.of(session.catalog, self.names)
        self.held = Held()
        self.waiting: dict[str, Entry] = {}
        self.problem = ""

    def read(self, hours: Hours) -> None:
        """Reads the hours anew. Raises DiaryError."""
        baby = self._session.baby
        names = Names.of(self._session.catalog, self._session.diary.words())
        if names != self.names:
            self.names, self.reader = names, Reader.of(self._session.catalog, names)
        waiting = tuple(self.waiting.values())
        self.held = held(self._session, baby.id if baby else None, hours, waiting)
        self.problem = self.problem if waiting else ""

    def find(self, key: str) -> Entry | None:
        """An entry by its id, saved or waiting."""
        return next((each for each in self.held.entries if each.id == key), None)

    def entry(self, tool: Tool, at: When, until: When | None) -> Entry:
        """What a stroke of a tool paints; half an hour ago or more is "about" that time."""
        now = self._session.clock()
        baby, _ = self._session.baby_to_log()
        about, carer = now.utc - at.utc >= ABOUT_FROM, self._session.carer_to_log()
        if tool.care is not None:
            care = CareDraft(
                baby=baby, kind=tool.care, at=at, until=until, entered=now, about=about, carer=carer
            )
            return CareEvent.from_draft(care, CareId(new_id()))
        assert tool.cue is not None
        moment = MomentDraft(
            baby=baby, cues=(tool.cue,), at=at, until=until, entered=now, about=about, carer=carer
        )
        return Moment.from_draft(moment, MomentId(new_id()))

    def add(self, entry: Entry) -> bool:
        """Saves a new entry; says whether it is saved. What can't be saved waits."""
        try:
            self._log(entry)
        except DiaryError as error:
            self.waiting[entry.id] = entry
            self.problem = f"{UNSAVED} {error}"
            return False
        return True

    def change(self, *entries: Entry, added: Sequence[Entry] = ()) -> None:
        """Replaces entries, in one step, and adds new ones; what waits is saved first. Raises DiaryError."""
        if len(entries) == 1 and entries[0].id in self.waiting:
            self.waiting[entries[0].id] = entries[0]
            self.try_again()
            return
        if any(
            entry.id in self.waiting for entry in entries
        ):  # saved later, it would come back as it was painted
            self.try_again()
            if any(entry.id in self.waiting for entry in entries):
                raise DiaryError(self.problem)
        self._session.diary.edit(*entries, added=added, origin=self._origin)

    def delete(self, entry: Entry) -> None:
        """Moves an entry to Recently deleted; one that waits is let go. Raises DiaryError."""
        if self.waiting.pop(entry.id, None) is None:
            self._session.diary.delete(ref_to(entry), origin=self._origin)
        elif not self.waiting:
            self.problem = ""

    def mark(self, day: date, kind: DayMarkKind, on: bool) -> None:
        """Says, or no longer says, something of a whole day. Raises DiaryError."""
        _ = self._session.diary  # opened first: it must be known whose day it is
        baby, added = self._session.baby_to_log()
        self._session.diary.mark_day(baby, day, kind, on, added=added, origin=self._origin)

    def try_again(self) -> None:
        """Saves what waits."""
        self.problem = ""
        for entry in list(self.waiting.values()):
            del self.waiting[entry.id]
            self.add(entry)

    def half_typed(self) -> str:
        """What was half typed when it was last kept; blank where it can't be read."""
        try:
            return self._session.diary.draft(LINE) if self._session.is_open else ""
        except DiaryError:
            return ""

    def keep_half_typed(self, text: str) -> None:
        """Keeps what is half typed, as well as it can: it is no entry yet."""
        with suppress(DiaryError):
            if self._session.is_open and text != self._session.diary.draft(LINE):
                self._session.diary.keep_draft(LINE, text)

    @property
    def words(self) -> str:
        """What still isn't saved; blank for nothing."""
        if not self.waiting:
            return ""
        return (
            f"{wording.counted(len(self.waiting), 'entry', 'entries')} from catching up can’t be saved yet."
        )

    def _log(self, entry: Entry) -> None:
        _ = self._session.diary  # opened first: it must be known whose entry it is
        shown, added = self._session.baby_to_log()
        if entry.baby not in {shown, *(baby.id for baby in self._session.all_babies)}:
            entry = replace(entry, baby=shown)  # painted while the diary couldn't be opened to look
        if isinstance(entry, Moment):
            self._session.diary.log(entry, id=entry.id, baby=added, origin=self._origin)
            return
        self._session.diary.log_care(entry, id=entry.id, baby=added, origin=self._origin)
