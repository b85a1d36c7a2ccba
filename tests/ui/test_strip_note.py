"""A note that is half typed: kept half a second after the last key, back after a crash, gone when it is saved."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from bonddiary.diary.diary import Diary
from bonddiary.domain.baby import Baby
from bonddiary.domain.ids import BabyId, new_id
from bonddiary.domain.records import ref_to
from bonddiary.ui.pages.log.half_note import PLACE
from bonddiary.ui.pages.log.page import LogPage
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from tests.builders import NOW, ROBIN, moment_draft, open_at
from tests.pace import PATIENCE
from tests.ui.test_log_presenter import FED, ROOTING, YAWN, Desk
from tests.ui.test_log_strip import chip, focused, rows, the_moment
from tests.ui.test_log_trouble import unwritable
from tests.ui.test_strip_cues import page as page

ROOT = Path(__file__).resolve().parents[2]
HALF = "after the ba"


@pytest.fixture
def desk(robin: Session) -> Desk:
    made = Desk(robin)
    made.presenter.enter()
    made.presenter.log(ROOTING)
    made.presenter.type_note(HALF, True)
    return made


def again(session: Session) -> Desk:
    """The program opened again on the same diary."""
    made = Desk(session)
    made.presenter.enter()
    return made


def shown(desk: Desk) -> tuple[str, bool] | None:
    return None if desk.state.saved is None else (desk.state.saved.note, desk.state.saved.private)


class TestKept:
    def test_it_is_no_note_yet_and_no_step_to_undo(self, desk: Desk) -> None:
        assert desk.moments[0].note == ""
        assert HALF in desk.session.diary.draft(PLACE)
        desk.presenter.undo()
        assert desk.moments == ()

    def test_it_comes_back_with_its_moment(self, desk: Desk) -> None:
        back = again(desk.session)
        assert shown(back) == (HALF, True)
        assert back.state.saved is not None
        assert back.state.saved.question is not None
        assert back.state.saved.question.words == "Your note is back, as you left it."
        back.presenter.answer_question()
        assert (back.moments[0].note, back.moments[0].private) == (HALF, True)
        assert desk.session.diary.draft(PLACE) == ""

    def test_another_moment_in_the_strip_leaves_it_with_its_own(self, desk: Desk) -> None:
        first = desk.moments[0]
        other = desk.session.diary.log(moment_draft(cues=(YAWN,), at=NOW))
        desk.presenter.show_moment(other)
        desk.presenter.type_note("of the yawn", False)
        desk.presenter.dismiss()
        assert {each.id: each.note for each in desk.moments} == {first.id: HALF, other.id: "of the yawn"}

    def test_saved_it_is_gone(self, desk: Desk) -> None:
        desk.presenter.write_note("after the bath", False)
        assert desk.session.diary.draft(PLACE) == ""
        assert again(desk.session).state.saved is None

    def test_a_press_saves_what_came_back_to_its_own_moment(self, desk: Desk) -> None:
        back = again(desk.session)
        back.presenter.log(YAWN)
        assert {each.cues[0]: each.note for each in back.moments} == {ROOTING: HALF, YAWN: ""}
        assert desk.session.diary.draft(PLACE) == ""

    def test_a_press_before_the_diary_is_open_keeps_it_too(self, desk: Desk) -> None:
        diary = desk.session.diary
        closed = Session(
            desk.session.paths, lambda: diary, desk.session.catalog, lambda: NOW, desk.session.settings
        )
        back = Desk(closed)
        back.presenter.log(YAWN)
        back.presenter.opened()
        assert {each.cues[0]: each.note for each in back.moments} == {ROOTING: HALF, YAWN: ""}

    def test_of_another_baby_it_is_saved_and_not_shown(self, desk: Desk) -> None:
        wren = Baby(id=BabyId(new_id()), nickname="Wren")
        desk.session.diary.add(wren)
        desk.session.show_baby(wren.id)
        assert desk.session.diary.moments_since(ROBIN.id, NOW)[0].note == HALF

    def test_of_a_moment_that_is_gone_it_is_forgotten(self, desk: Desk) -> None:
        desk.session.diary.delete(ref_to(desk.moments[0]))
        assert again(desk.session).state.saved is None
        assert desk.session.diary.draft(PLACE) == ""

    @pytest.mark.parametrize("kept", ["{", "[]", "7", '["a", "b", true]'])
    def test_what_another_version_kept_is_no_reason_not_to_start(self, robin: Session, kept: str) -> None:
        robin.diary.keep_draft(PLACE, kept)
        assert again(robin).state.problem == ""

    def test_on_a_full_disk_it_stays_in_its_field_and_is_saved_later(self, desk: Desk) -> None:
        with unwritable(desk.session.diary):
            desk.presenter.type_note("after the bath, sle", False)
            assert desk.state.problem == ""
            desk.presenter.write_note("after the bath, sleepy", False)
            assert desk.state.problem.startswith("This change isn’t saved. ")
            desk.presenter.refresh()
            assert shown(desk) == ("after the bath, sleepy", False)
        desk.presenter.try_again()
        assert desk.moments[0].note == "after the bath, sleepy"
        assert desk.session.diary.draft(PLACE) == ""

    def test_a_chip_leaves_it_half_typed(self, desk: Desk) -> None:
        desk.presenter.toggle_response(FED)
        assert shown(desk) == (HALF, True)
        assert desk.moments[0].note == ""


class TestOnThePage:
    def test_half_a_second_after_the_last_key(self, qtbot: QtBot, page: LogPage, robin: Session) -> None:
        chip(page, "Add note").click()
        QTest.keyClicks(rows(page)._note, HALF)
        assert robin.diary.draft(PLACE) == ""
        qtbot.waitUntil(lambda: HALF in robin.diary.draft(PLACE))
        QTest.keyClick(focused(), Qt.Key.Key_Return)
        assert the_moment(robin).note == HALF
        assert robin.diary.draft(PLACE) == ""

    def test_it_stands_in_its_field_again(
        self, qtbot: QtBot, page: LogPage, robin: Session, theme: Theme
    ) -> None:
        page.presenter.type_note(HALF, True)
        back = LogPage(robin, theme)
        qtbot.addWidget(back)
        back.resize(1100, 640)
        back.show()
        back.enter()
        QApplication.processEvents()
        assert rows(back)._note.isVisible()
        assert (rows(back)._note.text(), rows(back)._private.isChecked()) == (HALF, True)
        keep = next(each for each in rows(back).findChildren(QPushButton) if each.text() == "Save it")
        keep.click()
        assert the_moment(robin).note == HALF


KILLED = """
import os, signal, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from bonddiary.bootstrap import open_diary, paths_for
from bonddiary.domain.ids import CueKey
from bonddiary.system.clock import system_clock
from bonddiary.ui.app import make_app, make_window
from bonddiary.ui.pages.page import Place
from bonddiary.ui.pages.log.half_note import PLACE
paths = paths_for(Path(sys.argv[1]))
paths.make()
application = make_app(sys.argv[:1])
window = make_window(application, paths, lambda clock: open_diary(paths, clock), system_clock())
def type_half():
    page = window.page(Place.LOG)
    if sys.argv[2] == "type":
        page.presenter.log(CueKey("rooting"))
        rows = page._strip.rows
        rows._open_note()
        QTest.keyClicks(rows._note, "after the ba")
        kill_once_kept()
    elif page._strip.rows is None or not page._strip.rows._note_line.isVisible():
        QTimer.singleShot(20, type_half)  # the strip comes when the page has been drawn
    else:
        rows = page._strip.rows
        print(rows._note.text(), rows._note_line.isVisible(), rows._title.isVisible(), flush=True)
        os._exit(0)
def kill_once_kept():
    if "after the ba" in window.session.diary.draft(PLACE):
        os.kill(os.getpid(), signal.SIGKILL)
    QTimer.singleShot(20, kill_once_kept)
window.session.opened.connect(lambda: QTimer.singleShot(200, type_half))
window.show()
QTimer.singleShot(300_000, application.quit)
application.exec()
"""


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL is POSIX's")
def test_a_killed_process_leaves_it(tmp_path: Path) -> None:
    def run(what: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-c", KILLED, str(tmp_path / "data"), what],
            capture_output=True, text=True, timeout=PATIENCE, check=False, cwd=ROOT,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)},
        )  # fmt: skip

    assert run("type").returncode == -9
    seen = run("look")
    assert seen.stdout.strip() == "after the ba True True", seen.stderr
    kept: Diary = open_at(next((tmp_path / "data").rglob("diary.db")))
    (baby,) = kept.all(Baby)
    assert [each.note for each in kept.moments_since(baby.id, NOW)] in ([], [""])
    kept.close()
