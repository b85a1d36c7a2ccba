"""The slot file: whole, torn, lost, spoilt, of another program."""

import hashlib
import json
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bonddiary.domain.errors import DiaryError, InvalidEntry, KeysLost, NewerDiary, WrongPassphrase
from bonddiary.keys.passphrase import typed
from bonddiary.keys.slot_file import SlotFile, from_json
from bonddiary.keys.slots import canonical
from tests.keys.made import WORDS, Family, family


def test_it_is_private_and_holds_no_key(locked: Family) -> None:
    file, key = locked.guard.file, locked.key()
    for path in (file.path, file.second):
        assert path.stat().st_mode & 0o777 == 0o600
        assert key.read().hex() not in path.read_text()
    assert json.loads(file.path.read_text())["slots"][0]["kdf"] == {
        "alg": "argon2id",
        "m": 32,
        "t": 1,
        "p": 1,
    }


@pytest.mark.parametrize(
    "content", [None, b"", b"{", b"[]", b"null", b"\xff\0" * 40, b"[" * 100_000, b'{"v":1}']
)
def test_a_torn_or_missing_one_is_read_from_the_second_and_mended(
    locked: Family, content: bytes | None
) -> None:
    file = locked.guard.file
    whole = file.path.read_bytes()
    _spoil(file.path, content)
    assert locked.guard.locked
    assert locked.records(locked.key())
    assert file.path.read_bytes() == whole


@pytest.mark.parametrize("content", [None, b"{", b"[]"])
def test_without_both_the_newest_copy_has_it(locked: Family, content: bytes | None) -> None:
    file = locked.guard.file
    whole = file.path.read_bytes()
    _spoil(file.path, content)
    _spoil(file.second, content)
    assert locked.guard.locked
    assert locked.records(locked.key())
    assert file.path.read_bytes() == file.second.read_bytes() == whole


def test_with_none_left_that_is_said(tmp_path: Path) -> None:
    locked = family(tmp_path / "data", copies=0)
    locked.lock()
    file = locked.guard.file
    for path in (file.path, file.second):
        path.write_bytes(b"{")
    assert locked.guard.locked
    with pytest.raises(KeysLost, match="Put it back"):
        locked.key()


def test_a_changed_letter_anywhere_is_noticed(locked: Family) -> None:
    file = locked.guard.file
    whole = file.path.read_bytes()
    for place in range(0, len(whole), 7):
        file.path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert locked.key().held
        assert file.path.read_bytes() == whole


def test_a_label_that_was_changed_by_hand_opens_nothing(locked: Family) -> None:
    plain = json.loads(locked.guard.file.path.read_text())
    plain["slots"][0]["label"] = "Alex"
    del plain["sha256"]
    import hashlib

    from bonddiary.keys.slots import canonical

    text = canonical({**plain, "sha256": hashlib.sha256(canonical(plain)).hexdigest()})
    locked.guard.file.path.write_bytes(text)
    with pytest.raises(WrongPassphrase):
        locked.key()


def test_a_newer_programs_file_is_left_alone(locked: Family) -> None:
    import hashlib

    from bonddiary.keys.slots import canonical

    plain = {"v": 2, "slots": "what is to come"}
    text = canonical({**plain, "sha256": hashlib.sha256(canonical(plain)).hexdigest()})
    locked.guard.file.path.write_bytes(text)
    with pytest.raises(NewerDiary):
        locked.key()
    assert locked.guard.file.path.read_bytes() == text


def test_a_write_that_is_torn_leaves_the_ways_in_that_there_were(
    locked: Family, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = locked.guard.file.path.read_bytes()
    key = locked.key()
    for step in ("fsync", "replace"):
        with monkeypatch.context() as patch:
            patch.setattr(*(("os.fsync", _refuse) if step == "fsync" else ("pathlib.Path.replace", _refuse)))
            with pytest.raises(DiaryError):
                locked.guard.add_passphrase(key, typed("other words"), "Alex")
        assert locked.guard.file.path.read_bytes() == before
        assert sorted(path.name for path in locked.paths.data.iterdir() if path.name.startswith(".")) == []
    assert locked.key().held


def test_slots_of_another_diary_are_kept_beside(locked: Family) -> None:
    theirs = locked.guard.file.read()
    locked.paths.diary.unlink()
    other = family(locked.paths.data, copies=0)
    other.sealing.encrypt(typed("newer words"), "Sam")
    (kept,) = locked.paths.data.glob("diary.keys-*.json")
    assert from_json(json.loads(kept.read_text())) == theirs
    copy = json.loads(min((locked.paths.data / "backups").glob("diary-*.json")).read_text())
    assert from_json(copy["keys"]).diary_id in {theirs.diary_id, other.guard.file.read().diary_id}


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


@given(plain=JSON)
@settings(max_examples=60, deadline=None)
def test_whatever_is_in_it_nothing_else_is_raised(
    plain: object, tmp_path_factory: pytest.TempPathFactory
) -> None:
    file = SlotFile(tmp_path_factory.getbasetemp() / "diary.db")
    file.path.write_text(json.dumps(plain))
    try:
        file.read()
    except DiaryError:
        pass
    finally:
        os.unlink(file.path)


def _spoil(path: Path, content: bytes | None) -> None:
    if content is None:
        path.unlink()
    else:
        path.write_bytes(content)


def _refuse(*_: object, **__: object) -> None:
    raise OSError(5, "Input/output error")


def test_a_power_cut_between_two_files_leaves_no_old_way_in(locked: Family) -> None:
    file = locked.guard.file
    before = file.second.read_bytes()
    facts = sorted((locked.paths.data / "backups").glob("*.json"))
    told = [path.read_bytes() for path in facts]
    slot = locked.guard.slots()[0]
    locked.guard.change_passphrase(slot.id, typed(WORDS), typed("other words"))
    file.second.write_bytes(before)
    for path, text in zip(facts, told, strict=True):
        path.write_bytes(text)
    locked.key("other words")
    assert file.second.read_bytes() == file.path.read_bytes()
    file.path.unlink()
    file.second.unlink()
    for words in (WORDS, ""):
        with pytest.raises(WrongPassphrase):
            locked.key(words)
    assert locked.key("other words").held


def test_the_ways_in_that_were_written_last_count(locked: Family) -> None:
    """The newest copy has the old ones: it was in the making while they changed."""
    newest = locked.paths.data / "backups" / "diary-000002.json"
    before = newest.read_bytes()
    slot = locked.guard.slots()[0]
    locked.guard.change_passphrase(slot.id, typed(WORDS), typed("other words"))
    newest.write_bytes(before)
    locked.guard.file.path.unlink()
    locked.guard.file.second.unlink()
    with pytest.raises(WrongPassphrase):
        locked.key()
    assert locked.key("other words").held


@pytest.mark.parametrize("memory", [float("inf"), "9" * 5000, None, [1]])
def test_a_cost_that_is_no_number_is_a_spoilt_file(locked: Family, memory: object) -> None:
    plain = json.loads(locked.guard.file.path.read_text())
    plain["slots"][0]["kdf"]["m"] = memory
    del plain["sha256"]
    plain["sha256"] = hashlib.sha256(canonical(plain)).hexdigest()
    locked.guard.file.path.write_text(json.dumps(plain))
    assert locked.key().held  # from the second one


def test_letters_that_no_terminal_can_mean_are_said() -> None:
    with pytest.raises(InvalidEntry, match="UTF-8"):
        typed("caf\udce9")
