"""Draws the README's and the guide's pictures from the demo diary, without a screen: `python3 packaging/dev.py pictures`.

`readme` or `guide` after it draws these alone. The clock stands still, so that the pictures change only when the program does.
"""

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

import guide_pictures
from bonddiary.system.settings import ThemeChoice
from bonddiary.ui.application import make_app
from bonddiary.ui.main_window import MainWindow
from bonddiary.ui.pages.page import Place
from picture_taking import come_to_rest, demo_window, log_a_moment, settle, use_own_letters

FOLDER = Path(__file__).resolve().parent / "pictures"
SIZE = (1280, 740)
AT_REST = 8.0
"""Seconds without a change."""


def main(asked: list[str]) -> int:
    """Writes one picture a place for the README, and those of the guide by day and by night."""
    app = make_app(sys.argv[:1])
    use_own_letters(app)
    if "guide" not in asked:
        draw_readme(app)
    if "readme" not in asked:
        guide_pictures.draw(app, [name for name in asked if name != "guide"])
    return 0


def draw_readme(app: QApplication) -> None:
    """The window as a whole."""
    FOLDER.mkdir(exist_ok=True)
    with demo_window(app, ThemeChoice.DAY, SIZE) as window:
        log_a_moment(window, app)
        take(window, app, Place.LOG, "log")
        for place in (Place.PATTERNS, Place.REPORT, Place.TIMELINE, Place.TIPS):
            take(window, app, place, place.value)
        window.session.change_settings(theme=ThemeChoice.NIGHT)
        take(window, app, Place.LOG, "log-night")


def take(window: MainWindow, app: QApplication, place: Place, name: str) -> None:
    """One picture."""
    window.go(place)
    settle(app)
    come_to_rest(window, app, AT_REST)
    file = FOLDER / f"{name}.png"
    if not window.grab().save(str(file)):
        raise OSError(f"{file} can’t be written")
    print(f"Drawn: {file.relative_to(FOLDER.parent.parent)}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
