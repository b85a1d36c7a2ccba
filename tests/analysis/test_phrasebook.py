"""My baby's phrasebook: counted, in order of use, never more said than the rules allow."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from bonddiary.analysis.names import Names
from bonddiary.analysis.phrasebook import Phrasebook, phrasebook
from bonddiary.domain.board import BoardChoice
from bonddiary.domain.ids import BoardChoiceId, CueKey, ResponseKey
from bonddiary.domain.moment import Moment
from tests.analysis.made import CUES, NAMES, OUTCOMES, RESPONSES, TWO_WEEKS, catalog, moment, when
from tests.analysis.test_tried import rooting

AFTER = when(14, 9)


def book(made: list[Moment], names: Names = NAMES) -> Phrasebook:
    return phrasebook(made, TWO_WEEKS, names, AFTER)


def test_a_card_counts_a_cue_and_what_came_next() -> None:
    (card,) = book(rooting()).phrases
    assert card.name == "Rooting"
    assert card.counted == "26 times, on 14 days, 2 to 15 November 2026."
    assert card.most == "Most often next: fed, 16 of 26 times. Then settled 14 of 16."
    assert card.others == (
        "Cuddled 4 times: settled 1 of 4, too few to compare.",
        "Other things 1 time.",
        "Nothing noted 5 times: not recorded.",
    )
    assert card.sure == ("Fed: settled 14 of 16 times. Could be about 6 to 10 in 10.",)
    assert book(rooting()).counted_from == "Counted from 26 moments on 14 days, 2 to 15 November 2026."


def test_the_family_s_own_names_are_used() -> None:
    given_names = (
        BoardChoice(id=BoardChoiceId("1"), key="rooting", name="Sucks fists"),
        BoardChoice(id=BoardChoiceId("2"), key="fed", name="Milk"),
    )
    (card,) = book(rooting(), Names.of(catalog(), given_names)).phrases
    assert card.words.startswith("Sucks fists: 26 times")
    assert "Most often next: milk, 16 of 26 times." in card.words


def test_a_name_with_a_colon_stays_out_of_the_numbers() -> None:
    milk = BoardChoice(id=BoardChoiceId("2"), key="fed", name="Song: bus")
    (card,) = book(rooting(), Names.of(catalog(), (milk,))).phrases
    assert card.most == "Most often next: song: bus, 16 of 26 times. Then settled 14 of 16."


def test_what_is_counted_as_something_else_reads_as_a_sentence() -> None:
    cuddled = [moment(when(n, 9), tried=["cuddled"], then="out-settled") for n in range(3)]
    fed = [moment(when(n, 12), tried=["fed"], then="out-break" if n else None) for n in range(4)]
    (card,) = book([*cuddled, *fed]).phrases
    assert card.most == "Most often next: fed, 4 of 7 times. Then 3 something else, 1 not recorded."


def test_several_things_in_one_moment_are_one_sequence() -> None:
    made = [moment(when(n, 9), tried=["fed", "winded"], then="out-settled") for n in range(4)]
    (card,) = book(made).phrases
    assert (
        card.most
        == "Most often next: fed, then winded, 4 of 4 times. Then settled 4 of 4, too few to compare."
    )


def test_nothing_came_most_often_where_two_did_or_mostly_nothing_was_noted() -> None:
    two = [moment(when(n, 9), tried=[tried]) for n in range(3) for tried in ("fed", "winded")]
    quiet = [moment(when(n, 9), tried=["fed"]) for n in range(3)] + [moment(when(n, 12)) for n in range(9)]
    for made in (two, quiet):
        (card,) = book(made).phrases
        assert card.most == ""
        assert any(line.startswith("Fed 3 times") for line in card.others)


def test_what_was_not_recorded_after_the_first_is_said() -> None:
    made = [moment(when(n, 9), tried=["fed"]) for n in range(5)]
    (card,) = book(made).phrases
    assert card.most == "Most often next: fed, 5 of 5 times. What happened then is not recorded."


def test_a_cue_noted_once_or_twice_is_named_in_one_line() -> None:
    made = [moment(when(0, 9), ["yawn"]), moment(when(1, 9), ["coo"]), moment(when(2, 9), ["coo"])]
    found = book(made)
    assert found.phrases == ()
    assert found.seldom_words == "Noted once or twice: coo and yawn."


def test_private_and_deleted_moments_are_nowhere() -> None:
    hard = catalog()
    responses = {**hard.responses, ResponseKey("rocked"): replace(hard.response("rocked"), private=True)}
    names = Names.of(replace(hard, responses=responses))
    made = [replace(moment(when(n, 9), ["yawn"]), private=True) for n in range(9)]
    made += [moment(when(n, 10), ["coo"], tried=["rocked"]) for n in range(9)]
    made += [moment(when(n, 11), ["grunt"], deleted=True) for n in range(9)]
    found = phrasebook(made, TWO_WEEKS, names, AFTER)
    assert (found.phrases, found.seldom, found.moments, found.days) == ((), (), 0, 0)


def test_a_time_of_day_is_said_by_the_rules_of_the_charts_alone() -> None:
    evenings = [moment(when(n % 12, 18 + n % 3)) for n in range(36)]
    assert book(evenings).phrases[0].usually == "Noted most between 6pm and 9pm: 36 of 36 times, on 12 days."
    assert book(evenings[:29]).phrases[0].usually == ""
    spread = [moment(when(n % 12, (n * 5) % 24)) for n in range(36)]
    assert book(spread).phrases[0].usually == ""


def test_a_time_of_day_is_decided_by_whole_days() -> None:
    evenings = [moment(when(n % 12, 18 + n % 3)) for n in range(36)]
    today = phrasebook(evenings, TWO_WEEKS, NAMES, when(11, 23)).phrases[0]
    assert today.times == 36
    assert today.usually == "Noted most between 6pm and 9pm: 33 of 33 times up to yesterday, on 11 days."


MOMENTS = st.lists(
    st.builds(
        lambda day, hour, cue, tried, then: moment(when(day, hour), [cue], tried=tried, then=then),
        st.integers(-3, 17),
        st.integers(0, 23),
        st.sampled_from(sorted(CUES)),
        st.lists(st.sampled_from(sorted(RESPONSES)), max_size=2, unique=True),
        st.sampled_from([None, *OUTCOMES]),
    ),
    max_size=60,
)


@given(MOMENTS)
def test_every_moment_of_the_period_is_counted_once_and_order_is_by_use(made: list[Moment]) -> None:
    found = book(made)
    inside = [each for each in made if each.at.day in TWO_WEEKS]
    assert found.moments == len(inside)
    for card in found.phrases:
        assert card.times == sum(card.cue in each.cues for each in inside)
        tried = [line.times for line in card.lines.lines if line.responses]
        assert tried == sorted(tried, reverse=True)
        assert all(times >= 3 for times in tried)
    often = {card.cue for card in found.phrases}
    assert len(often) + len(found.seldom) == len({CueKey(key) for each in inside for key in each.cues})


@given(MOMENTS, st.randoms(use_true_random=False))
def test_the_order_of_the_moments_says_nothing(made: list[Moment], random: object) -> None:
    mixed = [*made]
    random.shuffle(mixed)  # type: ignore[attr-defined]  # a random.Random
    assert [card.words for card in book(mixed).phrases] == [card.words for card in book(made).phrases]
