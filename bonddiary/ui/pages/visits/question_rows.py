"""Questions: in the list, to change and to put in order; at a visit, with room for the answer."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from bonddiary.ui.pages.visits import keys
from bonddiary.ui.pages.visits.fields import KeptField, Number
from bonddiary.ui.pages.visits.state import QuestionRow, Told
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.choice import Choice
from bonddiary.ui.widgets.flow import FlowLayout, holding
from bonddiary.ui.widgets.layout import column, row
from bonddiary.ui.widgets.reading import WordButton
from bonddiary.ui.widgets.words import Heading, Words


class ListedQuestion(QWidget):
    """A question to change in place. Alt and an arrow, or its buttons, put it elsewhere."""

    typed = Signal(str, str)
    left = Signal(str, str)
    moved = Signal(str, int)
    removed = Signal(str)
    visit_chosen = Signal(str, str)
    about_opened = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.row = QuestionRow(id="", number=0, text="", answer="")
        self._number = Number(theme)
        self.field = KeptField(theme, "", lines=1, one_line=True)
        self.field.typed.connect(self.typed)
        self.field.left.connect(self.left)
        self.field.text.sent.connect(self.field.finish)
        self.field.text.moved.connect(lambda by: self.moved.emit(self.row.id, by))
        self._answer = Words(kind="quiet")
        self._about = WordButton(theme)
        self._about.clicked.connect(self._open)
        self._gone = Words(kind="caption")
        self._visit = Choice(theme, self.tr("For which visit"))
        self._visit.chosen.connect(
            lambda place: self.visit_chosen.emit(self.row.id, self._visit.itemData(place))
        )
        self.up, self.down = WordButton(theme, self.tr("Move up")), WordButton(theme, self.tr("Move down"))
        self.delete = WordButton(theme, self.tr("Delete"))
        self.up.clicked.connect(lambda: self.moved.emit(self.row.id, -1))
        self.down.clicked.connect(lambda: self.moved.emit(self.row.id, 1))
        self.delete.clicked.connect(lambda: self.removed.emit(self.row.id))
        deeds = FlowLayout(gap=4)
        for part in (self._visit, self.up, self.down, self.delete):
            deeds.addWidget(part)
        inner = column(self.field, self._answer, self._about, self._gone, holding(deeds), gap=2)
        whole = row(self._number, inner, gap=10)
        whole.setAlignment(self._number, Qt.AlignmentFlag.AlignTop)
        whole.setStretchFactor(inner, 1)
        self._number.setContentsMargins(0, 4, 0, 0)
        self.setLayout(whole)

    def show_row(self, shown: QuestionRow, typed: Mapping[str, str], told: Mapping[str, Told]) -> None:
        """Shows a question; what is being typed stays."""
        self.row = shown
        named = self.tr("Question {0}").format(shown.number)
        self._number.show_number(shown.number)
        self.field.text.setAccessibleName(named)
        self.field.show_field(keys.text_of(shown.id), shown.text, typed, told)
        self._answer.say(shown.answer, self.tr("Answer:"))
        self._answer.setVisible(bool(shown.answer))
        show_about(self._about, self._gone, shown)
        self._show_choices(shown, named)
        self.up.setEnabled(not shown.first)
        self.down.setEnabled(not shown.last)
        for way in (self.up, self.down):
            way.setVisible(not (shown.first and shown.last))
        for deed in (self.up, self.down, self.delete):
            deed.setAccessibleName(f"{deed.text()}: {named}")

    def _show_choices(self, shown: QuestionRow, named: str) -> None:
        there = [(self._visit.itemData(n), self._visit.itemText(n)) for n in range(self._visit.count())]
        if there != list(shown.choices):
            self._visit.clear()
            for id, name in shown.choices:
                self._visit.addItem(name, id)
        self._visit.setAccessibleName(f"{self.tr('For which visit')}, {named}")
        self._visit.show_value(shown.visit)
        self._visit.setVisible(bool(shown.choices))

    def _open(self) -> None:
        if self.row.about is not None:
            self.about_opened.emit(self.row.about.leads)


class AskedQuestion(QWidget):
    """A question at a visit: large to read, with room for what is said."""

    typed = Signal(str, str)
    left = Signal(str, str)
    about_opened = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.row = QuestionRow(id="", number=0, text="", answer="")
        self._number = Number(theme)
        self._words = Heading("", "section")
        self._about = WordButton(theme)
        self._about.clicked.connect(self._open)
        self._gone = Words(kind="caption")
        self.field = KeptField(theme, "", lines=2, large=True)
        self.field.text.setPlaceholderText(self.tr("What was said"))
        self.field.typed.connect(self.typed)
        self.field.left.connect(self.left)
        head = row(self._number, self._words, gap=10)
        head.setAlignment(self._number, Qt.AlignmentFlag.AlignTop)
        head.setStretchFactor(self._words, 1)
        self.setLayout(column(head, self._about, self._gone, self.field, gap=6))

    def show_row(self, shown: QuestionRow, typed: Mapping[str, str], told: Mapping[str, Told]) -> None:
        """Shows a question and its answer; what is being typed stays."""
        self.row = shown
        self._number.show_number(shown.number)
        self._words.setText(shown.text)
        self.field.text.setAccessibleName(self.tr("Answer to question {0}").format(shown.number))
        self.field.show_field(keys.answer_of(shown.id), shown.answer, typed, told)
        show_about(self._about, self._gone, shown)

    def _open(self) -> None:
        if self.row.about is not None:
            self.about_opened.emit(self.row.about.leads)


def show_about(link: WordButton, gone: Words, shown: QuestionRow) -> None:
    """What a question was asked beside: a link there, or words where it isn't there any more."""
    about = shown.about
    leads = about is not None and bool(about.leads)
    words = about.words if about is not None else ""
    link.setText(words)
    link.setVisible(leads)
    link.updateGeometry()
    gone.say(words)
    gone.setVisible(bool(words) and not leads)
