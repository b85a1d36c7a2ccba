"""Ranges said in whole tenths."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonddiary.analysis.intervals import of_ten, range_words, said, wilson


@pytest.mark.parametrize(
    ("count", "total", "words", "in_ten"),
    [
        (3, 3, "3 of 3 times. Too few to see a pattern.", "4 to 10 in 10"),
        (5, 5, "5 of 5 times. Early days.", "5 to 10 in 10"),
        (6, 8, "6 of 8 times", "4 to 10 in 10"),
        (8, 10, "8 of 10 times", "4 to 10 in 10"),
        (14, 16, "14 of 16 times", "6 to 10 in 10"),
        (28, 35, "28 of 35 times", "6 to 9 in 10"),
    ],
)
def test_the_words_of_the_design(count: int, total: int, words: str, in_ten: str) -> None:
    assert said(count, total) == words
    assert range_words(count, total) == in_ten


def test_known_values() -> None:
    low, high = wilson(8, 10)  # Newcombe 1998, method 3
    assert (round(low, 4), round(high, 4)) == (0.4902, 0.9433)


@given(st.integers(1, 500).flatmap(lambda total: st.tuples(st.integers(0, total), st.just(total))))
def test_the_share_lies_in_its_range_and_the_range_in_its_tenths(case: tuple[int, int]) -> None:
    count, total = case
    low, high = wilson(count, total)
    first, last = of_ten(count, total)
    assert 0 <= low <= count / total <= high <= 1
    assert 0 <= first <= low * 10 + 1e-9
    assert high * 10 - 1e-9 <= last <= 10


@pytest.mark.parametrize(("count", "total"), [(0, 0), (3, 2), (-1, 4)])
def test_impossible_counts_are_refused(count: int, total: int) -> None:
    with pytest.raises(ValueError, match="no share"):
        wilson(count, total)
