"""Slow work: in order, cancelled, failed, and told on the window's thread."""

import gc
import threading
import time
from collections.abc import Iterator
from typing import ClassVar

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from bonddiary.ui.jobs import Job, Jobs
from tests.ui.report.made import Queue


class Told:
    def __init__(self) -> None:
        self.done: list[object] = []
        self.failed: list[Exception] = []


def test_work_is_done_when_the_worker_comes_to_it_in_order(queue: Queue, qtbot: QtBot) -> None:
    jobs, told = Jobs(None, queue), Told()
    for n in range(3):
        jobs.run(lambda _job, n=n: n, told.done.append, told.failed.append)  # type: ignore[misc]
    assert told.done == []
    assert queue.drain() == 3
    assert (told.done, told.failed) == ([0, 1, 2], [])


def test_what_was_cancelled_is_not_begun_and_not_told(queue: Queue, qtbot: QtBot) -> None:
    jobs, told, begun = Jobs(None, queue), Told(), []
    job = jobs.run(lambda _job: begun.append(1), told.done.append, told.failed.append)
    job.cancel()
    queue.drain()
    assert (begun, told.done, told.failed) == ([], [], [])


def test_what_is_cancelled_while_it_is_done_sees_that_and_is_dropped(queue: Queue, qtbot: QtBot) -> None:
    jobs, told, seen = Jobs(None, queue), Told(), []

    def work(job: Job[str]) -> str:
        job.cancel()
        seen.append(job.cancelled)
        return "late"

    jobs.run(work, told.done.append, told.failed.append)
    queue.drain()
    assert (seen, told.done, told.failed) == ([True], [], [])


def test_what_is_held_is_begun_with_letting_go_in_order(queue: Queue, qtbot: QtBot) -> None:
    jobs, told = Jobs(None, queue), Told()
    jobs.run(lambda _job: "before", told.done.append, told.failed.append)
    jobs.hold()
    jobs.run(lambda _job: "held", told.done.append, told.failed.append)
    jobs.hold()
    overtaken = jobs.run(lambda _job: "overtaken", told.done.append, told.failed.append)
    jobs.run(lambda _job: "last", told.done.append, told.failed.append)
    queue.drain()
    assert told.done == ["before"]
    overtaken.cancel()
    jobs.let_go()
    jobs.let_go()
    jobs.run(lambda _job: "after", told.done.append, told.failed.append)
    queue.drain()
    assert told.done == ["before", "held", "last", "after"]


def test_what_is_held_when_the_page_goes_is_never_begun(queue: Queue, qtbot: QtBot) -> None:
    jobs, told = Jobs(None, queue), Told()
    jobs.hold()
    jobs.run(lambda _job: "held", told.done.append, told.failed.append)
    jobs.stop()
    jobs.let_go()
    assert queue.drain() == 0
    assert told.done == []


def test_a_failure_is_told_and_the_next_work_is_done(queue: Queue, qtbot: QtBot) -> None:
    jobs, told = Jobs(None, queue), Told()
    jobs.run(lambda _job: 1 / 0, told.done.append, told.failed.append)
    jobs.run(lambda _job: "next", told.done.append, told.failed.append)
    queue.drain()
    assert [type(error) for error in told.failed] == [ZeroDivisionError]
    assert told.done == ["next"]


def test_the_real_worker_is_one_thread_and_tells_on_the_windows(qtbot: QtBot) -> None:
    jobs, here, worked, told = Jobs(), threading.get_ident(), set(), []

    def work(_job: Job[int]) -> int:
        worked.add(threading.get_ident())
        return 1

    for _ in range(5):
        jobs.run(work, lambda _one: told.append(threading.get_ident()), told.append)
    qtbot.waitUntil(lambda: len(told) == 5)
    assert told == [here] * 5
    assert len(worked) == 1
    assert here not in worked
    jobs.stop()


class Page(QWidget):
    """One that Python itself keeps, with a worker: whoever lets go of it last takes it apart."""

    gone: ClassVar[list[str]] = []

    def __init__(self) -> None:
        super().__init__()
        self.jobs = Jobs(self)
        self.told: list[object] = []
        self.jobs.run(lambda _job: [[n] for n in range(3_000)], self.told.append, self.told.append)
        self.jobs.run(lambda _job: time.sleep(0.001), self.tell, self.tell)

    def tell(self, result: object) -> None:
        self.told.append(result)

    def __del__(self) -> None:
        self.gone.append(threading.current_thread().name)


@pytest.fixture
def gone() -> Iterator[list[str]]:
    """The threads on which pages were taken apart."""
    Page.gone.clear()
    yield Page.gone
    Page.gone.clear()


def test_a_page_that_goes_while_its_worker_works_goes_on_the_windows_thread(
    qtbot: QtBot, gone: list[str]
) -> None:
    for n in range(60):
        page = Page()
        if n % 2:
            page.me = page  # type: ignore[attr-defined]  # only a look for garbage finds it
        del page
        qtbot.wait(n % 3)
    qtbot.waitUntil(gc.isenabled)
    gc.collect()
    assert len(gone) == 60
    assert set(gone) == {threading.current_thread().name}


def test_what_comes_back_to_a_page_that_was_deleted_is_dropped(qtbot: QtBot) -> None:
    page, told = Page(), []
    page.told = told
    page.deleteLater()
    QCoreApplication.sendPostedEvents(page, QEvent.Type.DeferredDelete)
    qtbot.waitUntil(gc.isenabled)
    assert told == []


def test_garbage_is_looked_for_again_where_work_was_never_begun(qtbot: QtBot) -> None:
    jobs, begun = Jobs(), threading.Event()
    for _ in range(3):
        jobs.run(lambda _job: begun.wait(), lambda _done: None, lambda _error: None)
    assert not gc.isenabled()
    jobs.stop()
    begun.set()
    qtbot.waitUntil(gc.isenabled)
