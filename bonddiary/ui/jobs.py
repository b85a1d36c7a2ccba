"""Slow work beside the running window: one thing after the other, on one worker; results come back to the window's thread."""

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import Any, Generic, TypeVar
from weakref import ref

import shiboken6
from PySide6.QtCore import QObject

from bonddiary.ui.beside import Home, home
from bonddiary.ui.garbage import go_on, pause

T = TypeVar("T")
Submit = Callable[[Callable[[], None]], object]
"""Does something later, after what it was given before."""


class Job(Generic[T]):
    """One piece of work on frozen data."""

    def __init__(
        self, work: "Callable[[Job[T]], T]", done: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> None:
        self._work, self._done, self._failed = work, done, failed
        self._result: list[T] = []
        self._error: Exception | None = None
        self.cancelled = False
        """Long work looks at this between its steps."""

    def cancel(self) -> None:
        """Nobody waits for it any more: it isn't begun, or what comes of it is dropped."""
        self.cancelled = True

    def do(self) -> None:
        """Works; on the worker."""
        if self.cancelled:
            return
        try:
            self._result.append(self._work(self))
        except Exception as error:  # noqa: BLE001  # whatever it is, the window says so
            # an error's own words may hold what a parent wrote: its kind alone is noted
            logging.getLogger(__name__).warning("slow work broke off: %s", type(error).__name__)
            self._error = error

    def tell(self) -> None:
        """Says how it went; on the window's thread."""
        if self.cancelled:
            return
        if self._error is not None:
            self._failed(self._error)
        for result in self._result:
            self._done(result)

    def forget(self) -> None:
        """Lets go of everybody; on the window's thread. A worker may hold the job for longer, and with it their widgets."""
        self._work = self._done = self._failed = _nothing
        self._result, self._error = [], None


def _nothing(*_: object) -> Any:
    """In the place of what was let go of."""


class Jobs(QObject):
    """The worker of one page. Tests give a `submit` of their own and drain it by hand."""

    def __init__(self, parent: QObject | None = None, submit: Submit | None = None) -> None:
        super().__init__(parent)
        self._submit = submit
        self._executor: ThreadPoolExecutor | None = None
        self._held: list[Callable[[], None]] | None = None

    def run(
        self,
        work: Callable[[Job[T]], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> Job[T]:
        """Does the work when the worker comes to it; then tells `done` or `failed`, unless it was cancelled."""
        job = Job(work, done, failed)
        self._later(partial(_do, job, ref(self), home()))
        return job

    def hold(self) -> None:
        """What is asked for from now on is begun with `let_go`: a worker keeps Python from a window that is busy itself."""
        if self._held is None:
            self._held = []

    def let_go(self) -> None:
        """Begins what was held, in the order in which it was asked for."""
        held, self._held = self._held or [], None
        for act in held:
            self._later(act)

    def stop(self) -> None:
        """Nothing more is begun. What is being done ends by itself."""
        self._held = None
        if self._executor is not None:
            self._executor.shutdown(wait=False, cancel_futures=True)
            self._executor = None

    def _later(self, act: Callable[[], None]) -> None:
        if self._held is not None:
            self._held.append(act)
            return
        if self._submit is not None:
            self._submit(act)
            return
        if self._executor is None:
            self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="slow-work")
        pause()
        self._executor.submit(act).add_done_callback(partial(_go_on, home()))


def _do(job: Job[T], jobs: "ref[Jobs]", back: Home) -> None:
    """On the worker, which holds nothing of the window's: what it held last would be taken apart there."""
    job.do()
    back.do(partial(_tell, job, jobs))


def _tell(job: Job[T], jobs: "ref[Jobs]") -> None:
    asked = jobs()
    try:
        if asked is not None and shiboken6.isValid(asked):  # else the page has gone in the meantime
            job.tell()
    finally:
        job.forget()


def _go_on(back: Home, _done: Future[None]) -> None:
    """Done, or never begun."""
    back.do(go_on)
