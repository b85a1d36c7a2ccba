"""Decides what a change of an entry does, of one or of several; every change is one step that can be undone."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import cast

from bonddiary.analysis.names import Names, in_sentence
from bonddiary.domain import wording
from bonddiary.domain.care import CareDraft, CareEvent
from bonddiary.domain.errors import DiaryError, InvalidEntry, NotFound
from bonddiary.domain.ids import CueKey
from bonddiary.domain.moment import Moment, MomentDraft
from bonddiary.domain.records import Ref, ref_to
from bonddiary.ui.models.care import with_more
from bonddiary.ui.models.entry_row import row_of
from bonddiary.ui.pages.timeline.several import Change, Entry
from bonddiary.ui.pages.timeline.state import TimelineState
from bonddiary.ui.pages.timeline.times import on_clock, refuse
from bonddiary.ui.session import Session


class Editing:
    """Holds the page's state and changes entries."""

    def __init__(self, session: Session, show: Callable[[TimelineState], None]) -> None:
        self._session = session
        self._show = show
        self._names = Names(session.catalog)
        self._newest = False
        """Whether what can be undone here is still the newest step of all."""
        self.state = TimelineState()

    def edit(self, **changes: object) -> None:
        """Changes the open entry at once, as one step that can be undone; what couldn't be saved goes with it."""
        entry, changes = self.state.entry, {**self.state.unkept, **changes}
        if entry is None:
            return
        if isinstance(entry, Moment) and "cues" in changes:
            added = [cue for cue in cast(tuple[CueKey, ...], changes["cues"]) if cue not in entry.cues]
            if care := self._session.guides.care_for(*added):
                self._set(care_words=with_more(self.state.care_words, care))
        try:
            changed = replace(entry, **changes)  # type: ignore[arg-type]  # fields are checked by replace
            changed = self._kept_private(entry, changed)
            if changed != entry:
                refuse(entry, changed, self._session.clock())
                self._session.diary.edit(changed)
        except InvalidEntry as error:  # it can't be so: the fields go back
            self._set(problem=str(error))
            return
        except DiaryError as error:
            self._set(problem=f"This change isn’t saved. {error}", unkept=changes)
            return
        self._set(entry=changed, entry_title=self._title(changed), problem="", unkept={})

    def close_care(self) -> None:
        """Puts the care cards away."""
        self._set(care_words=())

    def move(self, wall: datetime) -> None:
        """Changes when the open entry was, by the clock where it happened; how long it lasted stays."""
        entry = self.state.shown
        if entry is None:
            return
        try:
            at = on_clock(wall, entry.at)
        except InvalidEntry as error:
            self._set(problem=str(error))
            return
        self.edit(at=at, until=None if entry.length is None else at.shifted(entry.length))

    def keep(self) -> bool:
        """Tries once more what couldn't be saved of the open entry; says whether nothing is left."""
        if self.state.unkept:
            self.edit()
        return not self.state.unkept

    def put_back(self) -> None:
        """Shows the open entry as the diary has it, without what couldn't be saved."""
        self._set(unkept={}, problem="")

    def forget_problem(self) -> None:
        """What couldn't be has gone from the fields. What couldn't be saved has not."""
        if self.state.problem and not self.state.unkept:
            self._set(problem="")

    def delete(self) -> None:
        """Moves the open entry to Recently deleted; Undo brings it back."""
        entry = self.state.entry
        if entry is None:
            return
        words, ref = self._title(entry), ref_to(entry)
        try:
            self._session.diary.delete(ref)
        except DiaryError as error:
            self._set(problem=str(error))
            return
        self._newest = True
        self._set(entry=None, entry_title="", problem="", unkept={}, deleted=words, deleted_ref=ref, done="")

    def undo(self) -> None:
        """Brings back what the "Deleted" line names, whatever was done since."""
        try:
            self._session.look_for_other_writers()
            if self._newest:
                self._session.diary.undo()
            elif self.state.deleted_ref is not None:
                self._session.diary.restore(self.state.deleted_ref)
        except DiaryError as error:
            self._set(problem=str(error))
            return
        self.forget_deleted()

    def forget_deleted(self) -> None:
        """Puts the "Deleted" line away."""
        self._newest = False
        self._set(problem="", deleted="", deleted_ref=None)

    def log_again(self, ref: Ref) -> None:
        """The same cue or cues now, without outcome and note; a care event without its amount and end."""
        try:
            entry = self._find(ref)
            if entry is None:
                return
            if isinstance(entry, Moment) and (care := self._session.guides.care_for(*entry.cues)):
                self._set(care_words=with_more(self.state.care_words, care))
            made = self._again(entry)
        except DiaryError as error:
            self._set(problem=f"This isn’t saved. {error}")
            return
        mark = self._session.mark_of(made.baby)
        whose = f" for {mark.name}" if mark is not None else ""
        self._say_done(f"Saved{whose}. {self._title(made)}.")

    def pick(self, refs: Sequence[Ref]) -> None:
        """Chooses rows to be changed together."""
        self._set(picked=tuple(refs))

    def picked_entries(self) -> list[Entry]:
        """The entries chosen. Raises DiaryError."""
        found = [self._find(ref) for ref in self.state.picked]
        return [entry for entry in found if entry is not None]

    def change_picked(self, change: Change) -> None:
        """Does the same to all of the rows chosen, in one step; where one can't be so, none is changed."""
        now = self._session.clock()
        try:
            entries = self.picked_entries()
            made = [(entry, fresh) for entry in entries if (fresh := change(entry)) is not None]
            changed = [self._kept_private(entry, fresh) for entry, fresh in made if fresh != entry]
            before = {entry.id: entry for entry in entries}
            for entry in changed:
                refuse(before[entry.id], entry, now)
            added = [
                cue
                for entry in changed
                if isinstance(entry, Moment) and isinstance(was := before[entry.id], Moment)
                for cue in entry.cues
                if cue not in was.cues
            ]
            if care := self._session.guides.care_for(*dict.fromkeys(added)):
                self._set(care_words=with_more(self.state.care_words, care))
            if changed:
                self._session.diary.edit(*changed)
        except DiaryError as error:
            self._set(problem=f"Nothing is changed. {error}")
            return
        if changed:
            self._say_done(f"Changed: {wording.counted(len(changed), 'entry', 'entries')}.")
        else:
            self._set(problem="", done="")

    def delete_picked(self) -> None:
        """Moves all of them to Recently deleted, in one step."""
        refs = self.state.picked
        try:
            self._session.diary.delete(*refs)
        except DiaryError as error:
            self._set(problem=str(error))
            return
        self._set(picked=())
        self._say_done(f"Deleted: {wording.counted(len(refs), 'entry', 'entries')}.")

    def undo_done(self) -> None:
        """Takes back what the line names, while it is the newest step of all."""
        try:
            self._session.look_for_other_writers()
            if self._newest:
                self._session.diary.undo()
        except DiaryError as error:
            self._set(problem=str(error))
            return
        self.forget_done()

    def forget_done(self) -> None:
        """Puts the line away."""
        self._newest = False
        self._set(problem="", done="")

    def _kept_private(self, before: Entry, after: Entry) -> Entry:
        """With a private response that is added, the note is private, too, as it is on the other pages."""
        if not isinstance(before, Moment) or not isinstance(after, Moment):
            return after
        known = [self._session.catalog.responses.get(key) for key in after.responses]
        added = [each for each in known if each is not None and each.key not in before.responses]
        return replace(after, private=True) if any(each.private for each in added) else after

    def _again(self, entry: Entry) -> Entry:
        now, carer = self._session.clock(), self._session.carer_to_log()
        if isinstance(entry, Moment):
            draft = MomentDraft(
                baby=entry.baby, at=now, entered=now, cues=entry.cues, private=entry.private, carer=carer
            )
            return self._session.diary.log(draft)
        care = CareDraft(
            baby=entry.baby,
            kind=entry.kind,
            at=now,
            entered=now,
            unit=entry.unit,
            details=entry.details,
            carer=carer,
        )
        return self._session.diary.log_care(care)

    def _say_done(self, words: str) -> None:
        self._newest = True
        self._set(problem="", done=words, deleted="", deleted_ref=None)

    @property
    def names(self) -> Names:
        """The words for keys."""
        return self._names

    def _follow_deleted(self) -> None:
        """The line goes when something else was done, or what it names came back by another way."""
        self._newest = False
        if self.state.done:
            self._set(done="")
        ref = self.state.deleted_ref
        if ref is not None and not self._is_deleted(ref):
            self.forget_deleted()

    def _find(self, ref: Ref) -> Moment | CareEvent | None:
        entry = self._get(ref)
        return entry if entry is not None and entry.deleted is None else None

    def _is_deleted(self, ref: Ref) -> bool:
        entry = self._get(ref)
        return entry is not None and entry.deleted is not None

    def _get(self, ref: Ref) -> Moment | CareEvent | None:
        try:
            record = self._session.diary.get(ref)
        except NotFound:
            return None
        return record if isinstance(record, Moment | CareEvent) else None

    def _title(self, entry: Moment | CareEvent | None) -> str:
        if entry is None:
            return ""
        row = row_of(entry, self._names)
        return f"{row.title}, {in_sentence(row.time)}"

    def _set(self, **changes: object) -> None:
        self.state = replace(self.state, **changes)  # type: ignore[arg-type]  # fields are checked by replace
        self._show(self.state)
