"""What is chosen beside Find, as it is decided and as it is drawn."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from bonddiary.domain.baby import Carer
from bonddiary.domain.catalog import Family
from bonddiary.domain.ids import CarerId, CueKey, OutcomeKey, ResponseKey
from bonddiary.ui.models.entry_row import EntryRow
from bonddiary.ui.models.roles import ROW_ROLE
from bonddiary.ui.pages.page import Width
from bonddiary.ui.pages.timeline.filters import Filters, dates_words
from bonddiary.ui.pages.timeline.page import TimelinePage
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from tests.builders import NOW, care, cue_keys, moment, when

SAM = Carer(id=CarerId("01a1e000-0000-7000-8000-0000000000ca"), label="Sam")
FED, SETTLED = ResponseKey("r-fed"), OutcomeKey("out-settled")


@pytest.fixture(autouse=True)
def nothing_left(qapp: QApplication) -> None:
    """Deletes what the test before has closed."""
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def page(qtbot: QtBot, robin: Session, theme: Theme) -> TimelinePage:
    robin.diary.add(SAM)
    first = next(iter(robin.catalog.responses))
    robin.diary.bring_in(
        [
            moment(at=when("2026-11-16T20:00"), note="after the bath", carer=SAM.id),
            moment(at=when("2026-11-16T19:00"), cues=cue_keys("yawning"), private=True, note="mine"),
            moment(at=when("2026-11-15T10:00"), responses=(first,), outcome=SETTLED),
            moment(at=when("2026-11-02T10:00"), responses=(first,), about=True),
            moment(at=when("2026-10-25T10:00"), cues=cue_keys("cooing"), outcome=SETTLED),
            care(at=when("2026-11-14T09:00"), note="left side"),
        ],
        "test",
    )
    made = TimelinePage(robin, theme)
    qtbot.addWidget(made)
    made.set_width(Width.WIDE)
    made.resize(1100, 700)
    made.show()
    qtbot.waitExposed(made)
    made.enter()
    return made


def rows(page: TimelinePage) -> list[EntryRow]:
    found = (page._model.index(n).data(ROW_ROLE) for n in range(page._model.rowCount()))
    return [each for each in found if isinstance(each, EntryRow)]


def days(page: TimelinePage) -> list[date]:
    return [row.at.day for row in rows(page)]


def press(page: QWidget, words: str) -> None:
    shown = [each for each in page.findChildren(QAbstractButton) if each.isVisible() and each.text() == words]
    shown[-1].click()


def response(page: TimelinePage) -> ResponseKey:
    return next(iter(page._session.catalog.responses))


NOVEMBER = [date(2026, 11, 16), date(2026, 11, 16), date(2026, 11, 15), date(2026, 11, 14)]


class TestWhatIsFound:
    @pytest.mark.parametrize(
        ("chosen", "found"),
        [
            ({"outcome": SETTLED}, [date(2026, 11, 15), date(2026, 10, 25)]),
            ({"no_outcome": True}, [date(2026, 11, 16), date(2026, 11, 16), date(2026, 11, 2)]),
            ({"noted": True}, [date(2026, 11, 16), date(2026, 11, 16), date(2026, 11, 14)]),
            ({"about": True}, [date(2026, 11, 2)]),
            ({"carer": SAM.id}, [date(2026, 11, 16)]),
            ({"weeks": 2}, NOVEMBER),
            ({"weeks": 4}, [*NOVEMBER, date(2026, 11, 2), date(2026, 10, 25)]),
            ({"last": date(2026, 11, 2)}, [date(2026, 11, 2), date(2026, 10, 25)]),
            ({"first": date(2026, 11, 16)}, [date(2026, 11, 16)] * 2),
        ],
    )
    def test_one(self, page: TimelinePage, chosen: dict[str, object], found: list[date]) -> None:
        page.presenter.choose(**chosen)
        assert days(page) == found

    def test_they_combine(self, page: TimelinePage) -> None:
        page.presenter.choose(tried=response(page), outcome=SETTLED)
        assert days(page) == [date(2026, 11, 15)]
        page.presenter.choose(weeks=2)
        page.presenter.choose_family(Family.MOVEMENT)
        assert page.presenter.state.filters.tried == response(page)

    def test_a_private_moment_is_found_as_others(self, page: TimelinePage) -> None:
        page.presenter.choose(noted=True)
        assert "Private note" in [row.note for row in rows(page)]
        page.presenter.search("mine")
        assert [row.title for row in rows(page)] == ["Yawning"]

    def test_what_is_logged_meanwhile_and_doesnt_match_stays_away(
        self, page: TimelinePage, robin: Session
    ) -> None:
        page.presenter.choose(about=True)
        robin.diary.bring_in([moment(at=NOW), moment(at=NOW, about=True)], "test")
        assert len(rows(page)) == 2


class TestChips:
    def test_each_is_taken_away_by_its_chip(self, page: TimelinePage) -> None:
        page.presenter.choose(outcome=SETTLED, weeks=4)
        page.presenter.choose_cue(CueKey("rooting"))
        chips = page.presenter.state.chips
        assert [key for key, _ in chips] == ["cue", "outcome", "dates"]
        for _, words in chips:
            press(page._head._chips_holder, words)
        assert page.presenter.state.chips == ()
        assert not page._head._chips_holder.isVisible()
        assert len(rows(page)) == 6

    def test_the_keyboard_stays_among_them_and_then_at_the_filters(self, page: TimelinePage) -> None:
        page.presenter.choose(noted=True, about=True)
        chip = page._head._chip_buttons()[1]
        chip.setFocus()
        QTest.keyClick(chip, Qt.Key.Key_Space)
        assert page._head._chip_buttons()[0].hasFocus()
        QTest.keyClick(page._head._chip_buttons()[0], Qt.Key.Key_Space)
        assert page._head.more.hasFocus()

    def test_nothing_matches_and_all_filters_go_at_once(self, page: TimelinePage) -> None:
        page.presenter.choose(about=True, noted=True)
        assert page.presenter.state.empty == "Nothing matches these filters."
        page.presenter.search("vomit")
        assert page.presenter.state.empty == "Nothing matches “vomit” with these filters."
        press(page, "Clear filters")
        assert page.presenter.state.filters == Filters()
        assert len(rows(page)) == 6
        assert page._list.hasFocus()

    @pytest.mark.parametrize(
        ("filters", "words"),
        [
            (Filters(), "All dates"),
            (Filters(weeks=2), "2 weeks"),
            (Filters(first=date(2026, 11, 3)), "From 3 November 2026"),
            (Filters(last=date(2026, 11, 3)), "Up to 3 November 2026"),
            (Filters(first=date(2026, 11, 1), last=date(2026, 11, 9)), "1 to 9 November 2026"),
        ],
    )
    def test_dates_in_words(self, filters: Filters, words: str) -> None:
        assert dates_words(filters) == words


class TestPanel:
    def test_by_keyboard_alone(self, page: TimelinePage) -> None:
        page._find.setFocus()
        page._head.more.setFocus()
        QTest.keyClick(page._head.more, Qt.Key.Key_Space)
        panel = page._head.panel
        assert panel.isVisible()
        QTest.keyClick(page._head.more, Qt.Key.Key_Tab)
        QTest.keyClick(page._head.jump_button, Qt.Key.Key_Tab)
        assert panel._cue.hasFocus()
        QTest.keyClick(panel._cue, Qt.Key.Key_Tab)
        assert panel._tried.hasFocus()
        QTest.keyClick(panel._tried, Qt.Key.Key_Down)
        QTest.keyClick(panel._tried, Qt.Key.Key_Return)
        assert page.presenter.state.filters.tried == response(page)
        QTest.keyClick(panel._tried, Qt.Key.Key_Escape)
        assert not panel.isVisible()
        assert page._head.more.hasFocus()

    def test_not_recorded_stands_among_the_outcomes(self, page: TimelinePage) -> None:
        press(page, "Filters")
        then = page._head.panel._then
        place = then.findText("Not recorded")
        then.setCurrentIndex(place)
        then.chosen.emit(place)
        assert page.presenter.state.filters.no_outcome
        page.presenter.choose(outcome=SETTLED, no_outcome=False)
        assert then.currentData() == SETTLED

    def test_dates_typed(self, page: TimelinePage) -> None:
        press(page, "Filters")
        panel = page._head.panel
        panel._first.setText("1/11/2026")
        QTest.keyClick(panel._first, Qt.Key.Key_Return)
        panel._last.setText("15 November 2026")
        QTest.keyClick(panel._last, Qt.Key.Key_Return)
        assert days(page) == [date(2026, 11, 15), date(2026, 11, 14), date(2026, 11, 2)]
        assert page._head.dates.currentText() == "1 to 15 November 2026"

    @pytest.mark.parametrize(("first", "last"), [("flbg", ""), ("16/11/2026", "1/11/2026")])
    def test_dates_that_cant_be_say_why_and_stay(self, page: TimelinePage, first: str, last: str) -> None:
        press(page, "Filters")
        panel = page._head.panel
        panel._first.setText(first)
        panel._last.setText(last)
        QTest.keyClick(panel._last, Qt.Key.Key_Return)
        assert panel._problem.isVisible()
        assert panel._first.text() == first

    def test_a_family_narrows_the_cues_on_offer(self, page: TimelinePage) -> None:
        press(page, "Filters")
        every = page._head.panel._cue.count()
        page.presenter.choose_family(Family.CRYING)
        assert 1 < page._head.panel._cue.count() < every

    @pytest.mark.parametrize(("size", "text"), [((360, 640), 100), ((1024, 600), 200), ((360, 640), 200)])
    def test_in_a_narrow_window_it_stands_in_place_of_the_list(
        self,
        page: TimelinePage,
        robin: Session,
        cut_off: Callable[[QWidget], list[str]],
        size: tuple[int, int],
        text: int,
    ) -> None:
        robin.change_settings(text_size=text)
        page.set_width(Width.NARROW)
        page.resize(*size)
        QApplication.processEvents()
        assert not page._filter.isVisible()
        press(page, "Filters")
        QApplication.processEvents()
        assert not page._list.isVisible()
        assert page._filter.isVisible()
        assert page._head.panel.isAncestorOf(QApplication.focusWidget() or page)
        assert page._filter.hasFocus(), "the keyboard begins at the first of them"
        assert cut_off(page) == []
        assert page.minimumSizeHint().width() <= size[0]
        press(page, "Show entries")
        assert page._list.isVisible()

    def test_a_wider_window_brings_all_back(self, page: TimelinePage) -> None:
        press(page, "Filters")
        page.set_width(Width.NARROW)
        page.set_width(Width.WIDE)
        QApplication.processEvents()
        assert page._filter.isVisible()
        assert page._list.isVisible()
        assert page._head.panel._cue.isVisible()

    def test_everything_has_a_name(self, page: TimelinePage, unnamed: Callable[[QWidget], list[str]]) -> None:
        press(page, "Filters")
        page.presenter.choose(noted=True)
        assert unnamed(page) == []


class TestGoToDate:
    def type_date(self, page: TimelinePage, words: str) -> None:
        page.go_to_date()
        field = page._head.jump.field
        assert field.hasFocus()
        field.setText(words)
        QTest.keyClick(field, Qt.Key.Key_Return)

    def standing(self, page: TimelinePage) -> date:
        row = page._list.currentIndex().data(ROW_ROLE)
        assert isinstance(row, EntryRow)
        return row.at.day

    def test_a_day_with_entries(self, page: TimelinePage) -> None:
        self.type_date(page, "2/11/2026")
        assert self.standing(page) == date(2026, 11, 2)
        assert page._list.hasFocus()
        assert not page._head.jump.isVisible()

    @pytest.mark.parametrize(
        ("typed", "day"),
        [
            ("3/11/2026", date(2026, 11, 2)),
            ("1/1/1999", date(2026, 10, 25)),
            ("1/1/2199", date(2026, 11, 16)),
            ("29/10/2026", date(2026, 10, 25)),
        ],
    )
    def test_the_nearest(self, page: TimelinePage, typed: str, day: date) -> None:
        self.type_date(page, typed)
        assert self.standing(page) == day
        assert "nearest" in page._head.jump._said.text()

    def test_among_what_is_shown(self, page: TimelinePage) -> None:
        page.presenter.choose(outcome=SETTLED)
        self.type_date(page, "4/11/2026")
        assert self.standing(page) == date(2026, 10, 25)

    @pytest.mark.parametrize("typed", ["", "flbg", "31/2/2026"])
    def test_what_is_no_date(self, page: TimelinePage, typed: str) -> None:
        self.type_date(page, typed)
        assert page._head.jump._said.isVisible()
        assert page._head.jump.field.hasFocus()

    def test_esc_gives_the_keyboard_back(self, page: TimelinePage) -> None:
        page.go_to_date()
        QTest.keyClick(page._head.jump.field, Qt.Key.Key_Escape)
        assert not page._head.jump.isVisible()
        assert page._list.hasFocus()

    def test_nothing_to_go_to(self, page: TimelinePage) -> None:
        page.presenter.choose(about=True, noted=True)
        self.type_date(page, "4/11/2026")
        assert page._head.jump._said.text() == "No day here has entries."
