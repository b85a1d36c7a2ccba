"""While something is erased, or after a cut: nobody copies or writes it meanwhile, and nothing of it lies about."""

import errno
import os
import shutil
import threading
import time
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlite

from bonddiary.bootstrap import open_diary
from bonddiary.diary.copies import Backups
from bonddiary.diary.erasing_for_good import ErasingForGood
from bonddiary.domain.copies import Why
from bonddiary.domain.erasing import ToErase
from bonddiary.domain.errors import DiaryError, DiaryLocked, DiskFault, NotFound
from bonddiary.domain.records import ref_to
from bonddiary.domain.when import When
from bonddiary.store import database, rewriting
from bonddiary.system.paths import Paths, find_paths
from tests.builders import NOW, clock_at, everything, moment, open_at
from tests.diary.test_erasing_for_good import CANARY, KEPT, ON_DAY, WREN, build, held, of_wren, where


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    """A family's folder, with no diary yet."""
    return find_paths(tmp_path / "data")


def test_an_error_of_the_disk_deletes_no_copy(paths: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    erasing = build(paths, of_wren())

    def broken(_connection: object) -> None:
        raise sqlite.OperationalError("disk I/O error")

    before = rewriting.files_beside(paths.data / "backups")
    with monkeypatch.context() as patched:
        patched.setattr(rewriting, "version", broken)
        with pytest.raises(DiskFault):
            erasing.erase(ToErase(baby=WREN.id))
    assert set(before) <= set(rewriting.files_beside(paths.data / "backups"))
    assert WREN in held(paths.diary)


def test_cut_off_before_a_copys_facts_are_told_it_is_whole_the_next_time(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    erasing = build(paths, of_wren())

    def cut(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(Backups, "renew", cut)
        with pytest.raises(KeyboardInterrupt):
            erasing.erase(ToErase(baby=WREN.id))
    erasing.erase(ToErase(baby=WREN.id))
    backups = Backups(paths.diary, clock_at(NOW))
    assert len(backups.all()) == 4
    assert all(backups.check(copy) for copy in backups.all())
    assert not list(backups.folder.glob(".*"))


def test_a_copy_made_meanwhile_holds_nothing_of_it(paths: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    erasing, real = build(paths, of_wren()), rewriting.sweep
    backups = Backups(paths.diary, clock_at(NOW))
    copying = threading.Thread(target=lambda: backups.make(Why.CHANGES))

    def begin_one(folder: Path) -> None:
        monkeypatch.setattr(rewriting, "sweep", real)
        copying.start()
        real(folder)

    monkeypatch.setattr(rewriting, "sweep", begin_one)
    erasing.erase(ToErase(baby=WREN.id))
    copying.join()
    assert len(backups.all()) == 4
    assert where(paths) == []


def test_no_copy_is_made_of_what_is_all_erased(paths: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    erasing, real = build(paths, of_wren()), rewriting.sweep
    backups, said = Backups(paths.diary, clock_at(NOW)), []

    def copy() -> None:
        with pytest.raises(DiaryError) as told:
            backups.make(Why.CHANGES)
        said.append(told)

    copying = threading.Thread(target=copy)

    def begin_one(folder: Path) -> None:
        monkeypatch.setattr(rewriting, "sweep", real)
        copying.start()
        real(folder)

    monkeypatch.setattr(rewriting, "sweep", begin_one)
    erasing.erase_everything()
    copying.join()
    assert said
    assert [each for each in paths.data.rglob("*") if each.is_file()] == []


@pytest.mark.parametrize("name", [".diary.db.new", ".diary.db.old.part", ".diary.db.part"])
def test_what_was_cut_off_beside_the_diary_goes(paths: Paths, name: str) -> None:
    erasing = build(paths, of_wren())
    shutil.copyfile(paths.diary, paths.data / name)
    erasing.erase(ToErase(baby=WREN.id))
    assert where(paths) == []
    assert not (paths.data / name).exists()


def test_what_was_cut_off_long_ago_goes_at_an_opening(paths: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    build(paths, of_wren())
    left = paths.data / ".diary.db.new"
    shutil.copyfile(paths.diary, left)
    open_diary(paths, clock_at(NOW)).close()
    assert left.exists(), "somebody may be at it"
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 2 * 60 * 60)
    open_diary(paths, clock_at(NOW)).close()
    assert not left.exists()
    assert paths.diary.exists()


def test_nothing_is_written_to_the_diary_meanwhile(paths: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    erasing, real = build(paths, of_wren()), rewriting.rewrite
    monkeypatch.setattr(database, "BUSY_MS", 10)

    def press(*args: object, **named: object) -> None:
        monkeypatch.setattr(rewriting, "rewrite", real)
        diary = open_at(paths.diary)
        with pytest.raises(DiaryLocked):
            diary.bring_in([moment(baby=WREN.id, note=CANARY)], "test")
        diary.close()
        real(*args, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(rewriting, "rewrite", press)
    erasing.erase(ToErase(baby=WREN.id))
    assert where(paths) == []


def test_an_edit_of_what_was_erased_brings_nothing_back(paths: Paths) -> None:
    entry = moment(note=CANARY, at=ON_DAY, until=None)
    erasing = build(paths, [entry])
    erasing.erase(ToErase(entries=frozenset([entry.id])))
    diary = open_at(paths.diary)
    with pytest.raises(NotFound):
        diary.edit(replace(entry, note=f"{CANARY} more"))
    diary.close()
    assert entry.id not in repr(held(paths.diary))


def test_a_change_of_several_of_which_one_was_erased_changes_none(paths: Paths) -> None:
    gone, kept = (moment(note=CANARY, at=ON_DAY, until=None) for _ in range(2))
    erasing = build(paths, [gone, kept])
    erasing.erase(ToErase(entries=frozenset([gone.id])))
    diary = open_at(paths.diary)
    before = everything(diary)
    with pytest.raises(NotFound, match="none was changed"):
        diary.edit(*(replace(each, about=True) for each in (gone, kept)))
    assert everything(diary) == before
    assert diary.undo_title() is None
    diary.edit(replace(kept, about=True), added=[moment(at=ON_DAY, until=None)])  # as one that is cut in two
    diary.close()
    assert gone.id not in repr(held(paths.diary))


@pytest.mark.parametrize("act", ["edit", "delete", "restore"])
def test_erased_by_another_program_between_reading_and_writing(
    paths: Paths, act: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At the last moment before the step is written."""
    gone, kept = (moment(note=CANARY, at=ON_DAY, until=None) for _ in range(2))
    build(paths, [gone, kept])
    diary, other = open_at(paths.diary), open_at(paths.diary)
    other.delete(ref_to(gone))
    real = database.Database.write

    def erased_first(self: database.Database, *args: object) -> object:
        monkeypatch.setattr(database.Database, "write", real)
        other.erase_deleted(When.of(NOW.utc + timedelta(days=1), NOW.zone))
        return real(self, *args)  # type: ignore[arg-type]

    monkeypatch.setattr(database.Database, "write", erased_first)
    given = [replace(each, about=True) if act == "edit" else ref_to(each) for each in (gone, kept)]
    with pytest.raises(NotFound):
        getattr(diary, act)(*given)
    diary.close()
    other.close()
    assert gone.id not in repr(held(paths.diary))
    assert kept in held(paths.diary)


def test_a_diary_and_copies_that_are_linked_to(paths: Paths, tmp_path: Path) -> None:
    erasing = build(paths, of_wren())
    real = tmp_path / "real"
    real.mkdir()
    shutil.move(paths.data / "backups", real / "copies")
    (paths.data / "backups").symlink_to(real / "copies")
    shutil.move(paths.diary, real / "my.db")
    paths.diary.with_name("diary.db-journal").unlink(missing_ok=True)
    paths.diary.symlink_to(real / "my.db")
    erasing.erase(ToErase(baby=WREN.id))
    assert not [each for each in real.rglob("*") if each.is_file() and CANARY.encode() in each.read_bytes()]
    assert KEPT.encode() in (real / "my.db").read_bytes()
    backups = Backups(paths.diary, clock_at(NOW))
    backups.put_back(backups.all()[0])
    assert paths.diary.is_symlink()
    assert KEPT.encode() in (real / "my.db").read_bytes()
    erasing.erase_everything()
    assert [each for each in (*real.rglob("*"), *paths.data.rglob("*")) if each.is_file()] == []


def test_copies_on_another_disk(paths: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    build(paths, of_wren())
    backups = Backups(paths.diary, clock_at(NOW))
    copy, rename = backups.all()[0], Path.replace
    paths.diary.write_bytes(paths.diary.read_bytes()[:5000])

    def across(self: Path, target: Path) -> Path:
        if self.parent != Path(target).parent:
            raise OSError(errno.EXDEV, "Invalid cross-device link")
        return rename(self, target)

    def no_second_name(*_: object) -> None:
        raise OSError(errno.EXDEV, "Invalid cross-device link")

    monkeypatch.setattr(Path, "replace", across)
    monkeypatch.setattr(os, "link", no_second_name)
    aside = backups.put_back(copy)
    assert aside is not None
    assert (aside.parent, aside.stat().st_size) == (paths.data, 5000)
    assert WREN in held(paths.diary)
    ErasingForGood(paths, backups).erase(ToErase(baby=WREN.id))
    assert where(paths) == []


def test_where_the_diary_cant_be_put_aside_no_second_one_stays(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(paths, of_wren())
    backups = Backups(paths.diary, clock_at(NOW))
    before = paths.diary.read_bytes()

    def refuse(*_: object) -> None:
        raise OSError(errno.EACCES, "Permission denied")

    monkeypatch.setattr("bonddiary.store.putting_aside._renamed", refuse)
    with pytest.raises(DiaryError):
        backups.put_back(backups.all()[0])
    assert not (paths.data / ".diary.db.new").exists()
    assert paths.diary.read_bytes() == before
