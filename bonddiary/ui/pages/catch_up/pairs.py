"""Stretches that overlap, while the page is looked at."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bonddiary.analysis.names import Names
from bonddiary.analysis.overlaps import Entry, Overlap, joined, overlaps, trimmed
from bonddiary.domain.ids import new_id


class Pairs:
    """Those that are left as they are aren't named again on this visit."""

    def __init__(self) -> None:
        self._left: set[frozenset[str]] = set()
        self._found: dict[frozenset[str], Overlap] = {}

    def find(self, entries: Sequence[Entry], names: Names) -> tuple[Overlap, ...]:
        """The pairs to name."""
        pairs = (pair for pair in overlaps(entries, names) if pair.key not in self._left)
        self._found = {pair.key: pair for pair in pairs}
        return tuple(self._found.values())

    def leave(self, key: frozenset[str]) -> None:
        """Both stay as they are."""
        self._left.add(key)

    def forget(self) -> None:
        """A new visit."""
        self._left.clear()

    def join(self, key: frozenset[str], names: Names, now: datetime) -> tuple[Entry, ...]:
        """What to write to make one of both: the other goes to Recently deleted, whole. Nothing where that can't be."""
        pair = self._found.get(key)
        if pair is None or not pair.joinable:
            return ()
        return joined(pair, names), replace(pair.second, deleted=now)

    def trim(self, key: frozenset[str]) -> tuple[Entry, ...]:
        """What to write so that they no longer overlap. Nothing where that can't be."""
        pair = self._found.get(key)
        return () if pair is None or not pair.trimmable else trimmed(pair, new_id())
