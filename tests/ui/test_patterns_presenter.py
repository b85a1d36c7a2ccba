"""What the Patterns page decides, without a window."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import pytest

from bonddiary.analysis.names import in_sentence
from bonddiary.analysis.tips import Match
from bonddiary.domain.board import Pin
from bonddiary.domain.errors import DiaryLocked
from bonddiary.domain.ids import OutcomeKey
from bonddiary.domain.moment import Moment
from bonddiary.domain.period import Period
from bonddiary.domain.tip_choice import Kept
from bonddiary.ui.pages.patterns.presenter import PatternsPresenter
from bonddiary.ui.pages.patterns.spans import Span
from bonddiary.ui.pages.patterns.state import Empty, PatternsState
from bonddiary.ui.session import Session
from tests.builders import (
    care,
    clock_at,
    cue_keys,
    moment,
    moment_draft,
    pin,
    response_keys,
    when,
)

TODAY = date(2026, 11, 16)


class Seen:
    """Takes the presenter's states."""

    def __init__(self) -> None:
        self.states: list[PatternsState] = []

    def __call__(self, state: PatternsState) -> None:
        self.states.append(state)


def on_days(*back: int, **changes: Any) -> list[Moment]:
    """A moment at 3pm on each of these days before today."""
    days = [TODAY - timedelta(days=days) for days in back]
    return [moment(at=when(f"{day}T15:00"), **changes) for day in days]


def fill(session: Session, records: Sequence[Moment]) -> None:
    """Puts moments into the diary."""
    session.diary.bring_in(records, "test")


@pytest.fixture
def seen() -> Seen:
    """An empty record."""
    return Seen()


@pytest.fixture
def presenter(robin: Session, seen: Seen) -> PatternsPresenter:
    """A presenter that the diary tells of changes, as the page ties it."""
    made = PatternsPresenter(robin, seen)
    robin.diary_changed.connect(made.on_change)
    robin.baby_changed.connect(made.change_baby)
    return made


def test_three_days_show_the_first_chart(robin: Session, presenter: PatternsPresenter) -> None:
    fill(robin, on_days(0, 1, 2))
    presenter.enter()
    state = presenter.state
    assert [chart.insight.key for chart in state.charts] == ["two-weeks", "day"]
    assert [waiting.key for waiting in state.waiting] == [
        "time-of-day",
        "tried",
        "settling",
        "weeks",
        "typical-day",
        "before-cues",
    ]
    starts = {waiting.key: waiting.starts for waiting in state.waiting}
    assert "10 moments on 5 days" in starts["time-of-day"]
    assert "3 times" in starts["tried"]
    assert "14 days" in starts["typical-day"]
    assert state.coverage == "3 of 14 days · 3 of 3 entries written down later · 3 moments"
    assert state.empty is None
    assert state.window is not None
    assert state.window.period == Period.ending(TODAY, 14)


def test_the_same_thing_tried_three_times_shows_the_second(
    robin: Session, presenter: PatternsPresenter
) -> None:
    tried = {"responses": response_keys("r-pause-feed"), "outcome": OutcomeKey("out-settled")}
    fill(robin, on_days(0, 1, 2, **tried))
    presenter.enter()
    assert [chart.insight.key for chart in presenter.state.charts] == ["two-weeks", "day", "tried"]
    assert [waiting.key for waiting in presenter.state.waiting] == [
        "time-of-day",
        "settling",
        "weeks",
        "typical-day",
        "before-cues",
    ]


def test_an_empty_diary_says_so(presenter: PatternsPresenter) -> None:
    presenter.enter()
    assert presenter.state.empty is Empty.NOTHING
    assert [waiting.key for waiting in presenter.state.waiting] == [
        "two-weeks",
        "day",
        "time-of-day",
        "tried",
        "settling",
        "weeks",
        "typical-day",
        "before-cues",
    ]


def test_no_baby_is_an_empty_page(session: Session, seen: Seen) -> None:
    presenter = PatternsPresenter(session, seen)
    presenter.enter()
    assert presenter.state.empty is Empty.NOTHING


def test_too_little_says_how_much_there_is(robin: Session, presenter: PatternsPresenter) -> None:
    fill(robin, [*on_days(0, 1), moment(at=when("2026-11-16T09:00")), moment(at=when("2026-11-16T10:00"))])
    presenter.enter()
    assert (presenter.state.empty, presenter.state.logged) == (Empty.NEW, "4 moments on 2 days")


def test_earlier_days_that_hold_little_are_no_beginning(robin: Session, presenter: PatternsPresenter) -> None:
    fill(robin, on_days(0, 1, 2, 20))
    presenter.enter()
    presenter.earlier()
    assert (presenter.state.empty, presenter.state.logged) == (Empty.THIN, "1 moment on 1 day")
    presenter.latest()
    assert presenter.state.empty is None


def test_arrows_step_by_the_length_shown(robin: Session, presenter: PatternsPresenter) -> None:
    fill(robin, on_days(*range(40)))
    presenter.enter()
    presenter.choose_span(Span.WEEK)
    presenter.earlier()
    presenter.earlier()
    assert presenter.state.window is not None
    assert presenter.state.window.period == Period.ending(TODAY - timedelta(days=14), 7)
    presenter.choose_span(Span.TWO_WEEKS)
    assert presenter.state.window.period == Period.ending(TODAY - timedelta(days=14), 14)
    presenter.later()
    assert presenter.state.window.period == Period.ending(TODAY, 14)
    presenter.later()
    assert presenter.state.window.period == Period.ending(TODAY, 14)


def test_a_sleep_begun_the_evening_before_is_drawn_whole(
    robin: Session, presenter: PatternsPresenter
) -> None:
    fill(robin, on_days(0, 1, 2))
    first = TODAY - timedelta(days=13)
    at = when(f"{first - timedelta(days=1)}T22:00")
    robin.diary.bring_in([care(at=at, until=at.shifted(timedelta(hours=6)))], "test")
    presenter.enter()
    assert first in {row.day for row in presenter.state.charts[0].insight.data.rows if row.lanes}  # type: ignore[attr-defined]


def test_a_change_is_seen_at_once_while_the_page_is_shown(
    robin: Session, presenter: PatternsPresenter, seen: Seen
) -> None:
    presenter.enter()
    before = len(seen.states)
    robin.diary.log(moment_draft())
    assert len(seen.states) == before + 1
    assert seen.states[-1].coverage == "1 of 14 days · 1 of 1 entry written down later · 1 moment"


def test_a_hidden_page_waits_until_it_is_shown(
    robin: Session, presenter: PatternsPresenter, seen: Seen
) -> None:
    presenter.enter()
    presenter.leave()
    before = len(seen.states)
    robin.diary.log(moment_draft())
    robin.diary.log(moment_draft())
    assert len(seen.states) == before
    presenter.enter()
    assert len(seen.states) == before + 1
    assert seen.states[-1].coverage == "1 of 14 days · 2 of 2 entries written down later · 2 moments"


def test_coming_back_to_an_unchanged_page_reads_nothing(presenter: PatternsPresenter, seen: Seen) -> None:
    presenter.enter()
    presenter.leave()
    presenter.enter()
    assert len(seen.states) == 1


def test_a_page_left_for_long_is_read_anew(robin: Session, presenter: PatternsPresenter, seen: Seen) -> None:
    presenter.enter()
    presenter.leave()
    robin.clock = clock_at(when("2026-11-16T21:10"))
    presenter.enter()
    assert len(seen.states) == 2


def test_what_is_not_on_the_page_changes_nothing(
    robin: Session, presenter: PatternsPresenter, seen: Seen
) -> None:
    presenter.enter()
    robin.diary.add(pin())
    assert robin.diary.all(Pin)
    assert len(seen.states) == 1


def test_a_diary_that_cannot_be_read_says_why_and_keeps_what_is_shown(
    robin: Session, presenter: PatternsPresenter, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(robin, on_days(0, 1, 2))
    presenter.enter()

    def locked(*_: object) -> None:
        raise DiaryLocked("Another program holds the diary. Close it and try again.")

    monkeypatch.setattr(robin.diary, "whole_period", locked)
    presenter.refresh()
    assert presenter.state.problem.startswith("Another program")
    assert presenter.state.charts
    monkeypatch.undo()
    presenter.refresh()
    assert presenter.state.problem == ""


def test_tips_are_about_the_chart_then_about_what_was_noted(
    robin: Session, presenter: PatternsPresenter
) -> None:
    tried = {"responses": response_keys("r-pause-feed"), "cues": cue_keys("eye-rubbing")}
    fill(robin, on_days(0, 1, 2, 3, **tried))
    presenter.enter()
    first, second, third = presenter.state.charts
    assert first.tips
    assert len(first.tips) <= 3
    assert {tip.key for tip in first.tips[:1]} <= set(first.insight.subjects)
    assert all(chosen.reason.startswith("because") for chosen in first.tips)
    beside = [{chosen.tip.key for chosen in chart.tips} for chart in (first, second, third)]
    assert not beside[0] & beside[1]
    assert not (beside[0] | beside[1]) & beside[2]


def reasons(presenter: PatternsPresenter) -> list[str]:
    """Why each tip beside a cue is shown."""
    chosen = [one for chart in presenter.state.charts for one in chart.tips]
    return [one.reason for one in chosen if one.match is Match.CUE]


def test_reasons_say_how_often_and_when_and_leave_out_what_is_private(
    robin: Session, presenter: PatternsPresenter
) -> None:
    fill(robin, on_days(0, 1, 2, 3, 9, cues=cue_keys("eye-rubbing")))
    fill(robin, on_days(0, 1, cues=cue_keys("eye-rubbing"), private=True))
    fill(robin, on_days(0, 1, cues=cue_keys("rooting")))
    presenter.enter()
    name = in_sentence(robin.catalog.cue("eye-rubbing").name)
    assert reasons(presenter)[0] == f"because you noted {name} 5 times in these 2 weeks"
    presenter.choose_span(Span.WEEK)
    assert reasons(presenter)[0] == f"because you noted {name} 4 times this week"


def test_a_tip_that_is_hidden_leaves_and_comes_back(robin: Session, presenter: PatternsPresenter) -> None:
    fill(robin, on_days(0, 1, 2, cues=cue_keys("eye-rubbing")))
    presenter.enter()

    def shown() -> list[str]:
        return [chosen.tip.key for chart in presenter.state.charts for chosen in chart.tips]

    before = shown()
    robin.diary.choose_tip(before[0], Kept.HIDDEN)
    assert before[0] not in shown()
    assert len(shown()) == len(before)
    robin.diary.choose_tip(before[0], Kept.SAVED)
    assert shown() == before
    robin.diary.undo()
    assert before[0] not in shown()


def test_another_baby_starts_at_their_newest_days(robin: Session, presenter: PatternsPresenter) -> None:
    fill(robin, on_days(*range(40)))
    presenter.enter()
    presenter.earlier()
    presenter.change_baby()
    assert presenter.state.window is not None
    assert not presenter.state.window.later


def test_before_the_diary_is_open_nothing_is_read(session: Session, seen: Seen) -> None:
    closed = Session(session.paths, lambda: session.diary, session.catalog, session.clock, session.settings)
    PatternsPresenter(closed, seen).enter()
    assert not seen.states
