"""One visit: questions and answers large enough to write while talking, what was agreed, and later how it went."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bonddiary.ui.pages.visits import keys
from bonddiary.ui.pages.visits.fields import KeptField, bounded
from bonddiary.ui.pages.visits.new_question import NewQuestion
from bonddiary.ui.pages.visits.question_rows import AskedQuestion
from bonddiary.ui.pages.visits.state import OpenVisit, PromptRow, VisitsState
from bonddiary.ui.pages.visits.visit_form import VisitForm
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.baby_badge import BabyBadge
from bonddiary.ui.widgets.flow import FlowLayout, holding
from bonddiary.ui.widgets.focus import order_stops
from bonddiary.ui.widgets.layout import column, frame
from bonddiary.ui.widgets.reading import Reading, WordButton
from bonddiary.ui.widgets.words import Heading, Words

if TYPE_CHECKING:
    from bonddiary.ui.pages.visits.before_after import BeforeAfter

LINE, WIDE = 720, 1000
BODY = 4


class Prepare(QWidget):
    """Thoughts before a visit, for the parent alone: folded away, so that nobody beside them reads along.

    `fold` opens and closes it; it stands with the visit's other buttons.
    """

    typed = Signal(str, str)
    left = Signal(str, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._fields: dict[str, KeptField] = {}
        self.fold = WordButton(theme, self.tr("Prepare, in private"), "plain")
        self.fold.clicked.connect(lambda: self.open(not self.is_open))
        self._inside = column(gap=4, margins=(16, 12, 16, 14))
        self._inside.addWidget(
            Words(
                self.tr(
                    "You may be asked something like this. You can think about it first, or leave it all blank."
                )
            )
        )
        self._inside.addWidget(
            Words(self.tr("It is private. It is on no page, unless you choose it there."), "caption")
        )
        self._card = frame("card", self._inside)
        self.setLayout(column(self._card, margins=(BODY, 0, BODY, 0)))
        self._card.hide()

    @property
    def is_open(self) -> bool:
        """Whether the prompts can be seen."""
        return not self._card.isHidden()

    @property
    def fields(self) -> tuple[KeptField, ...]:
        """In order."""
        return tuple(self._fields.values())

    def open(self, opened: bool) -> None:
        """Shows or hides the prompts."""
        for field in self.fields if not opened else ():
            field.finish()
        self._card.setVisible(opened)
        self.fold.setText(self.tr("Hide what you prepared") if opened else self.tr("Prepare, in private"))
        self.fold.updateGeometry()

    def show_prompts(self, visit: str, prompts: tuple[PromptRow, ...], state: VisitsState) -> None:
        """Shows them with what was written."""
        for each in prompts:
            if each.key not in self._fields:
                self._add(each)
            key = keys.field_of(visit, each.key)
            self._fields[each.key].show_field(key, each.text, state.typed, state.told)

    def _add(self, each: PromptRow) -> None:
        field = KeptField(self._theme, each.ask, lines=2)
        field.typed.connect(self.typed)
        field.left.connect(self.left)
        self._inside.addSpacing(2)
        self._inside.addWidget(Heading(each.name, "strong"))
        self._inside.addWidget(Words(each.ask))
        self._inside.addWidget(field)
        self._fields[each.key] = field


class VisitView(Reading):
    """Parts are made once; showing another visit changes their words."""

    typed = Signal(str, str)
    left = Signal(str, str)
    question_added = Signal(str)
    about_opened = Signal(str)
    back_asked = Signal()
    change_asked = Signal()
    delete_asked = Signal()
    report_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        inside = QWidget()
        super().__init__(theme, inside, "")
        self._theme = theme
        self._visit = ""
        self._rows: dict[str, AskedQuestion] = {}
        self._order: tuple[str, ...] = ()
        self.back = WordButton(theme, self.tr("‹ All visits"))
        self.title, self._line = Heading("", "title"), Words(kind="quiet")
        self.badge = BabyBadge(theme)
        self._talk, self._bring = Words(kind="quiet"), Words(kind="quiet")
        self.change = WordButton(theme, self.tr("Change day or name"), "plain")
        self.report = WordButton(theme, self.tr("Put these on the page"), "plain")
        self.form = VisitForm(theme)
        self.prepare = Prepare(theme)
        self._questions = QWidget()  # holds the place of rows made later for those who hear the page in order
        self._list = QVBoxLayout(self._questions)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(10)
        self._none = Words(self.tr("No questions are written down for this visit."), "quiet")
        self.new = NewQuestion(
            theme, self.tr("One more question for this visit"), self.tr("One more question")
        )
        self.plan = KeptField(theme, self.tr("What we agreed"), lines=3, large=True)
        self.note = KeptField(theme, self.tr("Anything else"), lines=2, large=True)
        self.later = KeptField(theme, self.tr("How did it go?"), lines=3, large=True)
        for field in (self.plan, self.note, self.later):
            field.text.setPlaceholderText(self.tr("In your own words"))
        self._beside: BeforeAfter | None = None
        self.delete = WordButton(theme, self.tr("Delete this visit"))
        self._body, self._back_look, self._whole = QWidget(), QWidget(), column(gap=14)
        self._build(inside)
        self._connect()
        theme.changed.connect(self._fit)
        self._fit()

    def show_state(self, state: VisitsState) -> None:
        """Draws the visit that is open."""
        visit = state.opened
        if visit is None:
            return
        if visit.id != self._visit:
            self.prepare.open(opened=False)
            self.to_top()
        self._visit = visit.id
        self.setAccessibleName(visit.title)
        self.badge.show_mark(state.mark)
        self._show_head(visit)
        self.form.show_form(state, state.form)
        self.change.setVisible(state.form is None)
        self.prepare.show_prompts(visit.id, visit.prompts, state)
        self._show_questions(visit, state)
        self.new.show_line(keys.new_for(visit.id), None, state.typed, state.told)
        for field, name, saved in (
            (self.plan, "plan", visit.plan),
            (self.note, "note", visit.note),
            (self.later, "later", visit.later),
        ):
            field.show_field(keys.field_of(visit.id, name), saved, state.typed, state.told)
        self._show_back_look(visit)
        self._order_stops()

    def finish(self) -> None:
        """Sends what is being typed."""
        for field in self._fields():
            field.finish()

    def set_margins(self, *, narrow: bool) -> None:
        """Less room around where there is little."""
        self._whole.setContentsMargins(*((6, 8, 4, 20) if narrow else (16, 14, 12, 28)))

    def _fields(self) -> tuple[KeptField, ...]:
        answers = (self._rows[id].field for id in self._order)
        return (*self.prepare.fields, *answers, self.new.field, self.plan, self.note, self.later)

    def _build(self, inside: QWidget) -> None:
        ways = FlowLayout(gap=0)
        for way in (self.change, self.report, self.prepare.fold):
            ways.addWidget(way)
        self._ways = holding(ways)
        asked = column(Heading(self.tr("What we want to ask"), "section"), self._none, gap=12)
        asked.addWidget(self._questions)
        asked.addWidget(self.new)
        asked.addSpacing(4)
        agreed = column(Heading(self.tr("What we agreed"), "section"), self.plan, gap=6)
        more = column(Heading(self.tr("Anything else"), "section"), self.note, gap=6)

        def indented(*parts: QWidget | QVBoxLayout, gap: int = 14) -> QVBoxLayout:
            return column(*parts, gap=gap, margins=(BODY, 0, BODY, 0))

        body = column(gap=10)
        body.addWidget(self.back)
        body.setAlignment(self.back, Qt.AlignmentFlag.AlignLeading)
        body.addLayout(indented(self.title, self._line, self.badge, self._talk, self._bring, gap=4))
        body.addWidget(self._ways)
        body.addLayout(indented(self.form))
        body.addWidget(self.prepare)
        body.addSpacing(6)
        body.addLayout(indented(asked, agreed, more, gap=16))
        self._body.setLayout(body)
        self.went = Heading(self.tr("How did it go?"), "section")
        self._back_column = column(self.went, gap=10, margins=(BODY, 0, BODY, 0))
        self._back_column.addLayout(bounded(self.later))
        self._back_look.setLayout(self._back_column)
        self._whole.addLayout(bounded(self._body))
        self._whole.addLayout(bounded(self._back_look))
        self._whole.addWidget(self.delete)
        self._whole.addStretch(1)
        inside.setLayout(self._whole)

    def _connect(self) -> None:
        for part in (self.prepare, self.new, self.plan, self.note, self.later):
            part.typed.connect(self.typed)
            part.left.connect(self.left)
        self.back.clicked.connect(self.back_asked)
        self.change.clicked.connect(self.change_asked)
        self.report.clicked.connect(self.report_asked)
        self.delete.clicked.connect(self.delete_asked)
        self.new.added.connect(self.question_added)

    def _show_head(self, visit: OpenVisit) -> None:
        self.title.setText(visit.title)
        self._line.say(f"{visit.line[:1].upper()}{visit.line[1:]}")
        for words, said, lead in (
            (self._talk, visit.talk, self.tr("Usually:")),
            (self._bring, visit.bring, self.tr("From the diary:")),
        ):
            words.say(said, lead)
            words.setVisible(bool(said) and not visit.looks_back)

    def _show_questions(self, visit: OpenVisit, state: VisitsState) -> None:
        order = tuple(row.id for row in visit.questions)
        for id in set(self._rows) - set(order):
            gone = self._rows.pop(id)
            with QSignalBlocker(gone):
                self._list.removeWidget(gone)
                gone.hide()
                gone.deleteLater()
        for row in visit.questions:
            if row.id not in self._rows:
                self._rows[row.id] = self._row()
            self._rows[row.id].show_row(row, state.typed, state.told)
        if order != self._order:
            self._order = order
            for place, id in enumerate(order):
                self._list.insertWidget(place, self._rows[id])
                self._rows[id].show()
        self._none.setVisible(not order)

    def _row(self) -> AskedQuestion:
        made = AskedQuestion(self._theme)
        made.typed.connect(self.typed)
        made.left.connect(self.left)
        made.about_opened.connect(self.about_opened)
        return made

    def _show_back_look(self, visit: OpenVisit) -> None:
        self._back_look.setVisible(visit.looks_back)
        if visit.sides is None:
            return
        if self._beside is None:
            from bonddiary.ui.pages.visits.before_after import BeforeAfter  # loads the chart library

            self._beside = BeforeAfter(self._theme)
            self._back_column.addWidget(self._beside)
        self._beside.show_sides(visit.sides)

    def _order_stops(self) -> None:
        rows = [self._rows[id] for id in self._order]
        look_back = self._beside.stops if self._beside is not None else []
        order_stops(
            self.back, self.title, self.change, self.report, self.prepare.fold, self.form, self.prepare, *rows, self.new,
            self.plan, self.note, self.later, *look_back, self.delete,
        )  # fmt: skip

    def _fit(self) -> None:
        self._body.setMaximumWidth(self._theme.look.px(LINE))
        self.later.setMaximumWidth(self._theme.look.px(LINE) - 2 * BODY)  # as wide as the fields above
        self._back_look.setMaximumWidth(self._theme.look.px(WIDE))
