"""What a look at some days takes from the diary, read in parts so that the window stays awake."""

from collections.abc import Iterator
from dataclasses import dataclass

from bonddiary.analysis.findings.said import Said
from bonddiary.analysis.insights import needed
from bonddiary.analysis.names import Names
from bonddiary.diary.diary import Diary
from bonddiary.domain.baby import Baby
from bonddiary.domain.care import CareEvent, DayMark
from bonddiary.domain.moment import Moment
from bonddiary.domain.period import Period
from bonddiary.domain.tip_choice import Kept
from bonddiary.domain.when import When

PART = 7
"""Days read in one go: of a diary with an entry every half hour, a few hundred rows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entries:
    """A snapshot that may go to a worker."""

    baby: Baby | None
    period: Period
    now: When
    names: Names
    moments: tuple[Moment, ...] = ()
    care: tuple[CareEvent, ...] = ()
    marks: tuple[DayMark, ...] = ()
    choices: tuple[tuple[str, Kept], ...] = ()
    """Tips that were saved or hidden."""
    before: Said | None = None
    """What was said of these days last."""
    reference: bool = False
    """Whether the parent switched the crying reference on."""


def read(
    diary: Diary, baby: Baby | None, period: Period, now: When, names: Names, before: Said | None
) -> Iterator[Entries | None]:
    """None after each part; the entries at the end. Raises DiaryError."""
    choices = tuple(diary.tip_choices().items())
    asked = Entries(baby=baby, period=period, now=now, names=names, choices=choices, before=before)
    if baby is None:
        yield asked
        return
    moments: dict[str, Moment] = {}
    care: dict[str, CareEvent] = {}
    for part in needed(period).parts(PART):
        yield None
        moments |= {moment.id: moment for moment in diary.moments(baby.id, part)}
        care |= {event.id: event for event in diary.care(baby.id, part)}  # one that runs on touches two parts
    marks = diary.day_marks(baby.id, needed(period))
    yield Entries(
        baby=baby,
        period=period,
        now=now,
        names=names,
        moments=tuple(moments.values()),
        care=tuple(care.values()),
        marks=marks,
        choices=choices,
        before=before,
    )
