"""Filters of the Tips page: they combine, hide nothing by age, say which are on, and work by keyboard."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView, QWidget
from pytestqt.qtbot import QtBot

from bonddiary.content.guidance import load_library
from bonddiary.domain.baby import Age
from bonddiary.domain.catalog import Catalog
from bonddiary.system.settings import ThemeChoice
from bonddiary.ui.models.tip_rows import RowKind, TipRow
from bonddiary.ui.pages.page import Width
from bonddiary.ui.pages.tips.filters import Filters
from bonddiary.ui.pages.tips.listing import SAVED, TIPS, Around, Listing, count_words
from bonddiary.ui.pages.tips.page import TipsPage
from bonddiary.ui.pages.tips.presenter import TipsPresenter
from bonddiary.ui.pages.tips.state import Asked
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.reading import WordButton
from tests.pace import quickest, times_slower

LIBRARY = load_library()
BY_KEY = {tip.key: tip for tip in LIBRARY.tips}
VISIBLE_WAIT = 0.1


@pytest.fixture(scope="module")
def listing(catalog: Catalog) -> Listing:
    return Listing(catalog, LIBRARY)


@pytest.fixture
def page(qtbot: QtBot, robin: Session, theme: Theme) -> TipsPage:
    made = TipsPage(robin, theme)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    made.enter()
    return made


def keys(rows: tuple[TipRow, ...], kind: RowKind) -> list[str]:
    return [row.key for row in rows if row.kind is kind]


class TestListing:
    def test_a_kind_of_meaning_holds_its_cues_and_tips(self, listing: Listing, catalog: Catalog) -> None:
        for group in catalog.groups:
            rows = listing.rows(Asked(group=group), Around())
            cues = keys(rows, RowKind.CUE)
            meant = [
                cue.key
                for cue in catalog.cues.values()
                if not cue.retired and any(each.group == group and not each.early for each in cue.meanings)
            ]
            assert sorted(cues) == sorted(meant), group
            named = {tip.key for tip in LIBRARY.tips if group in tip.groups}
            assert named <= set(keys(rows, RowKind.TIP))
            assert rows

    def test_what_early_babies_alone_may_mean_is_found_for_them(
        self, listing: Listing, catalog: Catalog
    ) -> None:
        cue = next(cue for cue in catalog.cues.values() if any(each.early for each in cue.meanings))
        group = next(each.group for each in cue.meanings if each.early)
        assert cue.key not in keys(listing.rows(Asked(group=group), Around()), RowKind.CUE)
        assert cue.key in keys(listing.rows(Asked(group=group), Around(early=True)), RowKind.CUE)

    def test_a_topic_holds_its_tips_alone(self, listing: Listing) -> None:
        for topic in LIBRARY.topics:
            rows = listing.rows(Asked(topic=topic), Around())
            assert keys(rows, RowKind.TIP) == [tip.key for tip in LIBRARY.tips if tip.topic == topic]
            assert not keys(rows, RowKind.CUE)

    def test_tips_stand_under_the_names_of_their_topics(self, listing: Listing) -> None:
        rows = listing.rows(Asked(shelf=TIPS), Around())
        assert [row.title for row in rows if row.kind is RowKind.SHELF] == list(LIBRARY.topics.values())
        assert len(keys(rows, RowKind.TIP)) == len(LIBRARY.tips)

    def test_all_combine_with_each_other_and_the_search(self, listing: Listing, catalog: Catalog) -> None:
        face = listing.rows(Asked(shelf="face"), Around())
        both = listing.rows(Asked(shelf="face", group="tired"), Around())
        found = listing.rows(Asked("yawn", shelf="face", group="tired"), Around())
        assert set(keys(found, RowKind.CUE)) < set(keys(both, RowKind.CUE)) < set(keys(face, RowKind.CUE))
        assert "yawning" in keys(found, RowKind.CUE)
        tips = keys(listing.rows(Asked(shelf="face", topic="tired"), Around()), RowKind.TIP)
        assert tips
        assert {BY_KEY[key].topic for key in tips} == {"tired"}

    @pytest.mark.parametrize(
        "asked", [Asked(group="tired"), Asked("feed"), Asked(shelf=TIPS), Asked(topic="body")]
    )
    def test_age_orders_and_hides_nothing(self, listing: Listing, asked: Asked) -> None:
        plain, young = listing.rows(asked, Around()), listing.rows(asked, Around(age=Age(3)))
        assert sorted(row.key for row in plain) == sorted(row.key for row in young)

    def test_hidden_tips_are_on_their_own_shelf_alone(self, listing: Listing) -> None:
        tip = LIBRARY.tips[0]
        around = Around(hidden=frozenset({tip.key}))
        for asked in (
            Asked(),
            Asked(tip.title),
            Asked(shelf=TIPS),
            Asked(topic=tip.topic),
            Asked("erly feding"),
        ):
            assert tip.key not in keys(listing.rows(asked, around), RowKind.TIP)
        assert keys(listing.rows(Asked(shelf="hidden"), around), RowKind.TIP) == [tip.key]
        assert keys(listing.rows(Asked(tip.title, shelf="hidden"), around), RowKind.TIP) == [tip.key]

    def test_saved_tips_stay_where_they_were_too(self, listing: Listing) -> None:
        tip = LIBRARY.tips[3]
        around = Around(saved=frozenset({tip.key}))
        assert keys(listing.rows(Asked(shelf=SAVED), around), RowKind.TIP) == [tip.key]
        assert tip.key in keys(listing.rows(Asked(), around), RowKind.TIP)

    def test_counts_in_words(self) -> None:
        cue, tip = TipRow(RowKind.CUE, "a", "A"), TipRow(RowKind.TIP, "b", "B")
        assert count_words([cue, cue, tip]) == "2 cues, 1 tip"
        assert count_words([tip]) == "1 tip"
        assert count_words([]) == ""


class TestPresenter:
    def test_clearing_keeps_the_words_typed(self, robin: Session) -> None:
        presenter = TipsPresenter(robin, lambda _state: None)
        presenter.refresh()
        presenter.search("yawn")
        presenter.choose_shelf("crying")
        presenter.choose_group("hunger")
        presenter.choose_topic("twins")
        assert presenter.state.nothing is not None
        assert presenter.state.nothing.widen == "Clear filters"
        presenter.clear_filters()
        assert presenter.state.asked == Asked("yawn")
        assert presenter.state.rows

    def test_filters_that_nothing_passes_are_cleared_by_the_button(self, robin: Session) -> None:
        presenter = TipsPresenter(robin, lambda _state: None)
        presenter.refresh()
        presenter.choose_shelf(SAVED)
        assert presenter.state.nothing is not None
        assert presenter.state.nothing.words.startswith("No saved tips yet.")
        presenter.widen()
        assert presenter.state.asked == Asked()


class TestPage:
    def test_says_which_are_on(self, page: TipsPage) -> None:
        filters = page._list.filters
        assert filters._group.property("kind") == ""
        assert not filters._clear.isVisible()
        page.presenter.choose_group("tired")
        assert filters._group.property("kind") == "on"
        assert filters._group.currentText() == "Tired or sleepy"
        assert filters._shelf.property("kind") == ""
        assert filters._clear.isVisible()
        assert filters._count.text().endswith(" tips: tired or sleepy")

    def test_names_families_and_no_shelf_of_tips_beside_the_count(self, page: TipsPage) -> None:
        count = page._list.filters._count
        page.presenter.choose_shelf(TIPS)
        assert count.text() == f"{len(LIBRARY.tips)} tips"
        page.presenter.choose_shelf("face")
        assert count.text().endswith(" tips: face")

    def test_by_keyboard_alone(self, page: TipsPage) -> None:
        page.start_finding()
        seen: list[QWidget] = []
        for _ in range(5):
            QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
            focused = QApplication.focusWidget()
            assert focused is not None
            seen.append(focused)
        filters = page._list.filters
        assert seen == [filters._shelf, filters._group, filters._topic, page._list._age, page._list._list]
        filters._group.setFocus()
        QTest.keyClick(filters._group, Qt.Key.Key_Down)
        assert page.presenter.state.asked.group == "hunger"
        QTest.keyClick(filters._group, Qt.Key.Key_Tab)
        QTest.keyClick(filters._topic, Qt.Key.Key_Tab)
        clear = QApplication.focusWidget()
        assert isinstance(clear, WordButton)
        QTest.keyClick(clear, Qt.Key.Key_Space)
        assert page.presenter.state.asked == Asked()
        assert QApplication.focusWidget() is filters._shelf

    def test_every_kind_of_meaning_has_its_drawing(self, page: TipsPage) -> None:
        group = page._list.filters._group
        assert group.count() == 13
        assert [group.itemIcon(place).isNull() for place in range(13)] == [True, *[False] * 12]

    def test_a_drawing_is_kept_by_its_choice_when_the_look_changes(
        self, page: TipsPage, robin: Session
    ) -> None:
        page.presenter.choose_group("tired")
        robin.change_settings(theme=ThemeChoice.NIGHT)
        assert page._list.filters._group.currentData() == "tired"
        assert not page._list.filters._group.itemIcon(3).isNull()

    def test_an_empty_list_says_so_in_a_card_as_high_as_its_words(self, page: TipsPage, qtbot: QtBot) -> None:
        page.resize(1080, 700)
        page.presenter.search("qqqq")
        qtbot.waitUntil(page._list._nothing.isVisible)
        QApplication.processEvents()
        assert page._list._widen.height() < 60

    @pytest.mark.parametrize("size", [100, 200])
    @pytest.mark.parametrize(
        ("width", "pixels"), [(Width.WIDE, 1080), (Width.MEDIUM, 930), (Width.NARROW, 360)]
    )
    def test_nothing_is_cut_off_with_all_on(
        self,
        page: TipsPage,
        robin: Session,
        cut_off: Callable[[QWidget], list[str]],
        width: Width,
        pixels: int,
        size: int,
    ) -> None:
        robin.change_settings(text_size=size)
        page.set_width(width)
        page.resize(pixels, 600)
        page.presenter.choose_shelf("movement")
        page.presenter.choose_group("self-soothing")
        page.presenter.choose_topic("tired")
        assert cut_off(page) == []
        assert page.minimumSizeHint().width() <= 360 or width is not Width.NARROW
        scroll = page._list._scroll
        inside = scroll.widget()
        assert inside is not None
        assert inside.width() <= scroll.viewport().width()

    def test_stands_in_one_row_where_there_is_room(self, qtbot: QtBot, theme: Theme) -> None:
        made = Filters(theme)
        qtbot.addWidget(made)
        made.show()
        made.resize(320, 200)
        QApplication.processEvents()
        assert made._topic.y() > made._group.y()
        made.resize(620, 200)
        QApplication.processEvents()
        assert made._topic.y() == made._group.y()

    def test_filters_and_scrolls_without_a_visible_wait(self, page: TipsPage) -> None:
        view = page.findChild(QListView)
        assert view is not None
        page.presenter.prepare()
        steps: list[Callable[[], None]] = [
            lambda: page.presenter.search("tired"),
            lambda: page.presenter.search("tird"),
            lambda: page.presenter.search(""),
            lambda: page.presenter.choose_group("tired"),
            page.presenter.clear_filters,
            lambda: view.verticalScrollBar().setValue(view.verticalScrollBar().maximum()),
            lambda: view.verticalScrollBar().setValue(900),
        ]
        for step in steps:
            took = quickest(lambda step=step: (step(), view.viewport().repaint()), 3)  # type: ignore[misc]
            assert took < VISIBLE_WAIT * times_slower()
