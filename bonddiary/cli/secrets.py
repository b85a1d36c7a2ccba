"""Passphrases for commands: typed on the terminal unseen, or read from a file descriptor. Never an argument, never the environment."""

import os
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bonddiary.cli.codes import BadUsage
from bonddiary.domain.errors import PassphraseNeeded, WrongPassphrase, WrongRecoveryKey

if TYPE_CHECKING:
    from bonddiary.keys.guard import Guard
    from bonddiary.keys.key import Key

LONGEST = 4_096
"""In bytes, of a line."""
CURRENT = "Passphrase: "


@dataclass(slots=True)
class Secrets:
    """Of one command. `descriptor`: lines are read from there, in the order in which they are asked for."""

    descriptor: int | None = None
    key: "Key | None" = field(default=None, repr=False)
    """What opened the diary, so that it is asked for once."""

    def ask(self, words: str) -> str:
        """One line, as it was typed. Raises PassphraseNeeded where nobody can be asked."""
        if self.descriptor is not None:
            return _line(self.descriptor)
        if not sys.stdin.isatty():
            raise PassphraseNeeded(
                "This diary is locked. Give its passphrase on a terminal, or in a file with --passphrase-fd."
            )
        from getpass import getpass

        try:
            return getpass(words)
        except EOFError:
            raise PassphraseNeeded.here() from None

    def ask_new(self, words: str) -> str:
        """A new passphrase: twice on a terminal, where it can't be seen. Raises BadUsage."""
        first = self.ask(f"{words}: ")
        if self.descriptor is None and self.ask("The same once more: ") != first:
            raise BadUsage("Those two weren’t the same. Nothing was changed.")
        return first

    def unlock(self, guard: "Guard") -> "Key":
        """Opens the diary by a passphrase, or by the recovery key in its place. Raises WrongPassphrase."""
        from bonddiary.keys.passphrase import typed

        if self.key is None:
            text = self.ask(CURRENT)
            try:
                self.key = guard.unlock(typed(text))
            except WrongPassphrase:
                try:
                    self.key = guard.unlock_with_recovery(text)
                except WrongRecoveryKey:
                    raise WrongPassphrase.here() from None
        return self.key


def _line(descriptor: int) -> str:
    found = bytearray()
    try:
        while len(found) <= LONGEST and (letter := os.read(descriptor, 1)) not in (b"", b"\n"):
            found += letter
        text = found.decode("utf-8")
    except (OSError, UnicodeDecodeError):
        raise BadUsage(f"The passphrase can’t be read from file {descriptor}.") from None
    finally:
        found[:] = bytes(len(found))
    if not text:
        raise PassphraseNeeded(f"This diary is locked, and file {descriptor} holds no passphrase.")
    return text.rstrip("\r")
