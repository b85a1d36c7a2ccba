"""Cue, what was tried, what happened next: in counts."""

from hypothesis import given
from hypothesis import strategies as st

from bonddiary.analysis.names import Names
from bonddiary.analysis.sequences import LineKind
from bonddiary.analysis.tried import Tried, line_numbers, line_sentence
from bonddiary.domain.board import OwnWord, WordKind
from bonddiary.domain.catalog import OutcomeMark
from bonddiary.domain.ids import WordId
from bonddiary.domain.moment import Moment
from tests.analysis.made import CUES, OUTCOMES, RESPONSES, catalog, insights, moment, when


def rooting() -> list[Moment]:
    """Fed 16, cuddled 4, winded once, nothing noted 5; as the design shows it."""
    told = [("fed", "out-settled")] * 14 + [("fed", "out-partly"), ("fed", "out-same")]
    told += [("cuddled", "out-settled"), ("cuddled", "out-partly"), *[("cuddled", "out-same")] * 2]
    told += [("winded", "out-settled")]
    made = [moment(when(n % 14, n % 23), tried=[tried], then=then) for n, (tried, then) in enumerate(told)]
    return made + [moment(when(n, 12)) for n in range(5)]


def data(made: list[Moment]) -> Tried:
    found = insights(made).charts["tried"].data
    assert isinstance(found, Tried)
    return found


def test_the_numbers_of_the_design() -> None:
    found = insights(rooting()).charts["tried"]
    assert isinstance(found.data, Tried)
    (cue,) = found.data.drawn
    assert found.title == "Rooting: fed 16 of 26 times"
    assert [(line.name, line.times, line_numbers(line, cue)) for line in cue.lines] == [
        ("Fed", 16, "settled 14 of 16"),
        ("Cuddled", 4, "settled 1 of 4, too few to compare"),
        ("Other things", 1, ""),
        ("Nothing noted", 5, "not recorded"),
    ]
    assert [line.dotted for line in cue.lines] == [True, False, False, False]
    assert found.sure == ("Rooting, fed: settled 14 of 16 times. Could be about 6 to 10 in 10.",)
    assert line_sentence(cue.lines[0], cue) == "Fed 16 times: settled 14 of 16."


def test_dots_stand_in_the_order_of_outcomes() -> None:
    marks = [dot.mark for dot in data(rooting()).drawn[0].lines[0].dots]
    assert marks == [OutcomeMark.FULL] * 14 + [OutcomeMark.HALF, OutcomeMark.EMPTY]


def test_a_combination_counts_once_in_its_order() -> None:
    made = [moment(when(n, 9), tried=["fed", "winded"], then="out-settled") for n in range(4)]
    made += [moment(when(n, 15), tried=["winded", "fed"]) for n in range(3)]
    (cue,) = data(made).drawn
    assert [(line.name, line.times) for line in cue.lines] == [
        ("Fed, then winded", 4),
        ("Winded, then fed", 3),
    ]


def test_what_was_not_recorded_is_said_and_left_out_of_the_share() -> None:
    made = [moment(when(n, 9), tried=["fed"], then="out-settled" if n < 9 else None) for n in range(12)]
    (cue,) = data(made).drawn
    assert line_numbers(cue.lines[0], cue) == "settled 9 of 9, 3 not recorded"
    assert cue.lines[0].range == (7, 10)


def test_settled_stands_for_what_is_drawn_like_it() -> None:
    made = [
        moment(when(n, 9), tried=["fed"], then="out-asleep" if n % 2 else "out-settled") for n in range(8)
    ]
    found = insights(made).charts["tried"]
    assert isinstance(found.data, Tried)
    (cue,) = found.data.drawn
    assert line_numbers(cue.lines[0], cue) == "settled 8 of 8"
    assert "Settled counts fell asleep too." in found.words


def test_after_a_happy_cue_its_own_outcome_is_counted() -> None:
    made = [moment(when(n, 9), ["coo"], tried=["talked"], then="out-took-break") for n in range(8)]
    made.append(moment(when(9, 9), ["coo"], tried=["talked"], then="out-settled"))
    (cue,) = data(made).drawn
    assert line_numbers(cue.lines[0], cue) == "took a break 8 of 9"


def test_the_chart_starts_when_one_thing_was_tried_three_times() -> None:
    made = [moment(when(0, 9), tried=["fed"]), moment(when(1, 9), tried=["fed"])]
    found = insights(made).charts["tried"]
    assert not found.ready
    assert found.words == (
        "Too few to see a pattern yet.",
        (
            "What you tried is noted 2 times. "
            "This chart starts when the same thing is noted 3 times after the same cue."
        ),
    )
    assert insights([*made, moment(when(2, 9), tried=["fed"])]).charts["tried"].ready


def test_own_words_and_unknown_keys_have_names() -> None:
    own = OwnWord(id=WordId("0199"), kind=WordKind.CUE, name="Ear pull")
    made = [moment(when(n, 9), ["0199"], tried=["hoovered"], then="out-of-use") for n in range(3)]
    found = insights(made, names=Names.of(catalog(), [own])).charts["tried"]
    assert found.table.rows == (("Ear pull", "hoovered", "3", "3", "0"),)


def test_small_cells_stay_closed_in_the_table() -> None:
    table = insights(rooting()).charts["tried"].table
    assert table.headers == (
        "Cue",
        "What you tried",
        "Times",
        "Settled",
        "Settled a bit",
        "No change yet",
        "Not recorded",
    )
    assert table.rows == (
        ("Rooting", "Fed", "16", "14", "1", "1", "0"),
        ("Rooting", "Cuddled", "4", "1", "1", "2", "0"),
        ("Rooting", "Other things", "1", *["too few"] * 4),
        ("Rooting", "Nothing noted", "5", "0", "0", "0", "5"),
    )


TOLD = st.tuples(
    st.lists(st.sampled_from(sorted(CUES)), min_size=1, max_size=2, unique=True),
    st.lists(st.sampled_from(sorted(RESPONSES)), max_size=2, unique=True),
    st.none() | st.sampled_from(sorted(OUTCOMES)),
)


@given(st.lists(TOLD, max_size=40))
def test_counts_add_up(told: list[tuple[list[str], list[str], str | None]]) -> None:
    made = [
        moment(when(n % 14, n % 24), cues, tried=tried, then=then)
        for n, (cues, tried, then) in enumerate(told)
    ]
    found = insights(made).charts["tried"]
    assert isinstance(found.data, Tried)
    assert sum(cue.times for cue in found.data.cues) == sum(len(one.cues) for one in made)
    for cue in found.data.cues:
        assert {dot.moment for line in cue.lines for dot in line.dots} == {
            one.id for one in made if cue.cue in one.cues
        }
    lines = [line for cue in found.data.cues for line in cue.lines]
    assert len(lines) == len(found.table.rows)
    for line, row in zip(lines, found.table.rows, strict=True):
        assert line.times == int(row[2])
        if line.kind is not LineKind.RARE:
            assert sum(map(int, row[3:])) == line.times
        assert (line.range is not None) == (line.kind is LineKind.TRIED and line.recorded >= 8)
