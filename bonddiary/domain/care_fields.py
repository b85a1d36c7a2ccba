"""What a parent may say of each kind of care event: its details, the units of its amount, whether it lasts.

Imported and typed entries use the same names, so that they are one. Every field may stay blank, and a detail or value
that isn't named here is kept as it came. The words for all of it are content (`care.toml`).
"""

from collections.abc import Mapping
from dataclasses import dataclass

from bonddiary.domain.care import OWN_KIND, CareDraft, CareKind, Unit
from bonddiary.domain.errors import InvalidEntry


@dataclass(frozen=True, slots=True)
class Detail:
    """One detail: one of some choices, or words of the parent's own where there are none."""

    name: str
    choices: tuple[str, ...] = ()
    beside: tuple[str, tuple[str, ...]] | None = None
    """Asked for while another detail has one of these values."""
    implies: tuple[str, str] | None = None
    """Chosen while another detail is blank, it says that one too: a side means the breast."""


@dataclass(frozen=True, slots=True)
class CareFields:
    """What may be said of one kind."""

    details: tuple[Detail, ...] = ()
    units: tuple[Unit, ...] = ()
    """Of its amount, the usual one first; none: no amount is asked for."""
    units_by: tuple[str, Mapping[str, tuple[Unit, ...]]] | None = None
    """A detail whose value decides the units; `units` while it has none of these."""
    lasts: bool = False
    """Whether it has an end."""


_MILLILITRES = (Unit.ML, Unit.FL_OZ)
_LENGTHS = (Unit.CM, Unit.INCH)
_SIDES = ("left", "right", "both")

CARE_FIELDS: Mapping[CareKind, CareFields] = {
    CareKind.FEED: CareFields(
        details=(
            Detail("method", ("breast", "bottle", "solid")),
            Detail("side", _SIDES, beside=("method", ("", "breast")), implies=("method", "breast")),
            Detail("milk", ("breast milk", "formula"), beside=("method", ("bottle",))),
            Detail("food", beside=("method", ("solid",))),
        ),
        units=(*_MILLILITRES, Unit.TSP, Unit.G, Unit.OZ),
        units_by=(
            "method",
            {"breast": (), "bottle": _MILLILITRES, "solid": (Unit.G, Unit.TSP, Unit.ML, Unit.OZ)},
        ),
        lasts=True,
    ),
    CareKind.SLEEP: CareFields(lasts=True),
    CareKind.NAPPY: CareFields(details=(Detail("nappy", ("wet", "dirty", "mixed", "dry")),)),
    CareKind.PUMP: CareFields(details=(Detail("side", _SIDES),), units=_MILLILITRES, lasts=True),
    CareKind.MEDICINE: CareFields(
        details=(Detail("name"),), units=(Unit.ML, Unit.MG, Unit.TSP, Unit.DROPS, Unit.TABLETS)
    ),
    CareKind.TEMPERATURE: CareFields(units=(Unit.CELSIUS, Unit.FAHRENHEIT)),
    CareKind.GROWTH: CareFields(
        details=(Detail("measure", ("weight", "length", "head")),),
        units_by=(
            "measure",
            {"weight": (Unit.KG, Unit.G, Unit.LB, Unit.OZ), "length": _LENGTHS, "head": _LENGTHS},
        ),
    ),
    CareKind.BATH: CareFields(lasts=True),
    CareKind.PLAY: CareFields(details=(Detail("activity"),), lasts=True),
    CareKind.OUTING: CareFields(details=(Detail("place"),), lasts=True),
    CareKind.ILLNESS: CareFields(lasts=True),
    CareKind.JAB: CareFields(details=(Detail("name"),)),
    CareKind.APPOINTMENT: CareFields(details=(Detail("with"),)),
    CareKind.MILESTONE: CareFields(),
    CareKind.HOLDING: CareFields(lasts=True),
    CareKind.OTHER: CareFields(details=(Detail("activity", beside=(OWN_KIND, ("",))),), lasts=True),
}
"""Every kind. There is no place for the colour of a nappy or the way a temperature was taken: the note holds those."""

_BODY = {Unit.CELSIUS: (30.0, 45.0), Unit.FAHRENHEIT: (86.0, 113.0)}
"""What a body's temperature can be at all, as the import reads it: outside, it is another scale or a slip."""
_MOST = 100_000.0
_HEAVIEST = {Unit.KG: 100.0, Unit.LB: 220.0, Unit.CM: 250.0, Unit.INCH: 100.0}


def asked(kind: CareKind, details: Mapping[str, str]) -> tuple[Detail, ...]:
    """The details to ask for now: those that go with what was said, and every one that holds something."""
    return tuple(
        each
        for each in CARE_FIELDS[kind].details
        if each.beside is None or details.get(each.beside[0], "") in each.beside[1] or details.get(each.name)
    )


def units_for(draft: CareDraft) -> tuple[Unit, ...]:
    """The units to offer for its amount, with the one that it has; none: no amount is asked for."""
    fields = CARE_FIELDS[draft.kind]
    units = fields.units
    if fields.units_by is not None:
        name, by = fields.units_by
        units = by.get(draft.detail(name), units)
    if draft.value is None and draft.unit is None:
        return units
    if not units:
        units = fields.units or tuple(Unit)
    return units if draft.unit is None or draft.unit in units else (*units, draft.unit)


def with_detail(draft: CareDraft, name: str, value: str) -> tuple[tuple[str, str], ...]:
    """Its details with this one said, or taken back where the value is blank. The others stay as they are."""
    detail = next((each for each in CARE_FIELDS[draft.kind].details if each.name == name), None)
    said = dict(draft.details)
    if value:
        said[name] = value
        if detail is not None and detail.implies is not None and not said.get(detail.implies[0]):
            said[detail.implies[0]] = detail.implies[1]
    else:
        said.pop(name, None)
    return tuple(said.items())


def refuse_amount(kind: CareKind, value: float | None, unit: Unit | None) -> None:
    """Raises InvalidEntry for an amount that can't be. Nothing here says what an amount means."""
    if value is None:
        return
    if kind is CareKind.TEMPERATURE:
        _refuse_temperature(value, unit)
    elif value < 0:
        raise InvalidEntry("An amount can’t be below zero. Change it.")
    elif value > (_HEAVIEST.get(unit, _MOST) if unit is not None else _MOST):
        raise InvalidEntry(
            f"{value:g}{f' {unit.value}' if unit else ''} can’t be. Look at the number and its unit."
        )


def _refuse_temperature(value: float, unit: Unit | None) -> None:
    if unit is None:
        if not any(low <= value <= high for low, high in _BODY.values()):
            raise InvalidEntry(f"{value:g} can’t be a temperature. Look at the number.")
        return
    low, high = _BODY.get(unit, (0.0, _MOST))
    if not low <= value <= high:
        other = next((each for each, (least, most) in _BODY.items() if least <= value <= most), None)
        hint = f"Did you mean {other.value}?" if other is not None else "Look at the number."
        raise InvalidEntry(f"{value:g} {unit.value} can’t be. {hint}")
