"""A file that is opened in macOS’s Finder."""

import subprocess
import sys
from pathlib import Path

from tests.pace import PATIENCE

ROOT = Path(__file__).resolve().parents[2]
OPENED = """
import sys
sys.platform = "darwin"
from PySide6.QtCore import QUrl
from PySide6.QtGui import QFileOpenEvent
from bonddiary.ui.application import make_app
app = make_app(["bonddiary"])
app.file_opened.connect(print)
app.sendEvent(app, QFileOpenEvent(QUrl.fromLocalFile(sys.argv[1])))
app.sendEvent(app, QFileOpenEvent(QUrl("https://example.org/")))
"""


def test_it_is_said_by_an_event_and_never_an_address(tmp_path: Path) -> None:
    file = tmp_path / "from my partner.bonddiary.jsonl"
    command = [sys.executable, "-c", OPENED, str(file)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [str(file)]
