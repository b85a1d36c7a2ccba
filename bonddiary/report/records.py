"""What a page is counted from: one baby's frozen records, as the diary has them."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar

from bonddiary.analysis.insights import needed
from bonddiary.domain.baby import Baby, Carer
from bonddiary.domain.board import FamilyWord
from bonddiary.domain.care import CareEvent, DayMark
from bonddiary.domain.ids import BabyId
from bonddiary.domain.moment import Moment
from bonddiary.domain.period import Period
from bonddiary.domain.records import Record
from bonddiary.domain.visit import Question, Visit

R = TypeVar("R", bound=Record)


class Asked(Protocol):
    """What of the diary is asked: `Diary` answers it."""

    def all(self, shape: type[R]) -> tuple[R, ...]:
        """Every record of a small kind."""
        ...

    def moments(self, baby: BabyId, period: Period) -> tuple[Moment, ...]:
        """The baby's moments that began in the period."""
        ...

    def care(self, baby: BabyId, period: Period) -> tuple[CareEvent, ...]:
        """The baby's care events that touch the period."""
        ...

    def day_marks(self, baby: BabyId, period: Period) -> tuple[DayMark, ...]:
        """What was said of whole days."""
        ...

    def words(self) -> tuple[FamilyWord, ...]:
        """The family's own words."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRecords:
    """A snapshot: it may go to a worker."""

    baby: Baby
    moments: tuple[Moment, ...]
    """Those of the period, of as many days before, and of three days more; private ones among them."""
    care: tuple[CareEvent, ...]
    marks: tuple[DayMark, ...]
    visits: tuple[Visit, ...]
    """This baby's, the oldest first."""
    questions: tuple[Question, ...]
    carers: tuple[Carer, ...]
    words: tuple[FamilyWord, ...]


def gather(diary: Asked, baby: Baby, period: Period) -> ReportRecords:
    """Asks the diary for all that a page about these days may need. Raises DiaryError."""
    days = needed(period)
    return ReportRecords(
        baby=baby,
        moments=diary.moments(baby.id, days),
        care=diary.care(baby.id, days),
        marks=diary.day_marks(baby.id, days),
        visits=tuple(sorted((v for v in diary.all(Visit) if v.baby == baby.id), key=lambda v: (v.day, v.id))),
        questions=tuple(question for question in diary.all(Question) if question.baby == baby.id),
        carers=diary.all(Carer),
        words=diary.words(),
    )


def open_questions(records: ReportRecords) -> tuple[str, ...]:
    """Those without an answer, in the family's order: what a page asks unless a parent chooses others."""
    waiting = [question for question in records.questions if not question.answer.strip()]
    waiting.sort(key=lambda each: (each.place is None, each.place or 0, each.asked_on, each.id))
    return tuple(question.text for question in waiting if question.text.strip())


def last_visit(records: ReportRecords, today: date) -> Visit | None:
    """The newest visit before today: on the day of a visit the page is made for it."""
    return max((visit for visit in records.visits if visit.day < today), key=_visit_order, default=None)


def last_agreed(records: ReportRecords, today: date) -> Visit | None:
    """Today's visit once something was agreed there, else the last one."""
    there = [visit for visit in records.visits if visit.day == today and visit.plan.strip()]
    return max(there, key=_visit_order, default=None) or last_visit(records, today)


def visit_prepared_for(records: ReportRecords, today: date) -> Visit | None:
    """The next visit; with none to come, the last one."""
    coming = min((visit for visit in records.visits if visit.day >= today), key=_visit_order, default=None)
    return coming or last_visit(records, today)


def _visit_order(visit: Visit) -> tuple[date, str]:
    return visit.day, visit.id
