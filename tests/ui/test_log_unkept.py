"""What can't be saved goes on waiting, each for its own moment, and is gone only when it is in the diary."""

from collections.abc import Callable
from unittest import mock

import pytest
from PySide6.QtWidgets import QComboBox, QPushButton
from pytestqt.qtbot import QtBot

from bonddiary.diary.diary import Diary
from bonddiary.domain.baby import Baby
from bonddiary.domain.errors import DiaryLocked
from bonddiary.domain.ids import BabyId, CueKey, new_id
from bonddiary.domain.moment import Settle
from bonddiary.system.settings import Settings
from bonddiary.ui.main_window import MainWindow
from bonddiary.ui.pages.log.page import LogPage
from bonddiary.ui.pages.log.waiting import words_for
from bonddiary.ui.pages.page import Place
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from tests.builders import NOW, ROBIN
from tests.ui.test_log_presenter import FED, HELD, PARTLY, ROOTING, SETTLED, YAWN, Desk
from tests.ui.test_log_trouble import unwritable

WREN = Baby(id=BabyId(new_id()), nickname="Wren")
NOTE = "after the bath"


@pytest.fixture
def desk(robin: Session) -> Desk:
    made = Desk(robin)
    made.presenter.enter()
    return made


def notes(desk: Desk) -> dict[CueKey, str]:
    return {each.cues[0]: each.note for each in desk.moments}


class TestFirstBaby:
    """A press that waits belongs to the baby that the diary gets first."""

    @pytest.fixture
    def desk(self, session: Session) -> Desk:
        session.settings = Settings()
        made = Desk(session)
        made.presenter.enter()
        with unwritable(session.diary):
            made.presenter.log(ROOTING)
        return made

    def test_named_on_the_card_it_has_the_moment_that_waits(self, desk: Desk) -> None:
        desk.presenter.first_baby(WREN)
        desk.presenter.try_again()
        assert [(each.cues, each.baby) for each in desk.moments] == [((ROOTING,), WREN.id)]
        assert desk.session.babies == (WREN,)
        assert desk.state.problem == ""

    def test_it_keeps_the_moment_when_a_second_one_is_shown(self, desk: Desk) -> None:
        desk.session.diary.add(WREN)
        desk.session.diary.add(ROBIN)
        desk.session.show_baby(ROBIN.id)
        desk.presenter.try_again()
        assert len(desk.session.diary.moments_since(WREN.id, NOW)) == 1
        assert desk.moments == ()

    def test_a_card_that_could_not_be_saved_names_the_baby_of_the_press(self, desk: Desk) -> None:
        with unwritable(desk.session.diary):
            desk.presenter.first_baby(WREN)
        desk.presenter.try_again()
        assert [baby.nickname for baby in desk.session.babies] == ["Wren"]
        assert (len(desk.moments), desk.state.problem) == (1, "")


def press(desk: Desk) -> None:
    desk.presenter.log(YAWN)


def close(desk: Desk) -> None:
    assert desk.presenter.unsaved() == ""


SAVES = pytest.mark.parametrize(
    "save",
    [lambda desk: desk.presenter.try_again(), close, lambda desk: desk.presenter.opened(), press],
    ids=["try again", "closing", "opening", "the next press"],
)


class TestAddedAndPressed:
    """What was added is saved to its own moment, also where a press waits behind it."""

    @SAVES
    def test_a_note(self, desk: Desk, save: Callable[[Desk], None]) -> None:
        desk.presenter.log(ROOTING)
        with unwritable(desk.session.diary):
            desk.presenter.write_note(NOTE, private=True)
            desk.presenter.log(YAWN)
            assert desk.state.problem.startswith("This moment and this change aren’t saved yet. ")
        save(desk)
        assert notes(desk) == {ROOTING: NOTE, YAWN: ""}
        assert [each.private for each in desk.moments if each.note] == [True]
        assert desk.state.problem == ""

    @SAVES
    def test_a_response(self, desk: Desk, save: Callable[[Desk], None]) -> None:
        desk.presenter.log(ROOTING)
        with unwritable(desk.session.diary):
            desk.presenter.toggle_response(FED)
            desk.presenter.log(YAWN)
        save(desk)
        assert {each.cues[0]: each.responses for each in desk.moments} == {ROOTING: (FED,), YAWN: ()}
        assert desk.state.problem == ""


class TestAdded:
    def test_two_chips_are_both_saved(self, desk: Desk) -> None:
        desk.presenter.log(ROOTING)
        with unwritable(desk.session.diary):
            desk.presenter.toggle_response(FED)
            desk.presenter.toggle_response(HELD)
            desk.presenter.choose_settle(Settle.in_minutes(8))
        desk.presenter.try_again()
        (saved,) = desk.moments
        assert (saved.responses, saved.settle) == ((FED, HELD), Settle.in_minutes(8))

    def test_one_is_saved_with_the_next_that_can_be(self, desk: Desk) -> None:
        desk.presenter.log(ROOTING)
        with unwritable(desk.session.diary):
            desk.presenter.toggle_response(FED)
        desk.presenter.choose_outcome(SETTLED)
        (saved,) = desk.moments
        assert (saved.responses, saved.outcome, desk.state.problem) == ((FED,), SETTLED, "")

    def test_a_chip_pressed_again_while_it_waits_is_still_wanted(self, desk: Desk) -> None:
        """It isn't shown as chosen, so pressing it again says the same again."""
        desk.presenter.log(ROOTING)
        with unwritable(desk.session.diary):
            for _ in range(2):
                desk.presenter.toggle_response(FED)
                desk.presenter.choose_outcome(SETTLED)
        desk.presenter.try_again()
        (saved,) = desk.moments
        assert (saved.responses, saved.outcome) == ((FED,), SETTLED)

    def test_the_last_outcome_chosen_is_the_one_that_waits(self, desk: Desk) -> None:
        desk.presenter.log(ROOTING)
        with unwritable(desk.session.diary):
            desk.presenter.choose_outcome(SETTLED)
            desk.presenter.choose_outcome(PARTLY)
        desk.presenter.try_again()
        assert desk.moments[0].outcome == PARTLY

    def test_a_note_emptied_while_it_waits_is_not_written(self, desk: Desk) -> None:
        desk.presenter.log(ROOTING)
        with unwritable(desk.session.diary):
            desk.presenter.write_note("wrong", private=False)
            desk.presenter.write_note("", private=False)
            assert (desk.state.problem, desk.state.unsaved) == ("", False)
        desk.presenter.try_again()
        assert notes(desk) == {ROOTING: ""}
        desk.presenter.undo()
        assert desk.moments == ()

    def test_a_note_stays_in_its_field_until_it_is_saved(self, desk: Desk) -> None:
        desk.presenter.log(ROOTING)
        with unwritable(desk.session.diary):
            desk.presenter.write_note(NOTE, private=False)
            desk.presenter.dismiss()
            desk.presenter.refresh()
        assert desk.state.saved is not None
        assert desk.state.saved.note == NOTE


class TestKeptThroughOtherDeeds:
    @pytest.fixture
    def desk(self, desk: Desk) -> Desk:
        """Two moments; the note of the second waits."""
        desk.presenter.log(YAWN)
        desk.presenter.log(ROOTING)
        desk.presenter.toggle_response(FED)
        with unwritable(desk.session.diary):
            desk.presenter.write_note(NOTE, private=False)
        return desk

    def check(self, desk: Desk) -> None:
        assert desk.state.problem.startswith("This change isn’t saved. ")
        desk.presenter.try_again()
        assert notes(desk)[ROOTING] == NOTE
        assert desk.state.problem == ""

    def test_putting_the_card_away(self, desk: Desk) -> None:
        desk.presenter.finish_first_run()
        self.check(desk)

    def test_undoing_another_step(self, desk: Desk) -> None:
        desk.presenter.undo()
        assert all(each.responses == () for each in desk.moments)
        self.check(desk)

    def test_another_baby(self, desk: Desk) -> None:
        desk.session.diary.add(WREN)
        desk.session.show_baby(WREN.id)
        assert desk.state.saved is None
        desk.presenter.try_again()
        desk.session.show_baby(ROBIN.id)
        assert notes(desk)[ROOTING] == NOTE

    def test_its_moment_taken_back_and_done_again(self, desk: Desk) -> None:
        desk.presenter.undo()
        desk.presenter.undo()
        assert (notes(desk), desk.state.problem) == ({YAWN: ""}, "")
        assert desk.presenter.unsaved() == ""
        desk.session.diary.redo()
        assert desk.presenter.unsaved() == ""
        assert notes(desk) == {YAWN: "", ROOTING: NOTE}


class TestReading:
    """What couldn't be read is no longer said once it can be, and takes no other retry's place."""

    def test_a_later_reading_clears_it(self, desk: Desk) -> None:
        with mock.patch.object(Diary, "moments_since", side_effect=DiaryLocked("It is in use.")):
            desk.presenter.refresh()
            assert desk.state.problem == "It is in use."
        desk.presenter.refresh()
        assert desk.state.problem == ""

    def test_try_again_reads(self, desk: Desk) -> None:
        desk.wait(minutes=10)
        with mock.patch.object(Diary, "cue_uses", side_effect=DiaryLocked("It is in use.")):
            desk.presenter.enter()
            assert desk.state.problem == "It is in use."
        desk.presenter.try_again()
        assert desk.state.problem == ""

    def test_a_change_that_waits_keeps_its_retry(self, desk: Desk) -> None:
        desk.presenter.log(ROOTING)
        with unwritable(desk.session.diary):
            desk.presenter.choose_outcome(SETTLED)
            with mock.patch.object(Diary, "moments_since", side_effect=DiaryLocked("It is in use.")):
                desk.presenter.refresh()
        assert desk.state.problem.startswith("This change isn’t saved. ")
        assert desk.state.problem.endswith("It is in use.")
        desk.presenter.try_again()
        assert (desk.moments[0].outcome, desk.state.problem) == (SETTLED, "")

    def test_an_undo_that_could_not_be_done_keeps_its_retry(self, desk: Desk) -> None:
        desk.presenter.log(ROOTING)
        with unwritable(desk.session.diary):
            desk.presenter.undo()
        desk.presenter.refresh()
        assert desk.state.problem
        desk.presenter.try_again()
        assert (desk.moments, desk.state.problem) == ((), "")


class TestDayWithoutATime:
    def test_is_refused_in_words(self, desk: Desk) -> None:
        desk.presenter.ask_other_time()
        desk.presenter.type_time("", 1)
        desk.presenter.log(ROOTING)
        assert desk.moments == ()
        assert desk.state.time_problem == "Not noted yet. Type a time on that day, such as 3:12am."
        desk.presenter.type_time("3:12am", 1)
        desk.presenter.log(ROOTING)
        assert [each.at.wall.day for each in desk.moments] == [NOW.wall.day - 1]

    def test_on_the_page_a_press_asks_for_the_time(self, qtbot: QtBot, robin: Session, theme: Theme) -> None:
        page = LogPage(robin, theme)
        qtbot.addWidget(page)
        page.show()
        page.enter()
        page._times._other.click()
        page._times._other_line().findChildren(QComboBox)[0].setCurrentIndex(1)
        page._log(ROOTING)
        assert robin.diary.moments_since(ROBIN.id, NOW) == ()
        page._times._leave()
        page._log(ROOTING)
        assert len(robin.diary.moments_since(ROBIN.id, NOW)) == 1


class TestClosing:
    @pytest.fixture
    def page(self, robin: Session, window: MainWindow) -> LogPage:
        window.show()
        found = window.page(Place.LOG)
        assert isinstance(found, LogPage)
        return found

    def test_what_waits_later_is_asked_about_anew(
        self, robin: Session, window: MainWindow, page: LogPage
    ) -> None:
        with unwritable(robin.diary):
            page.presenter.log(ROOTING)
            assert not window.close()
        page.presenter.try_again()
        assert not any(each.isVisible() for each in window.bar.findChildren(QPushButton))
        with unwritable(robin.diary):
            page.presenter.log(YAWN)
            assert not window.close()

    def test_also_where_nothing_had_to_be_saved_in_between(
        self, robin: Session, window: MainWindow, page: LogPage
    ) -> None:
        page.presenter.log(ROOTING)
        with unwritable(robin.diary):
            page.presenter.write_note("wrong", private=False)
            assert not window.close()
            page.presenter.write_note("", private=False)
            page.presenter.write_note(NOTE, private=False)
            assert not window.close()

    def test_every_page_is_asked(
        self, window: MainWindow, page: LogPage, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        asked: list[str] = []

        def says(words: str) -> Callable[[], str]:
            return lambda: asked.append(words) or words  # type: ignore[func-returns-value]  # None, then the words

        for place, words in ((Place.TIPS, "Tips wait."), (Place.HELP, "Help waits.")):
            monkeypatch.setattr(window.page(place), "unsaved", says(words))
        assert not window.close()
        assert asked == ["Tips wait.", "Help waits."]
        assert window.bar._words.text() == "Tips wait. Help waits."
        assert window.close()


@pytest.mark.parametrize(
    ("presses", "changes", "words"),
    [
        (1, 0, "This moment isn’t saved yet."),
        (2, 0, "These 2 moments aren’t saved yet."),
        (0, 1, "This change isn’t saved."),
        (0, 2, "These 2 changes aren’t saved."),
        (1, 1, "This moment and this change aren’t saved yet."),
        (3, 2, "These 3 moments and these 2 changes aren’t saved yet."),
    ],
)
def test_what_waits_is_counted(presses: int, changes: int, words: str) -> None:
    assert words_for(presses, changes) == words
