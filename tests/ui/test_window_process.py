"""The window as a process: one per diary, no network, the store loaded beside the running window."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QLockFile, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from bonddiary.diary.diary import Diary
from bonddiary.domain.catalog import Catalog
from bonddiary.system.clock import Clock
from bonddiary.system.paths import Paths
from bonddiary.system.settings import Settings
from bonddiary.ui import app
from bonddiary.ui.session import Session
from bonddiary.ui.single import Ask, ask_to_show, request_file, watch_for_requests
from tests.pace import PATIENCE

ROOT = Path(__file__).resolve().parents[2]
WINDOW = """
import sys
attempts = []
sys.addaudithook(lambda event, args: attempts.append(event) if event.startswith("socket.") else None)
from PySide6.QtCore import QTimer
from bonddiary.bootstrap import open_diary, paths_for
from bonddiary.system.clock import system_clock
from bonddiary.ui.app import make_app, make_window
from bonddiary.ui.pages.page import Place
paths = paths_for(__import__("pathlib").Path(sys.argv[1]))
paths.make()
application = make_app(sys.argv[:1])
window = make_window(application, paths, lambda clock: open_diary(paths, clock), system_clock())
seen = {}
def first_paint():
    seen["before"] = [name for name in ("sqlalchemy", "matplotlib", "alembic") if name in sys.modules]
    seen["phrases"] = [name for name in sys.modules if ".phrase" in name and name not in (
        "bonddiary.domain.phrases", "bonddiary.ui.phrase", "bonddiary.ui.phrase.entry", "bonddiary.ui.phrase.line")]
def walk():
    for place in Place:
        window.go(place)
        application.processEvents()
    application.quit()
window.painted.connect(first_paint)
window.session.opened.connect(lambda: QTimer.singleShot(0, walk))
window.show()
QTimer.singleShot(300_000, application.quit)
application.exec()
maps = open("/proc/self/maps").read() if sys.platform == "linux" else ""
print("open", window.session.is_open)
print("before", seen.get("before"))
print("network", [name for name in sys.modules if "QtNetwork" in name], "Qt6Network" in maps)
print("attempts", attempts)
print("title", window.windowTitle())
print("phrases", seen.get("phrases"))
print("timers", [name for name in sys.modules if name.startswith("bonddiary.ui.timers")])
"""


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What a real start with a walk through all places said of itself."""
    folder = tmp_path_factory.mktemp("walk")
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run(
        [sys.executable, "-X", "faulthandler", "-c", WINDOW, str(folder / "data")],
        capture_output=True, text=True, timeout=PATIENCE, check=False, cwd=root,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(root)},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr, done.stderr
    return dict(line.split(" ", 1) for line in done.stdout.splitlines())


class TestNetwork:
    def test_no_library_for_it_is_loaded(self, report: dict[str, str]) -> None:
        assert report["network"] == "[] False"

    def test_no_socket_is_made(self, report: dict[str, str]) -> None:
        assert report["attempts"] == "[]"

    def test_the_walk_was_walked(self, report: dict[str, str]) -> None:
        assert report["open"] == "True"
        assert report["title"] == "How to use Bond Diary — Bond Diary"

    def test_without_a_timer_nothing_of_timers_is_loaded(self, report: dict[str, str]) -> None:
        assert report["timers"] == "[]"

    def test_the_first_paint_waits_for_no_reading_of_phrases(self, report: dict[str, str]) -> None:
        assert report["phrases"] == "[]"

    def test_the_first_paint_waits_for_neither_store_nor_charts(self, report: dict[str, str]) -> None:
        assert report["before"] == "[]"


class TestSecondStart:
    def test_each_request_brings_the_window_forward(self, qtbot: QtBot, paths: Paths) -> None:
        window = QWidget()
        qtbot.addWidget(window)
        watch_for_requests(paths, window)
        assert request_file(paths).stat().st_mode & 0o077 == 0
        for _ in range(3):
            window.setWindowState(Qt.WindowState.WindowMinimized)
            window.hide()
            ask_to_show(paths)
            qtbot.waitUntil(window.isVisible)
            assert not window.isMinimized()

    def test_it_asks_the_first_and_ends(
        self,
        qapp: QApplication,
        paths: Paths,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        lock = QLockFile(str(paths.state / "window.lock"))
        assert lock.tryLock(0)
        request_file(paths).touch()
        before = request_file(paths).read_bytes()
        monkeypatch.setattr(app, "make_app", lambda _arguments: qapp)
        monkeypatch.setattr(app, "install_excepthook", lambda: None)
        monkeypatch.setattr(app, "start_log", lambda _path: None)
        assert (
            app.run(
                paths, lambda _clock: pytest.fail("the diary was opened"), lambda: pytest.fail("no clock")
            )
            == 1
        )
        lock.unlock()
        assert request_file(paths).read_bytes() != before
        assert capsys.readouterr().err.strip() == app.ALREADY_OPEN

    def test_the_small_window_is_asked_for_by_name(self, qtbot: QtBot, paths: Paths) -> None:
        window = QWidget()
        qtbot.addWidget(window)
        asked: list[int] = []
        watch_for_requests(paths, window, {Ask.QUICK_ADD: lambda: asked.append(1)})
        for count in (1, 2):
            ask_to_show(paths, Ask.QUICK_ADD)
            qtbot.waitUntil(lambda count=count: len(asked) == count)
        assert not window.isVisible()
        ask_to_show(paths)
        qtbot.waitUntil(window.isVisible)
        assert len(asked) == 2

    def test_words_of_an_older_program_mean_the_window(self, qtbot: QtBot, paths: Paths) -> None:
        window = QWidget()
        qtbot.addWidget(window)
        watch_for_requests(paths, window, {Ask.QUICK_ADD: lambda: pytest.fail("asked for quick add")})
        request_file(paths).write_bytes(b"\xff\x00 quick-add")
        qtbot.waitUntil(window.isVisible)


class TestSession:
    def test_opens_after_loading_beside_the_window(
        self, qtbot: QtBot, paths: Paths, diary: Diary, catalog: Catalog, clock: Clock
    ) -> None:
        session = Session(paths, lambda: diary, catalog, clock, Settings())
        with qtbot.waitSignal(session.opened):
            session.warm()
        assert session.is_open

    def test_opens_once(
        self, qtbot: QtBot, paths: Paths, diary: Diary, catalog: Catalog, clock: Clock
    ) -> None:
        opened: list[int] = []

        def open_diary() -> Diary:
            opened.append(1)
            return diary

        session = Session(paths, open_diary, catalog, clock, Settings())
        session.open()
        session.open()
        assert opened == [1]


GARBAGE = """
import gc, os, sys
from tests.benchmarks.programs.starting import start

def watch(window):
    painted = []
    window.painted.connect(lambda: painted.append(gc.isenabled()))
    window.session.opened.connect(lambda: (print(painted, gc.isenabled(), flush=True), os._exit(0)))
    return painted

start(sys.argv[1], watch)
"""


def test_garbage_is_looked_for_again_once_the_window_is_painted(tmp_path: Path) -> None:
    """A start makes nothing but what stays; from then on memory is minded as ever."""
    done = subprocess.run(
        [sys.executable, "-c", GARBAGE, str(tmp_path / "data")],
        cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "[False] True"
