"""Several cues in one moment, and the wrong tile put right."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget
from pytestqt.qtbot import QtBot

from bonddiary.domain.catalog import Family
from bonddiary.domain.ids import CueKey
from bonddiary.ui.pages.log.cue_line import CueChips
from bonddiary.ui.pages.log.page import LogPage
from bonddiary.ui.pages.page import Width
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.press import CueTile, PushChip
from tests.builders import ROBIN
from tests.ui.test_log_presenter import ROOTING, YAWN, Desk
from tests.ui.test_log_strip import chip, focused, rows, the_moment
from tests.ui.test_log_trouble import unwritable

FISTS, CRY = CueKey("hand-to-mouth"), CueKey("cry-different")


@pytest.fixture
def desk(robin: Session) -> Desk:
    made = Desk(robin)
    made.presenter.enter()
    made.presenter.log(ROOTING)
    return made


@pytest.fixture
def page(qtbot: QtBot, robin: Session, theme: Theme) -> LogPage:
    """The page with rooting just saved."""
    made = LogPage(robin, theme)
    qtbot.addWidget(made)
    made.set_width(Width.MEDIUM)
    made.resize(1100, 640)
    made.show()
    qtbot.waitExposed(made)
    made.enter()
    made.presenter.log(ROOTING)
    QApplication.processEvents()
    return made


class TestAdded:
    def test_a_cue_joins_the_moment_in_one_step(self, desk: Desk) -> None:
        desk.presenter.add_cue(FISTS)
        (saved,) = desk.moments
        assert saved.cues == (ROOTING, FISTS)
        assert desk.state.saved is not None
        assert desk.state.saved.title == "Rooting and hands to mouth, 9pm"
        assert desk.said[-1] == "Saved. Rooting and hands to mouth, 9pm. Control Z to undo."
        desk.presenter.undo()
        assert desk.moments[0].cues == (ROOTING,)

    def test_the_same_again_changes_nothing(self, desk: Desk) -> None:
        desk.presenter.add_cue(ROOTING)
        assert desk.moments[0].cues == (ROOTING,)
        desk.presenter.undo()
        assert desk.moments == ()

    def test_it_can_be_taken_out_and_the_last_one_cannot(self, desk: Desk) -> None:
        desk.presenter.add_cue(FISTS)
        desk.presenter.take_out_cue(ROOTING)
        assert desk.moments[0].cues == (FISTS,)
        desk.presenter.take_out_cue(FISTS)
        assert desk.moments[0].cues == (FISTS,)

    def test_an_added_cue_brings_its_care_card(self, desk: Desk) -> None:
        assert desk.state.care == ()
        desk.presenter.add_cue(CRY)
        assert desk.state.care

    def test_with_shift_a_press_adds_to_the_moment_just_saved(self, desk: Desk) -> None:
        desk.presenter.log(FISTS, also=True)
        assert [each.cues for each in desk.moments] == [(ROOTING, FISTS)]

    def test_with_shift_and_nothing_saved_it_is_a_moment(self, desk: Desk) -> None:
        desk.presenter.dismiss()
        desk.presenter.log(FISTS, also=True)
        assert [each.cues for each in desk.moments] == [(ROOTING,), (FISTS,)]

    def test_a_press_that_waits_is_not_passed_by(self, desk: Desk) -> None:
        """The moment just pressed isn't saved yet: the cue doesn't go to the one before it."""
        with unwritable(desk.session.diary):
            desk.presenter.log(YAWN)
            desk.presenter.log(FISTS, also=True)
        desk.presenter.try_again()
        assert [each.cues for each in desk.moments] == [(ROOTING,), (YAWN,), (FISTS,)]

    def test_one_that_cannot_be_saved_waits(self, desk: Desk) -> None:
        with unwritable(desk.session.diary):
            desk.presenter.add_cue(FISTS)
            assert desk.state.problem.startswith("This change isn’t saved. ")
            desk.presenter.add_cue(YAWN)
        desk.presenter.try_again()
        assert desk.moments[0].cues == (ROOTING, FISTS, YAWN)
        assert desk.state.problem == ""


class TestChanged:
    def test_another_stands_in_its_place(self, desk: Desk) -> None:
        desk.presenter.add_cue(FISTS)
        desk.presenter.change_cue(YAWN)
        assert desk.moments[0].cues == (YAWN, FISTS)
        assert desk.said[-1] == "Saved. Yawning and hands to mouth, 9pm. Control Z to undo."

    def test_one_that_is_there_already_is_there_once(self, desk: Desk) -> None:
        desk.presenter.add_cue(FISTS)
        desk.presenter.change_cue(FISTS)
        assert desk.moments[0].cues == (FISTS,)


class TestOnThePage:
    def find(self, page: LogPage, words: str) -> None:
        field = focused()
        assert isinstance(field, QLineEdit)
        QTest.keyClicks(field, words)
        QTest.keyClick(field, Qt.Key.Key_Return)
        QApplication.processEvents()

    def test_the_wrong_tile_is_put_right_in_two_presses(self, page: LogPage, robin: Session) -> None:
        chip(page, "Change cue…").click()
        found = page._search.list.findChild(QListWidget)  # type: ignore[union-attr]  # it is open
        assert isinstance(found, QListWidget)
        item = next(found.item(n) for n in range(found.count()) if found.item(n).text() == "Yawning")
        found.itemClicked.emit(item)
        assert the_moment(robin).cues == (YAWN,)
        assert page._board.isVisible()

    def test_another_cue_by_keys_alone_and_out_again(self, page: LogPage, robin: Session) -> None:
        also = chip(page, "Also noticed…")
        also.setFocus()
        QTest.keyClick(also, Qt.Key.Key_Return)
        self.find(page, "hands to m")
        assert the_moment(robin).cues == (ROOTING, FISTS)
        assert focused() is also, "the strip has the keyboard again: more may be added"
        cues = [each for each in rows(page).findChild(CueChips).findChildren(PushChip) if each.isVisible()]
        assert [each.accessibleName() for each in cues] == ["Take out Rooting", "Take out Hands to mouth"]
        cues[1].setFocus()
        QTest.keyClick(cues[1], Qt.Key.Key_Space)
        QApplication.processEvents()
        assert the_moment(robin).cues == (ROOTING,)
        assert rows(page).isAncestorOf(focused())
        assert not rows(page).findChild(CueChips).isVisible()

    def test_esc_leaves_the_list_and_the_moment_as_they_were(self, page: LogPage, robin: Session) -> None:
        chip(page, "Also noticed…").click()
        QTest.keyClick(focused(), Qt.Key.Key_Escape)
        QApplication.processEvents()
        assert the_moment(robin).cues == (ROOTING,)
        assert rows(page).isAncestorOf(focused())
        page._search.open(Family.FACE)
        self.find(page, "hands to m")
        assert len(robin.diary.moments_since(ROBIN.id, page._session.clock())) == 2

    @pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
    def test_shift_and_a_tile_by_keys(self, page: LogPage, robin: Session, key: Qt.Key) -> None:
        tile = next(each for each in page._board.findChildren(CueTile) if each.key == FISTS)
        tile.setFocus()
        QTest.keyClick(tile, key, Qt.KeyboardModifier.ShiftModifier)
        assert the_moment(robin).cues == (ROOTING, FISTS)

    @pytest.mark.parametrize(
        ("asked", "said"),
        [
            ("Also noticed…", "Add another cue to “Rooting”"),
            ("Change cue…", "Put another cue in place of “Rooting”"),
            ("More…", "Press any cue to note it"),
        ],
    )
    def test_the_list_says_what_a_press_in_it_does(self, page: LogPage, asked: str, said: str) -> None:
        more = page._board._more[Family.MOVEMENT]
        asker = more if asked == "More…" else chip(page, asked)
        asker.setFocus()
        asker.click()
        found = page._search.list
        assert found is not None
        assert found._purpose.text() == said
        asked_for = QAccessible.queryAccessibleInterface(found._purpose)
        assert asked_for is not None
        assert asked_for.role() is QAccessible.Role.Heading
        assert found._list.accessibleName() == found.accessibleName() == said
        assert found._field.accessibleName() == f"{said}. Find a cue"
        QTest.keyClick(focused(), Qt.Key.Key_Escape)
        assert focused() is asker, "Esc goes back to the button that was pressed"

    def test_shift_and_a_tile_by_mouse(self, page: LogPage, robin: Session) -> None:
        tile = next(each for each in page._board.findChildren(CueTile) if each.key == FISTS)
        QTest.mouseClick(tile, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier)
        assert the_moment(robin).cues == (ROOTING, FISTS)
