"""The diary file and its one connection: durable settings, explicit transactions, schema and version.

Settings follow replayed power cuts: rollback journal TRUNCATE with synchronous EXTRA lost nothing in 881 states, where
the library's defaults lost the last acknowledged entry in 256. They are read back, because SQLite ignores what it can't do.
"""

import os
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import sqlcipher3.dbapi2 as sqlite
from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.pool import StaticPool

from bonddiary.domain.errors import (
    DiaryDamaged,
    DiaryError,
    DiaryExchanged,
    DiaryLost,
    DiaryReadOnly,
    DiskFault,
    NewerDiary,
    NoSuchDiary,
    NotADiary,
)
from bonddiary.keys.key import Key
from bonddiary.keys.plain import MAGIC
from bonddiary.store.faults import as_diary_error
from bonddiary.store.standing import Standing
from bonddiary.store.unlocking import give_key
from bonddiary.system.paths import MOVED

T = TypeVar("T")
APPLICATION_ID = 0x42446961  # "BDia": `file` and other programs can tell a diary by it
HEAD = "0005"
"""The newest Alembic revision; a test compares it with the script directory."""
BUSY_MS = 5_000
SETTINGS = {
    "journal_mode": "truncate",
    "synchronous": 3,  # EXTRA
    "foreign_keys": 1,
    "trusted_schema": 0,
    "temp_store": 2,  # memory: no copies of entries in temporary files
    "secure_delete": 1,
}
PRIVATE_FILE = 0o600
BACKUPS = "backups"
"""The folder of copies beside a diary."""


class Database:
    """An open diary file. One thread; `with database.read() as …` or `.write()` around every use."""

    def __init__(self, path: Path, busy_ms: int = BUSY_MS, *, key: Key | None = None) -> None:
        """Opens the file, makes it when it is missing, brings its schema up to date. Raises DiaryError.

        `busy_ms`: how long another program's write is waited for. `key`: of a locked diary; a new one is made locked.
        """
        self.path = path
        self._key = key
        self._expected: dict[str, object] = {"busy_timeout": busy_ms, **SETTINGS}
        _refuse_foreign(path, key)
        make_private_file(path)
        self._standing = Standing(path)
        self.when_exchanged: Callable[[], object] = lambda: None
        """Called whenever something couldn't be done because another file stands in this one's place."""
        self._engine = _engine(self._connected)
        self._doubtful = False
        try:
            self._twice(self._begin)
        except BaseException:
            self.close()
            raise

    def _begin(self) -> None:
        with as_diary_error(self.path):
            self._prepare()

    def _twice(self, look: Callable[[], T]) -> T:
        """A disk that stumbles once looks like a damaged file: what is said of it is what it says a second time."""
        try:
            return look()
        except (DiaryDamaged, DiskFault):
            self._engine.dispose()
            return look()

    @property
    def exchanged(self) -> bool:
        """Whether another file stands in this one's place, or the diary was moved: nothing can be saved."""
        return self._standing.exchanged

    def close(self) -> None:
        """Closes the file; the object can't be used afterwards."""
        self._engine.dispose()

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection for queries, which all see the same state of the file."""
        with self._reopening(), as_diary_error(self.path), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def write(self, busy_ms: int | None = None) -> Iterator[Connection]:
        """A connection in one transaction; COMMIT has returned when the block is left. An error rolls all back.

        `busy_ms`: another program's write is waited for so long this time, not as long as usual. Raises DiaryExchanged
        where another file stands in this one's place.
        """
        with (
            self._reopening(),
            as_diary_error(self.path),
            self._engine.connect() as connection,
            self._waiting(connection, busy_ms),
            connection.execution_options(bonddiary_write=True).begin(),
        ):
            self._standing.refuse_exchanged()
            if (
                self._doubtful
            ):  # the first page is written again, so that this COMMIT syncs the file, whatever it changes
                connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            yield connection
        self._doubtful = False

    @contextmanager
    def _reopening(self) -> Iterator[None]:
        """After an error of the disk the file is closed: what is read next comes from it, not from this connection.

        A page that came only in part looks damaged, too: whether it is, the file says when it is read anew.
        """
        try:
            yield
        except DiaryError as error:
            if self._standing.exchanged:  # what SQLite says of a file that was written over would mislead
                self.when_exchanged()
                raise DiaryExchanged(self._standing.words) from None
            if isinstance(error, DiskFault | DiaryDamaged):
                self._doubtful = True
                self._engine.dispose()
            raise

    def _connected(self) -> sqlite.Connection:
        self._standing = Standing(self.path)
        return _connect(self.path, self._expected, self._key)

    @contextmanager
    def _waiting(self, connection: Connection, busy_ms: int | None) -> Iterator[None]:
        usual = self._expected["busy_timeout"]
        if busy_ms is None or busy_ms == usual:
            yield
            return
        driver: Any = connection.connection.driver_connection
        driver.execute(f"PRAGMA busy_timeout = {busy_ms}")
        try:
            yield
        finally:
            driver.execute(f"PRAGMA busy_timeout = {usual}")

    def data_version(self) -> int:
        """Changes when another connection has committed to the file (SQLite's data_version)."""
        return self._twice(self._data_version)

    def _data_version(self) -> int:
        with self.read() as connection:
            return int(connection.execute(text("PRAGMA data_version")).scalar_one())

    def settings(self) -> dict[str, object]:
        """The connection's settings as SQLite itself reports them."""
        with self.read() as connection:
            return {name: connection.execute(text(f"PRAGMA {name}")).scalar_one() for name in self._expected}

    def _prepare(self) -> None:
        with self.read() as connection:
            found = version(connection.connection.driver_connection)
        if found != HEAD:
            from bonddiary.store.upgrade import (
                keep_copy,  # Alembic is imported only when the schema isn't current
                upgrade,
            )

            if found is not None:
                keep_copy(self._engine, copy_before_upgrade(self.path, found), found, self._key)
            upgrade(self._engine, APPLICATION_ID)
        wrong = {name for name, value in self.settings().items() if value != self._expected[name]}
        if wrong:
            raise DiaryReadOnly(
                f"SQLite can’t keep this diary safe here: {', '.join(sorted(wrong))} can’t be set."
            )


def refuse_lost(path: Path) -> None:
    """Refuses to begin a new diary where one has gone: copies of it are there. Raises DiaryLost."""
    try:
        gone = not path.exists() or (path.is_file() and not path.stat().st_size)
        copies = gone and any((path.parent / BACKUPS).glob("*.db"))
        moved = gone and (path.parent / MOVED).is_file()
    except OSError:
        return  # opening says what is wrong
    if moved and not copies:
        raise DiaryLost(
            f"The diary that was in {path.parent} was moved to another folder; {MOVED} there says where. "
            "This computer can’t find it. No new diary was begun."
        )
    if copies:
        raise DiaryLost(
            f"The diary’s file is missing or empty: {path}. Copies of it are there. "
            "“bonddiary restore” lists them. No new diary was begun."
        )


def copy_before_upgrade(path: Path, revision: str) -> Path:
    """Where a diary is kept as it was before a newer program changed its schema."""
    return path.parent / BACKUPS / f"{path.stem}-{revision}{path.suffix}"


def _engine(connected: Callable[[], sqlite.Connection]) -> Engine:
    engine = create_engine(
        "sqlite://",
        creator=connected,
        module=sqlite,
        poolclass=StaticPool,
        hide_parameters=True,  # an entry's text stays out of error messages
    )

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        write = connection.get_execution_options().get("bonddiary_write", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")

    return engine


def _connect(path: Path, settings: Mapping[str, object], key: Key | None) -> sqlite.Connection:
    there = f"{path.absolute().as_uri()}?mode=rw"  # never made here: a pulled stick leaves no empty diary in its place
    connection = sqlite.connect(there, uri=True, isolation_level=None, check_same_thread=True)
    try:
        if key is not None:
            give_key(connection, key)
        connection.execute(f"PRAGMA busy_timeout = {settings['busy_timeout']}")
        _refuse_newer(connection, path)  # first: setting the journal mode can write to the file
        for name, value in settings.items():
            connection.execute(f"PRAGMA {name} = {value}")
    except BaseException:
        connection.close()
        raise
    return connection


def _refuse_foreign(path: Path, key: Key | None) -> None:
    """Refuses a file that is no diary before anything could write to it. Of a locked one nothing can be told yet."""
    try:
        if path.is_dir():
            raise NoSuchDiary(
                f"{path} is a folder, not a diary. Give the folder that holds diary.db with --data-dir."
            )
        if not path.exists() or path.stat().st_size == 0:
            return
        with path.open("rb") as file:
            head = file.read(100)
    except PermissionError:
        raise DiaryReadOnly(
            f"You may not read {path}. Change who may open it, or choose another with --data-dir."
        ) from None
    except OSError as error:
        raise DiskFault(
            f"{path} can’t be read ({error.strerror or 'no reason given'}). It was left as it is. Check the disk."
        ) from None
    if key is not None:
        if head.startswith(MAGIC):
            raise NotADiary(
                f"{path} isn’t locked, and a passphrase was set. It was left as it is. Open a backup, or move it away."
            )
        return
    if not head.startswith(MAGIC) or len(head) < 100:
        raise NotADiary(
            f"{path} is not a Bond Diary file. It was left as it is. Move it away or use another --data-dir."
        )
    if int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise NotADiary(f"{path} belongs to another program. It was left as it is. Use another --data-dir.")


def version(connection: Any) -> str | None:
    """The schema's revision; None in a file that has no schema yet."""
    if connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'alembic_version'").fetchone() is None:
        return None
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return str(row[0] if row else row)


def _refuse_newer(connection: sqlite.Connection, path: Path) -> None:
    found = version(connection)
    if found is not None and connection.execute("PRAGMA application_id").fetchone() != (APPLICATION_ID,):
        raise NotADiary(f"{path} belongs to another program. It was left as it is. Use another --data-dir.")
    if found is not None and not (re.fullmatch(r"\d{4}", found) and found <= HEAD):
        raise NewerDiary(
            f"{path} was written by a newer Bond Diary. It was left as it is. Install the newer version to open it. "
            "Until then “bonddiary export --known-part” saves what this version can read of it."
        )


def make_private_file(path: Path) -> None:
    """Creates the file so that its user alone may read it, whatever the umask."""
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, PRIVATE_FILE)
    except FileNotFoundError:
        raise NoSuchDiary(
            f"The folder {path.parent} is missing. Make it, or choose another with --data-dir."
        ) from None
    except OSError as error:
        raise DiaryReadOnly(
            f"The diary in {path.parent} can’t be written ({error.strerror}). "
            "Change who may write there, or choose another folder with --data-dir."
        ) from None
    try:
        if hasattr(os, "fchmod"):
            os.fchmod(handle, PRIVATE_FILE)
    finally:
        os.close(handle)
