"""From COMMIT to a strip that says Saved: counted in turns of the event loop."""

import time
from collections.abc import Iterator, Mapping

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QLabel, QWidget

from bonddiary.diary.diary import Diary
from bonddiary.ui.main_window import MainWindow
from bonddiary.ui.pages.log.strip import SavedStrip
from bonddiary.ui.widgets.press import CueTile
from tests.benchmarks.harness import MOST, Line, Sample, Unit
from tests.benchmarks.surroundings import FAMILY, Surroundings, opened

WINDOWS, PRESSES = 3, 5


class Painted(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() is QEvent.Type.Paint
        return False


def measure(here: Surroundings) -> list[Line]:
    """The first press of a window, which makes the strip's rows, and some after it."""
    first: list[Mapping[str, Sample]] = []
    later: list[Mapping[str, Sample]] = []
    for _ in range(WINDOWS):
        with opened(here.diaries.copy(FAMILY)) as diary:
            found = _in_a_window(here, diary)
        first.append(found[0])
        later += found[1:]
    turns = [each["turns"] for each in (*first, *later)]
    return [
        Line(work="COMMIT → strip painted", works=turns, limit=1, unit=Unit.TURNS),
        Line(work="COMMIT → strip painted, first press", works=[each["time"] for each in first]),
        Line(work="COMMIT → strip painted, later presses", works=[each["time"] for each in later]),
    ]


def _in_a_window(here: Surroundings, diary: Diary) -> list[Mapping[str, Sample]]:
    saved: list[int] = []
    diary.listen(
        lambda _: saved.append(time.perf_counter_ns())
    )  # the first listener: COMMIT has just returned
    with here.window(here.session(lambda: diary)) as window:
        return list(_presses(here, window, saved))


def _presses(here: Surroundings, window: MainWindow, saved: list[int]) -> Iterator[Mapping[str, Sample]]:
    tiles, strip = window.findChildren(CueTile), window.findChildren(SavedStrip)[0]
    watch = Painted(strip)
    for place in range(PRESSES):
        before = watch.count
        tiles[place].click()
        turns = 0
        while turns < MOST and not (watch.count > before and _says_saved(strip)):
            here.app.processEvents()
            turns += 1
        yield {"turns": Sample(turns), "time": Sample((time.perf_counter_ns() - saved[-1]) / 1e6)}
        here.settle()


def _says_saved(strip: SavedStrip) -> bool:
    words = [label.text() for label in strip.findChildren(QLabel) if label.isVisible()]
    return any(text.startswith("Saved") for text in words)
