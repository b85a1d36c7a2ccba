"""The program's log: versions, places in the code, times. No names, no notes, no entry text."""

import logging
import os
import sys
import threading
from pathlib import Path
from types import TracebackType

from bonddiary.domain.errors import DiaryReadOnly

logger = logging.getLogger("bonddiary")
LARGEST = 200_000
"""Bytes after which the log starts anew (logging.handlers would import the socket module)."""


def start_log(path: Path) -> None:
    """Logs into a small file; where that can't be written the program goes on without."""
    logger.setLevel(logging.INFO)
    try:
        path.touch(mode=0o600)
        if path.stat().st_size > LARGEST:
            path.write_bytes(b"")
        handler: logging.Handler = logging.FileHandler(path, mode="a", encoding="utf-8", delay=True)
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logger.addHandler(handler)


def empty_log(path: Path) -> None:
    """Takes everything out of the log, also while it is written to. Raises DiaryReadOnly."""
    try:
        os.truncate(path, 0)
    except FileNotFoundError:
        return
    except OSError as error:
        raise DiaryReadOnly(f"The log can’t be emptied ({error.strerror or 'no reason given'}).") from None


def log_crash(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Logs where an unexpected error happened, without its text: it might quote an entry."""
    places = []
    while trace is not None:
        code = trace.tb_frame.f_code
        places.append(f"{Path(code.co_filename).name}:{trace.tb_lineno} {code.co_name}")
        trace = trace.tb_next
    logger.error("unexpected %s at %s", kind.__name__, " < ".join(reversed(places)) or "an unknown place")


def install_excepthook() -> None:
    """Unexpected errors, on threads too, go to the log; on a terminal the usual traceback stays.

    Elsewhere standard error may end in the system's journal, so an error's own words are left out there.
    """
    usual = sys.excepthook if sys.excepthook is not sys.__excepthook__ else _show

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        log_crash(kind, error, trace)
        usual(kind, error, trace)

    def on_thread(given: threading.ExceptHookArgs) -> None:
        if given.exc_value is not None and not issubclass(given.exc_type, SystemExit):
            hook(given.exc_type, given.exc_value, given.exc_traceback)

    def unraisable(given: "sys.UnraisableHookArgs") -> None:
        if given.exc_value is not None:
            hook(given.exc_type, given.exc_value, given.exc_traceback)

    sys.excepthook = hook
    threading.excepthook = on_thread
    sys.unraisablehook = unraisable


def _show(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if sys.stderr is None:  # a window without a terminal on Windows
        return
    if sys.stderr.isatty():
        sys.__excepthook__(kind, error, trace)
        return
    import traceback

    print("Traceback, without the error’s own words:", file=sys.stderr)  # noqa: T201
    print("".join(traceback.format_tb(trace)) + kind.__name__, file=sys.stderr, flush=True)  # noqa: T201
