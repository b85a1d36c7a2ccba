"""What the Log page offers first: likely cues, and the card of the first run."""

from dataclasses import replace

import pytest

from bonddiary.domain.baby import Baby
from bonddiary.domain.ids import BabyId, CueKey, PinId, new_id
from bonddiary.system.settings import Settings
from bonddiary.ui.pages.log.start import starters
from bonddiary.ui.session import Session
from tests.builders import ROBIN, own_word, pin
from tests.ui.test_log_presenter import ROOTING, Desk, habits


@pytest.fixture
def desk(robin: Session) -> Desk:
    made = Desk(robin)
    made.presenter.enter()
    return made


class TestLikely:
    def test_starters_before_15_moments(self, desk: Desk) -> None:
        habits(desk.session.diary, "hiccups", 14)
        desk.wait(minutes=10)
        desk.presenter.enter()
        assert self.keys(desk) == starters(desk.session.catalog)

    def test_pins_come_before_the_starters(self, desk: Desk) -> None:
        desk.session.diary.pin([CueKey("hiccups"), CueKey("smile")])
        desk.wait(minutes=10)
        desk.presenter.enter()
        assert self.keys(desk)[:2] == ("hiccups", "smile")

    def test_do_not_change_during_a_visit(self, desk: Desk) -> None:
        before = self.keys(desk)
        for _ in range(16):
            desk.presenter.log(CueKey("hiccups"))
        desk.wait(minutes=9)
        desk.presenter.enter()
        desk.presenter.refresh()
        assert self.keys(desk) == before

    def test_change_after_ten_minutes_away(self, desk: Desk) -> None:
        habits(desk.session.diary, "hiccups", 16)
        desk.wait(minutes=10)
        desk.presenter.refresh()
        assert self.keys(desk) == starters(desk.session.catalog)
        desk.presenter.enter()
        assert self.keys(desk)[0] == "hiccups"

    def test_are_four_even_when_a_pinned_word_is_not_on_the_board(self, desk: Desk) -> None:
        word = own_word()
        desk.session.diary.add(word)
        desk.session.diary.add(pin(word.id))
        desk.session.diary.add(replace(pin("cooing", 1), id=PinId(new_id())))
        desk.wait(minutes=10)
        desk.presenter.enter()
        assert len(set(self.keys(desk))) == 4

    @staticmethod
    def keys(desk: Desk) -> tuple[str, ...]:
        return tuple(tile.key for tile in desk.state.likely)


class TestFirstRun:
    @pytest.fixture
    def desk(self, session: Session) -> Desk:
        session.settings = Settings()
        made = Desk(session)
        made.presenter.enter()
        return made

    def test_shown_until_it_is_skipped(self, desk: Desk) -> None:
        shown = [desk.state.first_run]
        desk.presenter.finish_first_run()
        shown.append(desk.state.first_run)
        assert shown == [True, False]
        assert desk.session.settings.first_run_done

    def test_named_the_baby_is_in_the_diary(self, desk: Desk) -> None:
        desk.presenter.first_baby(ROBIN)
        assert desk.session.diary.all(Baby) == (ROBIN,)
        assert not desk.state.first_run
        assert desk.state.baby == "Robin · 8 weeks"

    def test_a_press_before_any_name_brings_its_baby_in_one_step(self, desk: Desk) -> None:
        desk.presenter.log(ROOTING)
        (baby,) = desk.session.diary.all(Baby)
        assert (baby.nickname, desk.moments[0].baby) == ("", baby.id)
        assert desk.state.first_run
        desk.presenter.undo()
        assert desk.session.diary.all(Baby) == ()

    def test_naming_later_edits_the_baby_that_is_there(self, desk: Desk) -> None:
        desk.presenter.log(ROOTING)
        (unnamed,) = desk.session.diary.all(Baby)
        desk.presenter.first_baby(replace(ROBIN, id=BabyId(new_id())))
        assert desk.session.diary.all(Baby) == (replace(ROBIN, id=unnamed.id),)
        assert len(desk.moments) == 1

    def test_naming_leaves_the_saved_strip_open(self, desk: Desk) -> None:
        """It stays until the next moment or Esc."""
        desk.presenter.log(ROOTING)
        desk.presenter.first_baby(ROBIN)
        assert desk.state.saved is not None

    def test_settings_that_cannot_be_kept_are_said_in_words(self, desk: Desk) -> None:
        desk.session.paths.settings.mkdir(parents=True)
        desk.presenter.finish_first_run()
        assert not desk.state.first_run
        assert "folder" in desk.state.problem
