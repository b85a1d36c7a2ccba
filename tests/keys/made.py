"""A diary with a passphrase, locked in a moment: guesses cost next to nothing here."""

from dataclasses import dataclass
from pathlib import Path

from bonddiary.bootstrap import open_diary
from bonddiary.diary.copies import Backups
from bonddiary.diary.sealing import Sealed, Sealing
from bonddiary.domain.copies import Why
from bonddiary.domain.records import Record
from bonddiary.keys.cost import Cost
from bonddiary.keys.guard import Guard
from bonddiary.keys.key import Key
from bonddiary.keys.passphrase import typed
from bonddiary.system.paths import Paths, find_paths
from tests.builders import NOW, clock_at, everything, moment, one_of_each, with_robin

TINY = Cost(32, 1, 1)
WORDS = "river lamp pebble onward halo"
CANARY = "quillfeather"
"""Stands in notes, and nowhere else."""


@dataclass(frozen=True)
class Family:
    """One family's folder."""

    paths: Paths

    @property
    def guard(self) -> Guard:
        """Reads its files anew, as another program would."""
        return Guard(self.paths.diary, clock_at(NOW), TINY)

    @property
    def sealing(self) -> Sealing:
        """What locks its diary."""
        return Sealing(self.paths.diary, clock_at(NOW), self.guard)

    def lock(self) -> Sealed:
        """With WORDS, for Sam."""
        return self.sealing.encrypt(typed(WORDS), "Sam")

    def key(self, words: str = WORDS) -> Key:
        """What a passphrase opens."""
        return self.guard.unlock(typed(words))

    def backups(self, key: Key | None = None) -> Backups:
        """Its copies."""
        return Backups(self.paths.diary, clock_at(NOW), key)

    def records(self, key: Key | None = None) -> tuple[Record, ...]:
        """All that the diary holds."""
        diary = open_diary(self.paths, clock_at(NOW), key)
        try:
            return everything(diary)
        finally:
            diary.close()


def family(folder: Path, copies: int = 2) -> Family:
    """A plain diary with a record of every kind and a canary, a draft, and copies."""
    paths = find_paths(folder)
    paths.make()
    diary = with_robin(paths.diary, *one_of_each()[1:], moment(note=f"a {CANARY} by the window"))
    diary.keep_draft("log", f"half typed: {CANARY}")
    diary.close()
    made = Family(paths)
    for _ in range(copies):
        made.backups().make(Why.ASKED)
    return made
