"""Desktop manners: neutral titles, no recents, no tray, no notices, nothing outside of the folder that was given; the look follows the system."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from bonddiary.content.wording import banned_words
from bonddiary.system.settings import Settings, ThemeChoice
from bonddiary.ui.main_window import MainWindow
from bonddiary.ui.pages.page import Place
from bonddiary.ui.place_names import place_names
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.words import Words
from tests.conftest import homes_in
from tests.pace import PATIENCE

ROOT = Path(__file__).resolve().parents[2]
NEVER = {
    "a tray icon": r"QSystemTrayIcon",
    "a notice": r"org\.freedesktop\.Notifications|showMessage|notify-send|QApplication\.alert|\.alert\(",
    "recent files": r"recently-used|SHAddToRecentDocs|QRecent|noteNewRecentDocumentURL|setRecent",
    "a jump list": r"JumpList|QWinJumpList",
}
WALK = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from bonddiary import bootstrap
from bonddiary.ui import app
from bonddiary.ui.pages.page import Place

folder = Path(sys.argv[1])

def save():
    dialog = next((each for each in QApplication.topLevelWidgets() if isinstance(each, QFileDialog)), None)
    if dialog is None or not dialog.isVisible():
        QTimer.singleShot(100, save)
        return
    dialog.findChild(QLineEdit).setText(str(folder / "saved.jsonl"))
    dialog.accept()

def walk(window):
    for place in Place:
        window.go(place)
        QApplication.processEvents()
    QTimer.singleShot(100, save)
    window.commands.save_archive()
    window.close()

made = app.make_window
def make_window(*args):
    window = made(*args)
    window.session.opened.connect(lambda: QTimer.singleShot(300, lambda: walk(window)))
    return window
app.make_window = make_window
sys.argv = sys.argv[:1]
sys.exit(bootstrap.run_window(bootstrap.paths_for(folder / "data")))
"""


@pytest.mark.parametrize("what", NEVER)
def test_the_program_has_none(what: str) -> None:
    found = [
        path.name
        for path in (ROOT / "bonddiary").rglob("*.py")
        if re.search(NEVER[what], path.read_text("utf-8"))
    ]
    assert found == []


def test_titles_tell_nothing_of_a_family(window: MainWindow, robin: Session) -> None:
    names = place_names(window)
    for place in Place:
        window.go(place)
        assert window.windowTitle() == f"{names[place]} — Bond Diary"
    window.covered = True
    window.show_title()
    assert window.windowTitle() == "Bond Diary"


@pytest.mark.skipif(sys.platform != "linux", reason="the folders are a Linux desktop's")
def test_all_of_it_stays_in_the_folder_that_was_given(tmp_path: Path) -> None:
    """Every place is walked through, and an archive saved by Qt's own file dialog: nothing is left in the home folder."""
    homes = homes_in(tmp_path / "home")
    before = sorted((tmp_path / "home").rglob("*"))
    (tmp_path / "own").mkdir()
    demo = [sys.executable, "-m", "bonddiary", "--data-dir", str(tmp_path / "own" / "data"), "demo"]
    environment = {**os.environ, **homes, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    environment.pop("MPLCONFIGDIR", None)
    subprocess.run(demo, cwd=ROOT, env=environment, check=True, timeout=PATIENCE)
    done = subprocess.run(
        [sys.executable, "-c", WALK, str(tmp_path / "own")],
        cwd=ROOT, env=environment, capture_output=True, text=True, timeout=PATIENCE, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "own" / "saved.jsonl").exists(), "the file dialog was used"
    assert sorted((tmp_path / "home").rglob("*")) == before
    assert sorted(each.name for each in (tmp_path / "own").iterdir()) == ["data", "saved.jsonl"]


class Accessibility(QObject):
    """Stands in for what a platform says of contrast."""

    contrastPreferenceChanged = Signal()  # noqa: N815  # Qt's own name

    def __init__(self) -> None:
        super().__init__()
        self.wanted = Qt.ContrastPreference.NoPreference

    def contrastPreference(self) -> Qt.ContrastPreference:
        return self.wanted


class Hints(QObject):
    """Stands in for what a platform says."""

    colorSchemeChanged = Signal()  # noqa: N815  # Qt's own name

    def __init__(self) -> None:
        super().__init__()
        self.scheme = Qt.ColorScheme.Unknown
        self.ways = Accessibility()

    def colorScheme(self) -> Qt.ColorScheme:
        return self.scheme

    def accessibility(self) -> Accessibility:
        return self.ways


class TestFollowsTheSystem:
    @pytest.fixture
    def hints(self, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Hints:
        made = Hints()
        monkeypatch.setattr(qapp, "styleHints", lambda: made)
        return made

    def test_live(self, qapp: QApplication, hints: Hints) -> None:
        theme = Theme(qapp, Settings(), QPalette())
        changes: list[str] = []
        theme.changed.connect(lambda: changes.append(theme.look.tokens.name))
        assert theme.look.tokens.name == "Day", "where the platform says nothing"
        hints.scheme = Qt.ColorScheme.Dark
        hints.colorSchemeChanged.emit()
        assert theme.look.tokens.name == "Dusk"
        hints.ways.wanted = Qt.ContrastPreference.HighContrast
        hints.ways.contrastPreferenceChanged.emit()
        assert theme.look.high_contrast
        hints.ways.wanted = Qt.ContrastPreference.NoPreference
        hints.ways.contrastPreferenceChanged.emit()
        hints.scheme = Qt.ColorScheme.Light
        hints.colorSchemeChanged.emit()
        assert changes == ["Dusk", "High contrast", "Dusk", "Day"]
        theme.setParent(None)
        qapp.setStyleSheet("")

    def test_a_choice_of_the_familys_stays(self, qapp: QApplication, hints: Hints) -> None:
        theme = Theme(qapp, Settings(theme=ThemeChoice.NIGHT), QPalette())
        hints.scheme = Qt.ColorScheme.Dark
        hints.colorSchemeChanged.emit()
        assert theme.look.tokens.name == "Night"
        theme.setParent(None)

    @pytest.mark.parametrize("scheme", [Qt.ColorScheme.Unknown, Qt.ColorScheme.Dark, Qt.ColorScheme.Light])
    def test_settings_say_where_the_computer_tells_nothing(
        self, window: MainWindow, monkeypatch: pytest.MonkeyPatch, scheme: Qt.ColorScheme
    ) -> None:
        made = Hints()
        made.scheme = scheme
        monkeypatch.setattr("bonddiary.ui.pages.settings.page.QGuiApplication.styleHints", lambda: made)
        said = " ".join(each.plain for each in window.page(Place.SETTINGS).findChildren(Words))
        assert "System follows this computer." in said
        words = "This computer doesn’t say whether it is dark, so it looks as by day."
        assert (words in said) is (scheme is Qt.ColorScheme.Unknown)
        assert not list(banned_words(words))
