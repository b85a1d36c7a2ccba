"""A kill at any call while an older diary is brought up to date: the diary is the old one or the new one, rows and all."""

import json
import shutil
import sys
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlite

from bonddiary.domain.codec import encode
from bonddiary.store.database import HEAD
from tests.builders import everything, open_at
from tests.crash.figures import WHOLE, count
from tests.crash.nursery import Nursery

DIARIES = Path(__file__).parents[1] / "fixtures" / "diaries"
RELEASED = sorted(DIARIES.glob("v*.sqlite"))
CALLS = {"pwrite64": 29, "fsync": 5, "ftruncate": 2}
"""With how far to go on in the short form."""
OLDER = [path for path in RELEASED if path.stem != f"v{HEAD}"]
TRIED = OLDER if WHOLE else [OLDER[0], OLDER[-1]]


def bring_up_to_date(folder: Path) -> None:
    """What a session does."""
    open_at(folder / "diary.db").close()


def bring_up_to_date_step_by_step(folder: Path) -> None:
    """What a session would do that let the driver choose its transactions: each statement is one."""
    from sqlalchemy import Connection

    run = Connection.exec_driver_sql

    def without_begin(self: Connection, words: str, *more: object, **options: object) -> object:
        return run(self, "SELECT 1" if words.startswith("BEGIN") else words, *more, **options)  # type: ignore[arg-type]

    Connection.exec_driver_sql = without_begin  # type: ignore[method-assign, assignment]
    bring_up_to_date(folder)


def schema(path: Path) -> tuple[str, list[str]]:
    """The revision that a file says it has, and the tables it has."""
    connection = sqlite.connect(str(path), isolation_level=None)
    try:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        (revision,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        made = connection.execute("SELECT type, name, sql FROM sqlite_schema ORDER BY type, name").fetchall()
    finally:
        connection.close()
    return revision, [repr(each) for each in made]


def rows(path: Path) -> list[object]:
    """Every record, as the program reads it."""
    diary = open_at(path)
    try:
        return [encode(record) for record in everything(diary)]
    finally:
        diary.close()


@pytest.mark.skipif(sys.platform != "linux", reason="strace is Linux's")
@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("released", TRIED, ids=lambda path: path.stem)
def test_a_kill_at_any_call_leaves_the_old_diary_or_the_new_one(
    nursery: Nursery, place: Path, released: Path, call: str
) -> None:
    expected = [json.loads(line) for line in released.with_suffix(".jsonl").read_text("utf-8").splitlines()]
    new = updated(released, place)
    old = schema(released)
    assert old != new
    wrong: list[str] = []
    number, kills = 1, 0
    while (folder := killed(nursery, place, released, f"{call}:signal=SIGKILL:when={number}")) is not None:
        kills += 1
        wrong += [f"{call} {number}: {what}" for what in judge(folder, released, old, new, expected)]
        shutil.rmtree(folder)
        number += 1 if WHOLE else CALLS[call]
    count(update_kills=kills, neither_old_nor_new=len(wrong))
    assert kills, "nothing was killed: the trial is blind"
    assert wrong == []


def test_the_trial_notices_an_update_that_is_done_step_by_step(nursery: Nursery, place: Path) -> None:
    released = OLDER[0]
    old, new = schema(released), updated(released, place)
    for number in range(1, 400, 2 if WHOLE else 9):
        folder = killed(nursery, place, released, f"pwrite64:signal=SIGKILL:when={number}", "_step_by_step")
        if folder is not None and schema(folder / "diary.db") not in (old, new):
            return
        shutil.rmtree(place / "diary")
    pytest.fail("an update that is done step by step was never found half done: the trial is blind")


def updated(released: Path, place: Path) -> object:
    """The schema of the new diary."""
    path = place / "updated.db"
    shutil.copyfile(released, path)
    open_at(path).close()
    return schema(path)


def killed(nursery: Nursery, place: Path, released: Path, fault: str, how: str = "") -> Path | None:
    """A folder whose diary's update was killed there; None where there was no such call any more."""
    folder = place / "diary"
    folder.mkdir()
    path = folder / "diary.db"
    shutil.copyfile(released, path)
    act = f"tests.crash.test_update_killed:bring_up_to_date{how}"
    ended = nursery.run(act, folder, fault, wide=True)
    if ended.code == -9:
        return folder
    assert ended.code == 0, ended.told
    return None


def judge(folder: Path, released: Path, old: object, new: object, expected: list[object]) -> list[str]:
    """What isn't as promised."""
    found = schema(folder / "diary.db")
    wrong = [] if found in (old, new) else ["the schema is neither the old one nor the new one"]
    kept = folder / "backups" / f"diary-{released.stem[1:]}.db"
    if found == new and not kept.exists():
        wrong.append("it was brought up to date without a copy")
    if kept.exists() and schema(kept) != old:
        wrong.append("the copy isn’t the old diary")
    if rows(folder / "diary.db") != expected:
        wrong.append("the rows aren’t those of the old diary")
    return wrong
