"""What every test stands on: no screen, nobody's home folder, the same examples in every run, time to wait."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from pytestqt.wait_signal import MultiSignalBlocker, SignalBlocker

from tests.pace import PATIENCE

ROOT = Path(__file__).resolve().parent.parent

OTHERS = {
    "COLUMNS",
    "FORCE_COLOR",
    "LINES",
    "MPLBACKEND",
    "NO_COLOR",
    "PYTHON_COLORS",
    "PYTHONUNBUFFERED",
    "SOURCE_DATE_EPOCH",
}
"""Beside Qt's own, what a shell or a server may have set that changes what programs say, draw or write."""
for name in [each for each in os.environ if each.startswith("QT_") or each in OTHERS]:
    del os.environ[name]
os.environ["QT_QPA_PLATFORM"] = "offscreen"  # read once, when Qt loads
os.environ.setdefault(
    "MPLCONFIGDIR", str(ROOT / ".dev" / "cache" / "matplotlib")
)  # its font list takes a second

HOMES = {
    "HOME": "",
    "USERPROFILE": "",
    "APPDATA": "AppData/Roaming",
    "LOCALAPPDATA": "AppData/Local",
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".local/state",
    "XDG_CACHE_HOME": ".cache",
    "XDG_RUNTIME_DIR": ".run",
}

EXAMPLES = hypothesis.database.DirectoryBasedExampleDatabase(ROOT / ".dev" / "cache" / "hypothesis")
hypothesis.settings.register_profile(
    "dev", deadline=None, database=EXAMPLES, max_examples=60,
    suppress_health_check=[hypothesis.HealthCheck.too_slow],  # that says something of the computer alone
)  # fmt: skip
hypothesis.settings.register_profile(
    "ci", parent=hypothesis.settings.get_profile("dev"), derandomize=True, database=None
)
hypothesis.settings.register_profile(
    "thorough", parent=hypothesis.settings.get_profile("dev"), max_examples=2000
)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


def homes_in(folder: Path) -> dict[str, str]:
    """Environment variables that put all a program keeps for its user below `folder`. Makes the folders."""
    for part in HOMES.values():
        (folder / part).mkdir(parents=True, exist_ok=True, mode=0o700)
    return {name: str(folder / part) for name, part in HOMES.items()}


@pytest.fixture(scope="session", autouse=True)
def nobodys_home() -> Iterator[Path]:
    """A home folder for the whole run, so that a test that forgets to ask for its own touches nobody's."""
    folder = Path(tempfile.mkdtemp(prefix="bonddiary-tests-"))
    with pytest.MonkeyPatch.context() as patch:
        for name, value in homes_in(folder).items():
            patch.setenv(name, value)
        yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder for this one test: settings, data, state and caches all go below it."""
    folder = tmp_path / "home"
    for name, value in homes_in(folder).items():
        monkeypatch.setenv(name, value)
    return folder


class Patient(QtBot):
    """Waits for as long as a slow or busy computer needs, wherever a test names no time of its own."""

    def waitSignal(self, signal: Any, *, timeout: int = PATIENCE * 1000, **more: Any) -> SignalBlocker:
        return super().waitSignal(signal, timeout=timeout, **more)

    def waitSignals(
        self, signals: list[Any], *, timeout: int = PATIENCE * 1000, **more: Any
    ) -> MultiSignalBlocker:
        return super().waitSignals(signals, timeout=timeout, **more)

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE * 1000) -> None:
        super().waitUntil(callback, timeout=timeout)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """In place of pytest-qt’s, which gives up after 5 seconds."""
    return Patient(request)
