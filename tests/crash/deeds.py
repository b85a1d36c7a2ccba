"""What sessions without a window do: a family's commands on the diary, and a note of what was said of each."""

import os
import resource
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bonddiary.diary.acknowledging import digest
from bonddiary.diary.diary import Diary
from bonddiary.domain.errors import DiaryError
from bonddiary.domain.ids import CareId, MomentId
from bonddiary.domain.records import Record, ref_to
from bonddiary.keys.key import Key
from bonddiary.store import database
from bonddiary.store.database import Database
from tests.builders import (
    NOW,
    ROBIN,
    care,
    clock_at,
    moment,
    moment_draft,
    one_of_each,
    when,
    with_robin,
)

LOCKED = "locked"


def nothing(folder: Path) -> None:
    """A session that does nothing."""


def warm() -> None:
    """Loads all that deeds load."""
    with TemporaryDirectory() as folder:
        begin(Path(folder))
        said = live(Path(folder), rounds=1)
        assert not said["refused"], said
        for record in one_of_each():
            digest(record)


def begin(folder: Path, *, locked: bool = False) -> None:
    """A diary that knows Robin, and a little more. A locked one has a file `locked` beside it."""
    if not locked:
        with_robin(folder / "diary.db", moment(), care()).close()
        return
    (folder / LOCKED).touch()
    diary = opened(folder)
    diary.add(ROBIN)
    diary.bring_in([moment(), care()], "test")
    diary.close()


def key_of(folder: Path) -> Key | None:
    """What opens the diary there."""
    return (
        Key(bytearray(b"crash" * 6 + b"ed"), "0" * 32) if os.path.exists(folder / LOCKED) else None
    )  # in a folder that may not be looked at, too


def opened(folder: Path) -> Diary:
    """The diary as the program opens it."""
    return Diary(Database(folder / "diary.db", 50, key=key_of(folder)), clock_at())


class Log:
    """What was said of each deed."""

    def __init__(self) -> None:
        self.saved: dict[str, str | None] = {}
        """By id, the digest of what the last deed that was said to be saved left; None: taken away."""
        self.refused: dict[str, list[tuple[str | None, str]]] = {}
        """By id, what deeds that were refused would have left, and the words."""

    def do(self, wanted: Mapping[str, str | None], deed: Callable[[], object]) -> bool:
        """Does it; says whether it was said to be saved."""
        try:
            deed()
        except DiaryError as error:
            for id, left in wanted.items():
                self.refused.setdefault(id, []).append((left, str(error)))
            return False
        for id, left in wanted.items():
            self.saved[id] = left
            self.refused.pop(id, None)
        return True

    def told(self, **more: object) -> dict[str, Any]:
        """For the trial."""
        return {"saved": self.saved, "refused": self.refused, **more}


def live(folder: Path, rounds: int = 1, settings: Mapping[str, object] | None = None) -> dict[str, Any]:
    """Each kind of deed once a round. What is refused is let be, and the next thing is done."""
    if settings:
        database.SETTINGS.update(settings)
    log = Log()
    try:
        diary = opened(folder)
    except DiaryError as error:
        return log.told(closed=str(error))
    for number in range(rounds):
        one_round(diary, log, number)
    diary.close()
    return log.told()


def one_round(diary: Diary, log: Log, number: int) -> None:
    """Noting, changing, deleting, bringing back, taking back, doing again, bringing in, taking away."""
    first = moment(at=when(f"2026-11-16T03:{number % 60:02d}"), note=f"note {number}")
    changed = replace(first, note=f"note {number}, changed", outcome=None)
    log.do(of(first), lambda: diary.log(first, id=MomentId(first.id)))
    if log.saved.get(first.id):
        log.do(of(changed), lambda: diary.edit(changed))
    event = care()
    log.do(of(event), lambda: diary.log_care(event, id=CareId(event.id)))
    if log.saved.get(event.id):
        log.do(of(replace(event, deleted=NOW.utc)), lambda: diary.delete(ref_to(event), at=NOW))
        log.do(of(event), lambda: diary.restore(ref_to(event)))
    both = moment(), moment()
    noted = log.do(of(*both), lambda: diary.log_all(both, ids=[each.id for each in both]))
    if noted and log.do({each.id: None for each in both}, diary.undo):
        log.do(of(*both), diary.redo)
    many = [moment(note="x" * 60) for _ in range(4)]
    log.do(of(*many), lambda: diary.bring_in(many, "test"))


def of(*records: Record) -> dict[str, str | None]:
    """What the diary is to hold."""
    return {record.id: digest(record) for record in records}


def held(folder: Path) -> dict[str, str]:
    """What the diary holds: the digest of each record, by id. Its pages and keys are looked at, too."""
    from sqlalchemy import text

    diary = opened(folder)
    try:
        with diary._database.read() as connection:
            assert connection.execute(text("PRAGMA integrity_check")).scalar_one() == "ok"
            assert connection.execute(text("PRAGMA foreign_key_check")).all() == []
        return {record.id: digest(record) for record in diary.records()}
    finally:
        diary.close()


def undone(folder: Path) -> bool:
    """Whether the newest step that the diary knows of is an Undo."""
    diary = opened(folder)
    try:
        return diary.redo_title() is not None
    finally:
        diary.close()


def acknowledged(acks: str) -> list[dict[str, str | None]]:
    """What was acknowledged, each line in order: id, and digest or None."""
    found: list[dict[str, str | None]] = []
    for line in acks.splitlines():
        word, id, left = line.split()
        assert word == "ACK"
        found.append({id: None if left == "-" else left})
    return found


def expected(acks: str) -> dict[str, str | None]:
    """What the diary is to hold after them."""
    left: dict[str, str | None] = {}
    for each in acknowledged(acks):
        left |= each
    return left


def press_again(folder: Path, ids: list[str]) -> int:
    """Notes these again, as a parent does who was told that they aren't saved. Returns how many there are twice."""
    diary = opened(folder)
    before = sum(1 for _ in diary.records())
    new = [id for id in ids if not diary.existing([ref_to(moment(id))])]
    for id in ids:
        diary.log(moment_draft(), id=MomentId(id), again=True)
        diary.log(moment_draft(), id=MomentId(id), again=True)
    after = sum(1 for _ in diary.records())
    diary.close()
    return after - before - len(new)


def fill(folder: Path, size: int, until: int = 400) -> dict[str, Any]:
    """Notes moments until the file may grow no more."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
    log = Log()
    diary = opened(folder)
    for _ in range(until):
        one = moment(note="x" * 300)
        log.do(of(one), lambda one=one: diary.log(one, id=one.id))  # type: ignore[misc]
    diary.close()
    return log.told()
