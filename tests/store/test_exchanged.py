"""A program that has the diary open while another one puts a new file in its place: what it says is saved is in the diary."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlite

from bonddiary.diary.moving import move
from bonddiary.diary.sealing import Sealing
from bonddiary.domain.errors import DiaryError, DiaryLocked
from bonddiary.domain.moment import Moment
from bonddiary.keys.key import Key
from bonddiary.keys.passphrase import typed
from bonddiary.keys.plain import is_sealed
from bonddiary.keys.slot_file import Slots
from bonddiary.store import putting_aside, sealing
from bonddiary.system.paths import find_paths
from tests.builders import NOW, clock_at
from tests.diary.programs import Other
from tests.keys.made import WORDS, Family, family


@pytest.fixture
def plain(tmp_path: Path) -> Family:
    return family(tmp_path / "data")


def encrypt(plain: Family) -> None:
    plain.lock()


def decrypt(plain: Family) -> None:
    plain.sealing.decrypt(plain.key())


def put_back(plain: Family) -> None:
    backups = plain.backups()
    backups.put_back(backups.all()[0])


def moved(plain: Family) -> None:
    move(plain.paths, find_paths(plain.paths.data.parent / "new"), clock_at(NOW))


def salvage(plain: Family) -> None:
    plain.backups().salvage()


@pytest.mark.parametrize("act", [encrypt, decrypt, put_back, moved, salvage])
def test_what_comes_after_is_refused_with_words(plain: Family, act: Callable[[Family], None]) -> None:
    key = plain.lock().key if act is decrypt else None
    with Other(plain.paths, key) as other:
        assert other.log("before") == "saved"
        act(plain)
        for _ in range(2):  # and again: a second try is no other
            said = other.log("after")
            assert said.startswith("DiaryExchanged: "), said
            assert "damaged" not in said
        assert other.read().startswith(("DiaryExchanged: ", "read"))


@pytest.mark.parametrize("act", [encrypt, decrypt, put_back, moved, salvage])
def test_whatever_was_said_to_be_saved_meanwhile_is_there(
    plain: Family, act: Callable[[Family], None]
) -> None:
    """Another program saves as fast as it can, before, while and after."""
    key = plain.lock().key if act is decrypt else None
    with Other(plain.paths, key) as other:
        other.go_on()
        time.sleep(0.1)
        for _ in range(40):  # in between it may hold the file for longer than is waited for
            try:
                act(plain)
            except DiaryLocked:
                continue
            break
        else:
            pytest.fail("the other never let go of the file")
        time.sleep(0.1)
        saved = other.stop()
    assert saved
    paths = find_paths(plain.paths.data)
    here = Family(paths)
    now = here.key() if here.guard.locked else None
    there = {record.note for record in here.records(now) if isinstance(record, Moment)}
    if act is put_back:  # what was there is the newest copy
        backups = here.backups(now)
        there |= {
            entry.note for entry in backups.reading(backups.all()[0]).records if isinstance(entry, Moment)
        }
    assert set(saved) <= there


def test_from_the_first_row_to_the_swap_nobody_else_can_write(
    plain: Family, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also not between the end of copying and the comparing, when SQLite would let go of the file by itself."""
    real, said = sealing._open, []

    def watched(path: Path, key: Key | None) -> sqlite.Connection:
        connection = real(path, key)

        def look(statement: str) -> None:
            if not connection.in_transaction and statement.startswith("DETACH"):
                said.append(other.log("in between"))

        if path == plain.paths.diary:  # and not for its copies
            connection.set_trace_callback(look)
        return connection

    monkeypatch.setattr(sealing, "_open", watched)
    with Other(plain.paths, busy_ms=10) as other:
        plain.lock()
    assert len(said) == 1
    assert said[0].startswith("DiaryLocked: ")


def test_in_between_nobody_begins_a_new_diary(plain: Family, monkeypatch: pytest.MonkeyPatch) -> None:
    """It would be lost with all that was noted in it."""
    real, seen = putting_aside._into_place, []

    def look(fresh: Path, diary: Path) -> None:
        seen.append(diary.exists())
        real(fresh, diary)

    monkeypatch.setattr(putting_aside, "_into_place", look)
    put_back(plain)
    assert seen == [True]
    assert not list(plain.paths.data.rglob("replaced-*"))


def test_what_cant_be_put_in_its_place_leaves_one_file(
    plain: Family, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    before = plain.records()
    with monkeypatch.context() as patched:
        patched.setattr(putting_aside, "_into_place", refuse)
        with pytest.raises(DiaryError, match="as it was"):
            put_back(plain)
    assert plain.records() == before
    assert not list(plain.paths.data.rglob("replaced-*"))
    assert plain.paths.diary.stat().st_nlink == 1


def test_two_programs_set_a_passphrase_at_once(plain: Family, monkeypatch: pytest.MonkeyPatch) -> None:
    """One of them does; the other has changed nothing, and its words open nothing."""
    before, others = plain.records(), "another family of words"
    real, said = sealing._write_anew, []

    def meanwhile(*args: object) -> None:
        monkeypatch.setattr(sealing, "_write_anew", real)
        with Other(plain.paths) as other:
            said.append(other.lock(others))
        real(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(sealing, "_write_anew", meanwhile)
    with pytest.raises(DiaryError):
        plain.lock()
    assert said == ["locked"]
    assert plain.records(plain.key(others)) == before
    with pytest.raises(DiaryError, match="doesn’t open"):
        plain.key()


def test_a_locking_that_waits_in_vain_leaves_the_others_files(
    plain: Family, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other way round: the first holds the file, and the second gives up."""
    before, said, guard = plain.records(), [], plain.guard
    monkeypatch.setattr(sealing, "BUSY_MS", 10)
    real = guard.file.write
    with Other(plain.paths, busy_ms=10) as other:

        def meanwhile(slots: Slots) -> None:
            said.append(other.lock("another family of words"))
            real(slots)

        monkeypatch.setattr(guard.file, "write", meanwhile)
        made = Sealing(plain.paths.diary, clock_at(NOW), guard).encrypt(typed(WORDS), "Sam")
    assert said
    assert said[0].startswith("DiaryLocked: ")
    assert is_sealed(plain.paths.diary)
    assert plain.records(made.key) == plain.records(plain.key()) == before
