"""Reads a day's entries as the Timeline shows them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial
from itertools import groupby
from operator import itemgetter
from types import MappingProxyType

from bonddiary.analysis.names import Names
from bonddiary.domain import wording
from bonddiary.domain.baby import BabyMark
from bonddiary.domain.care import CareEvent, CareKind
from bonddiary.domain.moment import Moment
from bonddiary.domain.records import ref_to
from bonddiary.domain.unread import Unread
from bonddiary.domain.when import When
from bonddiary.ui.models.entry_row import EntryLine, EntryRow, row_of, unread_row
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
    placed: list[tuple[date, datetime, str, Entry | Unread]] = [
        (entry.at.day, entry.at.utc, _id(entry), entry) for entry in [*entries, *unread]
    ]
    placed.sort(key=itemgetter(0, 1, 2), reverse=True)
    return [
        _day(day, [entry for *_, entry in group], names, now, whose)
        for day, group in groupby(placed, key=itemgetter(0))
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
    return Day(heading, tuple(_line(entry, names, whose) for entry in entries))


def _line(entry: Entry | Unread, names: Names, whose: Mapping[str, BabyMark]) -> EntryLine:
    if isinstance(entry, Unread):
        return EntryLine(
            entry.ref, entry.at, partial(_of_whom, partial(unread_row, entry), whose), unread=True
        )
    return EntryLine(ref_to(entry), entry.at, partial(_of_whom, partial(row_of, entry, names), whose))


def _of_whom(make: Callable[[], EntryRow], whose: Mapping[str, BabyMark]) -> EntryRow:
    row = make()
    return replace(row, baby=whose.get(row.ref.id)) if whose else row


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
