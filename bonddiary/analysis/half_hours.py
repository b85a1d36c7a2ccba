"""Half hours of a period's days, end to end by the clock of the place: which hold something, which were logged."""

from collections.abc import Iterable
from datetime import datetime, time, timedelta
from itertools import accumulate, chain

from bonddiary.analysis.day_rows import REACH
from bonddiary.analysis.insight import View
from bonddiary.analysis.spans import wall_end
from bonddiary.domain.care import CareEvent
from bonddiary.domain.moment import Moment
from bonddiary.domain.period import Period

A_DAY = 48
HALF = timedelta(minutes=30)


def touched(
    entries: Iterable[Moment | CareEvent], period: Period, reach: timedelta = timedelta(0)
) -> list[bool]:
    """Whether an entry, or its reach before and after it, falls on each half hour: 48 a day, from the first day on."""
    zero = datetime.combine(period.first, time())
    steps = [0] * (period.days * A_DAY + 1)
    end = len(steps) - 1
    for entry in entries:
        low = (entry.at.wall - reach - zero) // HALF
        high = max(low + 1, -((zero - wall_end(entry.at, entry.until) - reach) // HALF))
        if high > 0 and low < end:
            steps[max(low, 0)] += 1
            steps[min(high, end)] -= 1
    return [count > 0 for count in accumulate(steps[:-1])]


def passed(view: View) -> list[bool]:
    """Which half hours belong to days that were used: all of such a day that isn't still to come."""
    here = touched(chain(view.moments, view.care), view.period)
    used = [day in view.coverage.used for day in view.period]
    begun = max(0, (view.now.wall - datetime.combine(view.period.first, time())) // HALF + 1)
    return [used[place // A_DAY] and (place < begun or there) for place, there in enumerate(here)]


def logged(view: View) -> list[bool]:
    """Which of them were logged: something lies within three hours, or a parent marked the whole day."""
    near = touched(chain(view.moments, view.care), view.period, REACH)
    whole = [day in view.coverage.whole for day in view.period]
    return [there and (near[place] or whole[place // A_DAY]) for place, there in enumerate(passed(view))]


def days_of(flags: list[bool]) -> tuple[int, ...]:
    """On how many days each of the 48 half hours is marked."""
    return tuple(sum(flags[place::A_DAY]) for place in range(A_DAY))
