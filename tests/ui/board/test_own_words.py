"""Cues and responses of a family's own, decided without a window."""

from dataclasses import replace

import pytest

from bonddiary.domain.board import OwnWord, WordKind
from bonddiary.domain.catalog import Family
from bonddiary.domain.errors import DiskFull
from bonddiary.domain.ids import CueKey
from bonddiary.ui.pages.log.arranging import Deed
from tests.ui.board.hands import (
    ROOTING,
    add,
    do,
    row,
)
from tests.ui.test_log_presenter import YAWN, Desk


class TestOwnCue:
    def test_is_saved_with_its_place_in_one_step(self, desk: Desk) -> None:
        before = row(desk)
        fish = add(desk)
        assert row(desk) == [*before[:4], fish]
        (tile,) = [each for each in dict(desk.state.board)[Family.NOISES] if each.key == fish]
        assert (tile.name, tile.family, tile.drawn) == ("Fish face", Family.NOISES, "smile")
        desk.presenter.undo()
        assert row(desk) == before
        assert desk.session.diary.all(OwnWord) == ()

    def test_may_stand_under_more_alone(self, desk: Desk) -> None:
        before = row(desk)
        fish = add(desk, on_board=False)
        assert row(desk) == before
        assert fish in [tile.key for tile in desk.presenter.arranging.all_tiles()]
        do(desk, Deed.PUT_ON, fish)
        assert fish in row(desk)

    def test_is_put_where_it_can_be_seen(self, desk: Desk) -> None:
        desk.presenter.arranging.seen = 3
        fish = add(desk)
        assert row(desk)[2] == fish

    @pytest.mark.parametrize("name", ["", "   ", "one two three four five", "Hiccups"])
    def test_a_name_that_will_not_do_is_refused_in_words(self, desk: Desk, name: str) -> None:
        assert desk.presenter.arranging.add_cue(name, Family.FACE, "", on_board=True)
        assert desk.session.diary.all(OwnWord) == ()

    def test_put_away_it_stays_in_old_entries(self, desk: Desk) -> None:
        fish = add(desk)
        desk.presenter.log(CueKey(fish))
        do(desk, Deed.PUT_AWAY, fish)
        assert fish not in row(desk)
        assert fish not in [tile.key for tile in desk.presenter.arranging.all_tiles()]
        assert [each.title for each in desk.state.recent] == ["Fish face"]

    def test_more_than_a_row_holds_goes_under_more(self, desk: Desk) -> None:
        for n in range(7):
            add(desk, f"Own {n}")
        assert len(row(desk)) == 5
        assert len([t for t in desk.presenter.arranging.all_tiles() if t.name.startswith("Own ")]) == 7

    def test_what_cannot_be_saved_is_said_and_kept_nowhere(
        self, desk: Desk, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def full(*_: object, **__: object) -> None:
            raise DiskFull("The disk is full.")

        monkeypatch.setattr(desk.session.diary, "add", full)
        assert desk.presenter.arranging.add_cue("Fish", Family.FACE, "", on_board=True) == "The disk is full."


class TestOwnResponse:
    def test_is_saved_and_offered(self, desk: Desk) -> None:
        desk.presenter.log(ROOTING)
        assert desk.presenter.add_response("sang to baby")
        (word,) = desk.session.diary.all(OwnWord)
        assert desk.moments[0].responses == (word.id,)
        assert desk.state.saved is not None
        assert "sang to baby" in [each.name for each in desk.state.saved.tried]

    def test_put_away_it_is_offered_no_more(self, desk: Desk) -> None:
        desk.presenter.log(ROOTING)
        assert desk.presenter.add_response("sang to baby")
        (word,) = desk.session.diary.all(OwnWord)
        assert word.kind is WordKind.RESPONSE
        desk.presenter.log(YAWN)
        assert desk.state.saved is not None
        assert word.id in [each.key for each in (*desk.state.saved.tried, *desk.state.saved.more_tried)]
        desk.session.diary.edit(replace(word, archived=True))
        assert word.id not in [each.key for each in desk.state.saved.more_tried]

    def test_three_words_are_the_most(self, desk: Desk) -> None:
        desk.presenter.log(ROOTING)
        assert not desk.presenter.add_response("sang to the baby")
        assert desk.state.saved is not None
        assert desk.state.saved.question is not None
        assert "3 words" in desk.state.saved.question.words
        assert desk.session.diary.all(OwnWord) == ()
