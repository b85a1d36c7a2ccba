"""The Patterns page: words first, then the picture; the same numbers in both; what its buttons do."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from bonddiary.analysis.insights import BUILDERS
from bonddiary.analysis.two_weeks import TwoWeeks
from bonddiary.charts.spec import HitKind
from bonddiary.content.wording import banned_words
from bonddiary.domain.records import Kind, Ref
from bonddiary.ui.pages.page import Width
from bonddiary.ui.pages.patterns.page import PatternsPage
from bonddiary.ui.pages.patterns.saving import ask_and_save
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.chart_card import ChartCard, Fold
from bonddiary.ui.widgets.press import CheckChip
from bonddiary.ui.widgets.reading import Selectable
from bonddiary.ui.widgets.text_table import TextTable
from bonddiary.ui.widgets.tip_button import TipButton
from bonddiary.ui.widgets.words import Heading
from tests.builders import moment_draft, with_robin
from tests.ui.chart_samples import fortnight
from tests.ui.patterns_pages import open_page, settle


@pytest.fixture
def page(qtbot: QtBot, robin: Session, theme: Theme) -> PatternsPage:
    """The page over a fortnight's diary, shown and drawn."""
    robin.diary.bring_in(fortnight(), "test")
    return open_page(qtbot, robin, theme)


def fold_out(card: ChartCard, fold: Fold) -> QWidget:
    """Presses the chip of a fold; what it shows."""
    chip = card._chips[fold]
    if not chip.isChecked():
        chip.click()
    return card._parts[fold]


def table_of(card: ChartCard) -> TextTable:
    """The card's table, folded out."""
    return fold_out(card, Fold.TABLE).findChildren(TextTable)[0]


def cells(table: TextTable) -> list[list[str]]:
    """What the table shows: the row's name, then its cells."""
    model = table.model()
    across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
    headers = [str(model.headerData(place, across)) for place in range(model.columnCount())]
    rows = [
        [str(model.headerData(row, down)), *(model.index(row, place).data() for place in range(len(headers)))]
        for row in range(model.rowCount())
    ]
    return [["", *headers], *rows]


def words_in(page: QWidget) -> list[str]:
    """Every text on the page."""
    labels = [label.text() for label in page.findChildren(QLabel)]
    return labels + [text.toPlainText() for text in page.findChildren(Selectable)]


def test_cards_stand_in_order_with_headings(page: PatternsPage) -> None:
    assert list(page.cards) == ["two-weeks", "day", "time-of-day", "tried", "typical-day"]
    tops = [card.mapTo(page, card.rect().topLeft()).y() for card in page.cards.values()]
    assert tops == sorted(tops)
    headings = [heading.text() for heading in page.findChildren(Heading) if heading.isVisible()]
    titles = [chart.insight.title for chart in page.presenter.state.charts]
    assert headings == ["Patterns", *titles]


def test_every_chart_has_a_name_for_the_waiting_line(page: PatternsPage) -> None:
    state = page.presenter.state
    view_keys = {chart.insight.key for chart in state.charts} | {chart.key for chart in state.waiting}
    assert len(BUILDERS) == len(view_keys)
    assert view_keys == set(page._names())


def test_the_table_has_the_numbers_that_are_drawn(page: PatternsPage) -> None:
    card = page.cards["two-weeks"]
    header, *rows = cells(table_of(card))
    column = header.index("Moments")
    canvas = card.canvas
    assert canvas is not None
    drawn: dict[str, int] = {}
    day = ""
    for hit in canvas.hits:
        if hit.kind is HitKind.GROUP:
            day = hit.words.split(":")[0]
        elif hit.kind is HitKind.MARK:
            drawn[day] = drawn.get(day, 0) + 1
    assert sum(drawn.values()) == 20
    for row in rows:
        counted = 0 if row[column] == "not logged" else int(row[column])
        assert counted == drawn.get(row[0], 0), row


def test_the_band_has_the_numbers_of_the_rows(page: PatternsPage) -> None:
    insight = page.presenter.state.charts[0].insight
    assert isinstance(insight.data, TwoWeeks)
    assert sum(insight.data.band.counts) == sum(row.moments for row in insight.data.rows) == 20


def test_dots_of_what_was_tried_are_its_table(page: PatternsPage) -> None:
    card = page.cards["tried"]
    _, first, *_ = cells(table_of(card))
    canvas = card.canvas
    assert canvas is not None
    assert first[:3] == ["Rooting", "Paused feed", "10"]
    assert sum(hit.kind is HitKind.MARK for hit in canvas.hits) == 10


def test_folds_open_and_close(page: PatternsPage) -> None:
    card = page.cards["two-weeks"]
    insight = page.presenter.state.charts[0].insight
    words = fold_out(card, Fold.WORDS)
    assert isinstance(words, Selectable)
    assert words.toPlainText() == "\n".join(insight.words)
    assert words.isVisible()
    card._chips[Fold.WORDS].click()
    assert not words.isVisible()
    sure = fold_out(card, Fold.SURE)
    assert isinstance(sure, Selectable)
    assert sure.toPlainText() == "\n".join(insight.sure)


def test_a_fold_with_nothing_in_it_has_no_button(qtbot: QtBot, robin: Session, theme: Theme) -> None:
    made = [moment for moment in fortnight() if moment.responses][:3]
    robin.diary.bring_in(made, "test")
    page = open_page(qtbot, robin, theme)
    tried = next(one for one in page.presenter.state.charts if one.insight.key == "tried")
    assert not tried.insight.sure
    assert page.cards["tried"]._chips[Fold.SURE].isHidden()
    assert not page.cards["tried"]._chips[Fold.TABLE].isHidden()


def test_a_tip_opens(page: PatternsPage, qtbot: QtBot) -> None:
    buttons = fold_out(page.cards["two-weeks"], Fold.TIPS).findChildren(TipButton)
    chosen = page.presenter.state.charts[0].tips
    assert [button.text() for button in buttons] == [tip.tip.title for tip in chosen]
    with qtbot.waitSignal(page.tip_opened) as opened:
        buttons[0].click()
    assert opened.args == [chosen[0].tip.key]


def test_a_mark_opens_its_entry(page: PatternsPage, qtbot: QtBot) -> None:
    canvas = page.cards["two-weeks"].canvas
    assert canvas is not None
    hit = next(hit for hit in canvas.hits if hit.target is not None)
    with qtbot.waitSignal(page.entry_opened) as opened:
        QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=canvas.rect_of(hit).center().toPoint())
    assert opened.args == [Ref(Kind.MOMENT, str(hit.target))]


def test_tab_goes_in_reading_order(page: PatternsPage) -> None:
    card = page.cards["two-weeks"]
    fold_out(card, Fold.WORDS)
    stops = [stop for stop in card.stops() if stop.isVisible()]
    assert stops[:2] == [card, card.canvas]
    after = page.cards["day"].stops()
    chain: list[QWidget] = [stops[0]]
    while (following := chain[-1].nextInFocusChain()) is not None and following is not stops[0]:
        chain.append(following)
    assert [stop for stop in chain if stop in (*stops, *after)][: len(stops) + 1] == [*stops, after[0]]


def test_the_table_is_copied_for_a_spreadsheet(page: PatternsPage) -> None:
    card = page.cards["two-weeks"]
    card._copy()
    lines = QGuiApplication.clipboard().text().splitlines()
    table = page.presenter.state.charts[0].insight.table
    assert lines == ["\t".join(row) for row in (table.headers, *table.rows)]
    shown = table_of(card)
    shown.selectRow(1)
    QTest.keySequence(shown, "Ctrl+C")
    assert QGuiApplication.clipboard().text().splitlines() == [lines[0], lines[2]]


def test_a_picture_is_saved_where_the_parent_says(page: PatternsPage, tmp_path: Path) -> None:
    chart, shown = page.presenter.state.charts[0], page.presenter.state.window
    assert shown is not None
    said: list[str] = []
    dialog = ask_and_save(page, chart.insight, shown.period, said.append, said.append)
    assert dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    assert not dialog.testOption(QFileDialog.Option.DontConfirmOverwrite)
    assert dialog.selectedFiles()[0].endswith("two-weeks-2026-11-03-to-2026-11-16.png")
    for name in ("one.png", "one.svg", "one.jpg"):
        dialog.fileSelected.emit(str(tmp_path / name))
    dialog.reject()
    assert said[:2] == ["Saved one.png.", "Saved one.svg."]
    assert ".jpg" in said[2]
    assert (tmp_path / "one.png").read_bytes().startswith(b"\x89PNG")
    assert chart.insight.title in (tmp_path / "one.svg").read_text(encoding="utf-8")


def test_a_picture_that_fails_leaves_words_and_table(
    page: PatternsPage, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    card = page.cards["two-weeks"]
    canvas = card.canvas
    assert canvas is not None

    def broken(*_: object) -> None:
        raise ValueError("no ink")

    monkeypatch.setattr(canvas, "_draw", broken)
    canvas.draw_again()
    qtbot.waitUntil(lambda: card._picture.undrawn)
    assert card._picture._problem is not None
    assert card._picture._problem.isVisible()
    assert not canvas.isVisible()
    assert "The picture couldn’t be drawn." in words_in(card)
    assert len(cells(table_of(card))) == 15
    monkeypatch.undo()
    card._picture._problem._buttons[0].click()
    settle(page)
    assert canvas.isVisible()
    assert not card._picture.undrawn


def test_a_new_moment_is_seen_while_the_page_is_shown(page: PatternsPage, robin: Session) -> None:
    canvas = page.cards["two-weeks"].canvas
    assert canvas is not None
    before = canvas.redraws
    robin.diary.log(moment_draft())
    settle(page)
    assert canvas.redraws == before + 1
    assert "21 moments" in page._logged.text()


def test_a_hidden_page_draws_nothing(page: PatternsPage, robin: Session) -> None:
    canvas = page.cards["two-weeks"].canvas
    assert canvas is not None
    page.hide()
    before = canvas.redraws
    robin.diary.log(moment_draft())
    QTest.qWait(50)
    assert canvas.redraws == before
    page.show()
    settle(page)
    assert canvas.redraws == before + 1


def test_narrow_windows_put_words_and_table_first(page: PatternsPage) -> None:
    page.resize(360, 560)
    page.set_width(Width.NARROW)
    settle(page)
    card = page.cards["two-weeks"]
    canvas = card.canvas
    assert canvas is not None
    words, table = card._parts[Fold.WORDS], card._parts[Fold.TABLE]
    tops = [part.mapTo(card, part.rect().topLeft()).y() for part in (words, table, canvas)]
    assert tops == sorted(tops)
    inside = page._scroll.widget()
    assert inside is not None
    assert inside.width() <= page._scroll.viewport().width()
    page.set_width(Width.WIDE)
    assert not words.isVisibleTo(card)


@pytest.mark.parametrize("size", [100, 200])
def test_nothing_is_wider_than_a_narrow_window(page: PatternsPage, robin: Session, size: int) -> None:
    page._theme.choose(robin.settings)
    robin.change_settings(text_size=size)
    page.resize(360, 560)
    page.set_width(Width.NARROW)
    page.presenter.earlier()
    settle(page)
    inside = page._scroll.widget()
    assert inside is not None
    assert inside.minimumSizeHint().width() <= page._scroll.viewport().width()


def test_an_empty_page_asks_to_log(qtbot: QtBot, robin: Session, theme: Theme) -> None:
    page = open_page(qtbot, robin, theme)
    assert not page.cards
    said = " ".join(words_in(page))
    assert "Nothing is logged yet" in said
    names = (
        "Two weeks · What happened on a day · When do we notice each kind? · What we tried, and then · "
        "How long settling took · How weeks are changing · The typical day · "
        "What came before each cue"
    )
    assert f"Shows when there’s more: {names}." in said
    with qtbot.waitSignal(page.log_asked):
        page._log.click()


def test_two_days_say_how_much_there_is(qtbot: QtBot, robin: Session, theme: Theme) -> None:
    robin.diary.bring_in(fortnight()[:4], "test")
    page = open_page(qtbot, robin, theme)
    said = " ".join(words_in(page))
    assert "Patterns need a little more" in said
    assert "You’ve logged 4 moments on 2 days. The first chart of several days starts at 3 days." in said


def test_everything_has_a_name_and_kind_words(page: PatternsPage) -> None:
    for card in page.cards.values():
        for fold, chip in card._chips.items():
            assert isinstance(chip, CheckChip)
            if not chip.isHidden():
                fold_out(card, fold)
    assert len(words_in(page)) > 20
    assert not [text for text in words_in(page) if list(banned_words(text))]


def test_matplotlib_waits_until_patterns_is_shown(tmp_path: Path) -> None:
    with_robin(tmp_path / "diary.db", *fortnight()).close()
    subprocess.run([sys.executable, "-c", SHOW_PATTERNS, str(tmp_path)], check=True, timeout=120)


SHOW_PATTERNS = """
import sys
from pathlib import Path
from PySide6.QtTest import QTest
from bonddiary.bootstrap import open_diary, paths_for
from bonddiary.ui.app import make_app, make_window
from bonddiary.ui.pages.page import Place
from tests.builders import clock_at
paths = paths_for(Path(sys.argv[1]))
window = make_window(make_app(["test"]), paths, lambda clock: open_diary(paths, clock), clock_at())
window.show()
window.session.open()
QTest.qWait(50)
assert "matplotlib" not in sys.modules, "before Patterns is shown"
window.go(Place.PATTERNS)
page = window.page(Place.PATTERNS)
made, early = page._card, []
page._cards._make = lambda key: (early.append("matplotlib" in sys.modules), made(key))[1]
while page.presenter.state.working or page.filling:
    QTest.qWait(1)
assert len(page.cards) == 5, "words first"
assert early == [False] * 5, "the words come before the pictures"
while not all(card.canvas and card.canvas.redraws for card in page.cards.values()):
    QTest.qWait(20)
assert "matplotlib" in sys.modules
assert "matplotlib.pyplot" not in sys.modules
assert "matplotlib.backends.backend_qtagg" not in sys.modules
"""
