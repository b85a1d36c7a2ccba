"""Migrations: the schema is the model's, Alembic stays away when there is nothing to do, old diaries open."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlite
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from bonddiary.domain.codec import decode, encode
from bonddiary.domain.errors import DiaryError
from bonddiary.store.database import HEAD, Database, copy_before_upgrade
from bonddiary.store.rows import Row
from bonddiary.store.upgrade import MIGRATIONS, config, keep_copy
from tests.builders import everything, open_at

ROOT = Path(__file__).parents[2]
RELEASED = sorted((ROOT / "tests" / "fixtures" / "diaries").glob("v*.sqlite"))


def test_the_newest_revision_is_the_one_the_program_looks_for() -> None:
    script = ScriptDirectory.from_config(config())
    assert script.get_heads() == [HEAD]
    assert all(re.fullmatch(r"\d{4}", revision.revision) for revision in script.walk_revisions())


def test_the_migrated_schema_is_the_models(tmp_path: Path) -> None:
    database = Database(tmp_path / "diary.db")
    with database.read() as connection:
        context = MigrationContext.configure(connection, opts={"compare_server_default": True})
        assert compare_metadata(context, Row.metadata) == []
    database.close()


def test_the_migrated_tables_are_the_models_to_the_letter(tmp_path: Path) -> None:
    """Autogenerate doesn't see check constraints, delete rules or tables without a rowid."""
    database, modelled = Database(tmp_path / "diary.db"), Database(tmp_path / "model.db")
    with modelled.write() as connection:
        Row.metadata.drop_all(connection)
        Row.metadata.create_all(connection)
    assert schema(database) == schema(modelled)
    database.close()
    modelled.close()


def schema(database: Database) -> dict[str, list[str]]:
    """Every table and index: its definition in parts, whatever their order."""
    with database.read() as connection:
        found = connection.execute(text("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL")).all()
    assert len(found) > 15
    parts = {
        name: re.split(r",\s*(?![^()]*\))", re.sub(r"\s+", " ", sql.replace('"', ""))) for name, sql in found
    }
    return {
        name: sorted(part.strip(" ()").removeprefix(f"CREATE TABLE {name} (").strip() for part in some)
        for name, some in parts.items()
        if name != "alembic_version"
    }


LOADED = """
import sys
from tests.builders import Database
Database(__import__("pathlib").Path(sys.argv[1])).close()
print("alembic" in sys.modules)
"""


def test_alembic_is_imported_for_a_new_diary_and_never_again(tmp_path: Path) -> None:
    command = [sys.executable, "-c", LOADED, str(tmp_path / "diary.db")]
    said = [
        subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout for _ in range(2)
    ]
    assert said == ["True\n", "False\n"]


def test_there_is_a_released_diary_of_every_version() -> None:
    assert [path.stem for path in RELEASED] == [f"v{n:04d}" for n in range(1, int(HEAD) + 1)]


KINDS_HELD = {"v0001": 9, "v0002": 10, "v0003": 11, "v0004": 13, "v0005": 14}
"""How many kinds of record there were: each fixture holds all of its time."""


@pytest.mark.parametrize("released", RELEASED, ids=lambda path: path.stem)
def test_a_released_diary_opens_and_keeps_its_rows(released: Path, tmp_path: Path) -> None:
    shutil.copyfile(released, tmp_path / "diary.db")
    expected = [decode(line) for line in lines_of(released)]
    diary = open_at(tmp_path / "diary.db")
    assert list(everything(diary)) == expected
    assert len({type(record) for record in expected}) == KINDS_HELD[released.stem]
    assert diary.undo() is not None  # its history too
    diary.close()


@pytest.mark.parametrize("released", RELEASED[:-1], ids=lambda path: path.stem)
def test_a_diary_is_copied_before_its_schema_changes(released: Path, tmp_path: Path) -> None:
    path = tmp_path / "diary.db"
    shutil.copyfile(released, path)
    copy = copy_before_upgrade(path, released.stem[1:])
    copy.parent.mkdir()
    copy.write_text("of an attempt that was cut off")
    Database(path).close()
    assert [found.name for found in copy.parent.iterdir()] == [copy.name]
    assert dump(copy) == dump(released)
    assert dump(path) != dump(released)
    if os.name == "posix":
        assert copy.stat().st_mode & 0o777 == 0o600
    copy.unlink()
    Database(path).close()
    assert not copy.exists()  # nothing to bring up to date, nothing to copy


def test_a_copy_of_a_diary_that_is_up_to_date_takes_no_older_ones_place(tmp_path: Path) -> None:
    """Another program may have brought it up to date since this one looked."""
    database = Database(tmp_path / "diary.db")
    copy = copy_before_upgrade(database.path, "0001")
    copy.parent.mkdir()
    copy.write_text("the older program’s diary")
    keep_copy(database._engine, copy, "0001")
    database.close()
    assert copy.read_text() == "the older program’s diary"
    assert [found.name for found in copy.parent.iterdir()] == [copy.name]


def dump(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """All that a file holds: its schema, and every row by table."""
    connection = sqlite.connect(str(path))
    try:
        made = connection.execute("SELECT type, name, sql FROM sqlite_schema ORDER BY name").fetchall()
        tables = [name for kind, name, _ in made if kind == "table"]
        rows = {name: sorted(connection.execute(f'SELECT * FROM "{name}"'), key=repr) for name in tables}
    finally:
        connection.close()
    assert len(tables) > 10
    return {"schema": made, **rows}


def test_a_new_diary_needs_no_copy(tmp_path: Path) -> None:
    Database(tmp_path / "diary.db").close()
    assert not (tmp_path / "backups").exists()


def test_without_a_copy_the_schema_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "diary.db"
    shutil.copyfile(RELEASED[0], path)
    (tmp_path / "backups").write_text("in the way")
    with pytest.raises(DiaryError, match="can’t be made"):
        Database(path)
    assert dump(path) == dump(RELEASED[0])


INTERRUPTED = """
import os, sys
from pathlib import Path
import bonddiary.store.upgrade as upgrade
from sqlalchemy import event
from sqlalchemy.engine import Engine
left = int(sys.argv[2])
@event.listens_for(Engine, "after_cursor_execute")
def count(connection, cursor, statement, parameters, context, many):
    global left
    left -= 1
    if left <= 0:
        os._exit(9)
from bonddiary.store.database import Database
Database(Path(sys.argv[1]))
"""


@pytest.mark.parametrize("after", [12, 35])
def test_a_kill_while_the_first_schema_is_made_leaves_a_file_that_opens(tmp_path: Path, after: int) -> None:
    path = tmp_path / "diary.db"
    command = [sys.executable, "-c", INTERRUPTED, str(path), str(after)]
    assert subprocess.run(command, cwd=ROOT, check=False).returncode == 9
    diary = open_at(path)
    assert everything(diary) == ()
    diary.close()


@pytest.mark.parametrize("after", [5, 6, 8])
def test_a_kill_while_an_old_diary_is_brought_up_to_date_loses_nothing(tmp_path: Path, after: int) -> None:
    path = tmp_path / "diary.db"
    shutil.copyfile(RELEASED[0], path)
    command = [sys.executable, "-c", INTERRUPTED, str(path), str(after)]
    assert subprocess.run(command, cwd=ROOT, check=False).returncode == 9
    assert dump(path) == dump(RELEASED[0])
    diary = open_at(path)
    assert [encode(record) for record in everything(diary)] == lines_of(RELEASED[0])
    diary.close()


def lines_of(released: Path) -> list[dict[str, object]]:
    """The records a fixture holds, as plain data."""
    return [json.loads(line) for line in released.with_suffix(".jsonl").read_text("utf-8").splitlines()]


def test_every_revision_is_shipped_as_a_file() -> None:
    names = {path.name for path in (MIGRATIONS / "versions").glob("[0-9]*.py")}
    assert {name[:4] for name in names} == {f"{n:04d}" for n in range(1, int(HEAD) + 1)}
