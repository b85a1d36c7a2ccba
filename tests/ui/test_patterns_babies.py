"""One child's charts never stand on the page of another."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bonddiary.domain.baby import Baby, is_same
from bonddiary.domain.ids import BabyId, new_id
from bonddiary.ui.pages.patterns.presenter import PatternsPresenter
from bonddiary.ui.pages.patterns.state import Empty, PatternsState
from bonddiary.ui.session import Session
from tests.builders import ROBIN, moment, when
from tests.ui.turning import Turning

TODAY = date(2026, 11, 16)
OTHER = Baby(id=BabyId(new_id()), nickname="", born=date(2026, 9, 20))


class Home(Turning):
    """The presenter, and what it has shown."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.shown: list[PatternsState] = []
        self.presenter = PatternsPresenter(session, self.shown.append, self.jobs, self.turns)
        session.diary_changed.connect(self.presenter.on_change)
        session.baby_changed.connect(self.presenter.change_baby)
        session.closing.connect(self.presenter.stop)


@pytest.fixture
def home(robin: Session) -> Home:
    robin.diary.add(OTHER)
    days = [TODAY - timedelta(days=back) for back in range(4)]
    robin.diary.bring_in([moment(at=when(f"{day}T15:00")) for day in days], "test")
    made = Home(robin)
    robin.show_baby(ROBIN.id)
    made.presenter.enter()
    made.settle()
    assert made.presenter.state.charts
    return made


@pytest.mark.parametrize("in_view", [True, False])
def test_another_s_charts_go_before_theirs_are_worked_out(home: Home, robin: Session, in_view: bool) -> None:
    if not in_view:
        home.presenter.leave()
    home.shown.clear()
    robin.show_baby(OTHER.id)
    if not in_view:
        home.presenter.enter()
    assert home.shown
    for state in home.shown:
        assert state.charts == ()
        assert state.waiting == ()
        assert state.coverage == ""
    asked: list[object] = []
    home.presenter.for_file("two-weeks", lambda *told: asked.append(told))
    home.settle()
    assert asked == []
    assert home.presenter.state.empty is Empty.NOTHING


def test_a_name_put_right_leaves_the_charts_where_they_are(home: Home, robin: Session) -> None:
    home.shown.clear()
    robin.diary.edit(replace(ROBIN, nickname="Rob"))
    assert all(state.charts for state in home.shown)
    home.settle()
    assert home.presenter.state.charts


def test_nothing_is_read_from_a_diary_that_was_closed(
    home: Home, robin: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    home.presenter.refresh()
    read: list[object] = []
    monkeypatch.setattr(type(robin.diary), "moments", lambda *asked: read.append(asked) or ())
    robin.close()
    home.settle()
    assert read == []


def test_the_same_child() -> None:
    assert is_same(ROBIN, ROBIN)
    assert is_same(None, None)
    assert not is_same(ROBIN, OTHER)
    assert not is_same(None, ROBIN)
