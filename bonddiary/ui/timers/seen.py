"""When the program last saw a timer running: what a parent is offered after the lid was closed for hours."""

import os
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from bonddiary.domain.when import When


class Seen:
    """The time of an empty file, outside the diary: it may be lost, and says nothing of what is timed."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self, zone: str) -> When | None:
        """When it was, or None where nobody knows."""
        with suppress(OSError, ValueError, OverflowError):
            return When.of(datetime.fromtimestamp(self._path.stat().st_mtime, UTC), zone)
        return None

    def write(self, now: When) -> None:
        """It is now."""
        with suppress(OSError):
            self._path.touch(mode=0o600)
            os.utime(self._path, (now.utc.timestamp(), now.utc.timestamp()))

    def forget(self) -> None:
        """No timer runs any more."""
        with suppress(OSError):
            self._path.unlink(missing_ok=True)
