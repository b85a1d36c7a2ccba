"""When garbage is looked for. A look at everything holds all threads, so what is there to stay is left out of it.

SQLAlchemy, the pages and matplotlib are some hundred thousand objects: a tenth of a second on a slow machine.

Python looks on whichever thread happens to run, and takes apart what it finds there. Widgets may go on the window's thread
alone, so while another one works nothing is looked for.
"""

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_USUAL = gc.get_threshold()
_NEVER = 1_000_000


class _Pause:
    """How many threads work beside the window's, and whether it is looked for garbage when they are done."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.threads = 0
        self.then = False


_pause = _Pause()


def look_again() -> None:
    """From now on; what there is by now is not looked at any more."""
    gc.freeze()
    with _pause.lock:
        if _pause.threads:
            _pause.then = True
        else:
            gc.enable()


def pause() -> None:
    """A thread is about to work: `go_on` is called once for each of these. On the window's thread."""
    with _pause.lock:
        if not _pause.threads:
            _pause.then = gc.isenabled()
            gc.disable()
        _pause.threads += 1


def go_on() -> None:
    """It is done. On the window's thread: what has gathered goes here, and now."""
    with _pause.lock:
        _pause.threads -= 1
        enabled = _pause.then and not _pause.threads
    if enabled:
        gc.enable()
        gc.collect(0)


@contextmanager
def made_to_stay() -> Iterator[None]:
    """While large parts of the program are loaded, only what was made last is looked at: that takes no time."""
    gc.set_threshold(*_USUAL[:2], _NEVER)
    try:
        yield
    finally:
        gc.freeze()
        gc.set_threshold(*_USUAL)
