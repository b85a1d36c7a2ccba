"""How much: a number as it is shown, and as people type it."""

import re
from math import isfinite

_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?")
_NUMBER = re.compile(r"\d+(?:[.,]\d*)?|[.,]\d+|\d+e[+]?\d+", re.IGNORECASE)


def amount_words(value: float | None) -> str:
    """Every digit, so that nothing is lost by looking at it; blank for none."""
    return "" if value is None else repr(float(value)).removesuffix(".0")


def read_amount(text: str) -> float | None:
    """120, 4.5 or 4,5, also 1,000; None for blank. Raises ValueError for what is no amount."""
    plain = text.strip()
    if not plain:
        return None
    if _THOUSANDS.fullmatch(plain):
        return float(plain.replace(",", ""))
    if not _NUMBER.fullmatch(plain):
        raise ValueError(plain)
    value = float(plain.replace(",", "."))
    if not isfinite(value):
        raise ValueError(plain)
    return value
