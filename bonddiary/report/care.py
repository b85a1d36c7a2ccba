"""Feeds and nappies, where a parent asks for them: how many were noted, by how. Breast and bottle stand side by side."""

from collections.abc import Iterator, Sequence

from bonddiary.analysis.care_words import choice_words, kind_name
from bonddiary.analysis.insight import Table
from bonddiary.domain.care import CareEvent, CareKind
from bonddiary.domain.care_fields import CARE_FIELDS, Detail
from bonddiary.report.counted import Counted
from bonddiary.report.document import Block, Grid, Words
from bonddiary.report.request import Section

_BY = {CareKind.FEED: "method", CareKind.NAPPY: "nappy"}
"""The detail that each kind is counted by."""
_Row = tuple[str, str, str]


def care(page: Counted) -> Iterator[Block]:
    """A grid of what was noted, or words that nothing was."""
    say, section = page.say, Section.CARE
    rows = [row for kind in _BY for row in _rows(page, kind)]
    if not rows:
        yield Words(section=section, heading=say("care-heading"), paragraphs=(say("care-none"),))
        return
    headers = (say("care-what"), say("column-times"), say("care-days"))
    yield Grid(
        section=section,
        heading=say("care-heading"),
        table=Table(caption=say("care-caption"), headers=headers, rows=tuple(rows)),
        small=(say("care-small"),),
    )


def _rows(page: Counted, kind: CareKind) -> Iterator[_Row]:
    events = [event for event in page.care if event.kind is kind]
    if not events:
        return
    name = kind_name(kind, page.names)
    yield _row(page, name, events)
    detail = next(each for each in CARE_FIELDS[kind].details if each.name == _BY[kind])
    for choice in detail.choices:
        mine = [event for event in events if event.detail(detail.name) == choice]
        if mine:
            yield _row(page, _part(page, name, detail, choice), mine)


def _part(page: Counted, name: str, detail: Detail, choice: str) -> str:
    return page.say("care-part", kind=name, detail=choice_words(detail, choice, page.names))


def _row(page: Counted, name: str, events: Sequence[CareEvent]) -> _Row:
    days = len({event.at.day for event in events})
    return name, f"{len(events):,}", page.say("count-of", days, total=page.used)
