"""A heading that has too little room for its rank comes to rest: it doesn't look for room again and again."""

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.words import Heading

TURNS = 60


@pytest.mark.parametrize("text", [100, 200])
@pytest.mark.parametrize("width", [60, 121, 200])
@pytest.mark.parametrize("looks", [1, 3], ids=["one look", "other looks"])
def test_it_comes_to_rest(
    qtbot: QtBot,
    robin: Session,
    theme: Theme,
    monkeypatch: pytest.MonkeyPatch,
    width: int,
    text: int,
    looks: int,
) -> None:
    looked: list[str] = []
    find = Heading._find_room
    monkeypatch.setattr(Heading, "_find_room", lambda self: (looked.append(self._said), find(self)))
    theme.wear()
    around = QWidget()
    qtbot.addWidget(around)
    heading = Heading("Extraordinary words: Wonderfully", "title")
    heading.setParent(around)
    heading.resize(width, 80)
    around.show()
    for number in range(looks):
        robin.change_settings(text_size=text + 10 * number)
    for _ in range(TURNS):
        QApplication.processEvents()
    looked.clear()
    for _ in range(TURNS):
        QApplication.processEvents()
    assert looked == []
