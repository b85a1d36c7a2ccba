"""Chance in numbers: held to SciPy, to exact fractions and to counting every way by hand."""

from fractions import Fraction
from itertools import combinations
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from bonddiary.analysis.findings.chance import LEVEL, adjusted, fisher_exact, rank_sum
from bonddiary.analysis.intervals import wilson

Table = tuple[int, int, int, int]
SIDES = st.integers(0, 60).flatmap(lambda total: st.tuples(st.integers(0, total), st.just(total)))
TABLES: st.SearchStrategy[Table] = st.tuples(SIDES, SIDES).map(lambda sides: (*sides[0], *sides[1]))
CHANCES = st.lists(st.floats(0, 1), max_size=30)
DAYS = st.lists(st.integers(0, 6), min_size=1, max_size=5)


def exactly(hits: int, total: int, other_hits: int, other_total: int) -> Fraction:
    """Fisher's test in whole numbers: all tables with these margins that are at most as likely."""
    drawn, both = hits + other_hits, total + other_total
    ways = [
        comb(total, count) * comb(other_total, drawn - count)
        for count in range(max(0, drawn - other_total), min(total, drawn) + 1)
    ]
    seen = comb(total, hits) * comb(other_total, other_hits)
    return Fraction(sum(way for way in ways if way <= seen), comb(both, drawn))


@given(TABLES)
def test_fisher_is_exact(table: Table) -> None:
    assert fisher_exact(*table) == pytest.approx(float(exactly(*table)), rel=1e-9)


@given(TABLES)
def test_fisher_is_scipys(table: Table) -> None:
    hits, total, other_hits, other_total = table
    theirs = stats.fisher_exact([[hits, total - hits], [other_hits, other_total - other_hits]]).pvalue
    assert fisher_exact(*table) == pytest.approx(theirs, rel=1e-7)


@given(TABLES)
def test_fisher_doesnt_care_which_side_is_named_first_nor_what_is_counted(table: Table) -> None:
    hits, total, other_hits, other_total = table
    chance = fisher_exact(*table)
    assert 0 < chance <= 1
    assert fisher_exact(other_hits, other_total, hits, total) == pytest.approx(chance)
    assert fisher_exact(total - hits, total, other_total - other_hits, other_total) == pytest.approx(chance)


def test_known_tables() -> None:
    assert fisher_exact(3, 4, 1, 4) == pytest.approx(34 / 70)  # the lady tasting tea
    assert fisher_exact(28, 30, 9, 20) == pytest.approx(0.000217, abs=1e-6)  # the design's example
    assert fisher_exact(0, 0, 3, 5) == 1


def test_large_counts_neither_overflow_nor_vanish() -> None:
    assert fisher_exact(60_000, 100_000, 60_100, 100_000) == pytest.approx(
        stats.fisher_exact([[60_000, 40_000], [60_100, 39_900]]).pvalue, rel=1e-5
    )
    assert 0 <= fisher_exact(90_000, 100_000, 10_000, 100_000) < 1e-300


@pytest.mark.parametrize("table", [(3, 2, 0, 0), (-1, 4, 1, 2), (1, 2, 5, 4)])
def test_impossible_tables_are_refused(table: Table) -> None:
    with pytest.raises(ValueError, match="no table"):
        fisher_exact(*table)


@given(CHANCES)
def test_adjusted_is_scipys(chances: list[float]) -> None:
    theirs = stats.false_discovery_control(chances) if chances else []
    assert adjusted(chances) == pytest.approx(tuple(theirs))


@given(CHANCES)
def test_adjusted_is_the_rule_as_its_authors_wrote_it(chances: list[float]) -> None:
    """The largest k with the k-th smallest at most k/m of the level: those k may be said."""
    ordered = sorted(chances)
    ranks = [
        k for k, chance in enumerate(ordered, 1) if Fraction(chance) * len(chances) <= Fraction(LEVEL) * k
    ]
    said = sum(value <= LEVEL for value in adjusted(chances))
    at_the_edge = any(value == pytest.approx(LEVEL, rel=1e-12) for value in adjusted(chances))
    assert at_the_edge or said == max(ranks, default=0)


@given(CHANCES, st.integers(1, 40))
def test_comparisons_that_show_nothing_never_make_anything_easier_to_say(
    chances: list[float], noise: int
) -> None:
    alone, among = adjusted(chances), adjusted([*chances, *[1.0] * noise])
    assert all(least <= one <= 1 for least, one in zip(alone, among, strict=False))


@given(CHANCES, st.randoms(use_true_random=False))
def test_adjusted_knows_no_order_and_makes_nothing_rarer(chances: list[float], dice: object) -> None:
    found = adjusted(chances)
    assert all(chance <= value <= 1 for chance, value in zip(chances, found, strict=True))
    places = list(range(len(chances)))
    dice.shuffle(places)  # type: ignore[attr-defined]
    assert adjusted([chances[place] for place in places]) == tuple(found[place] for place in places)


@given(DAYS, DAYS)
def test_rank_sum_counts_every_way(some: list[int], others: list[int]) -> None:
    values = [*some, *others]
    ranks = stats.rankdata(values)
    middle = len(some) * (len(values) + 1) / 2
    off = abs(sum(ranks[: len(some)]) - middle)
    ways = [
        abs(sum(ranks[place] for place in way) - middle)
        for way in combinations(range(len(values)), len(some))
    ]
    assert rank_sum(some, others) == pytest.approx(sum(way >= off - 1e-9 for way in ways) / len(ways))
    assert rank_sum(some, others) == pytest.approx(rank_sum(others, some))


def test_rank_sum_without_ties_is_scipys() -> None:
    some, others = [1.0, 4.0, 6.0, 9.0], [2.0, 3.0, 5.0, 7.0, 8.0, 12.0]
    theirs = stats.mannwhitneyu(some, others, method="exact").pvalue
    assert rank_sum(some, others) == pytest.approx(theirs)


@given(st.integers(1, 300).flatmap(lambda total: st.tuples(st.integers(0, total), st.just(total))))
def test_wilson_is_scipys(case: tuple[int, int]) -> None:
    theirs = stats.binomtest(*case).proportion_ci(method="wilson")
    assert wilson(*case) == pytest.approx((theirs.low, theirs.high), abs=1e-9)
