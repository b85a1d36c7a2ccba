"""The window comes back to where it was, and is never out of sight."""

import json
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, Qt
from pytestqt.qtbot import QtBot

from bonddiary.ui.main_window import MainWindow
from bonddiary.ui.window_place import MOST, WindowPlace, placed, screens_now

LAPTOP, BESIDE = QRect(0, 0, 1280, 800), QRect(1280, 0, 2560, 1440)


def test_what_is_in_sight_stays() -> None:
    wanted = QRect(1400, 100, 1200, 900)
    assert placed(wanted, [LAPTOP, BESIDE]) == wanted


def test_a_screen_that_is_gone_brings_it_to_the_one_there_is() -> None:
    assert placed(QRect(2000, 300, 1100, 700), [LAPTOP]) == QRect(180, 68, 1100, 700)


def test_it_is_no_larger_than_the_screen() -> None:
    assert placed(QRect(0, 0, 2500, 1400), [LAPTOP]) == QRect(0, 0, 1280, 768)


@given(
    st.tuples(*[st.integers(-5000, 5000)] * 2, *[st.integers(1, 6000)] * 2),
    st.lists(st.sampled_from([LAPTOP, BESIDE, QRect(-1024, 200, 1024, 600)]), min_size=1, max_size=3),
)
def test_it_is_always_whole_on_one_screen(wanted: tuple[int, int, int, int], screens: list[QRect]) -> None:
    found = placed(QRect(*wanted), screens)
    assert any(each.contains(found) for each in screens)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "window.json"


def test_it_is_kept_for_these_screens(qtbot: QtBot, window: MainWindow, file: Path) -> None:
    window.show()
    window.resize(640, 600)
    window.move(30, 40)
    WindowPlace(window, file).remember()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    window.resize(400, 580)
    WindowPlace(window, file).restore()
    assert (window.width(), window.height()) == (640, 600)
    assert (window.x(), window.y()) == (30, 40)
    assert list(json.loads(file.read_text())) == [screens_now()]


def test_other_screens_have_a_place_of_their_own_and_old_ones_go(window: MainWindow, file: Path) -> None:
    place = {"x": 9000, "y": 9000, "width": 600, "height": 610, "maximized": False}
    file.write_text(json.dumps({f"{number}x1+0+0": place for number in range(20)}))
    known = WindowPlace(window, file)
    known.restore()
    assert (window.width(), window.height()) == (600, 610), "as large as it was last"
    assert window.screen().geometry().contains(window.geometry())
    known.remember()
    assert len(json.loads(file.read_text())) == MOST
    assert screens_now() in json.loads(file.read_text())


def test_a_maximized_window_is_one_again(window: MainWindow, file: Path) -> None:
    place = {"x": 0, "y": 0, "width": 600, "height": 610, "maximized": True}
    file.write_text(json.dumps({screens_now(): place}))
    WindowPlace(window, file).restore()
    assert not window.isVisible(), "it isn’t shown before everything is in it"
    assert window.windowState() & Qt.WindowState.WindowMaximized


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{",
        '{"a": 1}',
        '{"a": {"x": 1, "y": 2, "width": 0, "height": 5, "maximized": false}}',
        "\xff",
    ],
)
def test_a_damaged_file_says_nothing(window: MainWindow, file: Path, text: str) -> None:
    file.write_text(text)
    before = window.size()
    WindowPlace(window, file).restore()
    assert window.size() == before
