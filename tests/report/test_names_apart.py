"""A name in another script stands inside the title without turning it round."""

import pytest

from bonddiary.domain.direction import apart
from bonddiary.report.letters import runs_right_to_left

URDU = "ننھی پری"


@pytest.mark.parametrize("name", [URDU, "Robin ننھی", "רוני", "أمل"])
def test_the_line_keeps_its_direction(name: str) -> None:
    assert not runs_right_to_left(f"{apart(name, False)}’s diary, 3 to 16 November 2026", False)
    assert apart(name, False).strip("\u2068\u2069") == name


@pytest.mark.parametrize("name", ["Robin", "Siân", "R.", "👶", ""])
def test_a_name_of_the_pages_own_direction_is_left_as_it_is(name: str) -> None:
    assert apart(name, False) == name


def test_the_other_way_round() -> None:
    assert runs_right_to_left(f"{apart('Robin', True)} کی ڈائری", True)
    assert apart(URDU, True) == URDU
