"""Passphrases made of words by chance, from a list of our own."""

import secrets
from functools import cache

from bonddiary.system.resources import resource

USUAL = 5
"""Words in a passphrase that is offered."""


def offered(count: int = USUAL) -> str:
    """A passphrase of that many words, lower case, spaces between. Another one at each call."""
    return " ".join(secrets.choice(word_list()) for _ in range(count))


@cache
def word_list() -> tuple[str, ...]:
    """Every word that may be in one: 2,048, so that each adds 11 bits."""
    return tuple(resource("words", "passphrase.txt").read_text(encoding="ascii").split())
