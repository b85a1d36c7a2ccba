"""The program's log: versions, places in the code, times. No names, no notes, no entry text."""

import logging
import sys
from pathlib import Path
from types import TracebackType

logger = logging.getLogger("bonddiary")
LARGEST = 200_000
"""Bytes after which the log starts anew (logging.handlers would import the socket module)."""


def start_log(path: Path) -> None:
    """Logs into a small file; where that can't be written the program goes on without."""
    logger.setLevel(logging.INFO)
    try:
        path.touch(mode=0o600)
        mode = "w" if path.stat().st_size > LARGEST else "a"
        handler: logging.Handler = logging.FileHandler(path, mode=mode, encoding="utf-8", delay=True)
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logger.addHandler(handler)


def log_crash(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Logs where an unexpected error happened, without its text: it might quote an entry."""
    places = []
    while trace is not None:
        code = trace.tb_frame.f_code
        places.append(f"{Path(code.co_filename).name}:{trace.tb_lineno} {code.co_name}")
        trace = trace.tb_next
    logger.error("unexpected %s at %s", kind.__name__, " < ".join(reversed(places)) or "an unknown place")


def install_excepthook() -> None:
    """Unexpected errors go to the log; on a terminal the usual traceback stays."""
    usual = sys.excepthook

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        log_crash(kind, error, trace)
        usual(kind, error, trace)

    sys.excepthook = hook
