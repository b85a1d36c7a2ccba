"""Half hours of a period's days, end to end by the clock of the place: which hold something, which were logged."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from itertools import accumulate, chain

from bonddiary.analysis.blocks import BLOCKS
from bonddiary.analysis.day_rows import REACH
from bonddiary.analysis.insight import View, once
from bonddiary.analysis.spans import wall_end
from bonddiary.domain.care import CareEvent
from bonddiary.domain.moment import Moment
from bonddiary.domain.period import Period

NOT_LOGGED = "not logged"
A_DAY = 48
HALF = timedelta(minutes=30)
Stretch = tuple[int, int]
"""From which half hour to before which one something lasts, counted from the period's first midnight.

Equal for an instant on a full half hour."""


@dataclass(frozen=True, slots=True)
class HalfHours:
    """Every half hour of a view's days, 48 a day."""

    moments: Sequence[Stretch]
    """One for each of the view's moments."""
    care: Sequence[Stretch]
    """One for each of its care events."""
    passed: Sequence[bool]
    """It belongs to a day that was used, and isn't still to come."""
    logged: Sequence[bool]
    """And something lies within three hours of it, or a parent marked the whole day."""


@once
def half_hours(view: View) -> HalfHours:
    """Reads each entry's clock once."""
    period, cover = view.period, view.coverage
    moments, care = stretches(view.moments, period), stretches(view.care, period)
    here = touched(chain(moments, care), period)
    near = touched(chain(moments, care), period, REACH // HALF)
    begun = max(0, (view.now.wall - datetime.combine(period.first, time())) // HALF + 1)
    used = [day in cover.used for day in period]
    whole = [day in cover.whole for day in period]
    passed = [used[place // A_DAY] and (place < begun or there) for place, there in enumerate(here)]
    logged = [there and (near[place] or whole[place // A_DAY]) for place, there in enumerate(passed)]
    return HalfHours(moments, care, passed, logged)


def stretches(entries: Iterable[Moment | CareEvent], period: Period) -> list[Stretch]:
    """Where each entry lies, by the clock of the place where it began."""
    zero = period.first.toordinal() * A_DAY
    return [
        (_begun(entry.at.wall) - zero, _over(wall_end(entry.at, entry.until)) - zero) for entry in entries
    ]


def _begun(wall: datetime) -> int:
    """The half hour that it lies in, counted through all days."""
    return wall.toordinal() * A_DAY + wall.hour * 2 + wall.minute // 30


def _over(wall: datetime) -> int:
    """The first half hour that begins then or later."""
    within = wall.minute % 30 or wall.second or wall.microsecond
    return _begun(wall) + bool(within)


def touched(found: Iterable[Stretch], period: Period, reach: int = 0) -> list[bool]:
    """Whether any of them, or so many half hours before and after it, falls on each half hour."""
    steps = [0] * (period.days * A_DAY + 1)
    last = len(steps) - 1
    for low, high in found:
        start, end = low - reach, high + reach
        if end <= start:  # an instant on a full half hour
            end = start + 1
        if end > 0 and start < last:
            steps[max(0, start)] += 1
            steps[min(last, end)] -= 1
    return [count > 0 for count in accumulate(steps[:-1])]


def days_of(flags: Sequence[bool]) -> tuple[int, ...]:
    """On how many days each of the 48 half hours is marked."""
    return tuple(sum(flags[place::A_DAY]) for place in range(A_DAY))


def blocks_logged(view: View) -> tuple[int, ...]:
    """On how many days anything of each of the eight blocks was logged. Where it is 0, a count of 0 would say nothing."""
    flags, size = half_hours(view).logged, A_DAY // BLOCKS
    blocks = [any(flags[place : place + size]) for place in range(0, len(flags), size)]
    return tuple(sum(blocks[block::BLOCKS]) for block in range(BLOCKS))
