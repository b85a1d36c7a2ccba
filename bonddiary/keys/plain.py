"""Whether a diary's file can be read without a key."""

from pathlib import Path

MAGIC = b"SQLite format 3\0"
"""How a plain file begins; a locked one begins with 16 bytes by chance."""


def is_plain(path: Path) -> bool:
    """Whether the file begins as every plain one does. No other thread may have it open: closing it drops SQLite's locks.

    Raises OSError.
    """
    with path.open("rb") as file:
        return file.read(len(MAGIC)) == MAGIC


def is_sealed(path: Path) -> bool:
    """Whether it holds something, and isn't plain. False for a file that is missing, empty or can't be looked at."""
    try:
        return path.is_file() and path.stat().st_size > 0 and not is_plain(path)
    except OSError:
        return False
