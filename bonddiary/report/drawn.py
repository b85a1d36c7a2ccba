"""The parts that are pictures: a typical day, and every day as a ruler of 24 hours."""

from collections.abc import Iterator

from bonddiary.analysis.insight import Insight
from bonddiary.analysis.two_weeks import two_weeks
from bonddiary.analysis.typical_day import FEWEST_DAYS, LOGGED_OF_TEN, typical_day
from bonddiary.report.counted import Counted
from bonddiary.report.document import Block, Picture, Words
from bonddiary.report.request import Section


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
    """One ruler a day."""
    alt = page.say("days-alt", first=page.say.short(page.period.first), last=page.say.short(page.period.last))
    yield _picture(page, Section.DAYS, page.say("days-heading"), two_weeks(page.view), alt)


def _picture(page: Counted, section: Section, heading: str, insight: Insight[object], alt: str) -> Picture:
    """Its words are in English as yet, as the charts are: on a page in another language the alt stands alone."""
    small = (page.say("days-left-out"),) if page.kept.left_out else ()
    said = " ".join(insight.words) if page.say.language.startswith("en") else ""
    return Picture(
        section=section, heading=heading, insight=insight, alt=f"{alt} {said}".strip(), small=small
    )
