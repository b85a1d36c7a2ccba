"""Undo and redo over the last 100 commands, kept in the diary file in the same transaction as what they take back.

A disk that reports an error may have kept the step all the same. So the file is read again, and the step done once more
where it isn't there: the same records under the same ids, which never doubles one. What is said then is true.
"""

from dataclasses import dataclass

from bonddiary.diary.changes import Change
from bonddiary.diary.commands import Write
from bonddiary.diary.title import Title
from bonddiary.domain.errors import DiaryError, DiskFault
from bonddiary.domain.records import ref_to
from bonddiary.store.database import Database
from bonddiary.store.history import Kept, Stack, clear, newest, newest_title, pop, push
from bonddiary.store.work import Work

DEPTH = 100
THERE = (
    "The disk reported an error. What you did is in the diary now, but may not stay there. "
    "Check the disk, then try again."
)
UNKNOWN = "The disk reported an error, so nobody can tell if this is saved. Check the disk, then try again."


@dataclass(frozen=True, slots=True)
class Done:
    """A step that is on the disk."""

    title: Title
    write: Write
    """What it wrote."""
    change: Change
    new: bool = True
    """Whether it changed anything."""


class History:
    """Does commands and takes them back. Every method is one transaction. All raise DiaryError."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._unsure: dict[Stack, Kept] = {}
        """What was taken back with an error, so that nobody can tell whether it will stay so."""

    def do(self, command: Write, title: Title, origin: object = None, *, keep: bool = False) -> Done:
        """Applies a command, and returns once COMMIT has returned. `keep`: what is there already, changed since, stays.

        A command repeated after an error (same ids, same content) changes nothing the second time.
        """
        try:
            return self._do(command, title, origin, keep)
        except DiskFault as error:
            return self._once_more(command, title, origin, keep, error)

    def undo(self, origin: object = None) -> Done | None:
        """Takes back the newest command, or None when there is none."""
        return self._move(Stack.UNDO, Stack.REDO, origin)

    def redo(self, origin: object = None) -> Done | None:
        """Does again what was taken back last, or None."""
        return self._move(Stack.REDO, Stack.UNDO, origin)

    def title(self, stack: Stack) -> Title | None:
        """What `undo` or `redo` would take back or do again."""
        with self._database.read() as connection:
            text = newest_title(connection, stack)
        return None if text is None else Title.from_text(text)

    def _do(self, command: Write, title: Title, origin: object, keep: bool) -> Done:
        with self._database.write() as connection:
            work = Work(connection)
            if keep:
                command = command.beside(work)
            inverse, change = command.apply(work, origin)
            new = inverse != Write(command.put)  # removing what is gone already changes nothing either
            if new:
                push(connection, Stack.UNDO, Kept(title.as_text(), inverse.as_text()), DEPTH)
                clear(connection, Stack.REDO)
        self._unsure.clear()
        return Done(title, command, change, new)

    def _once_more(self, command: Write, title: Title, origin: object, keep: bool, error: DiskFault) -> Done:
        try:
            done = self._do(command, title, origin, keep)
        except DiskFault:
            raise self._as_it_is(command, error) from None
        return Done(title, done.write, done.change)  # by this attempt or by the one before

    def _as_it_is(self, command: Write, error: DiskFault) -> DiskFault:
        """What is true of the file after two errors."""
        refs = [*map(ref_to, command.put), *command.remove]
        try:
            with self._database.read() as connection:
                found = Work(connection).get(refs)
        except DiaryError:
            return DiskFault(UNKNOWN)
        there = found == {ref_to(record): record for record in command.put}
        return DiskFault(THERE) if there else error

    def _move(self, source: Stack, target: Stack, origin: object) -> Done | None:
        before = self._unsure.pop(source, None) or self._newest(source)
        if before is None:
            return None
        try:
            return self._moved_once(before, source, target, origin)
        except DiskFault:
            try:
                return self._moved_once(before, source, target, origin)
            except DiskFault as error:
                self._unsure[source] = before
                raise self._as_it_moved(before, source, error) from None

    def _moved_once(self, before: Kept, source: Stack, target: Stack, origin: object) -> Done | None:
        """An attempt that met an error may have done it: once more would take back another step."""
        if self._newest(source) == before:
            return self._moved(source, target, origin)
        with self._database.write():
            write = Write.from_text(before.command)
        return Done(Title.from_text(before.title), write, write.change(origin))

    def _as_it_moved(self, before: Kept, source: Stack, error: DiskFault) -> DiskFault:
        try:
            return error if self._newest(source) == before else DiskFault(THERE)
        except DiaryError:
            return DiskFault(UNKNOWN)

    def _moved(self, source: Stack, target: Stack, origin: object) -> Done | None:
        with self._database.write() as connection:
            kept = pop(connection, source)
            if kept is None:
                return None
            write = Write.from_text(kept.command)
            inverse, change = write.apply(Work(connection), origin)
            push(connection, target, Kept(kept.title, inverse.as_text()), DEPTH)
        return Done(Title.from_text(kept.title), write, change)

    def _newest(self, stack: Stack) -> Kept | None:
        with self._database.read() as connection:
            return newest(connection, stack)
