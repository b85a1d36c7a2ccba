"""Care events on the Log page: one press saves, everything else is added, and nothing is lost."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from bonddiary.domain.baby import Baby
from bonddiary.domain.board import OwnWord, WordKind
from bonddiary.domain.care import CareEvent, CareKind, Unit
from bonddiary.domain.ids import BabyId, CueKey, new_id
from bonddiary.domain.period import Period
from bonddiary.domain.timer import Timer
from bonddiary.ui.care.corner import CareCorner
from bonddiary.ui.care.strip import CareStrip
from bonddiary.ui.pages.log.page import LogPage
from bonddiary.ui.pages.page import Width
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.press import RadioChip
from tests.builders import NOW, ROBIN, care

EVER = Period(date(2000, 1, 1), date(2100, 1, 1))


def test_of_two_babies_the_strip_says_whose_event_it_changes(
    qtbot: QtBot, page: LogPage, robin: Session
) -> None:
    robin.diary.add(Baby(id=BabyId(new_id()), nickname="Wren"))
    robin.show_together()
    press(page, "Nappy")
    said = corner(page).state.saved
    assert said is not None
    assert said.title.startswith("Robin and Wren: ")
    assert said.title.endswith(". Adding to Robin’s now.")
    corner(page).presenter.change(note="wet")
    assert {
        each.baby == ROBIN.id: each.note for baby in robin.babies for each in robin.diary.care(baby.id, EVER)
    } == {
        True: "wet",
        False: "",
    }


@pytest.fixture
def page(qtbot: QtBot, robin: Session, theme: Theme) -> LogPage:
    made = LogPage(robin, theme)
    qtbot.addWidget(made)
    made.set_width(Width.MEDIUM)
    made.resize(1100, 700)
    made.show()
    qtbot.waitExposed(made)
    made.enter()
    return made


def corner(page: LogPage) -> CareCorner:
    return page._care.corner


def strip(page: LogPage) -> CareStrip:
    found = corner(page).strip
    assert found is not None
    return found


def press(page: LogPage, words: str) -> None:
    """A chip or button of the row or the strip."""
    shown = [
        each
        for part in (corner(page).strip, corner(page).row)
        if part is not None
        for each in part.findChildren(QAbstractButton)
        if each.isVisible()
    ]
    next(each for each in shown if each.text() == words).click()
    QApplication.processEvents()


def asked(page: LogPage) -> list[str]:
    """The fields that the strip shows."""
    return [name for name, cell in strip(page)._cells.items() if cell.isVisible()]


def events(session: Session) -> list[CareEvent]:
    return list(session.diary.care(ROBIN.id, EVER))


def the_event(session: Session) -> CareEvent:
    (found,) = events(session)
    return found


def typed(field: QWidget, words: str) -> None:
    field.setText(words)  # type: ignore[attr-defined]  # a field
    field.editingFinished.emit()  # type: ignore[attr-defined]
    QApplication.processEvents()


class TestOnePress:
    def test_saves_the_kind_at_the_chosen_time_and_the_chip_goes_back_to_now(
        self, page: LogPage, robin: Session
    ) -> None:
        page.presenter.choose_time(15)
        press(page, "Feed")
        event = the_event(robin)
        assert (event.kind, event.at, event.until) == (
            CareKind.FEED,
            NOW.shifted(-timedelta(minutes=15)),
            None,
        )
        assert (event.details, event.value, event.about) == ((), None, False)
        assert page.presenter.state.back_minutes == 0

    def test_set_back_half_an_hour_is_about(self, page: LogPage, robin: Session) -> None:
        page.presenter.choose_time(30)
        press(page, "Nappy")
        assert the_event(robin).about

    def test_a_time_that_is_no_time_is_asked_for_and_nothing_is_noted(
        self, page: LogPage, robin: Session
    ) -> None:
        page.presenter.ask_other_time()
        page.presenter.type_time("25:99", 0)
        press(page, "Feed")
        assert events(robin) == []
        assert page.presenter.state.time_problem.startswith("Not noted yet.")

    def test_adds_the_first_baby_with_it(self, qtbot: QtBot, session: Session, theme: Theme) -> None:
        made = LogPage(session, theme)
        qtbot.addWidget(made)
        made.resize(1100, 700)
        made.show()
        made.enter()
        QApplication.processEvents()
        press(made, "Feed")
        (baby,) = session.babies
        assert [one.kind for one in session.diary.care(baby.id, EVER)] == [CareKind.FEED]
        session.diary.undo()
        assert session.babies == ()

    def test_more_holds_every_other_kind_and_own_ones(self, page: LogPage, robin: Session) -> None:
        robin.diary.add(OwnWord(id=care().id, kind=WordKind.CARE, name="Tummy time"))  # type: ignore[arg-type]
        row = corner(page).row
        row._fill_menu()
        offered = [action.text() for action in row._menu.actions() if action.text()]
        shown = [chip.text() for chip in row._chips if chip.isVisible()]
        names = [name for key, name in robin.catalog.care.items() if key != CareKind.OTHER]
        assert sorted([*shown, *offered]) == sorted([*names, "Tummy time", "Add your own…"])
        next(action for action in row._menu.actions() if action.text() == "Bath").trigger()
        assert the_event(robin).kind is CareKind.BATH

    def test_a_kind_of_ones_own_is_named_and_noted(self, page: LogPage, robin: Session) -> None:
        row = corner(page).row
        corner(page).presenter.ask_name()
        QApplication.processEvents()
        assert QApplication.focusWidget() is row._typed
        QTest.keyClicks(row._typed, "Tummy time")
        QTest.keyClick(row._typed, Qt.Key.Key_Return)
        (word,) = robin.diary.all(OwnWord)
        assert (word.kind, word.name) == (WordKind.CARE, "Tummy time")
        assert (the_event(robin).kind, the_event(robin).details) == (CareKind.OTHER, (("kind", word.id),))
        assert strip(page)._said.text().startswith("Tummy time, ")
        corner(page).presenter.add_own("tummy  TIME")
        assert len(robin.diary.all(OwnWord)) == 1
        assert len(events(robin)) == 2

    def test_esc_leaves_the_name(self, page: LogPage, robin: Session) -> None:
        row = corner(page).row
        corner(page).presenter.ask_name()
        QTest.keyClick(row._typed, Qt.Key.Key_Escape)
        assert row._naming.isHidden()
        assert QApplication.focusWidget() is row._more
        assert robin.diary.all(OwnWord) == ()


class TestStrip:
    def test_stands_in_the_place_of_the_saved_strip_and_gives_it_back(self, page: LogPage) -> None:
        page.presenter.log(CueKey("rooting"))
        press(page, "Feed")
        assert (strip(page).isVisible(), page._strip.isVisible()) == (True, False)
        assert page.presenter.state.saved is None
        page.presenter.log(CueKey("yawning"))
        assert (strip(page).isVisible(), page._strip.isVisible()) == (False, True)

    def test_says_what_goes_with_what_was_said(self, page: LogPage, robin: Session) -> None:
        press(page, "Feed")
        assert asked(page) == ["method", "side", "value", "lasted"]
        press(page, "Left")
        assert dict(the_event(robin).details) == {"method": "breast", "side": "left"}
        assert asked(page) == ["method", "side", "lasted"]
        press(page, "Left")
        assert dict(the_event(robin).details) == {"method": "breast"}

    def test_an_amount_is_kept_with_its_unit_which_is_offered_the_next_time(
        self, page: LogPage, robin: Session
    ) -> None:
        press(page, "Feed")
        press(page, "Bottle")
        choice = strip(page)._fields.unit
        place = choice.findData(Unit.FL_OZ)
        choice.setCurrentIndex(place)
        choice.activated.emit(place)
        typed(strip(page)._fields.value, "4.5")
        assert (the_event(robin).value, the_event(robin).unit) == (4.5, Unit.FL_OZ)
        press(page, "Feed")
        assert choice.currentData() is Unit.FL_OZ
        assert [event.value for event in events(robin)] == [4.5, None]

    def test_an_amount_that_cannot_be_is_refused_in_words_and_stays_typed(
        self, page: LogPage, robin: Session
    ) -> None:
        press(page, "Temperature")
        field = strip(page)._fields.value
        typed(field, "400")
        assert "400 °C can’t be" in strip(page)._problem.text()
        assert (field.text(), the_event(robin).value) == ("400", None)
        typed(field, "98.6")
        assert "Did you mean °F?" in strip(page)._problem.text()
        choice = strip(page)._fields.unit
        choice.setCurrentIndex(choice.findData(Unit.FAHRENHEIT))
        choice.activated.emit(choice.currentIndex())
        assert (the_event(robin).value, the_event(robin).unit) == (98.6, Unit.FAHRENHEIT)
        assert strip(page)._problem.isHidden()
        assert strip(page)._problem.property("kind") == "problem"

    def test_no_temperature_is_called_anything(self, page: LogPage, robin: Session) -> None:
        press(page, "Temperature")
        typed(strip(page)._fields.value, "40.5")
        assert the_event(robin).value == 40.5
        assert strip(page)._problem.isHidden()
        assert page.presenter.state.care == ()

    def test_how_long_it_lasted(self, page: LogPage, robin: Session) -> None:
        page.presenter.choose_time(30)
        press(page, "Sleep")
        typed(strip(page)._length, "20 min")
        assert the_event(robin).length == timedelta(minutes=20)
        typed(strip(page)._length, "6pm")
        assert "before it began" in strip(page)._problem.text()
        assert strip(page)._length.text() == "6pm"
        typed(strip(page)._length, "")
        assert the_event(robin).until is None
        press(page, "Until now")
        assert the_event(robin).until == NOW

    def test_a_feed_noted_when_it_is_over(self, page: LogPage, robin: Session) -> None:
        press(page, "Feed")
        typed(strip(page)._length, "20")
        assert (the_event(robin).at, the_event(robin).until) == (NOW.shifted(-timedelta(minutes=20)), NOW)
        assert strip(page)._said.text() == "Feed, 8:40pm to 9pm"

    def test_a_timer_runs_for_the_feed_and_gives_it_its_end(self, page: LogPage, robin: Session) -> None:
        press(page, "Feed")
        press(page, "Start a timer")
        (timer,) = robin.diary.all(Timer)
        assert (timer.care, timer.started) == (the_event(robin).id, NOW)
        assert strip(page)._timer.isHidden()
        robin.diary.stop_timer(timer.id)
        assert len(events(robin)) == 1

    def test_note_undo_and_redo(self, page: LogPage, robin: Session) -> None:
        press(page, "Nappy")
        press(page, "Wet")
        press(page, "Add note")
        typed(strip(page)._note, "in the park")
        assert the_event(robin).note == "in the park"
        press(page, "Undo")
        press(page, "Undo")
        assert the_event(robin).details == ()
        press(page, "Undo")
        assert events(robin) == []
        assert page._strip.isVisible()
        robin.diary.redo()
        assert strip(page).isVisible()

    def test_esc_closes_it_keeps_what_is_half_typed_and_gives_the_keyboard_back(
        self, page: LogPage, robin: Session
    ) -> None:
        press(page, "Medicine")
        name = strip(page)._fields.details["name"]
        name.setFocus()
        QTest.keyClicks(name, "Vitamin D")
        QTest.keyClick(name, Qt.Key.Key_Escape)
        assert dict(the_event(robin).details) == {"name": "Vitamin D"}
        assert page._strip.isVisible()
        held = QApplication.focusWidget()
        assert held is not None
        assert held.isVisible()

    def test_what_is_half_typed_is_kept_when_the_next_is_pressed(self, page: LogPage, robin: Session) -> None:
        press(page, "Medicine")
        strip(page)._fields.details["name"].setText("Vitamin D")  # type: ignore[union-attr]  # a field
        press(page, "Feed")
        assert [dict(event.details) for event in events(robin)] == [{"name": "Vitamin D"}, {}]


class TestKeys:
    def test_all_of_it_by_keyboard_alone(self, page: LogPage, robin: Session) -> None:
        feed = corner(page).row._chips[0]
        feed.setFocus()
        QTest.keyClick(feed, Qt.Key.Key_Return)
        QApplication.processEvents()
        assert QApplication.focusWidget() is feed
        for _ in range(40):
            held = QApplication.focusWidget()
            assert held is not None
            assert held.isVisible()
            if isinstance(held, RadioChip) and held.text() == "Solid food":
                break  # the choices of one detail are one stop; arrows walk them
            QTest.keyClick(held, Qt.Key.Key_Backtab)
        held = QApplication.focusWidget()
        assert isinstance(held, RadioChip)
        QTest.keyClick(held, Qt.Key.Key_Space)
        assert dict(the_event(robin).details) == {"method": "solid"}
        assert QApplication.focusWidget() is held

    def test_every_control_has_a_name(self, page: LogPage, unnamed: Callable[[QWidget], list[str]]) -> None:
        for kind in ("Feed", "Sleep", "Nappy", "Medicine", "Temperature"):
            press(page, kind)
            assert unnamed(page) == []
