"""`diary.keys.json` beside the diary: every slot, under a checksum; a second one as `.1`, and one with each copy.

Format 1: `{v, diary_id, slots, sha256}`, `sha256` over the rest as canonical JSON. A file that is torn or missing is read
from `.1`, else from the facts beside the newest copy of the diary that has them.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from bonddiary.domain.errors import DiaryError, KeysLost, NewerDiary
from bonddiary.keys.slots import VERSION, Stored, canonical, from_plain, to_plain
from bonddiary.system.files import atomic_write

IN_FACTS = "keys"
"""Under this name the facts beside a copy hold the slots that open it."""
BIGGEST = 1 << 20
"""In bytes: no slot file of ours comes near."""


@dataclass(frozen=True, slots=True)
class Slots:
    """What a slot file holds."""

    diary_id: str
    stored: tuple[Stored, ...]


class SlotFile:
    """Of one diary. Every method opens the files for itself."""

    def __init__(self, diary: Path) -> None:
        self.path = diary.with_name(f"{diary.stem}.keys.json")
        self.second = self.path.with_name(self.path.name + ".1")
        self._copies = diary.parent / "backups"

    @property
    def there(self) -> bool:
        """Whether there is one, or something to read it from."""
        return self.beside or self._facts() is not None

    @property
    def beside(self) -> bool:
        """Whether there is one beside the diary, whole or not."""
        return self.path.exists() or self.second.exists()

    def read(self) -> Slots:
        """The slots, wherever they can still be read. Raises KeysLost, NewerDiary."""
        for path in (self.path, self.second):
            if (found := _read(path)) is not None:
                return found
        if (found := self._facts()) is not None:
            return found
        raise KeysLost(
            f"The file {self.path.name} says how a passphrase opens this diary. It can’t be read any more, "
            "nor can a copy of it. Put it back from a copy on a stick or another computer."
        )

    def write(self, slots: Slots) -> None:
        """The new slots take the old ones' place in every file: an old passphrase opens none of them. Raises DiaryError."""
        text = canonical(to_json(slots))
        self._keep_other(slots.diary_id)
        atomic_write(self.path, [text], overwrite=True)
        if _read(self.path) != slots:
            raise DiaryError(
                "The disk doesn’t keep what is written to it. The earlier passphrases still open."
            )
        atomic_write(self.second, [text], overwrite=True)
        for path, facts in self._with_keys():
            if _of(facts) != slots.diary_id:
                continue
            facts[IN_FACTS] = to_json(slots)
            with suppress(
                DiaryError
            ):  # a copy on a folder that can't be written keeps the ways in that it had
                atomic_write(path, [json.dumps(facts, indent=1, sort_keys=True).encode()], overwrite=True)

    def heal(self, slots: Slots) -> None:
        """Writes the files anew where one of them can't be read. A disk that refuses is no reason not to open."""
        with suppress(DiaryError):
            for path in (self.path, self.second):
                if _read(path) is None:
                    atomic_write(path, [canonical(to_json(slots))], overwrite=True)

    def delete(self) -> None:
        """The diary is plain again, and so are its copies."""
        for path in (self.path, self.second):
            with suppress(OSError):
                path.unlink(missing_ok=True)

    def _keep_other(self, diary_id: str) -> None:
        """Slots of a diary that was put aside stay beside the new one's: what they lock may still be there."""
        there = _read(self.path) or _read(self.second)
        if there is not None and there.diary_id != diary_id:
            kept = self.path.with_name(f"{self.path.stem}-{there.diary_id[:8]}.json")
            atomic_write(kept, [canonical(to_json(there))], overwrite=True)

    def _facts(self) -> Slots | None:
        """From the newest copy that has them."""
        for _, facts in self._with_keys():
            with suppress(ValueError, KeyError, TypeError):
                return from_json(facts[IN_FACTS])
        return None

    def _with_keys(self) -> Iterator[tuple[Path, dict[str, object]]]:
        found = sorted(self._copies.glob("*.json"), reverse=True) if self._copies.is_dir() else []
        for path in found:
            with suppress(OSError, ValueError, RecursionError):
                facts = json.loads(path.read_text(encoding="utf-8"))
                if isinstance(facts, dict) and IN_FACTS in facts:
                    yield path, facts


def to_json(slots: Slots) -> dict[str, object]:
    """For the file, and for the facts beside a copy."""
    body: dict[str, object] = {
        "v": VERSION, "diary_id": slots.diary_id, "slots": [to_plain(each) for each in slots.stored],
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
    return Slots(str(body["diary_id"]), tuple(from_plain(each) for each in listed))


def _of(facts: Mapping[str, object]) -> object:
    keys = facts[IN_FACTS]
    return keys.get("diary_id") if isinstance(keys, dict) else None


def _read(path: Path) -> Slots | None:
    with suppress(OSError, ValueError, KeyError, TypeError, RecursionError):
        if path.stat().st_size <= BIGGEST:
            return from_json(json.loads(path.read_text(encoding="utf-8")))
    return None
