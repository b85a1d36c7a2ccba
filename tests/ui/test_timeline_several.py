"""Several rows at once, and logging again."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from bonddiary.domain.baby import Carer
from bonddiary.domain.care import CareEvent
from bonddiary.domain.errors import DiskFull
from bonddiary.domain.ids import CarerId, OutcomeKey
from bonddiary.domain.moment import Moment
from bonddiary.domain.period import Period
from bonddiary.domain.records import Ref, ref_to
from bonddiary.ui.main_window import MainWindow
from bonddiary.ui.pages.page import Place, Width
from bonddiary.ui.pages.timeline import several
from bonddiary.ui.pages.timeline.page import TimelinePage
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from tests.builders import NOW, ROBIN, care, cue_keys, moment, response_keys, when

SAM = Carer(id=CarerId("01a1e000-0000-7000-8000-0000000000ca"), label="Sam")
FIRST = moment("00000000-0000-7000-8000-000000000001", at=when("2026-11-16T20:00"), note="after the bath")
SECOND = moment("00000000-0000-7000-8000-000000000002", at=when("2026-11-16T19:00"), cues=cue_keys("yawning"))
FEED = care("00000000-0000-7000-8000-000000000003", at=when("2026-11-16T18:00"), value=120.0, note="left")
ALL = (FIRST, SECOND, FEED)
KEYS = Qt.KeyboardModifier


@pytest.fixture(autouse=True)
def nothing_left(qapp: QApplication) -> None:
    """Deletes what the test before has closed."""
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def page(qtbot: QtBot, robin: Session, theme: Theme) -> TimelinePage:
    robin.diary.add(SAM)
    robin.diary.bring_in(ALL, "test")
    made = TimelinePage(robin, theme)
    qtbot.addWidget(made)
    made.set_width(Width.WIDE)
    made.resize(1200, 700)
    made.show()
    qtbot.waitExposed(made)
    made.enter()
    return made


def now(session: Session, of: Moment | CareEvent) -> Moment | CareEvent:
    found = session.diary.get(ref_to(of))
    assert isinstance(found, Moment | CareEvent)
    return found


def everything(session: Session) -> list[Moment | CareEvent]:
    return [now(session, each) for each in ALL]


def picked(page: TimelinePage) -> list[Ref]:
    return list(page._model.picked)


def pick(page: TimelinePage, *entries: Moment | CareEvent) -> None:
    page._list._pick([ref_to(each) for each in entries])


def at(page: TimelinePage, of: Moment | CareEvent) -> int:
    place = page._model.place_of(ref_to(of))
    assert place is not None
    return place


def press(page: QWidget, words: str) -> None:
    shown = [each for each in page.findChildren(QAbstractButton) if each.isVisible() and each.text() == words]
    shown[-1].click()


def menu_of(page: TimelinePage, words: str) -> QMenu:
    chip = next(chip for chip in page._main.many.stops() if chip.text() == words)
    menu = chip.menu()
    assert menu is not None
    menu.aboutToShow.emit()
    return menu


def action(menu: QMenu, *path: str) -> QAction:
    for words in path[:-1]:
        inner = next(each for each in menu.actions() if each.text() == words).menu()
        assert isinstance(inner, QMenu)
        menu = inner
    return next(each for each in menu.actions() if each.text() == path[-1])


def click(page: TimelinePage, of: Moment | CareEvent, keys: Qt.KeyboardModifier) -> None:
    place = page._list.visualRect(page._model.index(at(page, of))).center()
    QTest.mouseClick(page._list.viewport(), Qt.MouseButton.LeftButton, keys, place)


class TestPicking:
    def test_by_space_and_esc(self, page: TimelinePage) -> None:
        QTest.keyClick(page._list, Qt.Key.Key_Space)
        assert picked(page) == [ref_to(FIRST)]
        assert page._main.many._count.text() == "1 selected"
        QTest.keyClick(page._list, Qt.Key.Key_Down)
        QTest.keyClick(page._list, Qt.Key.Key_Space)
        assert picked(page) == [ref_to(FIRST), ref_to(SECOND)]
        QTest.keyClick(page._list, Qt.Key.Key_Space)
        assert picked(page) == [ref_to(FIRST)]
        QTest.keyClick(page._list, Qt.Key.Key_Escape)
        assert picked(page) == []
        assert not page._main.many.isVisible()
        assert page._list.hasFocus()

    def test_by_shift_and_arrows(self, page: TimelinePage) -> None:
        QTest.keyClick(page._list, Qt.Key.Key_Down, KEYS.ShiftModifier)
        QTest.keyClick(page._list, Qt.Key.Key_Down, KEYS.ShiftModifier)
        assert picked(page) == [ref_to(each) for each in ALL]
        QTest.keyClick(page._list, Qt.Key.Key_Up, KEYS.ShiftModifier)
        assert picked(page) == [ref_to(FIRST), ref_to(SECOND)]

    def test_by_ctrl_click_beside_what_was_clicked(self, page: TimelinePage) -> None:
        click(page, FIRST, KEYS.NoModifier)
        click(page, FEED, KEYS.ControlModifier)
        assert picked(page) == [ref_to(FIRST), ref_to(FEED)]
        assert page.presenter.state.entry == FIRST
        click(page, FEED, KEYS.ControlModifier)
        assert picked(page) == [ref_to(FIRST)]

    def test_by_shift_click(self, page: TimelinePage) -> None:
        click(page, FEED, KEYS.ShiftModifier)
        assert set(picked(page)) == {ref_to(each) for each in ALL}
        assert page.presenter.state.entry is None

    def test_a_heading_cant_be(self, page: TimelinePage) -> None:
        page._list.setCurrentIndex(page._model.index(0))
        QTest.keyClick(page._list, Qt.Key.Key_Space)
        assert picked(page) == []

    def test_a_screen_reader_hears_it(self, page: TimelinePage) -> None:
        QTest.keyClick(page._list, Qt.Key.Key_Space)
        index = page._model.index(at(page, FIRST))
        assert index.data(Qt.ItemDataRole.AccessibleTextRole).startswith("Selected, ")

    def test_what_isnt_shown_any_more_isnt_changed(self, page: TimelinePage) -> None:
        pick(page, *ALL)
        page.presenter.choose(noted=True)
        assert set(picked(page)) == {ref_to(FIRST), ref_to(FEED)}
        assert page._main.many._count.text() == "2 selected"


class TestChanging:
    """Each is one step."""

    @pytest.mark.parametrize(
        ("chip", "path", "field", "value", "moments_alone"),
        [
            ("Then…", ("Settled",), "outcome", OutcomeKey("out-settled"), True),
            ("Cue…", ("Face", "Yawning"), "cues", cue_keys("yawning"), True),
            ("Carer…", ("Sam",), "carer", SAM.id, False),
            ("Mark…", ("Private note",), "private", True, True),
            ("Mark…", ("About then",), "about", True, False),
        ],
    )
    def test_from_the_menus(
        self,
        page: TimelinePage,
        robin: Session,
        chip: str,
        path: tuple[str, ...],
        field: str,
        value: object,
        moments_alone: bool,
    ) -> None:
        pick(page, *ALL)
        menu = menu_of(page, chip)
        if chip == "Cue…":
            path = (menu.actions()[2].text(), robin.catalog.cues[cue_keys("yawning")[0]].name)
        action(menu, *path).trigger()
        changed = ALL[:2] if moments_alone else ALL
        assert [getattr(now(robin, each), field) for each in changed] == [value] * len(changed)
        assert moments_alone is (now(robin, FEED) == FEED)
        press(page._bar, "Undo")
        assert everything(robin) == list(ALL)
        assert len(picked(page)) == 3

    def test_a_response_is_added_and_taken_out(self, page: TimelinePage, robin: Session) -> None:
        key, name = next((r.key, r.name) for r in robin.catalog.responses.values())
        pick(page, *ALL)
        action(menu_of(page, "Tried…"), "Add", name).trigger()
        assert [now(robin, each).responses for each in ALL[:2]] == [(key,), (key,)]  # type: ignore[union-attr]
        assert page.presenter.state.done == "Changed: 2 entries."
        action(menu_of(page, "Tried…"), "Take out", name).trigger()
        assert everything(robin) == list(ALL)
        robin.diary.undo()
        robin.diary.undo()
        assert everything(robin) == list(ALL)

    def test_times_move_and_lengths_stay(self, page: TimelinePage, robin: Session) -> None:
        pick(page, *ALL)
        action(menu_of(page, "Time…"), "15 minutes earlier").trigger()
        for was in ALL:
            entry = now(robin, was)
            assert entry.at == was.at.shifted(-timedelta(minutes=15))
            assert entry.length == was.length
        robin.diary.undo()
        assert everything(robin) == list(ALL)

    def test_a_time_to_come_changes_none(self, page: TimelinePage, robin: Session) -> None:
        late = moment(at=NOW.shifted(-timedelta(minutes=5)))
        robin.diary.bring_in([late], "test")
        pick(page, FIRST, late)
        action(menu_of(page, "Time…"), "15 minutes later").trigger()
        assert now(robin, FIRST) == FIRST
        assert "future" in page._bar._words.text()
        assert len(picked(page)) == 2

    def test_what_cant_be_written_says_so(
        self, page: TimelinePage, robin: Session, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def full(*_: object, **__: object) -> None:
            raise DiskFull("The disk is full.")

        pick(page, *ALL)
        monkeypatch.setattr(robin.diary, "edit", full)
        page.presenter.change_picked(several.with_about(True))
        assert page._bar._words.text() == "Nothing is changed. The disk is full."
        assert len(picked(page)) == 3

    @pytest.mark.parametrize("way", ["button", "key"])
    def test_all_are_deleted_and_come_back_in_one_step(
        self, page: TimelinePage, robin: Session, way: str
    ) -> None:
        pick(page, FIRST, FEED)
        if way == "button":
            press(page._main.many, "Delete")
        else:
            QTest.keyClick(page._list, Qt.Key.Key_Delete)
        assert [each.deleted is None for each in everything(robin)] == [False, True, False]
        assert page.presenter.state.done == "Deleted: 2 entries."
        assert picked(page) == []
        press(page._bar, "Undo")
        assert everything(robin) == list(ALL)

    def test_a_sign_brings_its_card(self, page: TimelinePage, robin: Session) -> None:
        sign = next(cue for cue in robin.catalog.cues.values() if cue.signs and not cue.retired)
        pick(page, FIRST)
        page.presenter.change_picked(several.with_cue(sign.key))
        assert page.presenter.state.care_words

    @pytest.mark.parametrize(
        ("size", "text_size"), [((360, 640), 100), ((1024, 600), 200), ((360, 640), 200)]
    )
    def test_the_bar_fits(
        self,
        page: TimelinePage,
        robin: Session,
        cut_off: Callable[[QWidget], list[str]],
        size: tuple[int, int],
        text_size: int,
    ) -> None:
        robin.change_settings(text_size=text_size)
        page.set_width(Width.NARROW)
        page.resize(*size)
        pick(page, *ALL)
        assert cut_off(page) == []
        assert page.minimumSizeHint().width() <= size[0]
        assert page._list.isVisible()


class TestPrivateResponses:
    def test_one_that_is_added_makes_the_note_private(self, page: TimelinePage, robin: Session) -> None:
        key = next(each.key for each in robin.catalog.responses.values() if each.private)
        presenter = page.presenter
        presenter.pick([ref_to(FIRST), ref_to(FEED)])
        presenter.change_picked(several.adding(key))
        presenter.open(ref_to(SECOND))
        presenter.edit(responses=(key,))
        today = robin.diary.moments(ROBIN.id, Period(NOW.day, NOW.day))
        assert [(each.responses, each.private) for each in today] == [((key,), True)] * 2
        presenter.edit(private=False)
        assert not robin.diary.moment(SECOND.id).private, "it can be said otherwise"


class TestLoggingAgain:
    def test_the_cues_alone_and_now(self, page: TimelinePage, robin: Session) -> None:
        robin.diary.edit(
            replace(SECOND, note="x", outcome=OutcomeKey("out-settled"), responses=response_keys("r-a"))
        )
        page._list.stand_on(at(page, SECOND))
        assert page.log_again()
        made = [each for each in robin.diary.moments_since(ROBIN.id, NOW) if each.at == NOW]
        assert [(m.cues, m.responses, m.outcome, m.note) for m in made] == [(SECOND.cues, (), None, "")]
        assert page._bar._words.text() == "Saved. Yawning, 9:00pm."
        press(page._bar, "Undo")
        assert not robin.diary.existing([ref_to(made[0])])
        assert not page._bar.isVisible()

    def test_who_is_noting_now_stands_in_it(self, page: TimelinePage, robin: Session) -> None:
        robin.choose_carer(SAM.id)
        for entry in (SECOND, FEED):
            page._list.stand_on(at(page, entry))
            assert page.log_again()
        today = Period(NOW.day, NOW.day)
        made = [
            each
            for each in (*robin.diary.moments(ROBIN.id, today), *robin.diary.care(ROBIN.id, today))
            if each.at == NOW
        ]
        assert [each.carer for each in made] == [SAM.id, SAM.id]

    def test_a_care_event_without_amount_and_end(self, page: TimelinePage, robin: Session) -> None:
        page._list.stand_on(at(page, FEED))
        assert page.log_again()
        made = next(each for each in robin.diary.care(ROBIN.id, Period(NOW.day, NOW.day)) if each.at == NOW)
        assert (made.kind, made.value, made.until, made.note) == (FEED.kind, None, None, "")

    def test_the_line_goes_when_something_else_is_done(self, page: TimelinePage, robin: Session) -> None:
        page.log_again()
        robin.diary.bring_in([moment()], "test")
        assert page.presenter.state.done == ""
        page.presenter.undo_done()
        assert len(robin.diary.moments(ROBIN.id, Period(NOW.day, NOW.day))) == 4

    def test_from_the_menu_by_keys(self, qtbot: QtBot, window: MainWindow, robin: Session) -> None:
        robin.diary.bring_in(ALL, "test")
        window.resize(1280, 800)
        window.show()
        qtbot.waitExposed(window)
        window.commands.log_again()
        assert window.place is Place.TIMELINE
        before = len(robin.diary.moments(ROBIN.id, Period(NOW.day, NOW.day)))
        window.commands.log_again()
        assert len(robin.diary.moments(ROBIN.id, Period(NOW.day, NOW.day))) == before + 1
        window.commands.go_to_date()
        page = window.page(Place.TIMELINE)
        assert isinstance(page, TimelinePage)
        assert page._head.jump.isVisible()
