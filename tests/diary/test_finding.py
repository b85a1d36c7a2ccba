"""Words of a note are found in both cases of every letter, whatever signs are in them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bonddiary.diary.diary import Diary
from bonddiary.domain.period import Period
from bonddiary.domain.search import Search
from tests.builders import NOW, ROBIN, care, moment, with_robin


@pytest.fixture
def diary(tmp_path: Path) -> Iterator[Diary]:
    made = with_robin(tmp_path / "diary.db")
    yield made
    made.close()


@pytest.mark.parametrize(
    ("note", "typed"),
    [
        ("After the BATH", "bath"),
        ("Élodie sang", "éLODIE"),
        ("E\u0301lodie sang", "élodie"),
        ("élodie sang", "E\u0301LODIE"),
        ("ÄNGSTLICH", "ängst"),
        ("ПЛАЧЕТ", "плач"),
        ("ΠΑΠΠΟΥΣ", "παππους"),
        ("İstanbul", "İstanbul"),
        ("süß", "SÜß"),
        ("100% [calm]* really?", "% [calm]* really?"),
        ("a]b", "a]B"),
        ("back\\slash_here", "\\slash_"),
        ("赤ちゃん", "ちゃ"),
        ("x" * 2_000, "X" * 2_000),
        ("two\nlines", "two\nlines"),
    ],
)
def test_found(diary: Diary, note: str, typed: str) -> None:
    diary.bring_in([moment(at=NOW, note=note), care(at=NOW, until=None, note=note)], "test")
    day, search = Period(NOW.day, NOW.day), Search(text=typed)
    assert [each.note for each in diary.moments(ROBIN.id, day, search)] == [note]
    assert [each.note for each in diary.care(ROBIN.id, day, search)] == [note]
    assert diary.days_with_entries(ROBIN.id, NOW.day.replace(year=2030), 5, search) == [NOW.day]


@pytest.mark.parametrize("typed", ["_", "?", "*", "[a-z]", "%", "[", "^", "b%h"])
def test_signs_stand_for_themselves(diary: Diary, typed: str) -> None:
    diary.bring_in([moment(at=NOW, note="after the bath")], "test")
    assert diary.moments(ROBIN.id, Period(NOW.day, NOW.day), Search(text=typed)) == ()


def test_some_days_alone(diary: Diary) -> None:
    diary.bring_in([moment(at=NOW), care(at=NOW, until=None)], "test")
    day = Period(NOW.day, NOW.day)
    there, elsewhere = Search(days=frozenset({NOW.day})), Search(days=frozenset({NOW.day.replace(year=2020)}))
    assert len(diary.moments(ROBIN.id, day, there)) == len(diary.care(ROBIN.id, day, there)) == 1
    assert diary.moments(ROBIN.id, day, elsewhere) == ()
    assert diary.care(ROBIN.id, day, elsewhere) == ()
