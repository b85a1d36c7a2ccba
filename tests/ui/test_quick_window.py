"""The small window: typed or pressed, saved, taken back; in the running program or alone."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from bonddiary.domain.baby import Baby
from bonddiary.domain.ids import BabyId, new_id
from bonddiary.ui.app import QuickAdd
from bonddiary.ui.main_window import MainWindow
from bonddiary.ui.quick.app import Alone
from bonddiary.ui.quick.window import QuickWindow
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.care_notice import CareNotice
from bonddiary.ui.widgets.press import CueTile
from tests.builders import open_at
from tests.pace import PATIENCE
from tests.ui.test_log_keys import focused, moments, settle
from tests.ui.test_log_trouble import unwritable

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def quick(qtbot: QtBot, robin: Session, theme: Theme) -> Iterator[QuickWindow]:
    made = QuickWindow(robin, theme)
    qtbot.addWidget(made)
    made.open()
    qtbot.waitExposed(made)
    settle()
    yield made
    made._told = made.keep()  # so that closing asks nothing


def said(quick: QuickWindow) -> str:
    return " ".join(each.text() for each in quick.findChildren(QLabel) if each.isVisible())


def press(quick: QuickWindow, text: str) -> None:
    found = next(each for each in quick.findChildren(QPushButton) if each.text() == text and each.isVisible())
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)
    settle()


def test_is_small_and_above_the_others(quick: QuickWindow) -> None:
    assert quick.size() == QSize(360, 300)
    assert quick.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    assert "Enter saves. Esc closes." in said(quick)
    assert focused() is quick._phrase.line


def test_it_doesnt_cover_the_help_that_was_asked_for(quick: QuickWindow) -> None:
    QTest.keyClick(quick, Qt.Key.Key_F1)
    assert quick.isMinimized()


def test_a_phrase_is_saved_and_taken_back(quick: QuickWindow, robin: Session) -> None:
    QTest.keyClicks(focused(), "rooting 10 min ago fed")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    settle()
    assert len(moments(robin)) == 1
    assert "Saved. Rooting, 8:50pm" in said(quick)
    press(quick, "Undo")
    assert moments(robin) == ()
    assert "Saved." not in said(quick)
    assert focused() is quick._phrase.line


def test_several_say_how_many(quick: QuickWindow, robin: Session) -> None:
    QTest.keyClicks(focused(), "rooting; yawn")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    settle()
    assert "Saved. 2 moments" in said(quick)
    QTest.keySequence(focused(), QKeySequence(QKeySequence.StandardKey.Undo))
    settle()
    assert moments(robin) == ()


def test_four_tiles_are_pressed(quick: QuickWindow, robin: Session) -> None:
    tiles = quick.findChildren(CueTile)
    assert len(tiles) == 4
    for count, tile in enumerate(tiles, 1):
        QTest.mouseClick(tile, Qt.MouseButton.LeftButton)
        settle()
        assert f"Saved. {tile.text()}, 9pm" in said(quick)
        assert len(moments(robin)) == count


def test_a_letter_on_a_tile_starts_the_phrase(quick: QuickWindow) -> None:
    quick.findChildren(CueTile)[2].setFocus()
    QTest.keyClicks(focused(), "y")
    assert focused() is quick._phrase.line
    assert quick._phrase.line.text() == "y"


def test_care_cards_come_with_a_cue_that_names_signs(quick: QuickWindow, robin: Session) -> None:
    cue = next(cue for cue in robin.catalog.cues.values() if cue.signs)
    QTest.keyClicks(focused(), cue.name)
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    settle()
    notice = quick.findChild(CareNotice)
    assert notice is not None
    assert notice.isVisible()
    assert notice._shown == robin.guides.care_for(cue.key)
    press(quick, "Close")
    assert not notice.isVisible()
    assert quick.isVisible()
    assert focused() is quick._phrase.line


def test_nothing_else_is_taken_back_from_here(quick: QuickWindow, robin: Session) -> None:
    QTest.keyClicks(focused(), "rooting")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    settle()
    robin.diary.keep_draft("elsewhere", "x")
    assert quick._undo.isVisible()
    robin.diary.edit(replace(robin.babies[0], nickname="Wren"))
    settle()
    assert not quick._undo.isVisible()
    quick._take_back()
    assert robin.babies[0].nickname == "Wren"


def test_a_press_that_waits_offers_nobody_elses_step(quick: QuickWindow, robin: Session) -> None:
    tile = quick.findChildren(CueTile)[0]
    QTest.mouseClick(tile, Qt.MouseButton.LeftButton)
    robin.diary.edit(replace(robin.babies[0], nickname="Wren"))
    with unwritable(robin.diary):
        QTest.mouseClick(tile, Qt.MouseButton.LeftButton)
        settle()
        assert not quick._undo.isVisible()
    press(quick, "Try again")
    assert quick._undo.isVisible()
    press(quick, "Undo")
    assert (len(moments(robin)), robin.babies[0].nickname) == (1, "Wren")


def test_with_two_babies_it_says_whose(quick: QuickWindow, robin: Session) -> None:
    robin.diary.add(Baby(id=BabyId(new_id()), nickname="Wren"))
    QTest.mouseClick(quick.findChildren(CueTile)[0], Qt.MouseButton.LeftButton)
    settle()
    assert "Saved. For Robin. " in said(quick)


def test_esc_closes_and_what_is_typed_comes_back(
    quick: QuickWindow, robin: Session, theme: Theme, qtbot: QtBot
) -> None:
    QTest.keyClicks(focused(), "rooting fe")
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert not quick.isVisible()
    assert robin.diary.draft("quick-add") == "rooting fe"
    again = QuickWindow(robin, theme)
    qtbot.addWidget(again)
    again.open()
    assert again._phrase.line.text() == "rooting fe"
    assert moments(robin) == ()


def test_what_cant_be_saved_keeps_it_open_once(quick: QuickWindow, robin: Session) -> None:
    QTest.keyClicks(focused(), "rooting")
    with unwritable(robin.diary):
        QTest.keyClick(focused(), Qt.Key.Key_Return)
        assert not quick.close()
        assert "This moment isn’t saved yet." in said(quick)
    assert quick.close()
    assert len(moments(robin)) == 1


def test_a_press_that_cant_be_saved_is_tried_again(quick: QuickWindow, robin: Session) -> None:
    with unwritable(robin.diary):
        QTest.mouseClick(quick.findChildren(CueTile)[0], Qt.MouseButton.LeftButton)
        settle()
        assert "This moment isn’t saved yet." in said(quick)
    press(quick, "Try again")
    assert len(moments(robin)) == 1


@pytest.mark.parametrize("text", [100, 200])
def test_nothing_is_cut_off(quick: QuickWindow, robin: Session, theme: Theme, text: int) -> None:
    theme.wear()
    robin.change_settings(text_size=text)
    QTest.keyClicks(focused(), "rotoing 10 min ago fed, settled in 5 poor thing gr")
    for _ in range(8):
        QApplication.processEvents()
    inside = quick._inside.parentWidget()
    assert inside.minimumSizeHint().width() <= quick.width()
    short = [
        type(each).__name__
        for each in inside.findChildren(QLabel)
        if each.isVisible() and each.height() < each.heightForWidth(each.width())
    ]
    assert short == []


class TestBesideTheMainWindow:
    def test_closes_with_it_and_keeps_what_is_typed(
        self, qtbot: QtBot, robin: Session, window: MainWindow
    ) -> None:
        window.show()
        opener = QuickAdd(window)
        opener.open()
        quick = opener._quick
        assert quick is not None
        qtbot.addWidget(quick)
        settle()
        QTest.keyClicks(quick._phrase.line, "rooting")
        drafts: list[str] = []
        robin.closing.connect(lambda: drafts.append(robin.diary.draft("quick-add")))
        assert window.close()
        assert not quick.isVisible()
        assert drafts == ["rooting"]

    def test_alone_the_main_window_comes_when_it_is_asked_for(
        self, qtbot: QtBot, robin: Session, theme: Theme
    ) -> None:
        alone = Alone(robin, theme)
        qtbot.addWidget(alone.quick)
        alone.quick.open()
        assert alone._main is None
        window = alone.show_main()
        qtbot.addWidget(window)
        assert window.isVisible()
        assert alone.show_main() is window


QUICK = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtCore import Qt
import bonddiary.ui.quick.app as app
made = []
class Alone(app.Alone):
    def __init__(self, *arguments):
        super().__init__(*arguments)
        made.append(self)
        self.quick._session.opened.connect(lambda: QTimer.singleShot(0, act))
app.Alone = Alone
def act():
    exec(sys.argv[2])
def until(so, then):
    then() if so() else QTimer.singleShot(20, lambda: until(so, then))
def late(name):
    return sorted(n for n in sys.modules if n.startswith(name))
from bonddiary.cli.main import main
sys.exit(main(["--data-dir", sys.argv[1], "quick-add"]))
"""
TYPE = "line = made[0].quick._phrase.line; QTest.keyClicks(line, 'rooting 10 min ago fed'); "
SAVE = "QTest.keyClick(line, Qt.Key.Key_Return); "
LOADED = "print('main', late('bonddiary.ui.main_window'), late('bonddiary.ui.pages.log.page')); "
CLOSE = "QTest.keyClick(line, Qt.Key.Key_Escape)"
WAIT = "until(lambda: 'fed' in made[0].session.diary.draft('quick-add'), lambda: print('kept', flush=True))"


def start(folder: Path, act: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-X", "faulthandler", "-c", QUICK, str(folder), act],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)},
    )  # fmt: skip


class TestProcess:
    def test_alone_it_saves_and_ends_without_the_main_window(self, tmp_path: Path) -> None:
        done = start(tmp_path, TYPE + SAVE + LOADED + CLOSE)
        out, err = done.communicate(timeout=PATIENCE)
        assert done.returncode == 0, err
        assert "Traceback" not in err, err
        assert out.strip() == "main [] []"
        diary = open_at(tmp_path / "diary.db")
        assert diary.undo_title() is not None
        assert diary.draft("quick-add") == ""
        diary.close()

    def test_what_is_half_typed_survives_a_kill_and_is_in_no_log(self, tmp_path: Path) -> None:
        running = start(tmp_path, TYPE + WAIT)
        assert running.stdout is not None
        assert running.stdout.readline().strip() == "kept"
        running.send_signal(signal.SIGKILL)
        running.wait(timeout=PATIENCE)
        running.stdout.close()
        assert running.stderr is not None
        assert "rooting" not in running.stderr.read()
        running.stderr.close()
        diary = open_at(tmp_path / "diary.db")
        assert diary.draft("quick-add") == "rooting 10 min ago fed"
        assert diary.undo_title() is None
        diary.close()
        logs = [each for each in tmp_path.rglob("*.log*") if each.is_file()]
        assert logs
        assert all("rooting" not in each.read_text() for each in logs)
        again = start(tmp_path, "line = made[0].quick._phrase.line; print(line.text()); " + SAVE + CLOSE)
        out, err = again.communicate(timeout=PATIENCE)
        assert again.returncode == 0, err
        assert out.strip() == "rooting 10 min ago fed"
        diary = open_at(tmp_path / "diary.db")
        assert diary.undo_title() is not None
        assert diary.draft("quick-add") == ""
        diary.close()

    def test_a_second_one_asks_the_first(self, tmp_path: Path) -> None:
        first = start(
            tmp_path,
            "made[0].quick.showMinimized(); print('small', flush=True); "
            "made[0].quick._phrase.start = lambda: print('shown', flush=True)",
        )
        assert first.stdout is not None
        assert first.stdout.readline().strip() == "small"
        second = start(tmp_path, "")
        out, err = second.communicate(timeout=PATIENCE)
        assert (second.returncode, out) == (0, ""), err
        assert first.stdout.readline().strip() == "shown"
        first.kill()
        first.communicate()
