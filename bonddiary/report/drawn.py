"""The parts that are pictures: a typical day, and every day as a ruler of 24 hours."""

from collections.abc import Iterator, Sequence

from bonddiary.analysis.behaviours import profile_days
from bonddiary.analysis.insight import Insight
from bonddiary.analysis.typical_day import FEWEST_DAYS, LOGGED_OF_TEN, typical_day
from bonddiary.domain.period import Period
from bonddiary.report.counted import Counted
from bonddiary.report.document import Block, Picture, Words
from bonddiary.report.request import Section

MOST_DAYS = 31
"""So many rulers at most: more of them couldn't be read on paper."""


def typical(page: Counted) -> Iterator[Block]:
    """The chart, or what it needs to be drawn."""
    say, section, heading = page.say, Section.TYPICAL_DAY, page.say("typical-heading")
    insight = typical_day(page.view)
    if insight.ready:
        yield _picture(page, section, heading, insight, say("typical-alt"))
        return
    cover = page.view.coverage
    if cover.days >= FEWEST_DAYS and len(cover.used) * 10 >= cover.days * LOGGED_OF_TEN:
        needs = say("typical-thin")
    else:
        days, fewest = say("days", page.days), say("days", FEWEST_DAYS)
        needs = say("typical-needs", page.used, days=days, fewest=fewest, logged=LOGGED_OF_TEN)
    yield Words(section=section, heading=heading, paragraphs=(needs,))


def days(page: Counted) -> Iterator[Block]:
    """One ruler a day; of many days the last ones."""
    say, view = page.say, page.view
    small = [say("days-left-out")] if page.kept.left_out else []
    if page.period.days > MOST_DAYS:
        view = page.look(Period.ending(page.period.last, MOST_DAYS))
        small.insert(0, say("days-last", days=say("days", MOST_DAYS)))
    alt = say("days-alt", first=say.short(view.period.first), last=say.short(view.period.last))
    yield _picture(page, Section.DAYS, say("days-heading"), profile_days(view), alt, small)


def _picture(
    page: Counted,
    section: Section,
    heading: str,
    insight: Insight[object],
    alt: str,
    small: Sequence[str] = (),
) -> Picture:
    """Charts speak English as yet: on a page in another language their words are left out of the alternative."""
    said = insight.words if page.say.language.startswith("en") else ()
    return Picture(
        section=section, heading=heading, insight=insight, alt=" ".join((alt, *said)), small=tuple(small)
    )
