"""What was logged in these days beside as many days before: counts, with how much was logged in each."""

from collections.abc import Iterator, Mapping

from bonddiary.analysis.day_rows import families_of
from bonddiary.analysis.insight import Table, View
from bonddiary.analysis.names import in_sentence
from bonddiary.analysis.spans import DAY
from bonddiary.domain.catalog import FAMILY_NAMES, Family
from bonddiary.report.counted import Counted
from bonddiary.report.document import Block, Grid, Words
from bonddiary.report.records import last_visit
from bonddiary.report.request import Section

FEWEST_DAYS = 3
MOST_NEW = 8
_ROWS: Mapping[Family | None, str] = {
    None: "row-own-words",
    **{family: f"row-{family.value}" for family in Family},
}


def changes(page: Counted) -> Iterator[Block]:
    """Two columns of counts; of a time in which next to nothing was logged, nothing is said."""
    before = page.view.previous
    if before is None or _moment_days(before) < FEWEST_DAYS:
        dates = page.say.period_short(page.period.before())
        said = page.say("changes-no-before", dates=dates)
        yield Words(section=Section.CHANGES, heading=_heading(page), paragraphs=(said,))
        return
    yield Grid(
        section=Section.CHANGES,
        heading=_heading(page),
        table=_table(page, before),
        lead=page.say(
            "changes-lead",
            before=page.say.period_short(before.period),
            now=page.say.period_short(page.period),
        ),
        small=tuple(_small(page, before)),
    )


def _heading(page: Counted) -> str:
    visit = last_visit(page.records, page.view.now.day)
    if visit is not None and visit.day in (page.period.first, page.period.first - DAY):
        return page.say("changes-since-visit", date=page.say.dated(visit.day))
    return page.say("changes-heading")


def _table(page: Counted, before: View) -> Table:
    say, now = page.say, page.view
    both = before, now
    days = [_days(page, view) for view in both]
    used = [say("count-of", len(view.coverage.used), total=of) for view, of in zip(both, days, strict=True)]
    noted = [say("count-of", _moment_days(view), total=of) for view, of in zip(both, days, strict=True)]
    rows = [
        (say("row-days"), *used),
        (say("row-moment-days"), *noted),
        (say("row-moments"), *(f"{view.coverage.moments:,}" for view in both)),
    ]
    for family in FAMILY_NAMES:
        counts = [_of_family(page, view, family) for view in both]
        if any(counts):
            rows.append((say(_ROWS[family]), *(f"{count:,}" for count in counts)))
    return Table(
        caption=say("changes-caption"),
        headers=(say("row-what"), say("column-before"), say("column-now")),
        rows=tuple(rows),
    )


def _moment_days(view: View) -> int:
    """A diary of feeds alone says nothing of cues: what is set side by side are days with a moment."""
    return len({moment.at.day for moment in view.begun})


def _days(page: Counted, view: View) -> int:
    """Days that have begun, without those left out, and those before the birth on which nothing is noted."""
    born, out = page.records.baby.born, page.request.without_days
    begun = [day for day in view.period if day <= view.now.day and day not in out]
    return sum(born is None or day >= born or day in view.coverage.used for day in begun)


def _of_family(page: Counted, view: View, family: Family | None) -> int:
    return sum(family in families_of(moment, page.names) for moment in view.begun)


def _small(page: Counted, before: View) -> Iterator[str]:
    say, names = page.say, page.names
    then = {cue for moment in before.begun for cue in moment.cues}
    new = dict.fromkeys(cue for moment in page.moments for cue in moment.cues if cue not in then)
    if new:
        named = [
            names.cue(cue) if not place else in_sentence(names.cue(cue)) for place, cue in enumerate(new)
        ]
        yield say("changes-new", cues=say.listed(named[:MOST_NEW]))
    if any(len(families_of(moment, names)) > 1 for moment in (*page.moments, *before.begun)):
        yield say("changes-two-kinds")
