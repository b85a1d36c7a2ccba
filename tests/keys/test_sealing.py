"""A plain diary becomes a locked one and back; its copies come along, and nothing is lost."""

import os
from datetime import timedelta
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlite

from bonddiary.bootstrap import open_diary
from bonddiary.diary.copies import Backups
from bonddiary.diary.sealing import Step
from bonddiary.domain.copies import Why
from bonddiary.domain.errors import (
    DiaryDamaged,
    DiaryError,
    DiaryLocked,
    NoSuchDiary,
    NotADiary,
    PassphraseNeeded,
)
from bonddiary.keys.key import Key
from bonddiary.keys.passphrase import typed
from bonddiary.keys.plain import is_plain, is_sealed
from bonddiary.store import sealing
from tests.builders import NOW, clock_at, moment
from tests.keys.made import CANARY, WORDS, Family, family
from tests.pace import quickest, times_slower
from tests.privacy.looking import files_below, holders


def diaries(family: Family) -> list[Path]:
    """The diary and every copy."""
    return [family.paths.diary, *sorted(family.backups().folder.glob("*.db"))]


def test_locked_it_holds_what_it_held(plain: Family) -> None:
    before = plain.records()
    told: list[tuple[Step, int, int]] = []
    made = plain.sealing.encrypt(typed(WORDS), "Sam", lambda *step: told.append(step))
    assert made.left == ()
    assert told == [(Step.DIARY, 0, 1), (Step.DIARY, 1, 1), *((Step.COPIES, done, 2) for done in range(3))]
    assert all(is_sealed(path) for path in diaries(plain))
    assert plain.records(made.key) == plain.records(plain.key()) == before
    for path in files_below(plain.paths.data):
        assert path.stat().st_mode & 0o777 == 0o600, path


def test_nothing_plain_is_left_in_its_folders(plain: Family) -> None:
    folder = plain.paths.data
    (folder / "backups" / ".diary-000009.db.part").write_text(f"of a copy that was cut off: {CANARY}")
    (folder / "backups" / ".look-abc").mkdir()
    (folder / "backups" / ".look-abc" / "diary-000001.db").write_bytes(plain.paths.diary.read_bytes())
    (folder / "backups" / "diary-0004.db").write_bytes(plain.paths.diary.read_bytes())  # before an upgrade
    assert plain.paths.diary in holders(CANARY, files_below(folder))
    plain.lock()
    opened = open_diary(plain.paths, clock_at(NOW), plain.key())
    opened.bring_in([moment(note=f"again {CANARY}")], "test")
    opened.keep_draft("log", f"again {CANARY}")
    opened.close()
    backups = plain.backups(plain.key())
    backups.make(Why.ASKED)
    backups.look_inside(backups.all()[0])
    assert [path for path in holders(CANARY, files_below(folder)) if ".part" not in path.name] == []
    for path in diaries(plain):
        for name in ("moment", "CREATE TABLE", "Robin", "SQLite format"):
            assert name.encode() not in path.read_bytes()


def test_what_is_written_over_is_gone_from_its_place(plain: Family) -> None:
    with plain.paths.diary.open("rb") as file:  # as somebody would who reads the disk, not the folder
        plain.lock()
        file.seek(0)
        assert set(file.read()) == {0}


def test_a_file_that_has_a_second_name_elsewhere_is_not_written_over(plain: Family, tmp_path: Path) -> None:
    other = tmp_path / "kept.db"
    os.link(plain.paths.diary, other)
    before = other.read_bytes()
    plain.lock()
    assert other.read_bytes() == before


def test_plain_again_it_holds_what_it_held(locked: Family) -> None:
    key = locked.key()
    before = locked.records(key)
    locked.backups(key).make(Why.ASKED)
    assert locked.sealing.decrypt(key) == ()
    assert not key.held
    assert not locked.guard.locked
    assert all(is_plain(path) for path in diaries(locked))
    assert locked.records() == before
    backups = locked.backups()
    assert [backups.check(copy).entries for copy in backups.all()] == [copy.entries for copy in backups.all()]
    assert len(backups.all()) == 3
    assert not list(locked.paths.data.glob("diary.keys*"))
    assert b'"keys"' not in b"".join(path.read_bytes() for path in backups.folder.glob("*.json"))


def test_back_and_forth_makes_another_key(locked: Family) -> None:
    first = bytes(locked.key().read())
    locked.sealing.decrypt(locked.key())
    locked.lock()
    assert bytes(locked.key().read()) != first


def test_copies_are_made_checked_looked_into_and_put_back(locked: Family) -> None:
    key = locked.key()
    before = locked.records(key)
    backups = locked.backups(key)
    diary = open_diary(locked.paths, clock_at(NOW), key)
    diary.bring_in([moment()], "test")
    diary.close()
    made = backups.make(Why.ASKED)
    assert made.entries == backups.all()[1].entries + 1
    assert [backups.check(copy).number for copy in backups.all()] == [3, 2, 1]
    assert backups.look_inside(made).newest
    assert len(backups.reading(made).records) >= made.entries
    assert backups.put_back(backups.all()[1]) is None
    assert locked.records(key) == before
    assert all(is_sealed(path) for path in diaries(locked))
    assert backups.wrong_with_diary() == []


def test_a_copy_on_a_stick_is_opened_by_the_passphrase_alone(locked: Family, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    locked.backups(locked.key()).make_in(stick)
    new = tmp_path / "new laptop"
    (new / "backups").mkdir(parents=True)
    for path in stick.iterdir():
        (new / "backups" / path.name).write_bytes(path.read_bytes())
    from bonddiary.system.paths import find_paths

    there = Family(find_paths(new))
    assert there.guard.locked
    backups = there.backups(there.key())
    backups.put_back(backups.all()[0])
    assert there.records(there.key()) == locked.records(locked.key())
    assert there.guard.file.path.exists()


def test_a_plain_copy_that_is_put_back_becomes_locked(locked: Family, tmp_path: Path) -> None:
    other = family(tmp_path / "other", copies=1)
    for path in other.backups().folder.iterdir():
        (locked.paths.data / "backups" / path.name.replace("000001", "000007")).write_bytes(
            path.read_bytes().replace(b"000001", b"000007").replace(b'"number": 1', b'"number": 7')
            if path.suffix == ".json" else path.read_bytes()
        )  # fmt: skip
    key = locked.key()
    backups = locked.backups(key)
    backups.put_back(backups.numbered(7))
    assert is_sealed(locked.paths.diary)
    assert locked.records(key) == other.records()


def test_without_the_key_nothing_is_done_to_a_locked_diary(locked: Family) -> None:
    before = {path: path.read_bytes() for path in files_below(locked.paths.data)}
    backups = locked.backups()
    forgotten = locked.key()
    forgotten.forget()
    for each in (backups, locked.backups(forgotten)):
        for act in (each.make, each.put_back, each.make_in):
            given = {each.make: Why.ASKED, each.put_back: each.all()[0], each.make_in: locked.paths.data}[act]
            with pytest.raises(PassphraseNeeded):
                act(given)  # type: ignore[arg-type]
        with pytest.raises(PassphraseNeeded):
            each.wrong_with_diary()
    assert {path: path.read_bytes() for path in files_below(locked.paths.data)} == before


def test_wrong_key_damage_and_a_plain_file_are_told_apart(locked: Family) -> None:
    key = locked.key()
    whole = locked.paths.diary.read_bytes()
    with pytest.raises(DiaryDamaged):
        locked.records(Key.new())  # can't come from a slot: what a slot gives is the key
    locked.paths.diary.write_bytes(b"\xff\xd8\xff\xe0 a picture" + bytes(9_000))
    assert locked.key().held
    with pytest.raises(DiaryDamaged):
        locked.records(key)
    locked.paths.diary.write_bytes(whole)
    locked.sealing.decrypt(locked.key())
    with pytest.raises(NotADiary):
        locked.records(key if key.held else Key.new())


def test_what_cannot_be_locked_is_named(plain: Family) -> None:
    torn = min(plain.backups().folder.glob("*.db"))
    torn.write_bytes(torn.read_bytes()[:9_000])
    left = plain.lock().left
    assert left == (torn,)
    assert plain.key().held


def test_a_damaged_diary_is_not_locked(plain: Family) -> None:
    content = plain.paths.diary.read_bytes()
    plain.paths.diary.write_bytes(content[: len(content) // 2])
    with pytest.raises(DiaryDamaged):
        plain.lock()
    assert not plain.guard.locked
    assert plain.paths.diary.read_bytes() == content[: len(content) // 2]


def test_locking_twice_or_nothing_is_refused(locked: Family, tmp_path: Path) -> None:
    with pytest.raises(DiaryError, match="already"):
        locked.lock()
    assert locked.key().held
    other = family(tmp_path / "other", copies=0)
    with pytest.raises(NoSuchDiary):
        other.sealing.decrypt(Key.new())
    other.paths.diary.unlink()
    with pytest.raises(NoSuchDiary):
        other.lock()


def test_another_program_that_writes_is_waited_for_or_named(
    plain: Family, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bonddiary.store.sealing.BUSY_MS", 10)
    before = plain.records()
    other = sqlite.connect(str(plain.paths.diary), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(DiaryLocked):
        plain.lock()
    other.close()
    assert not plain.guard.locked
    assert plain.records() == before


def no_room(*_: object, **__: object) -> None:
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize("step", ["os.fsync", "make_private_file", "Path.replace"])
def test_a_full_disk_leaves_it_as_it_was(plain: Family, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    before = plain.paths.diary.read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(f"bonddiary.store.sealing.{step}", no_room)
        with pytest.raises(DiaryError, match=r"as it was|no room|can’t be saved"):
            plain.lock()
    assert plain.paths.diary.read_bytes() == before
    assert not plain.guard.locked
    assert not [path for path in files_below(plain.paths.data) if path.name.endswith(".part")]


@pytest.mark.parametrize("step", ["sync_folder", "erase"])
def test_what_goes_wrong_after_the_swap_is_done_later(
    plain: Family, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    real = getattr(sealing, step)

    def no_room_once_locked(path: Path) -> None:
        if plain.guard.locked:
            no_room()
        real(path)

    with monkeypatch.context() as patch:
        patch.setattr(sealing, step, no_room_once_locked)
        plain.lock()
    key = plain.key()
    plain.sealing.finish(key)
    assert holders(CANARY, files_below(plain.paths.data)) == []
    assert plain.records(key)


def test_neither_key_nor_entry_is_in_an_error(locked: Family, capfd: pytest.CaptureFixture[str]) -> None:
    key = locked.key()
    whole = locked.paths.diary.read_bytes()
    for place in (0, 20, 4_096 + 50, len(whole) - 100):
        locked.paths.diary.write_bytes(whole[:place] + bytes(64) + whole[place + 64 :])
        try:
            locked.records(key)
            found = locked.backups(key).wrong_with_diary()
            assert found
            said = " ".join(found)
        except DiaryError as error:
            said = f"{error!r} {error.__cause__!r} {error.__context__!r}"
        for secret in (key.read().hex(), CANARY, WORDS):
            assert secret not in said
    out, err = capfd.readouterr()
    assert out == err == "", "SQLCipher's own log is quiet"


def test_the_key_unlocks_without_slow_steps(locked: Family, tmp_path: Path) -> None:
    key, other = locked.key(), family(tmp_path / "other", copies=0)

    def took(family: Family, key: Key | None) -> float:
        return quickest(lambda: open_diary(family.paths, clock_at(NOW), key).close(), 15)

    assert took(locked, key) - took(other, None) < 0.02 * times_slower()


def test_an_older_diary_is_brought_up_to_date_locked(tmp_path: Path) -> None:
    from bonddiary.system.paths import find_paths

    paths = find_paths(tmp_path / "data")
    paths.make()
    fixture = Path(__file__).parents[1] / "fixtures" / "diaries" / "v0004.sqlite"
    paths.diary.write_bytes(fixture.read_bytes())
    old = Family(paths)
    key = old.lock().key
    assert old.records(key)
    assert is_sealed(paths.data / "backups" / "diary-0004.db")


def test_copies_in_the_second_place_come_along_at_the_next_one(plain: Family, tmp_path: Path) -> None:
    second = tmp_path / "stick" / "Bond Diary"
    second.mkdir(parents=True)
    other = second / ".music.part"
    other.write_text("somebody else’s")
    plain.backups().make_in(second)
    key = plain.lock().key
    later = Backups(plain.paths.diary, clock_at(NOW.shifted(timedelta(days=2))), key)
    assert later.make_second(second) is not None
    assert [path for path in holders(CANARY, files_below(second)) if is_plain(path)] == []
    assert len(list(second.glob("*.db"))) == 2
    assert all(is_sealed(path) for path in second.glob("*.db"))
    assert other.read_text() == "somebody else’s"


def test_what_a_restoring_that_was_cut_off_left_is_written_over(locked: Family, tmp_path: Path) -> None:
    other = family(tmp_path / "other", copies=0)
    fresh = locked.paths.data / ".diary.db.new"
    fresh.write_bytes(other.paths.diary.read_bytes())
    locked.sealing.finish(locked.key())
    assert not fresh.exists()


def test_a_new_diary_begun_in_a_locked_ones_place_is_locked(locked: Family) -> None:
    key = locked.key()
    before = locked.paths.diary.read_bytes()
    aside = locked.backups(key).start_empty()
    assert aside is not None
    assert aside.read_bytes() == before
    assert is_sealed(locked.paths.diary)
    assert locked.records(locked.key()) == ()
