"""Damage to a locked diary: every page has a sum of its own, so that a turned bit anywhere is noticed."""

from random import Random

import pytest

from bonddiary.domain.copies import Why
from bonddiary.domain.errors import DiaryDamaged, DiaryError
from tests.keys.made import Family

PAGE = 4_096


def noticed(locked: Family, content: bytes) -> bool:
    """Whether copying, which happens by itself once a day, finds this file damaged."""
    locked.paths.diary.write_bytes(content)
    key = locked.key()
    try:
        if locked.backups(key).wrong_with_diary():
            return True
        locked.backups(key).make(Why.DAILY)
    except DiaryDamaged:
        return True
    return False


def test_a_turned_bit_in_any_page_is_noticed(locked: Family) -> None:
    content = locked.paths.diary.read_bytes()
    dice = Random(7)
    pages = range(0, len(content), PAGE)
    found = []
    for page in pages:
        place = page + dice.randrange(PAGE)
        found.append(noticed(locked, _with(content, place, bytes([content[place] ^ 1 << dice.randrange(8)]))))
    assert found == [True] * len(pages)
    assert not noticed(locked, content)


@pytest.mark.parametrize("kind", ["cut", "zeroed", "noise", "swapped", "other file", "empty header"])
def test_other_damage_is_noticed(locked: Family, kind: str) -> None:
    content = locked.paths.diary.read_bytes()
    dice = Random(11)
    pages = len(content) // PAGE
    for _ in range(6):
        page, other = dice.sample(range(1, pages), 2)
        start, end = page * PAGE, other * PAGE
        spoilt = {
            "cut": content[: dice.randrange(512, len(content) - 1)],
            "zeroed": _with(content, start, bytes(PAGE)),
            "noise": _with(content, start, dice.randbytes(PAGE)),
            "swapped": _with(
                _with(content, start, content[end : end + PAGE]), end, content[start : start + PAGE]
            ),
            "other file": dice.randbytes(len(content)),
            "empty header": bytes(16) + content[16:],
        }[kind]
        assert noticed(locked, spoilt)


def test_the_newest_copy_mends_it_and_the_damaged_file_is_kept(locked: Family) -> None:
    key = locked.key()
    before = locked.records(key)
    content = locked.paths.diary.read_bytes()
    locked.paths.diary.write_bytes(content[:16] + bytes(PAGE - 16) + content[PAGE:])
    with pytest.raises(DiaryDamaged):
        locked.records(key)
    backups = locked.backups(key)
    aside = backups.put_back(backups.all()[0])
    assert aside is not None
    assert aside.read_bytes()[PAGE:] == content[PAGE:]
    assert locked.records(key) == before


def test_a_copy_with_a_turned_bit_is_noticed(locked: Family) -> None:
    key = locked.key()
    backups = locked.backups(key)
    copy = backups.all()[0]
    path = backups.folder / copy.name
    content = path.read_bytes()
    path.write_bytes(_with(content, 9_000, bytes([content[9_000] ^ 1])))
    with pytest.raises(DiaryDamaged):
        backups.check(copy)
    with pytest.raises(DiaryError):
        backups.put_back(copy)
    assert locked.records(key)


def _with(content: bytes, place: int, part: bytes) -> bytes:
    return content[:place] + part + content[place + len(part) :]
