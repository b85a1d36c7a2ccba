"""How long settling took: minutes laid side by side by what was tried, never ranked."""

from dataclasses import replace
from random import Random

import pytest

from bonddiary.analysis.findings.median import EXACT, median_range, rank
from bonddiary.analysis.settling import Settling
from bonddiary.domain.moment import Moment, Settle, SettleBin
from tests.analysis.made import insights, moment, when


def timed(tried: str, *minutes: int | None) -> list[Moment]:
    """Moments with these minutes to settle; None: not settled."""
    return [
        moment(
            when(n % 14, 9),
            tried=[tried] if tried else [],
            settle=Settle(SettleBin.NOT_SETTLED) if each is None else Settle.in_minutes(each),
        )
        for n, each in enumerate(minutes)
    ]


def data(made: list[Moment]) -> Settling:
    found = insights(made).charts["settling"].data
    assert isinstance(found, Settling)
    return found


def test_minutes_and_words_in_golden_numbers() -> None:
    made = [*timed("fed", 5, 10, 10, 15, 20, 20, 30, 40, None), *timed("rocked", 3, 70, None, None)]
    found = insights(made).charts["settling"]
    assert found.title == "10 times to settle: 3 to 70 min"
    assert found.subtitle == (
        "Minutes to settle, by what you tried, 2 to 15 November 2026. 10 moments with minutes."
    )
    assert found.words[1:3] == (
        "Fed 9 times: 8 with minutes, 5 to 40 min, median 17.5 min. Also noted: not settled 1.",
        "Rocked 4 times: 2 with minutes, 3 min to 1 h 10 min. Also noted: not settled 2.",
    )
    assert "3 times to settle are noted in words, and not drawn." in found.words
    assert found.sure[1] == "Fed: median 17.5 min of 8 times. Could be about 5 min to 40 min."
    assert found.table.rows == (
        ("Fed", "9", "8", "5, 10, 10, 15, 20, 20, 30, 40", "17.5 min", "not settled 1"),
        ("Rocked", "4", "2", "3, 70", "too few", "not settled 2"),
    )


@pytest.mark.parametrize(
    ("minutes", "title"),
    [
        ((5, 10, 10, 20, 40), "5 times to settle: 5 to 40 min"),
        ((5, 10, 10, 20, 60), "5 times to settle: 5 min to 1 h"),
        ((0, 10, 10, 20, 200), "5 times to settle: 0 to 200 min"),
        ((70, 80, 90, 100, 1440), "5 times to settle: 70 to 1,440 min"),
        ((80, 80, 80, 80, 80), "5 times to settle: each 1 h 20 min"),
    ],
)
def test_the_title_is_at_most_ten_words(minutes: tuple[int, ...], title: str) -> None:
    found = insights(timed("fed", *minutes)).charts["settling"]
    assert found.title == title
    assert len(found.title.split()) <= 10
    assert found.words[0] == f"{title}."


def test_order_is_by_use_and_never_by_minutes() -> None:
    dice = Random(3)
    for _ in range(30):
        fed = [dice.choice([1, 5, 60, 200, None]) for _ in range(9)]
        rocked = [dice.choice([1, 5, 60, 200, None]) for _ in range(6)]
        rows = data([*timed("rocked", *rocked), *timed("fed", *fed)]).rows
        assert [row.name for row in rows] == ["Fed", "Rocked"]
    assert [row.name for row in data([*timed("", 5, 5, 5, 5), *timed("fed", 1, 1, 1)]).rows] == [
        "Fed",
        "Nothing noted",
    ]


def test_a_median_needs_eight_and_one_thing() -> None:
    (row,) = data(timed("fed", *[10] * 7)).rows
    assert row.median is None
    (row,) = data(timed("fed", *[10] * 8)).rows
    assert row.median == 10
    each_once = [
        moment(when(n, 9), tried=[one, other], settle=Settle.in_minutes(5))
        for n, (one, other) in enumerate(
            (one, other)
            for one in ("fed", "winded", "cuddled")
            for other in ("rocked", "talked", "fed")
            if one != other
        )
    ]
    (row,) = data(each_once).rows
    assert (row.name, len(row.dots), row.median) == ("Other things", 8, None)


def test_it_starts_at_five_times_with_minutes() -> None:
    found = insights(timed("fed", 5, 5, 5, 5, None)).charts["settling"]
    assert not found.ready
    assert found.words == (
        "Too few to see a pattern yet.",
        (
            "4 times with minutes to settle are counted here. 1 other has words in place of minutes. "
            "This chart starts at 5 times with minutes."
        ),
    )
    assert insights(timed("fed", *[5] * 5)).charts["settling"].title == "5 times to settle: each 5 min"


def test_private_moments_are_left_out() -> None:
    made = timed("fed", 5, 5, 5, 5, 5)
    assert data([*made, *(replace(one, private=True) for one in timed("rocked", 9, 9))]).timed == 5


@pytest.mark.parametrize(
    ("many", "at"), [(8, 1), (9, 2), (10, 2), (15, 4), (20, 6), (25, 8), (50, 18), (100, 40)]
)
def test_ranks_of_the_sign_test(many: int, at: int) -> None:
    assert rank(many) == at
    assert median_range(range(1, many + 1)) == (at, many + 1 - at)


def test_many_numbers_go_on_where_few_end() -> None:
    assert abs(rank(EXACT + 1) - rank(EXACT)) <= 1


def test_the_range_holds_the_middle_nearly_always() -> None:
    dice, held = Random(5), 0
    for _ in range(400):
        low, high = median_range([int(dice.expovariate(1) * 1000) for _ in range(15)])
        held += low <= 693 <= high
    assert held >= 375


def test_a_huge_diary_is_counted() -> None:
    made = timed("fed", *[n % 60 for n in range(5000)])
    (row,) = data(made).rows
    assert (row.times, len(row.dots), row.median) == (5000, 5000, 29.0)
