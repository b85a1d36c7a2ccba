"""Copies in the second place follow the passphrases, at once where it is there, else once it is back."""

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from bonddiary.domain.errors import DiaryError
from bonddiary.keys.key import Key
from bonddiary.keys.passphrase import typed
from bonddiary.keys.plain import is_sealed
from bonddiary.keys.slot_file import IN_FACTS, from_json, to_json
from bonddiary.keys.slots import unwrap
from tests.keys.made import CANARY, WORDS, Family
from tests.privacy.looking import files_below, holders

NEW = "other words"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    made = tmp_path / "stick"
    made.mkdir()
    return made


def opened_by(place: Path, words: str) -> list[bool]:
    """Whether each copy there is opened by these words, going by what lies beside it alone."""
    found = []
    for facts in sorted(place.glob("*.json")):
        slots = from_json(json.loads(facts.read_text())[IN_FACTS])
        found.append(any(unwrap(each, typed(words), slots.diary_id) for each in slots.stored))
    return found


def changed(locked: Family) -> Key:
    locked.guard.change_passphrase(locked.guard.slots()[0].id, typed(WORDS), typed(NEW))
    return locked.key(NEW)


def test_a_changed_passphrase_opens_no_copy_there(locked: Family, place: Path) -> None:
    assert locked.backups(locked.key()).make_second(place) is not None
    assert opened_by(place, WORDS) == [True]
    assert locked.backups(changed(locked)).bring_along(place)
    assert opened_by(place, WORDS) == [False]
    assert opened_by(place, NEW) == [True]
    copies = locked.backups(locked.key(NEW))
    assert copies.newest_in(place) is not None


def test_one_that_was_away_follows_at_the_next_copying(locked: Family, place: Path) -> None:
    """Also when no copy is due."""
    locked.backups(locked.key()).make_second(place)
    away = place.rename(place.with_name("in a drawer"))
    backups = locked.backups(changed(locked))
    assert not backups.bring_along(place)
    assert opened_by(away, WORDS) == [True]
    away.rename(place)
    assert backups.make_second(place) is None
    assert opened_by(place, WORDS) == [False]
    assert opened_by(place, NEW) == [True]


def test_plain_copies_there_are_locked_though_none_is_due(plain: Family, place: Path) -> None:
    plain.backups().make_second(place)
    assert holders(CANARY, files_below(place))
    key = plain.lock().key
    assert plain.backups(key).make_second(place) is None
    assert all(is_sealed(path) for path in place.glob("*.db"))
    assert holders(CANARY, files_below(place)) == []
    assert opened_by(place, WORDS) == [True]


def test_what_belongs_to_another_diary_stays(locked: Family, place: Path) -> None:
    locked.backups(locked.key()).make_second(place)
    facts = next(place.glob("*.json"))
    plain = json.loads(facts.read_text())
    plain[IN_FACTS] = to_json(replace(from_json(plain[IN_FACTS]), diary_id="another"))
    facts.write_text(json.dumps(plain))
    before = facts.read_bytes()
    locked.backups(changed(locked)).bring_along(place)
    assert facts.read_bytes() == before


def test_where_it_cant_be_written_that_is_told(
    locked: Family, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    locked.backups(locked.key()).make_second(place)
    backups = locked.backups(changed(locked))

    def refuse(*_: object, **__: object) -> None:
        raise DiaryError("no")

    with monkeypatch.context() as patched:
        patched.setattr("bonddiary.keys.slot_file.atomic_write", refuse)
        assert not backups.bring_along(place)
    assert backups.bring_along(place)
    assert opened_by(place, WORDS) == [False]


def test_locked_anew_old_words_open_no_later_copy(locked: Family, place: Path) -> None:
    """Who kept an old copy has its key: a diary that is made plain and locked again has another one."""
    before = bytes(locked.key().read())
    locked.sealing.decrypt(locked.key())
    assert bytes(locked.lock().key.read()) != before


def test_a_plain_diary_asks_nothing_of_it(plain: Family) -> None:
    assert plain.backups().bring_along(Path(os.devnull))
