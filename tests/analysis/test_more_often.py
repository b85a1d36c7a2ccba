""" "More often after": when it is said, in which words, and when not."""

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bonddiary.analysis.findings.more_often import FEWEST, Compared, compare
from bonddiary.analysis.findings.said import FindingKind, Said
from bonddiary.analysis.insights import build_insights
from bonddiary.analysis.names import Names
from bonddiary.analysis.sequences import cue_lines
from bonddiary.domain.board import OwnWord, WordKind
from bonddiary.domain.ids import WordId
from bonddiary.domain.moment import Moment
from bonddiary.domain.period import Period
from bonddiary.domain.when import When
from tests.analysis.made import LONDON, NAMES, TWO_WEEKS, catalog, insights, moment, when

Told = tuple[str, str, int, int]
"""A cue, what was tried, how often settled came next, how often no change yet."""
DESIGN: list[Told] = [
    ("rooting", "fed", 28, 2),
    ("rooting", "cuddled", 5, 5),
    ("rooting", "rocked", 4, 6),
    ("yawn", "rocked", 6, 4),
    ("yawn", "cuddled", 6, 4),
]
SENTENCE = (
    "In your diary, Rooting was followed by settling more often after “Fed” (28 of 30) "
    "than after other things (9 of 20). Counts, not causes."
)


def diary(told: list[Told], then: str = "out-same") -> list[Moment]:
    made = [
        moment(when(0, 9), [cue], tried=tried.split(), then="out-settled" if n < settled else then)
        for cue, tried, settled, other in told
        for n in range(settled + other)
    ]
    return [spread(one, n) for n, one in enumerate(made)]


def spread(one: Moment, n: int) -> Moment:
    at = when(n % 14, n % 24)
    return moment(at, one.cues, tried=one.responses, then=one.outcome)


def compared(made: list[Moment], names: Names = NAMES) -> Compared:
    return compare(cue_lines(made, names), names)


def said(made: list[Moment]) -> list[str]:
    return [statement.words for statement in insights(made).charts["tried"].found]


def test_the_sentence_of_the_design() -> None:
    found = insights(diary(DESIGN)).charts["tried"]
    (statement,) = found.found
    assert (statement.kind, statement.key) == (FindingKind.MORE_OFTEN_AFTER, "more-often-after:rooting:fed")
    assert statement.words == SENTENCE
    assert found.words[1] == SENTENCE
    assert found.sure[-2:] == (
        "Looked at, 1 found: 5 comparisons of one thing you tried with the others, cue by cue.",
        "A difference is said when chance would hardly give it, with all comparisons counted.",
    )


def test_where_nothing_stands_out_it_says_so_and_how_much_was_looked_at() -> None:
    made = diary([("rooting", "fed", 12, 8), ("rooting", "rocked", 11, 9), ("yawn", "fed", 3, 0)])
    found = insights(made).charts["tried"]
    assert found.found == ()
    assert found.words[1] == "No clear difference between the things you tried."
    assert found.sure[-2:] == (
        "Looked at, nothing found: 3 comparisons of one thing you tried with the others, cue by cue.",
        "1 of them has too few to compare: it takes 8 times on each side, on 3 days.",
    )


def test_with_too_few_to_compare_there_is_no_talk_of_differences() -> None:
    found = insights(diary([("rooting", "fed", 30, 0), ("rooting", "rocked", 0, 7)])).charts["tried"]
    assert found.found == ()
    assert not any("difference" in sentence for sentence in found.words)
    assert not any("Looked at" in sentence for sentence in found.sure)


def test_less_often_is_never_said_and_not_called_no_difference() -> None:
    made = diary(
        [("rooting", "fed", 2, 28), *[("rooting", word, 6, 1) for word in ("rocked", "winded", "talked")]]
    )
    found = insights(made).charts["tried"]
    assert compared(made).different
    assert found.found == ()
    assert not any("difference" in sentence for sentence in found.words)


@pytest.mark.parametrize("then", ["out-unknown", "out-took-break"])
def test_what_says_nothing_of_settling_is_never_not_settled(then: str) -> None:
    made = diary([("rooting", "fed", 20, 10), ("rooting", "rocked", 20, 0)], then=then)
    (fed, _) = compared(made).pairs
    assert (fed.settled, fed.of, fed.others_settled, fed.others_of) == (20, 20, 20, 20)
    assert said(made) == []
    line = next(line for line in insights(made).charts["tried"].words if line.startswith("Fed 30 times"))
    rest = "10 not recorded" if then == "out-unknown" else "10 something else"
    assert line == f"Fed 30 times: settled 20 of 20, {rest}."


def test_a_bit_is_not_yet_settled_and_asleep_is() -> None:
    made = diary([("rooting", "fed", 2, 28)], then="out-asleep")
    made += diary([("rooting", "rocked", 0, 20)], then="out-partly")
    assert "(30 of 30) than after other things (0 of 20)" in said(made)[0]
    assert any("fell asleep too" in sentence for sentence in insights(made).charts["tried"].words)


def test_moments_without_anything_tried_are_no_other_thing() -> None:
    nothing = [moment(when(n % 14, 3), then="out-same") for n in range(30)]
    assert compared([*diary([("rooting", "fed", 30, 0)]), *nothing]).pairs == ()


def test_several_responses_count_once_under_their_order() -> None:
    made = diary([("rooting", "fed winded", 19, 1), ("rooting", "winded fed", 6, 14)])
    (statement,) = insights(made).charts["tried"].found
    assert "after “Fed, then winded” (19 of 20) than after other things (6 of 20)" in statement.words
    assert compared(made).comparisons == 2


def test_two_days_alone_are_no_pattern() -> None:
    crowded = [
        moment(when(n % 2, 9), tried=one.responses, then=one.outcome)
        for n, one in enumerate(diary(DESIGN[:3]))
    ]
    assert compared(crowded).pairs == ()
    assert compared(diary(DESIGN[:3])).pairs


def test_what_content_keeps_private_is_never_named() -> None:
    content = catalog()
    known = {key: replace(one, private=key == "fed") for key, one in content.responses.items()}
    made = diary(DESIGN)
    names = Names.of(replace(content, responses=known))
    assert all("fed" not in pair.line.responses for pair in compared(made, names).pairs)


def test_rare_things_count_among_the_comparisons() -> None:
    rare = [
        (cue, f"{one} {two}", 1, 0)
        for cue in ("grunt", "coo", "whimper")
        for one in ("fed", "winded", "cuddled", "rocked")
        for two in ("talked", "fed", "winded")
        if one != two
    ]
    assert compared(diary(DESIGN)).comparisons == 5
    assert compared(diary(DESIGN + rare)).comparisons == 5 + len(rare)


def test_a_statement_stays_until_it_is_clearly_gone() -> None:
    strong, weaker, gone = (
        diary([("rooting", "fed", fed, 30 - fed), ("rooting", "rocked", 12, 13)]) for fed in (26, 22, 20)
    )
    steps = [pair.chance for made in (strong, weaker, gone) for pair in compared(made).pairs[:1]]
    assert steps[0] <= 0.05 < steps[1] <= 0.1 < steps[2]
    first = look(strong, TWO_WEEKS, None)
    assert len(first.keys) == 1
    next_day = Period(TWO_WEEKS.first, TWO_WEEKS.last + timedelta(days=1))
    assert look(weaker, next_day, first).keys == first.keys
    assert look(weaker, next_day, None).keys == frozenset()
    assert look(gone, next_day, first).keys == frozenset()
    assert look(gone, TWO_WEEKS, first).keys == first.keys, "the same day"


def look(made: list[Moment], period: Period, before: Said | None) -> Said:
    after = period.last + timedelta(days=1)
    return build_insights(made, (), (), period, nine(after), NAMES, before).said


def nine(day: date) -> When:
    return When.from_wall(datetime.combine(day, time(9)), LONDON)


CELLS = st.lists(
    st.tuples(
        st.sampled_from(["rooting", "yawn"]),
        st.sampled_from(["fed", "rocked", "fed winded"]),
        st.integers(0, 14),
        st.integers(0, 14),
    ),
    max_size=6,
)


@settings(max_examples=25, deadline=None)
@given(CELLS, st.randoms(use_true_random=False))
def test_laws(told: list[Told], dice: random.Random) -> None:
    made = diary(told)
    found = insights(made)
    shuffled = dice.sample(made, len(made))
    again = insights(shuffled)
    assert again.said == found.said
    assert again.charts["tried"].found == found.charts["tried"].found
    for pair in compared(made).pairs:
        assert pair.of >= FEWEST
        assert pair.others_of >= FEWEST
        assert 0 <= pair.chance <= 1
    assert len(found.charts["tried"].found) <= len(compared(made).pairs) <= compared(made).comparisons
    renamed = [rename(one, OWN) for one in made]
    words = [own(key, WordKind.CUE) for key in ("rooting", "yawn")]
    words += [own(key, WordKind.RESPONSE) for key in ("fed", "rocked", "winded")]
    theirs = compared(renamed, Names.of(catalog(), words))
    assert numbers(theirs, str) == numbers(compared(made), OWN.format)


OWN = "0199{}"


def own(key: str, kind: WordKind) -> OwnWord:
    return OwnWord(id=WordId(OWN.format(key)), kind=kind, name=f"Our {key}")


def rename(one: Moment, pattern: str) -> Moment:
    return moment(
        one.at,
        [pattern.format(cue) for cue in one.cues],
        tried=[pattern.format(tried) for tried in one.responses],
        then=one.outcome,
    )


def numbers(found: Compared, named: Callable[[str], str]) -> set[object]:
    return {
        (named(pair.cue.cue), tuple(map(named, pair.line.responses)), pair.settled, pair.of, pair.chance)
        for pair in found.pairs
    }


def test_every_kind_of_finding_has_a_minimum() -> None:
    """Thin diaries get no statement of any kind, however lopsided."""
    thin = diary([("rooting", "fed", 7, 0), ("rooting", "rocked", 0, 7)])
    assert insights(thin).said.keys == frozenset()
    one_evening = [moment(when(0, 19)) for _ in range(200)]
    assert insights(one_evening).said.keys == frozenset()
