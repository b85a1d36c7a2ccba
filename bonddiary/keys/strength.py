"""How long a passphrase might withstand guessing, as time in words. An estimate, and said as one."""

from dataclasses import dataclass

from bonddiary.keys.cost import Cost


@dataclass(frozen=True, slots=True)
class Strength:
    """What may be said of a passphrase while it is being typed."""

    bits: float
    """How many guesses, as a power of two."""
    words: str
    """“about 2 days of guessing with a fast computer, as an estimate”."""
    caution: str
    """What it doesn't stop, in a sentence; empty for a strong one."""


def strength(text: str, cost: Cost | None = None) -> Strength:
    """Of what was typed so far. Pure, under a millisecond."""
    raise NotImplementedError
