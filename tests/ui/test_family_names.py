"""A cue that the family calls something else has that name wherever an entry is shown; articles keep content's."""

from datetime import date, timedelta

import pytest

from bonddiary.domain.catalog import Catalog
from bonddiary.domain.ids import CueKey, OutcomeKey
from bonddiary.domain.period import Period
from bonddiary.ui.pages.patterns.presenter import PatternsPresenter
from bonddiary.ui.pages.patterns.state import PatternsState
from bonddiary.ui.session import Session
from tests.builders import board_choice, cue_keys, moment, response_keys, when
from tests.ui.test_timeline_presenter import Desk

TODAY = date(2026, 11, 16)


@pytest.fixture
def renamed(robin: Session) -> Session:
    """Rooting, called Woodpecker, on 5 days; each time the same was tried."""
    tried = {"responses": response_keys("r-pause-feed"), "outcome": OutcomeKey("out-settled")}
    days = [TODAY - timedelta(days=back) for back in range(5)]
    entries = [moment(at=when(f"{day}T15:00"), cues=cue_keys("rooting"), **tried) for day in days]
    robin.diary.bring_in(entries, "test")
    robin.diary.arrange(board_choice("rooting", name="Woodpecker"))
    return robin


def test_in_the_timeline(renamed: Session) -> None:
    desk = Desk(renamed)
    desk.presenter.enter()
    assert desk.titles() == ["Woodpecker"] * 5


def test_in_the_timeline_also_when_it_is_renamed_meanwhile(renamed: Session) -> None:
    desk = Desk(renamed)
    desk.presenter.enter()
    renamed.diary.arrange(board_choice("rooting", name="Pecking"))
    assert desk.titles() == ["Pecking"] * 5


def test_in_patterns_and_in_the_reasons_of_tips(renamed: Session, catalog: Catalog) -> None:
    shown: list[PatternsState] = []
    presenter = PatternsPresenter(renamed, shown.append)
    presenter.enter()
    charts = {chart.insight.key: chart for chart in presenter.state.charts}
    said = repr(charts["tried"].insight).casefold()
    assert "woodpecker" in said
    assert catalog.cues[CueKey("rooting")].name.casefold() not in said.replace("'rooting'", "")
    reasons = " ".join(repr(chart.tips) for chart in charts.values()).casefold()
    assert "because you noted woodpecker" in reasons


def test_counts_of_a_renamed_cue_are_the_same(renamed: Session) -> None:
    baby = renamed.baby
    assert baby is not None
    assert renamed.diary.count_of_cue(baby.id, CueKey("rooting"), Period(TODAY, TODAY)) == 1
