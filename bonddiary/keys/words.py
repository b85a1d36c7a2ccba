"""Passphrases made of words by chance, from a list of our own."""

USUAL = 5
"""Words in a passphrase that is offered."""


def offered(count: int = USUAL) -> str:
    """A passphrase of that many words, lower case, spaces between. Another one at each call."""
    raise NotImplementedError


def word_list() -> tuple[str, ...]:
    """Every word that may be in one."""
    raise NotImplementedError
