"""When a time of day may be named."""

import random
from datetime import timedelta

import pytest

from bonddiary.analysis.blocks import BLOCKS, CHANCE_KEPT, block_words, count_blocks, threshold
from bonddiary.analysis.findings.said import Said
from bonddiary.analysis.insights import Insights, build_insights
from bonddiary.domain.moment import Moment
from tests.analysis.made import NAMES, TWO_WEEKS, insights, moment, when


@pytest.mark.parametrize(("total", "count"), [(30, 11), (50, 15), (100, 24), (200, 41)])
def test_the_thresholds_of_the_design(total: int, count: int) -> None:
    assert threshold(total) == count


def test_thresholds_grow_and_stay_possible() -> None:
    found = [threshold(total) for total in range(30, 400)]
    assert found == sorted(found)
    assert all(count < total for total, count in enumerate(found, start=30))
    assert threshold(5_000) < 5_000 / BLOCKS * 1.3


def test_names_of_blocks() -> None:
    assert [block_words(block) for block in (0, 4, 7)] == [
        "midnight and 3am",
        "noon and 3pm",
        "9pm and midnight",
    ]


def test_an_evening_is_named() -> None:
    times = [when(day, 18.5 + half) for day in range(10) for half in (0, 0.5)]
    times += [when(day, hour) for day in range(10) for hour in (4, 13)]
    assert count_blocks(times).named() == 6


def test_not_below_thirty_and_not_on_few_days_and_not_when_tied() -> None:
    assert count_blocks([when(day, 19) for day in range(14) for _ in range(2)]).named() is None
    assert count_blocks([when(day, 19) for day in range(9) for _ in range(9)]).named() is None
    crowded = [when(0, 19 + n / 100) for n in range(40)] + [when(day, day % 24) for day in range(12)]
    assert count_blocks(crowded).named() is None, "one evening alone is no pattern"
    tied = [when(day, hour) for day in range(14) for hour in (4, 4.5, 19, 19.5)]
    assert count_blocks(tied).named() is None


@pytest.mark.parametrize("entries", [30, 75, 200])
def test_diaries_without_a_pattern_hardly_ever_get_one(entries: int) -> None:
    rng, tries = random.Random(entries), 100
    named = 0
    for _ in range(tries):
        spread = [(rng.randrange(14), rng.uniform(0, 23.99)) for _ in range(entries)]
        cues = ["building", "grunt", "yawn", "rooting"]
        made = [moment(when(day, hour), [rng.choice(cues)]) for day, hour in spread]
        named += "most often between" in insights(made).charts["two-weeks"].title
    assert named <= tries * 0.05


def test_days_with_anything_logged_count_as_logged() -> None:
    evenings = [moment(when(day, 18.5 + n / 10), ["building"]) for day in range(8) for n in range(5)]
    assert insights(evenings).charts["two-weeks"].found == ()
    days = [*evenings, moment(when(9, 9), ["coo"]), moment(when(10, 9), ["coo"])]
    (statement,) = insights(days).charts["two-weeks"].found
    assert statement.key == "time-of-day:crying:6"
    assert statement.words == "Crying was logged most often between 6pm and 9pm: 40 of 40 times, on 8 days."


def test_a_time_of_day_stays_until_it_is_clearly_gone() -> None:
    """Of 100 moments a block is named at 24 and kept at 22."""
    assert (threshold(100), threshold(100, CHANCE_KEPT)) == (24, 22)
    lately = build(spread(24), 0, None)
    assert lately.said.keys == {"time-of-day:moments:6"}
    assert build(spread(22), 1, None).said.keys == frozenset()
    kept = build(spread(22), 1, lately.said)
    assert kept.said.keys == lately.said.keys
    assert kept.charts["two-weeks"].sure[1:] == (
        "Here: 22 of 100 times, on 14 days.",
        "Named before, it stays down to 22 of 100.",
    )
    assert build(spread(21), 1, lately.said).said.keys == frozenset()


def spread(evening: int) -> list[Moment]:
    """A hundred moments, so many of them between 6pm and 9pm, the others evenly."""
    other = [hour for hour in range(24) if hour // 3 != 6]
    times = [when(n % 14, 19) for n in range(evening)]
    return [moment(at, ["coo"]) for at in times] + [
        moment(when(n % 14, other[n % len(other)]), ["coo"]) for n in range(100 - evening)
    ]


def build(made: list[Moment], later: int, before: Said | None) -> Insights:
    """Seen so many days after the two weeks ended, the same days each time."""
    return build_insights(made, (), (), TWO_WEEKS, when(14 + later, 9), NAMES, before)


def test_many_times_are_all_counted() -> None:
    blocks = count_blocks(when(0, 0).shifted(timedelta(minutes=3 * n)) for n in range(5_000))
    assert (blocks.total, blocks.days_logged) == (5_000, 11)
