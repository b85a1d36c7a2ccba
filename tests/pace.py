"""How long work takes and how long to wait for it, so that a slow or busy computer answers as a fast one does.

Work is measured in processor time of its own thread, which what else runs here doesn't lengthen, by the quickest of some
tries, and against a known piece of work done in the same minute.
"""

import time
from collections.abc import Callable

PATIENCE = 600
"""Seconds after which something hangs. Nobody waits so long for what comes: it ends a wait that is in vain."""
KNOWN = 0.0015
"""Processor seconds of the known work on the computer for which the tests' limits were written."""


def quickest(work: Callable[[], object], tries: int = 5) -> float:
    """Processor seconds that this thread needs for it, at the quickest of some tries."""
    taken = []
    for _ in range(tries):
        start = time.thread_time()
        work()
        taken.append(time.thread_time() - start)
    return min(taken)


def times_slower() -> float:
    """How many times slower this computer is now than the one that limits were written for; 1 where it is faster."""
    return max(1.0, quickest(_known, 9) / KNOWN)


def _known() -> int:
    return sum(number * number for number in range(20_000))
