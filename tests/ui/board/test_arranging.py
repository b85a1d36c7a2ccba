"""What a parent makes of the board, decided without a window: each deed is one step to undo."""

import pytest

from bonddiary.domain.baby import Baby
from bonddiary.domain.board import BoardChoice
from bonddiary.domain.catalog import Catalog, Family
from bonddiary.domain.errors import DiskFull
from bonddiary.domain.ids import BabyId, CueKey, new_id
from bonddiary.domain.timer import Timer, TimerKind
from bonddiary.ui.models.entry_row import row_of
from bonddiary.ui.pages.log.arranging import Deed
from bonddiary.ui.pages.log.start import start_state
from bonddiary.ui.session import ONE_BABY, Session
from tests.builders import NOW, moment, own_word
from tests.ui.board.hands import (
    COOING,
    HICCUPS,
    ROOTING,
    add,
    do,
    likely,
    names,
    row,
)
from tests.ui.test_log_presenter import Desk, habits


class TestOpening:
    def test_an_untouched_board_is_contents(self, desk: Desk, catalog: Catalog) -> None:
        assert desk.state.board == start_state(catalog).board

    def test_the_parents_board_is_there_when_the_diary_opens(self, robin: Session) -> None:
        robin.diary.arrange(BoardChoice(id="1", key=COOING, hidden=True))  # type: ignore[arg-type]
        desk = Desk(robin)
        desk.presenter.enter()
        assert COOING not in row(desk)

    def test_no_number_of_moments_changes_it(self, desk: Desk) -> None:
        add(desk)
        before = desk.state.board
        habits(desk.session.diary, "hiccups", 500)
        desk.wait(hours=2)
        desk.presenter.enter()
        assert desk.state.board == before


class TestHide:
    def test_its_place_is_taken_by_the_next(self, desk: Desk) -> None:
        before = row(desk)
        do(desk, Deed.HIDE, before[1])
        assert row(desk) == [before[0], *before[2:]]
        assert desk.state.done.startswith("Hidden: ")

    def test_is_one_step_and_undo_brings_it_back_to_its_place(self, desk: Desk) -> None:
        before = row(desk)
        do(desk, Deed.HIDE, before[1])
        desk.presenter.undo()
        assert row(desk) == before
        assert desk.state.done == ""
        desk.session.diary.redo()
        assert before[1] not in row(desk)

    def test_it_is_in_no_likely_row_but_in_the_list(self, desk: Desk) -> None:
        assert ROOTING in likely(desk)
        do(desk, Deed.HIDE, ROOTING)
        assert ROOTING not in likely(desk)
        assert len(likely(desk)) == 3  # the fixed set has one fewer
        (tile,) = [each for each in desk.presenter.arranging.all_tiles() if each.key == ROOTING]
        assert tile.hidden

    def test_show_again(self, desk: Desk) -> None:
        before = row(desk)
        do(desk, Deed.HIDE, before[2])
        do(desk, Deed.SHOW, before[2])
        assert row(desk) == before
        assert desk.session.diary.all(BoardChoice) == ()

    def test_the_quiet_line_goes_with_the_next_press(self, desk: Desk) -> None:
        do(desk, Deed.HIDE, COOING)
        assert desk.state.done
        desk.presenter.log(ROOTING)
        assert desk.state.done == ""


class TestMove:
    def test_earlier_and_later(self, desk: Desk) -> None:
        a, b, c, *rest = row(desk)
        do(desk, Deed.LATER, a)
        assert row(desk) == [b, a, c, *rest]
        do(desk, Deed.EARLIER, c)
        assert row(desk) == [b, c, a, *rest]

    def test_is_one_step(self, desk: Desk) -> None:
        before = row(desk)
        do(desk, Deed.LATER, before[0])
        desk.presenter.undo()
        assert row(desk) == before

    def test_no_other_row_moves(self, desk: Desk) -> None:
        others = [tiles for family, tiles in desk.state.board if family is not Family.NOISES]
        do(desk, Deed.LATER, row(desk)[0])
        assert [tiles for family, tiles in desk.state.board if family is not Family.NOISES] == others

    def test_the_ends_can_go_no_further(self, desk: Desk) -> None:
        first, *_, last = row(desk)
        facts = desk.presenter.arranging.facts
        assert Deed.EARLIER not in facts(CueKey(first)).open
        assert Deed.LATER in facts(CueKey(first)).open
        assert Deed.EARLIER in facts(CueKey(last)).open

    def test_a_hidden_tile_is_stepped_over(self, desk: Desk) -> None:
        a, b, c, *rest = row(desk)
        do(desk, Deed.HIDE, b)
        do(desk, Deed.EARLIER, c)
        assert row(desk)[:2] == [c, a]
        assert rest[0] in row(desk)


class TestPins:
    def test_lead_with_few_moments(self, desk: Desk) -> None:
        do(desk, Deed.PIN, HICCUPS)
        assert likely(desk)[0] == HICCUPS
        assert len(likely(desk)) == 4

    def test_keep_their_places_at_the_left_with_many(self, desk: Desk) -> None:
        do(desk, Deed.PIN, HICCUPS)
        do(desk, Deed.PIN, COOING)
        habits(desk.session.diary, "yawning", 60)
        desk.wait(hours=1)
        desk.presenter.enter()
        assert likely(desk)[:3] == [HICCUPS, COOING, "yawning"]

    def test_unpin(self, desk: Desk) -> None:
        before = likely(desk)
        do(desk, Deed.PIN, HICCUPS)
        do(desk, Deed.UNPIN, HICCUPS)
        assert likely(desk) == before

    def test_pinning_moves_nothing_by_counts(self, desk: Desk) -> None:
        """The row is under the pointer: the pin comes, the others keep their order until the page is entered anew."""
        before = likely(desk)
        habits(desk.session.diary, "yawning", 60)
        do(desk, Deed.PIN, HICCUPS)
        assert likely(desk) == [HICCUPS, *before[:3]]

    def test_four_are_the_most(self, desk: Desk) -> None:
        for key in row(desk)[:4]:
            assert Deed.PIN in desk.presenter.arranging.facts(CueKey(key)).open
            do(desk, Deed.PIN, key)
        facts = desk.presenter.arranging.facts(ROOTING)
        assert Deed.PIN in facts.offers - facts.open

    def test_one_that_is_hidden_or_put_away_leaves_its_place(self, desk: Desk) -> None:
        fish = add(desk)
        do(desk, Deed.PIN, fish)
        do(desk, Deed.PIN, HICCUPS)
        assert likely(desk)[:2] == [fish, HICCUPS]
        do(desk, Deed.PUT_AWAY, fish)
        assert likely(desk)[0] == HICCUPS


class TestLikelySwitchedOff:
    def test_pins_stand_alone(self, desk: Desk) -> None:
        habits(desk.session.diary, "yawning", 60)
        do(desk, Deed.PIN, HICCUPS)
        desk.session.change_settings(likely_now=False)
        desk.wait(hours=1)
        desk.presenter.enter()
        assert likely(desk) == [HICCUPS]

    def test_without_pins_it_is_the_fixed_set(self, desk: Desk, catalog: Catalog) -> None:
        habits(desk.session.diary, "hiccups", 60)
        desk.session.change_settings(likely_now=False)
        desk.wait(hours=1)
        desk.presenter.enter()
        assert desk.state.likely == start_state(catalog).likely


class TestRename:
    def test_is_seen_at_once_and_undone_in_one_step(self, desk: Desk, catalog: Catalog) -> None:
        assert desk.presenter.arranging.rename(ROOTING, " Woodpecker  face ") == ""
        assert names(desk, Family.MOVEMENT)[0] == "Woodpecker face"
        assert desk.state.likely[0].name == "Woodpecker face"
        desk.presenter.undo()
        assert names(desk, Family.MOVEMENT)[0] == catalog.cues[ROOTING].name

    def test_blank_brings_contents_name_back(self, desk: Desk, catalog: Catalog) -> None:
        desk.presenter.arranging.rename(ROOTING, "Woodpecker")
        assert desk.presenter.arranging.rename(ROOTING, "  ") == ""
        assert names(desk, Family.MOVEMENT)[0] == catalog.cues[ROOTING].name
        assert desk.session.diary.all(BoardChoice) == ()

    def test_a_name_that_is_taken_is_refused(self, desk: Desk, catalog: Catalog) -> None:
        said = desk.presenter.arranging.rename(ROOTING, catalog.cues[HICCUPS].name.upper())
        assert "already" in said
        assert desk.session.diary.all(BoardChoice) == ()

    def test_an_own_cue_needs_a_name(self, desk: Desk) -> None:
        fish = add(desk)
        assert "needs a name" in desk.presenter.arranging.rename(CueKey(fish), "")
        assert desk.presenter.arranging.rename(CueKey(fish), "Trout") == ""
        assert "Trout" in names(desk)

    def test_a_renamed_cue_keeps_its_place_and_choice(self, desk: Desk) -> None:
        before = row(desk)
        do(desk, Deed.LATER, before[0])
        desk.presenter.arranging.rename(CueKey(before[0]), "Pigeon")
        assert row(desk)[1] == before[0]

    def test_is_said_in_the_strip_and_among_the_recent(self, desk: Desk) -> None:
        desk.presenter.arranging.rename(ROOTING, "Woodpecker")
        desk.presenter.log(ROOTING)
        assert desk.state.saved is not None
        assert desk.state.saved.title.startswith("Woodpecker, ")
        assert [each.title for each in desk.state.recent] == ["Woodpecker"]

    def test_undo_names_it_as_the_family_does(self, desk: Desk) -> None:
        desk.presenter.arranging.rename(ROOTING, "Woodpecker")
        do(desk, Deed.HIDE, ROOTING)
        desk.presenter.undo()
        assert desk.said[-1] == "Undone: hide woodpecker."


class TestTimer:
    def test_signs_come_first(self, desk: Desk) -> None:
        do(desk, Deed.TIMER, "cry-different")
        assert desk.state.care == desk.session.guides.care_for("cry-different") != ()

    def test_it_is_for_one_baby(self, desk: Desk) -> None:
        desk.session.diary.add(Baby(id=BabyId(new_id()), nickname="Wren"))
        desk.session.show_together()
        do(desk, Deed.TIMER, "cry-whimper")
        assert desk.state.problem == ONE_BABY
        assert desk.session.diary.all(Timer) == ()

    def test_starts_and_becomes_a_moment_of_that_cue(self, desk: Desk) -> None:
        do(desk, Deed.TIMER, "cry-whimper")
        (timer,) = desk.session.diary.all(Timer)
        assert (timer.kind, timer.cue, timer.started) == (TimerKind.CRYING, "cry-whimper", NOW)
        assert desk.session.diary.stop_timer(timer.id) is not None
        assert [each.cues for each in desk.moments] == [("cry-whimper",)]

    def test_a_second_one_is_refused_where_it_was_asked(self, desk: Desk) -> None:
        do(desk, Deed.TIMER, "cry-whimper")
        do(desk, Deed.TIMER, "cry-fuss")
        assert "running already" in desk.state.problem
        assert len(desk.session.diary.all(Timer)) == 1

    def test_is_for_crying_alone(self, desk: Desk) -> None:
        facts = desk.presenter.arranging.facts
        assert Deed.TIMER in facts(CueKey("cry-whimper")).open
        assert Deed.TIMER not in facts(ROOTING).offers


class TestFacts:
    def test_what_is_hidden_offers_its_way_back(self, desk: Desk) -> None:
        do(desk, Deed.HIDE, COOING)
        offers = desk.presenter.arranging.facts(COOING).offers
        assert Deed.SHOW in offers
        assert not offers & {Deed.HIDE, Deed.PIN, Deed.EARLIER, Deed.PUT_ON}

    def test_an_own_cue_has_no_made_up_meaning(self, desk: Desk) -> None:
        offers = desk.presenter.arranging.facts(CueKey(add(desk))).offers
        assert Deed.MEANING not in offers
        assert Deed.PUT_AWAY in offers
        assert Deed.PUT_AWAY not in desk.presenter.arranging.facts(ROOTING).offers


def test_trouble_is_said_and_can_be_tried_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise DiskFull("The disk is full.")

    with monkeypatch.context() as broken:
        broken.setattr(desk.session.diary, "arrange", full)
        do(desk, Deed.HIDE, COOING)
        assert "The disk is full." in desk.state.problem
        assert COOING in row(desk)
    desk.presenter.try_again()
    assert desk.state.problem == ""
    assert COOING not in row(desk)


def test_own_words_from_elsewhere_are_seen_at_once(desk: Desk) -> None:
    desk.session.diary.add(own_word("Trout"))
    assert "Trout" in [tile.name for tile in desk.presenter.arranging.all_tiles()]


def test_a_row_of_an_entry_says_the_familys_name(desk: Desk) -> None:
    desk.presenter.arranging.rename(ROOTING, "Woodpecker")
    desk.presenter.log(COOING)
    assert desk.presenter.add_response("Hummed along")
    (key,) = desk.moments[0].responses
    names_now = desk.presenter._cues.names
    entry = moment(responses=(key,))
    assert row_of(entry, names_now).title == "Woodpecker"
    assert names_now.response(key) == "Hummed along"
