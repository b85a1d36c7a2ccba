"""Care events in words, alike wherever they are listed."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import pytest

from bonddiary.analysis.care_words import care_drawing, care_title, care_told
from bonddiary.analysis.names import Names
from bonddiary.content.loader import load_catalog
from bonddiary.domain.board import OwnWord, WordKind
from bonddiary.domain.care import CareKind, Unit
from bonddiary.domain.ids import WordId, new_id
from tests.builders import care, when

AT = when("2026-11-16T03:20")
NAMES = Names(load_catalog())


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            {"details": (("method", "breast"), ("side", "left")), "value": 120.0, "unit": Unit.ML},
            "Feed, left, 120 ml, 20 min",
        ),
        ({"details": (("method", "breast"),)}, "Feed, breast, 20 min"),
        (
            {"details": (("method", "breast"), ("left minutes", "7"), ("right minutes", "5"))},
            "Feed, breast, left 7 min, right 5 min, 20 min",
        ),
        (
            {"details": (("milk", "Formula"), ("method", "bottle")), "value": 4.0, "unit": Unit.FL_OZ},
            "Feed, bottle, Formula, 4 fl oz, 20 min",
        ),
        ({"kind": CareKind.NAPPY, "until": None, "details": (("nappy", "mixed"),)}, "Nappy, wet and dirty"),
        (
            {
                "kind": CareKind.MEDICINE, "until": None, "value": 1.0, "unit": Unit.DROPS,
                "details": (("name", "Vitamin D"),),
            },
            "Medicine, Vitamin D, 1 drop",
        ),
        (
            {"kind": CareKind.TEMPERATURE, "until": None, "value": 37.25, "unit": Unit.CELSIUS},
            "Temperature, 37.25 °C",
        ),
        (
            {"kind": CareKind.GROWTH, "until": None, "value": 4.2, "unit": Unit.KG, "details": (("measure", "weight"),)},
            "Growth, weight, 4.2 kg",
        ),
        ({"kind": CareKind.APPOINTMENT, "until": None, "details": (("with", "the GP"),)}, "Appointment, with the GP"),
        ({"kind": CareKind.OTHER, "until": None, "details": (("activity", "Diary"),)}, "Other, Diary"),
        ({"kind": CareKind.MILESTONE, "until": None}, "First time"),
    ],
)  # fmt: skip
def test_title_and_what_was_said(said: Mapping[str, Any], told: str) -> None:
    event = care(**said)
    assert ", ".join((care_title(event, NAMES), *care_told(event, NAMES))) == told


def test_what_came_with_a_file_and_has_no_field_is_said_where_everything_is() -> None:
    event = care(details=(("method", "bottle"), ("logged by", "Sam"), ("quantity", "3")))
    assert care_told(event, NAMES) == ("bottle", "20 min")
    assert care_told(event, NAMES, everything=True) == ("bottle", "20 min", "logged by Sam", "quantity 3")


def test_a_kind_of_the_familys_own_has_its_name_and_drawing() -> None:
    word = OwnWord(id=WordId(new_id()), kind=WordKind.CARE, name="Tummy time", drawing="r-song")
    song = next(iter(NAMES.catalog.responses.values()))
    word = OwnWord(id=word.id, kind=word.kind, name=word.name, drawing=song.key)
    event = care(
        kind=CareKind.OTHER, at=AT, until=AT.shifted(timedelta(minutes=5)), details=(("kind", word.id),)
    )
    names = Names.of(NAMES.catalog, [word])
    assert (care_title(event, names), care_told(event, names, everything=True)) == ("Tummy time", ("5 min",))
    assert care_drawing(event, names) == f"response-{song.drawing}"
    assert (care_title(event, NAMES), care_drawing(event, NAMES)) == ("Other", "care-other")
