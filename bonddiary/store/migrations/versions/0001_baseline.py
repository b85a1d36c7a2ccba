"""The first schema."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def text(name: str, *more: Any, null: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.String(), *more, nullable=null)


def number(name: str, null: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer(), nullable=null)


def flag(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Boolean(), nullable=False)


def link(table: str, column: str, **more: Any) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_{column}")
    return sa.ForeignKeyConstraint([column], [f"{column}.id"], name=name, **more)


def key(table: str, *columns: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint(*(columns or ("id",)), name=op.f(f"pk_{table}"))


def entry(table: str) -> list[Any]:
    """What a moment and a care event share."""
    return [
        text("id"), text("baby"), text("day"),
        number("at"), number("at_offset"), text("at_zone"),
        number("until", null=True), number("until_offset", null=True), text("until_zone", null=True),
        number("entered"), number("entered_offset"), text("entered_zone"),
        flag("about"), text("note"), text("carer", null=True),
        text("source_provider", null=True), text("source_key", null=True), text("source_row", null=True),
        number("deleted", null=True),
        sa.CheckConstraint("until is null or until >= at", name=op.f(f"ck_{table}_ends_after_start")),
        link(table, "baby"), link(table, "carer"), key(table),
    ]  # fmt: skip


def upgrade() -> None:
    op.create_table("about", text("name"), text("value"), key("about", "name"))
    op.create_table(
        "history",
        sa.Column("place", sa.Integer(), autoincrement=True, nullable=False),
        text("stack"), text("title"), text("command"), key("history", "place"),
    )  # fmt: skip
    op.create_table(
        "baby",
        text("id"),
        text("nickname"),
        text("born", null=True),
        text("due", null=True),
        flag("archived"),
        key("baby"),
    )
    op.create_table("carer", text("id"), text("label"), flag("archived"), key("carer"))
    op.create_table(
        "own_word",
        text("id"),
        text("kind"),
        text("name"),
        text("family", null=True),
        flag("archived"),
        key("own_word"),
    )
    op.create_table("pin", text("id"), text("cue"), number("place"), key("pin"))
    visits_and_days()
    entries()


def visits_and_days() -> None:
    op.create_table(
        "visit",
        text("id"), text("baby"), text("day"), text("kind"), text("label"), text("plan"), text("note"),
        link("visit", "baby"), key("visit"),
    )  # fmt: skip
    op.create_table(
        "question",
        text("id"), text("baby"), text("text"), text("asked_on"), text("visit", null=True), text("answer"),
        link("question", "baby"), link("question", "visit"), key("question"),
    )  # fmt: skip
    op.create_table(
        "day_mark",
        text("id"),
        text("baby"),
        text("day"),
        text("kind"),
        link("day_mark", "baby"),
        key("day_mark"),
    )
    op.create_index("ix_day_mark_of_day", "day_mark", ["baby", "day", "kind"], unique=True)


def entries() -> None:
    op.create_table(
        "care",
        *entry("care"), text("kind"), sa.Column("value", sa.Double(), nullable=True), text("unit", null=True), text("details"),
    )  # fmt: skip
    op.create_table(
        "moment",
        *entry("moment"), text("state", null=True), text("intensity", null=True), text("outcome", null=True),
        text("settle_step", null=True), number("settle_minutes", null=True), flag("private"),
    )  # fmt: skip
    for table in ("care", "moment"):
        op.create_index(f"ix_{table}_of_day", table, ["baby", "day", "at"])
        op.create_index(f"ix_{table}_source", table, ["source_provider", "source_key"])
    for table, column in (("moment_cue", "cue"), ("moment_response", "response")):
        op.create_table(
            table,
            text("moment"), number("place"), text(column),
            link(table, "moment", ondelete="CASCADE"), key(table, "moment", "place"), sqlite_with_rowid=False,
        )  # fmt: skip
    op.create_index(op.f("ix_moment_cue_cue"), "moment_cue", ["cue"])
