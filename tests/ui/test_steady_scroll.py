"""What was brought into view stays there while the page still grows, however slow the computer is."""

import time

import pytest
from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from bonddiary.ui.widgets.layout import column
from bonddiary.ui.widgets.steady_scroll import SETTLED, TURN_MS, SteadyScroll


class Grows:
    """A part far down a page, and what grows above it."""

    def __init__(self, qtbot: QtBot) -> None:
        self.above, self.part, below = QWidget(), QWidget(), QWidget()
        self.above.setFixedHeight(900)
        self.part.setFixedHeight(60)
        below.setFixedHeight(900)
        inside = QWidget()
        body = column(self.above, self.part, below)
        inside.setLayout(body)
        self.scroll = SteadyScroll(inside, body)
        qtbot.addWidget(self.scroll)
        self.scroll.resize(300, 200)
        self.scroll.show()
        qtbot.waitUntil(lambda: self.scroll.verticalScrollBar().maximum() > 0)
        self.done = False

    @property
    def top(self) -> int:
        """Where the part begins, in what is seen."""
        return self.part.mapTo(self.scroll.viewport(), QPoint(0, 0)).y()

    @property
    def whole(self) -> bool:
        return 0 <= self.top <= self.scroll.viewport().height() - self.part.height()

    def grow(self, steps: int, seconds: float) -> None:
        """What stands above is laid out step by step; each takes this computer so long."""
        time.sleep(seconds)
        self.above.setFixedHeight(self.above.height() + 300)
        if steps > 1:
            QTimer.singleShot(0, self.scroll, lambda: self.grow(steps - 1, seconds))
        else:
            QTimer.singleShot(0, self.scroll, lambda: setattr(self, "done", True))


@pytest.fixture
def page(qtbot: QtBot) -> Grows:
    return Grows(qtbot)


@pytest.mark.parametrize("seconds", [0, 2 * SETTLED * TURN_MS / 1000], ids=["fast", "slow"])
def test_it_is_in_view_when_all_has_grown(qtbot: QtBot, page: Grows, seconds: float) -> None:
    page.scroll.show_from_top(page.part)
    QTimer.singleShot(0, page.scroll, lambda: page.grow(3, seconds))
    qtbot.waitUntil(lambda: page.done and page.scroll._wanted is None)
    assert page.above.height() == 1800
    assert page.whole


def test_what_grows_later_moves_nothing(qtbot: QtBot, page: Grows) -> None:
    page.scroll.show_from_top(page.part)
    qtbot.waitUntil(lambda: page.scroll._wanted is None)
    bar = page.scroll.verticalScrollBar()
    bar.setValue(10)
    page.grow(1, 0)
    qtbot.waitUntil(lambda: page.done)
    assert bar.value() == 10


def test_the_wait_begins_anew_for_another_part(qtbot: QtBot, page: Grows) -> None:
    page.scroll.show_from_top(page.above)
    qtbot.waitUntil(lambda: page.scroll._turns == SETTLED - 1)
    page.scroll.show_from_top(page.part)
    assert page.scroll._turns == 0
    QTimer.singleShot(0, page.scroll, lambda: page.grow(1, 2 * TURN_MS / 1000))
    qtbot.waitUntil(lambda: page.done and page.scroll._wanted is None)
    assert page.whole
