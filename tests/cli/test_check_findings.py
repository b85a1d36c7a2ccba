"""`bonddiary check-findings`: false stories are rare, true ones are found in a large diary."""

import pytest

from bonddiary.cli.check_findings import Tally, simulate
from tests.cli.conftest import Run


def test_diaries_without_a_pattern_hardly_ever_get_a_statement(run: Run) -> None:
    said = run("check-findings", "--diaries", 40, "--moments", 300)
    assert said.code == 0
    assert said.lines[0] == "40 diaries of 300 moments, without any pattern."
    assert said.lines[1].startswith("Settled “more often after” something: said in ")
    assert said.lines[2].startswith("A time of day: said in ")
    assert len(said.lines) == 3


def test_an_effect_is_found_where_there_is_enough_to_see_it(run: Run) -> None:
    said = run("check-findings", "--diaries", 5, "--moments", 2_400, "--effect", "60-95")
    assert said.lines[1] in {f"That one: found in {found} of 5." for found in (3, 4, 5)}
    assert said.lines[2] == "“More often after” anything else: said in 0 of 5."


def test_the_same_seed_gives_the_same_diaries() -> None:
    assert simulate(3, 200, "none", 7) == simulate(3, 200, "none", 7)


def test_one_in_twenty_is_the_most(run: Run) -> None:
    assert Tally(diaries=200, more_often=10, time_of_day=10).holds
    assert not Tally(diaries=200, more_often=11).holds
    assert not Tally(diaries=200, time_of_day=11).holds


@pytest.mark.parametrize(
    "arguments", [["--diaries", "0"], ["--moments", "many"], ["--effect", "70-80"], ["--moments", "-5"]]
)
def test_what_cant_be_read_is_refused(run: Run, arguments: list[str]) -> None:
    run("check-findings", *arguments).refused("", code=2)
