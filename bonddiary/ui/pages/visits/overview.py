"""All questions and all visits: what there is to ask, what is to come, what was."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from bonddiary.ui.overriding import override
from bonddiary.ui.pages.visits import keys
from bonddiary.ui.pages.visits.fields import bounded
from bonddiary.ui.pages.visits.new_question import NewQuestion
from bonddiary.ui.pages.visits.question_rows import ListedQuestion
from bonddiary.ui.pages.visits.state import VisitRow, VisitsState
from bonddiary.ui.pages.visits.visit_form import VisitForm
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.baby_badge import BabyBadge
from bonddiary.ui.widgets.focus import order_stops
from bonddiary.ui.widgets.layout import column, frame
from bonddiary.ui.widgets.reading import Reading, WordButton
from bonddiary.ui.widgets.tip_button import TipButton
from bonddiary.ui.widgets.words import Heading, Words

LINE, ASIDE, BESIDE = 640, 400, 900
"""Widths in units of the text size: of the questions, of the visits, and from where visits stand beside the questions."""
BETWEEN = 28
BODY = 4
"""How far a button's body lies inside it: words start there too."""


class VisitList(QWidget):
    """Buttons that open visits. A button stays its visit's: the keyboard may be on it."""

    opened = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._rows: tuple[VisitRow, ...] = ()
        self.buttons: dict[str, TipButton] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)

    def show_rows(self, rows: Sequence[VisitRow]) -> None:
        """Shows them in this order."""
        self.setVisible(bool(rows))
        if tuple(rows) == self._rows:
            return
        self._rows = tuple(rows)
        held = next((id for id, each in self.buttons.items() if each.hasFocus()), None)
        for each in self.buttons.values():
            self._column.removeWidget(each)
            each.hide()
            each.deleteLater()
        self.buttons = {row.id: self._button(row) for row in rows}
        if held in self.buttons:
            self.buttons[held].setFocus()

    def _button(self, row: VisitRow) -> TipButton:
        made = TipButton(self._theme, row.title, row.line)
        made.clicked.connect(lambda: self.opened.emit(row.id))
        self._column.addWidget(made)
        made.show()
        return made


class Overview(Reading):
    """Questions on one side, visits on the other; under each other where there is little room."""

    typed = Signal(str, str)
    left = Signal(str, str)
    question_added = Signal(str)
    question_moved = Signal(str, int)
    question_removed = Signal(str)
    visit_chosen = Signal(str, str)
    about_opened = Signal(str)
    about_dropped = Signal()
    visit_opened = Signal(str)
    back_look_opened = Signal(str)
    """A visit, and how it went."""
    visit_asked = Signal()
    report_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        inside = QWidget()
        super().__init__(theme, inside, "")
        self.setAccessibleName(self.tr("Visits and questions"))
        self._theme = theme
        self._rows: dict[str, ListedQuestion] = {}
        self._order: tuple[str, ...] = ()
        self.title = Heading(self.tr("Visits and questions"), "title")
        self.badge = BabyBadge(theme)
        intro = Words(
            self.tr("Write a question down when it comes to you. It is here when you sit together."), "quiet"
        )
        self.look_back = VisitList(theme)
        self._asks = frame(
            "strip",
            column(
                Heading(self.tr("How did it go?"), "strong"),
                Words(self.tr("Two weeks have gone by since this visit. You can look back, if you like.")),
                self.look_back,
                gap=4,
                margins=(14, 10, 10, 8),
            ),
        )
        self.new = NewQuestion(
            theme, self.tr("A new question"), self.tr("What would you like to ask or tell?")
        )
        self._questions = QWidget()  # holds the place of rows made later for those who hear the page in order
        self._list = QVBoxLayout(self._questions)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(6)
        self._none = Words(
            self.tr("Nothing here yet. You can ask beside an entry, a tip or a chart, too."), "quiet"
        )
        self.report = WordButton(theme, self.tr("Put these on the page for the visit"), "plain")
        self.coming, self.past = VisitList(theme), VisitList(theme)
        self.add_visit = WordButton(theme, self.tr("Add a visit"), "plain")
        self.form = VisitForm(theme)
        self._left, self._right = self._build_left(), self._build_right()
        self._head = QWidget()
        self._head.setLayout(
            column(self.title, self.badge, intro, self._asks, gap=8, margins=(BODY, 0, BODY, 0))
        )
        self._both, self._whole = QBoxLayout(QBoxLayout.Direction.LeftToRight), column(gap=14)
        self._arrange()
        inside.setLayout(self._whole)
        self._connect()
        theme.changed.connect(self._fit)
        self._fit()

    def show_state(self, state: VisitsState) -> None:
        """Draws everything; fields that are being typed in keep what is in them."""
        self.badge.show_mark(state.mark)
        self._asks.setVisible(state.look_back is not None)
        self.look_back.show_rows(() if state.look_back is None else (state.look_back,))
        self.new.show_line(keys.new_for(state.baby), state.asking, state.typed, state.told)
        self._show_questions(state)
        self._none.setVisible(not state.questions)
        self.report.setVisible(bool(state.questions))
        self.coming.show_rows(state.upcoming)
        self._no_visit.setVisible(not state.upcoming and state.form is None)
        self.past.show_rows(state.past)
        self._past_title.setVisible(bool(state.past))
        form = state.form if state.opened is None else None
        self.form.show_form(state, form)
        self.add_visit.setVisible(form is None)
        self._order_stops()

    def question(self, id: str) -> ListedQuestion | None:
        """The row of a question."""
        return self._rows.get(id)

    @property
    def order(self) -> tuple[str, ...]:
        """The ids of the questions as they stand."""
        return self._order

    def finish(self) -> None:
        """Sends what is being typed: a window that closes, or stands behind others, takes no focus away."""
        self.new.field.finish()
        for row in tuple(self._rows.values()):  # saving one may show another baby’s
            row.field.finish()

    def set_margins(self, *, narrow: bool) -> None:
        """Less room around where there is little."""
        self._whole.setContentsMargins(*((6, 8, 4, 20) if narrow else (16, 14, 12, 28)))

    def _arrange(self) -> None:
        self._both.addLayout(bounded(self._left), LINE)
        self._both.addLayout(bounded(self._right), ASIDE)
        self._whole.addLayout(bounded(self._head))
        self._whole.addLayout(self._both)
        self._whole.addStretch(1)

    def _build_left(self) -> QWidget:
        part, words = QWidget(), column(gap=10, margins=(BODY, 0, BODY, 0))
        words.addWidget(Heading(self.tr("Questions to ask"), "section"))
        words.addWidget(self.new)
        words.addWidget(self._none)
        words.addSpacing(4)
        words.addWidget(self._questions)
        whole = column(words, gap=10)
        whole.addWidget(self.report)
        whole.addStretch(1)
        part.setLayout(whole)
        return part

    def _build_right(self) -> QWidget:
        part = QWidget()
        self._no_visit = Words(
            self.tr("A visit keeps the answers and what you agree together. Nothing here reminds you of it."),
            "quiet",
        )
        self._past_title = Heading(self.tr("Visits so far"), "section")

        def indented(*widgets: QWidget) -> QVBoxLayout:
            return column(*widgets, gap=8, margins=(BODY, 0, BODY, 0))

        whole = column(gap=6)
        whole.addLayout(indented(Heading(self.tr("Visits to come"), "section"), self._no_visit))
        whole.addWidget(self.coming)
        whole.addWidget(self.add_visit)
        whole.addLayout(indented(self.form))
        whole.addSpacing(8)
        whole.addLayout(indented(self._past_title))
        whole.addWidget(self.past)
        whole.addStretch(1)
        part.setLayout(whole)
        return part

    def _connect(self) -> None:
        self.new.typed.connect(self.typed)
        self.new.left.connect(self.left)
        self.new.added.connect(self.question_added)
        self.new.about_dropped.connect(self.about_dropped)
        for rows in (self.coming, self.past):
            rows.opened.connect(self.visit_opened)
        self.look_back.opened.connect(self.back_look_opened)
        self.add_visit.clicked.connect(self.visit_asked)
        self.report.clicked.connect(self.report_asked)

    def _show_questions(self, state: VisitsState) -> None:
        order = tuple(row.id for row in state.questions)
        for id in set(self._rows) - set(order):
            gone = self._rows.pop(id)
            with QSignalBlocker(gone):
                self._list.removeWidget(gone)
                gone.hide()
                gone.deleteLater()
        for row in state.questions:
            if row.id not in self._rows:
                self._rows[row.id] = self._row()
            self._rows[row.id].show_row(row, state.typed, state.told)
        if order != self._order:
            self._order = order
            for place, id in enumerate(order):
                self._list.insertWidget(place, self._rows[id])
                self._rows[id].show()

    def _row(self) -> ListedQuestion:
        made = ListedQuestion(self._theme)
        made.typed.connect(self.typed)
        made.left.connect(self.left)
        made.moved.connect(self.question_moved)
        made.removed.connect(self.question_removed)
        made.visit_chosen.connect(self.visit_chosen)
        made.about_opened.connect(self.about_opened)
        return made

    def _order_stops(self) -> None:
        rows = [self._rows[id] for id in self._order]
        order_stops(
            self.look_back, self.new, *rows, self.report, self.coming, self.add_visit, self.form, self.past
        )

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        look, ways = self._theme.look, QBoxLayout.Direction
        beside = self.width() >= look.px(BESIDE)
        self._both.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self._both.setSpacing(look.px(BETWEEN) if beside else 18)
        self._right.setMaximumWidth(look.px(ASIDE if beside else LINE))
        self._head.setMaximumWidth(look.px(LINE + BETWEEN + ASIDE if beside else LINE))

    def _fit(self) -> None:
        self._left.setMaximumWidth(self._theme.look.px(LINE))
        self._place()
