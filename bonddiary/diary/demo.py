"""A made-up diary of two months, the same for the same now and seed: for a first look, pictures and tests.

What happens next is drawn without a look at what was tried, so that the demo suggests no answer. Evening
fussiness eases over the weeks as it does in many families, and some days hold little or nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from bonddiary.diary.demo_words import (
    AWAKE,
    BODY,
    CARERS,
    COMPANY,
    EVENING,
    HUNGRY,
    NEXT_AFTER_COMPANY,
    NEXT_AFTER_UPSET,
    NEXT_QUESTION,
    NOTES,
    PLAN,
    QUESTIONS,
    TIRED,
    Theme,
)  # fmt: skip
from bonddiary.diary.dice import Dice
from bonddiary.domain.baby import Baby, Carer
from bonddiary.domain.care import CareEvent, CareKind, DayMark, DayMarkKind, Unit
from bonddiary.domain.ids import BabyId, CareId, CarerId, DayMarkId, MomentId, OutcomeKey, QuestionId, VisitId
from bonddiary.domain.moment import Intensity, Moment, Settle
from bonddiary.domain.records import Record
from bonddiary.domain.visit import Question, Visit, VisitKind
from bonddiary.domain.when import When

SEED = 7
DAYS = 61
BORN_BEFORE = 14
"""Days of age on the diary's first day."""
ALWAYS_KEPT = 3
"""The last days are logged in full, so that the first chart has something to show."""
MINUTE = timedelta(minutes=1)
DAY_BEGINS, DAY_ENDS = 6.5, 19.5
EVENING_BEGINS, EVENING_ENDS = 17.0, 22.5


@dataclass(frozen=True, slots=True)
class Kept:
    """How much of a day got written down, from 0 to 1."""

    care: float
    moments: float


FULL, LITTLE, NOTHING = Kept(0.93, 0.8), Kept(0.25, 0.2), Kept(0.0, 0.0)


def demo_records(now: When, seed: int = SEED) -> tuple[Record, ...]:
    """Baby, carers, entries, day marks, a visit and questions, up to `now` in its zone."""
    return tuple(_Story(now, Dice(seed)).tell())


class _Story:
    def __init__(self, now: When, dice: Dice) -> None:
        self._now = now
        self._dice = dice
        self._first = now.day - timedelta(days=DAYS - 1)
        born = self._first - timedelta(days=BORN_BEFORE)
        self._start = When.from_wall(datetime.combine(self._first, time(0, 40)), now.zone)
        self._baby = Baby(
            id=BabyId(self._id(self._start)), nickname="Robin", born=born, due=born + timedelta(days=3)
        )
        self._carers = [Carer(id=CarerId(self._id(self._start)), label=label) for label in CARERS]
        self._days = {self._first + timedelta(days=n): self._kept(n) for n in range(DAYS + 1)}
        self._moments: list[Moment] = []
        self._care: list[CareEvent] = []

    def tell(self) -> Iterator[Record]:
        at = self._start
        while at.utc < self._now.utc:
            at = self._night(at) if self._is_night(at) else self._day(at)
        self._now_and_then()
        yield self._baby
        yield from self._carers
        yield from self._visit()
        yield from self._marks()
        yield from self._care
        yield from self._noted()
        yield from self._next_visit()

    # Stretches of time; each returns when it ends

    def _night(self, at: When) -> When:
        weeks = self._weeks(at)
        wakes = self._care_event(CareKind.SLEEP, at, self._dice.around(110 + 9 * weeks, 25, least=50))
        self._moment(HUNGRY, wakes, chance=0.4)
        fed = self._feed(wakes.shifted(4 * MINUTE))
        if self._dice.chance(0.4):
            self._nappy(fed)
        return fed.shifted(self._dice.around(12, 4, least=4) * MINUTE)

    def _day(self, at: When) -> When:
        self._moment(HUNGRY, at.shifted(3 * MINUTE), chance=0.46)
        fed = self._feed(at.shifted(8 * MINUTE))
        if self._dice.chance(0.7):
            self._nappy(fed)
        self._moment(BODY, fed.shifted(self._dice.around(9, 4, least=1) * MINUTE), chance=0.2)
        self._moment(COMPANY, fed.shifted(self._dice.around(20, 6, least=8) * MINUTE), chance=0.42)
        sleepy = fed.shifted(self._dice.around(38, 9, least=15) * MINUTE)
        self._moment(TIRED, sleepy, chance=0.46)
        if self._is_evening(sleepy):
            sleepy = self._fussy(sleepy)
        settled = sleepy.shifted(self._dice.around(14, 5, least=4) * MINUTE)
        return self._care_event(
            CareKind.SLEEP, settled, self._dice.around(30 if self._is_evening(settled) else 62, 16, least=15)
        )

    def _fussy(self, at: When) -> When:
        """Evening fussiness: most at six weeks, less at two and at ten."""
        weeks = self._weeks(at)
        chance = 0.08 + 0.9 * max(0.0, 1 - abs(weeks - 6) / 4)
        for _ in range(2):
            if self._dice.chance(chance):
                lasting = self._dice.around(10 + 16 * chance, 6, least=5) * MINUTE
                self._moment(EVENING, at, chance=1.0, lasting=lasting)
                at = at.shifted(lasting + self._dice.around(9, 3, least=3) * MINUTE)
        return at

    # Entries

    def _moment(self, theme: Theme, at: When, chance: float, lasting: timedelta | None = None) -> None:
        dice = self._dice
        if not dice.chance(chance * self._days[at.day].moments):
            return
        later = dice.chance(0.14)
        after = dice.around(75, 25, least=32) if later else dice.around(2, 1, least=0)
        ended = at if lasting is None else at.shifted(lasting)
        cues = dice.some(theme.cues_at(self._weeks(at)), 2 if dice.chance(0.2) else 1)
        tried = dice.some(theme.responses, dice.pick((1, 1, 1, 1, 2))) if dice.chance(0.86) else ()
        outcome = self._outcome(theme, tried=bool(tried))
        self._moments.append(
            Moment(
                id=MomentId(self._id(at)),
                baby=self._baby.id,
                at=at,
                entered=ended.shifted(after * MINUTE),
                until=None if lasting is None else ended,
                about=later,
                cues=cues,
                state=dice.pick((None, theme.state)) if theme.state else None,
                intensity=dice.pick((None, None, *Intensity)),
                responses=tried,
                outcome=outcome,
                settle=self._settle(theme, outcome),
                carer=dice.pick((None, *(carer.id for carer in self._carers))),
            )
        )

    def _outcome(self, theme: Theme, *, tried: bool) -> OutcomeKey | None:
        """The same chances whatever was tried."""
        if not self._dice.chance(0.82 if tried else 0.6):
            return None
        return self._dice.pick(NEXT_AFTER_COMPANY if theme.state in AWAKE else NEXT_AFTER_UPSET)

    def _settle(self, theme: Theme, outcome: OutcomeKey | None) -> Settle | None:
        if outcome is None or theme.state in AWAKE or not self._dice.chance(0.6):
            return None
        return Settle.in_minutes(self._dice.around(13, 8, least=2))

    def _feed(self, at: When) -> When:
        """At the breast, or a bottle in one of six."""
        if self._dice.chance(1 / 6):
            details = (("method", "bottle"), ("milk", "formula"))
            value = 10.0 * self._dice.around(6 + self._weeks(at), 1, least=4)
            return self._care_event(
                CareKind.FEED, at, self._dice.around(17, 4, least=8), details, value, Unit.ML
            )
        return self._care_event(CareKind.FEED, at, self._dice.around(24, 6, least=8), (("method", "breast"),))

    def _nappy(self, at: When) -> None:
        self._care_event(
            CareKind.NAPPY,
            at.shifted(5 * MINUTE),
            None,
            (("nappy", self._dice.pick(("wet", "wet", "dirty", "mixed"))),),
        )

    def _care_event(
        self, kind: CareKind, at: When, minutes: int | None,
        details: tuple[tuple[str, str], ...] = (), value: float | None = None, unit: Unit | None = None,
    ) -> When:  # fmt: skip
        """Adds it, if it was written down, and returns its end."""
        until = None if minutes is None else at.shifted(minutes * MINUTE)
        ended = until or at
        if self._dice.chance(self._days[at.day].care) and ended.utc <= self._now.utc:
            self._care.append(
                CareEvent(
                    id=CareId(self._id(at)), baby=self._baby.id, kind=kind, at=at, until=until,
                    entered=self._by_now(ended.shifted(self._dice.around(3, 2, least=0) * MINUTE)),
                    details=details, value=value, unit=unit,
                )
            )  # fmt: skip
        return ended

    def _now_and_then(self) -> None:
        """Baths, walks, a weighing, the jabs at eight weeks."""
        for place, day in enumerate(self._days):
            if self._days[day] is not FULL:
                continue
            if place % 3 == 0:
                self._care_event(CareKind.BATH, self._on(day, 18, 10), 15)
            if place % 4 == 1:
                self._care_event(CareKind.OUTING, self._on(day, 14, 30), 45)
            if place % 20 == 6:
                weight = 3.5 + 0.03 * place
                self._care_event(
                    CareKind.GROWTH,
                    self._on(day, 10, 20),
                    None,
                    (("measure", "weight"),),
                    round(weight, 2),
                    Unit.KG,
                )
        self._care_event(CareKind.JAB, self._on(self._first + timedelta(days=56 - BORN_BEFORE), 11, 15), None)

    def _noted(self) -> Iterator[Moment]:
        """The moments up to now, a few with a note, none entered after now."""
        present = [moment for moment in self._moments if (moment.until or moment.at).utc <= self._now.utc]
        noted = {
            moment.id: note for moment, note in zip(self._dice.some(present, len(NOTES)), NOTES, strict=False)
        }
        for moment in present:
            yield replace(moment, note=noted.get(moment.id, ""), entered=self._by_now(moment.entered))

    def _marks(self) -> Iterator[DayMark]:
        """Some days that were logged in full, said so by the parent; today can't be."""
        whole = [day for day, kept in self._days.items() if kept is FULL and day < self._now.day]
        for day in self._dice.some(whole, 8):
            at = self._on(day, 21, 30)
            yield DayMark(id=DayMarkId(self._id(at)), baby=self._baby.id, day=day, kind=DayMarkKind.WHOLE_DAY)

    def _visit(self) -> Iterator[Record]:
        day = self._first + timedelta(days=28)
        visit = Visit(
            id=VisitId(self._id(self._on(day, 10, 0))),
            baby=self._baby.id,
            day=day,
            kind=VisitKind.HEALTH_VISITOR,
            plan=PLAN,
        )
        yield visit
        for n, (text, answer) in enumerate(QUESTIONS):
            asked = day - timedelta(days=2 + n)
            yield Question(
                id=QuestionId(self._id(self._on(asked, 20, 0))),
                baby=self._baby.id,
                text=text,
                asked_on=asked,
                visit=visit.id if answer else None,
                answer=answer,
            )

    def _next_visit(self) -> Iterator[Record]:
        """Last, so that what is drawn for the rest stays as it was."""
        today = self._now.day
        yield Visit(id=VisitId(self._id(self._now)), baby=self._baby.id, day=today + timedelta(days=5))
        yield Question(
            id=QuestionId(self._id(self._now)),
            baby=self._baby.id,
            text=NEXT_QUESTION,
            asked_on=today,
            about="chart:two-weeks",
        )

    # Time

    def _kept(self, place: int) -> Kept:
        if place >= DAYS - ALWAYS_KEPT:
            return FULL
        return self._dice.pick((NOTHING, LITTLE, *(FULL,) * 7))

    def _weeks(self, at: When) -> float:
        assert self._baby.born is not None
        return (at.day - self._baby.born).days / 7

    def _is_night(self, at: When) -> bool:
        return not DAY_BEGINS <= at.hour < DAY_ENDS + 1.5 * self._dice.fraction()

    def _is_evening(self, at: When) -> bool:
        return EVENING_BEGINS <= at.hour < EVENING_ENDS

    def _by_now(self, at: When) -> When:
        """Nothing is written down in the future."""
        return min(at, self._now, key=lambda when: when.utc)

    def _on(self, day: date, hour: int, minute: int) -> When:
        return When.from_wall(datetime.combine(day, time(hour, minute)), self._now.zone)

    def _id(self, at: When) -> str:
        return self._dice.id(at)
