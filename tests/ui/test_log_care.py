"""A cue whose signs the help page names shows that page's words at once, and saving goes on underneath."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from bonddiary.content.guidance import load_safety
from bonddiary.domain.catalog import Catalog
from bonddiary.domain.errors import ContentError, DiaryError
from bonddiary.domain.guidance import Urgency
from bonddiary.domain.ids import CueKey
from bonddiary.domain.records import ref_to
from bonddiary.ui.guides import Guides
from bonddiary.ui.models.care import care_cards
from bonddiary.ui.pages.log.page import LogPage
from bonddiary.ui.pages.page import Width
from bonddiary.ui.pages.timeline.editor import EntryEditor
from bonddiary.ui.pages.timeline.page import TimelinePage
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.care_card import CareCard
from bonddiary.ui.widgets.care_notice import CareNotice
from bonddiary.ui.widgets.focus import focus_first
from tests.builders import ROBIN, moment_draft

DIFFERENT, ROOTING, POSSETING = CueKey("cry-different"), CueKey("rooting"), CueKey("posseting")


@pytest.fixture
def page(qtbot: QtBot, robin: Session, theme: Theme) -> LogPage:
    """The Log page of a diary that knows Robin, shown."""
    made = LogPage(robin, theme)
    qtbot.addWidget(made)
    made.resize(1000, 640)
    made.show()
    made.enter()
    QApplication.processEvents()
    return made


def cards_of(page: LogPage) -> list[str]:
    return [each.accessibleName() for each in page.findChildren(CareCard) if each.isVisible()]


class TestWords:
    def test_are_the_help_pages_word_for_word(self, catalog: Catalog) -> None:
        for country in ("england", "usa", "elsewhere"):
            guide = load_safety(country=country)
            signs = {sign.key: sign for sign in guide.signs}
            seen = 0
            for cue in catalog.cues.values():
                cards = care_cards(guide, cue)
                assert sorted(text for card in cards for text in card.signs) == sorted(
                    signs[key].text for key in cue.signs
                )
                assert all(card.heading == guide.headings[card.urgency] for card in cards)
                seen += len(cards)
            assert seen > 10

    def test_most_urgent_first_and_each_urgency_once(self, catalog: Catalog) -> None:
        guide = load_safety(country="england")
        cards = care_cards(guide, *catalog.cues.values())
        assert [card.urgency for card in cards] == [
            each for each in Urgency if each in {c.urgency for c in cards}
        ]

    def test_a_cue_without_signs_has_none(self, catalog: Catalog) -> None:
        assert care_cards(load_safety(), catalog.cue(ROOTING)) == ()


class TestPressing:
    def test_shows_the_card_and_saves(self, page: LogPage, robin: Session) -> None:
        page.presenter.log(DIFFERENT)
        QApplication.processEvents()
        guide = load_safety(country="england")
        assert cards_of(page) == [
            f"Emergency: {guide.headings[Urgency.EMERGENCY]}",
            f"Urgent advice: {guide.headings[Urgency.TODAY]}",
        ]
        saved = page.presenter.state.saved
        assert saved is not None
        assert robin.diary.moment(saved.moment).cues == (DIFFERENT,)

    def test_shows_the_card_before_anything_is_saved(
        self, page: LogPage, robin: Session, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def refuse(*_: object, **__: object) -> None:
            raise DiaryError("The disk is full.")

        monkeypatch.setattr(robin.diary, "log", refuse)
        page.presenter.log(DIFFERENT)
        QApplication.processEvents()
        assert cards_of(page)
        assert page.presenter.state.unsaved

    def test_shows_the_card_for_a_time_that_cannot_be_read(self, page: LogPage) -> None:
        page.presenter.type_time("late", 0)
        page.presenter.log(DIFFERENT)
        assert page.presenter.state.care
        assert page.presenter.state.saved is None

    def test_an_everyday_cue_shows_none_and_leaves_one_that_is_there(self, page: LogPage) -> None:
        page.presenter.log(ROOTING)
        assert cards_of(page) == []
        page.presenter.log(DIFFERENT)
        page.presenter.log(ROOTING)
        QApplication.processEvents()
        assert len(cards_of(page)) == 2

    def test_depends_on_nothing_but_the_cue(self, page: LogPage, robin: Session) -> None:
        page.presenter.log(DIFFERENT)
        first = page.presenter.state.care
        page.presenter.close_care()
        for _ in range(5):
            page.presenter.log(DIFFERENT)
        assert page.presenter.state.care == first

    def test_without_content_the_moment_is_saved_all_the_same(
        self, page: LogPage, robin: Session, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def broken(_guides: Guides) -> None:
            raise ContentError("safety.toml can’t be read.")

        monkeypatch.setattr(Guides, "safety", broken)
        page.presenter.log(DIFFERENT)
        assert page.presenter.state.saved is not None
        (card,) = page.presenter.state.care
        assert "such as 999 or 112" in card.heading
        assert "safety.toml can’t be read." in card.signs[0]

    def test_a_sign_that_content_lacks_still_says_whom_to_call(
        self, page: LogPage, robin: Session, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        guide = replace(robin.guides.safety(), signs=())
        monkeypatch.setattr(Guides, "safety", lambda _guides: guide)
        page.presenter.log(DIFFERENT)
        (card,) = page.presenter.state.care
        assert "such as 999 or 112" in card.heading

    def test_another_sign_takes_no_card_away(self, page: LogPage, robin: Session) -> None:
        page.presenter.log(DIFFERENT)
        before = page.presenter.state.care
        page.presenter.log(POSSETING)
        assert before != robin.guides.care_for(POSSETING)
        said = {(card.urgency, sign) for card in page.presenter.state.care for sign in card.signs}
        for cards in (before, robin.guides.care_for(POSSETING)):
            assert {(card.urgency, sign) for card in cards for sign in card.signs} <= said
        page.presenter.close_care()
        page.presenter.log(POSSETING)
        assert page.presenter.state.care == robin.guides.care_for(POSSETING)


class TestNotice:
    def test_no_tile_moves(self, page: LogPage) -> None:
        def places() -> dict[str, QPoint]:
            QApplication.processEvents()
            return {
                each.key: each.mapTo(page, QPoint(0, 0)) for row in page._board._rows.values() for each in row
            }

        before = places()
        page.presenter.log(DIFFERENT)
        assert places() == before

    def test_closes_by_its_button_and_by_escape(self, page: LogPage) -> None:
        page.presenter.log(DIFFERENT)
        QApplication.processEvents()
        notice = page.findChild(CareNotice)
        assert notice is not None
        close = next(each for each in notice.findChildren(QPushButton) if each.text() == "Close")
        QTest.mouseClick(close, Qt.MouseButton.LeftButton)
        assert notice.isHidden()
        page.presenter.log(DIFFERENT)
        assert not notice.isHidden()
        QTest.keyClick(page, Qt.Key.Key_Escape)
        assert notice.isHidden()

    def test_leads_to_all_signs(self, page: LogPage, qtbot: QtBot) -> None:
        page.presenter.log(DIFFERENT)
        notice = page.findChild(CareNotice)
        assert notice is not None
        button = next(each for each in notice.findChildren(QPushButton) if each.text() == "Get help")
        with qtbot.waitSignal(page.help_asked):
            button.click()

    def test_words_can_be_read_in_a_small_window(self, page: LogPage) -> None:
        page.resize(360, 640)
        page.presenter.log(CueKey("posseting"))
        QApplication.processEvents()
        notice = page.findChild(CareNotice)
        assert notice is not None
        words = [each for each in notice.findChildren(QLabel) if each.isVisible() and each.text()]
        assert words
        assert all(each.height() >= each.heightForWidth(each.width()) for each in words if each.wordWrap())

    @pytest.mark.parametrize("size", [(360, 520), (512, 300)])
    def test_comes_into_view_in_a_small_window_from_its_first_line(
        self, page: LogPage, size: tuple[int, int], qtbot: QtBot
    ) -> None:
        page.set_width(Width.NARROW)
        page.resize(*size)
        QApplication.processEvents()
        page.presenter.log(CueKey("pale-quiet"))
        notice = page.findChild(CareNotice)
        assert notice is not None
        view = page._middle._scroll.viewport()
        qtbot.waitUntil(lambda: page._middle._scroll.isAncestorOf(notice))
        qtbot.waitUntil(lambda: 0 <= notice.mapTo(view, QPoint(0, 0)).y() <= view.height() // 3)


class TestEditing:
    def test_a_cue_added_in_the_timeline_shows_its_card(
        self, qtbot: QtBot, robin: Session, theme: Theme
    ) -> None:
        moment = robin.diary.log(moment_draft(baby=ROBIN.id))
        page = TimelinePage(robin, theme)
        qtbot.addWidget(page)
        page.show()
        page.enter()
        assert page.presenter.open(ref_to(moment))
        page.presenter.edit(cues=(*moment.cues, DIFFERENT))
        assert [card.urgency for card in page.presenter.state.care_words] == [
            Urgency.EMERGENCY,
            Urgency.TODAY,
        ]
        notice = page.findChild(CareNotice)
        assert notice is not None
        assert notice.isVisible()
        assert DIFFERENT in robin.diary.moment(moment.id).cues
        page.presenter.close_care()
        page.presenter.edit(note="later")
        assert notice.isHidden()

    @pytest.mark.parametrize("text_size", [100, 200])
    @pytest.mark.parametrize("size", [(360, 640), (1024, 600)])
    def test_its_card_can_be_read_and_closed_in_a_small_window(
        self, qtbot: QtBot, robin: Session, theme: Theme, size: tuple[int, int], text_size: int
    ) -> None:
        robin.change_settings(text_size=text_size)
        theme.choose(robin.settings)
        moment = robin.diary.log(moment_draft(baby=ROBIN.id))
        page = TimelinePage(robin, theme)
        qtbot.addWidget(page)
        page.resize(*size)
        page.set_width(Width.of(size[0], theme.look.scale))
        page.show()
        page.enter()
        page.presenter.open(ref_to(moment))
        for key in (DIFFERENT, POSSETING):
            page.presenter.edit(cues=(*moment.cues, key))
            notice = page.findChild(CareNotice)
            assert notice is not None
            (scroll,) = notice.findChildren(QScrollArea)

            def whole(notice: CareNotice = notice, scroll: QScrollArea = scroll) -> bool:
                """Nothing is cut off, and nothing lies over anything else."""
                ways = [
                    QRect(way.mapTo(notice, QPoint(0, 0)), way.size())
                    for way in notice.findChildren(QPushButton)
                ]
                return (
                    all(notice.rect().contains(part) for part in (scroll.geometry(), *ways))
                    and all(way.y() > scroll.geometry().bottom() for way in ways)
                    and scroll.height() > 80
                )

            qtbot.waitUntil(whole)
            page.presenter.close_care()
            editor = page.findChild(EntryEditor)
            assert editor is not None
            assert editor.isVisible()

    def test_the_keyboard_comes_to_its_card_and_goes_back_to_the_entry(
        self, qtbot: QtBot, robin: Session, theme: Theme
    ) -> None:
        moment = robin.diary.log(moment_draft(baby=ROBIN.id))
        page = TimelinePage(robin, theme)
        qtbot.addWidget(page)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        page.enter()
        page.presenter.open(ref_to(moment))
        page.presenter.edit(cues=(*moment.cues, DIFFERENT))
        assert focus_first(page.regions()[0])
        assert page.findChild(CareNotice).isAncestorOf(QApplication.focusWidget())
        close = next(each for each in page.findChildren(QPushButton) if each.text() == "Close")
        close.setFocus()
        close.click()
        editor = page.findChild(EntryEditor)
        assert editor is not None
        assert editor.isAncestorOf(QApplication.focusWidget())
