"""The diary file: its settings, who may read it, and what is refused without a change."""

import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlite
from sqlalchemy import text

from bonddiary.diary.changes import Change
from bonddiary.diary.diary import Diary
from bonddiary.domain.errors import (
    DiaryDamaged,
    DiaryError,
    DiaryLocked,
    DiaryReadOnly,
    DiskFault,
    DiskFull,
    NewerDiary,
    NoSuchDiary,
)
from bonddiary.store.database import APPLICATION_ID, SETTINGS, Database
from bonddiary.system.paths import find_paths
from tests.builders import ROBIN, clock_at, everything, moment, moment_draft, open_at, with_robin

POSIX = pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX's")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "diary.db"


@contextmanager
def raw(path: Path) -> Iterator[sqlite.Connection]:
    """A connection that knows nothing of the program."""
    connection = sqlite.connect(str(path), isolation_level=None)
    try:
        yield connection
    finally:
        connection.close()


def test_the_durable_settings_are_in_force(path: Path) -> None:
    database = Database(path)
    assert database.settings() == {
        "busy_timeout": 5_000, "journal_mode": "truncate", "synchronous": 3, "foreign_keys": 1,
        "trusted_schema": 0, "temp_store": 2, "secure_delete": 1,
    }  # fmt: skip
    database.close()


def test_a_setting_that_cannot_be_had_is_no_diary_to_trust(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Database(path).close()
    monkeypatch.setitem(SETTINGS, "synchronous", 7)  # SQLite takes two bits of it
    with pytest.raises(DiaryReadOnly, match="synchronous can’t be set"):
        Database(path)


def test_the_file_says_whose_it_is(path: Path) -> None:
    Database(path).close()
    with raw(path) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    assert APPLICATION_ID.to_bytes(4, "big") == b"BDia"


@POSIX
@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077, 0o277])
def test_the_file_is_its_users_alone_under_any_umask(tmp_path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        paths = find_paths(tmp_path / "deep" / "data")
        paths.make()
        diary = with_robin_at(paths.diary)
        journals = [stat.S_IMODE(file.stat().st_mode) for file in paths.data.iterdir()]
        diary.close()
    finally:
        os.umask(before)
    assert journals
    assert set(journals) == {0o600}
    assert stat.S_IMODE(paths.data.stat().st_mode) == 0o700


def with_robin_at(path: Path) -> Diary:
    diary = Diary(Database(path), clock_at())
    diary.add(ROBIN)
    return diary


def test_a_file_left_open_to_others_is_closed_to_them(path: Path) -> None:
    Database(path).close()
    path.chmod(0o644)
    Database(path).close()
    assert os.name != "posix" or stat.S_IMODE(path.stat().st_mode) == 0o600


def test_an_empty_file_becomes_a_diary(path: Path) -> None:
    path.touch()
    diary = with_robin_at(path)
    assert everything(diary) == (ROBIN,)
    diary.close()


def make_newer(path: Path) -> None:
    with raw(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0999'")


def make_newer_with_another_journal(path: Path) -> None:
    make_newer(path)
    with raw(path) as connection:
        assert connection.execute("PRAGMA journal_mode = wal").fetchone() == ("wal",)


def make_foreign(path: Path) -> None:
    path.unlink()
    with raw(path) as connection:
        connection.execute("CREATE TABLE notes (text)")
        connection.execute("INSERT INTO notes VALUES ('theirs')")


def make_binary(path: Path) -> None:
    path.write_bytes(bytes(range(256)) * 40)


def make_words(path: Path) -> None:
    path.write_text("not a diary at all\n" * 20)


def make_short(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\0short")


@pytest.mark.parametrize(
    ("spoil", "refusal", "words"),
    [
        (
            make_newer,
            NewerDiary,
            "written by a newer Bond Diary. It was left as it is. Install the newer version",
        ),
        (make_newer_with_another_journal, NewerDiary, "written by a newer Bond Diary. It was left as it is"),
        (make_foreign, NoSuchDiary, "belongs to another program. It was left as it is"),
        (make_binary, NoSuchDiary, "is not a Bond Diary file. It was left as it is"),
        (make_words, NoSuchDiary, "is not a Bond Diary file. It was left as it is"),
        (make_short, NoSuchDiary, "is not a Bond Diary file. It was left as it is"),
    ],
)
def test_what_is_no_diary_of_ours_is_refused_and_left_byte_for_byte(
    path: Path, spoil: object, refusal: type[DiaryError], words: str
) -> None:
    with_robin(path, moment()).close()
    spoil(path)  # type: ignore[operator]
    before = {file.name: file.read_bytes() for file in path.parent.iterdir()}
    with pytest.raises(refusal, match=words):
        Database(path)
    assert {file.name: file.read_bytes() for file in path.parent.iterdir()} == before


@pytest.mark.parametrize("version", ["9", "0001x", "abc", "", "1234567890"])
def test_a_version_that_is_none_of_ours_counts_as_newer(path: Path, version: str) -> None:
    with_robin(path).close()
    with raw(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = ?", (version,))
    with pytest.raises(NewerDiary):
        Database(path)


def test_a_diary_without_a_version_is_left_as_it_is(path: Path) -> None:
    with_robin(path).close()
    with raw(path) as connection:
        connection.execute("DELETE FROM alembic_version")
    before = path.read_bytes()
    with pytest.raises(NewerDiary):
        Database(path)
    assert path.read_bytes() == before


def test_a_journal_that_another_program_chose_is_set_back(path: Path) -> None:
    with_robin(path).close()
    with raw(path) as connection:
        connection.execute("PRAGMA journal_mode = wal")
    diary = open_at(path)
    assert diary._database.settings()["journal_mode"] == "truncate"
    assert everything(diary) == (ROBIN,)
    diary.close()


def test_a_folder_in_its_place(path: Path) -> None:
    path.mkdir()
    with pytest.raises(NoSuchDiary, match="is a folder, not a diary"):
        Database(path)


def test_a_missing_folder(tmp_path: Path) -> None:
    with pytest.raises(NoSuchDiary, match=r"folder .* is missing"):
        Database(tmp_path / "nowhere" / "diary.db")


def test_a_diary_cut_in_half_is_damaged_and_left(path: Path) -> None:
    with_robin(path, *(moment(note="x" * 200) for _ in range(200))).close()
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2 // 4096 * 4096])
    before = path.read_bytes()
    with pytest.raises(DiaryDamaged, match=r"is damaged. It was left as it is"):
        everything(open_at(path))
    assert path.read_bytes() == before


@pytest.mark.parametrize("lock", ["BEGIN EXCLUSIVE", "BEGIN IMMEDIATE"])
def test_a_diary_that_another_program_holds(path: Path, lock: str) -> None:
    diary = with_robin(path)
    with raw(path) as other:
        other.execute(lock)
        with pytest.raises(DiaryLocked, match=r"in use by another program. Close that one, then try again"):
            diary.log(moment_draft())
        if lock == "BEGIN EXCLUSIVE":
            with pytest.raises(DiaryLocked):
                Database(path, busy_ms=10)
        other.execute("ROLLBACK")
    diary.log(moment_draft())
    assert len(everything(diary)) == 2
    diary.close()


def test_a_full_disk_loses_nothing_and_leaves_nothing_half_written(path: Path) -> None:
    diary = with_robin(path, moment())
    before = everything(diary)
    heard: list[Change] = []
    diary.listen(heard.append)
    with diary._database.read() as session:
        pages = session.execute(text("PRAGMA page_count")).scalar_one()
        session.execute(text(f"PRAGMA max_page_count = {pages}"))
    with pytest.raises(DiskFull, match=r"disk is full, so this isn’t saved. Free some space"):
        diary.bring_in([moment(note="x" * 500) for _ in range(300)], "test")
    assert everything(diary) == before
    assert heard == []
    with diary._database.read() as session:
        session.execute(text("PRAGMA max_page_count = 1000000"))
    diary.bring_in([moment(note="x" * 500) for _ in range(300)], "test")
    assert len(everything(diary)) == len(before) + 300
    diary.close()


def test_an_error_inside_a_transaction_takes_all_of_it_back(path: Path) -> None:
    diary = with_robin(path)
    before = everything(diary)

    def half_a_step() -> None:
        with diary._database.write() as session:
            session.execute(text("DELETE FROM baby"))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        half_a_step()
    assert everything(diary) == before
    diary.close()


def test_what_encryption_makes_of_a_page_that_cannot_be_read_is_an_error_of_the_disk(path: Path) -> None:
    """SQLCipher says then that memory ran out, and the driver raises no error of the database."""
    database = Database(path)

    def begun() -> None:
        with database.write() as connection:
            connection.execute(text("CREATE TABLE begun (id TEXT)"))
            raise MemoryError

    with pytest.raises(DiskFault, match="isn’t saved"):
        begun()
    with database.read() as connection:
        names = connection.execute(text("SELECT name FROM sqlite_schema")).scalars().all()
    database.close()
    assert "begun" not in names, "nothing of it stays, and the file is opened anew"


def test_a_reader_sees_the_old_diary_until_commit(path: Path) -> None:
    diary, other = with_robin(path), open_at(path)
    with diary._database.write() as session:
        session.execute(text("UPDATE baby SET nickname = 'Sky'"))
        assert everything(other) == (ROBIN,)
    assert everything(other) != (ROBIN,)
    diary.close()
    other.close()


DIE = """
import os, sys
from sqlalchemy import text
from tests.builders import moment, open_at
from bonddiary.store.work import Work
diary = open_at(__import__("pathlib").Path(sys.argv[1]))
with diary._database.write() as session:
    session.execute(text("PRAGMA cache_size = 5"))  # pages reach the file before COMMIT
    Work(session).put([moment(note="x" * 900) for _ in range(3000)], ())
    os._exit(9)
"""


def test_a_kill_in_the_middle_of_a_write_leaves_the_old_state(path: Path) -> None:
    with_robin(path, moment()).close()
    size = path.stat().st_size
    done = subprocess.run([sys.executable, "-c", DIE, str(path)], cwd=Path(__file__).parents[2], check=False)
    assert done.returncode == 9
    assert (
        path.stat().st_size > 10 * size
    )  # the half-written pages are there, and the journal to take them back
    assert path.with_name("diary.db-journal").stat().st_size > 0
    diary = open_at(path)
    assert len(everything(diary)) == 2
    with diary._database.read() as session:
        assert session.execute(text("PRAGMA integrity_check")).scalar_one() == "ok"
    diary.close()
    assert path.stat().st_size == size
