"""Catch up in a small window with large words: what stays in view beside the ruler, and in which order all is read."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from bonddiary.domain.errors import DiskFull
from bonddiary.ui.pages.catch_up.page import CatchUpPage
from bonddiary.ui.session import Session
from bonddiary.ui.widgets.focus import bring_into_view
from tests.ui.catch_up.hands import Shown, key, settle

SMALL, LARGE_WORDS, WIDE = (360, 640, 100), (1024, 600, 200), (1280, 800, 100)
Sized = Callable[[tuple[int, int, int]], CatchUpPage]


@pytest.fixture
def sized(robin: Session, shown: Shown) -> Sized:
    """Catch up in a window of a width and height, with words of a size."""

    def show(size: tuple[int, int, int]) -> CatchUpPage:
        robin.change_settings(text_size=size[2])
        page = shown(*size[:2])
        settle()
        return page

    return show


def scrolls(page: CatchUpPage, part: QWidget) -> bool:
    return page._inside.isAncestorOf(part)


def test_what_to_paint_stays_in_view_where_there_is_room(sized: Sized) -> None:
    page = sized(SMALL)
    assert not scrolls(page, page.palette_)
    assert not scrolls(page, page._said)


def test_large_words_leave_the_ruler_its_room(sized: Sized) -> None:
    page = sized(LARGE_WORDS)
    assert scrolls(page, page.palette_), "a press on the ruler asks what it was"
    assert not scrolls(page, page._said), "what is at the cursor is said"
    assert page.ruler.visibleRegion().boundingRect().height() > page.height() / 2


@pytest.mark.parametrize("size", [SMALL, LARGE_WORDS, WIDE])
def test_all_is_read_as_it_is_seen(sized: Sized, size: tuple[int, int, int]) -> None:
    page = sized(size)
    whole = QAccessible.queryAccessibleInterface(page._inside)
    assert whole is not None
    read = [whole.child(place).object() for place in range(whole.childCount())]
    tops = [each.mapTo(page, each.rect().topLeft()).y() for each in read if each.isVisible()]
    assert len(tops) > 3
    assert tops == sorted(tops)


def test_a_line_that_is_begun_is_in_view(sized: Sized) -> None:
    page = sized(LARGE_WORDS)
    page.ruler.setFocus()
    key(Qt.Key.Key_R)
    settle()
    assert page._line.hasFocus()
    assert page._line.visibleRegion().boundingRect() == page._line.rect()


def type_line(page: CatchUpPage, words: str) -> None:
    page._line.setFocus()
    bring_into_view(page._line)
    QTest.keyClicks(page._line, words)
    key(Qt.Key.Key_Return)
    settle()


@pytest.mark.parametrize("size", [SMALL, LARGE_WORDS, (1280, 800, 200), WIDE])
def test_what_was_typed_is_said_to_be_saved_in_view(sized: Sized, size: tuple[int, int, int]) -> None:
    page = sized(size)
    type_line(page, "rooting 1:40am")
    assert page._kept.plain == "Saved. Rooting 1:40am."
    for part in (page._line, page._kept):
        assert part.visibleRegion().boundingRect() == part.rect()
    foot = page._line.mapTo(page, page._line.rect().bottomLeft()).y()
    assert foot < page._kept.mapTo(page, page._kept.rect().topLeft()).y() < foot + 2 * page._kept.height()


def test_it_is_said_until_something_else_is_done(sized: Sized) -> None:
    page = sized(LARGE_WORDS)
    type_line(page, "rooting 1:40am")
    QTest.keyClicks(page._line, "y")
    assert not page._kept.isVisible()
    page._line.clear()
    type_line(page, "yawning 2am")
    assert page._kept.plain == "Saved. Yawning 2:00am."
    page.presenter.delete_here()
    assert not page._kept.isVisible()
    type_line(page, "flbg 2am")
    assert not page._kept.isVisible(), "what isn’t saved isn’t said to be"


def test_what_cannot_be_saved_is_not_said_to_be(
    robin: Session, sized: Sized, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = sized(LARGE_WORDS)

    def full(*_: object, **__: object) -> None:
        raise DiskFull

    monkeypatch.setattr(robin.diary, "log", full)
    type_line(page, "rooting 1:40am")
    assert page.presenter.state.unsaved
    assert not page._kept.isVisible()
