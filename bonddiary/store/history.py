"""The undo and redo stacks as the diary file keeps them: opaque texts, the newest last."""

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

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


def push(session: Session, stack: Stack, kept: Kept, depth: int) -> None:
    """Adds to a stack and forgets what lies deeper than `depth`."""
    session.execute(insert(HistoryRow).values(stack=stack.value, title=kept.title, command=kept.command))
    places = select(HistoryRow.place).where(HistoryRow.stack == stack.value).order_by(HistoryRow.place.desc())
    oldest = session.execute(places.offset(depth).limit(1)).scalar()
    if oldest is not None:
        session.execute(delete(HistoryRow).where(HistoryRow.stack == stack.value, HistoryRow.place <= oldest))


def pop(session: Session, stack: Stack) -> Kept | None:
    """Takes the newest off a stack."""
    query = select(HistoryRow.place, HistoryRow.title, HistoryRow.command).where(
        HistoryRow.stack == stack.value
    )
    row = session.execute(query.order_by(HistoryRow.place.desc()).limit(1)).first()
    if row is None:
        return None
    session.execute(delete(HistoryRow).where(HistoryRow.place == row.place))
    return Kept(row.title, row.command)


def clear(session: Session, stack: Stack) -> None:
    """Empties a stack."""
    session.execute(delete(HistoryRow).where(HistoryRow.stack == stack.value))


def newest_title(session: Session, stack: Stack) -> str | None:
    """The title on top of a stack."""
    query = select(HistoryRow.title).where(HistoryRow.stack == stack.value)
    return session.execute(query.order_by(HistoryRow.place.desc()).limit(1)).scalar()
