"""Coming to the Phrasebook, leaving it, and coming back to it."""

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from bonddiary.domain.ids import CueKey
from bonddiary.ui.main_window import MainWindow
from bonddiary.ui.pages.page import Place, Width
from bonddiary.ui.pages.phrasebook.page import PhrasebookPage
from bonddiary.ui.pages.phrasebook.state import Span
from bonddiary.ui.session import Session
from tests.ui.chart_samples import fortnight

ROOTING = CueKey("rooting")


@pytest.fixture
def page(window: MainWindow, robin: Session, qtbot: QtBot) -> PhrasebookPage:
    robin.diary.bring_in(fortnight(), "test")
    window.resize(1280, 800)
    window.show()
    window.go(Place.PHRASEBOOK)
    made = window.page(Place.PHRASEBOOK)
    assert isinstance(made, PhrasebookPage)
    qtbot.waitUntil(lambda: ROOTING in made.cards)
    return made


def test_the_first_visit_starts_with_the_choice_of_days(page: PhrasebookPage) -> None:
    assert page.focusWidget() is page._spans[Span.FOUR_WEEKS]


def test_coming_back_finds_the_keyboard_where_it_was(page: PhrasebookPage, window: MainWindow) -> None:
    entries = page.cards[ROOTING]._entries
    entries.setFocus()
    page.entries_asked.emit(ROOTING)
    assert not page.isVisible()
    window.go(Place.PHRASEBOOK)
    assert page.isVisible()
    assert page.focusWidget() is entries


def test_back_stands_apart_from_the_choice_of_days(page: PhrasebookPage) -> None:
    page.set_width(Width.WIDE)
    QTest.qWait(20)
    last = page._spans[Span.ALL]
    assert page._back.x() > last.mapTo(page._head, last.rect().topRight()).x() + 100
    page.set_width(Width.NARROW)
    QTest.qWait(20)
    assert page._back.parentWidget() is last.parentWidget()
    assert page._back.isVisible()


def test_screen_readers_read_the_familys_counts_first(page: PhrasebookPage) -> None:
    card = page.cards[ROOTING]
    parts = card.children()
    assert all(parts.index(lead) < parts.index(card._general_box) for lead in card._lines)
    beside = page._left.children()
    assert all(beside.index(each) < beside.index(page._notes) for each in page.cards.values())
