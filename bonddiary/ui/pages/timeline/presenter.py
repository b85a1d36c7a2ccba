"""Decides what the Timeline shows: which days, which entry is open, what an edit does."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import cast

from bonddiary.analysis.names import Names, in_sentence
from bonddiary.diary.changes import Change
from bonddiary.domain.care import CareEvent
from bonddiary.domain.catalog import Family
from bonddiary.domain.errors import DiaryError, InvalidEntry, NotFound
from bonddiary.domain.ids import BabyId, CueKey
from bonddiary.domain.moment import Moment
from bonddiary.domain.period import Period
from bonddiary.domain.records import Kind, Ref, ref_to
from bonddiary.domain.search import Search
from bonddiary.ui.models.care import with_more
from bonddiary.ui.models.entry_row import row_of
from bonddiary.ui.models.timeline import Day
from bonddiary.ui.pages.timeline.days import days_of
from bonddiary.ui.pages.timeline.finding import search_for
from bonddiary.ui.pages.timeline.state import TimelineState
from bonddiary.ui.pages.timeline.times import on_clock, refuse
from bonddiary.ui.session import Session

FEW = 50
"""Up to so many changed entries are patched into the list; more, and it is read anew."""
NOTHING_YET = "Your moments will show here, newest first."
NAMES = frozenset({Kind.WORD, Kind.BOARD})
ENTRIES = frozenset({Kind.MOMENT, Kind.CARE, *NAMES})


class TimelinePresenter:
    """Holds the page's state; the list asks it for days."""

    def __init__(
        self,
        session: Session,
        show: Callable[[TimelineState], None],
        restart: Callable[[], None],
        patch: Callable[[Sequence[tuple[date, Day | None]]], None],
        day_shown: Callable[[Ref], date | None],
    ) -> None:
        self._session = session
        self._show = show
        self._restart = restart
        self._patch = patch
        self._day_shown = day_shown
        self._names = Names(session.catalog)
        self._stale = True
        self._baby: BabyId | None = None
        self._wanted: Ref | None = None
        """The entry that was asked for and couldn't be read."""
        self._holds_any = False
        self._newest = False
        """Whether the deletion that can be undone here is still the newest step of all."""
        self.state = TimelineState()

    def enter(self) -> None:
        """The page comes into view; it is read anew when something changed meanwhile."""
        if self._stale and self._session.is_open:
            self._reread()

    def try_again(self) -> None:
        """Reads what couldn't be read, and opens the entry that was asked for."""
        wanted, self._wanted = self._wanted, None
        self.enter()
        if wanted is not None:
            self.open(wanted)

    def cannot_read(self, words: str) -> None:
        """Says why something isn't shown; it is read anew by Try again, or when it is looked at next."""
        self._stale = True
        self._set(unread=words)

    def change_baby(self) -> None:
        """Another baby is shown, or this one by another name. What isn't saved yet stays on view."""
        baby, held = self._session.baby, self.state
        self._stale = True
        if baby is None or baby.id != self._baby:
            self.state = TimelineState()
            if held.unkept:
                self.state = replace(
                    self.state,
                    entry=held.entry,
                    entry_title=held.entry_title,
                    problem=held.problem,
                    unkept=held.unkept,
                )

    def on_change(self, change: Change, visible: bool) -> None:
        """Patches the days of changed entries into the list, or reads anew when it is next looked at."""
        anew = not visible or change.everything or len(change.ids) > FEW or change.topics & NAMES
        try:
            self._follow_deleted()
            if change.topics & ENTRIES and not anew and not self._stale:
                self._patch_in(change)
        except DiaryError as error:
            self.cannot_read(str(error))
            return
        if change.topics & ENTRIES and anew:
            self._stale = True
        if change.topics & ENTRIES and visible:
            self.enter()

    def load(self, before: date, count: int) -> Sequence[Day]:
        """The newest days before a day that hold matching entries. Raises DiaryError."""
        baby, search = self._session.baby, self._search()
        known = baby is not None and self._session.is_open
        days = self._session.diary.days_with_entries(baby.id, before, count, search) if baby and known else ()
        if before == date.max:
            self._holds_any = bool(days)
        if not days:
            return []
        return self._days(Period(days[-1], days[0]), replace(search, days=frozenset(days)))

    def search(self, text: str) -> None:
        """Finds by words: in notes, names and synonyms."""
        if text.strip() != self.state.text:
            self.state = replace(self.state, text=text.strip())
            self._reread()

    def choose_family(self, family: Family | None, *, care: bool = True) -> None:
        """Shows one family's moments, or everything, with care events or without."""
        self.state = replace(self.state, family=family, cue=None, care=care)
        self._reread()

    def show_cue(self, cue: CueKey) -> None:
        """Shows one cue's moments."""
        entry = None if self.keep() else self.state.entry
        self.state = replace(self.state, family=None, cue=cue, text="", care=False, entry=entry)
        self._reread()

    def clear(self) -> None:
        """Shows everything."""
        self.state = replace(self.state, family=None, cue=None, text="", care=True)
        self._reread()

    def open(self, ref: Ref | None) -> bool:
        """Shows an entry in the editor, or closes it, once what was changed before is saved. Says whether it does."""
        if not self.keep():
            return False
        entry = None
        if ref is not None:
            try:
                entry = self._find(ref)
            except DiaryError as error:
                self._wanted = ref
                self.cannot_read(str(error))
                return False
        self._wanted = None
        self._set(entry=entry, entry_title=self._title(entry), problem="")
        return True

    def edit(self, **changes: object) -> None:
        """Changes the open entry at once, as one step that can be undone; what couldn't be saved goes with it."""
        entry, changes = self.state.entry, {**self.state.unkept, **changes}
        if entry is None:
            return
        if isinstance(entry, Moment) and "cues" in changes:
            added = [cue for cue in cast(tuple[CueKey, ...], changes["cues"]) if cue not in entry.cues]
            if care := self._session.care_for(*added):
                self._set(care_words=with_more(self.state.care_words, care))
        try:
            changed = replace(entry, **changes)  # type: ignore[arg-type]  # fields are checked by replace
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
        self._set(entry=None, entry_title="", problem="", unkept={}, deleted=words, deleted_ref=ref)

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

    def day_of(self, ref: Ref) -> date | None:
        """The day of an entry, shown yet or not; None where there is none, or it can't be read now."""
        try:
            entry = self._find(ref)
        except DiaryError as error:
            self._wanted = ref
            self.cannot_read(str(error))
            return None
        return None if entry is None else entry.at.day

    @property
    def names(self) -> Names:
        """The words for keys."""
        return self._names

    def _follow_deleted(self) -> None:
        """The "Deleted" line goes when what it names came back by another way."""
        self._newest = False
        ref = self.state.deleted_ref
        if ref is not None and not self._is_deleted(ref):
            self.forget_deleted()

    def _search(self) -> Search:
        return search_for(self.state, self._names, self._session.catalog)

    def _days(self, period: Period, search: Search) -> list[Day]:
        baby = self._session.baby
        assert baby is not None
        entries: list[Moment | CareEvent] = list(self._session.diary.moments(baby.id, period, search))
        if search.care and search.within is None:
            entries += self._session.diary.care(baby.id, period, search)
        return days_of(entries, self._names, self._session.clock())

    def _finds_any(self) -> bool:
        baby = self._session.baby
        return baby is not None and bool(
            self._session.diary.days_with_entries(baby.id, date.max, 1, self._search())
        )

    def _day(self, day: date) -> Day | None:
        found = self._days(Period(day, day), self._search()) if self._session.baby else []
        return found[0] if found else None

    def _patch_in(self, change: Change) -> None:
        refs = [Ref(kind, id) for kind in change.topics & {Kind.MOMENT, Kind.CARE} for id in change.ids]
        days = {day for ref in refs if (day := self._day_shown(ref)) is not None}
        days |= {entry.at.day for ref in refs if (entry := self._find(ref)) is not None}
        self._patch([(day, self._day(day)) for day in sorted(days)])
        self._holds_any = self._finds_any()
        self._refresh_entry()

    def _reread(self) -> None:
        try:
            if self._stale and self._session.is_open:
                self._names = Names.of(self._session.catalog, self._session.diary.words())
            self._restart()
            self._refresh_entry()
        except DiaryError as error:
            self.cannot_read(str(error))
            return
        self._stale = not self._session.is_open
        self._baby = self._session.baby.id if self._session.baby else None
        if self.state.unread:
            self._set(unread="")

    def _refresh_entry(self) -> None:
        entry = self.state.entry
        fresh = None if entry is None else self._find(ref_to(entry))
        empty, offers = self._empty()
        unkept = {} if fresh is None else self.state.unkept
        self._set(
            entry=fresh, entry_title=self._title(fresh), unkept=unkept, empty=empty, empty_offers=offers
        )

    def _empty(self) -> tuple[str, str]:
        if self._holds_any:
            return "", ""
        state = self.state
        if state.text:
            return f"Nothing matches “{state.text}”.", "clear"
        if state.cue is not None or state.family is not None or not state.care:
            return "Nothing of this kind is noted.", "clear"
        return NOTHING_YET, "log"

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
