"""What parents say in their own words: questions, chosen notes, how they are doing, what they prepared and agreed."""

from collections.abc import Iterator

from bonddiary.report.counted import Counted
from bonddiary.report.document import Block, Items, Words
from bonddiary.report.inside import noted
from bonddiary.report.naming import one_line
from bonddiary.report.records import last_agreed, visit_prepared_for
from bonddiary.report.request import Section

MANY_QUESTIONS = 2
"""From so many on, each has one line for its answer, so that the page stays one."""
FREE_LINES = 4
PLAN_LINES = 3


def questions(page: Counted) -> Iterator[Block]:
    """In the parent's order, with room for answers; without any, room to write some."""
    asked = tuple(line for text in page.request.questions if (line := one_line(text)))
    yield Items(
        section=Section.QUESTIONS,
        heading=page.say("questions-heading"),
        items=asked,
        numbered=True,
        lines=(1 if len(asked) >= MANY_QUESTIONS else 2) if asked else FREE_LINES,
    )


def notes(page: Counted) -> Iterator[Block]:
    """Those chosen one by one, each with its day and time."""
    say = page.say
    items = tuple(say("note", when=say.at(each.at.wall), words=one_line(each.note)) for each in noted(page))
    yield Items(
        section=Section.NOTES,
        heading=say("notes-heading"),
        items=items,
        lead="" if items else say("notes-none"),
    )


def coping(page: Counted) -> Iterator[Block]:
    """In the carers' own words; nothing where there are none."""
    paragraphs = _paragraphs(page.request.coping)
    if paragraphs:
        yield Words(section=Section.COPING, heading=page.say("coping-heading"), paragraphs=paragraphs)


def preparation(page: Counted) -> Iterator[Block]:
    """What was thought about before the next visit, or the last one."""
    visit = visit_prepared_for(page.records, page.view.now.day)
    if visit is None:
        return
    thoughts = (
        ("preparation-relationship", visit.relationship),
        ("preparation-joy", visit.joy),
        ("preparation-worry", visit.worry),
    )
    items = tuple(page.say(key, words=one_line(text)) for key, text in thoughts if text.strip())
    if items:
        yield Items(section=Section.PREPARATION, heading=page.say("preparation-heading"), items=items)


def agreed(page: Counted) -> Iterator[Block]:
    """What was agreed last time; nothing where nothing was."""
    say = page.say
    visit = last_agreed(page.records, page.view.now.day)
    if visit is not None and (plan := _paragraphs(visit.plan)):
        heading = say("plan-before-heading", date=say.dated(visit.day))
        yield Words(section=Section.PLAN, heading=heading, paragraphs=plan)


def plan(page: Counted) -> Iterator[Block]:
    """Lines for what is agreed today."""
    yield Items(section=Section.PLAN, heading=page.say("plan-heading"), items=(), lines=PLAN_LINES)


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(line for each in text.splitlines() if (line := one_line(each)))
