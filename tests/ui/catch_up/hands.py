"""Hands on the page, and what they find there."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from bonddiary.domain.care import CareEvent
from bonddiary.domain.moment import Moment
from bonddiary.domain.period import Period
from bonddiary.ui.pages.catch_up.page import CatchUpPage
from bonddiary.ui.session import Session
from tests.builders import ROBIN, when

Shown = Callable[..., CatchUpPage]
NIGHTS = Period(date(2026, 10, 1), date(2026, 11, 30))
TIMES = ("21:20", "23:05", "00:30", "01:40", "03:10", "05:55")


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


def moments(session: Session) -> tuple[Moment, ...]:
    return session.diary.moments(ROBIN.id, NIGHTS)


def care(session: Session) -> tuple[CareEvent, ...]:
    return session.diary.care(ROBIN.id, NIGHTS)


def step_at(page: CatchUpPage, text: str) -> int:
    hours = page.presenter.state.hours
    days = (hours.start.day, hours.end.day)
    steps = [hours.step_of(when(f"{day}T{text}")) for day in days]
    return int(next(step for step in steps if 0 <= step <= hours.steps))


def spot(page: CatchUpPage, text: str) -> QPoint:
    """Where a time is on the ruler."""
    places = page.ruler.places
    return places.point(step_at(page, text), sum(places.across) / 2).toPoint()


def click(page: CatchUpPage, text: str) -> None:
    QTest.mouseClick(page.ruler, Qt.MouseButton.LeftButton, pos=spot(page, text))
    settle()


def drag(page: CatchUpPage, start: str, end: str) -> None:
    QTest.mousePress(page.ruler, Qt.MouseButton.LeftButton, pos=spot(page, start))
    QTest.mouseMove(page.ruler, spot(page, end))
    QTest.mouseRelease(page.ruler, Qt.MouseButton.LeftButton, pos=spot(page, end))
    settle()


def key(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, times: int = 1) -> None:
    for _ in range(times):
        focused = QApplication.focusWidget()
        assert focused is not None, "nothing has the keyboard"
        QTest.keyClick(focused, key, modifier)
        settle()


def chip(page: QWidget, text: str) -> QAbstractButton:
    return next(
        each for each in page.findChildren(QAbstractButton) if each.isVisible() and each.text() == text
    )


def press(page: QWidget, text: str) -> None:
    QTest.mouseClick(chip(page, text), Qt.MouseButton.LeftButton)
    settle()
