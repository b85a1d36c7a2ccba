"""Visits in time: which is next, which was last, the days since, and the two weeks before and after one.

Counts stand beside each other and nothing is said of what made a difference: more days logged give more moments.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bonddiary.analysis.coverage import Coverage
from bonddiary.analysis.insight import Insight
from bonddiary.analysis.insights import build_insights
from bonddiary.analysis.names import Names
from bonddiary.analysis.privacy import kept_back
from bonddiary.analysis.spans import DAY
from bonddiary.analysis.two_weeks import KEY
from bonddiary.domain import wording
from bonddiary.domain.care import CareEvent, DayMark
from bonddiary.domain.ids import QuestionId
from bonddiary.domain.moment import Moment
from bonddiary.domain.period import Period
from bonddiary.domain.visit import Question, Visit
from bonddiary.domain.when import When

DAYS = 14
"""So many before a visit are set beside as many after it."""


def upcoming(visits: Iterable[Visit], today: date) -> tuple[Visit, ...]:
    """Today's and those to come, the nearest first."""
    return tuple(sorted((visit for visit in visits if visit.day >= today), key=_in_time))


def past(visits: Iterable[Visit], today: date) -> tuple[Visit, ...]:
    """Those before today, the newest first."""
    return tuple(sorted((visit for visit in visits if visit.day < today), key=_in_time, reverse=True))


def since_last(visits: Iterable[Visit], today: date) -> Period | None:
    """From the day after the newest visit before today until today; None before any visit."""
    last = next(iter(past(visits, today)), None)
    return None if last is None else Period(last.day + DAY, today)


def two_weeks_on(visit: Visit, today: date) -> bool:
    """Whether two weeks have gone by since."""
    return today >= visit.day + timedelta(days=DAYS)


def days_before(visit: Visit) -> Period:
    """The two weeks up to the day before."""
    return Period.ending(visit.day - DAY, DAYS)


def days_after(visit: Visit) -> Period:
    """The two weeks from the day after."""
    return Period.ending(visit.day + timedelta(days=DAYS), DAYS)


def in_order(questions: Iterable[Question]) -> tuple[Question, ...]:
    """As the family put them; those without a place after them, as they were asked."""
    return tuple(
        sorted(questions, key=lambda q: (q.place is None, q.place or 0, q.asked_on, q.id)),
    )


def to_ask(questions: Iterable[Question], visits: Iterable[Visit], today: date) -> tuple[Question, ...]:
    """In order: those not answered yet, those that go with a visit to come, and answers that go with no visit: they
    would be seen nowhere else."""
    listed = {None, *(visit.id for visit in upcoming(visits, today))}
    return in_order(question for question in questions if not question.answer or question.visit in listed)


def asked_at(
    visit: Visit, questions: Iterable[Question], visits: Iterable[Visit], today: date
) -> tuple[Question, ...]:
    """What is asked at a visit, in order. At the next one also what goes with no other and has no answer."""
    following = next(iter(upcoming(visits, today)), None)
    free = following is not None and following.id == visit.id
    return in_order(
        question
        for question in questions
        if question.visit == visit.id or (free and question.visit is None and not question.answer)
    )


def moved(questions: Sequence[Question], id: QuestionId, by: int) -> tuple[Question, ...]:
    """Questions in their new order, as far as their places change: one goes earlier (-1) or later (1) among these."""
    order = [question.id for question in questions]
    here = order.index(id)
    there = min(max(here + by, 0), len(order) - 1)
    order.insert(there, order.pop(here))
    if here == there:
        return ()
    places = {each: place for place, each in enumerate(order)}
    return tuple(
        replace(question, place=places[question.id])
        for question in questions
        if question.place != places[question.id]
    )


@dataclass(frozen=True, slots=True)
class Side:
    """Two weeks on one side of a visit."""

    words: str
    """Days, moments and coverage: one paragraph."""
    insight: Insight[object]
    """For the strip of its days."""

    @property
    def drawn(self) -> bool:
        """Whether there is enough for a strip."""
        return self.insight.ready


def beside(
    visit: Visit,
    moments: Sequence[Moment],
    care: Sequence[CareEvent],
    marks: Sequence[DayMark],
    now: When,
    names: Names,
) -> tuple[Side, Side]:
    """The two weeks before and the two weeks after. Hard moments and private ones are in neither.

    Give the entries from a day before the first of these days on.
    """
    shown = [moment for moment in moments if not kept_back(moment, names.catalog)]
    return (
        _side("Before the visit", days_before(visit), shown, care, marks, now, names),
        _side("After the visit", days_after(visit), shown, care, marks, now, names),
    )


def _side(
    name: str,
    period: Period,
    moments: Sequence[Moment],
    care: Sequence[CareEvent],
    marks: Sequence[DayMark],
    now: When,
    names: Names,
) -> Side:
    near = Period(period.first - DAY, period.last)
    seen = build_insights(
        [moment for moment in moments if moment.at.day in near],
        [event for event in care if event.at.day in near],
        [mark for mark in marks if mark.day in period],
        period,
        now,
        names,
    )
    words = _counts(period, seen.coverage)
    plain = replace(seen.charts[KEY], title=f"{name}: {words}", words=(words,), found=(), sure=())
    return Side(words, plain)


def _counts(period: Period, cover: Coverage) -> str:
    said = [f"{wording.period(period)}."]
    if cover.moments or not cover.care:
        said.append(f"{wording.counted(cover.moments, 'moment')}.")
    if cover.care:
        said.append(f"{wording.counted(cover.care, 'care event')}.")
    days = wording.counted(cover.days, "day")
    have = "has" if len(cover.used) == 1 else "have"
    said.append(f"{len(cover.used)} of {days} {have} something logged.")
    return " ".join(said)


def _in_time(visit: Visit) -> tuple[date, str]:
    return visit.day, visit.id
