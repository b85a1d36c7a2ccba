"""Two babies on the Visits page: nothing of one stays open, half filled in or saved for the other."""

from datetime import date

import pytest

from bonddiary.domain.visit import Question
from bonddiary.ui.pages.visits.page import VisitsPage
from bonddiary.ui.session import Session
from tests.builders import question, visit
from tests.ui.test_settings_family import WREN

DUE = visit(day=date(2026, 11, 1), plan="Rest.")
ASKED = question(text="Is this usual?", visit=DUE.id)


@pytest.fixture(autouse=True)
def two(robin: Session) -> None:
    """Another baby, and a visit of Robin's with a question."""
    robin.diary.add(WREN)
    robin.diary.add(DUE)
    robin.diary.add(ASKED)


def test_another_babys_visit_never_stays_open(robin: Session, page: VisitsPage) -> None:
    page.all.past.buttons[DUE.id].click()
    assert page.presenter.state.opened is not None
    robin.show_baby(WREN.id)
    assert page.presenter.state.opened is None
    assert page.presenter.state.past == ()


def test_a_form_for_one_baby_is_not_for_the_next(robin: Session, page: VisitsPage) -> None:
    page.all.add_visit.click()
    robin.show_baby(WREN.id)
    assert page.presenter.state.form is None


def test_an_answer_half_typed_is_saved_where_it_was_typed(robin: Session, page: VisitsPage) -> None:
    page.all.past.buttons[DUE.id].click()
    page.visit._rows[ASKED.id].field.text.setPlainText("It is.")
    robin.show_baby(WREN.id)
    (kept,) = robin.diary.all(Question)
    assert (kept.answer, kept.visit, kept.baby) == ("It is.", DUE.id, ASKED.baby)
