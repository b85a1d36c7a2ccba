"""The Log page in every window: targets large enough, nothing too wide, nothing to scroll on a netbook."""

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from bonddiary.domain.catalog import Family
from bonddiary.domain.ids import CueKey
from bonddiary.system.settings import ThemeChoice
from bonddiary.ui.main_window import MainWindow
from bonddiary.ui.pages.log.first_run import FirstRunCard
from bonddiary.ui.pages.log.page import LogPage
from bonddiary.ui.pages.page import Place
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.press import GAP, RING, CueTile, _two_lines

SIZES = [(1280, 720), (1024, 560), (360, 640)]
WINDOWS = [*SIZES, (700, 600), (360, 560)]


@pytest.fixture(autouse=True)
def nothing_left(qapp: QApplication) -> None:
    """Deletes what the test before has closed: a style sheet must not be put on half-dead widgets."""
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def shown(qtbot: QtBot, robin: Session, theme: Theme, window: MainWindow) -> MainWindow:
    """The window as it is worn, a moment saved and the strip open."""
    theme.wear()
    window.show()
    qtbot.waitExposed(window)
    log(window).presenter.log(CueKey("rooting"))
    return window


def log(window: MainWindow) -> LogPage:
    page = window.page(Place.LOG)
    assert isinstance(page, LogPage)
    return page


def fit(window: MainWindow, width: int, height: int, text: int) -> LogPage:
    window.session.change_settings(text_size=text)
    window.resize(width, height)
    for _ in range(4):
        QApplication.processEvents()
    return log(window)


def pressables(page: QWidget) -> list[QAbstractButton]:
    return [each for each in page.findChildren(QAbstractButton) if each.isVisible()]


def test_targets_are_44_pixels_and_small_buttons_32(shown: MainWindow) -> None:
    small: list[object] = []
    for width, height in SIZES:
        buttons = pressables(fit(shown, width, height, 100))
        chips = [each for each in buttons if hasattr(each, "_theme")]
        assert len(chips) > 12
        small += [
            (width, each.text(), each.size()) for each in chips if min(each.width(), each.height()) < 44
        ]
        small += [(width, each.text(), each.size()) for each in buttons if each.text() and each.height() < 32]
    assert small == []


@pytest.mark.parametrize("text", [80, 100, 150, 200])
def test_nothing_is_wider_than_the_window(shown: MainWindow, text: int) -> None:
    """At any text size, down to 360 pixels: no sideways scrolling, nothing cut off at the side."""
    needs: dict[tuple[int, int], tuple[int, int]] = {}
    outside: list[object] = []
    for width, height in WINDOWS:
        page = fit(shown, width, height, text)
        inside, port = page._middle._scroll.widget(), page._middle._scroll.viewport()
        assert inside is not None
        assert shown.width() == width
        if inside.minimumSizeHint().width() > port.width():
            needs[width, height] = inside.minimumSizeHint().width(), port.width()
        edges = [(each.text(), *across(each, shown)) for each in pressables(shown)]
        outside += [(width, height, *each) for each in edges if not 0 <= each[1] <= each[2] <= width]
    assert needs == {}
    assert outside == []


@pytest.mark.parametrize("text", [100, 200])
def test_no_family_is_wider_than_a_narrow_window(shown: MainWindow, text: int) -> None:
    page = fit(shown, 360, 640, text)
    needs: dict[Family, tuple[int, int]] = {}
    for family in Family:
        page._board._choose_family(family)
        for _ in range(3):
            QApplication.processEvents()
        assert all(tile.isVisible() for tile in page._board._rows[family])
        if page._board.minimumSizeHint().width() > page._middle._scroll.viewport().width():
            needs[family] = page._board.minimumSizeHint().width(), page._middle._scroll.viewport().width()
    assert needs == {}


def test_all_of_it_is_seen_without_scrolling(shown: MainWindow) -> None:
    """A cue, what was tried and what came then: three presses without a scroll bar."""
    for width, height in ((1280, 720), (1120, 640), (1024, 560)):
        page = fit(shown, width, height, 100)
        port = page._middle._scroll.viewport()
        seen = QRect(port.mapTo(page, QPoint(0, 0)), port.size())
        tiles = [each for each in page._board.findChildren(QAbstractButton) if each.isVisible()]
        assert len(tiles) >= 20
        assert [(width, each.text()) for each in tiles if not seen.contains(place(each, page))] == []
        strip = page._strip
        assert page.rect().contains(place(strip, page))
        assert strip.height() >= strip.minimumSizeHint().height()


@pytest.mark.parametrize("text", [100, 200])
def test_no_cues_name_is_cut_short(shown: MainWindow, text: int) -> None:
    """Two lines on a tile hold its whole name in every window."""
    cut: list[object] = []
    for width, height in SIZES:
        page = fit(shown, width, height, text)
        for tile in page._board.findChildren(CueTile):
            beside = 2 * 4 if tile._tall else 7 + 24 + 6 + 6
            room = tile.width() - 2 * (RING + GAP) - page._theme.look.px(beside)
            lines = _two_lines(tile.text(), tile._letters(), room)
            if tile.isVisible() and any("…" in line for line in lines):
                cut.append((width, lines))
    assert cut == []


def test_each_width_has_its_arrangement(shown: MainWindow) -> None:
    """Tonight beside the board on a wide window, one family at a time on a narrow one, in one order."""
    orders, tonight, families = [], [], []
    for width, height in SIZES:
        page = fit(shown, width, height, 100)
        rows = page._board._rows
        orders.append([[tile.key for tile in tiles] for tiles in rows.values()])
        tonight.append(page._panel is not None and page._panel.isVisible())
        families.append([family for family, tiles in rows.items() if tiles[0].isVisible()])
    assert orders[0] == orders[1] == orders[2]
    assert tonight == [True, False, False]
    assert families == [list(Family), list(Family), [Family.CRYING]]


def across(widget: QWidget, window: QWidget) -> tuple[int, int]:
    left = widget.mapTo(window, QPoint(0, 0)).x()
    return left, left + widget.width()


def place(widget: QWidget, page: QWidget) -> QRect:
    return QRect(widget.mapTo(page, QPoint(0, 0)), widget.size())


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (1024, 600), (360, 640)])
def test_care_cards_and_more_about_it_leave_each_other_room(
    shown: MainWindow, width: int, height: int
) -> None:
    page = fit(shown, width, height, 100)
    page.presenter.log(CueKey("cry-different"))
    page.presenter.open_more(True)
    settle(page)
    rows = page._strip.rows
    assert rows is not None
    chips = [each for each in rows.findChildren(QAbstractButton) if each.isVisible()]
    assert len(chips) > 12
    assert [each.text() for each in chips if each.height() < each.minimumSizeHint().height()] == []
    assert page._foot.height() >= page._foot.minimumSizeHint().height()


def test_the_keyboard_stays_on_what_opened_more_beside_care_cards(shown: MainWindow) -> None:
    page = fit(shown, 1024, 600, 100)
    page.presenter.log(CueKey("cry-different"))
    settle(page)
    rows = page._strip.rows
    assert rows is not None
    more = rows._actions.more
    more.setFocus()
    more.click()
    settle(page)
    assert QApplication.focusWidget() is more
    port = page._middle._scroll.viewport()
    assert QRect(port.mapTo(page, QPoint(0, 0)), port.size()).intersects(place(more, page))


def test_what_is_added_beside_care_cards_is_pressed_where_it_stands(qtbot: QtBot, shown: MainWindow) -> None:
    page = fit(shown, 360, 640, 100)
    page.presenter.log(CueKey("cry-different"))
    settle(page)
    qtbot.waitUntil(lambda: page._middle._scroll._wanted is None)  # the page has come to rest
    bar = page._middle._scroll.verticalScrollBar()
    bar.setValue(bar.maximum())
    settle(page)
    assert page._state.saved is not None
    page.presenter.toggle_response(page._state.saved.tried[0].key)
    settle(page)
    assert bar.maximum() > 0
    assert bar.value() == bar.maximum()


def test_the_first_card_is_one_line_of_fields_on_a_wide_window(qtbot: QtBot, theme: Theme) -> None:
    theme.wear()
    card = FirstRunCard(theme)
    qtbot.addWidget(card)
    card.resize(784, 200)
    card.show()
    start, skip = (
        next(b for b in card.findChildren(QAbstractButton) if b.text() == words)
        for words in ("Start", "Skip for now")
    )
    assert abs(place(start, card).center().y() - place(skip, card).center().y()) <= 8


def settle(page: LogPage) -> None:
    for _ in range(6):
        QApplication.processEvents()


@pytest.mark.parametrize("colours", [ThemeChoice.DAY, ThemeChoice.NIGHT])  # by night type is larger
@pytest.mark.parametrize(("width", "height", "text"), [(1280, 720, 100), (1024, 560, 100), (1024, 600, 200)])
def test_names_under_a_drawing_stay_on_their_tile(
    shown: MainWindow, width: int, height: int, text: int, colours: ThemeChoice
) -> None:
    shown.session.change_settings(theme=colours)
    page = fit(shown, width, height, text)
    tile = next(each for each in page.findChildren(CueTile) if each._tall)
    for name in ("Hands to mouth", "Rooting"):
        tile.show_cue("hands-to-mouth", name, Family.MOVEMENT, tile._drawing)
        inside = tile.rect().adjusted(RING + GAP, RING + GAP, -RING - GAP, -RING - GAP)
        drawing, words = tile._place_above(inside)
        assert inside.contains(words.united(drawing))
        assert drawing.bottom() < words.top()
        assert drawing.width() > 0


def held(page: LogPage) -> QWidget:
    for _ in range(8):
        QApplication.processEvents()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert page._middle._scroll.isAncestorOf(focused)
    return focused


def seen_whole(part: QWidget) -> bool:
    return part.visibleRegion().boundingRect() == part.rect()


@pytest.fixture
def large(shown: MainWindow) -> LogPage:
    """Large words on a small screen; nothing in the strip, the keyboard on a tile."""
    page = fit(shown, 1024, 600, 200)
    page.presenter.dismiss()
    stop = page._board.stop()
    assert stop is not None
    stop.setFocus()
    return page


class TestLargeWordsOnASmallScreen:
    @pytest.mark.usefixtures("qtbot")
    def test_a_tile_walked_to_is_in_view(self, large: LogPage) -> None:
        page = large
        places = set()
        for _ in range(5):
            QTest.keyClick(held(page), Qt.Key.Key_Down)
            assert seen_whole(held(page))
            places.add(page._middle._scroll.verticalScrollBar().value())
        assert len(places) > 1
        for _ in range(5):
            QTest.keyClick(held(page), Qt.Key.Key_Up)
            assert seen_whole(held(page))

    def test_the_tile_is_in_view_after_undo(self, large: LogPage) -> None:
        page = large
        tile = held(page)
        QTest.keyClick(tile, Qt.Key.Key_Return)
        assert held(page) is tile
        assert not seen_whole(tile)  # the strip is
        page.presenter.undo()
        assert held(page) is tile
        assert seen_whole(tile)

    def test_the_line_is_in_view_after_a_letter_over_a_tile(self, large: LogPage) -> None:
        page = large
        QTest.keyClick(held(page), Qt.Key.Key_Down)
        QTest.keyClicks(held(page), "r")
        assert held(page) is page._phrase.line
        assert seen_whole(page._phrase.line)

    def test_what_is_found_stands_right_under_the_field(self, shown: MainWindow) -> None:
        page = fit(shown, 800, 600, 200)
        page._board._more[Family.CRYING].click()
        search = page._search.list
        assert search is not None
        QTest.keyClicks(held(page), "fuss")
        assert held(page) is search._field
        first = search._list.visualItemRect(search._list.item(0))
        assert search._list.viewport().visibleRegion().contains(first)
        back = place(search._back, page)
        assert back.top() > place(search._list, page).bottom()

    def test_the_way_back_stands_beside_the_field_where_there_is_room(self, shown: MainWindow) -> None:
        page = fit(shown, 1280, 800, 100)
        page._board._more[Family.CRYING].click()
        search = page._search.list
        assert search is not None
        held(page)
        back, field = place(search._back, page), place(search._field, page)
        assert back.left() > field.right()
        assert back.top() <= field.center().y() <= back.bottom()


def test_the_button_that_clears_the_list_of_cues_has_a_name(shown: MainWindow) -> None:
    page = fit(shown, 1280, 800, 100)
    page._board._more[Family.CRYING].click()
    assert page._search.list is not None
    names = [each.accessibleName() for each in page._search.list._field.findChildren(QAbstractButton)]
    assert names == ["Clear what is looked for"]


def test_a_page_that_has_gone_is_fitted_no_more(qapp: QApplication, robin: Session, theme: Theme) -> None:
    page = LogPage(robin, theme)
    page.resize(700, 600)
    page.show()
    qapp.processEvents()
    page.resize(700, 500)
    qapp.sendPostedEvents(page, QEvent.Type.Resize.value)
    with capture_exceptions() as caught:
        shiboken6.delete(page)
        QTest.qWait(20)
    assert caught == []
