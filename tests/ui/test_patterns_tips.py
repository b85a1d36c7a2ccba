"""Tips beside the charts: open where there is room, folded on a narrow window, hidden when the parent says so."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from bonddiary.ui.pages.page import Width
from bonddiary.ui.pages.patterns.page import PatternsPage
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.chart_card import ChartCard, Fold
from bonddiary.ui.widgets.tip_button import TipButton
from tests.ui.chart_samples import fortnight
from tests.ui.test_patterns_page import open_page


@pytest.fixture
def card(qtbot: QtBot, robin: Session, theme: Theme) -> ChartCard:
    robin.diary.bring_in(fortnight(), "test")
    return open_page(qtbot, robin, theme).cards["two-weeks"]


def shown_tips(card: ChartCard) -> list[TipButton]:
    return [each for each in card.findChildren(TipButton) if each.isVisible()]


def resize(card: ChartCard, width: int) -> None:
    page = card.window()
    assert isinstance(page, PatternsPage)
    page.resize(width, 700)
    page.set_width(Width.NARROW if width < 700 else Width.WIDE)
    QTest.qWait(60)


def left_of(card: ChartCard, part: QWidget) -> int:
    return part.mapTo(card, part.rect().topLeft()).x()


def top_of(card: ChartCard, part: QWidget) -> int:
    return part.mapTo(card, part.rect().topLeft()).y()


def test_stand_beside_a_picture_that_has_room(card: ChartCard) -> None:
    resize(card, 1100)
    tips, canvas = shown_tips(card), card.canvas
    assert len(tips) == 3
    assert canvas is not None
    assert all(left_of(card, tip) >= left_of(card, canvas) + canvas.width() for tip in tips)
    assert all(tip.geometry().right() <= card.width() for tip in tips)


@pytest.mark.parametrize(("width", "tips"), [(960, 264), (1043, 283), (1600, 310)])
def test_take_what_the_picture_leaves_over(card: ChartCard, width: int, tips: int) -> None:
    pictured = card._pictured
    pictured.place(width, beside=True)
    assert pictured.aside.maximumWidth() == pictured.aside.minimumWidth() == tips


def test_stand_under_a_picture_that_would_be_crowded(card: ChartCard) -> None:
    resize(card, 900)
    tips, canvas = shown_tips(card), card.canvas
    assert len(tips) == 3
    assert canvas is not None
    assert all(top_of(card, tip) >= top_of(card, canvas) + canvas.height() for tip in tips)
    assert canvas.width() > 800


def test_are_folded_on_a_narrow_window(card: ChartCard) -> None:
    resize(card, 360)
    assert shown_tips(card) == []
    card._chips[Fold.TIPS].click()
    QTest.qWait(30)
    assert len(shown_tips(card)) == 3


def test_can_be_put_away(card: ChartCard) -> None:
    resize(card, 1100)
    canvas = card.canvas
    assert canvas is not None
    before = canvas.width()
    card._chips[Fold.TIPS].click()
    QTest.qWait(30)
    assert shown_tips(card) == []
    assert canvas.width() > before + 200
