"""A move that was cut off before its pointer stood goes on when it is asked for again; what is another diary's stays."""

import shutil
from pathlib import Path

import pytest

from bonddiary.diary import moving
from bonddiary.diary.copies import Backups
from bonddiary.diary.moving import move
from bonddiary.domain.copies import Why
from bonddiary.domain.errors import DiaryError
from bonddiary.store.holding import nobody_writes
from bonddiary.system.paths import MOVED, Paths, find_paths
from bonddiary.system.settings import Settings, load_settings, save_settings
from tests.builders import NOW, clock_at, everything, moment, one_of_each, open_at
from tests.keys.made import Family, family

CUTS = ("sync_folder", "facts_of", "_note", "_point")
"""What comes after the copy was made, up to the pointer."""


@pytest.fixture
def old(tmp_path: Path) -> Paths:
    made = find_paths(tmp_path / "old")
    made.make()
    diary = open_at(made.diary)
    diary.bring_in(one_of_each(), "test")
    diary.close()
    Backups(made.diary, clock_at(NOW)).make(Why.DAILY)
    (made.data / "replaced-20261101T000000Z.db").write_text("put aside")
    save_settings(Settings(text_size=125), made.settings)
    return made


@pytest.fixture
def new(tmp_path: Path) -> Paths:
    return Paths(tmp_path / "home" / "data", tmp_path / "home" / "config", tmp_path / "home" / "state")


def cut(old: Paths, new: Paths, monkeypatch: pytest.MonkeyPatch, at: str = "_point", **key: object) -> None:
    """The program is killed there: nothing it would do on its way out is done."""

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(moving, at, killed)
        with pytest.raises(KeyboardInterrupt):
            move(old, new, clock_at(NOW), **key)  # type: ignore[arg-type]  # a key or none
    assert new.diary.exists()
    assert not (old.data / MOVED).exists()


def held(path: Path) -> tuple[object, ...]:
    diary = open_at(path)
    found = everything(diary)
    diary.close()
    return found


def files(folder: Path) -> dict[Path, bytes]:
    return {each: each.read_bytes() for each in folder.rglob("*") if each.is_file()}


def refused(old: Paths, new: Paths, words: str) -> None:
    """Both are as they were."""
    before, there = held(old.diary), files(new.data)
    with pytest.raises(DiaryError, match=words) as said:
        move(old, new, clock_at(NOW))
    assert "Nothing was moved." in str(said.value)
    assert held(old.diary) == before
    journal = new.diary.with_name("diary.db-journal")
    assert {f: b for f, b in files(new.data).items() if f != journal} == {
        f: b for f, b in there.items() if f != journal
    }


@pytest.mark.parametrize("at", CUTS)
def test_it_goes_on(old: Paths, new: Paths, monkeypatch: pytest.MonkeyPatch, at: str) -> None:
    before = held(old.diary)
    cut(old, new, monkeypatch, at)
    Backups(old.diary, clock_at(NOW)).make(Why.ASKED)  # made since, and not there yet
    copies = {copy.sha256 for copy in Backups(old.diary, clock_at(NOW)).all()}
    move(old, new, clock_at(NOW))
    there = Backups(new.diary, clock_at(NOW))
    assert held(new.diary) == before
    assert {copy.sha256 for copy in there.all()} == copies
    assert all(there.check(copy) for copy in there.all())
    assert (new.data / "replaced-20261101T000000Z.db").read_text() == "put aside"
    assert load_settings(new.settings).text_size == 125
    assert [each.name for each in old.data.iterdir()] == [MOVED]
    assert find_paths(old.data).diary == new.diary


def test_a_locked_one_goes_on(tmp_path: Path, new: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    locked = family(tmp_path / "data")
    locked.lock()
    before, key = locked.records(locked.key()), locked.key()
    cut(locked.paths, new, monkeypatch, key=key)
    move(locked.paths, new, clock_at(NOW), key)
    there = Family(new)
    assert there.records(there.key()) == before
    assert not locked.paths.diary.exists()


@pytest.mark.parametrize("where", ["here", "there"])
def test_what_was_written_since_makes_it_another(
    old: Paths, new: Paths, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    cut(old, new, monkeypatch)
    diary = open_at((old if where == "here" else new).diary)
    diary.bring_in([moment(note="since")], "test")
    diary.close()
    refused(old, new, "isn’t the same as yours. Put it somewhere else first, then try again.")


@pytest.mark.parametrize("name", ["backups/diary-000077.db", "diary.keys-abcd.json", "diary.db-by-hand"])
def test_what_isnt_here_stays_there(
    old: Paths, new: Paths, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    cut(old, new, monkeypatch)
    (new.data / name).write_bytes(b"of another diary")
    refused(old, new, "Put it somewhere else")


def test_a_copy_that_was_cut_short_there_isnt_taken_for_a_whole_one(
    old: Paths, new: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    cut(old, new, monkeypatch)
    copy = new.data / "backups" / "diary-000001.db"
    copy.write_bytes(copy.read_bytes()[:5000])
    refused(old, new, "Put it somewhere else")


def test_while_another_program_uses_it_nothing_is_moved(
    old: Paths, new: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    cut(old, new, monkeypatch)
    with monkeypatch.context() as patched:
        patched.setattr(moving, "window_is_open", lambda lock: lock == new.lock)
        refused(old, new, "Close it, then try again")
    monkeypatch.setattr("bonddiary.store.taking_out.BUSY_MS", 50)
    with nobody_writes(new.diary, None):
        refused(old, new, "Close it, then try again")
    move(old, new, clock_at(NOW))


def test_the_same_file_under_another_name_is_no_copy(old: Paths, new: Paths) -> None:
    new.make()
    new.diary.symlink_to(old.diary)
    with pytest.raises(DiaryError, match="already"):
        move(old, new, clock_at(NOW))
    assert held(old.diary)


def test_a_fault_on_the_way_leaves_what_was_there(
    old: Paths, new: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    cut(old, new, monkeypatch)
    before, copies = held(old.diary), files(new.data / "backups")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(moving, "_point", full)
        with pytest.raises(DiaryError, match="where it was"):
            move(old, new, clock_at(NOW))
    assert held(old.diary) == held(new.diary) == before
    assert files(new.data / "backups").keys() == copies.keys()
    shutil.rmtree(new.data)
    move(old, new, clock_at(NOW))
    assert held(new.diary) == before
