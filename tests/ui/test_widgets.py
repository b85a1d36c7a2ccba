"""Small parts that every page uses: bars, flows, fields for dates, things to press."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from bonddiary.domain.catalog import Family
from bonddiary.domain.wording import MONTHS
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.check import Check
from bonddiary.ui.widgets.date_field import DateField, read_date
from bonddiary.ui.widgets.flow import FlowLayout, empty
from bonddiary.ui.widgets.focus import focus_first
from bonddiary.ui.widgets.inline_bar import InlineBar
from bonddiary.ui.widgets.layout import label
from bonddiary.ui.widgets.press import TARGET, CheckChip, CueTile, PushChip, RadioChip


def settle() -> None:
    """Deletes what waits for it, and lays out and shows what is new."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    for _ in range(3):
        QApplication.processEvents()


def activate(qtbot: QtBot, widget: QWidget) -> None:
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)


class TestInlineBar:
    @pytest.fixture
    def bar(self, qtbot: QtBot) -> InlineBar:
        made = InlineBar()
        qtbot.addWidget(made)
        return made

    def test_hidden_until_there_is_something_to_say(self, bar: InlineBar) -> None:
        bar.say("")
        assert not bar.isVisible()
        bar.say("Words")
        assert bar.isVisible()
        bar.say("")
        assert not bar.isVisible()

    def test_on_a_page_out_of_view_says_it_once(self, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
        said: list[str] = []
        monkeypatch.setattr(
            "bonddiary.ui.widgets.inline_bar.announce", lambda _, words, urgent: said.append(words)
        )
        page, bar = QWidget(), InlineBar()
        qtbot.addWidget(page)
        bar.setParent(page)
        for _ in range(3):
            bar.say("Words")
        bar.say("")
        bar.say("Words")
        assert said == ["Words", "Words"]

    def test_holds_only_the_newest_buttons(self, bar: InlineBar) -> None:
        pressed: list[str] = []
        bar.say("One", ("A", lambda: pressed.append("a")))
        bar.say("Two", ("B", lambda: pressed.append("b")), ("C", lambda: pressed.append("c")))
        settle()
        shown = [each for each in bar.findChildren(QPushButton) if each.isVisible()]
        assert [each.text() for each in shown] == ["B", "C"]
        shown[1].click()
        assert pressed == ["c"]

    def test_saying_the_same_again_keeps_the_keyboard(self, qtbot: QtBot, bar: InlineBar) -> None:
        """A page draws its state often; whoever stands on Try again still stands there."""
        bar.say("One", ("Try again", lambda: None))
        activate(qtbot, bar)
        bar.findChildren(QPushButton)[0].setFocus()
        assert bar.findChildren(QPushButton)[0].hasFocus()
        bar.say("One", ("Try again", lambda: None))
        settle()
        focused = QApplication.focusWidget()
        assert isinstance(focused, QPushButton)
        assert focused.text() == "Try again"

    @pytest.mark.parametrize(("lines", "beside"), [(30, True), (20, False)])
    def test_large_words_keep_the_buttons_in_one_row(
        self, bar: InlineBar, lines: int, *, beside: bool
    ) -> None:
        bar.say(
            "No printer is set up on this computer.", ("Save PDF…", lambda: None), ("Close", lambda: None)
        )
        bar.resize(lines * bar._words.fontMetrics().height(), 200)
        settle()
        one, two = (QRect(each.mapTo(bar, QPoint()), each.size()) for each in bar._buttons)
        words = bar._words.geometry()
        assert one.center().y() == two.center().y()
        assert two.left() > one.right()
        assert (one.left() > words.right()) is beside
        assert (one.top() > words.bottom()) is not beside

    def test_buttons_that_have_no_room_beside_each_other_go_on_below(self, bar: InlineBar) -> None:
        bar.say("Words", ("A way to take it along", lambda: None), ("Another way", lambda: None))
        bar.resize(20 * bar._words.fontMetrics().height(), 300)  # they stand below
        settle()
        bar.resize(max(each.sizeHint().width() for each in bar._buttons) + 40, 300)
        settle()
        one, two = (each.mapTo(bar, QPoint()) for each in bar._buttons)
        assert two.y() > one.y()


def test_words_of_a_parent_are_never_markup(qtbot: QtBot) -> None:
    made = label("<b>Robin</b> & co")
    qtbot.addWidget(made)
    assert made.textFormat() is Qt.TextFormat.PlainText
    assert isinstance(made, QLabel)


class TestFlow:
    @pytest.fixture
    def holder(self, qtbot: QtBot) -> QWidget:
        made = QWidget()
        flow = FlowLayout(made, gap=10)
        for width in (100, 100, 100):
            part = QWidget()
            part.setFixedSize(width, 40)
            flow.addWidget(part)
        qtbot.addWidget(made)
        return made

    @pytest.mark.parametrize(("width", "height"), [(320, 40), (319, 90), (210, 90), (209, 140), (50, 140)])
    def test_wraps_at_its_width(self, holder: QWidget, width: int, height: int) -> None:
        layout = holder.layout()
        assert layout is not None
        assert layout.heightForWidth(width) == height

    def test_follows_the_reading_direction(self, holder: QWidget) -> None:
        holder.resize(400, 100)
        holder.show()
        first = holder.findChildren(QWidget)[0]
        assert first.x() == 0
        holder.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        QApplication.processEvents()
        assert first.x() == 300

    def test_some_widgets_begin_a_row(self, holder: QWidget) -> None:
        layout = holder.layout()
        assert isinstance(layout, FlowLayout)
        part = QWidget()
        part.setFixedSize(50, 40)
        layout.add_first(part)
        assert layout.heightForWidth(1000) == 90
        empty(layout)
        assert layout.count() == 0

    def test_emptied_it_has_no_size(self, holder: QWidget) -> None:
        layout = holder.layout()
        assert isinstance(layout, FlowLayout)
        empty(layout)
        assert layout.count() == 0
        assert layout.heightForWidth(100) == 0


class TestDates:
    @pytest.mark.parametrize(
        "text",
        [
            "3/11/2026",
            "03/11/2026",
            "3.11.2026",
            "3 11 2026",
            "3-11-2026",
            "2026-11-03",
            "3 November 2026",
            "3 nov 2026",
            "3 Nov. 2026",
        ],
    )
    def test_reads_day_first(self, text: str) -> None:
        assert read_date(f" {text} ") == date(2026, 11, 3)

    def test_blank_is_none(self) -> None:
        assert read_date("  ") is None

    @pytest.mark.parametrize(
        "text", ["30/2/2026", "3/13/2026", "soon", "3/11/26", "0/0/0000", "3 Foo 2026", "٣/١١/99999"]
    )
    def test_refuses(self, text: str) -> None:
        with pytest.raises(ValueError, match=r"."):
            read_date(text)

    @given(st.dates())
    def test_what_it_shows_it_reads(self, day: date) -> None:
        assert read_date(f"{day.day}/{day.month}/{day.year:04d}") == day
        assert read_date(f"{day.day} {MONTHS[day.month - 1]} {day.year:04d}") == day

    @given(st.text(max_size=14))
    def test_any_text_is_a_date_or_a_value_error(self, text: str) -> None:
        try:
            read_date(text)
        except ValueError:
            return

    def test_the_field_shows_and_reads_the_same(self, qtbot: QtBot) -> None:
        field = DateField("Born")
        qtbot.addWidget(field)
        field.show_date(date(2026, 9, 20))
        assert (field.text(), field.value(), field.accessibleName()) == (
            "20/9/2026",
            date(2026, 9, 20),
            "Born",
        )
        field.show_date(None)
        assert field.value() is None


class TestPress:
    def test_chips_and_checks_are_pressed_anywhere_on_them(self, qtbot: QtBot, theme: Theme) -> None:
        for made in (CheckChip(theme, "Fed"), RadioChip(theme, "Settled"), Check(theme, "Private")):
            qtbot.addWidget(made)
            made.resize(made.sizeHint())
            made.show()
            QTest.mouseClick(made, Qt.MouseButton.LeftButton, pos=QPoint(made.width() - 3, made.height() - 3))
            assert made.isChecked()

    @pytest.mark.parametrize("text", [80, 100, 200])
    def test_words_of_a_check_go_on_in_the_next_line(
        self, qtbot: QtBot, session: Session, theme: Theme, text: int
    ) -> None:
        session.change_settings(text_size=text)
        one, many = Check(theme, "studies"), Check(theme, "Crying in studies")
        for made in (one, many):
            qtbot.addWidget(made)
        assert many.minimumSizeHint().width() == one.minimumSizeHint().width()
        assert many.heightForWidth(many.sizeHint().width()) == many.sizeHint().height()
        narrow = many.heightForWidth(many.minimumSizeHint().width())
        assert narrow >= 3 * many.fontMetrics().height()
        assert narrow > many.sizeHint().height()

    @pytest.mark.parametrize("text", [80, 100, 200])
    def test_targets_at_every_text_size(
        self, qtbot: QtBot, session: Session, theme: Theme, text: int
    ) -> None:
        session.change_settings(text_size=text)
        tile = CueTile(theme, "rooting", "Rooting", Family.MOVEMENT, "family-movement")
        for made in (tile, CheckChip(theme, "Fed"), RadioChip(theme, "Now"), PushChip(theme, "More…")):
            qtbot.addWidget(made)
            assert made.minimumSizeHint().height() >= TARGET
            assert made.sizeHint().width() >= TARGET

    def test_a_number_makes_room_for_itself(self, qtbot: QtBot, theme: Theme) -> None:
        chip = CheckChip(theme, "Fed")
        qtbot.addWidget(chip)
        before = chip.sizeHint().width()
        chip.show_number(2)
        assert chip.sizeHint().width() > before
        chip.show_number(0)
        assert chip.sizeHint().width() == before

    @pytest.mark.parametrize("kind", [CheckChip, RadioChip, PushChip])
    def test_is_drawn_in_both_directions_with_a_ring(
        self, qtbot: QtBot, theme: Theme, kind: type[CheckChip]
    ) -> None:
        made = kind(theme, "Settled", "mark-full")
        qtbot.addWidget(made)
        made.resize(made.sizeHint())
        activate(qtbot, made)
        made.clearFocus()
        plain = made.grab().toImage()
        made.setFocus()
        ringed = made.grab().toImage()
        assert plain != ringed
        ring = ringed.pixelColor(ringed.width() // 2, 1).name()
        assert ring == theme.look.tokens.focus.lower()
        made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        assert made.grab().toImage() != ringed


class TestFocus:
    def test_goes_to_what_is_checked_and_never_to_what_is_hidden(self, qtbot: QtBot, theme: Theme) -> None:
        holder = QWidget()
        qtbot.addWidget(holder)
        flow = FlowLayout(holder)
        chips = [CheckChip(theme, words) for words in ("One", "Two", "Three")]
        for chip in chips:
            flow.addWidget(chip)
        activate(qtbot, holder)
        chips[0].hide()
        focus_first(holder)
        assert chips[1].hasFocus()
        chips[2].setChecked(True)
        focus_first(holder)
        assert chips[2].hasFocus()

    def test_nothing_to_take_it_leaves_it_where_it_is(self, qtbot: QtBot) -> None:
        holder = QWidget()
        qtbot.addWidget(holder)
        holder.setGeometry(QRect(0, 0, 50, 50))
        holder.show()
        focus_first(holder)
        assert not holder.hasFocus()
