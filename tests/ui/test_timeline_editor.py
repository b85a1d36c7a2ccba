"""The Timeline's editor: every field saves at once and is one step; walking through changes nothing."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QDateTime, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bonddiary.domain.care import CareEvent, Unit
from bonddiary.domain.catalog import Catalog
from bonddiary.domain.moment import Moment, Settle, SettleBin, State
from bonddiary.ui.pages.timeline.editor import EntryEditor
from bonddiary.ui.pages.timeline.page import TimelinePage
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.press import CheckChip
from tests.builders import care, cue_keys, moment, response_keys, when
from tests.ui.test_timeline_page import (
    FEED,
    ROOTING,
    STEP,
    YAWN,
    button,
    entry,
    filled,
    opened,
    stand_on,
    the_moment,
)


@pytest.fixture
def page(qtbot: QtBot, robin: Session, theme: Theme) -> TimelinePage:
    return filled(qtbot, robin, theme)


class TestEditor:
    @pytest.mark.parametrize(
        "exact",
        [
            moment(at=when("2026-11-16T20:30:17"), until=when("2026-11-16T20:41:05")),
            moment(at=when("2026-11-16T20:30"), note="first line\nsecond line "),
            care(at=when("2026-11-16T20:31"), value=1234.5678, unit=Unit.ML),
            moment(at=when("2026-10-25T01:30", second=True)),
        ],
        ids=["seconds", "lines", "digits", "second 1:30am"],
    )
    def test_walking_through_every_field_changes_nothing(
        self, page: TimelinePage, robin: Session, exact: Moment | CareEvent
    ) -> None:
        robin.diary.bring_in([exact], STEP)
        shown = opened(page, exact)
        for field in (shown._time, shown._lasted, shown._value, shown._note):
            field.setFocus()
        page._close_editor()
        assert entry(robin, exact) == exact

    def test_the_time(self, page: TimelinePage, robin: Session) -> None:
        shown = opened(page)
        shown._time.setDateTime(QDateTime(2026, 11, 15, 18, 30, 0))
        shown._time.editingFinished.emit()
        assert the_moment(robin).at == when("2026-11-15T18:30")

    def test_a_future_time_is_refused_in_words_and_the_field_goes_back(
        self, page: TimelinePage, robin: Session
    ) -> None:
        shown = opened(page)
        shown._time.setDateTime(QDateTime(2026, 11, 17, 18, 30, 0))
        shown._time.editingFinished.emit()
        assert the_moment(robin).at == ROOTING.at
        assert shown._problem.isVisible()
        assert "future" in shown._problem.text()
        assert shown._time.dateTime().date().day() == 16

    def test_how_long_it_lasted(self, page: TimelinePage, robin: Session) -> None:
        shown = opened(page)
        for minutes, length in ((15, timedelta(minutes=15)), (0, timedelta()), (-1, None)):
            shown._lasted.setValue(minutes)
            shown._lasted.editingFinished.emit()
            assert the_moment(robin).length == length

    def test_note_about_and_private(self, page: TimelinePage, robin: Session) -> None:
        shown = opened(page)
        shown._note.setText("new words")
        QTest.keyClick(shown._note, Qt.Key.Key_Return)
        shown._about.click()
        shown._private.click()
        kept = the_moment(robin)
        assert (kept.note, kept.about, kept.private) == ("new words", True, True)

    @pytest.mark.parametrize(
        ("field", "place", "name"),
        [
            ("_then", 1, "outcome"),
            ("_settle", 2, "settle"),
            ("_state", 3, "state"),
            ("_intensity", 1, "intensity"),
        ],
    )
    def test_choices(self, page: TimelinePage, robin: Session, field: str, place: int, name: str) -> None:
        choice = getattr(opened(page), field)
        for chosen in (place, 0):
            choice.setCurrentIndex(chosen)
            choice.activated.emit(chosen)
            assert getattr(the_moment(robin), name) == choice.itemData(chosen)
        assert getattr(the_moment(robin), name) is None

    def test_states_are_offered_by_the_names_of_their_cues(
        self, page: TimelinePage, catalog: Catalog
    ) -> None:
        choice = opened(page)._state
        offered = [(choice.itemText(place), choice.itemData(place)) for place in range(choice.count())]
        assert offered == [("Not noted", None), *((catalog.state(state).name, state) for state in State)]

    def test_settling_times_are_offered_in_the_catalogues_words(
        self, page: TimelinePage, robin: Session, catalog: Catalog
    ) -> None:
        choice = opened(page)._settle
        offered = {choice.itemText(place): choice.itemData(place) for place in range(choice.count())}
        assert {
            one.label: Settle(one.step) for one in catalog.bins.values() if one.label
        }.items() <= offered.items()
        before = choice.count()
        page.presenter.edit(settle=Settle(SettleBin.FROM_15))
        assert (choice.count(), choice.currentText()) == (before + 1, "15 to 30 min")
        page.presenter.edit(settle=None)
        assert (choice.count(), choice.currentText()) == (before, "Not noted")

    def test_the_unit_of_an_amount(self, page: TimelinePage, robin: Session) -> None:
        choice = opened(page, FEED)._unit
        place = choice.findText(Unit.OZ.value)
        choice.setCurrentIndex(place)
        choice.activated.emit(place)
        kept = entry(robin, FEED)
        assert isinstance(kept, CareEvent)
        assert kept.unit is Unit.OZ

    def test_cues_and_responses_are_added_and_taken_away(self, page: TimelinePage, robin: Session) -> None:
        shown = opened(page)
        shown._add("cues", cue_keys("yawning")[0])
        shown._add("responses", response_keys("r-wind")[0])
        shown._add("responses", response_keys("r-hold")[0])
        assert the_moment(robin).cues == ("rooting", "yawning")
        assert the_moment(robin).responses == ("r-wind", "r-hold")
        QApplication.processEvents()
        chips = [each for each in shown.findChildren(CheckChip) if each.isVisible()]
        next(each for each in chips if each.text() == "Winded").click()
        assert the_moment(robin).responses == ("r-hold",)

    def test_taking_one_away_by_keyboard_keeps_the_keyboard_in_the_editor(
        self, page: TimelinePage, robin: Session
    ) -> None:
        shown = opened(page)
        shown._add("responses", response_keys("r-wind")[0])
        QApplication.processEvents()
        chip = next(
            each for each in shown.findChildren(CheckChip) if each.isVisible() and each.text() == "Winded"
        )
        chip.setFocus()
        QTest.keyClick(chip, Qt.Key.Key_Space)
        QApplication.processEvents()
        held = QApplication.focusWidget()
        assert the_moment(robin).responses == ()
        assert held is not None
        assert shown.isAncestorOf(held)

    def test_an_amount_that_is_no_amount_is_refused_in_words(
        self, page: TimelinePage, robin: Session
    ) -> None:
        shown = opened(page, FEED)
        for typed in ("a lot", "nan", "inf", "1e999", "-5"):
            shown._value.setText(typed)
            shown._value.editingFinished.emit()
            assert entry(robin, FEED) == FEED, typed
            assert shown._problem.isVisible(), typed

    def test_an_amount(self, page: TimelinePage, robin: Session) -> None:
        shown = opened(page, FEED)
        for typed, value in (("90", 90.0), ("4,5", 4.5), ("", None)):
            shown._value.setText(typed)
            shown._value.editingFinished.emit()
            kept = entry(robin, FEED)
            assert isinstance(kept, CareEvent)
            assert kept.value == value

    def test_scrolling_past_a_field_changes_nothing(self, page: TimelinePage, robin: Session) -> None:
        """The wheel over a field that doesn't have the keyboard is for the form, not for the field."""
        shown = opened(page)
        page._list.setFocus()
        for field in (shown._then, shown._settle, shown._time, shown._lasted):
            at = QPointF(field.rect().center())
            event = QWheelEvent(
                at, field.mapToGlobal(at), QPoint(0, -120), QPoint(0, -120), Qt.MouseButton.NoButton,
                Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
            )  # fmt: skip
            QApplication.sendEvent(field, event)
        page._close_editor()
        assert the_moment(robin) == ROOTING

    def test_asks_what_the_cue_may_mean(self, qtbot: QtBot, page: TimelinePage) -> None:
        shown = opened(page, YAWN)
        with qtbot.waitSignal(page.meaning_asked) as asked:
            button(shown, "What may this mean?").click()
        assert asked.args == ["yawning"]

    def test_what_is_typed_is_kept_when_another_row_is_opened(
        self, page: TimelinePage, robin: Session
    ) -> None:
        shown = opened(page)
        shown._note.setFocus()
        shown._note.setText("half a sentence")
        stand_on(page, YAWN)
        QTest.keyClick(page._list, Qt.Key.Key_Return)
        assert the_moment(robin).note == "half a sentence"
        assert the_moment(robin, YAWN).note == ""


class TestRefused:
    def test_what_is_said_goes_once_the_keyboard_goes_on(self, page: TimelinePage, robin: Session) -> None:
        shown = opened(page)
        shown._time.parts[0].setFocus()
        shown._time.setDateTime(QDateTime(2026, 11, 17, 18, 30, 0))
        shown._time.parts[1].setFocus()
        shown._about.setFocus()
        assert shown._problem.isVisible()
        assert shown._problem.property("kind") == "problem"
        for field in (shown._about, shown._lasted):
            QTest.keyClick(field, Qt.Key.Key_Tab)
        assert shown._problem.isHidden()
        assert page.presenter.state.problem == ""
        robin.diary.bring_in([moment(at=ROOTING.at)], STEP)
        assert shown._problem.isHidden()

    def test_an_amount_is_told_of_until_it_is_one(self, page: TimelinePage) -> None:
        shown = opened(page, FEED)
        was = shown._value.text()
        shown._value.setText("a lot")
        shown._value.editingFinished.emit()
        shown._lasted.editingFinished.emit()
        shown._about.click()
        assert shown._problem.isVisible()
        shown._value.setText(was)
        shown._value.editingFinished.emit()
        assert shown._problem.isHidden()


class TestChoices:
    def arrows(self, page: TimelinePage, robin: Session) -> EntryEditor:
        """The keyboard has gone three steps down the outcomes."""
        shown = opened(page)
        shown._then.setFocus()
        for _ in range(3):
            QTest.keyClick(shown._then, Qt.Key.Key_Down)
        assert shown._then.currentIndex() == 3
        assert the_moment(robin).outcome is None
        return shown

    def test_arrows_are_one_step_when_the_choice_is_left(self, page: TimelinePage, robin: Session) -> None:
        shown = self.arrows(page, robin)
        QTest.keyClick(shown._then, Qt.Key.Key_Tab)
        assert the_moment(robin).outcome == shown._then.itemData(3)
        robin.diary.undo()
        assert the_moment(robin) == ROOTING
        assert shown._then.currentIndex() == 0

    @pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
    def test_enter_and_esc_save_it(self, page: TimelinePage, robin: Session, key: Qt.Key) -> None:
        shown = self.arrows(page, robin)
        QTest.keyClick(shown._then, key)
        assert the_moment(robin).outcome == shown._then.itemData(3)

    def test_undo_takes_it_back_and_nothing_before(self, page: TimelinePage, robin: Session) -> None:
        shown = self.arrows(page, robin)
        QTest.keyClick(shown._then, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert the_moment(robin).outcome == shown._then.itemData(3)  # saved before the window undoes it

    def test_a_change_elsewhere_leaves_the_keyboard_where_it_is(
        self, page: TimelinePage, robin: Session
    ) -> None:
        shown = self.arrows(page, robin)
        robin.diary.bring_in([moment(at=ROOTING.at)], STEP)
        assert shown._then.currentIndex() == 3

    @pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)  # which the offscreen platform can't
    def test_the_list_saves_at_once(self, page: TimelinePage, robin: Session) -> None:
        shown = opened(page)
        shown._then.setFocus()
        shown._then.showPopup()
        QTest.keyClick(shown._then.view(), Qt.Key.Key_Down)
        assert the_moment(robin).outcome is None
        QTest.keyClick(shown._then.view(), Qt.Key.Key_Return)
        assert the_moment(robin).outcome == shown._then.itemData(1)

    @pytest.mark.parametrize("wide", [True, False])
    def test_words_without_room_are_told_whole(self, page: TimelinePage, theme: Theme, wide: bool) -> None:
        """At the height where the form scrolls, too."""
        theme.wear()
        page.resize(1200, 560)
        shown = opened(page)
        longest = max((shown._then.itemText(n) for n in range(shown._then.count())), key=len)
        shown._then.setCurrentIndex(shown._then.findText(longest))
        if not wide:
            shown._then.resize(150, shown._then.height())
        assert shown._then.toolTip() == ("" if wide else longest)
