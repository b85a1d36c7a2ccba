"""Reads a day's entries as the Timeline shows them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import groupby
from types import MappingProxyType

from bonddiary.analysis.names import Names
from bonddiary.domain import wording
from bonddiary.domain.baby import BabyMark
from bonddiary.domain.care import CareEvent, CareKind
from bonddiary.domain.moment import Moment
from bonddiary.domain.unread import Unread
from bonddiary.domain.when import When
from bonddiary.ui.models.entry_row import row_of, unread_row
from bonddiary.ui.models.timeline import Day, DayRow, StripMark

Entry = Moment | CareEvent
HOURS = 24.0


def days_of(
    entries: Iterable[Entry],
    names: Names,
    now: When,
    unread: Iterable[Unread] = (),
    whose: Mapping[str, BabyMark] = MappingProxyType({}),
) -> list[Day]:
    """Days with their headings, the newest day and the newest entry first. What can't be read stands at its time.

    `whose`: by an entry's id, where entries of several babies come together.
    """
    ordered: list[Entry | Unread] = sorted(
        [*entries, *unread], key=lambda entry: (entry.at.day, entry.at.utc, _id(entry)), reverse=True
    )
    return [
        _day(day, list(group), names, now, whose)
        for day, group in groupby(ordered, key=lambda entry: entry.at.day)
    ]


def _day(
    day: date, entries: Sequence[Entry | Unread], names: Names, now: When, whose: Mapping[str, BabyMark]
) -> Day:
    moments = [entry for entry in entries if isinstance(entry, Moment)]
    others = sum(isinstance(entry, CareEvent) for entry in entries)
    counts = [wording.counted(len(moments), "moment")] if moments else []
    counts += [wording.counted(others, "care event")] if others else []
    readable = [entry for entry in entries if not isinstance(entry, Unread)]
    marks = tuple(mark for entry in readable if (mark := _mark(entry, names)) is not None)
    heading = DayRow(day, _title(day, now.day), ", ".join(counts), marks)
    rows = (unread_row(entry) if isinstance(entry, Unread) else row_of(entry, names) for entry in entries)
    if whose:
        rows = (replace(row, baby=whose.get(row.ref.id)) for row in rows)
    return Day(heading, tuple(rows))


def _id(entry: Entry | Unread) -> str:
    return entry.ref.id if isinstance(entry, Unread) else entry.id


def _title(day: date, today: date) -> str:
    words = wording.weekday(day) + ("" if day.year == today.year else f" {day.year}")
    near = {today: "Today, ", today - timedelta(days=1): "Yesterday, "}
    return near.get(day, "") + words


def _mark(entry: Entry, names: Names) -> StripMark | None:
    """A moment, or a stretch of sleep; other care events would crowd so small a ruler."""
    if isinstance(entry, CareEvent) and entry.kind is not CareKind.SLEEP:
        return None
    end = None
    if entry.until is not None:
        end = entry.until.hour if entry.until.day == entry.at.day else HOURS
    family = names.family(entry.cues[0]) if isinstance(entry, Moment) else None
    return StripMark(entry.at.hour, end, family)
