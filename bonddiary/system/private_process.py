"""What the process promises of itself before it touches a family’s file: its files are its user’s, a crash dumps nothing,
and no library’s warning quotes what was typed.

`prctl(PR_SET_DUMPABLE, 0)` would do more, and break more: desktops refuse a process that they may not look at their file
dialogs and the choice of a dark theme. So the kernel is told to leave out memory instead: a dump that some service asks for
all the same holds registers, and nothing that was typed.
"""

import os
import sys
import warnings
from contextlib import suppress
from pathlib import Path

PRIVATE_MASK = 0o077
NO_MEMORY = "0"
"""For Linux: none of the kinds of memory goes into a dump."""
_FILTER = Path("/proc/self/coredump_filter")


def be_private() -> None:
    """Done first of all; what a system doesn’t know is left out."""
    os.umask(PRIVATE_MASK)
    with suppress(ImportError, OSError, ValueError):  # Windows has no such limits
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform.startswith("linux"):
        with suppress(OSError):
            _FILTER.write_text(NO_MEMORY, encoding="ascii")
    if not sys.warnoptions:  # else a developer asked for them
        warnings.showwarning = _leave_out


def _leave_out(*_: object, **__: object) -> None:
    """Standard error may end in the system's journal. What draws would name each letter of a family's own words that its
    font lacks.
    """
