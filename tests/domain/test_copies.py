"""Which copies may go: a pure function, whatever the clock did."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonddiary.domain.copies import ALL_FOR, FEWEST, Copy, Why, to_delete

NOW = datetime(2026, 11, 16, 21, tzinfo=UTC)


def copy(number: int, made: datetime, size: int = 1000) -> Copy:
    return Copy(
        number=number, name=f"diary-{number:06d}.db", made=made, why=Why.DAILY, entries=3, first=None, last=None,
        size=size, revision="0005", program="0.1.0", sha256="", checked=made,
    )  # fmt: skip


def daily(days: int) -> list[Copy]:
    """A copy a day, the newest today."""
    return [copy(days - ago, NOW - timedelta(days=ago)) for ago in range(days)]


def kept(copies: list[Copy], now: datetime = NOW) -> list[int]:
    gone = to_delete(copies, now)
    return sorted((now - each.made).days for each in copies if each not in gone)


def test_all_of_two_days_then_twelve_days_ten_weeks_nine_months() -> None:
    left = kept(daily(400))
    assert left[:15] == list(range(15))
    assert 150 < max(left) < 300
    assert len(left) == 3 + 12 + (10 - 3) + (9 - 3) or 22 <= len(left) <= 34


def test_every_hour_of_two_days_stays() -> None:
    hourly = [copy(100 - ago, NOW - timedelta(hours=ago)) for ago in range(48)]
    assert to_delete(hourly, NOW) == ()


@pytest.mark.parametrize("count", range(FEWEST + 1))
def test_few_all_stay_however_old(count: int) -> None:
    old = [copy(n, NOW - timedelta(days=900 + n)) for n in range(count)]
    assert to_delete(old, NOW) == ()


def test_nothing_goes_while_the_clock_is_behind() -> None:
    copies = daily(400)
    assert to_delete(copies, NOW)
    assert to_delete(copies, NOW - timedelta(days=2)) == ()


def test_a_leap_of_years_leaves_months_and_the_newest() -> None:
    left = kept(daily(60), NOW + timedelta(days=3650))
    assert len(left) >= 12


def test_what_an_older_diary_took_the_place_of_stays() -> None:
    replaced = replace(copy(500, NOW - timedelta(days=5, hours=3)), why=Why.RESTORE)
    later = [copy(501 + n, NOW - timedelta(days=5, hours=2 - n)) for n in range(3)]
    after = [copy(600 + n, NOW - timedelta(days=4 - n)) for n in range(5)]
    gone = to_delete([replaced, *later, *after], NOW)
    assert gone == (later[1], later[0])


def test_room_is_limited_but_never_below_three() -> None:
    large = [copy(n, NOW - timedelta(hours=20 - n), 200_000_000) for n in range(8)]
    gone = to_delete(large, NOW)
    assert [each.number for each in gone] == [5, 4, 3, 2, 1, 0] or len(large) - len(gone) == FEWEST
    assert {each.number for each in large} - {each.number for each in gone} == {5, 6, 7}


@given(
    st.lists(st.tuples(st.integers(0, 900), st.integers(0, 400_000_000)), max_size=60),
    st.integers(-10, 4000),
)
def test_laws(given: list[tuple[int, int]], later: int) -> None:
    copies = [copy(n, NOW - timedelta(days=900 - ago), size) for n, (ago, size) in enumerate(sorted(given))]
    now = NOW + timedelta(days=later)
    gone = to_delete(copies, now)
    left = [each for each in copies if each not in gone]
    assert len(left) >= min(FEWEST, len(copies))
    assert copies[-1:] == left[-1:]  # the newest stays
    if any(each.made > now for each in copies):
        assert not gone
    if sum(each.size for each in copies) <= 500_000_000:
        assert all(now - each.made > ALL_FOR for each in gone)
    assert set(to_delete(left, now)) <= set(left) - set(left[-FEWEST:])
