"""Decides what the Timeline shows: which days, which entry is open, what an edit does."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from bonddiary.analysis.names import Names, in_sentence
from bonddiary.diary.changes import Change
from bonddiary.domain.board import OwnWord
from bonddiary.domain.care import CareEvent
from bonddiary.domain.catalog import Family
from bonddiary.domain.errors import DiaryError, InvalidEntry, NotFound
from bonddiary.domain.ids import CueKey
from bonddiary.domain.moment import Moment
from bonddiary.domain.period import Period
from bonddiary.domain.records import Kind, Ref, ref_to
from bonddiary.domain.search import Search
from bonddiary.domain.when import When
from bonddiary.ui.models.entry_row import CARE_NAMES, row_of
from bonddiary.ui.models.timeline import Day
from bonddiary.ui.pages.timeline.days import days_of
from bonddiary.ui.pages.timeline.state import TimelineState
from bonddiary.ui.session import Session

FEW = 50
"""Up to so many changed entries are patched into the list; more, and it is read anew."""
NOTHING_YET = "Your moments will show here, newest first."
ENTRIES = frozenset({Kind.MOMENT, Kind.CARE, Kind.WORD})


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
        self._holds_any = False
        self._newest = False
        """Whether the deletion that can be undone here is still the newest step of all."""
        self.state = TimelineState()

    def enter(self) -> None:
        """The page comes into view; it is read anew when something changed meanwhile."""
        if self._stale and self._session.is_open:
            self._stale = False
            self._names = Names.of(self._session.catalog, self._session.diary.all(OwnWord))
            self._reread()

    def change_baby(self) -> None:
        """Another baby is shown."""
        self.state = TimelineState()
        self._stale = True

    def on_change(self, change: Change, visible: bool) -> None:
        """Patches the days of changed entries into the list, or reads anew when it is next looked at."""
        self._follow_deleted()
        if not change.topics & ENTRIES:
            return
        if not visible or change.everything or len(change.ids) > FEW or Kind.WORD in change.topics:
            self._stale = True
            if visible:
                self.enter()
            return
        refs = [Ref(kind, id) for kind in change.topics & {Kind.MOMENT, Kind.CARE} for id in change.ids]
        days = {day for ref in refs if (day := self._day_shown(ref)) is not None}
        days |= {entry.at.day for ref in refs if (entry := self._find(ref)) is not None}
        self._patch([(day, self._day(day)) for day in sorted(days)])
        self._holds_any = self._finds_any()
        self._refresh_entry()

    def load(self, before: date, count: int) -> Sequence[Day]:
        """The newest days before a day that hold matching entries."""
        baby = self._session.baby
        if baby is None or not self._session.is_open:
            return []
        search = self._search()
        days = self._session.diary.days_with_entries(baby.id, before, count, search)
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
        self.state = replace(self.state, family=None, cue=cue, text="", care=False, entry=None)
        self._stale = False
        self._reread()

    def clear(self) -> None:
        """Shows everything."""
        self.state = replace(self.state, family=None, cue=None, text="", care=True)
        self._reread()

    def open(self, ref: Ref | None) -> None:
        """Shows an entry in the editor, or closes it."""
        entry = None if ref is None else self._find(ref)
        self._set(entry=entry, entry_title=self._title(entry), problem="")

    def edit(self, **changes: object) -> None:
        """Changes the open entry at once, as one step that can be undone."""
        entry = self.state.entry
        if entry is None:
            return
        try:
            changed = replace(entry, **changes)  # type: ignore[arg-type]  # fields are checked by replace
            if changed != entry:
                _refuse_future(entry, changed, self._session.clock())
                self._session.diary.edit(changed)
        except DiaryError as error:
            self._set(problem=str(error))
            return
        self._set(entry=changed, entry_title=self._title(changed), problem="")

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
        self._set(entry=None, entry_title="", problem="", deleted=words, deleted_ref=ref)

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
        """The day of an entry, shown yet or not."""
        entry = self._find(ref)
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
        state, words = self.state, self.state.text.casefold()
        catalog = self._session.catalog
        within = None
        if state.cue is not None:
            within = frozenset({state.cue})
        elif state.family is not None:
            own = [CueKey(word.id) for word in self._names.own.values() if word.family is state.family]
            within = frozenset(
                [*(cue.key for cue in catalog.cues.values() if cue.family is state.family), *own]
            )
        if not words:
            return Search(within=within, care=state.care)
        own_cues = [CueKey(word.id) for word in self._names.own.values() if words in word.name.casefold()]
        cues = [cue.key for cue in catalog.cues.values() if _matches(words, cue.name, *cue.synonyms)]
        return Search(
            text=state.text,
            cues=frozenset([*cues, *own_cues]),
            responses=frozenset(
                each.key for each in catalog.responses.values() if _matches(words, each.name, each.title)
            ),
            outcomes=frozenset(each.key for each in catalog.outcomes.values() if _matches(words, each.name)),
            care_kinds=frozenset(kind.value for kind, name in CARE_NAMES.items() if _matches(words, name)),
            within=within,
            care=state.care,
        )

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

    def _reread(self) -> None:
        self._holds_any = False  # until the list has asked for its first days
        self._restart()
        self._refresh_entry()

    def _refresh_entry(self) -> None:
        entry = self.state.entry
        fresh = None if entry is None else self._find(ref_to(entry))
        empty, offers = self._empty()
        self._set(entry=fresh, entry_title=self._title(fresh), empty=empty, empty_offers=offers)

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


def _refuse_future(entry: Moment | CareEvent, changed: Moment | CareEvent, now: When) -> None:
    """A time that was there already may stay: a file may know of an appointment."""
    if changed.at != entry.at and changed.at.utc > now.utc:
        raise InvalidEntry("That time is in the future. Did you mean an earlier day?")
    if changed.until is not None and changed.until != entry.until and changed.until.utc > now.utc:
        raise InvalidEntry("Its end would be in the future. Choose an earlier time or a shorter length.")


def _matches(words: str, *names: str) -> bool:
    return any(words in name.casefold() for name in names)
