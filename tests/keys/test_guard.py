"""Who gets in, and who doesn't any more."""

import json

import pytest

from bonddiary.bootstrap import open_diary
from bonddiary.domain.errors import (
    InvalidEntry,
    LastWayIn,
    NotFound,
    PassphraseNeeded,
    WrongPassphrase,
    WrongRecoveryKey,
)
from bonddiary.keys.key import Key
from bonddiary.keys.passphrase import typed
from bonddiary.keys.slots import Kind
from tests.builders import NOW, clock_at
from tests.keys.made import WORDS, Family


def test_the_passphrase_opens_and_another_does_not(locked: Family) -> None:
    assert locked.guard.locked
    assert locked.records(locked.key())
    for wrong in ("", "river", WORDS.upper(), WORDS + "s", "\0"):
        with pytest.raises(WrongPassphrase) as refused:
            locked.key(wrong)
        assert (
            str(refused.value)
            == "That passphrase doesn’t open this diary. Look at each letter, then try again."
        )
    with pytest.raises(PassphraseNeeded):
        open_diary(locked.paths, clock_at(NOW))


def test_spaces_and_composed_letters_are_forgiven(locked: Family) -> None:
    key = locked.key(f"  {WORDS.replace(' ', '   ')}\n")
    locked.guard.add_passphrase(key, typed("Caf\u00e9"), "Alex")
    assert locked.key("Cafe\u0301").read() == key.read()


def test_what_was_handed_over_is_emptied(locked: Family) -> None:
    right, wrong, old, new = typed(WORDS), typed("wrong"), typed(WORDS), typed("newer words")
    locked.guard.unlock(right)
    with pytest.raises(WrongPassphrase):
        locked.guard.unlock(wrong)
    locked.guard.change_passphrase(locked.guard.slots()[0].id, old, new)
    assert not any((*right, *wrong, *old, *new))


def test_a_key_that_was_forgotten_opens_nothing(locked: Family) -> None:
    key = locked.key()
    held = key.read()
    key.forget()
    assert bytes(held) == bytes(32)
    assert repr(key) == "Key(forgotten)"
    for use in (key.read, lambda: locked.records(key), lambda: locked.guard.new_recovery_key(key)):
        with pytest.raises(PassphraseNeeded):
            use()


def test_two_carers_each_with_their_own(locked: Family) -> None:
    locked.guard.add_passphrase(locked.key(), typed("other words"), "Alex")
    assert [slot.label for slot in locked.guard.slots()] == ["Sam", "Alex"]
    assert locked.key("other words").read() == locked.key().read()
    first, second = locked.guard.slots()
    locked.guard.remove(locked.key("other words"), first.id)
    with pytest.raises(WrongPassphrase):
        locked.key()
    with pytest.raises(LastWayIn):
        locked.guard.remove(locked.key("other words"), second.id)
    with pytest.raises(NotFound):
        locked.guard.remove(locked.key("other words"), first.id)
    assert locked.records(locked.key("other words"))


def test_a_change_touches_one_slot_and_not_the_diary(locked: Family) -> None:
    locked.guard.add_passphrase(locked.key(), typed("other words"), "Alex")
    file = locked.guard.file
    before, diary = json.loads(file.path.read_text())["slots"], locked.paths.diary.read_bytes()
    sam = locked.guard.slots()[0]
    locked.guard.change_passphrase(sam.id, typed(WORDS), typed("newer words"))
    after = json.loads(file.path.read_text())["slots"]
    assert locked.paths.diary.read_bytes() == diary
    assert after[1] == before[1]
    assert after[0]["wrapped"] != before[0]["wrapped"]
    assert locked.records(locked.key("newer words"))
    assert locked.key("other words").held


def test_an_earlier_passphrase_opens_no_file_here_any_more(locked: Family) -> None:
    sam = locked.guard.slots()[0]
    with pytest.raises(WrongPassphrase):
        locked.guard.change_passphrase(sam.id, typed("wrong"), typed("newer words"))
    locked.guard.change_passphrase(sam.id, typed(WORDS), typed("newer words"))
    file = locked.guard.file
    for path in (file.path, file.second):  # then from the copies' facts
        with pytest.raises(WrongPassphrase):
            locked.key()
        path.unlink()
    with pytest.raises(WrongPassphrase):
        locked.key()
    assert locked.key("newer words").held


def test_nothing_typed_is_no_passphrase(locked: Family, plain: Family) -> None:
    with pytest.raises(InvalidEntry):
        locked.guard.add_passphrase(locked.key(), typed("  "), "Alex")
    with pytest.raises(InvalidEntry):
        locked.guard.change_passphrase(locked.guard.slots()[0].id, typed(WORDS), typed(""))
    assert locked.key().held


def test_the_recovery_key_opens_once_it_was_typed_back(locked: Family) -> None:
    key = locked.key()
    made = locked.guard.new_recovery_key(key)
    with pytest.raises(WrongRecoveryKey):
        locked.guard.unlock_with_recovery(made.text)
    with pytest.raises(WrongRecoveryKey):
        locked.guard.keep_recovery_key(key, made, ["0000", "0000"])
    assert len(locked.guard.slots()) == 1
    locked.guard.keep_recovery_key(key, made, [made.groups[number].lower() for number in made.asked])
    assert locked.guard.unlock_with_recovery(made.text.lower().replace("-", " ")).read() == key.read()
    assert locked.guard.slots()[1].kind is Kind.RECOVERY

    newer = locked.guard.new_recovery_key(key)
    locked.guard.keep_recovery_key(key, newer, [newer.groups[number] for number in newer.asked])
    with pytest.raises(WrongRecoveryKey):
        locked.guard.unlock_with_recovery(made.text)
    assert locked.guard.unlock_with_recovery(newer.text).held


def test_with_the_recovery_key_a_forgotten_passphrase_is_replaced(locked: Family) -> None:
    made = locked.guard.new_recovery_key(locked.key())
    locked.guard.keep_recovery_key(locked.key(), made, [made.groups[number] for number in made.asked])
    key = locked.guard.unlock_with_recovery(made.text)
    forgotten = locked.guard.slots()[0]
    with pytest.raises(LastWayIn):
        locked.guard.remove(key, forgotten.id)
    locked.guard.add_passphrase(key, typed("newer words"), "Sam")
    locked.guard.remove(key, forgotten.id)
    assert locked.records(locked.key("newer words"))


def test_the_key_of_another_diary_changes_nothing(locked: Family) -> None:
    before = locked.guard.file.path.read_bytes()
    for act in (
        lambda: locked.guard.add_passphrase(Key.new(), typed("other words"), "Alex"),
        lambda: locked.guard.remove(Key.new(), locked.guard.slots()[0].id),
    ):
        with pytest.raises(NotFound):
            act()
    assert locked.guard.file.path.read_bytes() == before


def test_a_plain_diary_asks_for_nothing(plain: Family) -> None:
    assert not plain.guard.locked
    assert plain.guard.slots() == ()
    assert plain.records()


def test_two_carers_with_the_same_words_are_told_apart(locked: Family) -> None:
    first = locked.guard.slots()[0]
    second = locked.guard.add_passphrase(locked.key(), typed(WORDS), "Alex")
    assert locked.guard.opened_by(typed(WORDS)) == (first, second)
    locked.guard.change_passphrase(first.id, typed(WORDS), typed("other words"))
    assert locked.guard.opened_by(typed(WORDS)) == (second,)
    assert locked.guard.opened_by(typed("none of them")) == ()
