"""A guide of two small pages, with everything that a page may hold."""

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bonddiary.domain.guide import Guide
from bonddiary.domain.guide import GuidePage as Written
from bonddiary.ui.pages.guide.page import GuidePage
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme

FIRST = """# The first page

It says **what** it is for. See [the second page](second.md).

![The board by day](../pictures/board-day.png)

## A list of steps

1. Press **a tile**.
2. Press `Ctrl+Z`. See [more](second.md#part).

## A table

| Keys | What they do |
| --- | --- |
| F1 | The guide |
| Ctrl+6 | Get help |
"""
SECOND = """# The second page

Words about <b>backups</b> & more. Copies are made by themselves each day.

## Where copies are

- In a folder beside the diary.
- On a stick, if you like.

```
bonddiary privacy
bonddiary --help
```
"""


@pytest.fixture
def guide(qapp: object, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Guide:
    """Shown in the place of the shipped one."""
    folder = tmp_path / "help"
    for name in ("pictures", "guide"):
        (folder / name).mkdir(parents=True)
    for name, colour in (("board-day.png", "#ffffff"), ("board-night.png", "#000000")):
        picture = QPixmap(800, 400)
        picture.fill(QColor(colour))
        assert picture.save(str(folder / "pictures" / name))
    pages = folder / "guide"
    made = Guide(
        (
            Written("first", "The first page", FIRST, pages / "first.md", ("log", "timeline")),
            Written("second", "The second page", SECOND, pages / "second.md", ("settings",)),
        )
    )
    monkeypatch.setattr(session.guides, "how_to", lambda: made)
    return made


def settle() -> None:
    """Lets the window's turns go by."""
    for _ in range(5):
        QApplication.processEvents()


@pytest.fixture
def page(qtbot: QtBot, guide: Guide, session: Session, theme: Theme) -> GuidePage:
    """The guide, shown at its first page."""
    made = GuidePage(session, theme)
    theme.wear()
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.enter()
    made.show_section("first")
    settle()
    return made
