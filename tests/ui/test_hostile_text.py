"""Text that looks like markup, turns lines round or holds control characters is shown letter by letter, everywhere."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu, QTextEdit, QWidget

from bonddiary.domain.baby import Baby
from bonddiary.domain.board import OwnWord, WordKind
from bonddiary.domain.ids import BabyId, new_id
from bonddiary.ui.main_window import MainWindow
from bonddiary.ui.pages.page import Place
from bonddiary.ui.widgets.plain import MOST, plain_name, plain_tip
from tests.builders import (
    ROBIN,
    board_choice,
    care,
    carer,
    moment,
    own_word,
    private_note,
    question,
    visit,
)

MARK = "<b>zz</b>&amp;"
TURN = "\u202ezz\u2066"
CONTROL = "zz\x00\x1b[31m\x07"
LINES = "zz\nzz\r\n\tzz/../zz\\zz"
HOSTILE = (MARK, TURN, CONTROL, LINES)


@pytest.fixture(params=HOSTILE, ids=("markup", "turns", "controls", "lines"))
def text(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def shown(window: MainWindow, text: str) -> MainWindow:
    """A window on a diary whose every text is hostile, each place of it opened."""
    who, word = carer(text), own_word(text)
    tried = OwnWord(id=new_id(), kind=WordKind.RESPONSE, name=f"{text} t")  # type: ignore[arg-type]
    seen = visit(label=text, note=text, plan=text, day=date(2026, 11, 16))
    entry = moment(
        cues=(f"own:{word.id}", "rooting"), responses=(f"own:{tried.id}",), note=text, carer=who.id
    )
    window.session.diary.bring_in(
        [
            replace(ROBIN, nickname=text),
            Baby(id=BabyId(new_id()), nickname=f"{text} 2"),
            who, word, tried, seen, entry,
            board_choice("yawning", name=text),
            question(text=text, answer=text, visit=seen.id),
            question(text=f"{text}?", about=f"moment:{entry.id}"),
            care(note=text),
            private_note(text),
        ],
        text,
    )  # fmt: skip
    window._build_menus()
    for place in Place:
        window.go(place)
        for _ in range(3):
            QApplication.processEvents()
    window.tell(text)
    return window


def rendered(markup: str) -> str:
    made = QTextDocument()
    made.setHtml(markup)
    return made.toPlainText()


def parts(window: MainWindow) -> list[QWidget]:
    return [window, *window.findChildren(QWidget)]


def test_every_place_shows_it_letter_by_letter(shown: MainWindow, text: str) -> None:
    nothing_is_read_as_markup(shown, text)
    tips_are_plain(shown, text)
    no_letter_becomes_a_shortcut(shown, text)
    assert "zz" not in shown.windowTitle()


def nothing_is_read_as_markup(shown: MainWindow, text: str) -> None:
    labels = [each for each in parts(shown) if isinstance(each, QLabel)]
    told = [each for each in labels if "zz" in each.text()]
    assert told, "some labels hold the text"
    for each in told:
        if each.textFormat() is Qt.TextFormat.PlainText:
            continue
        assert each.textFormat() is Qt.TextFormat.RichText, f"Qt would guess: {each.text()[:80]}"
        if text == MARK:
            assert "<b>zz" in rendered(each.text()), each.text()
    for browser in [each for each in parts(shown) if isinstance(each, QTextEdit)]:
        if text == MARK and "zz" in browser.toPlainText():
            assert "<b>zz" in browser.toPlainText()


def tips_are_plain(shown: MainWindow, text: str) -> None:
    for each in parts(shown):
        tip = each.toolTip()
        if text == MARK and "zz" in tip:
            assert "<b>zz" in rendered(tip), tip


def no_letter_becomes_a_shortcut(shown: MainWindow, text: str) -> None:
    if text == MARK:
        for each in parts(shown):
            if isinstance(each, QAbstractButton) and "zz" in each.text():
                assert each.shortcut().isEmpty(), (type(each), each.parent(), each.text())
        for menu in [each for each in parts(shown) if isinstance(each, QMenu)]:
            menu.aboutToShow.emit()
            for action in menu.actions():
                if "zz" in action.text():
                    assert "&" not in action.text().replace("&&", ""), action.text()


@pytest.mark.parametrize("typed", ["<b>x</b>", "a < b", "x" * 5_000, "plain", "<!--", "a\n<i>b"])
def test_a_tip_reads_as_it_was_typed(typed: str) -> None:
    tip = plain_tip(typed)
    said = rendered(tip) if tip.startswith("<qt>") else tip
    assert "<" not in tip or tip.startswith("<qt>")
    assert said == (typed if len(typed) <= MOST else typed[:MOST] + "…")


def test_a_name_with_an_ampersand(qapp: QApplication) -> None:
    menu = QMenu()
    action = menu.addAction(plain_name("Fish & chips"))
    assert action.text().replace("&&", "&") == "Fish & chips"
