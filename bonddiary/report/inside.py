"""What is in a page, said to whoever gives it away, and the entries as a table: both of exactly what is counted."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from bonddiary.analysis.care_words import care_title, care_told
from bonddiary.analysis.insight import Table
from bonddiary.domain.care import CareEvent
from bonddiary.domain.moment import Moment
from bonddiary.report.counted import Counted
from bonddiary.report.naming import one_line
from bonddiary.report.request import Section

Entry = Moment | CareEvent
_Column = tuple[str, Callable[[Entry], str]]


def inside(page: Counted) -> str:
    """ "In it: 74 moments. No notes. People hidden."."""
    say, notes, people = page.say, noted(page), labels(page)
    entries = [say("moments", len(page.moments))]
    if page.care:
        entries.append(say("care-events", len(page.care)))
    return say(
        "inside",
        entries=say.listed(entries),
        notes=say("notes", len(notes)) if notes else say("inside-no-notes"),
        people=say("inside-people", people=say.listed(people)) if people else say("inside-hidden"),
    )


def noted(page: Counted) -> tuple[Entry, ...]:
    """The entries whose notes are on the page, in order of time."""
    return tuple(entry for entry in _entries(page) if page.prints_note(entry))


def labels(page: Counted) -> list[str]:
    """The labels of those who noted anything that is counted, each once; none unless people are shown."""
    if not page.request.carers:
        return []
    there = {entry.carer for entry in _entries(page)}
    named = (one_line(carer.label) for carer in page.records.carers if carer.id in there)
    return list(dict.fromkeys(label for label in named if label))


def rows(page: Counted) -> Table:
    """One row an entry, the oldest first."""
    columns = list(_columns(page))
    return Table(
        caption=page.say("rows-caption", dates=page.say.period(page.period)),
        headers=tuple(header for header, _ in columns),
        rows=tuple(tuple(cell(entry) for _, cell in columns) for entry in _entries(page)),
    )


def _entries(page: Counted) -> list[Entry]:
    found: list[Entry] = [*page.moments, *page.care]
    return sorted(found, key=lambda entry: (entry.at.utc, entry.id))


def _columns(page: Counted) -> Iterator[_Column]:
    say, names = page.say, page.names
    yield say("cell-day"), lambda entry: entry.at.day.isoformat()
    yield say("cell-time"), lambda entry: f"{entry.at.wall:%H:%M}"
    yield say("cell-about"), lambda entry: say("cell-about-yes") if entry.about else ""
    if page.care:
        yield say("cell-what"), lambda entry: _what(page, entry)
    yield say("cell-cues"), _of_moment(lambda moment: "; ".join(map(names.cue, moment.cues)))
    yield (
        say("cell-tried"),
        _of_moment(lambda moment: say.sequence([names.response(key) for key in moment.responses])),
    )
    yield (
        say("cell-then"),
        _of_moment(lambda moment: names.outcome_name(moment.outcome) if moment.outcome else ""),
    )
    yield (
        say("cell-settle"),
        _of_moment(lambda moment: _settle(page, moment)),
    )
    yield say("cell-lasting"), _lasting
    chosen = {entry.id for entry in noted(page)}
    if chosen:
        yield say("cell-note"), lambda entry: entry.note.strip() if entry.id in chosen else ""
    if page.request.carers:
        called = {carer.id: one_line(carer.label) for carer in page.records.carers}
        yield say("cell-carer"), lambda entry: called.get(entry.carer, "") if entry.carer else ""


def _of_moment(cell: Callable[[Moment], str]) -> Callable[[Entry], str]:
    return lambda entry: cell(entry) if isinstance(entry, Moment) else ""


def _what(page: Counted, entry: Entry) -> str:
    """How a feed was given stands there where feeds were asked for, and nowhere else."""
    if isinstance(entry, Moment):
        return page.say("cell-moment")
    title = care_title(entry, page.names)
    told = care_told(replace(entry, until=None), page.names) if page.asks(Section.CARE) else ()
    return ", ".join([title, *told])


def _settle(page: Counted, moment: Moment) -> str:
    if moment.settle is None:
        return ""
    minutes = moment.settle.minutes
    return page.names.settle(moment.settle) if minutes is None else page.say("minutes", minutes)


def _lasting(entry: Entry) -> str:
    return "" if entry.length is None else str(int(entry.length.total_seconds() // 60))
