"""Where a test puts files that another user of this computer is to reach."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def open_to_all() -> Iterator[Path]:
    """A folder for a while, with a short name. pytest's own are closed to others, and shared by runs side by side.

    Temporary files may lie in one user's own folder: then it is made where the system has those of everybody.
    """
    common = filter(_reached_by_all, map(Path, (tempfile.gettempdir(), "/tmp", "/var/tmp")))
    with tempfile.TemporaryDirectory(prefix="bd", dir=next(common, None)) as folder:
        Path(folder).chmod(0o755)
        try:
            yield Path(folder)
        finally:
            Path(folder).chmod(0o755)


def _reached_by_all(folder: Path) -> bool:
    here = folder.resolve()
    return (
        os.name == "posix"
        and os.access(here, os.W_OK)
        and all(each.is_dir() and each.stat().st_mode & 0o001 for each in (here, *here.parents))
    )
