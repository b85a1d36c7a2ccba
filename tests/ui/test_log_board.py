"""The cue board in its page: pressed by mouse and keys, walked by arrows, searched; it never moves."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QListWidget, QMenu, QWidget
from pytestqt.qtbot import QtBot

from bonddiary.domain.board import BoardChoice
from bonddiary.domain.catalog import Catalog, Family
from bonddiary.domain.ids import BoardChoiceId, CueKey, new_id
from bonddiary.domain.moment import Moment
from bonddiary.domain.period import Period
from bonddiary.ui.pages.log.page import LogPage
from bonddiary.ui.pages.page import Width
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.press import CueTile, PushChip
from tests.builders import NOW, ROBIN, moment, own_word

EVER = Period(date(2000, 1, 1), date(2100, 1, 1))
ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


@pytest.fixture
def page(qtbot: QtBot, robin: Session, theme: Theme) -> LogPage:
    """The page, 1120 pixels wide, with the keyboard in it."""
    made = LogPage(robin, theme)
    qtbot.addWidget(made)
    show(qtbot, made, 1120, 640, Width.MEDIUM)
    made.enter()
    return made


def show(qtbot: QtBot, page: LogPage, width: int, height: int, width_class: Width) -> None:
    page.set_width(width_class)
    page.resize(width, height)
    page.show()
    qtbot.waitExposed(page)
    for _ in range(3):
        QApplication.processEvents()


def moments(session: Session) -> tuple[Moment, ...]:
    return session.diary.moments(ROBIN.id, EVER)


def tile(page: LogPage, key: str) -> CueTile:
    """The board's own tile of a cue."""
    own = (each for tiles in page._board._rows.values() for each in tiles)
    return next(each for each in own if each.key == key)


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    assert found.isVisible()
    return found


class TestPress:
    def test_by_mouse(self, page: LogPage, robin: Session) -> None:
        QTest.mouseClick(tile(page, "yawning"), Qt.MouseButton.LeftButton)
        assert [each.cues for each in moments(robin)] == [("yawning",)]

    @pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
    def test_by_key(self, page: LogPage, robin: Session, key: Qt.Key) -> None:
        chosen = tile(page, "yawning")
        chosen.setFocus()
        QTest.keyClick(chosen, key)
        assert [each.cues for each in moments(robin)] == [("yawning",)]

    @pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_1])
    def test_a_key_held_down_is_one_press(
        self, qtbot: QtBot, page: LogPage, robin: Session, key: Qt.Key
    ) -> None:
        chosen, text = page._board._likely[0], "1" if key is Qt.Key.Key_1 else ""
        chosen.setFocus()
        for repeated in (False, True, True, True):
            event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text, repeated)
            QApplication.sendEvent(chosen, event)
        QTest.keyRelease(chosen, key)
        qtbot.waitUntil(lambda: bool(moments(robin)))
        assert len(moments(robin)) == 1

    def test_focus_stays_on_the_pressed_tile(self, page: LogPage) -> None:
        chosen = tile(page, "yawning")
        chosen.setFocus()
        QTest.keyClick(chosen, Qt.Key.Key_Space)
        QApplication.processEvents()
        assert focused() is chosen

    def test_digits_press_likely_now_at_once(self, page: LogPage, robin: Session) -> None:
        """Saved within one turn of the event loop, as by mouse: not after an animation."""
        for place in range(4):
            QTest.keyClicks(tile(page, "smile"), str(place + 1))
            QApplication.processEvents()
            newest = max(moments(robin), key=lambda each: each.id, default=None)
            assert newest is not None, "nothing is saved yet"
            assert newest.cues[0] == page._board._likely[place].key

    def test_a_digit_pressed_twice_is_two_moments(self, qtbot: QtBot, page: LogPage, robin: Session) -> None:
        for _ in range(2):
            QTest.keyClicks(tile(page, "smile"), "1")
        qtbot.waitUntil(lambda: bool(moments(robin)))
        assert len(moments(robin)) == 2

    def test_other_characters_press_nothing(self, page: LogPage, robin: Session) -> None:
        QTest.keyClicks(tile(page, "smile"), "50x")
        assert not any(each.isDown() for each in page._board._likely)
        assert moments(robin) == ()

    def test_digits_do_nothing_when_they_are_off(self, page: LogPage, robin: Session) -> None:
        robin.change_settings(number_keys=False)
        QTest.keyClicks(tile(page, "smile"), "1")
        assert not any(each.isDown() for each in page._board._likely)
        robin.change_settings(number_keys=True)
        QTest.keyClicks(tile(page, "smile"), "1")
        assert moments(robin) or page._board._likely[0].isDown()

    def test_digits_belong_to_the_board_alone(self, page: LogPage, robin: Session) -> None:
        page.presenter.ask_other_time()
        line = next(each for each in page.findChildren(QLineEdit) if each.isVisible())
        line.setFocus()
        QTest.keyClicks(line, "12")
        assert not any(each.isDown() for each in page._board._likely)
        assert line.text() == "12"
        assert moments(robin) == ()


class TestArrows:
    @pytest.mark.parametrize(
        ("width", "height", "width_class"),
        [(1280, 720, Width.WIDE), (1024, 560, Width.MEDIUM), (360, 640, Width.NARROW)],
    )
    def test_reach_every_tile(
        self, qtbot: QtBot, page: LogPage, width: int, height: int, width_class: Width
    ) -> None:
        show(qtbot, page, width, height, width_class)
        wanted: set[QWidget] = {each for each in page._board.findChildren(CueTile) if each.isVisible()}
        wanted |= {each for each in page._board.findChildren(PushChip) if each.isVisible()}
        reached: set[QWidget] = set()
        start = page._board.first_tile()
        assert start is not None
        todo: list[QWidget] = [start]
        while todo:
            here = todo.pop()
            if here not in reached:
                reached.add(here)
                todo.extend(self.step(here, arrow) for arrow in ARROWS)
        assert len(wanted) >= 8
        assert {each.accessibleName() for each in wanted - reached} == set()

    @staticmethod
    def step(start: QWidget, key: Qt.Key) -> QWidget:
        start.setFocus()
        QTest.keyClick(start, key)
        return focused()

    def test_go_where_they_point(self, page: LogPage) -> None:
        start = tile(page, "looks-away")
        here = start.mapTo(page, start.rect().center())
        for key, ahead in zip(
            ARROWS, (QPoint(-1, 0), QPoint(1, 0), QPoint(0, -1), QPoint(0, 1)), strict=True
        ):
            there = self.step(start, key)
            moved = there.mapTo(page, there.rect().center()) - here
            assert QPoint.dotProduct(moved, ahead) > 0

    def test_leave_nothing_saved(self, page: LogPage, robin: Session) -> None:
        for key in ARROWS:
            self.step(tile(page, "looks-away"), key)
        assert moments(robin) == ()


class TestPlaces:
    def test_tiles_stand_where_they_stood_after_50_moments(self, page: LogPage, robin: Session) -> None:
        def places() -> dict[str, QPoint]:
            return {
                each.key: each.mapTo(page, QPoint(0, 0))
                for tiles in page._board._rows.values()
                for each in tiles
                if each.isVisible()
            }

        before, likely = places(), [each.key for each in page._board._likely]
        robin.diary.bring_in([moment(cues=(CueKey("hiccups"),), at=NOW) for _ in range(40)], "test")
        for place in range(10):
            page.presenter.log(CueKey(list(before)[place]))
        QApplication.processEvents()
        assert len(before) >= 16
        assert places() == before
        assert [each.key for each in page._board._likely] == likely

    def test_families_stand_in_their_order(self, page: LogPage) -> None:
        tops = [page._board._rows[family][0].mapTo(page, QPoint(0, 0)).y() for family in Family]
        assert tops == sorted(tops)
        assert len(set(tops)) == 4

    def test_is_read_as_it_stands_also_when_tiles_came_back(self, page: LogPage, robin: Session) -> None:
        key = page._board._rows[Family.CRYING][0].key
        for hidden in (True, False):
            choice = BoardChoice(id=BoardChoiceId(new_id()), key=key, hidden=hidden)
            others = [
                replace(choice, id=BoardChoiceId(new_id()), key=cue.key)
                for cue in robin.catalog.of_family(Family.CRYING)[3:]
            ]
            robin.diary.arrange(choice, *others)
            for _ in range(5):
                QApplication.processEvents()
            said = QAccessible.queryAccessibleInterface(page._board)
            children = [said.child(place).object() for place in range(said.childCount())]
            read = [each for each in children if isinstance(each, CueTile | PushChip) and each.isVisible()]
            middles = [each.mapTo(page, each.rect().center()) for each in read]
            assert len(read) > 20
            assert middles == sorted(middles, key=lambda middle: (round(middle.y() / 30), middle.x()))


class TestNames:
    def test_hold_what_is_seen(self, page: LogPage) -> None:
        """Label in name (SC 2.5.3), for every button that shows words."""
        page.presenter.log(CueKey("rooting"))
        page.presenter.ask_other_time()
        buttons = [each for each in page.findChildren(QAbstractButton) if each.text()]
        assert len(buttons) > 30
        wrong = {
            each.text(): each.accessibleName()
            for each in buttons
            if each.accessibleName() and each.text() not in each.accessibleName()
        }
        assert wrong == {}

    def test_every_control_has_one(self, page: LogPage) -> None:
        page.presenter.log(CueKey("rooting"))
        page.presenter.ask_other_time()
        page._search.open(Family.FACE)
        fields = [*page.findChildren(QLineEdit), *page.findChildren(QListWidget)]
        assert fields
        assert [each for each in fields if not each.accessibleName() and not each.objectName()] == []

    def test_a_tile_says_its_family(self, page: LogPage) -> None:
        assert tile(page, "yawning").accessibleDescription() == "Face cue. Press to note it."

    def test_likely_copies_are_named_for_what_they_show(
        self, page: LogPage, robin: Session, catalog: Catalog
    ) -> None:
        robin.diary.bring_in([moment(cues=(CueKey("hiccups"),), at=NOW) for _ in range(16)], "test")
        page.presenter.change_baby()
        first = page._board._likely[0]
        assert (first.text(), first.accessibleName()) == (catalog.cues[CueKey("hiccups")].name,) * 2
        assert first.accessibleDescription().startswith("Likely now. Noises")


class TestSearch:
    def open(self, page: LogPage, family: str = "face") -> tuple[QLineEdit, QListWidget]:
        page._board._more[Family(family)].click()
        assert page._search.list is not None
        assert not page._board.isVisible()
        assert focused() is page._search.list._field
        return page._search.list._field, page._search.list._list

    def test_more_shows_its_family_first(self, page: LogPage, catalog: Catalog) -> None:
        _field, shown = self.open(page)
        assert shown.count() == len(catalog.cues)
        faces = len(catalog.of_family(Family.FACE))
        families = [shown.item(n).data(Qt.ItemDataRole.AccessibleDescriptionRole) for n in range(faces)]
        assert families == ["Face"] * faces

    @pytest.mark.parametrize(
        ("typed", "found"),
        [("fists to mouth", "hand-to-mouth"), ("HICCUP", "hiccups"), ("colic", "cry-inconsolable")],
    )
    def test_finds_by_synonym_and_enter_notes_it(
        self, page: LogPage, robin: Session, typed: str, found: str
    ) -> None:
        field, shown = self.open(page)
        QTest.keyClicks(field, typed)
        assert shown.count() >= 1
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert [each.cues for each in moments(robin)] == [(found,)]
        assert page._board.isVisible()
        assert isinstance(focused(), CueTile)

    def test_down_and_enter_choose_from_the_list(self, page: LogPage, robin: Session) -> None:
        field, shown = self.open(page)
        QTest.keyClick(field, Qt.Key.Key_Down)
        assert focused() is shown
        QTest.keyClick(shown, Qt.Key.Key_Down)
        chosen = shown.currentItem().data(Qt.ItemDataRole.UserRole)
        QTest.keyClick(shown, Qt.Key.Key_Return)
        assert [each.cues for each in moments(robin)] == [(chosen,)]

    def test_enter_with_nothing_typed_notes_nothing(self, page: LogPage, robin: Session) -> None:
        field, _shown = self.open(page)
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert moments(robin) == ()
        assert not page._board.isVisible()

    def test_nothing_found_is_said(self, page: LogPage, robin: Session) -> None:
        field, shown = self.open(page)
        QTest.keyClicks(field, "flbg")
        assert shown.count() == 0
        assert page._search.list is not None
        assert page._search.list._none.isVisible()
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert moments(robin) == ()

    def test_esc_goes_back_to_the_board_and_keeps_the_strip(self, page: LogPage) -> None:
        page.presenter.log(CueKey("rooting"))
        field, _shown = self.open(page)
        QTest.keyClick(field, Qt.Key.Key_Escape)
        assert page._board.isVisible()
        assert focused() is page._board._more[Family.FACE]
        assert page.presenter.state.saved is not None

    def test_own_words_are_in_it(self, page: LogPage, robin: Session) -> None:
        robin.diary.add(own_word("Fish face"))
        field, shown = self.open(page)
        QTest.keyClicks(field, "fish")
        assert [shown.item(n).text() for n in range(shown.count())] == ["Fish face"]
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert page.presenter.state.saved is not None
        assert page.presenter.state.saved.title.startswith("Fish face")


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)  # which the offscreen platform can't
class TestMenu:
    def menu(self, page: LogPage) -> QMenu:
        chosen = tile(page, "back-arching")
        chosen.customContextMenuRequested.emit(chosen.rect().center())
        return chosen.findChildren(QMenu)[0]

    def test_notes_it_ten_minutes_back(self, page: LogPage, robin: Session) -> None:
        self.menu(page).actions()[0].trigger()
        (saved,) = moments(robin)
        assert saved.cues == ("back-arching",)
        assert (saved.entered.utc - saved.at.utc).total_seconds() == 600
        assert page.presenter.state.back_minutes == 0

    def test_asks_what_it_may_mean(self, qtbot: QtBot, page: LogPage, robin: Session) -> None:
        with qtbot.waitSignal(page.meaning_asked) as asked:
            next(each for each in self.menu(page).actions() if "mean" in each.text()).trigger()
        assert asked.args == ["back-arching"]
        assert moments(robin) == ()
