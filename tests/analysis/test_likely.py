"""Likely now: frecency with the clock, against a reference that follows the formula word by word."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonddiary.analysis.likely import ENOUGH, likely_cues, pinned_first
from bonddiary.domain.ids import CueKey
from bonddiary.domain.when import When
from tests.builders import NOW, cue_keys, when

KNOWN = cue_keys("a", "b", "c", "d", "e", "f")
STARTERS = cue_keys("f", "e", "d", "c")
Use = tuple[CueKey, int, int]


def use(cue: str, at: When) -> Use:
    return CueKey(cue), at.micros, at.offset


def ago(cue: str, **back: float) -> Use:
    return use(cue, NOW.shifted(-timedelta(**back)))


def filled(*uses: Use) -> list[Use]:
    """Enough uses to lead, the rest of them of a cue that nobody knows."""
    return [*uses, *(ago("unknown", days=1) for _ in range(ENOUGH))]


def weight(uses: Sequence[Use], cue: CueKey, now: When) -> float:
    """The sum over past moments of 0.5^(age / 10 days) × (0.2 + 0.8 × max(0, 1 − clock distance / 2 h))."""
    total = 0.0
    for key, micros, offset in uses:
        if key == cue:
            wall = datetime(1970, 1, 1) + timedelta(microseconds=micros, seconds=offset)
            noon = datetime(2000, 1, 1)
            apart = abs(_on(noon, wall) - _on(noon, now.wall))
            hours = min(apart, timedelta(days=1) - apart) / timedelta(hours=1)
            days = max(0.0, (now.micros - micros) / 86_400e6)
            total += 0.5 ** (days / 10) * (0.2 + 0.8 * max(0.0, 1 - hours / 2))
    return total


def _on(day: datetime, wall: datetime) -> datetime:
    return datetime.combine(day.date(), wall.time())


uses_lists = st.lists(
    st.tuples(
        st.sampled_from(KNOWN),
        st.integers(0, 60 * 24 * 60).map(lambda minutes: NOW.micros - minutes * 60_000_000),
        st.sampled_from([-36_000, -12_600, 0, 3600, 20_700, 46_800]),
    ),
    min_size=ENOUGH,
    max_size=60,
)


@given(uses_lists)
def test_order_follows_the_formula(uses: list[Use]) -> None:
    offered = likely_cues(uses, NOW, KNOWN, STARTERS, count=len(KNOWN))
    used = [cue for cue in offered if any(cue == key for key, _, _ in uses)]
    weights = [weight(uses, cue, NOW) for cue in used]
    assert all(one >= other - 1e-9 for one, other in pairwise(weights))
    assert len(used) == len({key for key, _, _ in uses})


@given(uses_lists, st.integers(1, 8))
def test_offers_as_many_as_asked_and_none_twice(uses: list[Use], count: int) -> None:
    offered = likely_cues(uses, NOW, KNOWN, STARTERS, count)
    there = set(STARTERS) | {key for key, _, _ in uses}
    assert len(offered) == len(set(offered)) == min(count, len(there))


class TestBeforeHabits:
    def test_starters_lead_below_15_moments(self) -> None:
        uses = [ago("a", minutes=n) for n in range(ENOUGH - 1)]
        assert likely_cues(uses, NOW, KNOWN, STARTERS) == STARTERS

    def test_habits_lead_from_15_moments_on(self) -> None:
        uses = [ago("a", minutes=n) for n in range(ENOUGH)]
        assert likely_cues(uses, NOW, KNOWN, STARTERS) == cue_keys("a", "f", "e", "d")

    def test_nothing_noted_offers_the_starters(self) -> None:
        assert likely_cues([], NOW, KNOWN, STARTERS, count=2) == STARTERS[:2]


class TestHalfLife:
    @pytest.mark.parametrize(("times", "first"), [(1, "b"), (3, "a")])
    def test_a_use_ten_days_ago_weighs_half(self, times: int, first: str) -> None:
        """3 uses of ten days ago outweigh 1 of now (1.5 to 1), 1 does not (0.5 to 1)."""
        uses = filled(*[ago("a", days=10)] * times, ago("b", minutes=0))
        assert likely_cues(uses, NOW, KNOWN, STARTERS)[0] == first

    def test_exactly_two_uses_of_ten_days_ago_weigh_one_of_now(self) -> None:
        just_more = filled(*[ago("a", days=10)] * 2, ago("b", minutes=1))
        assert likely_cues(just_more, NOW, KNOWN, STARTERS)[0] == "a"
        just_less = filled(*[ago("a", days=10, minutes=1)] * 2, ago("b", minutes=0))
        assert likely_cues(just_less, NOW, KNOWN, STARTERS)[0] == "b"

    def test_an_entry_from_the_future_weighs_as_one_of_now(self) -> None:
        """A laptop's clock that was ahead gives no cue more than its due."""
        uses = filled(ago("a", days=-300), ago("b", minutes=0), ago("b", minutes=0))
        assert likely_cues(uses, NOW, KNOWN, STARTERS)[0] == "b"


class TestClock:
    def test_distance_goes_round_midnight(self) -> None:
        """At 11:50pm a use at ten past midnight is 20 minutes away, not 23 hours."""
        late = when("2026-11-16T23:50")
        uses = filled(use("a", when("2026-11-16T00:10")), use("b", when("2026-11-16T12:00")))
        assert likely_cues(uses, late, KNOWN, STARTERS)[0] == "a"

    def test_two_hours_away_weighs_no_more_than_twelve(self) -> None:
        evening = when("2026-11-16T22:00")
        uses = filled(use("a", when("2026-11-16T20:00")), *[use("b", when("2026-11-16T10:00"))] * 2)
        assert likely_cues(uses, evening, KNOWN, STARTERS)[0] == "b"

    def test_one_hour_away_weighs_three_fifths(self) -> None:
        """0.2 + 0.8 × 0.5 = 0.6: more than two at another time of day (0.4), less than four (0.8)."""
        near = use("a", when("2026-11-16T20:00"))
        far = use("b", when("2026-11-16T09:00"))
        assert likely_cues(filled(near, *[far] * 2), NOW, KNOWN, STARTERS)[0] == "a"
        assert likely_cues(filled(near, *[far] * 4), NOW, KNOWN, STARTERS)[0] == "b"

    def test_goes_by_the_clock_where_it_happened(self) -> None:
        """9pm in Kathmandu counts for 9pm in London, the same instant at 3:15pm does not."""
        there = when("2026-11-15T21:00", "Asia/Kathmandu")
        here = When.of(there.utc, "Europe/London")
        uses = filled(use("a", there), use("b", here))
        assert likely_cues(uses, NOW, KNOWN, STARTERS)[0] == "a"


class TestKnown:
    def test_a_retired_cue_is_not_offered(self) -> None:
        uses = [ago("a", minutes=n) for n in range(ENOUGH)]
        assert "a" not in likely_cues(uses, NOW, KNOWN[1:], STARTERS)

    def test_starters_fill_up_what_habits_leave_free(self) -> None:
        uses = [ago("e", minutes=n) for n in range(ENOUGH)]
        assert likely_cues(uses, NOW, KNOWN, STARTERS) == cue_keys("e", "f", "d", "c")


class TestPins:
    def test_come_first_however_much_is_noted(self) -> None:
        uses = [ago("a", minutes=n) for n in range(400)]
        ranked = likely_cues(uses, NOW, KNOWN, STARTERS, len(KNOWN))
        assert pinned_first(cue_keys("d", "b"), ranked, KNOWN) == cue_keys("d", "b", "a", "f")

    def test_stand_in_the_parents_order_and_once(self) -> None:
        assert pinned_first(cue_keys("b", "a", "b"), cue_keys("a", "c"), KNOWN) == cue_keys("b", "a", "c")

    def test_one_that_is_not_offered_leaves_its_place_to_the_next(self) -> None:
        assert pinned_first(cue_keys("gone", "b"), cue_keys("a", "away"), KNOWN) == cue_keys("b", "a")
