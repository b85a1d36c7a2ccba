"""Amounts and lengths of time as apps put them into a sentence: "8.2 oz", "2 ft, 2.8 in", "1h5m left"."""

import math
import re
from collections.abc import Mapping

from bonddiary.domain.care import Unit

Amount = tuple[float, Unit]

VOLUME: Mapping[str, Unit] = {"ml": Unit.ML, "oz": Unit.FL_OZ, "fl oz": Unit.FL_OZ, "tsp": Unit.TSP}
FOOD: Mapping[str, Unit] = {"ml": Unit.ML, "oz": Unit.OZ, "tsp": Unit.TSP, "g": Unit.G, "grams": Unit.G}
MASS: Mapping[str, Unit] = {
    "lb": Unit.LB, "lbs": Unit.LB, "oz": Unit.OZ, "kg": Unit.KG, "kgs": Unit.KG, "g": Unit.G, "grams": Unit.G,
}  # fmt: skip
LENGTH: Mapping[str, Unit] = {"in": Unit.INCH, "inch": Unit.INCH, "inches": Unit.INCH, "cm": Unit.CM}
WARMTH: Mapping[str, Unit] = {
    "°c": Unit.CELSIUS, "c": Unit.CELSIUS, "celsius": Unit.CELSIUS,
    "°f": Unit.FAHRENHEIT, "f": Unit.FAHRENHEIT, "fahrenheit": Unit.FAHRENHEIT,
}  # fmt: skip

_LARGEST = 1_000_000
_NUMBER = r"([0-9]{1,9}(?:[.,][0-9]{1,6})?)"
_PLAIN = re.compile(_NUMBER)
_THOUSANDS = re.compile(r",[0-9]{3}$")
"""4,200 is four thousand in one country and four in another: no guess is made."""
_AMOUNT = re.compile(rf"(?<![\w.,/-]){_NUMBER} ?(fl oz|°?[a-z]+)\b", re.IGNORECASE)
_FEET = re.compile(rf"{_NUMBER} ?ft\b(?:,? ?{_NUMBER} ?in\b)?", re.IGNORECASE)
_POUNDS = re.compile(rf"{_NUMBER} ?lbs?\b,? ?{_NUMBER} ?oz\b", re.IGNORECASE)
_SIDE = re.compile(r"(?:([0-9]{1,3})h)?(?:([0-9]{1,4})m)? (left|right)\b")


def number(text: str) -> float | None:
    """A plain number that isn't below zero, with a point or a comma; None for anything else ("½", "nan")."""
    if not _PLAIN.fullmatch(text) or _THOUSANDS.search(text):
        return None
    value = float(text.replace(",", "."))
    return value if math.isfinite(value) and value < _LARGEST else None


def amount_in(text: str, units: Mapping[str, Unit]) -> Amount | None:
    """The first number in the text that is followed by one of these units."""
    for found in _AMOUNT.finditer(text):
        unit, value = units.get(found[2].lower()), number(found[1])
        if unit is not None and value is not None:
            return value, unit
    return None


def length_in(text: str) -> Amount | None:
    """Like amount_in for lengths; feet and inches become inches."""
    found = _FEET.search(text)
    if found is None:
        return amount_in(text, LENGTH)
    return round(12 * (number(found[1]) or 0) + (number(found[2] or "") or 0), 6), Unit.INCH


def mass_in(text: str) -> Amount | None:
    """Like amount_in for weights; pounds and ounces become pounds."""
    found = _POUNDS.search(text)
    if found is None:
        return amount_in(text, MASS)
    return round((number(found[1]) or 0) + (number(found[2]) or 0) / 16, 6), Unit.LB


def warmth_in(text: str) -> Amount | None:
    """Like amount_in for temperatures."""
    return amount_in(text, WARMTH)


def sides_in(text: str) -> dict[str, int]:
    """Minutes at each breast, in the order written: "7m right, 5m left" → right 7, left 5."""
    sides: dict[str, int] = {}
    for hours, minutes, side in _SIDE.findall(text):
        if hours or minutes:
            sides.setdefault(side, 60 * int(hours or 0) + int(minutes or 0))
    return sides
