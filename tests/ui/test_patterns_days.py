"""Days that a parent names on the Patterns page."""

from datetime import date
from itertools import pairwise

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from bonddiary.domain.period import Period
from bonddiary.ui.pages.page import Width
from bonddiary.ui.pages.patterns.page import PatternsPage
from bonddiary.ui.pages.patterns.presenter import PatternsPresenter
from bonddiary.ui.pages.patterns.spans import MOST_DAYS, Span
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.chart_card import Fold
from bonddiary.ui.widgets.date_field import read_date
from tests.ui.chart_samples import fortnight
from tests.ui.patterns_pages import open_page, settle


@pytest.fixture
def presenter(robin: Session) -> PatternsPresenter:
    robin.diary.bring_in(fortnight(), "test")
    made = PatternsPresenter(robin, lambda _: None)
    made.enter()
    return made


@pytest.fixture
def page(qtbot: QtBot, robin: Session, theme: Theme) -> PatternsPage:
    robin.diary.bring_in(fortnight(), "test")
    return open_page(qtbot, robin, theme)


class TestPresenter:
    def shown(self, presenter: PatternsPresenter) -> Period:
        assert presenter.state.window is not None
        return presenter.state.window.period

    def test_custom_starts_from_the_days_shown(self, presenter: PatternsPresenter) -> None:
        before = self.shown(presenter)
        presenter.choose_span(Span.CUSTOM)
        assert self.shown(presenter) == presenter.state.custom == before

    def test_shows_exactly_these_days(self, presenter: PatternsPresenter) -> None:
        presenter.choose_days("5/11/2026", "9 November 2026", read_date)
        assert presenter.state.span is Span.CUSTOM
        assert self.shown(presenter) == Period(date(2026, 11, 5), date(2026, 11, 9))
        assert presenter.state.coverage.startswith("3 of 5 days")

    def test_the_other_way_round_they_are_the_same_days(self, presenter: PatternsPresenter) -> None:
        presenter.choose_days("9/11/2026", "5/11/2026", read_date)
        assert self.shown(presenter) == Period(date(2026, 11, 5), date(2026, 11, 9))

    def test_arrows_go_by_as_many_days(self, presenter: PatternsPresenter) -> None:
        presenter.choose_days("8/11/2026", "10/11/2026", read_date)
        presenter.earlier()
        assert self.shown(presenter) == Period(date(2026, 11, 5), date(2026, 11, 7))
        assert presenter.state.custom == self.shown(presenter)
        presenter.later()
        presenter.later()
        assert self.shown(presenter) == Period(date(2026, 11, 11), date(2026, 11, 13))
        presenter.latest()
        assert self.shown(presenter) == Period(date(2026, 11, 14), date(2026, 11, 16))
        assert presenter.state.window is not None
        assert not presenter.state.window.later

    def test_another_span_ends_on_the_same_day(self, presenter: PatternsPresenter) -> None:
        presenter.choose_days("5/11/2026", "9/11/2026", read_date)
        presenter.choose_span(Span.WEEK)
        assert self.shown(presenter) == Period(date(2026, 11, 3), date(2026, 11, 9))

    @pytest.mark.parametrize(
        ("first", "last", "said"),
        [
            ("flbg", "5/11/2026", "We couldn’t read ‘flbg’. A day looks like this: 3/11/2026."),
            ("5/11/2026", "31/2/2026", "We couldn’t read ‘31/2/2026’. A day looks like this: 3/11/2026."),
            ("1/1/0001", "2/1/0001", "We couldn’t read ‘1/1/0001’. A day looks like this: 3/11/2026."),
            ("30/12/9999", "31/12/9999", "We couldn’t read ‘30/12/9999’. A day looks like this: 3/11/2026."),
            ("5/11/2026", " ", "Both days are needed: the first and the last."),
            ("1/1/2026", "31/12/2026", f"That is 365 days. Up to {MOST_DAYS} can be shown at once."),
        ],
    )
    def test_what_cannot_be_shown_is_said(
        self, presenter: PatternsPresenter, first: str, last: str, said: str
    ) -> None:
        before = presenter.state.window
        presenter.choose_days(first, last, read_date)
        assert presenter.state.unread == said
        assert presenter.state.window == before
        presenter.choose_days("5/11/2026", "9/11/2026", read_date)
        assert not presenter.state.unread


class TestPage:
    def test_fields_show_while_custom_is_on(self, page: PatternsPage) -> None:
        assert page._period._custom is None
        page._period._spans[Span.CUSTOM].toggle()
        custom = page._period._custom
        assert custom is not None
        assert custom.isVisible()
        assert (custom._first.text(), custom._last.text()) == ("3/11/2026", "16/11/2026")
        custom._first.setText("5/11/2026")
        QTest.keyClicks(custom._last, "x")
        custom._show.click()
        assert custom._problem.isVisible()
        assert custom._last.accessibleDescription() == custom._problem.plain
        custom._last.setText("9/11/2026")
        custom._last.returnPressed.emit()
        assert not custom._problem.isVisible()
        assert page._period._period.text() == "5 to 9 November 2026"
        page._period._spans[Span.WEEK].click()
        assert not custom.isVisible()

    def test_other_days_are_drawn_once(self, page: PatternsPage) -> None:
        before = {chart.insight.key: chart.insight for chart in page.presenter.state.charts}
        drawn = {key: card.canvas.redraws for key, card in page.cards.items() if card.canvas is not None}
        page.presenter.choose_span(Span.WEEK)
        settle(page)
        after = {chart.insight.key: chart.insight for chart in page.presenter.state.charts}
        others = [key for key in set(before) & set(after) if before[key] != after[key]]
        assert len(others) > 2
        for key in others:
            canvas = page.cards[key].canvas
            assert canvas is not None
            assert canvas.redraws == drawn[key] + 1

    @pytest.mark.parametrize("pause", [0, 5, 30])
    def test_however_fast_days_change_all_is_drawn_in_the_end(self, page: PatternsPage, pause: int) -> None:
        for turn, span in enumerate([Span.WEEK, Span.ALL, Span.FOUR_WEEKS, Span.CUSTOM, Span.TWO_WEEKS] * 2):
            page.presenter.choose_span(span)
            QTest.qWait(pause)
            page.setVisible(turn % 3 != 1)
        page.show()
        page.show_alone("day")
        page.show_alone("")
        settle(page)
        assert page.jobs._held is None
        for chart in page.presenter.state.charts:
            canvas = page.cards[chart.insight.key].canvas
            assert canvas is not None
            assert canvas._shown is not None
            assert canvas._shown[0] == chart.insight
            assert not canvas._image.isNull()

    def test_tab_goes_from_the_chips_to_the_fields(self, page: PatternsPage) -> None:
        page._period._spans[Span.CUSTOM].toggle()
        stops = page._period.stops()
        custom = page._period._custom
        assert custom is not None
        after = stops[stops.index(page._period._spans[Span.CUSTOM]) + 1 :]
        assert after[:3] == [custom._first, custom._last, custom._show]

    def test_screen_readers_find_all_in_the_order_in_which_it_stands(self, page: PatternsPage) -> None:
        page._period._spans[Span.CUSTOM].toggle()
        settle(page)
        bar, inside = page._period, page._inside
        custom = bar._custom
        assert custom is not None
        assert bar.children().index(custom) < bar.children().index(bar._earlier.parentWidget().parentWidget())
        cards = [card for card in page._cards.in_order() if not card.isHidden()]
        order = [inside.children().index(each) for each in (page._head, *cards, page._foot)]
        assert len(cards) > 3
        assert order == sorted(order)

    def test_a_screen_readers_toggle_opens_a_fold(self, page: PatternsPage) -> None:
        card = page.cards["two-weeks"]
        card._chips[Fold.TABLE].toggle()
        assert card._parts[Fold.TABLE].isVisible()
        card._chips[Fold.TABLE].toggle()
        assert not card._parts[Fold.TABLE].isVisible()

    def test_days_shown_and_arrows_stand_in_one_line(self, page: PatternsPage) -> None:
        bar = page._period
        QTest.qWait(50)
        middles = {
            each.mapTo(bar, each.rect().center()).y() for each in (bar._earlier, bar._later, bar._period)
        }
        assert max(middles) - min(middles) <= 1

    def test_buttons_of_the_same_name_say_whose_they_are(self, page: PatternsPage) -> None:
        for chart in page.presenter.state.charts:
            card = page.cards[chart.insight.key]
            buttons = [*card._chips.values(), *card._actions]
            assert {each.accessibleDescription() for each in buttons} == {chart.insight.title}
            assert not card._said.isVisible()
            card.say("Copied.")
            assert card._said.isVisible()


def test_no_row_of_chips_is_cut_in_a_narrow_window(page: PatternsPage) -> None:
    page.set_width(Width.NARROW)
    page.resize(360, 600)
    settle(page)
    chips = page._period.chips
    assert chips.height() == chips.heightForWidth(chips.width())


@pytest.mark.parametrize("width", [360, 480])
def test_rows_above_the_charts_never_lie_on_one_another(page: PatternsPage, width: int) -> None:
    page.set_width(Width.NARROW)
    page.resize(width, 600)
    settle(page)
    rows = [page._title, page._period.chips, page._period, page._logged, page._phrasebook]
    for above, below in pairwise(each.geometry() for each in rows):
        assert above.bottom() < below.top()
