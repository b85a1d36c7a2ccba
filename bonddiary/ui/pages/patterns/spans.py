"""Which days the Patterns page shows: how many, and up to which."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from bonddiary.domain.period import Period

MOST_DAYS = 92
"""The longest period on one page: a row a day stays readable."""
DAY = timedelta(days=1)


class Span(StrEnum):
    """How much is shown at once."""

    WEEK = "week"
    TWO_WEEKS = "two-weeks"
    FOUR_WEEKS = "four-weeks"
    ALL = "all"
    CUSTOM = "custom"
    """Days that the parent names; two weeks until then."""

    @property
    def days(self) -> int:
        """How many days; for ALL the most."""
        return {Span.WEEK: 7, Span.FOUR_WEEKS: 28, Span.ALL: MOST_DAYS}.get(self, 14)


@dataclass(frozen=True, slots=True)
class Window:
    """The period shown, and what lies around it."""

    period: Period
    earlier: bool
    """There are entries before it."""
    later: bool
    """It isn't the latest."""
    behind: bool
    """The latest period ends before today, because nothing was logged since."""
    in_parts: bool
    """All is more than fits on one page."""


def so_far(whole: Period | None, today: date) -> Period | None:
    """The days with entries, up to now; a slip that brought one for a far day doesn't lead there.

    One day more, for a clock that was ahead where it was noted.
    """
    end = today + DAY
    return Period(min(whole.first, end), min(whole.last, end)) if whole else None


def window(span: Span, last: date | None, whole: Period | None, today: date) -> Window:
    """The days up to `last` (None: the latest), for a diary whose entries lie in `whole`."""
    newest = latest_day(span, whole, today)
    days = span.days
    if span is Span.ALL:
        days = min(days, whole.days) if whole else Span.TWO_WEEKS.days
    ends = newest if last is None else min(last, newest)
    if span is Span.ALL and whole:
        ends = max(ends, whole.first + (days - 1) * DAY)
    period = Period.ending(ends, days)
    return Window(
        period=period,
        earlier=whole is not None and whole.first < period.first,
        later=ends < newest,
        behind=newest < today and span is not Span.ALL,
        in_parts=span is Span.ALL and whole is not None and whole.days > days,
    )


def chosen(period: Period, whole: Period | None, today: date) -> Window:
    """Exactly these days, which the parent named."""
    return Window(
        period=period,
        earlier=whole is not None and whole.first < period.first,
        later=period.last < (max(today, whole.last) if whole else today),
        behind=False,
        in_parts=False,
    )


def latest_day(span: Span, whole: Period | None, today: date) -> date:
    """Today, or the day of the newest entry when nothing was logged in the days up to today."""
    if whole is None:
        return today
    if span is Span.ALL:
        return whole.last
    return today if whole.last > today - span.days * DAY else whole.last


def earlier(shown: Window) -> date:
    """The last day of the period before."""
    return shown.period.first - DAY


def later(shown: Window, span: Span, whole: Period | None, today: date) -> date | None:
    """The last day of the period after; None when that is the latest."""
    day = shown.period.last + shown.period.days * DAY
    return None if day >= latest_day(span, whole, today) else day
