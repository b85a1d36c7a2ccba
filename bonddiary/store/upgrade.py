"""Brings a diary's schema up to date with Alembic: first a copy of the file, then all steps in one transaction."""

from pathlib import Path

import sqlcipher3.dbapi2 as sqlite
from alembic import command
from alembic.config import Config
from sqlalchemy import Engine, text

from bonddiary.domain.errors import DiaryDamaged
from bonddiary.keys.key import Key
from bonddiary.store.database import make_private_file, version
from bonddiary.store.unlocking import give_key
from bonddiary.system.paths import make_private

MIGRATIONS = Path(__file__).parent / "migrations"


def config() -> Config:
    """Alembic's configuration: scripts inside the package, no ini file."""
    made = Config()
    made.set_main_option("script_location", str(MIGRATIONS))
    made.set_main_option("path_separator", "os")
    return made


def keep_copy(engine: Engine, path: Path, revision: str, key: Key | None = None) -> None:
    """Copies the diary to `path`, private to its user, checks the copy, and only then gives it its name.

    Another program that brought the diary up to date a moment ago has kept such a copy: that one stays.
    Raises DiaryError where that can't be done; the diary is then left as it is.
    """
    make_private(path.parent)
    part = path.with_name(f".{path.name}.part")
    part.unlink(missing_ok=True)  # of an attempt that was cut off
    make_private_file(part)
    copy = sqlite.connect(str(part), isolation_level=None)
    try:
        if key is not None:
            give_key(copy, key)
        with engine.connect() as connection:
            driver = connection.connection.driver_connection
            assert driver is not None
            driver.backup(copy)
        whole = copy.execute("PRAGMA quick_check").fetchall() == [("ok",)]
        older = version(copy) == revision
    finally:
        copy.close()
    if not whole:
        raise DiaryDamaged(
            "The diary is damaged, so it wasn’t brought up to date. It was left as it is. Open a backup."
        )
    if older:
        part.replace(path)
    else:
        part.unlink()


def upgrade(engine: Engine, application_id: int) -> None:
    """To the newest revision. A kill at any point leaves the old schema whole."""
    settings = config()
    with engine.connect().execution_options(bonddiary_write=True) as connection, connection.begin():
        settings.attributes["connection"] = connection
        command.upgrade(settings, "head")
        connection.execute(text(f"PRAGMA application_id = {application_id}"))
