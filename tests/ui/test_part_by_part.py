"""Reading in parts beside the window: what was asked for last is what comes."""

from collections.abc import Iterator

import pytest

from bonddiary.domain.errors import DiaryLocked
from bonddiary.ui.part_by_part import PartByPart, at_once
from tests.ui.turning import Turning


class Home(Turning):
    """What is read, and what came of it."""

    def __init__(self) -> None:
        super().__init__()
        self.done: list[str] = []
        self.failed: list[str] = []
        self.read: list[str] = []
        self.reading: PartByPart[str, str] = PartByPart(self.jobs, self.turns)

    def parts(self, name: str, many: int = 2) -> Iterator[str | None]:
        for part in range(many):
            self.read.append(f"{name}{part}")
            yield None
        yield name

    def start(self, name: str) -> None:
        self.reading.start(self.parts(name), str.upper, self.done.append, self.fail)

    def fail(self, error: Exception) -> None:
        self.failed.append(type(error).__name__)


@pytest.fixture
def home(qapp: object) -> Home:
    return Home()


def test_one_part_a_turn_then_the_worker(home: Home) -> None:
    home.start("a")
    assert home.read == []  # the window goes on first
    home.turns.waiting.pop(0)()
    assert home.read == ["a0"]
    assert not home.work.waiting
    home.settle()
    assert home.read == ["a0", "a1"]
    assert home.done == ["A"]


def test_the_newest_alone_counts_while_reading(home: Home) -> None:
    home.start("a")
    home.turns.waiting.pop(0)()
    home.start("b")
    home.settle()
    assert home.read == ["a0", "b0", "b1"]
    assert home.done == ["B"]


def test_the_newest_alone_counts_while_the_worker_works(home: Home) -> None:
    home.start("a")
    home.turns.drain()
    home.start("b")
    home.settle()
    assert home.done == ["B"]


def test_dropped_it_says_nothing(home: Home) -> None:
    home.start("a")
    home.turns.drain()
    home.reading.drop()
    home.settle()
    assert home.done == home.failed == []


def test_a_diary_that_cannot_be_read_is_said(home: Home) -> None:
    def broken() -> Iterator[str | None]:
        yield None
        raise DiaryLocked("Held.")

    home.reading.start(broken(), str.upper, home.done.append, home.fail)
    home.settle()
    assert home.failed == ["DiaryLocked"]
    assert home.done == []


def test_work_that_breaks_is_said(home: Home) -> None:
    def broken(_: str) -> str:
        raise ValueError("no")

    home.reading.start(home.parts("a"), broken, home.done.append, home.fail)
    home.settle()
    assert home.failed == ["ValueError"]


def test_without_a_worker_all_is_done_at_once_however_many_parts(home: Home) -> None:
    reading: PartByPart[str, str] = PartByPart(None, at_once)
    assert not reading.beside
    reading.start(home.parts("a", 5_000), str.upper, home.done.append, home.fail)
    assert home.done == ["A"]
    assert len(home.read) == 5_000
