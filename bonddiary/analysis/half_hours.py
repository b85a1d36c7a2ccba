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


def logged(view: View) -> list[bool]:
    """Which half hours were logged: something lies within three hours of them on a day that was used.

    All of a day marked as logged whole, none of a day with nothing on it, none still to come.
    """
    period, cover = view.period, view.coverage
    near = touched(chain(view.moments, view.care), period, REACH)
    here = touched(chain(view.moments, view.care), period)
    begun = max(0, (view.now.wall - datetime.combine(period.first, time())) // HALF + 1)
    days = [(day in cover.used, day in cover.whole) for day in period]
    return [
        used and ((place < begun and (whole or near[place])) or here[place])
        for place, (used, whole) in ((place, days[place // A_DAY]) for place in range(len(near)))
    ]


def days_of(flags: list[bool]) -> tuple[int, ...]:
    """On how many days each of the 48 half hours is marked."""
    return tuple(sum(flags[place::A_DAY]) for place in range(A_DAY))
