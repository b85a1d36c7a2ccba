"""`diary.keys.json` beside the diary: every slot, under a checksum; a second one as `.1`, and one with each copy.

Format 1: `{v, diary_id, written, slots, sha256}`, `sha256` over the rest as canonical JSON. A file that is torn or missing
is read from `.1`, else from the facts beside a copy of the diary. Of several, the one that was written last counts:
`written` goes up by one with each change.
"""

import hashlib
import json
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from bonddiary.domain.errors import DiaryError, KeysLost, NewerDiary
from bonddiary.keys.slots import VERSION, Stored, canonical, from_plain, to_plain
from bonddiary.system.files import atomic_write
from bonddiary.system.one_at_a_time import lock_of

IN_FACTS = "keys"
"""Under this name the facts beside a copy hold the slots that open it."""
BIGGEST = 1 << 20
"""In bytes: no slot file of ours comes near."""


@dataclass(frozen=True, slots=True)
class Slots:
    """What a slot file holds."""

    diary_id: str
    stored: tuple[Stored, ...]
    written: int = 0
    """How often the ways in have changed; `SlotFile.write` counts."""


class SlotFile:
    """Of one diary. Every method opens the files for itself."""

    def __init__(self, diary: Path) -> None:
        self._one = lock_of(diary)
        self.path = diary.with_name(f"{diary.stem}.keys.json")
        self.second = self.path.with_name(self.path.name + ".1")
        self._places = (self.path, self.second)
        if (
            diary.is_symlink()
        ):  # it may be opened by another link too, or without one: what stands beside it counts first
            real = diary.resolve()
            self._places = (real.with_name(f"{real.stem}.keys.json"), *self._places)
        self._copies = diary.parent / "backups"

    @property
    def there(self) -> bool:
        """Whether there is one, or something to read it from."""
        return self.beside or self._in_facts() is not None

    @property
    def beside(self) -> bool:
        """Whether there is one beside the diary, whole or not."""
        return any(path.exists() for path in self._places)

    @property
    def age(self) -> float:
        """Seconds since one beside the diary was written; 0 where that can't be told."""
        with suppress(OSError):
            return time.time() - max(path.stat().st_mtime for path in self._places if path.exists())
        return 0

    def read(self) -> Slots:
        """The slots, wherever they can still be read. Raises KeysLost, NewerDiary."""
        beside = [found for path in self._places if (found := _read(path)) is not None]
        if beside:
            theirs = [each for each in (*beside, *self._all_facts()) if each.diary_id == beside[0].diary_id]
            return max(theirs, key=lambda each: each.written)
        if (found := self._in_facts()) is not None:
            return found
        raise KeysLost(
            f"The file {self.path.name} says how a passphrase opens this diary. It can’t be read any more, "
            "nor can a copy of it. Put it back from a copy on a stick or another computer."
        )

    def write(self, slots: Slots) -> None:
        """The new slots take the old ones' place in every file: an old passphrase opens none of them. Raises DiaryError."""
        with self._one:
            slots = replace(slots, written=self._written(slots.diary_id) + 1)
            text = canonical(to_json(slots))
            self._keep_other(slots.diary_id)
            first, *others = self._places
            atomic_write(first, [text], overwrite=True)
            if _read(first) != slots:
                raise DiaryError(
                    "The disk doesn’t keep what is written to it. The earlier passphrases still open."
                )
            for path in others:
                atomic_write(path, [text], overwrite=True)
            self._tell_copies(slots)

    def heal(self, slots: Slots) -> None:
        """Writes anew what can't be read, or holds other ways in: a power cut may have come between two files.

        A disk that refuses is no reason not to open.
        """
        with self._one, suppress(DiaryError):
            if self._written(slots.diary_id) > slots.written:
                return  # they have changed since these were read
            for path in self._places:
                if _read(path) != slots:
                    atomic_write(path, [canonical(to_json(slots))], overwrite=True)
            self._tell_copies(slots)

    def _written(self, diary_id: str) -> int:
        with suppress(DiaryError):
            there = self.read()
            return there.written if there.diary_id == diary_id else 0
        return 0

    def tell(self, folder: Path) -> bool:
        """The copies of this diary in another folder are opened by the ways in of now. False where one can't be written."""
        with self._one:
            return self._tell_copies(self.read(), folder)

    def _tell_copies(self, slots: Slots, folder: Path | None = None) -> bool:
        """Each copy of this diary is opened by these ways in from now on."""
        keys, all_told = to_json(slots), True
        for path, facts in self._with_keys(folder):
            if _of(facts) != slots.diary_id or facts[IN_FACTS] == keys:
                continue
            facts[IN_FACTS] = keys
            try:
                atomic_write(path, [json.dumps(facts, indent=1, sort_keys=True).encode()], overwrite=True)
            except DiaryError:  # it keeps the ways in that it had; the next opening tries again
                all_told = False
        return all_told

    def set_aside(self) -> Path | None:
        """The diary is plain again, but not all that was locked with it: the ways in get another name. None: there are none."""
        with self._one, suppress(DiaryError):
            kept = self._keep(self.read())
            self.delete()
            return kept
        return None

    def delete(self) -> None:
        """The diary is plain again, and so are its copies."""
        for path in self._places:
            with suppress(OSError):
                path.unlink(missing_ok=True)

    def _keep_other(self, diary_id: str) -> None:
        """Slots of a diary that was put aside stay beside the new one's: what they lock may still be there."""
        there = next((found for path in self._places if (found := _read(path)) is not None), None)
        if there is not None and there.diary_id != diary_id:
            self._keep(there)

    def _keep(self, slots: Slots) -> Path:
        kept = self.path.with_name(f"{self.path.stem}-{slots.diary_id[:8]}.json")
        atomic_write(kept, [canonical(to_json(slots))], overwrite=True)
        return kept

    def _in_facts(self) -> Slots | None:
        """The last that were written of the diary whose copy is the newest. Raises NewerDiary."""
        found = list(self._all_facts())
        if not found:
            for _, facts in self._with_keys():
                with suppress(ValueError, KeyError, TypeError):
                    from_json(facts[IN_FACTS])
            return None
        return max(
            (each for each in found if each.diary_id == found[0].diary_id), key=lambda each: each.written
        )

    def _all_facts(self) -> Iterator[Slots]:
        """Those that can be read, of the newest copy first."""
        for _, facts in self._with_keys():
            with suppress(ValueError, KeyError, TypeError, NewerDiary):
                yield from_json(facts[IN_FACTS])

    def _with_keys(self, folder: Path | None = None) -> Iterator[tuple[Path, dict[str, object]]]:
        copies = folder or self._copies
        found = sorted(copies.glob("*.json"), reverse=True) if copies.is_dir() else []
        for path in found:
            with suppress(OSError, ValueError, RecursionError):
                facts = json.loads(path.read_text(encoding="utf-8"))
                if isinstance(facts, dict) and IN_FACTS in facts:
                    yield path, facts


def to_json(slots: Slots) -> dict[str, object]:
    """For the file, and for the facts beside a copy."""
    body: dict[str, object] = {
        "v": VERSION, "diary_id": slots.diary_id, "written": slots.written, "slots": [to_plain(each) for each in slots.stored],
    }  # fmt: skip
    return {**body, "sha256": hashlib.sha256(canonical(body)).hexdigest()}


def from_json(plain: object) -> Slots:
    """Raises ValueError, KeyError, TypeError for what isn't whole; NewerDiary."""
    if not isinstance(plain, dict):
        raise TypeError("a slot file is a table")
    body = {name: value for name, value in plain.items() if name != "sha256"}
    if hashlib.sha256(canonical(body)).hexdigest() != plain["sha256"]:
        raise ValueError("not as it was written")
    if body["v"] != VERSION:
        raise NewerDiary("A newer Bond Diary locked this diary. Install the newer version to open it.")
    listed: list[Mapping[str, object]] = body["slots"]
    written = body.get("written", 0)
    if not isinstance(written, int):
        raise TypeError("a count")
    return Slots(str(body["diary_id"]), tuple(from_plain(each) for each in listed), written)


def _of(facts: Mapping[str, object]) -> object:
    keys = facts[IN_FACTS]
    return keys.get("diary_id") if isinstance(keys, dict) else None


def _read(path: Path) -> Slots | None:
    with suppress(OSError, ValueError, KeyError, TypeError, RecursionError):
        if path.stat().st_size <= BIGGEST:
            return from_json(json.loads(path.read_text(encoding="utf-8")))
    return None
