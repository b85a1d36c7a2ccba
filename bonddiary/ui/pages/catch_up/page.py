"""Draws Catch up: hours to paint on, and under them the same entries as a table."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QLineEdit, QWidget

from bonddiary.domain import wording
from bonddiary.domain.care import DayMarkKind
from bonddiary.domain.ids import CueKey
from bonddiary.ui.overriding import override
from bonddiary.ui.pages.catch_up.foot import Foot
from bonddiary.ui.pages.catch_up.head import Head
from bonddiary.ui.pages.catch_up.overlap_lines import OverlapLines
from bonddiary.ui.pages.catch_up.palette import Palette
from bonddiary.ui.pages.catch_up.presenter import CatchUpPresenter
from bonddiary.ui.pages.catch_up.ruler import Ruler
from bonddiary.ui.pages.catch_up.state import CatchUpState, Field
from bonddiary.ui.pages.catch_up.table import EntriesTable
from bonddiary.ui.pages.page import Page, Width
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.announce import announce
from bonddiary.ui.widgets.focus import bring_into_view, order_stops
from bonddiary.ui.widgets.inline_bar import InlineBar
from bonddiary.ui.widgets.layout import column, row
from bonddiary.ui.widgets.steady_scroll import SteadyScroll
from bonddiary.ui.widgets.words import Words

if TYPE_CHECKING:
    from bonddiary.diary.changes import Change
    from bonddiary.ui.widgets.care_notice import CareNotice

MARGINS = {Width.WIDE: (16, 12, 8, 10), Width.MEDIUM: (12, 8, 4, 8), Width.NARROW: (4, 4, 0, 4)}
PINNED_FROM = 260
"""A page of this height, in units of the text size, keeps what to paint in view beside an upright ruler."""
PAUSE = 700
"""Milliseconds after the last letter when a half-typed line is kept."""
BESIDE = {Width.WIDE: 0, Width.MEDIUM: 0, Width.NARROW: 8}
"""What is kept free beside what to paint, where it stands outside what scrolls."""


class CatchUpPage(Page):
    """What happened in the night, noted in the morning."""

    back_asked = Signal()
    help_asked = Signal()

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self._session, self._theme = session, theme
        self.presenter = CatchUpPresenter(session, self._render, self._say)
        presenter = self.presenter
        self._unsaved = False
        self._bar = InlineBar()
        self._head = Head(theme)
        self._how = Words(
            self.tr(
                "Click a time and choose what it was, or pick first and click. Arrows: 5 min. Page Down: next day."
            ),
            "quiet",
        )
        self.palette_ = Palette(theme, presenter.all_cues)
        self._said = Words()
        self.ruler = Ruler(theme, presenter.state)
        self._line = QLineEdit(placeholderText=self.tr("Or type it: rooting 1:40am"))
        self._line.setAccessibleName(self.tr("Or type it"))
        self._kept = Words()
        self._keep_soon = QTimer(self, singleShot=True, interval=PAUSE)
        self._keep_soon.timeout.connect(self._keep_line)
        self._overlaps = OverlapLines(theme)
        self._empty = Words(kind="quiet")
        self.table = EntriesTable(theme, presenter.type_cell, self._offers)
        self._foot = Foot(theme)
        self._care: CareNotice | None = None
        self._build()
        self._connect()

    @override
    def enter(self) -> None:
        self.presenter.enter()
        self.ruler.number_keys = self._session.settings.number_keys
        if not self._line.text():
            self._line.setText(self.presenter.half_typed())
        self.ruler.setFocus()
        self._scroll.verticalScrollBar().setValue(0)
        if self.width_class is Width.NARROW:
            QTimer.singleShot(0, self, self._bring_cursor)  # once the ruler knows how high it is

    def show_day(self, day: date) -> None:
        """Opens on a day, at its midnight: the way from a sheet that was filled in by hand."""
        self.presenter.show_day(day)
        self.ruler.setFocus()

    @override
    def regions(self) -> list[QWidget]:
        parts = (
            self._bar, self._head, self.palette_, self._care, self.ruler, self._line, self._overlaps, self.table,
            self._foot,
        )  # fmt: skip
        return [part for part in parts if part is not None]

    @override
    def set_width(self, width: Width) -> None:
        super().set_width(width)
        narrow = width is Width.NARROW
        self.ruler.set_upright(narrow)
        self.table.stack(narrow)
        self.palette_.fold(narrow)
        self._how.setVisible(not narrow)
        self._choosing.layout().setContentsMargins(0, 0, BESIDE[width], 0)  # type: ignore[union-attr]  # it has one
        self._said.setContentsMargins(5, 0, 5 + BESIDE[width], 0)
        self._outer.setContentsMargins(*MARGINS[width])
        self._pin()

    @override
    def unsaved(self) -> str:
        self.table.finish()
        self._keep_line()
        return self.presenter.unsaved()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._line.hasFocus():
            self.ruler.setFocus()  # what is typed stays in the line
        elif event.key() == Qt.Key.Key_Escape and self.presenter.state.care:
            self._close_care()
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._pin()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self.presenter.state.anchor is not None:
            self.presenter.cancel()

    def _build(self) -> None:
        for words in (self._how, self._said, self._kept, self._empty):
            words.setContentsMargins(5, 0, 5, 0)
        self._inside = inside = QWidget()
        self._choosing = QWidget()
        self._choosing.setLayout(column(self._how, self.palette_, gap=6))
        self._body = column(
            self._head, self._choosing, self._said, self.ruler, row(self._line, margins=(5, 0, 5, 0)),
            self._kept, self._overlaps, self._empty, self.table, self._foot, 1,
        )  # fmt: skip
        inside.setLayout(self._body)
        self._scroll = SteadyScroll(inside, self._body)
        self._outer = column(self._bar, self._scroll, gap=6)
        self.setLayout(self._outer)

    def _pin(self) -> None:
        """In a narrow window the ruler is high: what is at the cursor stays in view, and where there is room what to paint."""
        narrow, roomy = self.width_class is Width.NARROW, self.height() >= self._theme.look.px(PINNED_FROM)
        held = cast(QWidget | None, self.focusWidget())
        for part, pinned in ((self._choosing, narrow and roomy), (self._said, narrow)):
            around = self._outer if pinned else self._body
            if around.indexOf(part) < 0:
                around.insertWidget(max(1, around.indexOf(self._choosing) + 1), part)
                self._order_stops()
        if held is not None and not held.hasFocus():
            held.setFocus()  # Qt takes it from what goes to another parent

    def _connect(self) -> None:
        presenter, ruler = self.presenter, self.ruler
        self._head.stepped.connect(presenter.step)
        self._head.night_chosen.connect(lambda night: presenter.show_hours(night=night))
        self._head.done.connect(self.back_asked)
        self.palette_.chosen.connect(presenter.choose)
        self.palette_.cue_chosen.connect(presenter.choose_cue)
        ruler.clicked.connect(self._place)
        ruler.menu_asked.connect(self._ask_what)
        ruler.dragged.connect(presenter.stretch)
        ruler.pointed.connect(self._point)
        ruler.placed.connect(lambda: self._place(presenter.state.cursor))
        ruler.cancelled.connect(presenter.cancel)
        ruler.delete_asked.connect(presenter.delete_here)
        ruler.numbered.connect(presenter.choose_number)
        ruler.typed.connect(self._begin_line)
        self._line.returnPressed.connect(self._read_line)
        self._line.textEdited.connect(lambda _text: self._keep_soon.start())
        self._line.textEdited.connect(self._kept.hide)
        self._overlaps.join_asked.connect(presenter.join)
        self._overlaps.trim_asked.connect(presenter.trim)
        self._overlaps.leave_asked.connect(presenter.leave)
        self._overlaps.emptied.connect(ruler.setFocus)
        self.table.delete_asked.connect(self._delete)
        self._foot.add_asked.connect(self._add_row)
        self._foot.delete_asked.connect(lambda: self._delete(self.table.current_key))
        self._foot.whole_marked.connect(lambda on: presenter.mark(DayMarkKind.WHOLE_DAY, on))
        self._foot.no_crying_marked.connect(lambda on: presenter.mark(DayMarkKind.NO_CRYING, on))
        for part in (ruler, self._line):
            for sequence, act in (
                (Qt.Key.Key_PageDown, self._next),
                (Qt.Key.Key_PageUp, self._before),
            ):
                QShortcut(sequence, part, context=Qt.ShortcutContext.WidgetShortcut).activated.connect(act)
        self._session.diary_changed.connect(self._on_change)
        self._session.baby_changed.connect(self._on_baby)
        self._session.opened.connect(self._on_baby)

    def _render(self, state: CatchUpState) -> None:
        held = self.table.hasFocus()
        again = [(self.tr("Try again"), self.presenter.try_again)] if state.problem else []
        self._bar.say(state.problem, *again)
        self._head.render_state(state)
        self.palette_.show_tools(state.tools, state.tool)
        self._said.say(state.said or state.hint or state.here)
        self._said.show_ink(self._theme.look.tokens.problem if state.said else "")
        self.ruler.render_state(state)
        self._kept.say(state.line)
        self._kept.setVisible(bool(state.line))
        if state.line:
            QTimer.singleShot(0, self, lambda: bring_into_view(self._kept))  # once it has its place
        if self._overlaps.show_lines(state.overlaps):
            self._order_stops()
        self._empty.say(state.empty)
        self._empty.setVisible(bool(state.empty))
        self.table.show_rows(state.rows)
        self.table.setVisible(bool(state.rows))
        self._foot.render_state(state)
        self._show_care(state)
        if held and not state.rows:
            self._foot.take_focus()
        if self._unsaved and not state.unsaved:
            self.all_kept.emit()
        self._unsaved = state.unsaved

    def _show_care(self, state: CatchUpState) -> None:
        if self._care is None:
            if not state.care:
                return
            from bonddiary.ui.widgets.care_notice import CareNotice  # few strokes need it

            self._care = CareNotice(self._theme)
            self._care.help_asked.connect(self.help_asked)
            self._care.closed.connect(self._close_care)
            self._body.insertWidget(self._body.indexOf(self.ruler), self._care)
            self._order_stops()
        if self._care.show_cards(state.care) and state.care:
            self._scroll.show_from_top(self._care)

    def _close_care(self) -> None:
        self.presenter.close_care()
        self.ruler.setFocus()

    def _order_stops(self) -> None:
        order_stops(*self.regions())
        parts = (
            self._head, self._choosing, self._said, self._scroll, self._care, self.ruler, self._line,
            self._kept, self._overlaps, self._empty, self.table, self._foot,
        )  # fmt: skip
        for part in parts:
            if part is not None:
                part.raise_()  # a screen reader comes to them as the eye does

    def _place(self, step: int) -> None:
        """A stroke of what is picked; where nothing is, the time is asked what it was."""
        state = self.presenter.state
        if state.chosen is None and step <= state.past and not self._session.before_birth():
            self.presenter.point_at(step)
            self._ask_what(step)
        else:
            self.presenter.place(step)

    def _ask_what(self, step: int) -> None:
        from bonddiary.ui.pages.catch_up.what_menu import ask_what  # when somebody asks

        def note(key: str) -> None:
            """Once: what was picked for the next strokes stays so. A stretch is picked, to choose its end."""
            before = self.presenter.state.tool
            self.presenter.choose(key)
            self.presenter.place(step)
            tool = self.presenter.state.chosen
            if tool is not None and not tool.lasting:
                self.presenter.choose(before)

        def note_cue(cue: CueKey) -> None:
            before = self.presenter.state.tool
            self.presenter.choose_cue(cue)
            self.presenter.place(step)
            self.presenter.choose(before)

        state, presenter = self.presenter.state, self.presenter
        title = self.tr("What was it at {0}?").format(wording.clock(state.hours.at(step).wall))
        at = self.ruler.mapToGlobal(self.ruler.places.point(step, self.ruler.across).toPoint())
        ask_what(self, at, title, state.tools, presenter.all_cues(), note, note_cue)

    def _point(self, step: int) -> None:
        self.presenter.point_at(step)
        self._say(self.presenter.state.here)
        if self.ruler.places.upright:
            self._bring_cursor()

    def _bring_cursor(self) -> None:
        """An upright ruler is taller than the window: the cursor stays in sight."""
        at = self.ruler.places.point(self.presenter.state.cursor, 0)
        inside = self.ruler.mapTo(self._inside, at.toPoint())
        self._scroll.ensureVisible(inside.x(), inside.y(), 0, 60)

    def _next(self) -> None:
        self.presenter.step(1, begin=True)

    def _before(self) -> None:
        self.presenter.step(-1, begin=True)

    def _begin_line(self, letter: str) -> None:
        self._line.setFocus()
        self._line.end(False)
        self._line.insert(letter)
        bring_into_view(self._line)

    def _read_line(self) -> None:
        if not self._line.text().strip() or self.presenter.type_line(self._line.text()):
            self._line.clear()
            self._keep_line()

    def _keep_line(self) -> None:
        self.presenter.keep_half_typed(self._line.text().strip())

    def _add_row(self) -> None:
        self.presenter.add_row()
        self.table.edit_cell("", Field.TIME)
        bring_into_view(self.table)

    def _delete(self, key: str | None) -> None:
        if key is not None:
            self.presenter.delete(key)

    def _offers(self, field: Field) -> Sequence[str]:
        return self.presenter.offers(field)

    def _on_change(self, change: "Change") -> None:
        self.presenter.on_change(change, visible=self.isVisible())

    def _on_baby(self) -> None:
        self.presenter.change_baby()
        if self.isVisible():
            self.presenter.enter()

    def _say(self, words: str) -> None:
        announce(self, words)
