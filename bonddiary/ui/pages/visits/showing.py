"""Makes rows and the open visit out of records: all words, no decisions."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from bonddiary.analysis.visits import asked_at, past, to_ask, two_weeks_on, upcoming
from bonddiary.content.visits import VisitGuide
from bonddiary.domain import wording
from bonddiary.domain.visit import Question, Visit
from bonddiary.ui.pages.visits.state import About, OpenVisit, PromptRow, QuestionRow, VisitRow

ASKED_FOR = 8 * 7
"""Days after a visit from which nobody is asked any more how it went; the visit itself still has the field."""
NEXT_VISIT = "The next visit"


@dataclass(frozen=True, slots=True)
class Shown:
    """One baby's visits and questions on a day."""

    visits: Sequence[Visit]
    questions: Sequence[Question]
    today: date
    guide: VisitGuide
    about: Callable[[str], About | None]

    def listed(self) -> tuple[QuestionRow, ...]:
        """The questions to ask."""
        return self._rows(to_ask(self.questions, self.visits, self.today))

    def ahead(self) -> tuple[VisitRow, ...]:
        """Visits to come."""
        return tuple(map(self._row, upcoming(self.visits, self.today)))

    def before(self) -> tuple[VisitRow, ...]:
        """Visits so far, the newest first."""
        return tuple(map(self._row, past(self.visits, self.today)))

    def to_look_back(self) -> VisitRow | None:
        """The newest visit two weeks ago or more of which nothing is written yet; old ones aren't asked about."""
        newest = next((v for v in past(self.visits, self.today) if two_weeks_on(v, self.today)), None)
        asks = newest is not None and not newest.later and (self.today - newest.day).days <= ASKED_FOR
        return self._row(newest) if newest is not None and asks else None

    def opened(self, visit: Visit) -> OpenVisit:
        """One visit; its two weeks before and after are put in by who reads entries."""
        contact = self.guide.contact(visit)
        return OpenVisit(
            id=visit.id,
            title=self.guide.title(visit),
            line=f"{self._whom(visit)}{self.day_words(visit.day)}",
            talk=contact.about if contact else "",
            bring=contact.bring if contact else "",
            questions=self._rows(asked_at(visit, self.questions, self.visits, self.today)),
            plan=visit.plan,
            note=visit.note,
            prompts=tuple(
                PromptRow(each.key, each.name, each.ask, getattr(visit, each.key))
                for each in self.guide.prompts
            ),
            looks_back=two_weeks_on(visit, self.today),
            later=visit.later,
        )

    def day_words(self, day: date) -> str:
        """ "today", "Monday 30 November", "3 March 2025"."""
        if day == self.today:
            return "today"
        return wording.weekday(day) if day.year == self.today.year else wording.day(day)

    def _rows(self, questions: Sequence[Question]) -> tuple[QuestionRow, ...]:
        return tuple(
            QuestionRow(
                id=question.id,
                number=number,
                text=question.text,
                answer=question.answer,
                about=self.about(question.about),
                visit=question.visit or "",
                choices=self._choices(question),
                first=number == 1,
                last=number == len(questions),
            )
            for number, question in enumerate(questions, 1)
        )

    def _choices(self, question: Question) -> tuple[tuple[str, str], ...]:
        """With one visit to come, and no other named, there is nothing to choose. An answer that goes with no visit,
        as a crash may leave it, can go to any."""
        ahead = upcoming(self.visits, self.today)
        stray = bool(question.answer) and question.visit is None
        before = past(self.visits, self.today)
        offered = [*ahead, *(visit for visit in before if stray or visit.id == question.visit)]
        if len(offered) < 2 and len(offered) == len(ahead):
            return ()
        named = [(visit.id, f"{self.guide.title(visit)}, {self.day_words(visit.day)}") for visit in offered]
        return (("", NEXT_VISIT), *named)

    def _row(self, visit: Visit) -> VisitRow:
        questions = asked_at(visit, self.questions, self.visits, self.today)
        said = [f"{self._whom(visit)}{self.day_words(visit.day)}"]
        if questions:
            said.append(wording.counted(len(questions), "question"))
        if answers := sum(bool(question.answer) for question in questions):
            said.append(wording.counted(answers, "answer"))
        line = " · ".join(said)
        return VisitRow(visit.id, self.guide.title(visit), f"{line[:1].upper()}{line[1:]}")

    def _whom(self, visit: Visit) -> str:
        """Whom it is with, where its title says something else."""
        kind = self.guide.kinds[visit.kind]
        return "" if kind == self.guide.title(visit) else f"{kind} · "
