"""The Baby Day Profile out of a family's records."""

from collections.abc import Callable, Iterator, Sequence

from bonddiary.analysis.names import Names
from bonddiary.domain.errors import TooLittleLogged
from bonddiary.domain.when import When
from bonddiary.report.care import care
from bonddiary.report.changes import changes
from bonddiary.report.counted import Counted, count
from bonddiary.report.crying import crying
from bonddiary.report.document import Block, ReportDocument
from bonddiary.report.drawn import days, typical
from bonddiary.report.enjoys import enjoys
from bonddiary.report.inside import inside, rows
from bonddiary.report.kept import from_birth, kept
from bonddiary.report.logged import logged
from bonddiary.report.naming import title, under_title
from bonddiary.report.records import ReportRecords
from bonddiary.report.request import ReportRequest, Section
from bonddiary.report.saying import content_language, saying_in
from bonddiary.report.told import agreed, coping, notes, plan, preparation, questions
from bonddiary.report.tried import tried

FEWEST_DAYS = 3
"""Below this a page would say nothing: a blank sheet to fill in by hand is more use."""

PARTS: Sequence[tuple[Section, Callable[[Counted], Iterator[Block]]]] = (
    (Section.QUESTIONS, questions),
    (Section.ENJOYS, enjoys),
    (Section.TYPICAL_DAY, typical),
    (Section.TRIED, tried),
    (Section.CRYING, crying),
    (Section.PLAN, agreed),
    (Section.CHANGES, changes),
    (Section.CARE, care),
    (Section.NOTES, notes),
    (Section.COPING, coping),
    (Section.PREPARATION, preparation),
    (Section.DAYS, days),
    (Section.PLAN, plan),
)
"""In reading order, the same on every page: what was agreed before, and at the end room for what is agreed today."""


def build_report(
    request: ReportRequest, records: ReportRecords, names: Names, now: When, version: str
) -> ReportDocument:
    """The page, all words and numbers of it. Raises TooLittleLogged. Pure: the same input gives the same page.

    `names` are those of the language that the page is asked in.
    """
    say = saying_in(content_language(request.language or names.catalog.language))
    request = from_birth(request, records.baby.born, kept(request, records, names))
    page = count(request, records, kept(request, records, names), names, say, now)
    if page.used < FEWEST_DAYS:
        raise TooLittleLogged(say("too-little", page.used, fewest=say("days", FEWEST_DAYS)))
    return ReportDocument(
        language=say.language,
        right_to_left=say.right_to_left,
        title=title(page),
        under_title=tuple(under_title(page)),
        logged_heading=say("logged-heading"),
        logged=tuple(logged(page)),
        blocks=tuple(block for section, part in PARTS if page.asks(section) for block in part(page)),
        foot=tuple(_foot(page)),
        made=say("made", version=version, date=say.dated(now.day)),
        made_on=now.day,
        inside=inside(page),
        grey=request.grey,
        large=request.large,
        file_stem=f"diary-page-{request.period.last.isoformat()}",
        rows=rows(page),
    )


def _foot(page: Counted) -> Iterator[str]:
    say = page.say
    if page.asks(Section.DAYS):
        yield say("behaviours-lead")
        for kind in ("sleep", "content", "feeding", "fussing", "crying", "inconsolable"):
            yield say(f"behaviour-{kind}")
    yield say("foot-not-logged")
    yield say("foot-counts")
    if page.asks(Section.TRIED) or page.asks(Section.ENJOYS):
        yield say("foot-ranges")
    yield say("foot-not-emergencies")
