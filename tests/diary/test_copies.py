"""Backups: what is copied is what is there, what is damaged is noticed, and an older diary comes back whole."""

import errno
import os
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlite

from bonddiary.diary.copies import Backups
from bonddiary.domain.copies import Why
from bonddiary.domain.errors import DiaryDamaged, DiaryError, DiskFull, NotFound
from bonddiary.store.database import Database
from tests.builders import NOW, ROBIN, clock_at, everything, moment, one_of_each, open_at


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A diary with a record of every kind."""
    made = tmp_path / "diary.db"
    diary = open_at(made)
    diary.bring_in(one_of_each(), "test")
    diary.close()
    return made


@pytest.fixture
def backups(path: Path) -> Backups:
    return Backups(path, clock_at(NOW))


def held(path: Path) -> tuple[object, ...]:
    diary = open_at(path)
    found = everything(diary)
    diary.close()
    return found


def add_one(path: Path) -> None:
    diary = open_at(path)
    diary.bring_in([moment(baby=ROBIN.id)], "test")
    diary.close()


def flip(path: Path, place: int) -> None:
    content = bytearray(path.read_bytes())
    content[place] ^= 0x10
    path.write_bytes(content)


def test_a_copy_is_a_whole_diary(backups: Backups, path: Path, tmp_path: Path) -> None:
    made = backups.make(Why.ASKED)
    assert (made.number, made.entries, made.why) == (1, 2, Why.ASKED)
    elsewhere = tmp_path / "elsewhere.db"
    shutil.copyfile(backups.folder / made.name, elsewhere)
    assert held(elsewhere) == held(path)
    assert backups.all() == (made,)
    assert [each.suffix for each in sorted(backups.folder.iterdir())] == [".db", ".json"]


@pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX")
def test_only_its_user_may_read_it(backups: Backups) -> None:
    made = backups.make(Why.ASKED)
    assert backups.folder.stat().st_mode & 0o777 == 0o700
    for name in (made.name, "diary-000001.json"):
        assert (backups.folder / name).stat().st_mode & 0o777 == 0o600


def test_it_is_made_while_the_diary_is_open_and_sees_whole_steps(backups: Backups, path: Path) -> None:
    diary = open_at(path)
    before = everything(diary)
    made = backups.make(Why.DAILY)
    diary.bring_in([moment()], "test")
    diary.close()
    assert held(backups.folder / made.name) == before


def test_due_once_a_day_and_when_the_clock_was_set_back(path: Path) -> None:
    def at(hours: float) -> Backups:
        return Backups(path, clock_at(NOW.shifted(timedelta(hours=hours))))

    assert at(0).due()
    at(0).make(Why.DAILY)
    assert not at(23).due()
    assert at(24).due()
    assert at(-1).due()


def test_numbers_go_on_whatever_was_deleted(backups: Backups) -> None:
    first = backups.make(Why.ASKED)
    second = backups.make(Why.ASKED)
    (backups.folder / "diary-000001.json").unlink()  # its facts are lost: the file is never written over
    assert backups.make(Why.ASKED).number == 3
    assert (backups.folder / first.name).exists()
    assert [copy.number for copy in backups.all()] == [3, second.number]


@pytest.mark.parametrize("part", range(8))
def test_a_changed_bit_anywhere_is_noticed(backups: Backups, part: int) -> None:
    made = backups.make(Why.ASKED)
    file = backups.folder / made.name
    flip(file, part * (file.stat().st_size - 1) // 7)
    with pytest.raises(DiaryDamaged):
        backups.check(made)
    assert file.exists()


def test_a_shorter_one_and_another_file_are_noticed(backups: Backups) -> None:
    made = backups.make(Why.ASKED)
    file = backups.folder / made.name
    whole = file.read_bytes()
    for content in (whole[: len(whole) // 2], b"", b"\xff\xd8\xff\xe0 a picture"):
        file.write_bytes(content)
        with pytest.raises(DiaryDamaged):
            backups.check(made)


def test_one_that_is_gone_is_said(backups: Backups) -> None:
    made = backups.make(Why.ASKED)
    (backups.folder / made.name).unlink()
    assert backups.all() == ()
    with pytest.raises(NotFound):
        backups.check(made)


def test_an_older_diary_comes_back_and_the_newer_one_is_kept(backups: Backups, path: Path) -> None:
    before = held(path)
    old = backups.make(Why.ASKED)
    add_one(path)
    newer = held(path)
    assert backups.put_back(old) is None
    assert held(path) == before
    kept = backups.all()[0]
    assert kept.why is Why.RESTORE
    assert held(backups.folder / kept.name) == newer
    assert not list(backups.folder.glob("replaced-*"))


def test_a_damaged_diary_is_put_aside_with_its_journal(backups: Backups, path: Path) -> None:
    before = held(path)
    old = backups.make(Why.ASKED)
    path.write_bytes(b"\0" * 5000)
    Path(f"{path}-journal").write_bytes(b"half a journal")
    aside = backups.put_back(old)
    assert aside is not None
    assert aside.read_bytes() == b"\0" * 5000
    assert Path(f"{aside}-journal").read_bytes() == b"half a journal"
    assert not Path(f"{path}-journal").exists()
    assert held(path) == before


def test_a_missing_diary_comes_back(backups: Backups, path: Path) -> None:
    before = held(path)
    old = backups.make(Why.ASKED)
    path.unlink()
    assert backups.put_back(old) is None
    assert held(path) == before


def test_a_damaged_copy_never_takes_the_diarys_place(backups: Backups, path: Path) -> None:
    before = held(path)
    old = backups.make(Why.ASKED)
    flip(backups.folder / old.name, 5000)
    with pytest.raises(DiaryError):
        backups.put_back(old)
    assert held(path) == before


def test_an_older_programs_copy_is_brought_up_to_date_when_opened(tmp_path: Path) -> None:
    released = Path(__file__).parents[1] / "fixtures" / "diaries" / "v0001.sqlite"
    path = tmp_path / "diary.db"
    shutil.copyfile(released, path)
    backups = Backups(path, clock_at(NOW))
    made = backups.make(Why.ASKED)
    assert made.revision == "0001"
    Database(path).close()
    backups.put_back(made)
    assert held(path)


def test_a_full_disk_leaves_no_half_copy(backups: Backups, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise sqlite.OperationalError("database or disk is full")

    monkeypatch.setattr("bonddiary.store.copies.look", full)
    with pytest.raises(DiaryError, match="full"):
        backups.make(Why.ASKED)
    assert list(backups.folder.iterdir()) == []


def no_room(*_: object, **__: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def no_room_for_facts(*_: object, **__: object) -> None:
    raise DiskFull("There is no room left.")


@pytest.mark.parametrize(("step", "does"), [("_sync", no_room), ("atomic_write", no_room_for_facts)])
def test_a_disk_that_gets_full_in_the_middle_leaves_nothing(
    backups: Backups, monkeypatch: pytest.MonkeyPatch, step: str, does: Callable[..., None]
) -> None:
    monkeypatch.setattr(f"bonddiary.store.copies.{step}", does)
    for _ in range(2):
        with pytest.raises(DiaryError, match="left"):
            backups.make(Why.ASKED)
    assert list(backups.folder.iterdir()) == []


def test_a_full_disk_makes_no_copy_a_damaged_one(backups: Backups, monkeypatch: pytest.MonkeyPatch) -> None:
    made = backups.make(Why.ASKED)
    monkeypatch.setattr("bonddiary.store.copies.atomic_write", no_room_for_facts)
    assert backups.check(made).number == made.number


def test_one_more_in_a_folder_of_choice(backups: Backups, path: Path, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    with pytest.raises(NotFound):
        backups.make_in(stick)
    stick.mkdir()
    made = backups.make_in(stick)
    assert made.parent == stick
    assert held(made) == held(path)
    assert backups.all() == ()


def test_what_isnt_needed_goes_when_a_new_one_is_there(path: Path) -> None:
    for day in range(40):
        Backups(path, clock_at(NOW.shifted(timedelta(days=day)))).make(Why.DAILY)
    left = Backups(path, clock_at(NOW)).all()
    assert 15 <= len(left) < 25
    assert left[0].number == 40
    for copy in left:
        Backups(path, clock_at(NOW)).check(copy)


def test_a_last_step_that_fails_leaves_the_diary_as_it_was(
    backups: Backups, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = backups.make(Why.ASKED)
    add_one(path)
    before = held(path)
    rename = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if self.name == f".{path.name}.new":
            raise PermissionError(13, "Permission denied")
        return rename(self, target)

    with monkeypatch.context() as broken:
        broken.setattr(Path, "replace", refuse)
        with pytest.raises(DiaryError, match="as it was"):
            backups.put_back(old)
    assert held(path) == before
    assert not list(path.parent.glob(".*.new"))
