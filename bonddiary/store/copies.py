"""Copies of the diary file: made by SQLite's own backup, opened again and compared before they get their name.

A copy by hand could miss a journal. Each has its facts beside it as JSON (`diary-000012.db`, `diary-000012.json`).
"""

import hashlib
import json
import os
import secrets
from contextlib import closing, suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import sqlcipher3.dbapi2 as sqlite

from bonddiary.domain.copies import Copy, Why
from bonddiary.domain.errors import DiaryDamaged, DiaryError, NotFound, PassphraseNeeded
from bonddiary.keys.key import Key
from bonddiary.keys.plain import is_plain
from bonddiary.keys.slot_file import IN_FACTS, SlotFile, Slots, from_json, to_json
from bonddiary.store.comparing import changed_by_nobody
from bonddiary.store.copy_facts import plain_facts, read_facts
from bonddiary.store.database import BACKUPS, make_private_file
from bonddiary.store.faults import as_diary_error
from bonddiary.store.looking import NOT_WHOLE, Facts, facts_of, look
from bonddiary.store.looking import look_at as look_at
from bonddiary.store.putting_aside import copy_bytes, put_aside, replace_diary
from bonddiary.store.reading_only import opened
from bonddiary.store.sealing import converted, sweep_cut_off
from bonddiary.store.unlocking import give_key, key_for
from bonddiary.system.files import atomic_write
from bonddiary.system.one_at_a_time import lock_of
from bonddiary.system.paths import make_private

STEM = "diary-"
CHUNK = 1 << 20


class Copies:
    """The folder of copies beside a diary. Every method opens the files for itself: it may run on any thread."""

    def __init__(self, diary: Path, folder: Path | None = None, key: Key | None = None) -> None:
        """`key`: of a locked diary; its copies are locked with it."""
        self._diary = diary
        self._key = key
        self.folder = folder or diary.parent / BACKUPS

    def all(self) -> tuple[Copy, ...]:
        """Every copy whose facts can be read, the newest first."""
        found = []
        for facts in self.folder.glob(f"{STEM}*.json") if self.folder.is_dir() else ():
            with suppress(OSError, ValueError, TypeError, KeyError):
                copy = read_facts(facts.read_text(encoding="utf-8"))
                if self.path(copy).is_file():
                    found.append(copy)
        return tuple(sorted(found, key=lambda copy: copy.number, reverse=True))

    def path(self, copy: Copy) -> Path:
        """Where a copy is."""
        return self.folder / copy.name

    def make(self, why: Why, now: datetime, program: str) -> Copy:
        """Copies the diary as it is now, compares, and only then gives the copy its name. Raises DiaryError."""
        make_private(self.folder)
        sweep_cut_off(self.folder)
        number = max((copy.number for copy in self.all()), default=0) + 1
        while (path := self.folder / f"{STEM}{number:06d}.db").exists():
            number += 1
        part = path.with_name(f".{path.name}.{os.getpid()}-{secrets.token_hex(4)}.part")
        try:
            copy = self._made(part, why, now, program, number)
        except OSError as error:
            raise DiaryError(
                f"The copy can’t be made ({error.strerror or 'no reason given'}). The diary is as it was."
            ) from None
        finally:
            part.unlink(missing_ok=True)
        try:
            self._tell(copy)
        except DiaryError:
            self.path(copy).unlink(
                missing_ok=True
            )  # without its facts it would count as none, and stay for ever
            raise
        return copy

    def _made(self, part: Path, why: Why, now: datetime, program: str, number: int) -> Copy:
        make_private_file(part)
        with as_diary_error(self._diary):
            told = self._fill(part)
        facts = facts_of(part, self._key)
        if facts != told:
            raise DiaryDamaged(
                "The copy isn’t the same as the diary, so it wasn’t kept. Check the disk, then try again."
            )
        _sync(part)
        copy = Copy(
            number=number, name="", made=now, why=why, entries=facts.entries, first=facts.first,
            last=facts.last, size=part.stat().st_size, revision=facts.revision, program=program,
            sha256=_sha256(part), checked=now, doubtful=self.changed_by_nobody(part),
        )  # fmt: skip
        number, name = self._give_name(part, number)
        return replace(copy, number=number, name=name)

    def _give_name(self, part: Path, number: int) -> tuple[int, str]:
        """The first name from this number on that no other program took in the meantime."""
        while True:
            path = self.folder / f"{STEM}{number:06d}.db"
            try:
                os.link(part, path)  # unlike a rename, it fails where the name is taken
            except FileExistsError:
                number += 1
            except OSError:  # a memory stick knows no second names: the smallest window that is left
                if not path.exists():
                    part.replace(path)
                    return number, path.name
                number += 1
            else:
                part.unlink()
                return number, path.name

    def changed_by_nobody(self, file: Path) -> int:
        """How many records differ from the newest copy that is whole, though no step says so."""
        for copy in self.all():
            with suppress(DiaryError, OSError):
                if _sha256(self.path(copy)) == copy.sha256:
                    return changed_by_nobody(file, self.path(copy), self._key)
        return 0

    def check(self, copy: Copy, now: datetime) -> Copy:
        """Reads a copy whole and opens it. Raises DiaryDamaged where it isn't as it was made."""
        path = self.path(copy)
        if not path.is_file():
            raise NotFound(f"The copy {copy.name} isn’t there any more.")
        with as_diary_error(path):
            whole = _sha256(path) == copy.sha256 and self.facts(copy).entries == copy.entries
        if not whole:
            raise DiaryDamaged(NOT_WHOLE.format(name=copy.name))
        seen = replace(copy, checked=now)
        with suppress(DiaryError):  # a full disk makes no whole copy a damaged one
            self._tell(seen)
        return seen

    def is_whole(self, copy: Copy) -> bool:
        """Whether its bytes are those that were found whole."""
        with suppress(OSError):
            return _sha256(self.path(copy)) == copy.sha256
        return False

    def renew(self, copy: Copy, now: datetime) -> None:
        """Tells anew what a copy holds that was rewritten. Raises DiaryError."""
        path = self.path(copy)
        with as_diary_error(path):
            facts = facts_of(path, key_for(path, self._key))
        fresh = replace(copy, entries=facts.entries, first=facts.first, last=facts.last, checked=now)
        self._tell(replace(fresh, size=path.stat().st_size, sha256=_sha256(path)))

    def facts(self, copy: Copy) -> Facts:
        """What a copy holds. Raises DiaryDamaged; PassphraseNeeded for one that was locked with another key."""
        path = self.path(copy)
        key = key_for(path, self._key)
        try:
            return facts_of(path, key)
        except DiaryDamaged:
            theirs = self._slots_of(copy)
            if theirs is not None and (key is None or theirs.diary_id != key.diary_id):
                raise PassphraseNeeded(
                    f"The copy {copy.name} was locked with another passphrase. "
                    "In an empty folder’s “backups”, with --data-dir, that passphrase opens it."
                ) from None
            raise

    def is_changed(self, copy: Copy) -> bool:
        """Whether its bytes aren't those that were found whole. A copy cut off while it was locked is taken as it is."""
        path = self.path(copy)
        with suppress(OSError):
            return is_plain(path) is not self.carries_keys(copy) and _sha256(path) != copy.sha256
        return True

    def carries_keys(self, copy: Copy) -> bool:
        """Whether its facts tell of a locked file."""
        return self._slots_of(copy) is not None

    def tell_anew(self, copy: Copy) -> None:
        """Writes the facts of a copy that was written anew and holds what it held. Raises DiaryError."""
        path = self.path(copy)
        if self.facts(copy).entries != copy.entries:
            raise DiaryDamaged(NOT_WHOLE.format(name=copy.name))
        self._tell(replace(copy, size=path.stat().st_size, sha256=_sha256(path)))

    def delete(self, copy: Copy) -> None:
        """Takes a copy away; one that is gone already is no error."""
        for path in (self.path(copy), self._facts_of(copy)):
            with suppress(OSError):
                path.unlink(missing_ok=True)

    def put_back(self, copy: Copy, now: datetime) -> Path | None:
        """Makes a copy the diary. Whoever asks has closed the diary. The one that was there is kept under another name,
        which is returned. Raises DiaryError; then the diary is as it was.
        """
        self.check(copy, now)
        fresh = self._diary.with_name(f".{self._diary.name}.new")
        fresh.unlink(missing_ok=True)
        make_private_file(fresh)
        if self.write_to(copy, fresh) and _sha256(fresh) != copy.sha256:
            fresh.unlink()
            raise DiaryDamaged("The copy could not be written whole. The diary is as it was. Check the disk.")
        return self.replace_with(fresh, now)

    def replace_with(self, fresh: Path, now: datetime) -> Path | None:
        """Makes a whole file in the diary's folder the diary. The one that was there is kept under the name returned.

        Raises DiaryError; then the diary is as it was, and the new file is gone.
        """
        return replace_diary(self._diary, fresh, self.folder, now)

    def write_to(self, copy: Copy, target: Path) -> bool:
        """Writes a copy of the copy, private to its user; locked where the diary is. Whether its bytes are the same.

        Raises DiaryError.
        """
        source = self.path(copy)
        if self._key is not None and key_for(source, self._key) is None:
            with converted(source, target, None, self._key):
                return False
        make_private_file(target)
        copy_bytes(source, target)
        return True

    def put_aside(self, now: datetime) -> Path | None:
        """The diary's file and its journal get another name, together: a journal beside another file would damage it.

        None where there is no file. Raises DiaryReadOnly.
        """
        return put_aside(self._diary, self.folder, now)

    def _fill(self, part: Path) -> Facts:
        """Copies within one look at the diary, so that what is counted is what is copied."""
        with (
            opened(self._diary, self._key) as source,
            closing(sqlite.connect(str(part), isolation_level=None)) as target,
        ):
            if self._key is not None:
                give_key(target, self._key)
            source.execute("BEGIN")
            told = look(source)
            source.backup(target)
            source.execute("COMMIT")
        return told

    def _tell(self, copy: Copy) -> None:
        facts = plain_facts(copy)
        with lock_of(self._diary):  # a passphrase that is changed meanwhile comes before or after it
            if key_for(self.path(copy), self._key) is not None:
                facts[IN_FACTS] = to_json(
                    SlotFile(self._diary).read()
                )  # a copy on a stick is opened by itself
            text = json.dumps(facts, indent=1, sort_keys=True)
            atomic_write(self._facts_of(copy), [text.encode("utf-8")], overwrite=True)

    def _slots_of(self, copy: Copy) -> Slots | None:
        """Those that a locked copy carries."""
        with suppress(OSError, ValueError, TypeError, KeyError, DiaryError):
            return from_json(json.loads(self._facts_of(copy).read_text(encoding="utf-8"))[IN_FACTS])
        return None

    def _facts_of(self, copy: Copy) -> Path:
        return self.folder / f"{Path(copy.name).stem}.json"


def _sha256(path: Path) -> str:
    found = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            found.update(chunk)
    return found.hexdigest()


def _sync(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())
