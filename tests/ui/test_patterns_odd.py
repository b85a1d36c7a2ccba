"""Odd diaries draw and say something true; a chart that fails leaves its words and its table."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from pytestqt.qtbot import QtBot

from bonddiary.analysis.insights import BUILDERS
from bonddiary.charts.registry import CHARTS
from bonddiary.domain.baby import Baby
from bonddiary.domain.board import OwnWord
from bonddiary.domain.care import CareKind
from bonddiary.domain.ids import BabyId, CueKey, new_id
from bonddiary.domain.moment import Moment
from bonddiary.domain.records import Record
from bonddiary.ui.pages.page import Width
from bonddiary.ui.pages.patterns.page import PatternsPage
from bonddiary.ui.pages.patterns.spans import Span
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets import chart_canvas
from bonddiary.ui.widgets.chart_card import ChartCard, Fold
from tests.builders import care, cue_keys, moment, own_word, when
from tests.ui.chart_samples import fortnight
from tests.ui.patterns_pages import open_page, settle

TODAY = date(2026, 11, 16)


def days(*back: int, clock: str = "15:00", zone: str = "Europe/London", **changes: object) -> list[Moment]:
    return [moment(at=when(f"{TODAY - timedelta(days=n)}T{clock}", zone), **changes) for n in back]


def clock_change() -> list[Moment]:
    """The night that has an hour twice, and the days around it."""
    night = [
        moment(at=when("2026-10-25T00:30"), until=when("2026-10-25T01:30", second=True)),
        moment(at=when("2026-10-25T01:15")),
        moment(at=when("2026-10-25T01:15", second=True)),
    ]
    return [*night, *(moment(at=when(f"2026-10-{day}T15:00")) for day in range(20, 31))]


def far_apart() -> list[Moment]:
    """A family that flies there and back: some days have fewer hours, some more."""
    there = days(*range(6), zone="Pacific/Auckland", clock="01:00")
    return there + days(*range(3, 12), zone="America/Los_Angeles", clock="23:30")


OTHER = Baby(id=BabyId(new_id()), nickname="", born=date(2026, 10, 1))
WORD = own_word("A sign with a long name that goes on and on until no line holds it any more")
DIARIES: dict[str, list[Record]] = {
    "empty": [],
    "one moment": days(0),
    "notes alone": days(*range(8), note="Something in words.", responses=(), outcome=None),
    "clock change": [*clock_change()],
    "two babies": [OTHER, *days(*range(8)), *(replace(each, baby=OTHER.id) for each in days(*range(5)))],
    "far apart": [*far_apart()],
    "care alone": [
        care(kind=kind, at=when(f"{TODAY - timedelta(days=n)}T0{n % 9}:00"), until=None)
        for n in range(14)
        for kind in (CareKind.NAPPY, CareKind.FEED, CareKind.SLEEP)
    ],
    "own words": [WORD, *days(*range(12), cues=(CueKey(WORD.id),))],
    "unknown cues": days(*range(12), cues=cue_keys("gone-from-content")),
    "at once": [moment(at=when("2026-11-16T03:00"), cues=cue_keys("rooting")) for _ in range(60)],
    "very long": [
        moment(at=when("2026-11-03T03:00"), until=when("2026-11-15T03:00"), cues=cue_keys("cry-rising")),
        *days(*range(6)),
    ],
}


@pytest.mark.parametrize("name", DIARIES)
def test_an_odd_diary_draws_and_says_something(qtbot: QtBot, robin: Session, theme: Theme, name: str) -> None:
    records = DIARIES[name]
    for record in records:
        if isinstance(record, Baby | OwnWord):
            robin.diary.add(record)
    entries = [record for record in records if not isinstance(record, Baby | OwnWord)]
    if entries:
        robin.diary.bring_in(entries, "test")
    page = open_page(qtbot, robin, theme)
    for span in (Span.TWO_WEEKS, Span.FOUR_WEEKS, Span.ALL):
        page.presenter.choose_span(span)
        settle(page)
        state = page.presenter.state
        assert not state.problem
        assert len(state.charts) + len(state.waiting) == len(BUILDERS)
        for chart in state.charts:
            card = page.cards[chart.insight.key]
            assert not card._picture.undrawn
            assert card.canvas is not None
            assert card.canvas.redraws
            assert chart.insight.words
            assert chart.insight.table.rows
            assert all(len(row) == len(chart.insight.table.headers) for row in chart.insight.table.rows)
        assert bool(state.charts) or state.empty is not None


def test_the_other_baby_has_charts_of_their_own(qtbot: QtBot, robin: Session, theme: Theme) -> None:
    robin.diary.add(OTHER)
    both = [record for record in DIARIES["two babies"] if not isinstance(record, Baby)]
    robin.diary.bring_in(both, "test")
    page = open_page(qtbot, robin, theme)
    assert "8 moments" in page._logged.text()
    robin.show_baby(OTHER.id)
    settle(page)
    assert "5 moments" in page._logged.text()


@pytest.mark.parametrize("fails", ["draw", "height"])
def test_a_chart_that_fails_leaves_words_and_table(
    qtbot: QtBot, robin: Session, theme: Theme, monkeypatch: pytest.MonkeyPatch, fails: str
) -> None:
    def broken(*_: object) -> int:
        raise ValueError("no ink")

    whole = CHARTS["tried"]
    torn = replace(whole, draw=broken) if fails == "draw" else replace(whole, draw=broken, height=broken)
    monkeypatch.setitem(CHARTS, "tried", torn)
    robin.diary.bring_in(fortnight(), "test")
    page = open_page(qtbot, robin, theme)
    card = page.cards["tried"]
    assert card._picture.undrawn
    assert all(not each._picture.undrawn for key, each in page.cards.items() if key != "tried")
    assert all(card._chips[fold].isChecked() for fold in (Fold.TABLE, Fold.WORDS))
    assert card._parts[Fold.TABLE].isVisible()
    assert card._parts[Fold.WORDS].isVisible()
    monkeypatch.setitem(CHARTS, "tried", whole)
    assert card._picture._problem is not None
    card._picture._problem._buttons[0].click()
    settle(page)
    assert not card._picture.undrawn
    assert card.canvas is not None
    assert card.canvas.isVisible()


def test_what_cannot_be_worked_out_is_said_and_tried_again(
    qtbot: QtBot, robin: Session, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    robin.diary.bring_in(fortnight(), "test")

    def broken(*_: object) -> None:
        raise ValueError("no paper")

    monkeypatch.setattr("bonddiary.ui.pages.patterns.presenter.make", broken)
    page = PatternsPage(robin, theme)
    qtbot.addWidget(page)
    page.show()
    page.enter()
    qtbot.waitUntil(lambda: bool(page.presenter.state.problem))
    assert page._bar.isVisible()
    assert "Your entries are safe." in page.presenter.state.problem
    monkeypatch.undo()
    page._bar._buttons[0].click()
    settle(page)
    assert not page._bar.isVisible()
    assert page.cards["two-weeks"].isVisible()


def test_where_nothing_can_draw_every_card_says_so(
    qtbot: QtBot, robin: Session, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise ValueError("nothing draws here")

    robin.diary.bring_in(fortnight(), "test")
    monkeypatch.setattr(chart_canvas, "ChartCanvas", refuse)
    page = PatternsPage(robin, theme)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: bool(page.cards) and not page.filling)
    seen = [card for card in page.cards.values() if not card.isHidden()]
    assert len(seen) > 1
    qtbot.waitUntil(lambda: all(card._picture.undrawn for card in seen))
    assert all(card._parts[Fold.WORDS].isVisible() for card in seen)
    seen[0]._chips[Fold.WORDS].click()  # they can be folded, and stay so
    settle(page)
    assert not seen[0]._parts[Fold.WORDS].isVisible()


def test_a_card_that_breaks_leaves_the_others_and_a_page_that_is_painted(
    qtbot: QtBot, robin: Session, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = ChartCard.show_chart
    shown: list[ChartCard] = []

    def breaks(card: ChartCard, *given: object) -> None:
        shown.append(card)
        if len(shown) == 2:
            raise ValueError("broken")
        whole(card, *given)  # type: ignore[arg-type]

    robin.diary.bring_in(fortnight(), "test")
    monkeypatch.setattr(ChartCard, "show_chart", breaks)
    page = PatternsPage(robin, theme)
    qtbot.addWidget(page)
    with qtbot.captureExceptions() as caught:
        page.show()
        qtbot.waitUntil(lambda: len(shown) > 2 and not page.filling)
        qtbot.wait(50)
    assert [kind for kind, *_ in caught] == [ValueError]
    assert page._scroll.updatesEnabled()
    assert page._body.isEnabled()


@pytest.mark.parametrize("text", [100, 200])
def test_the_narrowest_window_never_scrolls_sideways_and_shows_what_has_the_keyboard(
    qtbot: QtBot, robin: Session, theme: Theme, text: int
) -> None:
    robin.change_settings(text_size=text)
    robin.diary.bring_in(days(*range(60), cues=cue_keys("cry-rising")), "test")
    page = open_page(qtbot, robin, theme)
    page.resize(340, 400)
    page.set_width(Width.NARROW)
    settle(page)
    page.activateWindow()
    page._period.take_focus()
    chips = page._period._spans
    for span in (Span.FOUR_WEEKS, Span.ALL, Span.CUSTOM):
        chips[span].click()
        chips[span].setFocus()  # as an arrow key does: Qt looks for the next one by its place
        settle(page)
        assert page.presenter.state.span is span
        assert chips[span].hasFocus()
        assert chips[span].visibleRegion().boundingRect() == chips[span].rect()
        assert page._scroll.horizontalScrollBar().maximum() == 0
    assert page.cards["weeks"].isVisible()
