"""Catch up in a small window with large words: what stays in view beside the ruler, and in which order all is read."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from bonddiary.ui.pages.catch_up.page import CatchUpPage
from bonddiary.ui.session import Session
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
