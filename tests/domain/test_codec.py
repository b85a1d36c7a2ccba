"""Records as plain data and back, without loss; what is wrong is named."""

import json
from typing import Any

import pytest
from hypothesis import given

from bonddiary.domain.codec import decode, encode
from bonddiary.domain.errors import DiaryError, InvalidEntry
from bonddiary.domain.records import Kind, Record, kind_of
from tests import strategies
from tests.builders import care, moment, one_of_each, visit


@given(strategies.records())
def test_a_record_comes_back_equal_through_json(record: Record) -> None:
    plain = json.loads(json.dumps(encode(record)))
    assert decode(plain) == record
    assert plain["record"] == kind_of(record).value


def decoded_or_none(plain: dict[str, Any]) -> Record | None:
    """The record, or None for what is refused with a sentence. Any other error is a bug."""
    try:
        return decode(plain)
    except DiaryError:
        return None


def test_blank_fields_are_left_out() -> None:
    assert set(encode(moment())) == {"record", "id", "baby", "at", "entered", "cues"}


@pytest.mark.parametrize("record", one_of_each(), ids=lambda record: kind_of(record).value)
def test_a_field_of_a_later_version_is_refused_by_name(record: Record) -> None:
    with pytest.raises(InvalidEntry, match="doesn’t know: mood"):
        decode({**encode(record), "mood": "sunny"})


@pytest.mark.parametrize("record", one_of_each(), ids=lambda record: kind_of(record).value)
def test_every_field_of_a_wrong_type_is_refused_in_words(record: Record) -> None:
    plain = encode(record)
    for name, right in plain.items():
        for wrong in (None, [], {}, 3.5, ["x", 1], {"a": 1}, "☂", True, -1):
            if type(wrong) is type(right) or (name == "unit" and wrong is None):
                continue
            decoded = decoded_or_none({**plain, name: wrong})
            # what got through is kept as it was written; None is a blank field
            assert decoded is None or wrong is None or encode(decoded)[name] == wrong, (name, wrong)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("at", {"utc": "2026-11-16T03:12:00", "offset": 0, "zone": "Europe/London"}),
        ("at", {"utc": "2026-11-16", "offset": 0, "zone": "Europe/London"}),
        ("at", {"utc": "2026-13-16T03:12:00Z", "offset": 0, "zone": "Europe/London"}),
        ("at", {"utc": "2026-11-16T03:12:00Z", "offset": "0", "zone": "Europe/London"}),
        ("at", {"utc": "2026-11-16T03:12:00Z", "offset": True, "zone": "Europe/London"}),
        ("at", {"utc": "2026-11-16T03:12:00Z", "offset": 0}),
        ("at", "2026-11-16T03:12:00Z"),
        ("state", "cheerful"),
        ("about", 1),
        ("private", "yes"),
        ("settle", {"step": "5-15", "minutes": "5"}),
        ("settle", {"minutes": 5}),
        ("cues", []),
        ("cues", ["rooting", "rooting"]),
        ("cues", [3]),
        ("note", 7),
        ("deleted", "yesterday"),
    ],
)
def test_values_that_cannot_be(name: str, value: Any) -> None:
    with pytest.raises(InvalidEntry):
        decode({**encode(moment()), name: value})


def test_a_field_that_is_needed() -> None:
    for name in ("id", "baby", "at", "entered", "cues"):
        plain = encode(moment())
        del plain[name]
        with pytest.raises(InvalidEntry, match="lacks a field"):
            decode(plain)


@pytest.mark.parametrize("kind", ["", "mood", None, 3, ["moment"]])
def test_a_kind_that_is_not_known(kind: object) -> None:
    with pytest.raises(InvalidEntry, match="of a kind that this version doesn’t know"):
        decode({**encode(visit()), "record": kind})


def test_an_end_before_the_start() -> None:
    plain = encode(care())
    plain["until"] = {"utc": "2001-01-01T00:00:00Z", "offset": 0, "zone": "UTC"}
    with pytest.raises(InvalidEntry, match="end is before the start"):
        decode(plain)


def test_whole_numbers_are_amounts_too() -> None:
    plain = encode(care(value=120.0))
    assert decode({**plain, "value": 120}) == decode({**plain, "value": 120.0})


@pytest.mark.parametrize("value", [float("nan"), float("inf"), "120", True])
def test_an_amount_is_a_number(value: object) -> None:
    with pytest.raises(InvalidEntry):
        decode({**encode(care()), "value": value})


def test_every_kind_has_a_builder() -> None:
    assert {kind_of(record) for record in one_of_each()} == set(Kind)
