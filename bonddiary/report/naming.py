"""Who the page is about, which days, and what it is."""

from collections.abc import Iterator
from datetime import date

from bonddiary.domain.baby import Age
from bonddiary.domain.direction import apart
from bonddiary.report.counted import Counted
from bonddiary.report.request import NameShown


def title(page: Counted) -> str:
    """ "Robin’s diary, 3 to 16 November 2026"."""
    say, name = page.say, _name(page)
    dates = say.period(page.period)
    return (
        say("title", name=apart(name, say.right_to_left), dates=dates)
        if name
        else say("title-no-name", dates=dates)
    )


def under_title(page: Counted) -> Iterator[str]:
    """Age, what the page is for, and what it is not."""
    baby = page.records.baby
    first, last = page.period.first, min(page.period.last, page.view.now.day)
    yield from _age(page, "age", baby.age(first), baby.age(last))
    if baby.early and baby.due is not None:
        yield from _corrected(page, first, last, baby.due)
    if purpose := one_line(page.request.purpose).rstrip(".").rstrip():
        yield page.say("purpose", purpose=purpose)
    yield page.say("own-notes")


def one_line(text: str) -> str:
    """A parent's words as they stand inside a line."""
    return " ".join(text.split())


def _name(page: Counted) -> str:
    nickname = one_line(page.records.baby.nickname)
    if page.request.name is NameShown.NONE:
        return ""
    if page.request.name is NameShown.NICKNAME:
        return nickname
    letter = next((each.upper() for each in nickname if each.isalnum()), "")
    return page.say("initial", letter=letter) if letter else ""


def _corrected(page: Counted, first: date, last: date, due: date) -> Iterator[str]:
    """Before the due date there is no such age yet: 0 days would be a week or more too old."""
    baby = page.records.baby
    if last < due:
        yield page.say("age-before-due", date=page.say.dated(due))
        return
    yield from _age(page, "age-corrected", baby.corrected_age(max(first, due)), baby.corrected_age(last))


def _age(page: Counted, key: str, first: Age | None, last: Age | None) -> Iterator[str]:
    if last is None:
        return
    yield page.say(key, age=page.say.ages(first or last, last))
