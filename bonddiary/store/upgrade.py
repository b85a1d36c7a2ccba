"""Brings a diary's schema up to date with Alembic, all steps in one transaction."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine, text

MIGRATIONS = Path(__file__).parent / "migrations"


def config() -> Config:
    """Alembic's configuration: scripts inside the package, no ini file."""
    made = Config()
    made.set_main_option("script_location", str(MIGRATIONS))
    made.set_main_option("path_separator", "os")
    return made


def upgrade(engine: Engine, application_id: int) -> None:
    """To the newest revision. A kill at any point leaves the old schema whole."""
    settings = config()
    with engine.connect().execution_options(bonddiary_write=True) as connection, connection.begin():
        settings.attributes["connection"] = connection
        command.upgrade(settings, "head")
        connection.execute(text(f"PRAGMA application_id = {application_id}"))
