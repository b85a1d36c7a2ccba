"""The Phrasebook page: cards that say what was counted, and the sheet that is made of them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from bonddiary.content.wording import banned_words, typed_marks
from bonddiary.domain.baby import Baby
from bonddiary.domain.errors import DiskFull
from bonddiary.domain.ids import BabyId, CueKey, new_id
from bonddiary.report.document import Grid, PageKind, ReportDocument
from bonddiary.report.document import Words as Paragraphs
from bonddiary.report.request import NameShown
from bonddiary.ui.main_window import MainWindow
from bonddiary.ui.pages.catch_up.page import CatchUpPage
from bonddiary.ui.pages.page import Place, Width
from bonddiary.ui.pages.phrasebook.card import PhraseCard
from bonddiary.ui.pages.phrasebook.page import PhrasebookPage
from bonddiary.ui.pages.phrasebook.state import Span
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from tests.builders import ROBIN, board_choice, moment, when
from tests.ui.chart_samples import fortnight

ROOTING = CueKey("rooting")


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


def read(page: PhrasebookPage) -> None:
    """Days are read in turns of the loop and counted on a worker."""
    for _ in range(20_000):
        if not page.presenter.state.working:
            break
        QTest.qWait(1)
    assert not page.presenter.state.working
    settle()


@pytest.fixture
def page(qtbot: QtBot, robin: Session, theme: Theme) -> PhrasebookPage:
    robin.diary.bring_in(fortnight(), "test")
    made = PhrasebookPage(robin, theme)
    qtbot.addWidget(made)
    theme.wear()
    made.resize(1100, 800)
    made.show()
    made.enter()
    read(made)
    qtbot.waitUntil(
        lambda: made.presenter._open_end is not None
    )  # the words around the tips come last, by a timer
    return made


class Painted(QObject):
    """Cards that were painted lower than they are to be."""

    def __init__(self) -> None:
        super().__init__()
        self.seen, self.squeezed = 0, 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and isinstance(watched, PhraseCard):
            self.seen += 1
            self.squeezed += watched.height() < watched.heightForWidth(watched.width())
        return False


def test_no_card_is_painted_squeezed(qapp: QApplication, qtbot: QtBot, robin: Session, theme: Theme) -> None:
    made, painted = PhrasebookPage(robin, theme), Painted()
    qtbot.addWidget(made)
    theme.wear()
    made.resize(1100, 500)
    made.show()
    made.enter()
    settle()
    qapp.installEventFilter(painted)
    robin.diary.bring_in(fortnight(), "test")
    qtbot.waitUntil(lambda: len(made.cards) == len(made.presenter.state.shown) > 0)
    settle()
    qapp.removeEventFilter(painted)
    assert painted.seen
    assert not painted.squeezed


def asked(page: PhrasebookPage) -> list[ReportDocument]:
    found: list[ReportDocument] = []
    page.sheet_asked.connect(found.append)
    return found


def said(card: PhraseCard) -> str:
    lines = [lead.words.plain for lead in card._lines if not lead.isHidden()]
    return " ".join([card._name.text(), card._counted.plain, *lines])


class TestCards:
    def test_the_cue_noted_most_often_comes_first(self, page: PhrasebookPage) -> None:
        first = page.presenter.state.cards[0]
        assert first.key == ROOTING
        assert said(page.cards[ROOTING]) == (
            "Rooting 14 times, on 10 days, 7 to 16 November 2026. "
            "Most often next: paused feed, 10 of 14 times. Then settled 10 of 10. "
            "Nothing noted 4 times: not recorded."
        )

    def test_general_words_stand_in_a_box_of_their_own(self, page: PhrasebookPage) -> None:
        card = page.cards[ROOTING]
        assert card._general.plain.startswith("It may mean: hungry;")
        assert card._general.plain.endswith("Or something else. You know your baby.")
        assert "hungry" not in said(card)

    def test_the_family_s_own_name_of_a_cue(self, page: PhrasebookPage, robin: Session) -> None:
        robin.diary.arrange(board_choice(key="rooting", name="Sucks fists"))
        read(page)
        assert page.cards[ROOTING]._name.text() == "Sucks fists"

    def test_a_cue_noted_once_or_twice_is_in_one_line(self, page: PhrasebookPage, robin: Session) -> None:
        robin.diary.bring_in([moment(cues=(CueKey("hiccups"),))], "more")
        read(page)
        assert page._seldom.plain == "Noted once or twice: hiccups."

    def test_private_moments_are_nowhere_and_the_page_says_so_once(
        self, page: PhrasebookPage, robin: Session
    ) -> None:
        hidden = [replace(moment(cues=(CueKey("hiccups"),)), private=True) for _ in range(5)]
        robin.diary.bring_in(hidden, "more")
        read(page)
        assert CueKey("hiccups") not in page.cards
        assert "hiccups" not in page._seldom.plain
        assert page._notes.plain.count("Private moments are left out") == 1

    def test_longer_and_shorter_spans(self, page: PhrasebookPage, robin: Session) -> None:
        old = [moment(at=when(f"2026-10-0{day}T10:00"), cues=(ROOTING,)) for day in (1, 2, 3)]
        robin.diary.bring_in(old, "more")
        read(page)
        assert page.presenter.state.cards[0].phrase.times == 14
        page._spans[Span.EIGHT_WEEKS].click()
        read(page)
        assert page.presenter.state.cards[0].phrase.times == 17

    def test_how_sure_is_folded_until_it_is_asked_for(self, page: PhrasebookPage) -> None:
        card = page.cards[ROOTING]
        assert not card._sure.isVisible()
        card._how_sure.click()
        assert card._sure.isVisible()
        assert card._sure.plain == "Paused feed: settled 10 of 10 times. Could be about 7 to 10 in 10."

    def test_ways_to_entries_and_to_what_it_may_mean(self, page: PhrasebookPage) -> None:
        ways: list[str] = []
        page.entries_asked.connect(lambda cue: ways.append(f"entries {cue}"))
        page.meaning_asked.connect(lambda cue: ways.append(f"meaning {cue}"))
        page.cards[ROOTING]._entries.click()
        page.cards[ROOTING]._meaning.click()
        assert ways == ["entries rooting", "meaning rooting"]

    def test_an_empty_diary_says_when_it_starts(self, qtbot: QtBot, robin: Session, theme: Theme) -> None:
        made = PhrasebookPage(robin, theme)
        qtbot.addWidget(made)
        made.enter()
        read(made)
        assert made.presenter.state.empty == "The phrasebook starts when you have noted the same cue 3 times."

    def test_a_long_phrasebook_begins_with_six_and_shows_all_when_asked(
        self, qtbot: QtBot, page: PhrasebookPage, robin: Session
    ) -> None:
        keys = [key for key in robin.catalog.cues if key not in page.cards][:8]
        robin.diary.bring_in([moment(cues=(key,)) for key in keys for _ in range(3)], "more")
        qtbot.waitUntil(lambda: sum(card.isVisible() for card in page.cards.values()) == 6)
        more = len(page.presenter.state.cards) - 6
        assert page._more.text() == f"Show {more} more cues"
        page._more.setFocus()
        page._more.click()
        keys = [card.key for card in page.presenter.state.cards]
        qtbot.waitUntil(lambda: all(key in page.cards and page.cards[key].isVisible() for key in keys))
        assert not page._more.isVisible()
        focused = QApplication.focusWidget()
        assert focused is None or focused.isVisible()


class TestSheet:
    def test_holds_the_cards_that_are_chosen(self, page: PhrasebookPage) -> None:
        found = asked(page)
        page.cards[ROOTING].sheet.click()
        page.sheet.show_sheet.click()
        page.cards[ROOTING].sheet.click()
        page.sheet.show_sheet.click()
        grids = [
            [row[0] for block in sheet.blocks if isinstance(block, Grid) for row in block.table.rows]
            for sheet in found
        ]
        assert not any(name.startswith("Rooting") for name in grids[0])
        assert any(name.startswith("Rooting") for name in grids[1])
        assert all(sheet.kind is PageKind.HAND_OVER for sheet in found)

    def test_the_name_is_as_chosen(self, page: PhrasebookPage) -> None:
        found = asked(page)
        page.presenter.choose_name(NameShown.NONE)
        page.sheet.show_sheet.click()
        assert found[0].title == "Looking after the baby"

    def test_own_numbers_are_on_it_where_ticked_alone(self, page: PhrasebookPage, robin: Session) -> None:
        robin.change_settings(own_numbers="Sam 01632 960001")
        page.presenter.refresh()
        found = asked(page)
        page.sheet.show_sheet.click()
        page.sheet._parts["numbers"].click()
        page.sheet.show_sheet.click()
        said = ["Sam 01632 960001" in str(sheet.blocks) for sheet in found]
        assert said == [False, True]

    def test_what_is_typed_is_kept_for_this_baby(self, page: PhrasebookPage, robin: Session) -> None:
        other = Baby(id=BabyId(new_id()), nickname="", born=date(2026, 9, 20))
        robin.diary.add(other)
        page.sheet.hard.setFocus()
        page.sheet.hard.setPlainText("We sing the bus song")
        robin.show_baby(other.id)
        read(page)
        assert page.sheet.hard.toPlainText() == ""
        robin.show_baby(ROBIN.id)
        read(page)
        assert page.sheet.hard.toPlainText() == "We sing the bus song"
        found = asked(page)
        page.sheet.show_sheet.click()
        hard = [block for block in found[0].blocks if isinstance(block, Paragraphs)]
        assert [block.paragraphs for block in hard] == [("We sing the bus song",)]

    def test_what_is_typed_stays_when_something_else_is_pressed_at_once(
        self, page: PhrasebookPage, robin: Session
    ) -> None:
        presses = (
            page.sheet._parts["large"],
            page._spans[Span.EIGHT_WEEKS],
            page.cards[ROOTING].stops()[0],
        )
        for place, pressed in enumerate(presses):
            page.sheet.hard.setFocus()
            QTest.keyClicks(page.sheet.hard, f"{place} ")
            pressed.setFocus()
            pressed.click()  # type: ignore[attr-defined]  # chips all
            robin.diary.bring_in([moment()], "test")
        page.sheet.keep()
        assert page.sheet.hard.toPlainText().split() == ["0", "1", "2"]
        assert robin.diary.draft(page.presenter.state.sheet.place) == "0 1 2"

    def test_what_could_not_be_kept_is_tried_again(
        self, page: PhrasebookPage, robin: Session, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def full(*_: object) -> None:
            raise DiskFull("The disk is full.")

        page.sheet.hard.setPlainText("We sing")
        with monkeypatch.context() as broken:
            broken.setattr(type(robin.diary), "keep_draft", full)
            page.sheet.keep()
            page.presenter.refresh()
            assert page.sheet.hard.toPlainText() == "We sing"
            assert "The disk is full." in page.unsaved()
        assert page.unsaved() == ""
        assert robin.diary.draft(page.presenter.state.sheet.place) == "We sing"

    def test_a_blank_sheet_with_or_without_dates(self, page: PhrasebookPage) -> None:
        found = asked(page)
        page.paper._ask_blank()
        page.paper._dates.click()
        page.paper._ask_blank()
        assert [sheet.blocks[0].heading for sheet in found] == ["7 days", "16 to 22 November 2026"]

    @pytest.mark.parametrize(
        ("typed", "words"),
        [
            ("soon", "We couldn’t read ‘soon’. A day looks like this: 3/11/2026."),
            ("1/12/2026", "That day is still to come. Choose an earlier one."),
        ],
    )
    def test_a_first_day_that_cannot_be(self, page: PhrasebookPage, typed: str, words: str) -> None:
        page.paper.first.setText(typed)
        page._ask_day(typed)
        assert page.paper._said.plain == words
        assert page.paper.first.text() == typed


class TestLook:
    def test_everything_has_a_name(
        self, page: PhrasebookPage, unnamed: Callable[[QWidget], list[str]]
    ) -> None:
        assert unnamed(page) == []

    @pytest.mark.parametrize(("width", "height", "size"), [(340, 560, 100), (940, 480, 200), (340, 560, 200)])
    def test_nothing_is_wider_than_the_window(
        self, page: PhrasebookPage, robin: Session, width: int, height: int, size: int
    ) -> None:
        robin.change_settings(text_size=size)
        page.set_width(Width.of(width, size / 100))
        page.resize(width, height)
        read(page)
        QTest.qWait(60)
        area = page.findChildren(QScrollArea)[0]
        assert page.width() == width
        inside = area.widget()
        assert inside is not None
        assert inside.minimumSizeHint().width() <= width

    def test_words_are_kind_and_typed_with_care(self, page: PhrasebookPage) -> None:
        for words in page.findChildren(QLabel):
            assert list(banned_words(words.text())) == []
            assert list(typed_marks(words.accessibleName() or "")) == []

    def test_tab_goes_in_reading_order(self, page: PhrasebookPage) -> None:
        page.set_width(Width.WIDE)
        page.activateWindow()
        page._spans[Span.FOUR_WEEKS].setFocus()
        read(page)
        walked: list[QWidget] = []
        for _ in range(8):
            QTest.keyClick(page.focusWidget() or page, Qt.Key.Key_Tab)
            read(page)
            walked.append(page.focusWidget())
        assert page._back in walked
        assert page.cards[ROOTING].sheet in walked
        assert walked.index(page._back) < walked.index(page.cards[ROOTING].sheet)


def test_a_filled_sheet_leads_to_catch_up_on_its_first_day(
    qtbot: QtBot, robin: Session, window: MainWindow
) -> None:
    window.show()
    window.go(Place.PHRASEBOOK)
    page = window.page(Place.PHRASEBOOK)
    assert isinstance(page, PhrasebookPage)
    assert page.paper.first.text() == "10/11/2026"
    page._ask_day(page.paper.first.text())
    assert window.place is Place.CATCH_UP
    there = window.page(Place.CATCH_UP)
    assert isinstance(there, CatchUpPage)
    assert there.presenter.state.hours.day == date(2026, 11, 10)
