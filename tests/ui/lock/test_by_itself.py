"""The window locks by itself: after a while, before sleep, with the screen; and listens to nothing unless that is wanted."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from bonddiary.system.settings import Settings
from bonddiary.ui.lock.bus import session_path
from bonddiary.ui.lock.idle import Idle
from tests.pace import PATIENCE
from tests.ui.lock.conftest import Home, settle

ROOT = Path(__file__).resolve().parents[3]
LISTENING = """
import os, sys, time
from PySide6.QtCore import QCoreApplication, QTimer
from bonddiary.system.no_network import refuse_network, refused
refuse_network()
app = QCoreApplication([])
from bonddiary.ui.lock.bus import Desktop
desktop, told = Desktop(), []
desktop.leaving.connect(lambda: told.append(1))
print("before", "PySide6.QtDBus" in sys.modules)
desktop.listen(True)
from PySide6.QtDBus import QDBusConnection, QDBusMessage
other = QDBusConnection.connectToBus(os.environ["DBUS_SESSION_BUS_ADDRESS"], "other")
assert other.registerService("org.freedesktop.login1") and other.registerService("org.freedesktop.ScreenSaver")
def send(path, face, name, *given):
    signal = QDBusMessage.createSignal(path, face, name)
    signal.setArguments(list(given))
    other.send(signal)
def say_all():
    send("/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep", True)
    send("/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep", False)
    send("/org/freedesktop/login1/session/_32", "org.freedesktop.login1.Session", "Lock")
    send("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged", True)
def settle():
    for bus in (other, QDBusConnection.systemBus(), QDBusConnection.sessionBus()):
        bus.interface().registeredServiceNames()  # once the bus has answered, all that it was given before is here
    QTimer.singleShot(100, app.quit)
    app.exec()
end = time.monotonic() + 300
settle()
say_all()
while len(told) < 3 and time.monotonic() < end:
    settle()
settle()
print("told", len(told))
desktop.listen(False)
say_all()
for _ in range(3):
    settle()
print("after", len(told), "refused", refused())
"""


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def ticking() -> Clock:
    return Clock()


@pytest.fixture
def shown(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


class TestIdle:
    def test_it_tells_after_the_minutes(self, qtbot: QtBot, shown: QWidget, ticking: Clock) -> None:
        idle = Idle(shown, ticking)
        idle.watch(5)
        ticking.now = 299
        with qtbot.assertNotEmitted(idle.idle):
            idle.look()
        ticking.now = 301
        with qtbot.waitSignal(idle.idle):
            idle.look()

    def test_a_key_begins_the_wait_anew(self, qtbot: QtBot, shown: QWidget, ticking: Clock) -> None:
        idle = Idle(shown, ticking)
        idle.watch(5)
        ticking.now = 290
        QTest.keyClick(shown.windowHandle(), Qt.Key.Key_A)
        ticking.now = 400
        with qtbot.assertNotEmitted(idle.idle):
            idle.look()

    def test_a_touch_after_a_long_sleep_locks(self, qtbot: QtBot, shown: QWidget, ticking: Clock) -> None:
        idle = Idle(shown, ticking)
        idle.watch(5)
        ticking.now = 9_000
        with qtbot.waitSignal(idle.idle):
            QTest.keyClick(shown.windowHandle(), Qt.Key.Key_A)

    def test_off_is_never(self, qtbot: QtBot, shown: QWidget, ticking: Clock) -> None:
        idle = Idle(shown, ticking)
        idle.watch(5)
        idle.watch(0)
        ticking.now = 9_000
        with qtbot.assertNotEmitted(idle.idle):
            idle.look()


class TestDesktop:
    @pytest.mark.skipif(shutil.which("dbus-run-session") is None, reason="there is no D-Bus here")
    def test_sleep_and_a_locked_screen_are_heard_and_nothing_after(self) -> None:
        script = 'export DBUS_SYSTEM_BUS_ADDRESS="$DBUS_SESSION_BUS_ADDRESS"; exec "$0" -c "$1"'
        done = subprocess.run(
            ["dbus-run-session", "--", "sh", "-c", script, sys.executable, LISTENING],
            capture_output=True, text=True, timeout=PATIENCE, check=False, cwd=ROOT,
            env={**os.environ, "XDG_SESSION_ID": "2", "PYTHONPATH": str(ROOT)},
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        assert done.stdout.splitlines() == ["before False", "told 3", "after 3 refused 0"]

    def test_without_a_bus_nothing_is_heard_and_nothing_breaks(self) -> None:
        words = (
            "from PySide6.QtCore import QCoreApplication\n"
            "app = QCoreApplication([])\n"
            "from bonddiary.ui.lock.bus import Desktop\n"
            "desktop = Desktop(); desktop.listen(True); print(desktop.heard)"
        )
        none = "unix:path=/nonexistent"
        done = subprocess.run(
            [sys.executable, "-c", words], capture_output=True, text=True, timeout=PATIENCE, check=False, cwd=ROOT,
            env={**os.environ, "DBUS_SESSION_BUS_ADDRESS": none, "DBUS_SYSTEM_BUS_ADDRESS": none,
                 "PYTHONPATH": str(ROOT)},
        )  # fmt: skip
        assert done.stdout.strip() == "0", done.stderr

    def test_the_session_is_named_as_the_bus_names_it(self) -> None:
        assert session_path("2") == "/org/freedesktop/login1/session/_32"
        assert session_path("c1") == "/org/freedesktop/login1/session/c1"
        assert session_path("") == ""


class TestChoice:
    def test_it_is_off_without_a_passphrase_and_5_minutes_with_one(self) -> None:
        assert Settings().minutes_to_lock(has_passphrase=False) == 0
        assert Settings().minutes_to_lock(has_passphrase=True) == 5
        assert Settings(auto_lock=0).minutes_to_lock(has_passphrase=True) == 0
        assert Settings(auto_lock=15).minutes_to_lock(has_passphrase=False) == 15
        assert Settings(auto_lock=7).minutes_to_lock(has_passphrase=True) == 5

    def test_nothing_listens_until_it_is_chosen(self, home: Home) -> None:
        assert home.keeper._by_itself is None
        home.window.session.change_settings(auto_lock=1)
        assert home.keeper._by_itself is not None
        home.keeper._by_itself.time_to_lock.emit()
        settle()
        assert home.keeper.locked
