"""A picture in the window: drawn once, sharp, walked through by keyboard, read aloud."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QCursor, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QToolTip, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from bonddiary.charts.alt_text import alt_text
from bonddiary.charts.registry import CHARTS
from bonddiary.charts.spec import ChartModel, Hit, HitKind
from bonddiary.domain.catalog import Catalog
from bonddiary.system.settings import ThemeChoice
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.chart_canvas import ChartCanvas
from bonddiary.ui.widgets.hit_cursor import HitCursor
from tests.ui.chart_samples import sample_insights

KEYS = ("two-weeks", "time-of-day", "tried", "typical-day")
OF_MOMENTS = pytest.mark.parametrize("model", ["two-weeks", "tried"], indirect=True)
"""Charts that draw each moment. The others draw counts: nothing there is one moment to open."""


@pytest.fixture(params=KEYS)
def model(request: pytest.FixtureRequest, catalog: Catalog) -> ChartModel:
    """Each chart in turn."""
    return sample_insights(catalog).charts[request.param]


@pytest.fixture
def canvas(qtbot: QtBot, theme: Theme, model: ChartModel) -> Iterator[ChartCanvas]:
    """The chart, shown and drawn."""
    yield from shown(qtbot, theme, model)


@pytest.fixture
def two_weeks(qtbot: QtBot, theme: Theme, catalog: Catalog) -> Iterator[ChartCanvas]:
    """The Two-weeks chart, shown and drawn."""
    yield from shown(qtbot, theme, sample_insights(catalog).charts["two-weeks"])


def shown(qtbot: QtBot, theme: Theme, model: ChartModel) -> Iterator[ChartCanvas]:
    """Puts a canvas into a window of its own, as high as it asks to be."""
    around = QWidget()
    layout = QVBoxLayout(around)
    made = ChartCanvas(theme)
    layout.addWidget(made)
    layout.addStretch()
    qtbot.addWidget(around)
    around.resize(900, 1100)
    made.show_chart(model)
    with qtbot.waitSignal(made.drawn):
        around.show()
    made.setFocus()
    yield made
    around.hide()


def press(canvas: ChartCanvas, key: Qt.Key) -> Hit | None:
    """Presses a key; what the cursor stands on then."""
    QTest.keyClick(canvas, key)
    return canvas.cursor_in_hits.hit


def test_its_height_is_worked_out_once_for_a_width(
    canvas: ChartCanvas, model: ChartModel, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, asked = CHARTS[model.key], list[int]()

    def height(model: ChartModel, width: int, scale: float) -> int:
        asked.append(width)
        return whole.height(model, width, scale)

    monkeypatch.setitem(CHARTS, model.key, replace(whole, height=height))
    canvas.show_chart(model)
    asked.clear()
    wide, narrow = 703, 401
    heights = [canvas.heightForWidth(width) for width in (wide, narrow, wide, narrow)]
    assert heights == [whole.height(model, width, 1.0) for width in (wide, narrow)] * 2
    assert [width for width in asked if width in (wide, narrow)] == [wide, narrow]
    session.change_settings(text_size=150)
    assert canvas.heightForWidth(wide) == whole.height(model, wide, 1.5)


def test_it_is_drawn_once_and_sharp(canvas: ChartCanvas) -> None:
    assert canvas.redraws == 1
    image = canvas._image
    assert image.devicePixelRatio() == canvas.devicePixelRatioF()
    assert (image.width(), image.height()) == (
        round(canvas.width() * image.devicePixelRatio()),
        round(canvas.height() * image.devicePixelRatio()),
    )
    card = canvas._theme.look.tokens.card.lower()
    assert image.pixelColor(1, 1).name() == card
    points = [(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)]
    assert any(image.pixelColor(x, y).name() != card for x, y in points)


def test_it_says_what_it_is(canvas: ChartCanvas, model: ChartModel) -> None:
    access = QAccessible.queryAccessibleInterface(canvas)
    assert access.role() is QAccessible.Role.Chart
    assert access.text(QAccessible.Text.Name) == model.title
    assert access.text(QAccessible.Text.Description) == alt_text(model)


def test_right_visits_every_hit_in_reading_order(canvas: ChartCanvas) -> None:
    visited = [press(canvas, Qt.Key.Key_Right) for _ in canvas.hits]
    assert visited == list(canvas.hits)
    assert press(canvas, Qt.Key.Key_Right) == canvas.hits[-1]
    back = [press(canvas, Qt.Key.Key_Left) for _ in canvas.hits[1:]]
    assert back == list(canvas.hits[-2::-1])


def test_each_step_is_said(canvas: ChartCanvas) -> None:
    for _ in canvas.hits:
        hit = press(canvas, Qt.Key.Key_Right)
        assert hit is not None
        assert canvas.accessibleDescription() == hit.words


def test_down_goes_from_line_to_line(two_weeks: ChartCanvas) -> None:
    press(two_weeks, Qt.Key.Key_Home)
    heads = [press(two_weeks, Qt.Key.Key_Down) for _ in range(14)]
    days = [hit.words.split(":")[0] for hit in heads if hit]
    assert (days[0], days[-1]) == ("Tuesday 3 November", "Monday 16 November")
    assert all(hit is not None and hit.kind is HitKind.GROUP for hit in heads)
    above = press(two_weeks, Qt.Key.Key_Up)
    assert above is not None
    assert above.words.startswith("Sunday 15 November")


def test_home_and_end(canvas: ChartCanvas) -> None:
    assert press(canvas, Qt.Key.Key_End) == canvas.hits[-1]
    assert press(canvas, Qt.Key.Key_Home) == canvas.hits[0]


def test_escape_leaves_the_cursor(canvas: ChartCanvas, model: ChartModel) -> None:
    press(canvas, Qt.Key.Key_Right)
    assert press(canvas, Qt.Key.Key_Escape) is None
    assert canvas.accessibleDescription() == alt_text(model)


def test_escape_takes_the_words_away_that_stood_at_the_mark(two_weeks: ChartCanvas, qtbot: QtBot) -> None:
    press(two_weeks, Qt.Key.Key_Right)
    assert QToolTip.isVisible()
    press(two_weeks, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


def test_words_at_a_mark_stay_clear_of_the_pointer(
    two_weeks: ChartCanvas, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown_at: list[QPoint] = []
    monkeypatch.setattr(QToolTip, "showText", lambda at, *_: shown_at.append(at))
    hit = press(two_weeks, Qt.Key.Key_Right)
    assert hit is not None
    part = two_weeks.rect_of(hit).toAlignedRect()
    rests = two_weeks.mapToGlobal(part.bottomLeft()) + QPoint(20, 30)  # where the words would come
    monkeypatch.setattr(QCursor, "pos", lambda: rests)
    press(two_weeks, Qt.Key.Key_Home)
    under, over = shown_at
    assert under == two_weeks.mapToGlobal(part.bottomLeft())
    assert over.y() < two_weeks.mapToGlobal(part.topLeft()).y() - 20


def test_long_words_go_on_in_another_line(two_weeks: ChartCanvas) -> None:
    two_weeks.window().resize(400, 900)
    lines = two_weeks._lines("Smiling and looking away; talked, then cuddled " * 4).split("\n")
    letters = two_weeks.fontMetrics()
    assert len(lines) > 1
    assert all(letters.horizontalAdvance(line) < two_weeks.window().width() * 1.2 for line in lines)


@OF_MOMENTS
def test_enter_opens_the_moment(canvas: ChartCanvas, qtbot: QtBot) -> None:
    while (hit := press(canvas, Qt.Key.Key_Right)) is not None and hit.target is None:
        pass
    assert hit is not None
    with qtbot.waitSignal(canvas.moment_opened) as opened:
        QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert opened.args == [hit.target]


def test_enter_on_a_row_opens_nothing_and_without_a_cursor_asks_for_the_table(
    canvas: ChartCanvas, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(canvas.table_asked), qtbot.assertNotEmitted(canvas.moment_opened):
        QTest.keyClick(canvas, Qt.Key.Key_Return)
    press(canvas, Qt.Key.Key_Home)
    with qtbot.assertNotEmitted(canvas.moment_opened), qtbot.assertNotEmitted(canvas.table_asked):
        QTest.keyClick(canvas, Qt.Key.Key_Return)


@OF_MOMENTS
def test_a_click_on_a_mark_opens_its_moment(canvas: ChartCanvas, qtbot: QtBot) -> None:
    hit = next(hit for hit in canvas.hits if hit.target is not None)
    at = canvas.rect_of(hit).center().toPoint()
    with qtbot.waitSignal(canvas.moment_opened) as opened:
        QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=at)
    assert opened.args == [hit.target]


def test_a_click_beside_a_small_mark_means_the_mark(two_weeks: ChartCanvas) -> None:
    hit = next(hit for hit in two_weeks.hits if hit.kind is HitKind.MARK)
    box = two_weeks.rect_of(hit)
    assert two_weeks.hit_at(QPointF(box.left() - 4, box.center().y())) == hit


def test_the_pointer_is_told_what_lies_under_it(two_weeks: ChartCanvas) -> None:
    hit = next(hit for hit in two_weeks.hits if hit.kind is HitKind.MARK)
    at = two_weeks.rect_of(hit).center().toPoint()
    QApplication.sendEvent(two_weeks, QHelpEvent(QEvent.Type.ToolTip, at, two_weeks.mapToGlobal(at)))
    assert QToolTip.text() == hit.words
    QToolTip.hideText()


def test_it_is_drawn_again_once_for_many_new_widths(canvas: ChartCanvas, qtbot: QtBot) -> None:
    around, before = canvas.window(), canvas.redraws
    for width in range(880, 700, -20):
        around.resize(width, 1100)
    qtbot.waitUntil(lambda: canvas.redraws > before)
    QTest.qWait(30)
    assert canvas.redraws == before + 1
    assert canvas.height() == canvas.heightForWidth(canvas.width())


def test_it_follows_theme_and_text_size(canvas: ChartCanvas, robin: Session, qtbot: QtBot) -> None:
    canvas._theme.choose(robin.settings)
    before, height = canvas.redraws, canvas.height()
    robin.change_settings(theme=ThemeChoice.NIGHT, text_size=150)
    qtbot.waitUntil(lambda: canvas.redraws > before)
    assert canvas._image.pixelColor(1, 1).name() == canvas._theme.look.tokens.card.lower()
    qtbot.waitUntil(lambda: canvas.height() > height)


def test_the_same_again_draws_nothing(canvas: ChartCanvas) -> None:
    before = canvas.redraws
    canvas.show_chart(canvas._model)  # type: ignore[arg-type]  # it shows one
    QTest.qWait(20)
    assert canvas.redraws == before


def test_the_cursor_stays_on_its_moment_in_another_picture(
    two_weeks: ChartCanvas, catalog: Catalog, qtbot: QtBot
) -> None:
    press(two_weeks, Qt.Key.Key_End)
    words = press(two_weeks, Qt.Key.Key_Left)
    assert words is not None
    before = two_weeks.redraws
    two_weeks.show_chart(sample_insights(catalog, days=7).charts["two-weeks"])
    qtbot.waitUntil(lambda: two_weeks.redraws > before)
    assert two_weeks.cursor_in_hits.hit is not None
    assert two_weeks.cursor_in_hits.hit.words == words.words


def test_a_hidden_picture_is_not_drawn(theme: Theme, model: ChartModel, qtbot: QtBot) -> None:
    canvas = ChartCanvas(theme)
    qtbot.addWidget(canvas)
    canvas.show_chart(model)
    QTest.qWait(20)
    assert canvas.redraws == 0


def test_a_failure_is_told_and_can_be_tried_again(
    canvas: ChartCanvas, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def broken(*_: object) -> None:
        raise ValueError("no ink")

    monkeypatch.setattr(canvas, "_draw", broken)
    with qtbot.waitSignal(canvas.drawing_failed):
        canvas.draw_again()
    assert not canvas.hits
    assert press(canvas, Qt.Key.Key_Right) is None
    monkeypatch.undo()
    with qtbot.waitSignal(canvas.drawn):
        canvas.draw_again()
    assert canvas.hits


def test_stepping_scrolls_the_mark_into_view(theme: Theme, catalog: Catalog, qtbot: QtBot) -> None:
    area, canvas = QScrollArea(), ChartCanvas(theme)
    area.setWidget(canvas)
    area.setWidgetResizable(True)
    qtbot.addWidget(area)
    area.resize(700, 300)
    canvas.show_chart(sample_insights(catalog).charts["two-weeks"])
    with qtbot.waitSignal(canvas.drawn):
        area.show()
    press(canvas, Qt.Key.Key_End)
    hit = canvas.cursor_in_hits.hit
    assert hit is not None
    at = canvas.mapTo(area.viewport(), canvas.rect_of(hit).center().toPoint())
    assert area.viewport().rect().contains(at + QPoint(0, 0))


def test_a_cursor_without_hits_goes_nowhere() -> None:
    cursor = HitCursor()
    assert not cursor.step(1)
    assert not cursor.step_line(1)
    assert not cursor.step_to_end(True)
    assert not cursor.leave()
