"""Everything that is asked of a diary: frozen records, detached from the file."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import TypeVar

from bonddiary.diary.commands import GONE
from bonddiary.domain.board import BoardChoice, FamilyWord, OwnWord
from bonddiary.domain.care import CareEvent, DayMark
from bonddiary.domain.errors import DiaryDamaged, NotFound
from bonddiary.domain.ids import BabyId, CueKey, MomentId, ResponseKey
from bonddiary.domain.moment import Moment
from bonddiary.domain.note_version import NoteVersion
from bonddiary.domain.period import Period
from bonddiary.domain.records import Kind, Record, Ref
from bonddiary.domain.search import Search
from bonddiary.domain.tip_choice import Kept, TipChoice
from bonddiary.domain.unread import Unread
from bonddiary.domain.when import When
from bonddiary.store import entries, lists
from bonddiary.store.database import Database
from bonddiary.store.work import Work

R = TypeVar("R", bound=Record)
DEMO = "demo"


class Queries:
    """What `Diary` can be asked. All methods raise DiaryError where the file can't be read."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self, shape: type[R]) -> tuple[R, ...]:
        """Every baby, carer, word, pin, tip choice, timer, visit or question, the oldest first (`diary.all(Baby)`)."""
        with self._database.read() as connection:
            return lists.all_of(connection, shape)

    def words(self) -> tuple[FamilyWord, ...]:
        """The family's own words, and what it calls the catalogue's cues and responses."""
        return (*self.all(OwnWord), *self.all(BoardChoice))

    def get(self, ref: Ref) -> Record:
        """One record, deleted or not. Raises NotFound, and DiaryDamaged for one that can't be read."""
        try:
            found = self._records([ref])
        except ValueError:  # it holds what no program wrote
            raise DiaryDamaged("This entry can’t be read.") from None
        if ref not in found:
            raise NotFound(GONE)
        return found[ref]

    def moment(self, id: MomentId) -> Moment:
        """One moment. Raises NotFound."""
        record = self.get(Ref(Kind.MOMENT, id))
        assert isinstance(record, Moment)
        return record

    def moments(self, baby: BabyId, period: Period, search: Search | None = None) -> tuple[Moment, ...]:
        """The baby's moments that began in the period, oldest first."""
        with self._database.read() as connection:
            return entries.moments(connection, baby, period, search)

    def moments_since(self, baby: BabyId, since: When) -> tuple[Moment, ...]:
        """The baby's moments from an instant on, oldest first."""
        with self._database.read() as connection:
            return entries.moments_since(connection, baby, since)

    def care(self, baby: BabyId, period: Period, search: Search | None = None) -> tuple[CareEvent, ...]:
        """The baby's care events that touch the period, oldest first."""
        with self._database.read() as connection:
            return entries.care(connection, baby, period, search)

    def count_entries(self) -> int:
        """How many moments and care events there are, of every baby, without deleted ones."""
        with self._database.read() as connection:
            return entries.count(connection)

    def day_marks(self, baby: BabyId, period: Period) -> tuple[DayMark, ...]:
        """What was said of whole days in the period."""
        with self._database.read() as connection:
            return lists.day_marks(connection, baby, period)

    def tip_choices(self) -> dict[str, Kept]:
        """Every tip that was saved or hidden, by its content key; also those that content doesn't hold."""
        return {choice.tip: choice.kept for choice in self.all(TipChoice)}

    def days_with_entries(self, baby: BabyId, before: date, count: int, search: Search) -> list[date]:
        """The newest `count` days before a day that hold entries the search matches, newest first."""
        with self._database.read() as connection:
            return entries.days_with_entries(connection, baby, before, count, search)

    def entries_of(
        self, baby: BabyId, period: Period, search: Search
    ) -> tuple[list[Moment | CareEvent], list[Unread]]:
        """All that began in the period and matches; and what is there and can't be read."""
        lost: list[Unread] = []
        with self._database.read() as connection:
            found: list[Moment | CareEvent] = [*entries.moments(connection, baby, period, search, lost)]
            if search.care_too:
                found += entries.care(connection, baby, period, search, lost)
        return found, lost

    def nearest_day(self, baby: BabyId, day: date, search: Search) -> date | None:
        """The day itself where it holds matching entries, else the nearest that does; of two the earlier."""
        with self._database.read() as connection:
            later = entries.day_from(connection, baby, day, search)
            earlier = entries.days_with_entries(connection, baby, day, 1, search)
        near = [*earlier, *([] if later is None else [later])]
        return min(near, key=lambda each: abs((each - day).days), default=None)

    def recently_deleted(self, baby: BabyId) -> list[Moment | CareEvent]:
        """The baby's deleted entries that can be brought back, the newest deletion first."""
        with self._database.read() as connection:
            return entries.deleted(connection, baby)

    def cue_uses(self, baby: BabyId, since: When) -> list[tuple[CueKey, int, int]]:
        """Every cue noted since then, with its instant (µs since 1970, UTC) and UTC offset in seconds."""
        with self._database.read() as connection:
            return entries.cue_uses(connection, baby, since)

    def responses_after(self, baby: BabyId, cue: CueKey) -> tuple[ResponseKey, ...]:
        """Responses noted after this cue of late, those used most first: by use, never by what came after."""
        with self._database.read() as connection:
            return entries.responses_after(connection, baby, cue)

    def count_of_cue(self, baby: BabyId, cue: CueKey, period: Period | None = None) -> int:
        """How many moments hold this cue, ever or in a period."""
        with self._database.read() as connection:
            return entries.count_of_cue(connection, baby, cue, period)

    def whole_period(self, baby: BabyId) -> Period | None:
        """From the day of the oldest to that of the newest entry; None in an empty diary."""
        with self._database.read() as connection:
            first, last = entries.first_day(connection, baby), entries.last_day(connection, baby)
        return None if first is None or last is None else Period(first, last)

    def source_keys(self, provider: str) -> frozenset[str]:
        """Keys of all rows ever brought in from a provider."""
        with self._database.read() as connection:
            return entries.source_keys(connection, provider)

    def existing(self, refs: Collection[Ref]) -> frozenset[Ref]:
        """Those of the references that the diary holds."""
        with self._database.read() as connection:
            return lists.existing(connection, refs)

    def records(self) -> Iterator[Record]:
        """All that the diary holds, Recently deleted too: what an export writes."""
        with self._database.read() as connection:
            yield from lists.every_record(connection)

    def notes_before(self, entry: str) -> tuple[NoteVersion, ...]:
        """Earlier wordings of an entry's note, by the entry's id; the newest first."""
        with self._database.read() as connection:
            return lists.note_versions(connection, entry)

    def draft(self, place: str) -> str:
        """What was half typed in a place when it was last kept; blank for nothing."""
        with self._database.read() as connection:
            return lists.draft(connection, place)

    def drafts(self) -> dict[str, str]:
        """All that was half typed when it was last kept, by its place."""
        with self._database.read() as connection:
            return lists.drafts(connection)

    @property
    def exchanged(self) -> bool:
        """Whether another file stands in this one's place, or the diary was moved: nothing can be saved here any more."""
        return self._database.exchanged

    def when_exchanged(self, tell: Callable[[], object]) -> None:
        """Calls `tell` whenever something couldn't be done for that reason."""
        self._database.when_exchanged = tell

    @property
    def is_demo(self) -> bool:
        """Whether this is the made-up diary."""
        with self._database.read() as connection:
            return lists.fact(connection, DEMO) is not None

    def _records(self, refs: Iterable[Ref]) -> Mapping[Ref, Record]:
        with self._database.read() as connection:
            return Work(connection).get(list(refs))
