"""Moments, care events, periods and the catalogue: what they refuse, and what they work out."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonddiary.content.loader import load_catalog
from bonddiary.domain.baby import Age
from bonddiary.domain.catalog import AgeWindow, Family
from bonddiary.domain.errors import InvalidEntry, UnknownKey
from bonddiary.domain.moment import Moment, MomentDraft, Settle, SettleBin
from bonddiary.domain.period import Period
from bonddiary.domain.records import TYPES, Kind
from tests.builders import care, care_draft, cue_keys, moment, moment_draft, response_keys, when


def test_a_moment_needs_a_cue() -> None:
    with pytest.raises(InvalidEntry, match="at least one cue"):
        moment_draft(cues=())


def test_a_cue_or_response_is_there_once() -> None:
    with pytest.raises(InvalidEntry, match="twice"):
        moment_draft(cues=cue_keys("rooting", "rooting"))
    with pytest.raises(InvalidEntry, match="twice"):
        moment_draft(responses=response_keys("r-hold", "r-hold"))


def test_an_end_is_not_before_the_start() -> None:
    with pytest.raises(InvalidEntry, match="before the start"):
        moment_draft(until=when("2026-11-16T03:11"))
    with pytest.raises(InvalidEntry, match="before the start"):
        care_draft(until=when("2026-11-16T03:19"))
    across = moment_draft(at=when("2026-10-25T01:50"), until=when("2026-10-25T01:10", second=True))
    assert across.until is not None
    assert across.until.wall < across.at.wall  # by the clock it went backwards, and it's right


def test_details_have_unique_names() -> None:
    event = care(details=(("method", "bottle"), ("milk", "formula")))
    assert (event.detail("milk"), event.detail("side")) == ("formula", "")
    with pytest.raises(ValueError, match="unique"):
        care(details=(("method", "bottle"), ("method", "breast")))


def test_length_is_of_time_not_of_clocks() -> None:
    assert moment().length is None
    night = care(at=when("2026-10-25T00:30"), until=when("2026-10-25T03:00"))
    assert night.length == timedelta(hours=3, minutes=30)


@given(st.integers(0, 24 * 60))
def test_minutes_to_settle_have_their_step(minutes: int) -> None:
    edges = {
        SettleBin.UNDER_5: (0, 5),
        SettleBin.FROM_5: (5, 15),
        SettleBin.FROM_15: (15, 30),
        SettleBin.FROM_30: (30, 60),
    }
    settle = Settle.in_minutes(minutes)
    first, last = edges.get(settle.step, (60, 24 * 60 + 1))
    assert first <= minutes < last
    assert settle.minutes == minutes


@pytest.mark.parametrize("minutes", [-1, 24 * 60 + 1])
def test_minutes_to_settle_that_cannot_be(minutes: int) -> None:
    with pytest.raises(InvalidEntry, match="between 0 minutes and 24 hours"):
        Settle.in_minutes(minutes)


def test_a_draft_becomes_the_same_moment_with_an_id() -> None:
    draft = moment_draft(note="n", private=True)
    stored = Moment.from_draft(draft, moment().id)
    assert {name: getattr(stored, name) for name in MomentDraft.__dataclass_fields__} == {
        name: getattr(draft, name) for name in MomentDraft.__dataclass_fields__
    }


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(1, 400))
def test_a_period_counts_both_its_ends(last: date, days: int) -> None:
    period = Period.ending(last, days)
    assert len(list(period)) == period.days == days
    assert period.first in period
    assert period.last in period
    assert period.first - timedelta(days=1) not in period
    assert period.before().last == period.first - timedelta(days=1)
    assert period.before().days == days


def test_a_period_does_not_end_before_it_begins() -> None:
    with pytest.raises(ValueError, match="ends on or after"):
        Period(date(2026, 1, 2), date(2026, 1, 1))


def test_age_windows() -> None:
    window = AgeWindow(14, 60)
    assert [window.holds(Age(days)) for days in (13, 14, 60, 61)] == [False, True, True, False]
    assert AgeWindow().holds(Age(10_000))


def test_the_catalogue_names_what_was_nearly_written() -> None:
    catalog = load_catalog()
    assert catalog.cue("rooting").family is Family.MOVEMENT
    with pytest.raises(UnknownKey, match=r"no cue called “roting”\. Did you mean rooting"):
        catalog.cue("roting")
    with pytest.raises(UnknownKey, match=r"no response called “zzzzzz”\. Use one of: r-feed-responsive, "):
        catalog.response("zzzzzz")
    with pytest.raises(UnknownKey, match="no outcome called “settled”"):
        catalog.outcome("settled")


def test_the_boards_places_are_fixed() -> None:
    catalog = load_catalog()
    for family in Family:
        assert [cue.board for cue in catalog.board(family)] == list(range(len(catalog.board(family))))
        assert set(catalog.board(family)) <= set(catalog.of_family(family))
    assert len(catalog.quick_outcomes()) == 3


def test_every_kind_of_record_has_a_type() -> None:
    assert set(TYPES) == set(Kind)
    assert len(set(TYPES.values())) == len(Kind)
