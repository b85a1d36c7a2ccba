"""What something that was cut off left beside a diary, under hidden names: half a going back, or half a locking."""

import time
from glob import escape
from pathlib import Path

STALE = 60 * 60
"""Seconds after which nobody is at it any more."""


def leftovers(diary: Path) -> list[Path]:
    """They hold entries. None while the diary itself is missing: nothing goes then."""
    places = {diary, diary.resolve()}
    return sorted(
        left
        for place in places
        if place.is_file()
        for left in place.parent.glob(f".{escape(place.name)}.*")
        if left.is_file()
    )


def erase_leftovers(diary: Path, older_than: float = 0) -> list[str]:
    """Writes over each, then deletes it. Returns the names of those that stay."""
    stay = []
    for left in leftovers(diary):
        from bonddiary.store.sealing import erase  # there is hardly ever one: an opening needn't load it

        try:
            told = left.stat()
            if time.time() - max(told.st_mtime, told.st_ctime) >= older_than:
                erase(left)
        except FileNotFoundError:
            continue
        except OSError:
            stay.append(left.name)
    return stay
