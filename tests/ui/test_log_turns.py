"""Under "Both" the strip goes from one baby's moment to the other's: nothing goes over with it."""

import pytest

from bonddiary.domain.errors import DiaryLocked
from bonddiary.domain.moment import Moment
from bonddiary.ui.session import Session
from tests.builders import ROBIN
from tests.ui.test_log_babies import WREN, moments
from tests.ui.test_log_presenter import ROOTING, Desk


@pytest.fixture
def desk(robin: Session) -> Desk:
    robin.diary.add(WREN)
    made = Desk(robin)
    made.presenter.enter()
    robin.show_together()
    return made


def test_what_was_asked_of_one_is_never_answered_for_the_other(desk: Desk) -> None:
    desk.presenter.log(ROOTING)
    before = {each.id: each.at for each in moments(desk.session)}
    desk.presenter.choose_length(20)  # which would end in the future: an earlier start is offered
    assert desk.state.saved is not None
    assert desk.state.saved.question is not None
    assert desk.state.saved.turn is not None
    desk.presenter.turn_to(desk.state.saved.turn[0])
    assert desk.state.saved.question is None
    desk.presenter.answer_question()
    assert {each.id: each.at for each in moments(desk.session)} == before


def test_a_note_half_typed_stays_with_its_baby(desk: Desk) -> None:
    desk.presenter.log(ROOTING)
    assert desk.state.saved is not None
    assert desk.state.saved.turn is not None
    desk.presenter.type_note("after the ba", False)
    desk.presenter.turn_to(desk.state.saved.turn[0])
    desk.presenter.type_note("of Wren", False)
    desk.presenter.dismiss()
    assert {each.baby: each.note for each in moments(desk.session)} == {
        ROBIN.id: "after the ba",
        WREN.id: "of Wren",
    }


def test_one_that_cannot_be_read_now_is_said(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.presenter.log(ROOTING)
    turn = desk.state.saved.turn if desk.state.saved else None
    assert turn is not None

    def locked(_id: object) -> Moment:
        raise DiaryLocked("Another program holds the diary.")

    with monkeypatch.context() as patch:
        patch.setattr(desk.session.diary, "moment", locked)
        desk.presenter.turn_to(turn[0])
        assert "Another program" in desk.state.problem
