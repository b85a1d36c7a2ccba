"""Files opened with the program: what is in each is said first, and one press brings it in."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from bonddiary.content.wording import banned_words
from bonddiary.domain.errors import DiskFull
from bonddiary.exchange.formats import archive
from bonddiary.exchange.spec import WriteContext
from bonddiary.system.paths import Paths
from bonddiary.ui import single
from bonddiary.ui.dialogs.left_out import LeftOutDialog
from bonddiary.ui.incoming import Incoming, inside, shown
from bonddiary.ui.main_window import MainWindow
from bonddiary.ui.session import Session
from bonddiary.ui.single import Ask, ask_to_open, ask_to_show, request_file, watch_for_requests
from bonddiary.ui.widgets.words import Words
from tests.builders import NOW, ROBIN, everything, moment, one_of_each, when

ODD_NAMES = ("with space.jsonl", "two\nlines.jsonl", "‘quoted’ <b>.jsonl", "Ümläut ✓.jsonl")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """An archive of one record of each kind."""
    return saved(tmp_path / "theirs.jsonl")


def saved(path: Path) -> Path:
    archive.write(one_of_each(), path, WriteContext(exported=NOW, made_by="a test"))
    return path


@pytest.fixture
def incoming(qtbot: QtBot, window: MainWindow) -> Incoming:
    """What shows files in the window, which is shown."""
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(lambda: bool(window._actions))
    return Incoming(window)


def words(window: MainWindow) -> str:
    return "" if window.bar.isHidden() else window.bar._words.text()


def buttons(window: MainWindow) -> list[str]:
    return [each.text() for each in window.bar._buttons]


def press(window: MainWindow, name: str) -> None:
    next(each for each in window.bar._buttons if each.text() == name).click()


class TestOneFile:
    def test_it_is_said_before_anything_comes_in(
        self, window: MainWindow, incoming: Incoming, session: Session, file: Path
    ) -> None:
        incoming.open([file])
        assert words(window) == "‘theirs.jsonl’ holds 14 new entries."
        assert not list(banned_words(words(window)))
        assert buttons(window) == ["Bring in", "Look", "Not now"]
        assert everything(session.diary) == ()

    def test_journey_10_is_one_press_after_the_double_click(
        self, window: MainWindow, incoming: Incoming, session: Session, file: Path
    ) -> None:
        incoming.open([file])
        held = QApplication.focusWidget()
        assert isinstance(held, QPushButton)
        assert held.text() == "Bring in", "the keyboard is on it"
        QTest.keyClick(held, Qt.Key.Key_Return)
        assert words(window) == "14 entries brought in, 0 already here, 0 left out."
        assert len(everything(session.diary)) == 14
        press(window, "Undo")
        assert everything(session.diary) == ()

    def test_looking_inside_shows_counts_and_days_and_changes_nothing(
        self, window: MainWindow, incoming: Incoming, session: Session, file: Path
    ) -> None:
        incoming.open([file])
        press(window, "Look")
        dialog = window.findChild(LeftOutDialog)
        assert dialog is not None
        said = [each.plain for each in dialog.findChildren(Words)]
        assert "1 moment." in said
        assert any(line.startswith("They are from ") for line in said)
        dialog.close()
        assert everything(session.diary) == ()
        assert buttons(window)[0] == "Bring in", "the question still stands"

    def test_not_now_leaves_what_stood_in_the_bar(
        self, window: MainWindow, incoming: Incoming, session: Session, file: Path
    ) -> None:
        window.stand("Something stands here.")
        incoming.open([file])
        window.stand("Something else stands here.")
        assert words(window).startswith("‘theirs.jsonl’"), "a question isn’t talked over"
        press(window, "Not now")
        assert words(window) == "Something else stands here."
        assert everything(session.diary) == ()

    def test_what_is_here_already_needs_no_press(
        self, window: MainWindow, incoming: Incoming, file: Path
    ) -> None:
        incoming.open([file])
        press(window, "Bring in")
        press(window, "Close")
        incoming.open([file])
        assert words(window) == "Nothing in ‘theirs.jsonl’ is new. 14 already here."
        assert "Bring in" not in buttons(window)
        press(window, "Look")
        looked = window.findChild(LeftOutDialog)
        assert isinstance(looked, LeftOutDialog)
        assert "Everything in it is here already." in [each.plain for each in looked.findChildren(Words)]

    @pytest.mark.parametrize("content", [b"", b"\x89PNG\0\0", b"PK\x03\x04", b"hello\nthere", None])
    def test_a_file_that_isnt_one_is_said_in_plain_words(
        self, window: MainWindow, incoming: Incoming, session: Session, tmp_path: Path, content: bytes | None
    ) -> None:
        path = tmp_path / "holiday.jsonl"
        if content is not None:
            path.write_bytes(content)
        incoming.open([path])
        assert "holiday.jsonl" in words(window)
        assert buttons(window) == ["Close"]
        assert everything(session.diary) == ()
        press(window, "Close")
        assert words(window) == ""


class TestSeveral:
    def test_one_after_another(
        self, window: MainWindow, incoming: Incoming, session: Session, file: Path, tmp_path: Path
    ) -> None:
        other = tmp_path / "later.jsonl"
        archive.write(
            (ROBIN, moment(at=when("2026-11-16T04:10"))), other, WriteContext(exported=NOW, made_by="a test")
        )
        incoming.open([file, tmp_path / "gone.jsonl"])
        incoming.open([other])
        assert words(window).endswith("14 new entries. 1 more file waits.")
        press(window, "Bring in")
        press(window, "Close")
        assert "gone.jsonl" in words(window)
        assert words(window).endswith("1 more file waits.")
        press(window, "Close")
        assert words(window).startswith("‘later.jsonl’ holds")
        press(window, "Not now")
        assert words(window) == ""
        assert len(everything(session.diary)) == 14


class TestRequests:
    @pytest.mark.skipif(os.name != "posix", reason="file modes and such names are POSIX's")
    @pytest.mark.parametrize("name", [*map(os.fsencode, ODD_NAMES), b"\xff\xfe latin.jsonl"])
    def test_a_name_comes_over_whole_and_doesnt_stay(
        self, qtbot: QtBot, paths: Paths, tmp_path: Path, name: bytes
    ) -> None:
        path = saved(tmp_path / os.fsdecode(name))
        window, opened = QWidget(), list[Path]()
        qtbot.addWidget(window)
        watch_for_requests(paths, window, open_files=opened.extend)
        ask_to_open(paths, [path])
        assert request_file(paths).stat().st_mode & 0o077 == 0
        qtbot.waitUntil(lambda: opened == [path])
        assert opened[0].exists()
        assert window.isVisible()
        assert request_file(paths).read_bytes() == b"", "no name stays behind"
        assert request_file(paths).stat().st_mode & 0o077 == 0

    def test_several_starts_at_once_lose_no_file(self, qtbot: QtBot, paths: Paths, tmp_path: Path) -> None:
        files = [tmp_path / f"{number}.jsonl" for number in range(3)]
        window, opened = QWidget(), list[Path]()
        qtbot.addWidget(window)
        watch_for_requests(paths, window, open_files=opened.extend)
        for file in files:
            ask_to_open(paths, [file])
        ask_to_show(paths)
        qtbot.waitUntil(lambda: opened == files)
        ask_to_open(paths, files[:1])
        qtbot.waitUntil(lambda: opened == [*files, files[0]])

    def test_what_a_program_didnt_live_to_open_is_forgotten(
        self, qtbot: QtBot, paths: Paths, tmp_path: Path
    ) -> None:
        ask_to_open(paths, [tmp_path / "robin.jsonl"])
        window = QWidget()
        qtbot.addWidget(window)
        watch_for_requests(paths, window, open_files=lambda _: pytest.fail("asked of an earlier program"))
        assert b"robin" not in request_file(paths).read_bytes()
        qtbot.wait(200)

    def test_other_requests_come_after_files(self, qtbot: QtBot, paths: Paths, tmp_path: Path) -> None:
        window, opened, locked = QWidget(), list[Path](), list[int]()
        qtbot.addWidget(window)
        watch_for_requests(paths, window, {Ask.LOCK: lambda: locked.append(1)}, opened.extend)
        ask_to_open(paths, [tmp_path / "a.jsonl"])
        qtbot.waitUntil(lambda: bool(opened))
        ask_to_show(paths, Ask.LOCK)
        qtbot.waitUntil(lambda: locked == [1])
        assert len(opened) == 1

    def test_to_lock_right_after_a_file_keeps_both(self, qtbot: QtBot, paths: Paths, tmp_path: Path) -> None:
        window, told = QWidget(), list[object]()
        qtbot.addWidget(window)
        watch_for_requests(paths, window, {Ask.LOCK: lambda: told.append("locked")}, told.extend)
        ask_to_open(paths, [tmp_path / "a.jsonl"])
        ask_to_show(paths, Ask.LOCK)
        qtbot.waitUntil(lambda: told == ["locked", tmp_path / "a.jsonl"])

    @pytest.mark.parametrize("more", [1, 3])
    def test_to_lock_right_before_files_is_heard_once_and_first(
        self, qtbot: QtBot, paths: Paths, tmp_path: Path, more: int
    ) -> None:
        files = [tmp_path / f"{number}.jsonl" for number in range(more)]
        window, told = QWidget(), list[object]()
        qtbot.addWidget(window)
        watch_for_requests(paths, window, {Ask.LOCK: lambda: told.append("locked")}, told.extend)
        ask_to_show(paths, Ask.LOCK)
        for file in files:
            ask_to_open(paths, [file])
        qtbot.waitUntil(lambda: told == ["locked", *files])
        assert window.isVisible(), "it comes forward, locked"
        assert request_file(paths).read_bytes() == b""
        ask_to_open(paths, files[:1])
        qtbot.waitUntil(lambda: told == ["locked", *files, files[0]])

    @pytest.mark.parametrize("after", [Ask.WINDOW, Ask.QUICK_ADD, Ask.LOCK])
    @pytest.mark.parametrize("with_file", [False, True])
    def test_no_other_request_talks_over_one_to_lock(
        self, qtbot: QtBot, paths: Paths, tmp_path: Path, after: Ask, with_file: bool
    ) -> None:
        window, told = QWidget(), list[object]()
        qtbot.addWidget(window)
        answers = {each: lambda each=each: told.append(each) for each in Ask}
        watch_for_requests(paths, window, answers, told.extend)
        if with_file:
            ask_to_open(paths, [tmp_path / "a.jsonl"])
        ask_to_show(paths, Ask.LOCK)
        ask_to_show(paths, after)
        second = Ask.OPEN if with_file and after is Ask.WINDOW else after
        files = [tmp_path / "a.jsonl"] if with_file else []
        expected = [*dict.fromkeys([Ask.LOCK, second]), *files]
        qtbot.waitUntil(lambda: told == expected)

    def test_what_is_asked_while_the_program_starts_is_heard(
        self, qtbot: QtBot, paths: Paths, tmp_path: Path
    ) -> None:
        paths.lock.touch()  # as the program does before anything else
        ask_to_show(paths, Ask.LOCK)
        ask_to_open(paths, [tmp_path / "a.jsonl"])
        window, told = QWidget(), list[object]()
        qtbot.addWidget(window)
        watch_for_requests(paths, window, {Ask.LOCK: lambda: told.append("locked")}, told.extend)
        qtbot.waitUntil(lambda: told == ["locked", tmp_path / "a.jsonl"])
        assert request_file(paths).read_bytes() == b""

    def test_to_lock_asked_of_an_earlier_program_is_forgotten(self, qtbot: QtBot, paths: Paths) -> None:
        ask_to_show(paths, Ask.LOCK)
        os.utime(request_file(paths), (1_000_000_000, 1_000_000_000))
        paths.lock.touch()
        window = QWidget()
        qtbot.addWidget(window)
        watch_for_requests(paths, window, {Ask.LOCK: lambda: pytest.fail("asked of an earlier program")})
        assert request_file(paths).read_bytes() == b""
        ask_to_show(paths)
        qtbot.waitUntil(window.isVisible)

    def test_a_full_disk_is_no_reason_not_to_start(
        self, qtbot: QtBot, paths: Paths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def full(*_: object, **__: object) -> None:
            raise DiskFull("There is no room left.")

        ask_to_open(paths, [tmp_path / "robin.jsonl"])  # of a program that didn't live to open it
        monkeypatch.setattr(single, "atomic_write", full)
        window = QWidget()
        qtbot.addWidget(window)
        watch_for_requests(paths, window, open_files=lambda _: pytest.fail("asked of an earlier program"))
        qtbot.wait(100)


def test_a_name_that_is_no_text_can_be_shown() -> None:
    assert shown("two\nlines \udcff.jsonl") == "two lines \N{REPLACEMENT CHARACTER}.jsonl"


def test_inside_names_babies_and_counts_the_rest() -> None:
    lines = inside(one_of_each())
    assert lines[0] == "New babies: Robin."
    assert lines[1:4] == ("1 moment.", "1 care event.", "11 other entries.")
    assert not any(list(banned_words(line)) for line in lines)
