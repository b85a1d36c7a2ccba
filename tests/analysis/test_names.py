"""Names by key: the catalogue's, and what is shown for a key that it doesn't hold."""

import pytest

from bonddiary.analysis.names import Names
from bonddiary.content.loader import load_catalog
from bonddiary.domain.ids import CueKey, OutcomeKey, ResponseKey
from bonddiary.domain.moment import Settle, SettleBin, State
from tests.analysis.made import NAMES
from tests.builders import board_choice, own_word

SHIPPED = Names.of(load_catalog())


def test_minutes_that_were_given_are_told_and_else_the_step() -> None:
    assert SHIPPED.settle(Settle.in_minutes(12)) == "12 min"
    assert SHIPPED.settle(Settle(SettleBin.FROM_5)) == "5 to 15 min"
    assert SHIPPED.settle(Settle(SettleBin.NOT_SETTLED)) == "not settled"


def test_a_step_without_words_is_shown_as_it_is() -> None:
    assert NAMES.settle(Settle(SettleBin.OVER_60)) == "gt-60"


def test_a_state_has_the_name_of_its_cue() -> None:
    assert [SHIPPED.state(state) for state in State] == [load_catalog().state(state).name for state in State]


def test_a_state_without_a_cue_is_shown_by_its_own_word() -> None:
    assert NAMES.state(State.DROWSY) == "drowsy"


@pytest.mark.parametrize(
    ("key", "label"),
    [
        ("wriggle-2030", "wriggle 2030"),
        ("r-hummed-low", "hummed low"),
        ("out-fell-quiet", "fell quiet"),
        ("01a2156b-9d83-7000-966f-2c041e581215", "a word of your own"),
        ("", ""),
    ],
)
def test_a_key_that_nothing_knows_has_a_label(key: str, label: str) -> None:
    assert NAMES.cue(CueKey(key)) == NAMES.response(ResponseKey(key)) == label
    assert NAMES.outcome_name(OutcomeKey(key)) == label


def test_what_the_family_calls_a_cue_or_response_comes_first() -> None:
    names = Names.of(load_catalog(), [board_choice("rooting", name="Woodpecker"), own_word("Fish face")])
    assert names.cue(CueKey("rooting")) == "Woodpecker"
    assert names.cue(CueKey("yawn")) == SHIPPED.cue(CueKey("yawn"))
    assert [word.name for word in names.own.values()] == ["Fish face"]
    hidden = Names.of(load_catalog(), [board_choice("rooting", name="", hidden=True)])
    assert hidden.cue(CueKey("rooting")) == SHIPPED.cue(CueKey("rooting"))
