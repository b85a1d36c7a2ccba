"""What was said of a period is remembered until the next day, also after closing."""

from datetime import date, timedelta

import pytest

from bonddiary.analysis.findings.said import Said
from bonddiary.domain.ids import BabyId
from bonddiary.domain.period import Period
from bonddiary.ui.pages.patterns.memory import Memory
from bonddiary.ui.pages.patterns.presenter import PatternsPresenter
from bonddiary.ui.pages.patterns.spans import Span
from bonddiary.ui.session import Session
from tests.builders import ROBIN, moment, when

TODAY = date(2026, 11, 16)
PERIOD = Period(TODAY - timedelta(days=13), TODAY)
SAID = Said(TODAY, PERIOD, frozenset({"time-of-day:crying", "more-often-after:rooting"}))


def test_is_there_again_after_closing(robin: Session) -> None:
    before = robin.diary.undo_title()
    Memory(robin).keep(ROBIN.id, Span.TWO_WEEKS, SAID)
    again = Memory(robin)
    assert again.before(ROBIN.id, Span.TWO_WEEKS) == SAID
    assert again.before(ROBIN.id, Span.WEEK) is None
    assert again.before(BabyId("another"), Span.TWO_WEEKS) is None
    assert robin.diary.undo_title() == before


def test_days_chosen_by_hand_are_not_kept(robin: Session) -> None:
    memory = Memory(robin)
    memory.keep(ROBIN.id, Span.CUSTOM, SAID)
    assert memory.before(ROBIN.id, Span.CUSTOM) is None


@pytest.mark.parametrize("text", ["[", "[]", "{}", '["2026-11-16"]', '["a","b","c"]', "7"])
def test_what_cannot_be_read_was_not_said(robin: Session, text: str) -> None:
    robin.diary.keep_draft(f"said-two-weeks-{ROBIN.id}", text)
    assert Memory(robin).before(ROBIN.id, Span.TWO_WEEKS) is None


def test_the_page_keeps_what_it_says(robin: Session) -> None:
    days = [TODAY - timedelta(days=back) for back in range(10)]
    times = [when(f"{day}T19:{minute:02}") for day in days for minute in (0, 20, 40)]
    robin.diary.bring_in([moment(at=at, cues=("cry-fuss",)) for at in times], "test")
    presenter = PatternsPresenter(robin, lambda _: None)
    presenter.enter()
    said = Memory(robin).before(ROBIN.id, Span.TWO_WEEKS)
    assert said is not None
    assert said.day == TODAY
    assert said.period == PERIOD
    assert any("time-of-day" in key for key in said.keys)
