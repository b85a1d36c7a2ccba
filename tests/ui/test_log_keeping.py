"""Nothing that was pressed or typed is lost: what waits, what closing asks, where the keyboard and the time go."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from bonddiary.diary.diary import Diary
from bonddiary.domain.baby import Baby
from bonddiary.domain.errors import DiaryLocked
from bonddiary.domain.ids import BabyId, CueKey, new_id
from bonddiary.system.paths import Paths
from bonddiary.system.settings import Settings
from bonddiary.ui.main_window import MainWindow
from bonddiary.ui.pages.log.page import LogPage
from bonddiary.ui.pages.page import Place, Width
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.press import CueTile
from tests.builders import NOW, ROBIN, open_at, own_word, pin
from tests.ui.test_log_presenter import FED, ROOTING, YAWN, Desk
from tests.ui.test_log_strip import chip, focused, rows, the_moment
from tests.ui.test_log_trouble import kept, unwritable


@pytest.fixture
def desk(robin: Session) -> Desk:
    made = Desk(robin)
    made.presenter.enter()
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


class TestWaiting:
    def test_the_next_press_saves_them_too_oldest_first(self, desk: Desk) -> None:
        with unwritable(desk.session.diary):
            desk.presenter.log(ROOTING)
            desk.presenter.log(YAWN)
            assert desk.state.problem.startswith("These 2 moments aren’t saved yet. ")
        desk.said.clear()
        desk.presenter.log(YAWN)
        assert (kept(desk, ROOTING), kept(desk, YAWN)) == (1, 2)
        assert [words.split(",")[0] for words in desk.said] == [
            "Saved. Rooting",
            "Saved. Yawning",
            "Saved. Yawning",
        ]
        assert desk.state.problem == ""

    def test_it_stays_the_moment_of_the_baby_who_was_shown(self, desk: Desk) -> None:
        twin = Baby(id=BabyId(new_id()), nickname="Wren")
        desk.session.diary.add(twin)
        desk.session.show_baby(ROBIN.id)
        with unwritable(desk.session.diary):
            desk.presenter.log(ROOTING)
        desk.session.show_baby(twin.id)
        desk.presenter.try_again()
        assert desk.session.diary.moments_since(twin.id, NOW) == ()
        assert len(desk.session.diary.moments_since(ROBIN.id, NOW)) == 1

    def test_a_change_that_is_saved_leaves_them_said(self, desk: Desk) -> None:
        desk.presenter.log(YAWN)
        with unwritable(desk.session.diary):
            desk.presenter.log(ROOTING)
        desk.presenter.toggle_response(FED)
        assert desk.state.problem.startswith("This moment isn’t saved yet. ")
        desk.presenter.try_again()
        assert (kept(desk, ROOTING), desk.state.problem) == (1, "")

    def test_a_diary_opened_from_elsewhere_takes_them(self, session: Session, diary: Diary) -> None:
        errors: list[Exception] = [DiaryLocked("It is in use.")]

        def open_diary() -> Diary:
            if errors:
                raise errors.pop()
            return diary

        closed = Session(
            session.paths, open_diary, session.catalog, session.clock, Settings(first_run_done=True)
        )
        desk = Desk(closed)
        closed.opened.connect(desk.presenter.opened)
        desk.presenter.log(ROOTING)
        assert desk.state.problem == "This moment isn’t saved yet. It is in use."
        closed.open()
        assert (kept(desk), desk.state.problem, len(desk.said)) == (1, "", 1)

    def test_an_undo_that_failed_is_done_by_try_again(self, desk: Desk) -> None:
        desk.presenter.log(ROOTING)
        with unwritable(desk.session.diary):
            desk.presenter.undo()
        desk.presenter.try_again()
        assert (kept(desk), desk.state.problem, desk.state.saved) == (0, "", None)

    def test_a_note_that_failed_is_saved_before_the_next_moment(self, desk: Desk) -> None:
        desk.presenter.log(ROOTING)
        with unwritable(desk.session.diary):
            desk.presenter.write_note("after the bath", False)
            desk.presenter.dismiss()
            assert desk.state.saved is not None
            assert desk.state.saved.note == "after the bath"
        desk.presenter.log(YAWN)
        assert {each.note for each in desk.moments} == {"after the bath", ""}

    def test_closing_is_refused_once_while_one_waits(self, robin: Session, window: MainWindow) -> None:
        window.show()
        page = window.page(Place.LOG)
        assert isinstance(page, LogPage)
        with unwritable(robin.diary):
            page.presenter.log(ROOTING)
            assert not window.close()
            assert "isn’t saved yet" in window.bar._words.text()
            assert window.close()

    def test_closing_saves_what_can_be_saved_again(
        self, robin: Session, window: MainWindow, paths: Paths
    ) -> None:
        window.show()
        page = window.page(Place.LOG)
        assert isinstance(page, LogPage)
        with unwritable(robin.diary):
            page.presenter.log(ROOTING)
        assert window.close()
        reopened = open_at(paths.diary)
        try:
            assert len(reopened.moments_since(ROBIN.id, NOW)) == 1
        finally:
            reopened.close()


class TestTypedTime:
    def test_taken_out_again_it_is_now(self, desk: Desk) -> None:
        desk.presenter.ask_other_time()
        desk.presenter.type_time("25:99", 0)
        desk.presenter.log(ROOTING)
        assert desk.state.time_problem.startswith("Not noted yet. Type a time")
        assert desk.said[-1] == desk.state.time_problem
        desk.presenter.type_time("", 0)
        assert desk.state.time_problem == ""
        desk.presenter.log(ROOTING)
        assert [each.at for each in desk.moments] == [NOW]

    def test_esc_goes_back_to_now_and_keeps_the_strip(self, page: LogPage) -> None:
        page._times._other.click()
        line = focused()
        assert isinstance(line, QLineEdit)
        QTest.keyClicks(line, "25:99")
        QTest.keyClick(line, Qt.Key.Key_Escape)
        assert page.presenter.state.back_minutes == 0
        assert page.presenter.state.time_problem == ""
        assert page.presenter.state.saved is not None
        assert page._times.isAncestorOf(focused())

    def test_a_press_that_is_refused_gives_the_keyboard_to_the_line(self, page: LogPage) -> None:
        page._times._other.click()
        QTest.keyClicks(focused(), "25:99")
        tile = page._board.first_tile()
        assert tile is not None
        QTest.mouseClick(tile, Qt.MouseButton.LeftButton)
        line = focused()
        assert isinstance(line, QLineEdit)
        assert line.selectedText() == "25:99"


class TestKeys:
    def test_enter_presses_chips_and_buttons_once(self, page: LogPage, robin: Session) -> None:
        for words in ("Fed", "Settled"):
            chip(page, words).setFocus()
            QTest.keyClick(focused(), Qt.Key.Key_Return)
            QApplication.processEvents()
        assert (the_moment(robin).responses, the_moment(robin).outcome) == (
            ("r-feed-responsive",),
            "out-settled",
        )
        chip(page, "Undo").setFocus()
        for repeated in (False, True, True, True):
            QApplication.sendEvent(
                focused(),
                QKeyEvent(
                    QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "", repeated
                ),
            )
        assert (the_moment(robin).responses, the_moment(robin).outcome) == (("r-feed-responsive",), None)

    def test_try_again_gives_the_keyboard_back_to_the_tile(self, page: LogPage, robin: Session) -> None:
        tile = next(each for each in page._board._rows.values())[1]
        tile.setFocus()
        with unwritable(robin.diary):
            QTest.keyClick(tile, Qt.Key.Key_Space)
        button = next(each for each in page._bar.findChildren(QPushButton) if each.isVisible())
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Space)
        QApplication.processEvents()
        assert focused() is tile

    def test_tab_follows_the_page_from_top_to_bottom(self, page: LogPage) -> None:
        start: QWidget = page._phrase.line
        start.setFocus()
        stops: list[QWidget] = [start]
        QTest.keyClick(start, Qt.Key.Key_Tab)
        while focused() is not start and len(stops) < 60:
            stops.append(focused())
            QTest.keyClick(focused(), Qt.Key.Key_Tab)
        parts = page.regions()
        walked = [next(n for n, part in enumerate(parts) if part.isAncestorOf(stop)) for stop in stops]
        assert walked == sorted(walked)
        assert len(set(walked)) == 5
        strip = [stop for stop in stops if page._strip.isAncestorOf(stop)]
        tops = [stop.mapTo(page, stop.rect().center()).y() for stop in strip]
        assert len(strip) >= 8
        assert tops == sorted(tops)

    def test_a_tile_that_is_hidden_leaves_the_keyboard_on_the_board(self, page: LogPage) -> None:
        last = page._board._rows[next(iter(page._board._rows))][page._board._shape.tiles - 1]
        page._board._rove(last)
        last.setFocus()
        page.set_width(Width.WIDE)
        page.resize(620, 640)
        for _ in range(3):
            QApplication.processEvents()
        assert not last.isVisible()
        assert isinstance(focused(), CueTile)

    def test_turned_to_narrow_the_question_with_the_keyboard_is_the_one_asked(self, page: LogPage) -> None:
        chip(page, "Settled").setFocus()
        page.set_width(Width.NARROW)
        assert focused() is chip(page, "Settled")
        page.set_width(Width.MEDIUM)
        assert focused() is chip(page, "Settled")
        assert rows(page).isAncestorOf(focused())


class TestLikely:
    def test_a_pinned_word_of_the_familys_own_is_offered(self, desk: Desk) -> None:
        word = own_word("Fish face")
        desk.session.diary.add(word)
        desk.session.diary.add(pin(word.id))
        desk.wait(minutes=10)
        desk.presenter.enter()
        assert desk.state.likely[0].name == "Fish face"
        desk.presenter.log(CueKey(word.id))
        assert desk.state.saved is not None
        assert desk.state.saved.title == "Fish face, 9:10pm"


class TestWindowBar:
    def test_closed_it_says_again_what_stood_there(self, window: MainWindow, paths: Paths) -> None:
        window.show()
        window._say_not_open("It is in use.")
        paths.settings.unlink(missing_ok=True)
        paths.settings.mkdir()
        window.commands.larger()
        assert "It applies until you close the window." in window.bar._words.text()
        next(each for each in window.bar.findChildren(QPushButton) if each.text() == "Close").click()
        assert window.bar._words.text() == "It is in use."
