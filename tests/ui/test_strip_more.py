"""More about a moment: how the baby was, how strong it was, who noted it, how long it lasted; and what is offered."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from bonddiary.domain.baby import Carer
from bonddiary.domain.board import OwnWord, WordKind
from bonddiary.domain.catalog import Catalog
from bonddiary.domain.ids import CueKey, ResponseKey, WordId, new_id
from bonddiary.domain.moment import Intensity, State
from bonddiary.domain.records import ref_to
from bonddiary.system.settings import load_settings
from bonddiary.ui.main_window import MainWindow
from bonddiary.ui.pages.log.more_rows import MoreRows
from bonddiary.ui.pages.log.page import LogPage
from bonddiary.ui.pages.log.saved import MoreAbout
from bonddiary.ui.pages.page import Place
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.press import PushChip
from tests.builders import NOW, board_choice, care, carer, when
from tests.ui.test_log_presenter import ROOTING, YAWN, Desk
from tests.ui.test_log_strip import chip, focused, rows, the_moment
from tests.ui.test_log_trouble import unwritable
from tests.ui.test_strip_cues import page as page

WATCHED = ResponseKey("r-watch-wait")


@pytest.fixture
def desk(robin: Session) -> Desk:
    made = Desk(robin)
    made.presenter.enter()
    made.presenter.log(ROOTING)
    return made


def more(desk: Desk) -> MoreAbout:
    assert desk.state.saved is not None
    return desk.state.saved.more


class TestDecided:
    def test_the_six_states_are_named_by_content(self, desk: Desk, catalog: Catalog) -> None:
        assert [each.name for each in more(desk).states] == [catalog.state(each).name for each in State]
        desk.presenter.choose_more(State.DROWSY)
        assert desk.moments[0].state is State.DROWSY
        assert [each.name for each in more(desk).states if each.chosen] == ["Drowsy"]
        desk.presenter.choose_more(State.DROWSY)
        assert desk.moments[0].state is None

    def test_what_was_logged_before_it_is_read_when_it_is_open(self, desk: Desk) -> None:
        fed = care(at=NOW.shifted(-timedelta(hours=2)), until=None)
        desk.session.diary.bring_in([fed], "test")
        assert more(desk).before == ""
        desk.presenter.open_more(True)
        assert more(desk).before.startswith("2 h after a feed")
        desk.session.diary.delete(ref_to(fed))
        assert more(desk).before == "No feed, sleep or nappy logged in the 24 h before"

    def test_how_strong_it_was(self, desk: Desk) -> None:
        desk.presenter.choose_more(Intensity.HIGH)
        assert desk.moments[0].intensity is Intensity.HIGH
        assert [each.name for each in more(desk).strengths if each.chosen] == ["Strong"]

    def test_who_noted_it_stays_for_the_session(self, desk: Desk) -> None:
        sam = carer()
        desk.session.diary.add(sam)
        assert [each.name for each in more(desk).carers] == ["Sam"]
        desk.presenter.choose_more(sam.id)
        desk.presenter.log(YAWN)
        assert [each.carer for each in desk.moments] == [sam.id, sam.id]
        desk.presenter.choose_more(sam.id)
        desk.presenter.log(YAWN)
        assert desk.moments[-1].carer is None

    def test_a_carer_who_is_gone_notes_nothing_more(self, desk: Desk) -> None:
        sam = carer()
        desk.session.diary.add(sam)
        desk.presenter.choose_more(sam.id)
        desk.presenter.choose_more(sam.id)
        desk.presenter._carer = sam.id
        desk.session.diary.remove(ref_to(sam))
        desk.presenter.log(YAWN)
        assert (len(desk.moments), desk.state.problem) == (2, "")

    def test_nobody_is_asked_about_where_there_are_no_carers(self, desk: Desk) -> None:
        assert desk.session.diary.all(Carer) == ()
        assert more(desk).carers == ()

    def test_how_long_it_lasted(self, desk: Desk) -> None:
        desk.wait(minutes=30)
        desk.presenter.choose_length(20)
        assert desk.moments[0].until == NOW.shifted(timedelta(minutes=20))
        assert more(desk).lasted == "20 min, until 9:20pm"
        desk.presenter.end_now()
        assert more(desk).lasted == "30 min, until 9:30pm"
        assert desk.presenter.type_end("9:10")
        assert more(desk).lasted == "10 min, until 9:10pm"
        desk.presenter.choose_length(None)
        assert desk.moments[0].until is None

    def test_an_end_to_come_is_refused_and_an_earlier_start_offered(self, desk: Desk) -> None:
        desk.presenter.choose_length(20)
        assert desk.state.saved is not None
        asked = desk.state.saved.question
        assert asked is not None
        assert (asked.words, asked.answer) == (
            "That end would be in the future. Did it begin earlier?",
            "At 8:40pm",
        )
        assert desk.moments[0].until is None
        desk.presenter.answer_question()
        assert (desk.moments[0].at, desk.moments[0].until) == (when("2026-11-16T20:40"), NOW)

    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("8:30pm", "The end is before the start. Change one of the two times."),
            ("9:30pm", "That end would be in the future. Type an earlier time."),
        ],
    )
    def test_an_end_that_cannot_be_is_refused(self, desk: Desk, text: str, words: str) -> None:
        assert not desk.presenter.type_end(text)
        assert desk.state.saved is not None
        assert desk.state.saved.question is not None
        assert desk.state.saved.question.words == words
        assert desk.moments[0].until is None

    def test_what_cannot_be_saved_waits(self, desk: Desk) -> None:
        with unwritable(desk.session.diary):
            desk.presenter.choose_more(State.CRYING)
            desk.presenter.choose_more(Intensity.LOW)
            assert desk.state.problem.startswith("This change isn’t saved. ")
        desk.presenter.try_again()
        assert (desk.moments[0].state, desk.moments[0].intensity) == (State.CRYING, Intensity.LOW)

    def test_open_or_folded_is_remembered(self, desk: Desk) -> None:
        assert not more(desk).open
        desk.presenter.open_more(True)
        assert more(desk).open
        assert load_settings(desk.session.paths.settings).more_about


class TestOffered:
    def offered(self, desk: Desk) -> list[ResponseKey]:
        assert desk.state.saved is not None
        return [each.key for each in desk.state.saved.tried]

    def more_offered(self, desk: Desk) -> list[ResponseKey]:
        assert desk.state.saved is not None
        return [each.key for each in desk.state.saved.more_tried]

    def test_watching_is_always_among_the_chips(self, desk: Desk) -> None:
        for cue in ("rooting", "yawning", "smile", "cry-rising"):
            desk.presenter.log(CueKey(cue))
            assert WATCHED in self.offered(desk)
            assert len(self.offered(desk)) in (4, 5)

    def test_what_is_hidden_is_left_to_more(self, desk: Desk) -> None:
        fed = self.offered(desk)[0]
        desk.session.diary.arrange(board_choice(fed, name="", hidden=True))
        desk.wait(minutes=11)
        desk.presenter.enter()
        desk.presenter.log(ROOTING)
        assert fed not in self.offered(desk)
        assert fed in self.more_offered(desk)

    def test_the_familys_own_responses_are_under_more(self, desk: Desk) -> None:
        word = OwnWord(id=WordId(new_id()), kind=WordKind.RESPONSE, name="The owl song")
        desk.session.diary.add(word)
        assert ResponseKey(word.id) in self.more_offered(desk)
        desk.presenter.toggle_response(ResponseKey(word.id))
        assert desk.state.saved is not None
        assert desk.state.saved.tried[-1].name == "The owl song"

    def test_something_else_in_a_few_words_is_one_step(self, desk: Desk) -> None:
        assert desk.presenter.add_response("  the owl   song ")
        assert desk.state.saved is not None
        assert [(each.name, each.number) for each in desk.state.saved.tried if each.number] == [
            ("the owl song", 1)
        ]
        desk.presenter.log(YAWN)
        assert desk.presenter.add_response("The owl song")
        assert len(desk.session.diary.all(OwnWord)) == 1
        desk.presenter.undo()
        desk.presenter.undo()
        desk.presenter.undo()
        assert desk.session.diary.all(OwnWord) == ()
        assert desk.moments[0].responses == ()

    def test_something_else_that_cannot_be_saved_is_said(self, desk: Desk) -> None:
        with unwritable(desk.session.diary):
            assert not desk.presenter.add_response("the owl song")
        assert desk.state.saved is not None
        assert desk.state.saved.question is not None
        assert desk.state.saved.question.words.startswith("This change isn’t saved. ")
        assert desk.presenter.add_response("the owl song")
        assert desk.state.saved.question is None
        assert not desk.presenter.add_response("   ")

    def test_a_response_of_the_carers_own_makes_the_moment_private(
        self, desk: Desk, catalog: Catalog
    ) -> None:
        private = next(key for key, response in catalog.responses.items() if response.private)
        desk.presenter.toggle_response(private)
        assert desk.moments[0].private


class TestOnThePage:
    def test_it_is_folded_away_until_it_is_wanted(self, page: LogPage, robin: Session) -> None:
        assert rows(page).findChild(MoreRows) is None
        button = chip(page, "More about it")
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Return)
        QApplication.processEvents()
        assert focused() is button
        drowsy = chip(page, "Drowsy")
        drowsy.setFocus()
        QTest.keyClick(drowsy, Qt.Key.Key_Space)
        QApplication.processEvents()
        assert the_moment(robin).state is State.DROWSY
        assert drowsy.isChecked()
        assert focused() is drowsy
        chip(page, "Less about it").click()
        QApplication.processEvents()
        assert not rows(page).findChild(MoreRows).isVisible()

    def test_it_is_open_with_the_next_moment(self, page: LogPage) -> None:
        chip(page, "More about it").click()
        page.presenter.log(YAWN)
        QApplication.processEvents()
        assert chip(page, "Strong").isVisible()

    def test_its_groups_have_names(self, page: LogPage, robin: Session) -> None:
        robin.diary.add(carer())
        chip(page, "More about it").click()
        QApplication.processEvents()
        names = {chip(page, words).parentWidget().accessibleName() for words in ("Drowsy", "Strong", "Sam")}
        assert names == {"How your baby was", "How strong it was", "Who noted it"}

    def test_how_long_is_chosen_from_a_menu(self, page: LogPage, robin: Session) -> None:
        page.presenter.move_time(30)
        chip(page, "More about it").click()
        lasted = rows(page).findChild(MoreRows)._lasted
        next(each for each in lasted.menu().actions() if each.text() == "20 min").trigger()
        assert the_moment(robin).length == timedelta(minutes=20)
        assert lasted.text() == "for 20 min, until 8:50pm"
        next(each for each in lasted.menu().actions() if each.text() == "When it ended…").trigger()
        QTest.keyClicks(focused(), "8:45pm")
        QTest.keyClick(focused(), Qt.Key.Key_Return)
        assert the_moment(robin).until == when("2026-11-16T20:45")

    def test_something_else_is_typed_by_keys(self, page: LogPage, robin: Session) -> None:
        more = next(
            each for each in rows(page).findChildren(PushChip) if each.property("key") == "more-tried"
        )
        next(each for each in more.menu().actions() if each.text() == "In your own words…").trigger()
        line = focused()
        assert line.accessibleName() == "What you tried, in 3 words or so"
        with unwritable(robin.diary):
            QTest.keyClicks(line, "the owl song")
            QTest.keyClick(line, Qt.Key.Key_Return)
            assert line.isVisible()
            assert line.text() == "the owl song"  # type: ignore[attr-defined]  # it is a line
        QTest.keyClick(line, Qt.Key.Key_Return)
        QApplication.processEvents()
        assert len(the_moment(robin).responses) == 1
        assert chip(page, "the owl song").isChecked()
        assert not line.isVisible()
        assert focused().isVisible()


class TestFits:
    @pytest.fixture
    def shown(self, qtbot: QtBot, robin: Session, theme: Theme, window: MainWindow) -> LogPage:
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        robin.diary.add(carer())
        robin.change_settings(more_about=True)
        theme.wear()
        window.show()
        qtbot.waitExposed(window)
        page = window.page(Place.LOG)
        assert isinstance(page, LogPage)
        page.presenter.log(ROOTING)
        page.presenter.add_cue(YAWN)
        page.presenter.type_moment_time("11:55pm")
        rows(page)._asides._open_fix(end=False)
        return page

    @pytest.mark.parametrize(("width", "height"), [(1280, 720), (1024, 600), (360, 640)])
    @pytest.mark.parametrize("text", [100, 200])
    def test_open_with_all_that_it_may_show(
        self, shown: LogPage, window: MainWindow, width: int, height: int, text: int
    ) -> None:
        """Nothing is wider than the window or out of reach, and the board keeps a place."""
        window.session.change_settings(text_size=text)
        window.resize(width, height)
        for _ in range(6):
            QApplication.processEvents()
        assert window.width() == width
        outside = [
            (each.text(), left, left + each.width())
            for each in rows(shown).findChildren(QAbstractButton)
            if each.isVisible()
            for left in [each.mapTo(window, QPoint(0, 0)).x()]
            if left < 0 or left + each.width() > width
        ]
        assert outside == []
        inside, port = shown._middle._scroll.widget(), shown._middle._scroll.viewport()
        assert inside is not None
        assert inside.minimumSizeHint().width() <= port.width()
        assert chip(shown, "Drowsy").isVisible()
