"""Care events on the Log page: what can't be saved waits, and every window has room."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from bonddiary.diary.diary import Diary
from bonddiary.domain.baby import Baby
from bonddiary.domain.care import CareKind
from bonddiary.domain.errors import DiskFull
from bonddiary.domain.ids import BabyId, new_id
from bonddiary.ui.main_window import MainWindow
from bonddiary.ui.pages.log.page import LogPage
from bonddiary.ui.pages.page import Place
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from tests.builders import NOW, ROBIN
from tests.ui.care.test_log_page import corner, events, page, press, strip, the_event

__all__ = ["page"]


def test_with_two_babies_the_strip_says_whose_it_is(page: LogPage, robin: Session) -> None:
    robin.diary.add(Baby(id=BabyId(new_id()), nickname="Twin"))
    press(page, "Nappy")
    assert strip(page)._said.text() == "Robin: Nappy, 9pm"
    assert the_event(robin).baby == ROBIN.id


class TestTrouble:
    @pytest.fixture
    def full(self, monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
        def refuse(*_: object, **__: object) -> None:
            raise DiskFull("The disk is full.")

        monkeypatch.setattr(Diary, "log_care", refuse)
        monkeypatch.setattr(Diary, "edit", refuse)
        return monkeypatch

    def test_a_press_waits_with_its_own_time_and_is_saved_once(
        self, page: LogPage, robin: Session, full: pytest.MonkeyPatch
    ) -> None:
        page.presenter.choose_time(5)
        press(page, "Feed")
        assert corner(page).state.waiting == "This feed isn’t saved yet. The disk is full."
        assert page.unsaved() == corner(page).state.waiting
        full.undo()
        press(page, "Try again")
        assert the_event(robin).at == NOW.shifted(-timedelta(minutes=5))
        assert (corner(page).state.waiting, page.unsaved()) == ("", "")
        assert len(events(robin)) == 1

    def test_what_was_said_waits_also_when_the_strip_is_closed(
        self, page: LogPage, robin: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        press(page, "Nappy")

        def refuse(*_: object, **__: object) -> None:
            raise DiskFull("The disk is full.")

        monkeypatch.setattr(Diary, "edit", refuse)
        press(page, "Wet")
        page._close_strip()
        assert corner(page).state.waiting == "This change isn’t saved yet. The disk is full."
        assert the_event(robin).details == ()
        monkeypatch.undo()
        with qtbot.waitSignal(page.all_kept):
            corner(page).presenter.try_again()
        assert dict(the_event(robin).details) == {"nappy": "wet"}


@pytest.mark.parametrize("text", [100, 200])
@pytest.mark.parametrize("size", [(1280, 800), (1024, 600), (360, 640)])
def test_strips_fit_every_window(
    qtbot: QtBot,
    robin: Session,
    theme: Theme,
    window: MainWindow,
    cut_off: Callable[[QWidget], list[str]],
    size: tuple[int, int],
    text: int,
) -> None:
    theme.wear()
    robin.change_settings(text_size=text)
    window.resize(*size)
    window.show()
    qtbot.waitExposed(window)
    page = window.page(Place.LOG)
    assert isinstance(page, LogPage)
    desk = corner(page).presenter
    for kind in (CareKind.FEED, CareKind.GROWTH, CareKind.MEDICINE, CareKind.APPOINTMENT):
        desk.log(next(choice for choice in corner(page).state.choices if choice.kind is kind))
        for _ in range(4):
            QApplication.processEvents()
        assert cut_off(strip(page)) == []
        parts = [*strip(page).findChildren(QWidget), *corner(page).row.findChildren(QPushButton)]
        edges = [each.mapTo(page, each.rect().topRight()).x() for each in parts if each.isVisible()]
        assert max(edges) < page.width()
