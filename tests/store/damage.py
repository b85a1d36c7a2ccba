"""Damages a diary in every way that disks and people do, and tells what notices it."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from pathlib import Path

from bonddiary.bootstrap import open_diary
from bonddiary.diary.copies import Backups
from bonddiary.diary.diary import Diary
from bonddiary.domain.baby import Baby
from bonddiary.domain.copies import Copy, Why
from bonddiary.domain.errors import DiaryDamaged, DiaryError
from bonddiary.domain.period import Period
from bonddiary.domain.search import Search
from bonddiary.system.paths import find_paths
from tests.builders import NOW, ROBIN, care, clock_at, everything, moment, one_of_each, open_at, when

PAGE = 4096
NIGHTS = 40


class Seen(StrEnum):
    """What notices a damage first."""

    OPEN = "open"
    COPY = "copy"
    """Copying by itself, once a day and after changes; `bonddiary check` looks in the same way."""
    SINCE = "since"
    """Held against the newest copy: the file says that nothing was written since, and it differs."""
    ROW = "row"
    """A row that can't be read, and says so."""
    NOTHING_LOST = "nothing lost"
    """Every record reads as before: the damage is where nothing is kept."""
    UNSEEN = "unseen"


@dataclass(frozen=True)
class Damage:
    """One damaged file, as it stands on the disk."""

    name: str
    diary: bytes | None
    journal: bytes | None = None
