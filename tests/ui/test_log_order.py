"""What a screen reader goes through on the Log page: the parts in the order in which they are seen."""

import pytest
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from bonddiary.ui.care.row import CareRow
from bonddiary.ui.pages.log.page import LogPage
from bonddiary.ui.pages.page import Width
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from tests.ui.test_log_presenter import ROOTING


@pytest.fixture(params=[(Width.WIDE, (1280, 760)), (Width.MEDIUM, (1000, 560)), (Width.NARROW, (360, 460))])
def page(qtbot: QtBot, robin: Session, theme: Theme, request: pytest.FixtureRequest) -> LogPage:
    width, size = request.param
    made = LogPage(robin, theme)
    qtbot.addWidget(made)
    made.set_width(width)
    made.resize(*size)
    made.show()
    qtbot.waitExposed(made)
    made.enter()
    made.presenter.log(ROOTING)
    for _ in range(4):
        QApplication.processEvents()
    return made


def read(part: QObject) -> list[QWidget]:
    """The visible buttons below a part, as the tree of children has them."""
    found = []
    for child in part.children():
        if isinstance(child, QAbstractButton) and child.isVisible():
            found.append(child)
        elif isinstance(child, QWidget) and child.isVisible():
            found += read(child)
    return found


def place(page: LogPage, part: QWidget) -> tuple[int, int]:
    at = part.mapTo(page, QPoint(0, part.height() // 2))
    return at.y(), at.x()


def rows_of(page: LogPage, parts: list[QWidget]) -> list[list[int]]:
    """Where parts stand, those of a line together: from left to right."""
    lines: list[list[int]] = []
    last = -1000
    for part in parts:
        y, x = place(page, part)
        if abs(y - last) > 12:
            lines.append([])
            last = y
        lines[-1].append(x)
    return lines


def test_care_is_read_as_it_stands(page: LogPage) -> None:
    row = page.findChild(CareRow)
    assert row is not None
    names = [each.accessibleName() for each in read(row)]
    assert names[-1] == "More… kinds of care"
    assert [place(page, each)[1] for each in read(row)] == sorted(place(page, each)[1] for each in read(row))


def test_the_strip_is_read_as_it_stands(page: LogPage) -> None:
    lines = rows_of(page, read(page._strip))
    assert all(line == sorted(line) for line in lines)
    parts = read(page._strip)
    names = [each.accessibleName() or each.text() for each in parts if isinstance(each, QAbstractButton)]
    assert names.index("Undo") < names.index("Fed"), (
        "what stands beside the title comes before what was tried"
    )


def test_the_page_is_read_from_top_to_bottom(page: LogPage) -> None:
    parts = [page._times, page._board, page._strip]
    row = page.findChild(CareRow)
    assert row is not None
    order = {id(each): number for number, each in enumerate(everything(page))}
    seen = sorted([*parts, row], key=lambda each: place(page, each)[0])
    assert [order[id(each)] for each in seen] == sorted(order[id(each)] for each in seen)


def everything(part: QObject) -> list[QObject]:
    return [each for child in part.children() for each in (child, *everything(child))]


def test_care_has_a_heading_also_while_a_screen_reader_listens(
    qtbot: QtBot, theme: Theme, qapp: QApplication
) -> None:
    was = QAccessible.isActive()
    QAccessible.setActive(True)
    try:
        row = CareRow(theme)
        qtbot.addWidget(row)
        head = next(each for each in row.findChildren(QLabel) if each.text() == "Care")
        asked = QAccessible.queryAccessibleInterface(head)
        assert asked is not None
        assert asked.role() is QAccessible.Role.Heading
    finally:
        QAccessible.setActive(was)


def test_tab_goes_the_same_way(page: LogPage) -> None:
    page._board.setFocus()
    rows = page._strip.rows
    assert rows is not None
    stops = [each for each in read(page._strip) if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops
    stops[0].setFocus()
    walked: list[QWidget] = []
    for _ in range(len(stops)):
        here = QApplication.focusWidget()
        if here is None or not page._strip.isAncestorOf(here):
            break
        walked.append(here)
        page.focusNextPrevChild(True)
    assert [each for each in stops if each in walked] == walked


def stops_after(page: LogPage, start: QWidget, count: int) -> list[QWidget]:
    start.setFocus()
    found: list[QWidget] = []
    for _ in range(count):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        QApplication.processEvents()
        found.append(focused())
    return found


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


@pytest.fixture
def large(qtbot: QtBot, robin: Session, theme: Theme) -> LogPage:
    """Rooting noted where the strip scrolls with the board, under the row for care."""
    robin.change_settings(text_size=200)
    theme.wear()
    made = LogPage(robin, theme)
    qtbot.addWidget(made)
    made.set_width(Width.NARROW)
    made.resize(1024, 400)
    made.show()
    qtbot.waitExposed(made)
    made.enter()
    made.presenter.log(ROOTING)
    qtbot.wait(50)
    return made


def test_care_over_the_strip_has_the_keys_first_and_the_strip_stays_near(large: LogPage) -> None:
    row = large.findChild(CareRow)
    assert row is not None
    assert place(large, row) < place(large, large._strip)
    care, strip = stops_after(large, large._board._picker.findChildren(QAbstractButton)[0], 2)
    assert isinstance(care, QAbstractButton)
    assert (row.isAncestorOf(care), care.text()) == (True, "Feed"), "as it is seen"
    assert large._strip.isAncestorOf(strip), "the row is one stop"
    QTest.keyClick(focused(), Qt.Key.Key_Backtab)
    assert focused() is care
    regions = large.regions()
    assert regions.index(row) < regions.index(large._strip)


def test_a_larger_window_has_the_strip_first_again(large: LogPage, qtbot: QtBot) -> None:
    row = large.findChild(CareRow)
    assert row is not None
    large.set_width(Width.WIDE)
    large.resize(2600, 1700)
    qtbot.wait(50)
    qtbot.waitUntil(large._strip.isVisible)
    tile = large._board.stop()
    assert tile is not None
    (first,) = stops_after(large, tile, 1)
    assert large._strip.isAncestorOf(first)
    assert place(large, row) > place(large, large._strip)


def test_arrows_walk_the_kinds_of_care(page: LogPage) -> None:
    row = page.findChild(CareRow)
    assert row is not None
    chips = [each for each in read(row) if isinstance(each, QAbstractButton)]
    assert [bool(each.focusPolicy() & Qt.FocusPolicy.TabFocus) for each in chips].count(True) == 1
    chips[0].setFocus()
    for following in chips[1:]:
        QTest.keyClick(focused(), Qt.Key.Key_Right)
        assert focused() is following
    QTest.keyClick(focused(), Qt.Key.Key_Right)
    assert focused() is chips[-1], "there it ends"
    QTest.keyClick(focused(), Qt.Key.Key_Left)
    assert focused() is chips[-2]
    assert [each for each in chips if each.focusPolicy() & Qt.FocusPolicy.TabFocus] == [chips[-2]]


def test_what_is_opened_comes_into_view_in_a_small_window(qtbot: QtBot, robin: Session, theme: Theme) -> None:
    made = LogPage(robin, theme)
    qtbot.addWidget(made)
    made.set_width(Width.NARROW)
    made.resize(500, 300)
    made.show()
    qtbot.waitExposed(made)
    made.enter()
    made.presenter.log(ROOTING)
    qtbot.wait(50)
    rows = made._strip.rows
    assert rows is not None
    rows._actions.change.setFocus()
    rows._actions.change.click()
    qtbot.wait(50)
    found = made._search.list
    assert found is not None
    assert QApplication.focusWidget() is found._field
    assert not found._purpose.visibleRegion().isEmpty()
    assert not found._field.visibleRegion().isEmpty()
    found.chosen.emit("yawning")
    qtbot.wait(50)
    assert QApplication.focusWidget() is rows._actions.change
    assert not rows._title.visibleRegion().isEmpty()
    made._board._likely[0].setFocus()
    made.presenter.undo()
    made._give_to_board()
    qtbot.wait(50)
    tile = QApplication.focusWidget()
    assert tile is not None
    assert tile.visibleRegion().boundingRect() == tile.rect()


def test_the_first_run_card_has_the_keyboard_where_the_board_is_out_of_view(
    qtbot: QtBot, session: Session, theme: Theme
) -> None:
    session.change_settings(first_run_done=False, text_size=200)
    theme.wear()
    made = LogPage(session, theme)
    qtbot.addWidget(made)
    made.set_width(Width.NARROW)
    made.resize(1024, 400)
    made.enter()
    made.show()
    qtbot.waitExposed(made)
    qtbot.wait(100)  # the diary is opened once the page has been painted
    session.open()
    made.enter()
    qtbot.wait(50)
    card = made.above.first_run
    assert card is not None
    assert card.isAncestorOf(QApplication.focusWidget())
    made.enter()
    assert card.isAncestorOf(QApplication.focusWidget()), "who types there goes on"
    made.above.skipped.emit()
    qtbot.wait(50)
    tile = QApplication.focusWidget()
    assert tile is not None
    assert tile.visibleRegion().boundingRect() == tile.rect()


def test_the_board_is_never_squeezed(page: LogPage, qtbot: QtBot) -> None:
    """Whatever comes below it: a tile would move away from under a press."""

    def where() -> list[tuple[int, int]]:
        return [(tile.y(), tile.height()) for tile in page._board._likely]

    before = where()
    page._middle.put_line(QLabel("Here\n" * 12))
    assert where() == before
    qtbot.wait(20)
    assert where() == before
