"""Copies of the diary in words: "Today, 2:02pm, 1,204 entries, up to yesterday, 12 fewer than now"."""

from datetime import date, datetime

from bonddiary.domain import wording
from bonddiary.domain.copies import Copy, Why
from bonddiary.domain.when import When

_WHY = {
    Why.RESTORE: "made before an older diary came back",
    Why.IMPORT: "made before a file came in",
}


def when_words(copy: Copy, now: When) -> str:
    """ "today, 2:02pm"."""
    made = When.of(copy.made, now.zone)
    shown = wording.at(made, now)
    if made.day == now.day:
        return f"today, {shown}"
    return shown.replace("yesterday ", "yesterday, ", 1)


def entries_words(copy: Copy) -> str:
    """ "1,204 entries"."""
    return wording.counted(copy.entries, "entry", "entries")


def row_words(copy: Copy, now: When, entries_now: int | None) -> str:
    """The copy in a list; beside the diary of now, where that can be read."""
    parts = [when_words(copy, now), entries_words(copy)]
    if copy.last is not None:
        parts.append(f"up to {day_words(copy.last, now.day)}")
    if entries_now is not None and entries_now != copy.entries:
        apart = entries_now - copy.entries
        parts.append(f"{abs(apart):,} {'fewer' if apart > 0 else 'more'} than now")
    if copy.doubtful:
        parts.append(f"{copy.doubtful:,} of them not as in the copy before, though nothing here changed that")
    if copy.why in _WHY:
        parts.append(_WHY[copy.why])
    said = ", ".join(parts)
    return said[0].upper() + said[1:]


def checked_words(copy: Copy, now: When) -> str:
    """ "checked today", "checked 3 days ago"."""
    return f"checked {ago(copy.checked, now)}"


def ago(time: datetime, now: When) -> str:
    """How many days ago by the calendar: "today", "yesterday", "3 days ago"."""
    days = (now.day - When.of(time, now.zone).day).days
    return {0: "today", 1: "yesterday"}.get(max(days, 0), f"{days} days ago")


def day_words(on: date, today: date) -> str:
    """ "today", "yesterday", "16 November", "16 November 2025"."""
    days = (today - on).days
    if days in {0, 1}:
        return ("today", "yesterday")[days]
    return wording.day(on) if on.year != today.year else f"{on.day} {wording.MONTHS[on.month - 1]}"
