"""Small made-up diaries with valid defaults, and a small catalogue."""

import random
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta

from bonddiary.analysis.insights import Insights, build_insights
from bonddiary.analysis.names import Names
from bonddiary.domain.care import CareEvent, CareKind, DayMark, DayMarkKind
from bonddiary.domain.catalog import (
    AgeWindow,
    Bin,
    Catalog,
    Cue,
    Family,
    Outcome,
    OutcomeMark,
    Provenance,
    Response,
)
from bonddiary.domain.ids import (
    BabyId,
    CareId,
    CueKey,
    DayMarkId,
    MomentId,
    OutcomeKey,
    ResponseKey,
    new_id,
)
from bonddiary.domain.moment import Moment, Settle, SettleBin, Source
from bonddiary.domain.period import Period
from bonddiary.domain.when import When

LONDON = "Europe/London"
BABY = BabyId("b")
FIRST = date(2026, 11, 2)
"""A Monday."""
TWO_WEEKS = Period(FIRST, FIRST + timedelta(days=13))
PROVENANCE = Provenance((), date(2026, 11, 1), True)

CUES = {
    "whimper": (Family.CRYING, "Whimper"),
    "building": (Family.CRYING, "Building cry"),
    "grunt": (Family.NOISES, "Grunt"),
    "coo": (Family.NOISES, "Coo"),
    "yawn": (Family.FACE, "Yawn"),
    "rooting": (Family.MOVEMENT, "Rooting"),
}
RESPONSES = {
    "fed": "Fed",
    "winded": "Winded",
    "cuddled": "Cuddled",
    "rocked": "Rocked",
    "talked": "Talked back",
}
OUTCOMES = {
    "out-settled": ("Settled", OutcomeMark.FULL),
    "out-partly": ("Settled a bit", OutcomeMark.HALF),
    "out-same": ("No change yet", OutcomeMark.EMPTY),
    "out-more-upset": ("More upset", OutcomeMark.DOTTED),
    "out-asleep": ("Fell asleep", OutcomeMark.FULL),
    "out-took-break": ("Took a break", OutcomeMark.OTHER),
    "out-unknown": ("Didn’t notice", OutcomeMark.UNKNOWN),
}

SETTLES = (
    None,
    Settle(SettleBin.UNDER_5),
    Settle(SettleBin.NOT_SETTLED),
    *map(Settle.in_minutes, (3, 5, 10, 15, 40)),
)
BINS = {SettleBin.UNDER_5: "under 5 min", SettleBin.NOT_SETTLED: "not settled"}


def _cue(key: str, family: Family, name: str) -> Cue:
    return Cue(
        key=CueKey(key),
        family=family,
        name=name,
        description="",
        meanings=(),
        ages=AgeWindow(),
        responses=(),
        provenance=PROVENANCE,
    )


def catalog() -> Catalog:
    """Six cues, five responses, seven outcomes."""
    return Catalog(
        groups={},
        cues={CueKey(key): _cue(key, *words) for key, words in CUES.items()},
        responses={
            ResponseKey(key): Response(
                key=ResponseKey(key), name=name, title=name, description="", provenance=PROVENANCE
            )
            for key, name in RESPONSES.items()
        },
        outcomes={
            OutcomeKey(key): Outcome(key=OutcomeKey(key), name=name, description="", mark=mark)
            for key, (name, mark) in OUTCOMES.items()
        },
        bins={step: Bin(step, name) for step, name in BINS.items()},
        sources={},
    )


NAMES = Names.of(catalog())


def when(day: int, hour: float, zone: str = LONDON) -> When:
    """`hour` o'clock on a day of the two weeks, counted from 0."""
    return When.from_wall(datetime.combine(FIRST + timedelta(days=day), time()) + timedelta(hours=hour), zone)


def moment(
    at: When,
    cues: Sequence[str] = ("rooting",),
    *,
    tried: Sequence[str] = (),
    then: str | None = None,
    until: When | None = None,
    about: bool = False,
    later: timedelta = timedelta(0),
    settle: Settle | None = None,
    deleted: bool = False,
) -> Moment:
    """A moment written down as it ended, or later."""
    return Moment(
        id=MomentId(new_id()),
        baby=BABY,
        at=at,
        entered=(until or at).shifted(later),
        cues=tuple(map(CueKey, cues)),
        until=until,
        about=about,
        responses=tuple(map(ResponseKey, tried)),
        outcome=OutcomeKey(then) if then else None,
        settle=settle,
        deleted=datetime(2026, 11, 30, tzinfo=UTC) if deleted else None,
    )


def care(at: When, kind: CareKind = CareKind.FEED, until: When | None = None) -> CareEvent:
    """A care event brought in from another app."""
    return CareEvent(
        id=CareId(new_id()), baby=BABY, kind=kind, at=at, entered=at, until=until, source=Source("app", "1")
    )


def day_mark(day: int, kind: DayMarkKind = DayMarkKind.WHOLE_DAY) -> DayMark:
    """What a parent said of a day of the two weeks."""
    return DayMark(id=DayMarkId(new_id()), baby=BABY, day=FIRST + timedelta(days=day), kind=kind)


def insights(
    moments: Iterable[Moment] = (),
    events: Iterable[CareEvent] = (),
    marks: Iterable[DayMark] = (),
    *,
    period: Period = TWO_WEEKS,
    now: When | None = None,
    names: Names = NAMES,
) -> Insights:
    """Insights of a period seen the day after it ended."""
    after = When.from_wall(datetime.combine(period.last + timedelta(days=1), time(9)), LONDON)
    return build_insights(moments, events, marks, period, now or after, names)


def diary(seed: int = 1, days: int = 14, a_day: int = 6) -> tuple[list[Moment], list[CareEvent]]:
    """A busy made-up diary: cues at any hour, long or remembered; sleep; feeds, some without an end."""
    rng, clock = random.Random(seed), random.Random(seed)
    moments, events = [], []
    for day in range(days):
        for _ in range(a_day):
            at = when(day, rng.uniform(0, 23.9))
            moments.append(
                moment(
                    at,
                    rng.sample(sorted(CUES), rng.choice([1, 1, 1, 2])),
                    tried=rng.sample(sorted(RESPONSES), rng.choice([0, 1, 1, 2])),
                    then=rng.choice([None, *OUTCOMES]),
                    until=at.shifted(timedelta(minutes=rng.randint(5, 90))) if rng.random() < 0.3 else None,
                    about=rng.random() < 0.2,
                    settle=clock.choice(SETTLES),
                )
            )
        events.append(care(when(day, 20), CareKind.SLEEP, when(day, 29.5)))
        events += [
            care(when(day, hour), until=when(day, hour + rng.choice([0.25, 0.5]))) for hour in (7, 11, 15)
        ]
        events.append(care(when(day, 18.5)))
    return moments, events
