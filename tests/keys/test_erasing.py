"""Erasing for good, and moving, with a locked diary: it stays locked, and its copies open with its key."""

import shutil
from pathlib import Path

import pytest

from bonddiary.diary.erasing_for_good import ErasingForGood
from bonddiary.diary.moving import move
from bonddiary.domain.erasing import ToErase, told
from bonddiary.keys.plain import is_plain
from bonddiary.store import taking_out
from bonddiary.system.paths import Paths
from tests.builders import NOW, ROBIN, clock_at
from tests.keys.made import CANARY, Family, family


def rows(file: Path, locked: Family) -> str:
    with taking_out.open_to_erase(file, locked.key()) as connection:
        tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        return repr([connection.execute(f'SELECT * FROM "{name}"').fetchall() for name in tables])


def test_a_locked_diary_and_its_copies(locked: Family) -> None:
    backups = locked.backups(locked.key())
    files = [locked.paths.diary, *sorted(backups.folder.glob("*.db"))]
    assert len(files) == 3
    assert all(CANARY in rows(file, locked) for file in files)
    done = ErasingForGood(locked.paths, backups).erase(ToErase(baby=ROBIN.id))
    assert (done.unread, done.rewritten) == (0, 3)
    assert done.entries
    files = [locked.paths.diary, *sorted(backups.folder.glob("*.db"))]
    for file in files:
        assert not is_plain(file)
        assert CANARY not in rows(file, locked)
    assert all(backups.check(copy) for copy in backups.all())
    assert not [
        each
        for each in locked.paths.data.rglob("*")
        if each.is_file() and CANARY.encode() in each.read_bytes()
    ]
    assert locked.records(locked.key())


def test_it_moves_locked(locked: Family, tmp_path: Path) -> None:
    new = Paths(tmp_path / "new" / "data", tmp_path / "new" / "config", tmp_path / "new" / "state")
    before = locked.records(locked.key())
    move(locked.paths, new, clock_at(NOW), locked.key())
    there = Family(new)
    assert not is_plain(new.diary)
    assert there.records(there.key()) == before
    assert not locked.paths.diary.exists()
    assert not list(locked.paths.data.glob("diary.keys*"))


def test_everything_goes_with_its_keys(locked: Family) -> None:
    ErasingForGood(locked.paths, locked.backups()).erase_everything()
    assert [each for each in locked.paths.data.rglob("*") if each.is_file()] == []


@pytest.mark.parametrize("name", ["diary-000077", "replaced-20261101T000000Z"])
def test_a_copy_under_another_passphrase_stays_and_is_named(
    locked: Family, tmp_path: Path, name: str
) -> None:
    other = family(tmp_path / "other", copies=1)
    other.lock()
    theirs = tmp_path / "other" / "backups" / "diary-000001.db"
    file = locked.paths.data / "backups" / f"{name}.db"
    shutil.copyfile(theirs, file)
    if name.startswith("diary"):
        facts = theirs.with_suffix(".json").read_text()
        file.with_suffix(".json").write_text(facts.replace("diary-000001", name))
    erasing = ErasingForGood(locked.paths, locked.backups(locked.key()))
    what = ToErase(baby=ROBIN.id)
    assert erasing.count(what).closed == (f"backups/{name}.db",)
    done = erasing.erase(what)
    assert (done.unread, done.rewritten, done.closed) == (0, 3, (f"backups/{name}.db",))
    assert name in told(done)
    assert file.read_bytes() == theirs.read_bytes()
