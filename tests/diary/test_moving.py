"""A diary is moved whole, with its copies and choices, or stays whole where it is; a start there finds it."""

import shutil
from pathlib import Path

import pytest

from bonddiary.bootstrap import open_diary
from bonddiary.diary.copies import Backups
from bonddiary.diary.moving import move
from bonddiary.domain.copies import Why
from bonddiary.domain.errors import DiaryError, DiaryLost
from bonddiary.system.paths import MOVED, Paths, find_paths
from bonddiary.system.settings import Settings, load_settings, save_settings
from tests.builders import NOW, clock_at, everything, one_of_each, open_at


@pytest.fixture
def old(tmp_path: Path) -> Paths:
    """A diary in a shared folder, copied once."""
    made = find_paths(tmp_path / "Dropbox" / "diary")
    made.make()
    diary = open_at(made.diary)
    diary.bring_in(one_of_each(), "test")
    diary.close()
    Backups(made.diary, clock_at(NOW)).make(Why.DAILY)
    save_settings(Settings(text_size=125), made.settings)
    return made


@pytest.fixture
def new(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Paths:
    return Paths(tmp_path / "home" / "data", tmp_path / "home" / "config", tmp_path / "home" / "state")


def held(path: Path) -> tuple[object, ...]:
    diary = open_at(path)
    found = everything(diary)
    diary.close()
    return found


def test_all_of_it_goes(old: Paths, new: Paths) -> None:
    before = held(old.diary)
    copies = {copy.sha256 for copy in Backups(old.diary, clock_at(NOW)).all()}
    move(old, new, clock_at(NOW))
    assert held(new.diary) == before
    there = Backups(new.diary, clock_at(NOW))
    assert copies == {copy.sha256 for copy in there.all()}
    assert len(there.all()) == 2
    assert all(there.check(copy) for copy in there.all())
    assert load_settings(new.settings).text_size == 125
    assert [each.name for each in old.data.iterdir()] == [MOVED]
    assert new.diary.stat().st_mode & 0o077 == 0


def test_a_start_at_the_old_place_finds_it(old: Paths, new: Paths) -> None:
    move(old, new, clock_at(NOW))
    assert find_paths(old.data).diary == new.diary


def test_where_the_new_place_cant_be_found_no_new_diary_is_begun(old: Paths, new: Paths) -> None:
    move(old, new, clock_at(NOW))
    shutil.rmtree(new.data)
    with pytest.raises(DiaryLost, match="was moved"):
        open_diary(find_paths(old.data), clock_at(NOW))
    assert not old.diary.exists()


def test_a_diary_that_is_there_stays(old: Paths, new: Paths) -> None:
    new.make()
    open_at(new.diary).close()
    before = (held(old.diary), new.diary.read_bytes())
    with pytest.raises(DiaryError, match="already"):
        move(old, new, clock_at(NOW))
    assert (held(old.diary), new.diary.read_bytes()) == before


@pytest.mark.parametrize("at", [1, 2, 3, 4, 5])
def test_cut_short_it_stays_whole_where_it_was(
    old: Paths, new: Paths, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    before, real, done = held(old.diary), shutil.copyfile, []

    def break_off(source: Path, target: Path) -> object:
        done.append(source)
        if len(done) == at:
            raise OSError(28, "No space left on device")
        return real(source, target)

    monkeypatch.setattr(shutil, "copyfile", break_off)
    with pytest.raises(DiaryError, match="where it was"):
        move(old, new, clock_at(NOW))
    monkeypatch.undo()
    assert held(old.diary) == before
    assert not new.diary.exists()
    assert find_paths(old.data) == old
    move(old, new, clock_at(NOW))
    assert held(new.diary) == before
