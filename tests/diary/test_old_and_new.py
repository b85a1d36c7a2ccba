"""An older program and a newer diary: the file is left byte for byte, a sentence says why, and a part can be saved."""

import json
import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlite

from bonddiary.cli.main import main
from bonddiary.domain.codec import encode
from bonddiary.domain.errors import DiaryError, NewerDiary
from bonddiary.store.database import HEAD, Database
from bonddiary.store.newer import read_known
from bonddiary.store.unlocking import give_key
from tests.builders import care, everything, moment, one_of_each, open_at, with_robin
from tests.keys.made import CANARY, WORDS, Family, family

RELEASED = sorted((Path(__file__).parents[1] / "fixtures" / "diaries").glob("v*.sqlite"))
NEXT = f"{int(HEAD) + 1:04d}"


def make_newer(path: Path, *statements: str) -> None:
    """What a version to come may have made of it."""
    with closing(sqlite.connect(str(path), isolation_level=None)) as connection:
        for statement in (*statements, f"UPDATE alembic_version SET version_num = '{NEXT}'"):
            connection.execute(statement)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "data"
    made.mkdir()
    return made


@pytest.fixture
def path(folder: Path) -> Iterator[Path]:
    """A newer diary: one more table, one more field, one more kind of care. It is left as it is, whatever is done."""
    made = folder / "diary.db"
    with_robin(made, *one_of_each()[1:], care(), moment(note="after the bath")).close()
    make_newer(
        made,
        "CREATE TABLE song (id TEXT PRIMARY KEY, name TEXT)",
        "INSERT INTO song VALUES ('1', 'a song'), ('2', 'another')",
        "ALTER TABLE moment ADD COLUMN weather TEXT",
        "UPDATE care SET kind = 'moonwalk' WHERE id = (SELECT min(id) FROM care)",
    )
    before = {each.name: each.read_bytes() for each in folder.iterdir()}
    yield made
    assert {each.name: each.read_bytes() for each in folder.iterdir()} == before


def run(folder: Path, *arguments: str) -> int:
    return main(["--data-dir", str(folder), *arguments])


@pytest.mark.parametrize("released", RELEASED, ids=lambda path: path.stem)
def test_every_released_diary_opens_and_can_be_noted_in(released: Path, tmp_path: Path) -> None:
    shutil.copyfile(released, tmp_path / "diary.db")
    diary = open_at(tmp_path / "diary.db")
    before = everything(diary)
    diary.bring_in(
        [moment(id="m-new", baby=next(r.id for r in before if encode(r)["record"] == "baby"))], "x"
    )
    assert len(everything(diary)) == len(before) + 1
    diary.close()


@pytest.mark.usefixtures("path")
@pytest.mark.parametrize(
    "words",
    [["log", "--cue", "rooting"], ["list"], ["export", "out.jsonl"], ["undo"], ["check"], ["backup"]],
    ids=str,
)
def test_a_newer_diary_is_refused_in_a_sentence_by_every_command(
    folder: Path, capsys: pytest.CaptureFixture[str], words: list[str]
) -> None:
    assert run(folder, *words) == 1
    said = capsys.readouterr().err
    assert "newer" in said
    assert "Traceback" not in said


def test_what_is_known_of_it_can_be_read(path: Path) -> None:
    known = read_known(path)
    assert (known.left_out, known.fields) == (2 + 1, 1)
    assert len(known.records) == len(one_of_each()) + 1
    assert any(getattr(record, "note", "") == "after the bath" for record in known.records)


@pytest.mark.usefixtures("path")
def test_what_is_known_of_it_can_be_saved_and_what_is_left_out_is_said(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "known.jsonl"
    assert run(folder, "export", "--known-part", str(out)) == 0
    said = capsys.readouterr().out
    assert "can’t read it: 3 records, 1 kind of detail." in said
    assert f"Saved {len(one_of_each()) + 1} records in {out}" in said
    lines = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert any(line.get("note") == "after the bath" for line in lines)
    other = tmp_path / "other"
    assert run(other, "import", str(out)) == 0


def test_a_diary_that_is_known_whole_needs_no_part(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with_robin(folder / "diary.db", moment()).close()
    assert run(folder, "export", "--known-part", str(folder / "x.jsonl")) == 1
    assert "knows all of this diary" in capsys.readouterr().err


def test_a_kind_that_lost_a_field_is_left_out_whole(folder: Path) -> None:
    path = folder / "diary.db"
    with_robin(path, moment(), care()).close()
    make_newer(path, "ALTER TABLE care DROP COLUMN details")
    known = read_known(path)
    assert (len(known.records), known.left_out) == (2, 1)


def test_one_that_keeps_its_newest_entries_in_another_file_is_left(folder: Path) -> None:
    path = folder / "diary.db"
    with_robin(path, moment()).close()
    make_newer(path, "PRAGMA journal_mode = wal")
    before = {each.name: each.read_bytes() for each in folder.iterdir()}
    with pytest.raises(NewerDiary, match="in another way"):
        read_known(path)
    with pytest.raises(DiaryError):
        Database(path)
    assert {each.name: each.read_bytes() for each in folder.iterdir()} == before


def make_newer_locked(family: Family, *statements: str) -> None:
    with closing(sqlite.connect(str(family.paths.diary), isolation_level=None)) as connection:
        give_key(connection, family.key())
        for statement in (*statements, f"UPDATE alembic_version SET version_num = '{NEXT}'"):
            connection.execute(statement)


def test_what_is_known_of_a_locked_one_can_be_saved(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    locked = family(tmp_path / "data", copies=0)
    locked.lock()
    make_newer_locked(locked)
    before = locked.paths.diary.read_bytes()
    asked, out = tmp_path / "typed", tmp_path / "known.jsonl"
    asked.write_text(WORDS)
    with asked.open() as file:
        words = ["--passphrase-fd", str(file.fileno()), "export", "--known-part", str(out)]
        assert run(locked.paths.data, *words) == 0
    assert "A newer Bond Diary wrote this diary." in capsys.readouterr().out
    assert CANARY in out.read_text("utf-8")
    assert locked.paths.diary.read_bytes() == before


def test_a_locked_one_with_entries_in_another_file_is_left(tmp_path: Path) -> None:
    locked = family(tmp_path / "data", copies=0)
    locked.lock()
    make_newer_locked(locked, "PRAGMA journal_mode = wal")
    key, before = locked.key(), {each.name for each in locked.paths.data.iterdir()}
    assert any(getattr(record, "note", None) for record in read_known(locked.paths.diary, key).records)
    assert {each.name for each in locked.paths.data.iterdir()} == before
    locked.paths.diary.with_name("diary.db-wal").write_bytes(b"newest entries")
    with pytest.raises(NewerDiary, match="in another way"):
        read_known(locked.paths.diary, key)
