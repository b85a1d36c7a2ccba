"""How long a passphrase might withstand guessing, as time in words. An estimate, and said as one.

It errs towards too short: what looks like a word counts as one out of some ten thousand, whatever its length.
"""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

from bonddiary.keys.cost import Cost, for_this_computer
from bonddiary.keys.passphrase import typed
from bonddiary.keys.words import word_list

GUESSES = 1_000
"""A second, at 256 MiB a guess, on one fast graphics card: a number to plan with, not one that was measured."""
AT_MEMORY = 256 * 1024
WORD = 13.3
"""Bits of a word that somebody chose: one of 10,000."""
CAPITAL = 1.0
ONE_LETTER, ONE_DIGIT, ONE_SIGN = 4.7, 3.3, 5.0
YEAR = 7.0
AGAIN = 1.0
"""Bits of a part that was there before."""
PARTS = re.compile(r"[^\W\d_]+|\d+|[^\w\s]|_")
A_YEAR = re.compile(r"(?:19|20)\d\d")
RUNS = ("abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm")
STRONG = 50.0
"""From here on nothing more is said."""
SOME = 35.0
MINUTE, HOUR, DAY, YEAR_LONG = 60, 3_600, 86_400, 31_557_600


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
    """Of what was typed so far; under a millisecond."""
    text = typed(text).decode("utf-8", "replace")
    bits = sum(_bits(text))
    memory = (cost or for_this_computer()).memory_kib
    seconds = 2.0**bits / 2 / (GUESSES * AT_MEMORY / memory)
    return Strength(
        bits, f"{_time(seconds)} of guessing with a fast computer, as an estimate", _caution(bits)
    )


def _bits(text: str) -> Iterator[float]:
    """Of each part of the text."""
    known, seen = frozenset(word_list()), set[str]()
    for part in PARTS.findall(text):
        plain = part.lower()
        if plain in seen:
            yield AGAIN
        elif part.isdigit():
            yield from _of_digits(part)
        elif part.isalpha():
            yield CAPITAL * (part != plain) + _of_letters(plain, known)
        else:
            yield ONE_SIGN
        seen.add(plain)


def _of_letters(plain: str, known: frozenset[str]) -> float:
    if _is_run(plain):
        return ONE_LETTER
    return math.log2(len(known)) if plain in known else min(WORD, ONE_LETTER * len(plain))


def _of_digits(part: str) -> Iterator[float]:
    while part:
        if A_YEAR.match(part):
            yield YEAR
            part = part[4:]
        elif _is_run(part):
            yield ONE_DIGIT + AGAIN
            return
        else:
            yield ONE_DIGIT
            part = part[1:]


def _is_run(part: str) -> bool:
    """“abcd”, “4321”, “aaaa”: 3 or more that follow each other on a keyboard or in the alphabet."""
    if len(part) < 3:
        return False
    return len(set(part)) == 1 or any(part in run or part[::-1] in run for run in RUNS)


def _time(seconds: float) -> str:
    for size, name in ((YEAR_LONG, "year"), (DAY, "day"), (HOUR, "hour"), (MINUTE, "minute")):
        if seconds >= size:
            return f"about {_round(seconds / size, name)}"
    return "less than a minute"


def _round(count: float, name: str) -> str:
    if count >= 1_000_000 and name == "year":
        return "a million years, or more,"
    whole = round(count)
    whole = round(whole, 1 - len(str(whole))) if whole >= 100 else whole
    return f"{whole:,} {name}{'s' if whole != 1 else ''}"


def _caution(bits: float) -> str:
    if bits >= STRONG:
        return ""
    if bits >= SOME:
        return "It may not stop somebody who has a copy of the diary, fast computers and much time."
    return "It may stop a curious look. It may not stop somebody who has a copy of the diary and a fast computer."
