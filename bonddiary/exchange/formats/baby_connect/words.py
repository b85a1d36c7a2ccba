"""What a Baby Connect row says happened: its kind, amount and details.

The sentence comes without the length at its end, "(1h5m)"; start and end tell that.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from bonddiary.domain.care import CareKind, Unit
from bonddiary.exchange.amounts import (
    FOOD,
    LENGTH,
    MASS,
    VOLUME,
    WARMTH,
    Amount,
    amount_in,
    length_in,
    mass_in,
    number,
    sides_in,
    warmth_in,
)

_PLACE = re.compile(r"\bslept in (?:her |his |their |the |a )?([^()]+?) ?(?:\(|$)")
_MILK = re.compile(r" of ([a-z ]+?) ?(?:\(|$)")
_FOOD = re.compile(r"\bate ([^:()]+):")
_DOING = re.compile(r"\bis doing ([^()]+?) ?(?:\(|$)")
_DIRTY = re.compile(r"\b(?:bm|poopy|poop|dirty|mixed|both)\b")
_WET = re.compile(r"\b(?:wet|pee|mixed|both)\b")


@dataclass(frozen=True, slots=True)
class What:
    """What happened, without when and by whom."""

    kind: CareKind
    value: float | None = None
    unit: Unit | None = None
    details: Mapping[str, str] = field(default_factory=dict)
    words: str = ""
    """The sentence, where it says more than kind, amount and details do."""


@dataclass(frozen=True, slots=True)
class Said:
    """The cells that say what happened, cleaned."""

    activity: str
    quantity: str
    extra: str
    text: str

    def amount(self, found: Amount | None, units: Mapping[str, Unit]) -> tuple[Amount | None, dict[str, str]]:
        """The sentence's amount, else Quantity where Extra data is its unit; and what else was written."""
        plain = number(self.quantity)
        unit = units.get(self.extra.lower())
        if found is None and plain is not None and unit is not None:
            return (plain, unit), {}
        agrees = found is not None and plain is not None and _rounded(found[0], plain, self.quantity)
        return found, {} if agrees or not self.quantity else {"quantity": self.quantity}


def _rounded(exact: float, short: float, written: str) -> bool:
    """Whether one number is the other one rounded to the decimals that were written."""
    decimals = len(written.replace(",", ".").partition(".")[2])
    half: float = 0.5 / 10**decimals
    return abs(exact - short) <= half + 1e-9


def what_happened(activity: str, quantity: str, extra: str, text: str) -> What:
    """An activity that isn't known becomes OTHER with its name and sentence: nothing is dropped."""
    said = Said(activity, quantity, extra, text)
    return _READERS.get(activity.lower(), _other)(said)


def _sleep(said: Said) -> What:
    place = _PLACE.search(said.text)
    return _plain(CareKind.SLEEP, said, {"place": place[1]} if place else {})


def _bottle(said: Said) -> What:
    amount, left = said.amount(amount_in(said.text, VOLUME), VOLUME)
    found, milk = _MILK.search(said.text.lower()), said.extra.lower()
    if milk in VOLUME or not milk:
        milk = found[1] if found else ""
    return _measured(CareKind.FEED, amount, {"method": "bottle", **({"milk": milk} if milk else {}), **left})


def _nursing(said: Said) -> What:
    sides = {f"{side} minutes": str(minutes) for side, minutes in sides_in(said.text).items()}
    return _plain(CareKind.FEED, said, {"method": "breast", **sides})


def _solid(said: Said) -> What:
    amount, left = said.amount(amount_in(said.text, FOOD), FOOD)
    food = _FOOD.search(said.text)
    details = {"method": "solid", **({"food": food[1].lower()} if food else {}), **left}
    return _measured(CareKind.FEED, amount, _with_extra(details, said, FOOD), "" if food else said.text)


def _growth(
    measure: str, find: Callable[[str], Amount | None], units: Mapping[str, Unit]
) -> Callable[[Said], What]:
    def read(said: Said) -> What:
        amount, left = said.amount(find(said.text), units)
        details = _with_extra({"measure": measure, **left}, said, units)
        return _measured(CareKind.GROWTH, amount, details, "" if amount else said.text)

    return read


def _nappy(said: Said) -> What:
    words = f"{said.extra} {said.text}".lower()
    dirty, wet = bool(_DIRTY.search(words)), bool(_WET.search(words))
    found = (
        "mixed" if dirty and wet else "dirty" if dirty else "wet" if wet else "dry" if "dry" in words else ""
    )
    if found:
        return _plain(CareKind.NAPPY, said, {"nappy": found}, shown=True)
    return _plain(CareKind.NAPPY, said, {}, words=True)


def _pump(said: Said) -> What:
    amount, left = said.amount(amount_in(said.text, VOLUME), VOLUME)
    sides = {f"{side} minutes": str(minutes) for side, minutes in sides_in(said.text).items()}
    details = _with_extra({**sides, **left}, said, VOLUME)
    return _measured(CareKind.PUMP, amount, details, "" if amount else said.text)


def _temperature(said: Said) -> What:
    amount, left = said.amount(warmth_in(said.text), WARMTH)
    plain = number(said.quantity)
    if amount is None and plain is not None and (30 <= plain <= 45 or 86 <= plain <= 113):
        # no body is both: the number alone tells the scale
        amount, left = (plain, Unit.CELSIUS if plain <= 45 else Unit.FAHRENHEIT), {}
    details = _with_extra(left, said, WARMTH)
    return _measured(CareKind.TEMPERATURE, amount, details, "" if amount else said.text)


def _medicine(said: Said) -> What:
    amount, left = said.amount(amount_in(said.text, VOLUME), VOLUME)
    return _measured(CareKind.MEDICINE, amount, _with_extra(left, said, VOLUME), said.text)


def _activity(said: Said) -> What:
    found = _DOING.search(said.text)
    doing = found[1].lower() if found else ""
    return _plain(CareKind.PLAY, said, {"activity": doing} if doing else {}, words=not doing)


def _of_kind(kind: CareKind) -> Callable[[Said], What]:
    return lambda said: _plain(kind, said, {}, words=True)


def _other(said: Said) -> What:
    return _plain(CareKind.OTHER, said, {"activity": said.activity}, words=True)


def _plain(
    kind: CareKind, said: Said, details: dict[str, str], *, words: bool = False, shown: bool = False
) -> What:
    """Without an amount; `words` keeps the sentence, `shown` says that Extra data is in the details."""
    left = {"quantity": said.quantity} if said.quantity else {}
    more = {} if shown else _with_extra({}, said, {})
    return What(kind, details={**details, **left, **more}, words=said.text if words else "")


def _measured(kind: CareKind, amount: Amount | None, details: dict[str, str], words: str = "") -> What:
    value, unit = amount or (None, None)
    return What(kind, value, unit, details, words)


def _with_extra(details: dict[str, str], said: Said, units: Mapping[str, Unit]) -> dict[str, str]:
    """Extra data joins the details unless it is a unit, which the amount already has."""
    known = not said.extra or said.extra.lower() in units
    return details if known else {**details, "extra": said.extra}


_READERS: Mapping[str, Callable[[Said], What]] = {
    "sleep": _sleep,
    "sleep start": _sleep,
    "bottle": _bottle,
    "nursing": _nursing,
    "solid": _solid,
    "weight": _growth("weight", mass_in, MASS),
    "height": _growth("length", length_in, LENGTH),
    "head size": _growth("head", length_in, LENGTH),
    "diaper": _nappy,
    "potty": _nappy,
    "expressed": _pump,
    "pump": _pump,
    "temperature": _temperature,
    "medicine": _medicine,
    "medication": _medicine,
    "milestone": _of_kind(CareKind.MILESTONE),
    "activity": _activity,
    "bath": _of_kind(CareKind.BATH),
    "sick": _of_kind(CareKind.ILLNESS),
    "vaccine": _of_kind(CareKind.JAB),
    "doctor visit": _of_kind(CareKind.APPOINTMENT),
}
