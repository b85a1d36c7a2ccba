"""A guide of two small pages, with everything that a page may hold."""

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QPixmap

from bonddiary.domain.guide import Guide, GuidePage
from bonddiary.ui.session import Session

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
            GuidePage("first", "The first page", FIRST, pages / "first.md", ("log", "timeline")),
            GuidePage("second", "The second page", SECOND, pages / "second.md", ("settings",)),
        )
    )
    monkeypatch.setattr(session.guides, "how_to", lambda: made)
    return made
