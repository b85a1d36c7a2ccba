"""A diary that is a link to a file elsewhere: whatever takes its place does so there, and the link stays."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bonddiary.diary.erasing_for_good import ErasingForGood
from bonddiary.domain.errors import WrongPassphrase
from bonddiary.keys.passphrase import typed
from bonddiary.keys.plain import is_plain, is_sealed
from bonddiary.system.paths import find_paths
from tests.keys.made import CANARY, WORDS, Family, family
from tests.privacy.looking import files_below, holders


@pytest.fixture
def linked(tmp_path: Path) -> Family:
    """diary.db leads to robin.db on another disk."""
    made = family(tmp_path / "data")
    real = tmp_path / "disk" / "robin.db"
    real.parent.mkdir()
    shutil.move(made.paths.diary, real)
    made.paths.diary.with_name("diary.db-journal").unlink(missing_ok=True)
    made.paths.diary.symlink_to(real)
    return made


@pytest.fixture
def other(linked: Family, tmp_path: Path) -> Family:
    """Another folder whose diary is a link to the same file."""
    paths = find_paths(tmp_path / "other")
    paths.make()
    paths.diary.symlink_to(tmp_path / "disk" / "robin.db")
    return Family(paths)


def real(linked: Family) -> Path:
    found = linked.paths.diary.resolve()
    assert linked.paths.diary.is_symlink()
    assert found.name == "robin.db"
    return found


def test_a_passphrase_locks_the_file_that_is_linked_to(linked: Family) -> None:
    before = linked.records()
    linked.lock()
    assert is_sealed(real(linked))
    assert linked.records(linked.key()) == before
    folders = (linked.paths.data, real(linked).parent)
    assert [path for folder in folders for path in holders(CANARY, files_below(folder))] == []
    linked.sealing.decrypt(linked.key())
    assert is_plain(real(linked))
    assert linked.records() == before
    assert not list(linked.paths.data.rglob("*keys*"))
    assert not list(real(linked).parent.glob("*keys*"))


def test_both_links_open_it_by_the_passphrase_of_now(linked: Family, other: Family) -> None:
    before = linked.records()
    linked.lock()
    assert other.guard.locked
    assert other.records(other.key()) == before
    slot = other.guard.slots()[0].id
    other.guard.change_passphrase(slot, typed(WORDS), typed("other words"))
    for each in (linked, other):
        assert each.records(each.key("other words")) == before
        with pytest.raises(WrongPassphrase):
            each.key()


def test_locked_anew_by_one_link_the_other_goes_by_what_is_there(linked: Family, other: Family) -> None:
    before = linked.records()
    linked.lock()
    other.sealing.decrypt(other.key())
    other.sealing.encrypt(typed("other words"), "Sam")
    assert linked.records(linked.key("other words")) == before


def test_what_a_cut_left_beside_the_file_goes(linked: Family) -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    left = real(linked).with_name(f".robin.db.old.{ended.pid}-0123abcd.part")
    shutil.copyfile(real(linked), left)
    linked.lock()
    assert not left.exists()


def test_going_back_and_saving_what_can_be_read_go_there_too(linked: Family) -> None:
    before = linked.records()
    backups = linked.backups()
    backups.put_back(backups.all()[-1])
    assert is_plain(real(linked))
    assert linked.records() == before
    backups.salvage()
    assert is_plain(real(linked))
    assert linked.records() == before


def test_locked_it_goes_back_and_is_saved_there_too(linked: Family) -> None:
    before, key = linked.records(), linked.lock().key
    backups = linked.backups(key)
    backups.put_back(backups.all()[-1])
    assert is_sealed(real(linked))
    assert linked.records(linked.key()) == before
    backups.salvage()
    assert is_sealed(real(linked))
    assert linked.records(linked.key())


def test_everything_erased_is_erased_there_too(linked: Family) -> None:
    key, there = linked.lock().key, real(linked).parent
    ErasingForGood(linked.paths, linked.backups(key)).erase_everything()
    assert list(there.iterdir()) == []
    assert files_below(linked.paths.data) == []
