"""A phrasebook of a long diary is read and counted beside the window."""

from datetime import date

import pytest

from bonddiary.domain.baby import Baby
from bonddiary.domain.errors import DiaryLocked
from bonddiary.domain.ids import BabyId, CueKey, new_id
from bonddiary.domain.moment import Moment
from bonddiary.domain.period import Period
from bonddiary.ui.pages.phrasebook import presenter as module
from bonddiary.ui.pages.phrasebook.presenter import NOT_WORKED_OUT, PhrasebookPresenter
from bonddiary.ui.pages.phrasebook.state import PhrasebookState, Span
from bonddiary.ui.session import Session
from tests.builders import ROBIN, moment, when
from tests.ui.chart_samples import fortnight
from tests.ui.turning import Turning


class Home(Turning):
    """The presenter, and what it has shown."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.shown: list[PhrasebookState] = []
        self.presenter = PhrasebookPresenter(session, self.shown.append, self.jobs, self.turns)
        session.diary_changed.connect(self.presenter.on_change)
        session.baby_changed.connect(self.presenter.change_baby)
        session.closing.connect(self.presenter.stop)

    @property
    def state(self) -> PhrasebookState:
        return self.presenter.state


@pytest.fixture
def home(robin: Session) -> Home:
    robin.diary.bring_in(fortnight(), "test")
    made = Home(robin)
    made.presenter.enter()
    return made


def test_no_turn_reads_more_than_two_weeks(
    home: Home, robin: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    home.settle()
    asked: list[Period] = []
    real = type(robin.diary).moments

    def watched(diary: object, baby: BabyId, period: Period) -> tuple[Moment, ...]:
        asked.append(period)
        return real(diary, baby, period)  # type: ignore[arg-type]

    monkeypatch.setattr(type(robin.diary), "moments", watched)
    home.presenter.choose_span(Span.EIGHT_WEEKS)
    turns = 0
    while home.turns.waiting:
        before = len(asked)
        home.turns.waiting.pop(0)()
        assert len(asked) - before <= 1
        turns += 1
    assert turns >= 4
    assert {period.days for period in asked} == {14}
    assert sum(period.days for period in asked) == 56


def test_what_was_counted_stays_until_the_next_is(home: Home) -> None:
    assert home.state.working
    assert home.state.cards == ()
    home.settle()
    four_weeks = home.state
    assert not four_weeks.working
    assert four_weeks.cards
    home.presenter.choose_span(Span.EIGHT_WEEKS)
    assert home.state.working
    assert home.state.counted == four_weeks.counted
    home.settle()
    assert home.state.counted != four_weeks.counted


def test_one_baby_s_cards_never_stand_under_another_s_name(home: Home, robin: Session) -> None:
    other = Baby(id=BabyId(new_id()), nickname="", born=date(2026, 9, 20))
    robin.diary.add(other)
    home.settle()
    home.turns.waiting.clear()
    robin.show_baby(ROBIN.id)
    robin.show_baby(other.id)  # while the first is still being read
    for state in home.shown:
        if state.title == "Phrasebook":
            assert state.cards == ()
    assert home.presenter.book is None
    home.settle()
    assert home.state.title == "Phrasebook"
    assert home.state.cards == ()
    assert home.state.empty


def test_a_sheet_asked_for_meanwhile_is_of_what_is_shown(home: Home) -> None:
    home.settle()
    home.presenter.choose_span(Span.EIGHT_WEEKS)
    book, sheet = home.presenter.book, home.presenter.sheet()
    assert book is not None
    assert sheet is not None
    assert book.period.days == Span.FOUR_WEEKS.days


def test_a_moment_noted_meanwhile_is_counted(home: Home, robin: Session) -> None:
    home.turns.waiting.pop(0)()
    robin.diary.bring_in([moment(at=when("2026-11-16T09:00"), cues=(CueKey("rooting"),))], "more")
    home.settle()
    assert home.state.cards[0].phrase.times == 15


def test_nothing_is_read_from_a_diary_that_was_closed(
    home: Home, robin: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[Period] = []
    monkeypatch.setattr(type(robin.diary), "moments", lambda _, __, period: read.append(period) or ())
    robin.close()
    home.settle()
    assert read == []


def test_a_diary_that_is_held_is_said_and_can_be_asked_again(
    home: Home, robin: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def held(*_: object) -> None:
        raise DiaryLocked("Another program holds the diary.")

    with monkeypatch.context() as patched:
        patched.setattr(type(robin.diary), "moments", held)
        home.settle()
    assert home.state.problem.startswith("Another program")
    assert not home.state.working
    home.presenter.enter()
    home.settle()
    assert home.state.problem == ""
    assert home.state.cards


def test_what_cannot_be_counted_is_said(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(module, "phrasebook", broken)
    home.settle()
    assert home.state.problem == NOT_WORKED_OUT
