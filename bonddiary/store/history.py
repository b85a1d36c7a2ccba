"""The undo and redo stacks as the diary file keeps them: opaque texts, the newest last."""

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection, bindparam, delete, insert, select

from bonddiary.store.rows import HistoryRow


class Stack(StrEnum):
    """Which way a kept command goes."""

    UNDO = "undo"
    REDO = "redo"


@dataclass(frozen=True, slots=True)
class Kept:
    """A command that takes another back, as text, with the title of what it takes back."""

    title: str
    command: str
    place: int = 0
    """In the file; 0 where it isn't there yet."""


# Every press waits for these, so they are built once.
_OF_STACK = HistoryRow.stack == bindparam("of_stack")
_PUSH = insert(HistoryRow.__table__)  # type: ignore[arg-type]  # a declared class's table is a Table
_BELOW = (
    select(HistoryRow.place)
    .where(_OF_STACK)
    .order_by(HistoryRow.place.desc())
    .limit(1)
    .offset(bindparam("depth"))
)
_FORGET = delete(HistoryRow).where(_OF_STACK, HistoryRow.place <= bindparam("oldest"))
_CLEAR = delete(HistoryRow).where(_OF_STACK)


def push(connection: Connection, stack: Stack, kept: Kept, depth: int) -> None:
    """Adds to a stack and forgets what lies deeper than `depth`."""
    connection.execute(_PUSH, {"stack": stack.value, "title": kept.title, "command": kept.command})
    oldest = connection.execute(_BELOW, {"of_stack": stack.value, "depth": depth}).scalar()
    if oldest is not None:
        connection.execute(_FORGET, {"of_stack": stack.value, "oldest": oldest})


def pop(connection: Connection, stack: Stack) -> Kept | None:
    """Takes the newest off a stack."""
    kept = newest(connection, stack)
    if kept is not None:
        connection.execute(delete(HistoryRow).where(HistoryRow.place == kept.place))
    return kept


def newest(connection: Connection, stack: Stack) -> Kept | None:
    """What is on top of a stack."""
    query = select(HistoryRow.title, HistoryRow.command, HistoryRow.place).where(
        HistoryRow.stack == stack.value
    )
    row = connection.execute(query.order_by(HistoryRow.place.desc()).limit(1)).first()
    return None if row is None else Kept(row.title, row.command, row.place)


def clear(connection: Connection, stack: Stack) -> None:
    """Empties a stack."""
    connection.execute(_CLEAR, {"of_stack": stack.value})


def newest_title(connection: Connection, stack: Stack) -> str | None:
    """The title on top of a stack."""
    query = select(HistoryRow.title).where(HistoryRow.stack == stack.value)
    return connection.execute(query.order_by(HistoryRow.place.desc()).limit(1)).scalar()
