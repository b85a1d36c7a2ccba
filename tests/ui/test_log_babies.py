"""The Log page of a family with several babies, and of one whose baby isn't born yet."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from bonddiary.domain.baby import Baby
from bonddiary.domain.ids import BabyId
from bonddiary.domain.moment import Moment
from bonddiary.domain.timer import Timer, TimerKind
from bonddiary.ui.main_window import MainWindow
from bonddiary.ui.pages.log.page import LogPage
from bonddiary.ui.pages.page import Place
from bonddiary.ui.session import ONE_BABY, Session
from bonddiary.ui.timers.presenter import NOT_BORN, TimersPresenter
from bonddiary.ui.widgets.baby_badge import BabyDot
from bonddiary.ui.widgets.baby_switch import BabySwitch
from tests.builders import ROBIN, carer, everything
from tests.ui.test_log_presenter import FED, ROOTING, SETTLED, YAWN, Desk

WREN = Baby(id=BabyId("01a1e000-0000-7000-8000-000000000002"), nickname="Wren", born=date(2026, 9, 20))
EXPECTED = replace(ROBIN, born=None, due=date(2027, 1, 11))


def moments(session: Session) -> list[Moment]:
    return [each for each in everything(session.diary) if isinstance(each, Moment)]


@pytest.fixture
def twins(robin: Session) -> Session:
    robin.diary.add(WREN)
    return robin


@pytest.fixture
def desk(twins: Session) -> Desk:
    made = Desk(twins)
    made.presenter.enter()
    return made


class TestOneBaby:
    def test_sees_nothing_of_it(self, robin: Session) -> None:
        desk = Desk(robin)
        desk.presenter.enter()
        desk.presenter.log(ROOTING)
        assert (desk.state.who.marks, desk.state.who.expecting) == ((), None)
        assert desk.state.saved is not None
        assert (desk.state.saved.mark, desk.state.saved.whose) == (None, "")
        assert desk.said[-1].startswith("Saved. ")


class TestSwitch:
    def test_a_press_is_for_the_baby_shown_and_says_so(self, desk: Desk) -> None:
        desk.session.show_baby(WREN.id)
        desk.presenter.log(ROOTING)
        assert [each.baby for each in moments(desk.session)] == [WREN.id]
        assert desk.state.saved is not None
        assert desk.state.saved.whose == "For Wren"
        assert desk.said[-1].startswith("Saved for Wren. ")
        assert desk.state.who.shown == WREN.id
        assert desk.state.baby.startswith("Wren · ")

    def test_changing_clears_the_time_and_the_strip(self, desk: Desk) -> None:
        desk.presenter.log(ROOTING)
        desk.presenter.choose_time(15)
        desk.session.show_baby(WREN.id)
        assert (desk.state.back_minutes, desk.state.saved) == (0, None)
        desk.presenter.log(YAWN)
        assert {each.cues[0]: each.at for each in moments(desk.session)}[YAWN] == desk.now

    def test_another_name_clears_nothing(self, desk: Desk) -> None:
        desk.presenter.log(ROOTING)
        desk.presenter.choose_time(15)
        desk.session.diary.edit(replace(ROBIN, nickname="Rob"))
        assert desk.state.back_minutes == 15
        assert desk.state.saved is not None
        assert desk.state.saved.whose == "For Rob"


class TestBoth:
    @pytest.fixture
    def desk(self, twins: Session) -> Desk:
        made = Desk(twins)
        made.presenter.enter()
        twins.show_together()
        return made

    def test_one_press_is_one_moment_each_and_one_step(self, desk: Desk) -> None:
        desk.presenter.log(ROOTING)
        assert {each.baby for each in moments(desk.session)} == {ROBIN.id, WREN.id}
        assert len({each.id for each in moments(desk.session)}) == 2
        assert desk.said[-1].startswith("Saved for Robin and Wren. ")
        assert desk.state.baby == "Robin and Wren"
        assert [row.title for row in desk.state.recent] == ["Wren: Rooting", "Robin: Rooting"]
        desk.presenter.undo()
        assert moments(desk.session) == []

    def test_what_is_added_is_for_one_baby_who_is_named(self, desk: Desk) -> None:
        desk.presenter.log(ROOTING)
        desk.presenter.toggle_response(FED)
        assert desk.state.saved is not None
        assert desk.state.saved.whose == "For Robin and Wren. Adding to Robin’s now."
        assert desk.state.saved.turn is not None
        assert desk.state.saved.turn[1] == "Go to Wren’s"
        desk.presenter.turn_to(desk.state.saved.turn[0])
        desk.presenter.choose_outcome(SETTLED)
        assert {each.baby: (each.responses, each.outcome) for each in moments(desk.session)} == {
            ROBIN.id: ((FED,), None),
            WREN.id: ((), SETTLED),
        }

    def test_a_moment_that_was_deleted_meanwhile_is_not_gone_to(self, desk: Desk) -> None:
        desk.presenter.log(ROOTING)
        assert desk.state.saved is not None
        turn = desk.state.saved.turn
        assert turn is not None
        from bonddiary.domain.records import Kind, Ref

        desk.session.diary.delete(Ref(Kind.MOMENT, turn[0]))
        desk.presenter.turn_to(turn[0])
        assert desk.state.saved.whose.endswith("Adding to Robin’s now.")

    def test_it_is_not_offered_with_one_who_is_not_born(self, desk: Desk) -> None:
        desk.session.diary.edit(replace(WREN, born=None, due=EXPECTED.due))
        assert not desk.session.together
        assert desk.state.who.all_words == ""
        desk.presenter.log(ROOTING)
        assert [each.baby for each in moments(desk.session)] == [ROBIN.id]

    def test_three_are_all_3(self, desk: Desk) -> None:
        desk.session.diary.add(replace(WREN, id=BabyId("01a1e000-0000-7000-8000-000000000003")))
        assert desk.state.who.all_words == "All 3"

    def test_a_timer_is_for_one(self, desk: Desk) -> None:
        told: list[str] = []
        timers = TimersPresenter(desk.session, lambda _lines: None, told.append, told.append)
        timers.toggle(TimerKind.CRYING)
        assert told == [ONE_BABY]
        assert desk.session.diary.all(Timer) == ()


class TestCarer:
    def test_new_moments_say_who_noted_them(self, desk: Desk) -> None:
        sam = carer()
        desk.session.diary.add(sam)
        desk.presenter.log(ROOTING)
        desk.session.choose_carer(sam.id)
        desk.presenter.log(YAWN)
        assert {each.cues[0]: each.carer for each in moments(desk.session)} == {ROOTING: None, YAWN: sam.id}

    @pytest.mark.parametrize("kind", [TimerKind.CRYING, TimerKind.FEED])
    def test_so_does_what_a_timer_becomes(self, desk: Desk, kind: TimerKind) -> None:
        sam = carer()
        desk.session.diary.add(sam)
        desk.session.choose_carer(sam.id)
        timers = TimersPresenter(desk.session, lambda _lines: None, print, print)
        timers.opened()
        timers.start(kind)
        (running,) = desk.session.diary.all(Timer)
        timers.opened()
        timers.stop(running.id)
        entries = [each for each in everything(desk.session.diary) if hasattr(each, "entered")]
        assert [each.carer for each in entries] == [sam.id]


class TestBeforeBirth:
    @pytest.fixture
    def desk(self, session: Session) -> Desk:
        session.diary.add(EXPECTED)
        made = Desk(session)
        made.presenter.enter()
        return made

    def test_tips_for_that_time_stand_in_place_of_the_board(self, desk: Desk) -> None:
        expecting = desk.state.who.expecting
        assert expecting is not None
        assert "tip-feel-the-moves" in dict(expecting.tips)
        assert expecting.line == desk.state.baby == "Robin · 32 weeks of pregnancy"

    def test_the_birth_brings_the_board(self, desk: Desk) -> None:
        from bonddiary.ui.widgets.date_field import read_date

        desk.presenter.tell_born("some day", read_date)
        assert desk.state.who.expecting is not None
        assert desk.state.who.expecting.problem.startswith("That date can’t be read.")
        desk.presenter.tell_born("15/11/2026", read_date)
        assert desk.state.who.expecting is None
        assert desk.session.babies[0].born == date(2026, 11, 15)

    def test_a_timer_waits_for_it(self, desk: Desk) -> None:
        told: list[str] = []
        TimersPresenter(desk.session, lambda _lines: None, told.append, told.append).toggle(TimerKind.CRYING)
        assert told == [NOT_BORN]

    def test_the_first_run_card_takes_a_due_date_alone(self, session: Session) -> None:
        session.settings = replace(session.settings, first_run_done=False)
        desk = Desk(session)
        desk.presenter.enter()
        assert desk.state.first_run
        desk.presenter.first_baby(EXPECTED)
        assert not desk.state.first_run
        assert desk.state.who.expecting is not None


@pytest.fixture
def shown(qtbot: QtBot, window: MainWindow) -> MainWindow:
    window.resize(1120, 720)
    with qtbot.waitSignal(window.painted):
        window.show()
    settle()
    return window


def settle() -> None:
    for _ in range(6):
        QApplication.processEvents()


def log_page(window: MainWindow) -> LogPage:
    page = window.page(Place.LOG)
    assert isinstance(page, LogPage)
    return page


def chip(window: MainWindow, name: str) -> QRadioButton:
    return next(
        each
        for each in window.findChildren(QRadioButton)
        if each.isVisible() and each.accessibleName() == f"Baby: {name}"
    )


class TestWindow:
    def test_arrows_go_from_baby_to_baby(self, twins: Session, shown: MainWindow) -> None:
        chip(shown, "Robin").setFocus()
        QTest.keyClick(chip(shown, "Robin"), Qt.Key.Key_Right)
        assert twins.baby == WREN
        assert QApplication.focusWidget() is chip(shown, "Wren")
        QTest.keyClick(chip(shown, "Wren"), Qt.Key.Key_Right)
        assert twins.together
        assert QApplication.focusWidget() is chip(shown, "Both")

    def test_a_tile_notes_for_the_baby_whose_chip_is_on(self, twins: Session, shown: MainWindow) -> None:
        QTest.mouseClick(chip(shown, "Wren"), Qt.MouseButton.LeftButton)
        log_page(shown)._board.cue_pressed.emit("rooting")
        settle()
        (saved,) = moments(twins)
        assert saved.baby == WREN.id
        marks = [each.mark for each in log_page(shown)._strip.findChildren(BabyDot) if each.isVisible()]
        assert [mark.name for mark in marks if mark] == ["Wren"]

    def test_a_note_that_is_half_typed_stays_with_its_baby(self, twins: Session, shown: MainWindow) -> None:
        page = log_page(shown)
        page._board.cue_pressed.emit("rooting")
        settle()
        rows = page._strip.rows
        assert rows is not None
        rows._open_note()
        rows._note.setText("after the bath")
        shown.commands.show_baby(WREN.id)
        settle()
        assert [(each.baby, each.note) for each in moments(twins)] == [(ROBIN.id, "after the bath")]

    @pytest.mark.parametrize("place", [Place.TIMELINE, Place.PATTERNS, Place.TIPS])
    def test_every_place_about_one_baby_names_them(
        self, twins: Session, shown: MainWindow, place: Place
    ) -> None:
        twins.show_together()
        shown.go(place)
        settle()
        assert chip(shown, "Robin").isChecked()
        assert [
            name
            for name in ("Both",)
            if any(each.text() == name for each in shown.findChildren(QRadioButton) if each.isVisible())
        ] == (["Both"] if place is Place.TIMELINE else [])  # its entries can be read together
        QTest.mouseClick(chip(shown, "Wren"), Qt.MouseButton.LeftButton)
        assert (twins.baby, twins.together) == (WREN, False)

    def test_one_baby_is_never_asked_for(self, robin: Session, shown: MainWindow) -> None:
        for place in (Place.LOG, Place.TIMELINE):
            shown.go(place)
            settle()
            assert shown.findChildren(BabySwitch) == []

    @pytest.mark.parametrize(("pixels", "size"), [(1120, 100), (1024, 200), (360, 100), (360, 200)])
    def test_fits(
        self,
        twins: Session,
        shown: MainWindow,
        cut_off: Callable[[QWidget], list[str]],
        pixels: int,
        size: int,
    ) -> None:
        shown.resize(pixels, 640)
        twins.change_settings(text_size=size)
        twins.show_together()
        log_page(shown)._board.cue_pressed.emit("rooting")
        settle()
        switch = log_page(shown).above._who
        assert switch is not None
        assert switch.switch is not None
        assert cut_off(switch.switch) == []
        assert all(each.geometry().right() <= switch.switch.width() for each in switch.switch.chips.values())
        assert shown.width() == pixels

    def test_before_the_birth_the_keyboard_is_on_the_press_that_ends_it(
        self, session: Session, shown: MainWindow
    ) -> None:
        session.diary.add(EXPECTED)
        shown.go(Place.LOG)
        settle()
        page = log_page(shown)
        assert not page._board.isVisible()
        held = QApplication.focusWidget()
        assert isinstance(held, QPushButton)
        assert held.text() == "Robin is born"
        QTest.keyClick(held, Qt.Key.Key_Space)
        field = QApplication.focusWidget()
        assert isinstance(field, QLineEdit)
        QTest.keyClick(field, Qt.Key.Key_Return)
        settle()
        assert page._board.isVisible()
        assert session.babies[0].born == date(2026, 11, 16)
        held = QApplication.focusWidget()
        assert held is not None
        assert held.isVisible()

    def test_a_tip_opens(self, session: Session, shown: MainWindow) -> None:
        session.diary.add(EXPECTED)
        shown.go(Place.LOG)
        settle()
        found = next(
            each for each in log_page(shown).findChildren(QPushButton) if each.text() == "One song for later"
        )
        QTest.mouseClick(found, Qt.MouseButton.LeftButton)
        assert shown.place is Place.TIPS
