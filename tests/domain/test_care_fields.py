"""What each kind of care event holds: one table, and what it leads to."""

import pytest

from bonddiary.domain.care import CareKind, Unit
from bonddiary.domain.care_fields import (
    CARE_FIELDS,
    asked,
    refuse_amount,
    units_for,
    with_detail,
)
from bonddiary.domain.errors import InvalidEntry
from tests.builders import care


def test_every_kind_is_there_with_details_of_one_meaning_each() -> None:
    assert set(CARE_FIELDS) == set(CareKind)
    for fields in CARE_FIELDS.values():
        names = [detail.name for detail in fields.details]
        assert len(set(names)) == len(names)
        assert len(set(fields.units)) == len(fields.units)
        for detail in fields.details:
            assert detail.beside is None or detail.beside[0] in {*names, "kind"}
            assert detail.implies is None or detail.implies[0] in names


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ({}, ["method", "side"]),
        ({"method": "breast"}, ["method", "side"]),
        ({"method": "bottle"}, ["method", "milk"]),
        ({"method": "solid"}, ["method", "food"]),
        ({"method": "bottle", "side": "left"}, ["method", "side", "milk"]),
    ],
    ids=["nothing", "breast", "bottle", "solid", "what is there stays"],
)
def test_a_feed_is_asked_what_goes_with_what_was_said(said: dict[str, str], names: list[str]) -> None:
    assert [detail.name for detail in asked(CareKind.FEED, said)] == names


def test_a_side_means_the_breast_and_never_takes_the_place_of_what_was_said() -> None:
    assert dict(with_detail(care(), "side", "left")) == {"side": "left", "method": "breast"}
    bottle = care(details=(("method", "bottle"),))
    assert dict(with_detail(bottle, "side", "left")) == {"method": "bottle", "side": "left"}


def test_one_detail_changes_and_all_others_stay_as_they_came() -> None:
    event = care(details=(("zebra", "1"), ("method", "bottle"), ("extra", "blue"), ("milk", "goat")))
    assert with_detail(event, "milk", "formula") == (
        ("zebra", "1"),
        ("method", "bottle"),
        ("extra", "blue"),
        ("milk", "formula"),
    )
    assert with_detail(event, "milk", "") == (("zebra", "1"), ("method", "bottle"), ("extra", "blue"))


def test_units_go_with_what_is_measured_and_a_unit_that_came_stays_on_offer() -> None:
    weight = care(kind=CareKind.GROWTH, details=(("measure", "weight"),))
    assert units_for(weight) == (Unit.KG, Unit.G, Unit.LB, Unit.OZ)
    assert units_for(care(kind=CareKind.GROWTH)) == ()
    assert units_for(care(details=(("method", "breast"),))) == ()
    assert Unit.ML in units_for(care(details=(("method", "breast"),), value=30.0, unit=Unit.ML))
    assert units_for(care(kind=CareKind.TEMPERATURE, value=1.0, unit=Unit.CM))[-1] is Unit.CM
    assert units_for(care(kind=CareKind.NAPPY)) == ()


@pytest.mark.parametrize(
    ("kind", "value", "unit", "said"),
    [
        (CareKind.TEMPERATURE, 400.0, Unit.CELSIUS, "400 °C can’t be"),
        (CareKind.TEMPERATURE, 98.6, Unit.CELSIUS, "Did you mean °F?"),
        (CareKind.TEMPERATURE, 37.0, Unit.FAHRENHEIT, "Did you mean °C?"),
        (CareKind.TEMPERATURE, 60.0, None, "can’t be a temperature"),
        (CareKind.GROWTH, 4200.0, Unit.KG, "4200 kg can’t be"),
        (CareKind.FEED, -1.0, Unit.ML, "below zero"),
    ],
)
def test_amounts_that_cannot_be_are_refused_in_words(
    kind: CareKind, value: float, unit: Unit | None, said: str
) -> None:
    with pytest.raises(InvalidEntry, match=said.replace("?", r"\?")):
        refuse_amount(kind, value, unit)


@pytest.mark.parametrize(
    ("kind", "value", "unit"),
    [
        (CareKind.TEMPERATURE, 37.2, Unit.CELSIUS),
        (CareKind.TEMPERATURE, 41.5, Unit.CELSIUS),
        (CareKind.TEMPERATURE, 101.3, Unit.FAHRENHEIT),
        (CareKind.TEMPERATURE, 37.2, None),
        (CareKind.FEED, 0.0, Unit.ML),
        (CareKind.FEED, 300.0, Unit.ML),
        (CareKind.GROWTH, 4200.0, Unit.G),
        (CareKind.FEED, None, None),
    ],
)
def test_nothing_else_is_judged(kind: CareKind, value: float | None, unit: Unit | None) -> None:
    refuse_amount(kind, value, unit)
