"""Copies of the diary file: made by SQLite's own backup, opened again and compared before they get their name.

A copy by hand could miss a journal. Each has its facts beside it as JSON (`diary-000012.db`, `diary-000012.json`).
"""

import hashlib
import json
import os
from contextlib import closing, suppress
from dataclasses import asdict, replace
from datetime import UTC, date, datetime
from pathlib import Path

import sqlcipher3.dbapi2 as sqlite

from bonddiary.domain.copies import Copy, Why
from bonddiary.domain.errors import DiaryDamaged, DiaryError, DiaryReadOnly, NotFound
from bonddiary.store.comparing import changed_by_nobody
from bonddiary.store.database import BACKUPS, make_private_file, version
from bonddiary.store.faults import as_damage, as_diary_error
from bonddiary.store.reading_only import opened
from bonddiary.system.files import atomic_write
from bonddiary.system.paths import make_private

STEM = "diary-"
CHUNK = 1 << 20
NOT_WHOLE = "The copy {name} isn’t whole any more. It was left as it is. Choose another one."


class Copies:
    """The folder of copies beside a diary. Every method opens the files for itself: it may run on any thread."""

    def __init__(self, diary: Path, folder: Path | None = None) -> None:
        self._diary = diary
        self.folder = folder or diary.parent / BACKUPS

    def all(self) -> tuple[Copy, ...]:
        """Every copy whose facts can be read, the newest first."""
        found = []
        for facts in self.folder.glob(f"{STEM}*.json") if self.folder.is_dir() else ():
            with suppress(OSError, ValueError, TypeError, KeyError):
                copy = _from_json(facts.read_text(encoding="utf-8"))
                if self.path(copy).is_file():
                    found.append(copy)
        return tuple(sorted(found, key=lambda copy: copy.number, reverse=True))

    def path(self, copy: Copy) -> Path:
        """Where a copy is."""
        return self.folder / copy.name

    def make(self, why: Why, now: datetime, program: str) -> Copy:
        """Copies the diary as it is now, compares, and only then gives the copy its name. Raises DiaryError."""
        make_private(self.folder)
        number = max((copy.number for copy in self.all()), default=0) + 1
        while (path := self.folder / f"{STEM}{number:06d}.db").exists():
            number += 1
        part = path.with_name(f".{path.name}.part")
        part.unlink(missing_ok=True)  # of an attempt that was cut off
        try:
            copy = self._made(part, path, why, now, program, number)
        except OSError as error:
            raise DiaryError(
                f"The copy can’t be made ({error.strerror or 'no reason given'}). The diary is as it was."
            ) from None
        finally:
            part.unlink(missing_ok=True)
        try:
            self._tell(copy)
        except DiaryError:
            path.unlink(missing_ok=True)  # without its facts it would count as none, and stay for ever
            raise
        return copy

    def _made(self, part: Path, path: Path, why: Why, now: datetime, program: str, number: int) -> Copy:
        make_private_file(part)
        with as_diary_error(self._diary):
            told = self._fill(part)
        facts = _facts(part)
        if facts != told:
            raise DiaryDamaged(
                "The copy isn’t the same as the diary, so it wasn’t kept. Check the disk, then try again."
            )
        _sync(part)
        copy = Copy(
            number=number, name=path.name, made=now, why=why, entries=facts.entries, first=facts.first,
            last=facts.last, size=part.stat().st_size, revision=facts.revision, program=program,
            sha256=_sha256(part), checked=now, doubtful=self.changed_by_nobody(part),
        )  # fmt: skip
        part.replace(path)
        return copy

    def changed_by_nobody(self, file: Path) -> int:
        """How many records differ from the newest copy that is whole, though no step says so."""
        for copy in self.all():
            with suppress(DiaryError, OSError):
                if _sha256(self.path(copy)) == copy.sha256:
                    return changed_by_nobody(file, self.path(copy))
        return 0

    def check(self, copy: Copy, now: datetime) -> Copy:
        """Reads a copy whole and opens it. Raises DiaryDamaged where it isn't as it was made."""
        path = self.path(copy)
        if not path.is_file():
            raise NotFound(f"The copy {copy.name} isn’t there any more.")
        with as_diary_error(path):
            whole = _sha256(path) == copy.sha256 and _facts(path).entries == copy.entries
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
            facts = _facts(path)
        fresh = replace(copy, entries=facts.entries, first=facts.first, last=facts.last, checked=now)
        self._tell(replace(fresh, size=path.stat().st_size, sha256=_sha256(path)))

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
        _copy_bytes(self.path(copy), fresh)
        if _sha256(fresh) != copy.sha256:
            fresh.unlink()
            raise DiaryDamaged("The copy could not be written whole. The diary is as it was. Check the disk.")
        return self.replace_with(fresh, now)

    def replace_with(self, fresh: Path, now: datetime) -> Path | None:
        """Makes a whole file in the diary's folder the diary. The one that was there is kept under the name returned.

        Raises DiaryError; then the diary is as it was, and the new file is gone.
        """
        aside = self.put_aside(now)
        try:
            fresh.replace(self._diary)
        except OSError as error:
            if aside is not None:
                self._take_back(aside)
            fresh.unlink(missing_ok=True)
            raise DiaryError(
                f"The copy can’t be put back ({error.strerror or 'no reason given'}). The diary is as it was."
            ) from None
        _sync_folder(self._diary.parent)
        return aside

    def _take_back(self, aside: Path) -> None:
        """What was put aside is the diary again, with its journal."""
        aside.replace(self._diary)
        journal = aside.with_name(aside.name + "-journal")
        if journal.exists():
            journal.replace(self._diary.with_name(self._diary.name + "-journal"))

    def write_to(self, copy: Copy, target: Path) -> None:
        """Writes a copy of the copy, private to its user. Raises DiaryError."""
        make_private_file(target)
        _copy_bytes(self.path(copy), target)

    def put_aside(self, now: datetime) -> Path | None:
        """The diary's file and its journal get another name, together: a journal beside another file would damage it.

        None where there is no file. Raises DiaryReadOnly.
        """
        try:
            return self._move_aside(now)
        except OSError as error:
            raise DiaryReadOnly(
                f"The diary’s file can’t be put aside ({error.strerror or 'no reason given'}). It is as it was."
            ) from None

    def _move_aside(self, now: datetime) -> Path | None:
        kept = self._free_name(f"replaced-{now:%Y%m%dT%H%M%SZ}")
        journal = self._diary.with_name(self._diary.name + "-journal")
        was_there = self._diary.exists()
        if was_there or journal.exists():
            make_private(self.folder)
        if was_there:
            self._diary.replace(
                kept
            )  # first: a power cut here leaves a journal beside nothing, which harms nothing
        if journal.exists() and not journal.stat().st_size:
            journal.unlink()  # between two transactions it is there, and empty
        elif journal.exists():
            journal.replace(kept.with_name(kept.name + "-journal"))
        return kept if was_there else None

    def _free_name(self, stem: str) -> Path:
        kept, number = self.folder / f"{stem}.db", 1
        while kept.exists():
            number += 1
            kept = self.folder / f"{stem}-{number}.db"
        return kept

    def _fill(self, part: Path) -> "_Facts":
        """Copies within one look at the diary, so that what is counted is what is copied."""
        with (
            opened(self._diary) as source,
            closing(sqlite.connect(str(part), isolation_level=None)) as target,
        ):
            source.execute("BEGIN")
            told = _look(source)
            source.backup(target)
            source.execute("COMMIT")
        return told

    def _tell(self, copy: Copy) -> None:
        text = json.dumps(_plain(copy), indent=1, sort_keys=True)
        atomic_write(self._facts_of(copy), [text.encode("utf-8")], overwrite=True)

    def _facts_of(self, copy: Copy) -> Path:
        return self.folder / f"{Path(copy.name).stem}.json"


class _Facts:
    """What two files of the same diary have in common: revision, rows, and a digest of every row."""

    __slots__ = ("entries", "first", "last", "revision", "tables")

    def __init__(
        self, revision: str, tables: dict[str, str], entries: int, first: date | None, last: date | None
    ) -> None:
        self.revision, self.tables = revision, tables
        self.entries, self.first, self.last = entries, first, last

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Facts) and (self.revision, self.tables) == (other.revision, other.tables)

    __hash__ = None  # type: ignore[assignment]  # compared, never looked up


def look_at(path: Path) -> list[str]:
    """What SQLite finds wrong with a file, in its own words; nothing for a whole one. Raises DiaryError."""
    with as_diary_error(path), opened(path) as connection:
        wrong = [str(row[0]) for row in connection.execute("PRAGMA integrity_check").fetchall()]
        loose = connection.execute("PRAGMA foreign_key_check").fetchall()
    return [line for line in wrong if line != "ok"] + [
        f"a row of {row[0]} belongs to nothing" for row in loose
    ]


def _facts(path: Path) -> _Facts:
    if look_at(path):
        raise DiaryDamaged(NOT_WHOLE.format(name=path.name.strip(".").removesuffix(".part")))
    with opened(path) as connection:
        return _look(connection)


def _look(connection: sqlite.Connection) -> _Facts:
    revision = version(connection)
    if revision is None:
        raise DiaryDamaged("This file holds no diary.")
    names = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name"
    tables = {str(name): _digest(connection, str(name)) for (name,) in connection.execute(names).fetchall()}
    entries, days = 0, []
    for table in ("moment", "care"):
        count, first, last = connection.execute(
            f"SELECT count(*), min(day), max(day) FROM {table} WHERE deleted IS NULL"  # noqa: S608  # our own names
        ).fetchone()
        entries += count
        with as_damage():
            days += [date.fromisoformat(day) for day in (first, last) if day]
    return _Facts(revision, tables, entries, min(days, default=None), max(days, default=None))


def _digest(connection: sqlite.Connection, table: str) -> str:
    """Of every row and column, in the table's own order."""
    found = hashlib.sha256()
    for row in connection.execute(f'SELECT * FROM "{table}"'):  # noqa: S608  # the file's own names
        found.update(repr(row).encode("utf-8", "surrogatepass"))
    return found.hexdigest()


def _sha256(path: Path) -> str:
    found = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            found.update(chunk)
    return found.hexdigest()


def _copy_bytes(source: Path, target: Path) -> None:
    try:
        with source.open("rb") as there, target.open("wb") as here:
            while chunk := there.read(CHUNK):
                here.write(chunk)
            here.flush()
            os.fsync(here.fileno())
    except OSError as error:
        target.unlink(missing_ok=True)
        raise DiaryError(
            f"The copy can’t be put back ({error.strerror or 'no reason given'}). The diary is as it was."
        ) from None


def _sync(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            with suppress(OSError):  # some network folders can't
                os.fsync(handle)
        finally:
            os.close(handle)


def _plain(copy: Copy) -> dict[str, object]:
    plain = asdict(copy)
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in plain.items()}


def _from_json(text: str) -> Copy:
    plain = json.loads(text)
    name = str(plain["name"])
    if Path(name).name != name:
        raise ValueError("a copy is in its folder, nowhere else")
    return Copy(
        **{
            **plain,
            "made": datetime.fromisoformat(plain["made"]).astimezone(UTC),
            "checked": datetime.fromisoformat(plain["checked"]).astimezone(UTC),
            "why": Why(plain["why"]),
            "first": plain["first"] and date.fromisoformat(plain["first"]),
            "last": plain["last"] and date.fromisoformat(plain["last"]),
        }
    )
