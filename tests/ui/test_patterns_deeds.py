"""What a parent does with a chart: alone on the page, hidden, copied, saved, asked about; the crying reference."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from bonddiary.ui.pages.patterns.deeds import TOO_FEW_LEFT
from bonddiary.ui.pages.patterns.making import for_file
from bonddiary.ui.pages.patterns.page import PatternsPage
from bonddiary.ui.pages.settings.page import SettingsPage
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.chart_card import ChartCard, Fold
from bonddiary.ui.widgets.chart_menu import Deed
from bonddiary.ui.widgets.focus import focus_first, step_regions
from tests.builders import moment, response_keys, when
from tests.ui.chart_samples import fortnight
from tests.ui.patterns_pages import open_page, settle

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)  # the offscreen platform can't


@pytest.fixture
def page(qtbot: QtBot, robin: Session, theme: Theme) -> PatternsPage:
    """The page over a fortnight's diary, shown and drawn."""
    robin.diary.bring_in(fortnight(), "test")
    return open_page(qtbot, robin, theme)


def hard(day: int) -> object:
    """A moment with something that content keeps private."""
    return moment(at=when(f"2026-11-{day:02d}T20:00"), responses=response_keys("r-could-not"), private=True)


def menu_of(card: ChartCard) -> QMenu:
    """What a right click opens."""
    at = QPoint(20, 20)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, card.mapToGlobal(at))
    QApplication.sendEvent(card, event)
    return next(menu for menu in card.findChildren(QMenu) if menu.isVisible())


def test_enter_gives_the_page_to_one_chart_and_escape_takes_it_back(page: PatternsPage) -> None:
    card = page.cards["tried"]
    card.setFocus()
    QTest.keyClick(card, Qt.Key.Key_Return)
    settle(page)
    assert [key for key, each in page.cards.items() if each.isVisible()] == ["tried"]
    assert card.hasFocus()
    assert page._back.isVisible()
    assert not page._foot.isVisible()
    canvas = card.canvas
    assert canvas is not None
    canvas.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert page._cards.alone == "tried", "the first Escape leaves the marks"
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    settle(page)
    assert all(each.isVisible() for each in page.cards.values())
    assert card.hasFocus()
    assert not page._back.isVisible()


def test_back_within_the_page(page: PatternsPage) -> None:
    assert not page.step_back()
    page.show_alone("day")
    assert page.step_back()
    settle(page)
    assert all(each.isVisible() for each in page.cards.values())


def test_a_chart_alone_is_wider(page: PatternsPage) -> None:
    page.resize(1280, 800)
    settle(page)
    canvas = page.cards["two-weeks"].canvas
    assert canvas is not None
    before = canvas.width()
    page.show_alone("two-weeks")
    settle(page)
    assert canvas.width() > before + 150


def test_the_menu_offers_everything(page: PatternsPage) -> None:
    menu = menu_of(page.cards["day"])
    assert [action.text() for action in menu.actions() if action.text()] == [
        "Show this chart alone",
        "Copy picture",
        "Save picture…",
        "Copy table",
        "Save table…",
        "Ask about this…",
        "Hide this chart",
    ]
    menu.close()


def test_a_hidden_chart_is_gone_until_it_is_asked_for(
    page: PatternsPage, robin: Session, theme: Theme
) -> None:
    page.cards["day"].setFocus()
    page.cards["day"].deed_asked.emit(Deed.HIDE)
    settle(page)
    assert not page.cards["day"].isVisible()
    assert robin.settings.charts_hidden == ("day",)
    assert page.cards["time-of-day"].hasFocus()
    assert "What happened on a day" not in page._foot.waiting.text()
    again = page._foot.stops()
    assert [button.text() for button in again] == ["Show “What happened on a day”"]  # type: ignore[attr-defined]
    again[0].click()  # type: ignore[attr-defined]
    settle(page)
    assert page.cards["day"].isVisible()
    assert robin.settings.charts_hidden == ()
    assert not page._foot.stops()


def test_the_chart_after_a_hidden_one_is_seen_from_its_top(page: PatternsPage) -> None:
    page.cards["two-weeks"].setFocus()
    settle(page)
    page.cards["two-weeks"].deed_asked.emit(Deed.HIDE)
    settle(page)
    QTest.qWait(30)
    card = page.cards["day"]
    assert card.hasFocus()
    top = card.mapTo(page._scroll.viewport(), card.rect().topLeft()).y()
    assert 0 <= top < page._scroll.viewport().height() / 2


def test_what_was_saved_is_said_in_one_line_that_is_seen(page: PatternsPage) -> None:
    card = page.cards["two-weeks"]
    page.resize(1000, 400)
    settle(page)
    page._scroll.verticalScrollBar().setValue(0)
    card.say("Saved two-weeks-2026-11-03-to-2026-11-16.png.")
    settle(page)
    QTest.qWait(30)
    said = card._said
    assert said.height() < 2 * said.fontMetrics().lineSpacing()
    assert said.visibleRegion().boundingRect().height() == said.height()


def test_every_chart_can_be_hidden(page: PatternsPage, robin: Session) -> None:
    for key in list(page.cards):
        page.hide_chart(key)
        settle(page)
    assert not [card for card in page.cards.values() if card.isVisible()]
    assert page._foot.stops()[-1].hasFocus()
    assert len(page._foot.stops()) == 5


def test_settings_bring_it_back(page: PatternsPage, robin: Session, theme: Theme, qtbot: QtBot) -> None:
    page.hide_chart("day")
    settings = SettingsPage(robin, theme)
    qtbot.addWidget(settings)
    settings.show()
    settings.enter()
    shown = settings._patterns._buttons
    assert list(shown) == ["day"]
    shown["day"].setFocus()
    shown["day"].click()
    assert not settings._patterns._buttons
    settle(page)
    assert page.cards["day"].isVisible()


def test_a_question_names_the_chart(page: PatternsPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.question_asked) as asked:
        page.cards["day"].deed_asked.emit(Deed.ASK)
    assert asked.args == ["day", page.cards["day"].accessibleName()]


def test_the_phrasebook_is_one_press_away(page: PatternsPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.phrasebook_asked):
        page._phrasebook.click()


def test_a_copied_picture_is_as_sharp_as_a_saved_one(page: PatternsPage, qtbot: QtBot) -> None:
    card = page.cards["tried"]
    QGuiApplication.clipboard().clear()
    card.deed_asked.emit(Deed.COPY_PICTURE)
    qtbot.waitUntil(card._said.isVisible)
    assert card._said.text() == "Copied."
    assert QGuiApplication.clipboard().image().width() == 2700


def test_a_table_is_saved_for_a_spreadsheet(page: PatternsPage, tmp_path: Path) -> None:
    card = page.cards["tried"]
    card.deed_asked.emit(Deed.SAVE_TABLE)
    (dialog,) = page.findChildren(QFileDialog)
    assert dialog.selectedFiles()[0].endswith("tried-2026-11-03-to-2026-11-16.csv")
    dialog.fileSelected.emit(str(tmp_path / "tried.csv"))
    dialog.reject()
    lines = (tmp_path / "tried.csv").read_text(encoding="utf-8-sig").splitlines()
    assert lines[0].startswith("Cue,What you tried,Times,")
    assert lines[1].startswith("Rooting,Paused feed,10,")
    assert card._said.text() == "Saved tried.csv."


def test_what_is_private_is_on_the_screen_and_in_no_copy(
    page: PatternsPage, robin: Session, qtbot: QtBot
) -> None:
    robin.diary.bring_in([hard(15), hard(16)], "test")  # type: ignore[list-item]
    settle(page)
    assert "22 moments" in page._logged.text()
    card = page.cards["two-weeks"]
    card.deed_asked.emit(Deed.COPY_TABLE)
    qtbot.waitUntil(card._said.isVisible)
    copied = QGuiApplication.clipboard().text()
    made = page.presenter._made
    assert made is not None
    told, left_out = for_file(made.entries, "two-weeks")
    assert left_out == 2
    assert "20 moments" in " ".join(told.words)
    assert copied.splitlines()[-1] == "\t".join(told.table.rows[-1])
    assert copied.splitlines()[-1] != "\t".join(made.insights.charts["two-weeks"].table.rows[-1])
    card.deed_asked.emit(Deed.COPY_PICTURE)
    qtbot.waitUntil(lambda: "left out" in card._said.text())
    assert card._said.text() == "Copied. 2 private moments are left out."


def test_without_private_moments_there_may_be_too_little(qtbot: QtBot, robin: Session, theme: Theme) -> None:
    robin.diary.bring_in([hard(14), hard(15), hard(16)], "test")  # type: ignore[list-item]
    page = open_page(qtbot, robin, theme)
    card = page.cards["two-weeks"]
    card.deed_asked.emit(Deed.COPY_PICTURE)
    qtbot.waitUntil(card._said.isVisible)
    assert card._said.text() == TOO_FEW_LEFT


def test_tips_are_named_by_what_the_chart_is_about(page: PatternsPage) -> None:
    assert page.cards["tried"]._chips[Fold.TIPS].text() == "Tips about what to try"


def test_the_keyboards_menu_opens_over_the_mark(page: PatternsPage, qtbot: QtBot) -> None:
    canvas = page.cards["tried"].canvas
    assert canvas is not None
    canvas.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_End)
    hit = canvas.cursor_in_hits.hit
    assert hit is not None
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
    with qtbot.waitSignal(canvas.menu_asked) as asked:
        QApplication.sendEvent(canvas, event)
    assert asked.args == [canvas.mapToGlobal(canvas.rect_of(hit).center().toPoint())]
    for menu in page.findChildren(QMenu):
        menu.close()


def test_slow_reading_is_said(page: PatternsPage) -> None:
    assert not page._working.isVisible()
    page._working.say()
    assert page._working.isVisible()
    page.presenter.refresh()
    settle(page)
    assert not page._working.isVisible()


def test_a_step_between_parts_comes_to_the_card_itself(page: PatternsPage) -> None:
    head, first, *_ = page.regions()
    assert focus_first(head)
    step_regions(page.regions(), 1)
    assert first.hasFocus(), "not what is checked within it"


def test_the_first_card_is_seen_where_large_words_stand_above_it(page: PatternsPage) -> None:
    page.resize(500, 260)
    settle(page)
    first = page.regions()[1]
    assert isinstance(first, ChartCard)
    first.setFocus()
    QTest.qWait(20)
    top = first.mapTo(page._scroll.viewport(), first.rect().topLeft()).y()
    assert 0 <= top < page._scroll.viewport().height() / 2


@pytest.mark.parametrize("part", ["card", "picture"])
def test_a_keyboard_without_a_menu_key_opens_the_menu(page: PatternsPage, part: str) -> None:
    card = page.cards["tried"]
    at = card if part == "card" else card.canvas
    assert at is not None
    at.setFocus()
    QTest.keyClick(at, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    shown = [menu for menu in card.findChildren(QMenu) if menu.isVisible()]
    assert len(shown) == 1
    shown[0].close()
