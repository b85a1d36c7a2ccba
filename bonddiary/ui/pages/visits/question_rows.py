"""Questions: in the list, to change and to put in order; at a visit, with room for the answer."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QMenu, QWidget

from bonddiary.ui.overriding import override
from bonddiary.ui.pages.visits import keys
from bonddiary.ui.pages.visits.fields import KeptField, Number
from bonddiary.ui.pages.visits.more_button import MoreButton
from bonddiary.ui.pages.visits.state import QuestionRow, Told
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.layout import column, row
from bonddiary.ui.widgets.plain import plain_name
from bonddiary.ui.widgets.reading import WordButton
from bonddiary.ui.widgets.words import Heading, Words

ROOMY = 280
"""Width in units of the text size."""
LEADING = Qt.AlignmentFlag.AlignLeading
"""A button that isn't as wide as its column: without it the column would be no wider than the button."""


class ListedQuestion(QWidget):
    """A question to change in place. Alt and an arrow, or its menu, put it elsewhere."""

    typed = Signal(str, str)
    left = Signal(str, str)
    moved = Signal(str, int)
    removed = Signal(str)
    visit_chosen = Signal(str, str)
    about_opened = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.row = QuestionRow(id="", number=0, text="", answer="")
        self._theme = theme
        self._number = Number(theme, high=46)
        self.field = KeptField(theme, "", lines=1, one_line=True)
        self.field.typed.connect(self.typed)
        self.field.left.connect(self.left)
        self.field.text.sent.connect(self.field.finish)
        self.field.text.moved.connect(lambda by: self.moved.emit(self.row.id, by))
        self.more = MoreButton(theme)
        self.more.clicked.connect(self._open_menu)
        self._answer = Words(kind="quiet")
        self._about = WordButton(theme)
        self._about.clicked.connect(self._open)
        self._gone = Words(kind="caption")
        self._for = Words(kind="caption")
        self._lower = QWidget()
        foot = row(self._about, self.field.told, gap=8)
        foot.setStretchFactor(self.field.told, 1)
        below = column(self._for, self._answer, self._gone, foot, gap=2)
        self._lower.setLayout(below)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)
        self._roomy: bool | None = None
        self._place(roomy=True)

    def show_row(self, shown: QuestionRow, typed: Mapping[str, str], told: Mapping[str, Told]) -> None:
        """Shows a question; what is being typed stays."""
        self.row = shown
        named = self.tr("Question {0}").format(shown.number)
        self._number.show_number(shown.number)
        self.field.text.setAccessibleName(named)
        self.field.show_field(keys.text_of(shown.id), shown.text, typed, told)
        self._answer.say(shown.answer, self.tr("Answer:"))
        self._answer.setVisible(bool(shown.answer))
        name = dict(shown.choices).get(shown.visit, "") if shown.visit else ""
        self._for.say(self.tr("For {0}").format(name) if name else "")
        self._for.setVisible(bool(name))
        show_about(self._about, self._gone, shown)
        self.more.setAccessibleName(self.tr("More for question {0}").format(shown.number))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place(roomy=self.width() >= self._theme.look.px(ROOMY))

    def _place(self, *, roomy: bool) -> None:
        """The field between its number and its menu, or below both where there is little room."""
        if roomy is self._roomy:
            return
        self._roomy = roomy
        for part in (self._number, self.field, self.more, self._lower):
            self._grid.removeWidget(part)
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(self._number, 0, 0, top)
        self._grid.addWidget(self.field, *((0, 1, 1, 1) if roomy else (1, 0, 1, 3)))
        self._grid.addWidget(self.more, 0, 2, top)
        self._grid.addWidget(self._lower, *((1, 1, 1, 1) if roomy else (2, 0, 1, 3)))

    def menu(self) -> QMenu:
        """What can be done with the question."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(self.more.accessibleName())
        for words, by, end in (
            (self.tr("Move up"), -1, self.row.first),
            (self.tr("Move down"), 1, self.row.last),
        ):
            way = menu.addAction(words)
            way.setEnabled(not end)
            way.triggered.connect(lambda _=False, by=by: self.moved.emit(self.row.id, by))
        if self.row.choices:
            menu.addSection(self.tr("Ask it at"))
        for id, name in self.row.choices:
            choice = menu.addAction(plain_name(name))
            choice.setCheckable(True)
            choice.setChecked(id == self.row.visit)
            choice.triggered.connect(lambda _=False, id=id: self.visit_chosen.emit(self.row.id, id))
        menu.addSeparator()
        menu.addAction(self.tr("Delete")).triggered.connect(lambda: self.removed.emit(self.row.id))
        return menu

    def _open_menu(self) -> None:
        self.menu().popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

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
        words = column(self._words, self._about, self._gone, gap=2)
        words.setAlignment(self._about, LEADING)
        head = row(self._number, words, gap=8)
        head.setAlignment(self._number, Qt.AlignmentFlag.AlignTop)
        head.setStretchFactor(words, 1)
        self.setLayout(column(head, self.field, gap=6))

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
