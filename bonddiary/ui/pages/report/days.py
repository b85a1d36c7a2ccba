"""Which days the page is about."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bonddiary.domain import wording
from bonddiary.domain.period import Period
from bonddiary.domain.visit import Visit
from bonddiary.domain.when import YEARS
from bonddiary.ui.pages.report.choices import Choices, Span

TWO_WEEKS, MOST_DAYS = 14, 92
NO_VISIT = "No visit is written down yet, so these are 2 weeks."
SINCE = "Since the visit on {0}."
CUT = "Since the visit on {0}. The newest {1} days fit on a page."
BEHIND = "Nothing is lost. Your newest entries are from {0}, so those days are shown."

UNREAD = "We couldn’t read ‘{0}’. A day looks like this: 3/11/2026."
BLANK = "Both days are needed: the first and the last."
TOO_MANY = "That is {0} days. Up to {1} fit on a page."
NOTHING = "Nothing is logged yet."
SO_FAR = "You’ve logged {0} so far."
NONE, IN_THESE = "None of these days has entries.", "{0} of these days have entries."
WORKS_FROM = "The report works from 3 days, or print a blank 24-hour diary sheet to fill in by hand."


@dataclass(frozen=True, slots=True)
class Days:
    """The period, and what is to be known of it."""

    period: Period
    notice: str = ""
    no_visit: bool = False


def days_for(choices: Choices, whole: Period | None, visits: Sequence[Visit], today: date) -> Days:
    """The days of these choices, for a diary whose entries lie in `whole`."""
    if choices.span is Span.CUSTOM and choices.custom is not None:
        return Days(choices.custom)
    if choices.span is Span.SINCE_VISIT:
        before = [visit.day for visit in visits if visit.day < today]
        if before:
            return _since(max(before), today)
    shown = _newest(whole, today)
    if choices.span is Span.SINCE_VISIT:
        return Days(shown.period, NO_VISIT, no_visit=True)
    return shown


def _since(day: date, today: date) -> Days:
    """From the day after the visit: what was talked about then isn’t on the page again."""
    period = Period(day + timedelta(days=1), today)
    if period.days <= MOST_DAYS:
        return Days(period, SINCE.format(wording.day(day)))
    return Days(Period.ending(today, MOST_DAYS), CUT.format(wording.day(day), MOST_DAYS))


def _newest(whole: Period | None, today: date) -> Days:
    """The last two weeks, or those of the newest entry when nothing was logged since."""
    if whole is None or whole.last > today - timedelta(days=TWO_WEEKS):
        return Days(Period.ending(today, TWO_WEEKS))
    return Days(Period.ending(whole.last, TWO_WEEKS), BEHIND.format(wording.day(whole.last)))


def typed_days(first: str, last: str, read: Callable[[str], date | None]) -> Period:
    """The days that were typed, in any order. Raises ValueError with words for people."""
    days = _typed(read, first), _typed(read, last)
    period = Period(min(days), max(days))
    if period.days > MOST_DAYS:
        raise ValueError(TOO_MANY.format(period.days, MOST_DAYS))
    return period


def too_little_words(days: int, *, everything: bool) -> str:
    """Why there is no page. `everything`: the days shown hold all that was logged."""
    if everything:
        said = SO_FAR.format(wording.counted(days, "day")) if days else NOTHING
    else:
        said = IN_THESE.format(days) if days > 1 else "1 of these days has entries." if days else NONE
    return f"{said} {WORKS_FROM}"


def _typed(read: Callable[[str], date | None], text: str) -> date:
    try:
        day = read(text)
    except ValueError:
        raise ValueError(UNREAD.format(text.strip())) from None
    if day is None:
        raise ValueError(BLANK)
    if day.year not in YEARS:
        raise ValueError(UNREAD.format(text.strip()))
    return day
