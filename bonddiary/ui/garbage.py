"""When garbage is looked for. A look at everything holds all threads, so what is there to stay is left out of it.

SQLAlchemy, the pages and matplotlib are some hundred thousand objects: a tenth of a second on a slow machine.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


def look_again() -> None:
    """From now on; what there is by now is not looked at any more."""
    gc.freeze()
    gc.enable()


@contextmanager
def made_to_stay() -> Iterator[None]:
    """Nothing is looked for while large parts of the program are loaded."""
    gc.disable()
    try:
        yield
    finally:
        look_again()
