"""Small words around numbers, times and dates, in plain British English.

Charts, the report and commands use these; the window gives the same values to Qt's translations.
"""

from datetime import date, datetime, timedelta

from bonddiary.domain.baby import Age
from bonddiary.domain.errors import UnknownZone
from bonddiary.domain.period import Period
from bonddiary.domain.when import When, zone_named

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def times(count: int, total: int) -> str:
    """A count with its denominator: "14 of 16 times"."""
    return f"{count} of {counted(total, 'time')}"


def counted(count: int, one: str, many: str = "") -> str:
    """ "1 moment", "74 moments", "4,207 entries"."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def often(count: int) -> str:
    """ "once", "5 times"."""
    return "once" if count == 1 else counted(count, "time")


def clock(wall: datetime) -> str:
    """ "3:12am", "6pm", "midnight", "noon"."""
    return clock_plain(wall) if wall.minute else hour(wall.hour)


def clock_plain(wall: datetime) -> str:
    """ "12:00am" style without the words midnight and noon: for lists, where columns are compared."""
    minutes = f":{wall.minute:02d}"
    return f"{wall.hour % 12 or 12}{minutes}{'am' if wall.hour < 12 else 'pm'}"


def hour(of_day: int) -> str:
    """The name of a full hour, 0 to 24: "midnight", "3am", "noon", "6pm"."""
    if of_day % 12 == 0:
        return "noon" if of_day == 12 else "midnight"
    return f"{of_day % 12}{'am' if of_day < 12 else 'pm'}"


def day(on: date) -> str:
    """ "16 November 2026"."""
    return f"{on.day} {MONTHS[on.month - 1]} {on.year}"


def weekday(on: date) -> str:
    """ "Monday 16 November"."""
    return f"{WEEKDAYS[on.weekday()]} {on.day} {MONTHS[on.month - 1]}"


def period(span: Period) -> str:
    """ "3 to 16 November 2026", naming month and year once where it can."""
    first, last = span.first, span.last
    if first == last:
        return day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {day(last)}"
    if first.year == last.year:
        return f"{first.day} {MONTHS[first.month - 1]} to {day(last)}"
    return f"{day(first)} to {day(last)}"


def within(span: Period, today: date) -> str:
    """A period as it ends a sentence: "today", "this week", "in these 2 weeks", "on Monday 16 November"."""
    if span.days == 1:
        return "today" if span.last == today else f"on {weekday(span.last)}"
    if span.days == 7 and span.last == today:
        return "this week"
    if span.days % 7 == 0 and span.days > 7:
        return f"in these {span.days // 7} weeks"
    return f"in these {span.days} days"


def length(time: timedelta) -> str:
    """ "5 min", "1 h", "11 h 33 min"; under a minute is "under 1 min"."""
    minutes = int(time.total_seconds() // 60)
    if minutes < 1:
        return "under 1 min"
    hours, rest = divmod(minutes, 60)
    return " ".join(part for part in (f"{hours} h" if hours else "", f"{rest} min" if rest else "") if part)


def age(value: Age) -> str:
    """ "3 days", "7 weeks", "5 months", "1 year 2 months", as health visitors say it."""
    if value.days < 14:
        return counted(value.days, "day")
    if value.weeks < 13:
        return counted(value.weeks, "week")
    if value.months < 12:
        return counted(value.months, "month")
    years, months = divmod(value.months, 12)
    return counted(years, "year") + (f" {counted(months, 'month')}" if months else "")


def at(when: When, now: When) -> str:
    """A moment's time seen from now: "3:12am", "yesterday 11:55pm", "Monday 3 March, 3:12am"."""
    shown = clock(when.wall) + which_pass(when)
    apart = (now.day - when.day).days
    if apart == 0:
        return shown
    if apart == 1:
        return f"yesterday {shown}"
    if when.day.year == now.day.year:
        return f"{weekday(when.day)}, {shown}"
    return f"{day(when.day)}, {shown}"


def which_pass(when: When) -> str:
    """ " (first)" or " (second)" where the clock showed this time twice; blank on every other night."""
    try:
        zone = zone_named(when.zone)
    except UnknownZone:  # from a file; its wall clock is known all the same
        return ""
    first, second = (when.wall.replace(tzinfo=zone, fold=fold).utcoffset() for fold in (0, 1))
    if first is None or second is None or first <= second:
        return ""
    return " (first)" if when.offset == first.total_seconds() else " (second)"


def listed(words: list[str]) -> str:
    """ "fed, winded and rocked"."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}" if words else ""
