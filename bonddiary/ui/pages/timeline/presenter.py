"""Decides what the Timeline shows: which days, which entry is open, what an edit does."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from bonddiary.analysis.names import Names
from bonddiary.diary.changes import Change
from bonddiary.domain.baby import BabyMark, Carer
from bonddiary.domain.care import CareEvent
from bonddiary.domain.catalog import Family
from bonddiary.domain.errors import DiaryError
from bonddiary.domain.ids import BabyId, CueKey
from bonddiary.domain.moment import Moment
from bonddiary.domain.note_version import NoteVersion
from bonddiary.domain.period import Period
from bonddiary.domain.records import Kind, Ref, ref_to
from bonddiary.domain.search import Search
from bonddiary.domain.unread import Unread
from bonddiary.domain.when import When
from bonddiary.ui.models.timeline import Day
from bonddiary.ui.pages.timeline.days import days_of
from bonddiary.ui.pages.timeline.editing import Editing
from bonddiary.ui.pages.timeline.filters import Filters, Offers, chips, offers
from bonddiary.ui.pages.timeline.finding import search_for
from bonddiary.ui.pages.timeline.state import TimelineState
from bonddiary.ui.session import Session

FEW = 50
"""Up to so many changed entries are patched into the list; more, and it is read anew."""
NOTHING_YET = "Your moments will show here, newest first."
NAMES = frozenset({Kind.WORD, Kind.BOARD})
ENTRIES = frozenset({Kind.MOMENT, Kind.CARE, *NAMES})


class TimelinePresenter(Editing):
    """Holds the page's state; the list asks it for days."""

    def __init__(
        self,
        session: Session,
        show: Callable[[TimelineState], None],
        restart: Callable[[], None],
        patch: Callable[[Sequence[tuple[date, Day | None]]], None],
        day_shown: Callable[[Ref], date | None],
    ) -> None:
        super().__init__(session, show)
        self._restart = restart
        self._patch = patch
        self._day_shown = day_shown
        self._stale = True
        self._babies: tuple[BabyId, ...] = ()
        self._wanted: Ref | None = None
        """The entry that was asked for and couldn't be read."""
        self._holds_any = False
        self._offers: Offers | None = None

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
        """Another baby is shown, or all of them, or this one by another name. What isn't saved yet stays on view."""
        held = self.state
        self._stale = True
        if self._session.babies_to_read != self._babies:
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
        search = self._search()
        days = self._days_before(before, count, search) if self._session.is_open else []
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

    def choose_cue(self, cue: CueKey | None) -> None:
        """Shows one cue's moments, beside what else was chosen; None: every cue's."""
        self.state = replace(self.state, cue=cue, family=None if cue else self.state.family)
        self._reread()

    def choose(self, **changes: object) -> None:
        """Changes what else entries must meet: field names of Filters with their values."""
        fresh = replace(self.state.filters, **changes)  # type: ignore[arg-type]  # fields are checked by replace
        if fresh != self.state.filters:
            self.state = replace(self.state, filters=fresh)
            self._reread()

    def choose_dates(self, first: date | None, last: date | None) -> str:
        """Shows a stretch of days; says in words where there is none such."""
        if first is not None and last is not None and last < first:
            return "The last day is before the first. Change one of them."
        self.choose(weeks=0, first=first, last=last)
        return ""

    def drop(self, chip: str) -> None:
        """Takes a filter away."""
        plain = Filters()
        if chip == "family":
            self.choose_family(None)
        elif chip == "cue":
            self.choose_cue(None)
        elif chip == "dates":
            self.choose(weeks=0, first=None, last=None)
        else:
            self.choose(**{chip: getattr(plain, chip)})

    def offers(self) -> Offers:
        """What can be chosen; read when somebody wants to choose."""
        if self._offers is None:
            carers = self._session.diary.all(Carer) if self._session.is_open else ()
            self._offers = offers(self._names, carers)
        return self._offers

    def notes_before(self) -> tuple[NoteVersion, ...]:
        """Earlier wordings of the open entry's note; none where they can't be read now."""
        entry = self.state.entry
        try:
            return self._session.diary.notes_before(entry.id) if entry is not None else ()
        except DiaryError:
            return ()

    def now(self) -> When:
        """What the clock shows."""
        return self._session.clock()

    @property
    def session(self) -> Session:
        """What all places share."""
        return self._session

    def nearest_day(self, day: date) -> date | None:
        """The day with entries among those shown that is nearest. Raises DiaryError."""
        diary, search = self._session.diary, self._search()
        found = (diary.nearest_day(baby, day, search) for baby in self._session.babies_to_read)
        near = [each for each in found if each is not None]
        return min(near, key=lambda each: (abs((each - day).days), each), default=None)

    def show_cue(self, cue: CueKey) -> None:
        """Shows one cue's moments."""
        entry = None if self.keep() else self.state.entry
        self.state = replace(
            self.state, family=None, cue=cue, text="", care=False, entry=entry, filters=Filters()
        )
        self._reread()

    def clear(self) -> None:
        """Shows everything."""
        self.state = replace(self.state, family=None, cue=None, text="", care=True, filters=Filters())
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

    def day_of(self, ref: Ref) -> date | None:
        """The day of an entry, shown yet or not; None where there is none, or it can't be read now."""
        try:
            entry = self._find(ref)
        except DiaryError as error:
            self._wanted = ref
            self.cannot_read(str(error))
            return None
        return None if entry is None else entry.at.day

    def _search(self) -> Search:
        return search_for(self.state, self._names, self._session.catalog, self._session.clock().day)

    def _days(self, period: Period, search: Search) -> list[Day]:
        """One question for each baby, so that each is answered from the index; the rows come together by time."""
        session, babies = self._session, self._session.babies_to_read
        found: list[Moment | CareEvent] = []
        unread: list[Unread] = []
        whose: dict[str, BabyMark] = {}
        for baby in babies:
            entries, lost = session.diary.entries_of(baby, period, search)
            found += entries
            unread += lost
            if len(babies) > 1:
                ids = (*(entry.id for entry in entries), *(each.ref.id for each in lost))
                whose |= dict.fromkeys(ids, session.all_marks[baby])
        return days_of(found, self._names, session.clock(), unread, whose)

    def _days_before(self, before: date, count: int, search: Search) -> list[date]:
        """The newest days that hold entries of any of the babies."""
        diary = self._session.diary
        each = [diary.days_with_entries(baby, before, count, search) for baby in self._session.babies_to_read]
        return each[0] if len(each) == 1 else sorted(set().union(*each), reverse=True)[:count]

    def _finds_any(self) -> bool:
        return bool(self._days_before(date.max, 1, self._search()))

    def _day(self, day: date) -> Day | None:
        found = self._days(Period(day, day), self._search())
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
                self._offers = None
            self.state = replace(self.state, chips=self._chips())
            self._restart()
            self._refresh_entry()
        except DiaryError as error:
            self.cannot_read(str(error))
            return
        self._stale = not self._session.is_open
        self._babies = self._session.babies_to_read
        if self.state.unread:
            self._set(unread="")

    def _chips(self) -> tuple[tuple[str, str], ...]:
        state = self.state
        offered = self.offers() if state.filters.carer else Offers()
        return chips(state.filters, state.family, state.cue, self._names, offered)

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
            also = " with these filters" if state.chips else ""
            return f"Nothing matches “{state.text}”{also}.", "clear"
        if state.filters.any:
            return "Nothing matches these filters.", "clear"
        if state.cue is not None or state.family is not None or not state.care:
            return "Nothing of this kind is noted.", "clear"
        return NOTHING_YET, "log"
