"""What the diary holds of some hours, with what couldn't be saved yet."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from bonddiary.analysis.hours import Hours
from bonddiary.analysis.names import Names
from bonddiary.analysis.overlaps import FUSSING, Entry
from bonddiary.analysis.spans import wall_end
from bonddiary.domain.care import CareEvent, DayMarkKind
from bonddiary.domain.catalog import Family
from bonddiary.domain.ids import BabyId
from bonddiary.domain.moment import Moment
from bonddiary.domain.period import Period
from bonddiary.ui.session import Session

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Held:
    """Entries from a day before these hours to a day behind them, oldest first, and the days' marks."""

    entries: tuple[Entry, ...] = ()
    marks: frozenset[tuple[date, DayMarkKind]] = field(default_factory=frozenset)

    def within(self, hours: Hours) -> tuple[Entry, ...]:
        """Those that touch the hours."""
        start, end = hours.start.utc, hours.end.utc
        return tuple(
            each
            for each in self.entries
            if start <= each.at.utc <= end or (each.at.utc < start < (each.until or each.at).utc)
        )

    def marked(self, day: date, kind: DayMarkKind) -> bool:
        """Whether this was said of the day."""
        return (day, kind) in self.marks

    def crying_on(self, day: date, names: Names) -> list[Entry]:
        """Moments of crying that fall on the day; fussing is not quite crying."""
        return [
            each
            for each in self.entries
            if isinstance(each, Moment)
            and each.at.day <= day <= wall_end(each.at, each.until).date()
            and any(cue != FUSSING and names.family(cue) is Family.CRYING for cue in each.cues)
        ]


def held(session: Session, baby: BabyId | None, hours: Hours, unkept: tuple[Entry, ...]) -> Held:
    """Reads it. Raises DiaryError."""
    first, last = hours.start.day - DAY, hours.end.day + DAY
    if baby is None:
        return Held(unkept)
    around = Period(first, last)
    entries: list[Moment | CareEvent] = [
        *session.diary.moments(baby, around),
        *session.diary.care(baby, around),
    ]
    there = {each.id for each in entries}
    entries += [each for each in unkept if each.baby == baby and each.id not in there]
    marks = session.diary.day_marks(baby, around)
    return Held(
        tuple(sorted(entries, key=lambda each: (each.at.utc, each.id))),
        frozenset((mark.day, mark.kind) for mark in marks),
    )
