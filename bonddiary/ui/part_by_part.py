"""Reads the diary part by part, in turns of the window's loop, then works with it on a worker: the window stays awake."""

from collections.abc import Callable, Iterator
from typing import Generic, TypeVar

from bonddiary.domain.errors import DiaryError
from bonddiary.ui.jobs import Job, Jobs

E = TypeVar("E")
M = TypeVar("M")
Later = Callable[[Callable[[], None]], None]
"""Does something in a turn of its own."""


def at_once(act: Callable[[], None]) -> None:
    """For where there is no window."""
    act()


class PartByPart(Generic[E, M]):
    """What one page reads: the newest start alone counts, whatever was begun before."""

    def __init__(self, jobs: Jobs | None, later: Later) -> None:
        """Without `jobs` everything is done before `start` returns."""
        self._jobs, self._later = jobs, later
        self._reading: Iterator[E | None] | None = None
        self._job: Job[M] | None = None

    @property
    def beside(self) -> bool:
        """Whether the window goes on meanwhile."""
        return self._jobs is not None

    def drop(self) -> None:
        """What is being read or worked out isn't wanted any more."""
        self._reading = None
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def start(
        self,
        reading: Iterator[E | None],
        work: Callable[[E], M],
        done: Callable[[M], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """`reading` gives None after each part, and at the end what `work` is done with, on the worker."""
        self.drop()
        jobs = self._jobs
        if jobs is None:
            try:
                done(work(next(part for part in reading if part is not None)))
            except DiaryError as error:
                failed(error)
            return
        self._reading = reading

        def told(made: M) -> None:
            self._job = None
            done(made)

        def step() -> None:
            if self._reading is not reading:
                return
            try:
                entries = next(reading)
            except DiaryError as error:
                failed(error)
                return
            if entries is None:
                self._later(step)
                return
            self._reading = None
            self._job = jobs.run(lambda _job: work(entries), told, failed)

        self._later(step)
