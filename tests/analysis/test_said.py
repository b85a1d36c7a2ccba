"""Statements are decided once a day, and stay until the evidence is clearly gone."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonddiary.analysis.findings.said import Evidence, Said, decide
from bonddiary.domain.period import Period

TODAY = date(2026, 11, 16)
DAY = timedelta(days=1)
PERIOD = Period.ending(TODAY, 14)
YESTERDAY = Said(TODAY - DAY, Period.ending(TODAY - DAY, 14), frozenset({"a"}))
CLEAR = Evidence(key="a", enough=True, clear=True, still=True)
STILL = replace(CLEAR, clear=False)
GONE = replace(STILL, still=False)
TOO_FEW = replace(CLEAR, enough=False)


@pytest.mark.parametrize(
    ("evidence", "before", "said"),
    [
        (CLEAR, None, True),
        (STILL, None, False),
        (CLEAR, YESTERDAY, True),
        (STILL, YESTERDAY, True),
        (GONE, YESTERDAY, False),
        (TOO_FEW, YESTERDAY, False),
        (TOO_FEW, None, False),
        (CLEAR, replace(YESTERDAY, keys=frozenset()), True),
        (STILL, replace(YESTERDAY, keys=frozenset()), False),
    ],
)
def test_a_statement_comes_stays_and_goes(evidence: Evidence, before: Said | None, said: bool) -> None:
    assert ("a" in decide([evidence], before, PERIOD, TODAY)) == said


@pytest.mark.parametrize(
    ("evidence", "keys", "said"),
    [(CLEAR, "", False), (CLEAR, "a", True), (GONE, "a", True), (TOO_FEW, "a", False)],
)
def test_a_day_has_one_decision_which_the_minimums_alone_take_back(
    evidence: Evidence, keys: str, said: bool
) -> None:
    earlier_today = Said(TODAY, PERIOD, frozenset(keys))
    assert ("a" in decide([evidence], earlier_today, PERIOD, TODAY)) == said


@pytest.mark.parametrize(
    ("period", "goes_on"),
    [
        (PERIOD, True),
        (Period(PERIOD.first - DAY, TODAY), True),  # all of the diary: it grows
        (Period.ending(TODAY, 7), False),
        (Period.ending(TODAY, 28), False),
        (PERIOD.before(), False),
        (YESTERDAY.period, True),  # the same days, looked at on another day
    ],
)
def test_other_days_of_the_diary_are_another_look(period: Period, goes_on: bool) -> None:
    assert YESTERDAY.goes_on(period, TODAY) == goes_on
    assert bool(decide([STILL], YESTERDAY, period, TODAY)) == goes_on


def test_a_clock_that_was_put_back_starts_anew() -> None:
    assert not replace(YESTERDAY, day=TODAY + DAY).goes_on(YESTERDAY.period, TODAY)


EVIDENCE = st.builds(
    lambda key, enough, still, clear: Evidence(key=key, enough=enough, still=still, clear=still and clear),
    st.sampled_from("abcdef"),
    st.booleans(),
    st.booleans(),
    st.booleans(),
)
BEFORE = st.none() | st.builds(
    lambda back, keys: Said(TODAY - back * DAY, Period.ending(TODAY - back * DAY, 14), frozenset(keys)),
    st.integers(0, 3),
    st.sets(st.sampled_from("abcdef")),
)


@given(st.lists(EVIDENCE, unique_by=lambda each: each.key), BEFORE)
def test_laws(evidence: list[Evidence], before: Said | None) -> None:
    said = decide(evidence, before, PERIOD, TODAY)
    assert said <= {each.key for each in evidence if each.enough}
    assert said == decide(reversed(evidence), before, PERIOD, TODAY)
    again = decide(evidence, Said(TODAY, PERIOD, said), PERIOD, TODAY)
    assert again == said, "a second look on the same day says the same"
    if before is None or before.day < TODAY:
        assert said >= decide(evidence, None, PERIOD, TODAY), "what is clear is said whatever was said before"
