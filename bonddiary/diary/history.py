"""Undo and redo over the last 100 commands, kept in the diary file in the same transaction as what they take back."""

from bonddiary.diary.changes import Change
from bonddiary.diary.commands import Write
from bonddiary.diary.title import Title
from bonddiary.store.database import Database
from bonddiary.store.history import Kept, Stack, clear, newest_title, pop, push
from bonddiary.store.work import Work

DEPTH = 100


class History:
    """Does commands and takes them back. Every method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def do(self, command: Write, title: Title, origin: object = None) -> Change | None:
        """Applies a command. Returns what changed once COMMIT has returned, or None if nothing would change.

        A command repeated after an error (same ids, same content) changes nothing the second time.
        """
        with self._database.write() as connection:
            inverse, change = command.apply(Work(connection), origin)
            if inverse == command:
                return None
            push(connection, Stack.UNDO, Kept(title.as_text(), inverse.as_text()), DEPTH)
            clear(connection, Stack.REDO)
        return change

    def undo(self, origin: object = None) -> tuple[Title, Change] | None:
        """Takes back the newest command, or None when there is none."""
        return self._move(Stack.UNDO, Stack.REDO, origin)

    def redo(self, origin: object = None) -> tuple[Title, Change] | None:
        """Does again what was taken back last, or None."""
        return self._move(Stack.REDO, Stack.UNDO, origin)

    def title(self, stack: Stack) -> Title | None:
        """What `undo` or `redo` would take back or do again."""
        with self._database.read() as connection:
            text = newest_title(connection, stack)
        return None if text is None else Title.from_text(text)

    def _move(self, source: Stack, target: Stack, origin: object) -> tuple[Title, Change] | None:
        with self._database.write() as connection:
            kept = pop(connection, source)
            if kept is None:
                return None
            inverse, change = Write.from_text(kept.command).apply(Work(connection), origin)
            push(connection, target, Kept(kept.title, inverse.as_text()), DEPTH)
        return Title.from_text(kept.title), change
