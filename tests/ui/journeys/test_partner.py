"""Journey 10 of the design: what the other carer noted on another computer comes in from a file."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel

from bonddiary.exchange.formats import archive
from bonddiary.exchange.spec import WriteContext
from bonddiary.ui.session import Session
from tests.builders import NOW, ROBIN, carer, moment, when
from tests.ui.journeys.hands import ALT, Hands, Start

COUNT = "4 entries brought in, 1 already here, 0 left out."

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)  # the offscreen platform can't


@pytest.fixture
def theirs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Three moments of Robin, noted by Sam; the system's file dialog is answered with their file."""
    path = tmp_path / "theirs.jsonl"
    moments = [moment(at=when(f"2026-11-16T0{hour}:10")) for hour in (1, 3, 5)]
    archive.write((ROBIN, carer(), *moments), path, WriteContext(exported=NOW, made_by="a test"))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))


class TestBringIn:
    """10: the File menu, Bring in a file…; the file is chosen in the system’s dialog, which is 1 more."""

    def test_by_mouse(self, robin: Session, theirs: None, start: Start) -> None:
        hands = start()
        hands.open_menu("File")
        hands.choose("Bring in a file…")
        assert hands.presses == 2
        self.check(hands)
        hands.click_on(hands.button("Undo", anywhere=True))
        assert hands.moments() == ()

    def test_by_keyboard(self, robin: Session, theirs: None, start: Start) -> None:
        hands = start()
        hands.key(Qt.Key.Key_F, ALT)
        hands.choose_by_key("Bring in a file…")
        assert hands.presses == 2
        self.check(hands)

    @staticmethod
    def check(hands: Hands) -> None:
        said = [each.text() for each in hands.window.bar.findChildren(QLabel) if each.isVisible()]
        assert COUNT in said
        assert len(hands.moments()) == 3
