"""Questions for the visit: records of the diary, each change one step that can be undone."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from bonddiary.domain.baby import Baby
from bonddiary.domain.ids import QuestionId, new_id
from bonddiary.domain.records import ref_to
from bonddiary.domain.visit import Question
from bonddiary.ui.pages.report.choices import Choices
from bonddiary.ui.pages.report.state import QuestionRow
from bonddiary.ui.session import Session


def open_questions(questions: Sequence[Question]) -> list[Question]:
    """Those without an answer, in the order they are asked in."""
    waiting = (question for question in questions if not question.answer.strip())
    return sorted(waiting, key=lambda each: (each.place is None, each.place or 0, each.asked_on, each.id))


def question_rows(questions: Sequence[Question], choices: Choices) -> tuple[QuestionRow, ...]:
    """The open questions as rows."""
    return tuple(
        QuestionRow(each.id, each.text, each.id not in choices.left_out) for each in open_questions(questions)
    )


class Questions:
    """Writes down what is asked. Raises DiaryError; then what was typed stays in its field."""

    def __init__(
        self, session: Session, baby: Callable[[], Baby | None], read: Callable[[], Sequence[Question]]
    ) -> None:
        self._session, self._baby, self._read = session, baby, read

    def add(self, text: str) -> None:
        """One more, after the others."""
        baby, said = self._baby(), text.strip()
        if baby is not None and said:
            places = [each.place for each in self._read() if each.place is not None]
            question = Question(
                id=QuestionId(new_id()),
                baby=baby.id,
                text=said,
                asked_on=self._session.clock().day,
                place=max(places) + 1 if places else None,
            )
            self._session.diary.add(question)

    def edit(self, id: str, text: str) -> None:
        """Says it in other words; a question without words is taken away."""
        there = next((each for each in self._read() if each.id == id), None)
        said = text.strip()
        if there is None or said == there.text:
            return
        if said:
            self._session.diary.edit(replace(there, text=said))
        else:
            self._session.diary.remove(ref_to(there))

    def move(self, id: str, by: int) -> None:
        """Puts it so many places further down."""
        order = open_questions(self._read())
        here = next((place for place, each in enumerate(order) if each.id == id), None)
        if here is None or not 0 <= here + by < len(order):
            return
        order.insert(here + by, order.pop(here))
        moved = [replace(each, place=place) for place, each in enumerate(order) if each.place != place]
        self._session.diary.edit(*moved)
