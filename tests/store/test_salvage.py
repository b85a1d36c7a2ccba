"""A damaged diary read row by row: what can be read comes over, what can't is counted, nothing is made up."""

import os
from pathlib import Path
from random import Random

import pytest

from bonddiary.diary.diary import Diary
from bonddiary.domain.errors import DiaryDamaged, DiaryError
from bonddiary.domain.moment import Moment
from bonddiary.domain.records import ref_to
from bonddiary.keys.key import Key
from bonddiary.store.database import Database
from bonddiary.store.salvage import salvage
from tests.builders import NOW, clock_at, everything, one_of_each, open_at
from tests.store.damage import PAGE, Whole, make_whole

EVERY = 1 if os.environ.get("BONDDIARY_WHOLE") else 6


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Whole:
    return make_whole(tmp_path_factory.mktemp("salvage"))


def _damaged(tmp_path: Path, content: bytes) -> Path:
    path = tmp_path / "damaged.db"
    path.write_bytes(content)
    return path


def test_all_of_a_whole_diary_comes_over(whole: Whole, tmp_path: Path) -> None:
    found = salvage(_damaged(tmp_path, whole.content), tmp_path / "new.db")
    diary = open_at(tmp_path / "new.db")
    assert everything(diary) == whole.held
    assert found.unread == 0
    assert found.records == len(list(diary.records()))
    assert diary.undo() is None, "steps aren't taken over"
    diary.close()


def test_whatever_page_is_lost_the_rest_comes_over_as_it_was(whole: Whole, tmp_path: Path) -> None:
    source = open_at(_damaged(tmp_path, whole.content))
    before = {ref_to(record): record for record in source.records()}
    source.close()
    moments = sum(isinstance(record, Moment) for record in before.values())
    most = 0
    pages = range(PAGE, len(whole.content), PAGE)[::EVERY]
    for page in pages:
        torn = whole.content[:page] + Random(page).randbytes(PAGE) + whole.content[page + PAGE :]
        path, new = _damaged(tmp_path, torn), tmp_path / f"{page}.db"
        try:
            found = salvage(path, new)
        except DiaryDamaged:
            assert path.read_bytes() == torn
            continue
        assert path.read_bytes() == torn, "the old file stays as it was"
        diary = open_at(new)
        after = {ref_to(record): record for record in diary.records()}
        diary.close()
        assert after.keys() <= before.keys(), "nothing that was not there"
        changed = {ref for ref, record in after.items() if record != before[ref]}
        assert len(before) - len(after) + len(changed) == 0 or found.unread
        kept = sum(isinstance(record, Moment) for record in after.values())
        most += kept >= moments * 3 // 4
    assert most >= len(pages) * 3 // 4, "one page of many costs few moments"


def test_where_no_table_can_be_read_it_says_so(tmp_path: Path) -> None:
    path = _damaged(tmp_path, b"SQLite format 3\0" + bytes(9_000))
    with pytest.raises(DiaryError):
        salvage(path, tmp_path / "new.db")


def test_a_locked_diary_stays_locked(whole: Whole, tmp_path: Path) -> None:
    key = Key.new()
    Database(tmp_path / "locked.db", key=key).close()
    diary = Diary(Database(tmp_path / "locked.db", key=key), clock_at(NOW))
    diary.bring_in(one_of_each(), "test")
    held = everything(diary)
    diary.close()
    salvage(tmp_path / "locked.db", tmp_path / "new.db", key)
    assert not (tmp_path / "new.db").read_bytes().startswith(b"SQLite")
    again = Diary(Database(tmp_path / "new.db", key=key), clock_at(NOW))
    assert everything(again) == held
    again.close()
