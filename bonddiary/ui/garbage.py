"""When garbage is looked for. A look at everything holds all threads, so what is there to stay is left out of it.

SQLAlchemy, the pages and matplotlib are some hundred thousand objects: a tenth of a second on a slow machine.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_USUAL = gc.get_threshold()
_NEVER = 1_000_000


def look_again() -> None:
    """From now on; what there is by now is not looked at any more."""
    gc.freeze()
    gc.enable()


@contextmanager
def made_to_stay() -> Iterator[None]:
    """While large parts of the program are loaded, only what was made last is looked at: that takes no time."""
    gc.set_threshold(*_USUAL[:2], _NEVER)
    try:
        yield
    finally:
        gc.freeze()
        gc.set_threshold(*_USUAL)
