"""What every test stands on: no screen, nobody's home folder, and in CI the same examples in every run."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

ROOT = Path(__file__).resolve().parent.parent

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # read once, when Qt loads
os.environ.pop("QT_STYLE_OVERRIDE", None)
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
hypothesis.settings.register_profile("dev", deadline=None, database=EXAMPLES, max_examples=60)
hypothesis.settings.register_profile(
    "ci", parent=hypothesis.settings.get_profile("dev"), derandomize=True, database=None
)
hypothesis.settings.register_profile(
    "thorough", parent=hypothesis.settings.get_profile("dev"), max_examples=2000
)
hypothesis.settings.load_profile(
    os.environ.get("HYPOTHESIS_PROFILE", "ci" if os.environ.get("CI") else "dev")
)


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
