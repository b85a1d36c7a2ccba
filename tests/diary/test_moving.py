"""A diary is moved whole, with its copies and choices, or stays whole where it is; a start there finds it."""

import shutil
from pathlib import Path

import pytest

from bonddiary.bootstrap import open_diary
from bonddiary.diary.copies import Backups
from bonddiary.diary.erasing_for_good import ErasingForGood
from bonddiary.diary.moving import move
from bonddiary.domain.copies import Why
from bonddiary.domain.errors import DiaryError, DiaryExchanged, DiaryLocked, DiaryLost
from bonddiary.store import database
from bonddiary.system.paths import BESIDE_THE_LOCK, CAME_FROM, MOVED, Paths, find_paths
from bonddiary.system.settings import Settings, load_settings, save_settings
from tests.builders import NOW, clock_at, everything, moment, one_of_each, open_at


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


def test_what_would_be_taken_away_beside_the_diary_goes_with_it(old: Paths, new: Paths) -> None:
    names = ("diary.db-by-hand", "replaced-20261101T000000Z.db", "replaced-20261101T000000Z.db-journal")
    for name in names:
        (old.data / name).write_text(name)
    move(old, new, clock_at(NOW))
    assert [(new.data / name).read_text() for name in names] == list(names)
    assert [each.name for each in old.data.iterdir()] == [MOVED]
    assert {(new.data / name).stat().st_mode & 0o077 for name in names} == {0}


def test_also_beside_a_diary_that_is_a_link(old: Paths, new: Paths, tmp_path: Path) -> None:
    (tmp_path / "disk").mkdir()
    real = old.diary.rename(tmp_path / "disk" / "robin.db")
    old.diary.symlink_to(real)
    for name in ("robin.db-by-hand", "replaced-20261101T000000Z.db", *BESIDE_THE_LOCK):
        (real.parent / name).write_text(name)
    move(old, new, clock_at(NOW))
    assert (new.data / "robin.db-by-hand").read_text() == "robin.db-by-hand"
    assert (new.data / "replaced-20261101T000000Z.db").is_file()
    assert not list(real.parent.iterdir())


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


def test_nothing_is_saved_in_the_old_place_meanwhile(
    old: Paths, new: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, late = shutil.copyfile, moment(note="late")

    def log_meanwhile(source: Path, target: Path) -> object:
        monkeypatch.setattr(shutil, "copyfile", real)
        monkeypatch.setattr(database, "BUSY_MS", 10)
        diary = open_at(old.diary)
        with pytest.raises(DiaryLocked):
            diary.bring_in([late], "test")
        diary.close()
        return real(source, target)

    monkeypatch.setattr(shutil, "copyfile", log_meanwhile)
    before = held(old.diary)
    move(old, new, clock_at(NOW))
    assert held(new.diary) == before


def test_a_program_that_had_it_open_saves_nothing_into_the_deleted_file(old: Paths, new: Paths) -> None:
    other = open_at(old.diary)
    other.bring_in([moment(note="early")], "test")
    move(old, new, clock_at(NOW))
    with pytest.raises(DiaryError):
        other.bring_in([moment(note="late")], "test")
    other.close()
    assert "early" in repr(held(new.diary))


@pytest.mark.parametrize("name", ["backups/replaced-20250101T000000Z.db", "diary.keys-abcd.json"])
def test_a_part_of_another_diary_there_stays(old: Paths, new: Paths, name: str) -> None:
    new.make()
    (new.data / "backups").mkdir()
    (new.data / name).write_bytes(b"of an earlier diary")
    with pytest.raises(DiaryError, match="already"):
        move(old, new, clock_at(NOW))
    assert (new.data / name).read_bytes() == b"of an earlier diary"
    assert old.diary.exists()


def test_cut_off_before_the_old_files_go_the_new_ones_are_opened(
    old: Paths, new: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = held(old.diary)

    def cut(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(ErasingForGood, "erase_everything", cut)
        with pytest.raises(KeyboardInterrupt):
            move(old, new, clock_at(NOW))
    assert old.diary.exists()
    assert find_paths(old.data).diary == new.diary
    move(old, new, clock_at(NOW))
    assert [each.name for each in old.data.iterdir()] == [MOVED]
    assert find_paths(old.data).diary == new.diary
    assert held(new.diary) == before


@pytest.fixture
def cut_off(old: Paths, new: Paths, monkeypatch: pytest.MonkeyPatch) -> Paths:
    """Moved, and switched off before the old files went."""

    def cut(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(ErasingForGood, "erase_everything", cut)
        with pytest.raises(KeyboardInterrupt):
            move(old, new, clock_at(NOW))
    assert old.diary.exists()
    return new


def test_cut_off_the_old_files_go_at_the_next_start(old: Paths, cut_off: Paths) -> None:
    """A start by the program's icon knows nothing of the old folder."""
    before = held(cut_off.diary)
    open_diary(cut_off, clock_at(NOW)).close()
    assert [each.name for each in old.data.iterdir()] == [MOVED]
    assert not (cut_off.data / CAME_FROM).exists()
    assert held(cut_off.diary) == before
    assert find_paths(old.data).diary == cut_off.diary


def test_while_a_window_is_open_there_they_stay(
    old: Paths, cut_off: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr("bonddiary.diary.moving.window_is_open", lambda _: True)
        open_diary(cut_off, clock_at(NOW)).close()
    assert old.diary.exists()
    open_diary(cut_off, clock_at(NOW)).close()
    assert not old.diary.exists()


def test_a_folder_that_says_otherwise_is_left(old: Paths, cut_off: Paths, tmp_path: Path) -> None:
    """Another diary may have been put there since."""
    (old.data / MOVED).unlink()
    before = old.diary.read_bytes()
    open_diary(cut_off, clock_at(NOW)).close()
    assert old.diary.read_bytes() == before
    shutil.move(old.data, tmp_path / "away")
    open_diary(cut_off, clock_at(NOW)).close()
    assert (cut_off.data / CAME_FROM).exists()


@pytest.mark.parametrize("words", [b"", b"\xff", b"one", b"one\ntwo\nthree\nfour", b"\0\n\0\n\0"])
def test_a_note_that_says_nothing_does_nothing(old: Paths, cut_off: Paths, words: bytes) -> None:
    (cut_off.data / CAME_FROM).write_bytes(words)
    open_diary(cut_off, clock_at(NOW)).close()
    assert old.diary.exists()


def test_done_it_leaves_no_note(old: Paths, new: Paths) -> None:
    move(old, new, clock_at(NOW))
    assert not (new.data / CAME_FROM).exists()


def test_what_another_program_has_open_gets_nothing_once_the_pointer_stands(
    old: Paths, cut_off: Paths
) -> None:
    """The cut may come before the old file is made unusable."""
    other = open_at(old.diary)
    with pytest.raises(DiaryExchanged):
        other.keep_draft("log", "half typed")
    other.close()


def test_choices_go_too_where_some_are_there(old: Paths, new: Paths) -> None:
    new.make()
    save_settings(Settings(), new.settings)
    save_settings(Settings(second_place="/media/stick"), old.settings)
    move(old, new, clock_at(NOW))
    assert load_settings(new.settings).second_place == "/media/stick"
