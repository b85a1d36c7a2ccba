"""The real program, and a parent who presses: `python -m tests.crash.pressing FOLDER SEED PRESSES`.

What the screen says after each press goes to the same file as the acknowledgements (BONDDIARY_ACK_FD), after them:
`TICK id` where the strip says Saved, `WAIT words` where the window says that something isn't saved. PRESSES 0: until it is
killed; else it then tries again, says what is left in the note's field (`NOTE text`), and ends.
"""

import os
import random
import sys
import traceback
from typing import TYPE_CHECKING, TypeVar

from tests.benchmarks.programs.starting import start

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from bonddiary.ui.main_window import MainWindow
    from bonddiary.ui.pages.log.saved_rows import SavedRows

W = TypeVar("W", bound="QWidget")
PAUSE = 20
"""Milliseconds from a press to the next."""


def say(line: str) -> None:
    """To the trial, in the order in which it happens."""
    os.write(int(os.environ["BONDDIARY_ACK_FD"]), f"{line}\n".encode())


class Parent:
    """Presses tiles, adds what was tried, types notes, undoes. Always what can be seen."""

    def __init__(self, window: "MainWindow", seed: int, presses: int) -> None:
        from bonddiary.ui.pages.log.page import LogPage
        from bonddiary.ui.pages.page import Place

        page = window.page(Place.LOG)
        assert isinstance(page, LogPage)
        self.page: LogPage = page
        self.window = window
        self.dice = random.Random(seed)
        self.left = presses or -1

    def press(self) -> None:
        """One press, and what the screen says then."""
        from PySide6.QtCore import QTimer

        if self.left == 0:
            self.end()
            return
        self.left -= 1
        self.act()
        self.look()
        QTimer.singleShot(PAUSE, self.press)

    def act(self) -> None:
        """Mostly a tile."""
        from bonddiary.ui.widgets.press import CheckChip, CueTile, RadioChip

        deed = self.dice.choice(("tile", "tile", "tile", "tried", "then", "undo", "note"))
        strip = self.strip()
        if deed in ("tried", "then") and strip is not None:
            chips = self.seen(strip, CheckChip if deed == "tried" else RadioChip)
            if chips:
                self.click(self.dice.choice(chips))
                return
        if deed == "note" and strip is not None and strip.isVisible():
            self.note(strip, f"note {self.left}")
            return
        if deed == "undo" and strip is not None and strip.isVisible():
            self.page.presenter.undo()
            return
        self.click(self.dice.choice(self.seen(self.page, CueTile)))

    def note(self, strip: "SavedRows", text: str) -> None:
        """Typed, and the Enter key."""
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest
        from PySide6.QtWidgets import QAbstractButton

        more = [each for each in self.seen(strip, QAbstractButton) if each.text() == "Add note"]
        if more:
            self.click(more[0])
        line = strip._note
        if line.isVisible():
            line.setText("")
            QTest.keyClicks(line, text)
            QTest.keyClick(line, Qt.Key.Key_Return)

    def look(self) -> None:
        """What can be read on the screen."""
        from PySide6.QtWidgets import QApplication, QLabel

        for _ in range(2):
            QApplication.processEvents()
        labels = [each.text() for each in self.seen(self.window, QLabel)]
        waits = next((text for text in labels if "saved yet" in text or "t saved." in text), "")
        if waits:
            say(f"WAIT {waits}")
        elif "Saved." in labels and (saved := self.page.presenter.state.saved) is not None:
            assert f"{saved.names}," in labels, "the strip shows another moment"
            say(f"TICK {saved.moment}")

    def end(self) -> None:
        """Tries again, as the button does; what is typed and not saved is still in its field."""
        from PySide6.QtWidgets import QAbstractButton

        again = [each for each in self.seen(self.window, QAbstractButton) if each.text() == "Try again"]
        if again:
            self.click(again[0])
        self.look()
        strip = self.strip()
        if strip is not None and strip.isVisible():  # there is none where its moment was undone
            self.note(strip, "the last words")
            say(f"NOTE {strip._note.text()}")
            self.look()
        os._exit(0)

    def seen(self, within: "QWidget", kind: "type[W]") -> "list[W]":
        """Those of this kind that are on the screen and can be pressed."""
        return [each for each in within.findChildren(kind) if each.isVisible() and each.isEnabled()]

    def click(self, widget: "QWidget") -> None:
        """With the mouse."""
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)

    def strip(self) -> "SavedRows | None":
        """What was saved last."""
        from bonddiary.ui.pages.log.saved_rows import SavedRows

        found: SavedRows | None = self.page.findChild(SavedRows)
        return found


def main(folder: str, seed: int, presses: int) -> None:
    """Starts the program as its command does."""

    def watch(window: "MainWindow") -> object:
        from PySide6.QtCore import QTimer

        def closed(words: str) -> None:
            say(f"WAIT {words}")
            os._exit(0)

        def begin() -> None:
            parent = Parent(window, seed, presses)
            QTimer.singleShot(PAUSE, lambda: run(parent))

        window.session.opened.connect(begin)
        window.session.open_failed.connect(closed)
        return window

    def run(parent: Parent) -> None:
        step = parent.press

        def safe() -> None:
            try:
                step()
            except BaseException:  # noqa: BLE001  # a parent who stops half way proves nothing
                traceback.print_exc()
                os._exit(70)

        parent.press = safe  # type: ignore[method-assign]
        safe()

    start(folder, watch)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
