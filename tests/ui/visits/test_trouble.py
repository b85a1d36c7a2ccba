"""The Visits page when the diary can't be read or written, and when a visit turns out to have been on another day."""

from datetime import date

import pytest

from bonddiary.diary.diary import Diary
from bonddiary.domain.errors import DiaryLocked
from bonddiary.domain.visit import Question, Visit, VisitKind
from bonddiary.ui.pages.visits import keys
from bonddiary.ui.pages.visits.halves import PLACE
from bonddiary.ui.pages.visits.presenter import VisitsPresenter
from bonddiary.ui.session import Session
from bonddiary.ui.widgets.date_field import read_date
from tests.builders import question, visit

DUE = visit(day=date(2026, 10, 26))
ASKED = question(text="Is this usual?")
BUSY = "The diary is in use by another program. Close that one, then try again."


def busy(*_: object, **__: object) -> None:
    raise DiaryLocked(BUSY)


def test_what_was_half_typed_stays_where_its_question_could_not_be_deleted(
    robin: Session, presenter: VisitsPresenter, monkeypatch: pytest.MonkeyPatch
) -> None:
    robin.diary.add(ASKED)
    key = keys.answer_of(ASKED.id)
    presenter.type(key, "It is, for")
    with monkeypatch.context() as broken:
        broken.setattr(Diary, "remove", busy)
        presenter.remove(ASKED.id)
    assert presenter.state.problem == BUSY
    assert presenter.state.typed[key] == "It is, for"
    assert "It is, for" in robin.diary.draft(PLACE)


def test_what_is_left_in_a_field_stays_where_the_diary_cannot_be_read(
    robin: Session, presenter: VisitsPresenter, monkeypatch: pytest.MonkeyPatch
) -> None:
    robin.diary.add(DUE)
    key = keys.field_of(DUE.id, "plan")
    with monkeypatch.context() as broken:
        broken.setattr(Diary, "all", busy)
        presenter.leave(key, "Rest.")
    assert presenter.unsaved() == ""
    assert robin.diary.all(Visit)[0].plan == "Rest."


def test_what_a_crash_left_is_not_written_over_unread(
    robin: Session, presenter: VisitsPresenter, monkeypatch: pytest.MonkeyPatch
) -> None:
    robin.diary.add(ASKED)
    presenter.type(keys.answer_of(ASKED.id), "It is")
    fresh = VisitsPresenter(robin, lambda _state: None, read_date)
    with monkeypatch.context() as broken:
        broken.setattr(Diary, "draft", busy)
        fresh.enter()
        fresh.type(keys.new_for("another"), "Can we")
    fresh.enter()
    assert robin.diary.all(Question)[0].answer == "It is"
    assert fresh.state.typed == {keys.new_for("another"): "Can we"}


def test_a_visit_on_another_day_has_other_weeks_beside_it(robin: Session, presenter: VisitsPresenter) -> None:
    robin.diary.add(DUE)
    presenter.open(DUE.id)
    presenter.start_form(DUE.id)
    presenter.save_form(VisitKind.GP, "", "", "28/10/2026")
    assert presenter.state.opened is not None
    assert presenter.state.opened.sides is not None
    assert presenter.state.opened.sides[0].words.startswith("14 to 27 October 2026.")
