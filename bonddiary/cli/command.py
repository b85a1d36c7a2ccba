"""What a command is, and what every command is given."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bonddiary.cli.secrets import Secrets
from bonddiary.domain.errors import DiaryError, NoSuchDiary
from bonddiary.system.clock import Clock
from bonddiary.system.paths import Paths

if TYPE_CHECKING:
    from bonddiary.diary.diary import Diary
    from bonddiary.keys.guard import Guard
    from bonddiary.keys.key import Key


@dataclass(frozen=True, slots=True)
class Call:
    """Where the family's files are, the clock, and what opens a locked diary."""

    paths: Paths
    clock: Clock
    secrets: Secrets = field(default_factory=Secrets)

    @property
    def guard(self) -> "Guard":
        """The way into a locked diary."""
        from bonddiary.keys.guard import Guard

        return Guard(self.paths.diary, self.clock)

    def key(self) -> "Key | None":
        """What opens a locked diary, asked for once; None where no passphrase is set. Raises WrongPassphrase."""
        if self.secrets.key is not None:
            return self.secrets.key
        guard = self.guard
        if not guard.locked:
            return None
        from bonddiary.diary.sealing import Sealing
        from bonddiary.system.running import window_is_open

        key = self.secrets.unlock(guard)
        if not window_is_open(self.paths.lock):
            with suppress(DiaryError):
                Sealing(self.paths.diary, self.clock, guard).finish(key)
        return key

    @contextmanager
    def diary(self, *, make: bool = False) -> "Iterator[Diary]":
        """The diary, open until the block is left. Raises NoSuchDiary where there is none, unless `make`."""
        from bonddiary.bootstrap import open_diary, refuse_lost

        if not make and not self.has_diary():
            refuse_lost(self.paths)
            raise NoSuchDiary(
                f"There is no diary in {self.paths.data} yet. "
                "Log something first, or give its folder with --data-dir."
            )
        diary = open_diary(self.paths, self.clock, self.key())
        try:
            yield diary
        finally:
            diary.close()

    def has_diary(self) -> bool:
        """Whether there is a file, or something in its place."""
        try:
            return self.paths.diary.exists()
        except OSError:
            return True  # a folder that can't be looked into: opening says what is wrong


@dataclass(frozen=True, slots=True)
class Command:
    """One command: its name, one line of help, its arguments, and what it does."""

    name: str
    help: str
    add_arguments: Callable[[ArgumentParser], None]
    run: Callable[[Call, Namespace], int]
    """Returns the exit code. Raises DiaryError for whatever is refused."""
