"""What is half typed outlives a crash, and is saved once the program is back."""

from datetime import date

from bonddiary.domain.ids import BabyId
from bonddiary.domain.visit import Question, Visit
from bonddiary.ui.pages.visits import keys
from bonddiary.ui.pages.visits.halves import PLACE
from bonddiary.ui.pages.visits.presenter import BACK, VisitsPresenter
from bonddiary.ui.pages.visits.state import Status
from bonddiary.ui.session import Session
from bonddiary.ui.widgets.date_field import read_date
from tests.builders import ROBIN, question, visit

NEXT = visit()


def again(session: Session) -> VisitsPresenter:
    made = VisitsPresenter(session, lambda _state: None, read_date)
    made.enter()
    return made


def test_a_rest_keeps_it_without_a_step_to_undo(robin: Session, presenter: VisitsPresenter) -> None:
    robin.diary.add(NEXT)
    before = robin.diary.undo_title()
    key = keys.field_of(NEXT.id, "plan")
    presenter.type(key, "Rest wh")
    assert presenter.state.told[key].status is Status.KEPT
    assert robin.diary.undo_title() == before
    assert "Rest wh" in robin.diary.draft(PLACE)
    presenter.leave(key, "Rest when you can.")
    assert robin.diary.draft(PLACE) == ""


def test_a_crash_loses_no_answer(robin: Session, presenter: VisitsPresenter) -> None:
    robin.diary.add(NEXT)
    robin.diary.add(question(text="One?"))
    presenter.type(keys.field_of(NEXT.id, "plan"), "Rest wh")
    presenter.type(keys.answer_of(robin.diary.all(Question)[0].id), "Yes, of")
    fresh = again(robin)
    assert robin.diary.all(Visit)[0].plan == "Rest wh"
    assert robin.diary.all(Question)[0].answer == "Yes, of"
    assert fresh.state.done == BACK
    assert robin.diary.draft(PLACE) == ""


def test_an_answer_that_a_crash_left_is_seen_and_can_go_to_its_visit(
    robin: Session, presenter: VisitsPresenter
) -> None:
    before = visit(day=date(2026, 11, 9))
    robin.diary.add(before)
    robin.diary.add(question(text="One?"))
    presenter.type(keys.answer_of(robin.diary.all(Question)[0].id), "Yes, of")
    fresh = again(robin)
    (row,) = fresh.state.questions
    assert (row.text, row.answer) == ("One?", "Yes, of")
    assert [id for id, _ in row.choices] == ["", before.id]
    fresh.choose_visit(row.id, before.id)
    assert fresh.state.questions == ()
    fresh.open(before.id)
    assert fresh.state.opened is not None
    assert [each.answer for each in fresh.state.opened.questions] == ["Yes, of"]


def test_a_half_typed_question_waits_in_its_line_and_is_not_added(
    robin: Session, presenter: VisitsPresenter
) -> None:
    key = keys.new_for(ROBIN.id)
    presenter.type(key, "Is thi")
    fresh = again(robin)
    assert fresh.state.typed[key] == "Is thi"
    assert fresh.state.done == ""
    assert robin.diary.all(Question) == ()
    fresh.add("Is this usual?")
    assert key not in fresh.state.typed
    assert robin.diary.draft(PLACE) == ""


def test_each_baby_has_a_line_of_its_own(presenter: VisitsPresenter) -> None:
    presenter.type(keys.new_for(ROBIN.id), "Is thi")
    assert keys.new_for(BabyId("another")) not in presenter.state.typed


def test_what_another_version_left_is_passed_over(robin: Session) -> None:
    for left in ("not even JSON", '["a list"]', '{"answer:gone": "Yes."}'):
        robin.diary.keep_draft(PLACE, left)
        assert again(robin).state.problem == ""
