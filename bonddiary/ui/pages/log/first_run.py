"""The first-run card: three fields on top of a working Log page, all of them optional."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from bonddiary.domain.baby import Baby
from bonddiary.domain.ids import BabyId, new_id
from bonddiary.ui.models.baby_dates import DATE_HELP
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.announce import announce
from bonddiary.ui.widgets.date_field import DateField
from bonddiary.ui.widgets.flow import FlowLayout, holding
from bonddiary.ui.widgets.layout import button, column, hide_in_place, label
from bonddiary.ui.widgets.reading import EDGE, WordButton

WIDTH = 168
"""Of a field, at 100 % text."""
SIDE = 12
"""Beside what it says. Links stand further out by their EDGE, so that their words begin where all others do."""


class FirstRunCard(QFrame):
    """Asks what to call the baby, and when it was or will be born."""

    started = Signal(object)
    """A Baby, as far as it was told."""
    skipped = Signal()
    bring_in_asked = Signal()
    """What was noted on another computer is to come in first."""
    sharing_asked = Signal()
    """What others who use this computer may see."""
    look_asked = Signal()
    """To look around in a made-up diary first."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("kind", "card")
        self._name = QLineEdit()
        self._name.setAccessibleName(self.tr("Call baby"))
        self._born = DateField(self.tr("Born"))
        self._due = DateField(self.tr("Due date, if early or not born yet"))
        self._problem = label("", "problem", wrap=True)
        self._problem.hide()
        self._unread = ""
        """Which date can't be read: said until it can, whatever else is shown meanwhile."""
        start = button(self.tr("Start"), "primary")
        start.clicked.connect(self._start)
        skip = WordButton(theme, self.tr("Skip for now"))
        skip.clicked.connect(self.skipped)
        fields = FlowLayout(gap=12)
        for words, field in (
            (self.tr("Call baby"), self._name),
            (self.tr("Born"), self._born),
            (self.tr("Due date, if early"), self._due),
        ):
            field.returnPressed.connect(self._start)
            fields.addWidget(_field(words, field))
        fields.addWidget(_field("", start))
        fields.addWidget(_field("", skip))
        promise = label(
            self.tr(
                "Bond Diary keeps notes about your baby’s cues on this computer only. Nothing is sent anywhere."
            ),
            wrap=True,
        )
        told = QWidget()
        told.setLayout(column(promise, holding(fields), self._problem, gap=8, margins=(EDGE, 0, 0, 0)))
        self.setLayout(column(told, self._ways(), gap=8, margins=(SIDE - EDGE, 12, SIDE, 12)))
        theme.changed.connect(self._fit)
        self._fit()

    def show_problem(self, words: str) -> None:
        """Says why these dates can't be; blank takes it away, unless one can't be read."""
        words = self._unread or words
        fresh = bool(words) and words != self._problem.text()
        self._problem.setText(words)
        self._problem.setVisible(bool(words))
        if fresh:
            announce(self, words, urgent=True)

    def _ways(self) -> QWidget:
        """What else a family may want before it begins."""
        ways = FlowLayout(gap=6)
        for words, tip, asked in (
            (
                self.tr("Bring in a file…"),
                self.tr("A diary from another computer, or the file of another app"),
                self.bring_in_asked,
            ),
            (
                self.tr("Look around with a made-up diary"),
                self.tr("It opens beside this one, and nothing in it is kept"),
                self.look_asked,
            ),
            (
                self.tr("Sharing this computer?"),
                self.tr("What others who use it may see"),
                self.sharing_asked,
            ),
        ):
            way = WordButton(self._theme, words, "link")
            way.setToolTip(tip)
            way.clicked.connect(asked)
            ways.addWidget(way)
        return holding(ways)

    def _fit(self) -> None:
        for field in (self._name, self._born, self._due):
            field.setMaximumWidth(self._theme.look.px(WIDTH))

    def _start(self) -> None:
        dates: list[date | None] = []
        for field in (self._born, self._due):
            try:
                dates.append(field.value())
            except ValueError:
                self._unread = self.tr(DATE_HELP)
                self.show_problem(self._unread)
                field.setFocus()
                return
        self._unread = ""
        self.started.emit(
            Baby(id=BabyId(new_id()), nickname=self._name.text().strip(), born=dates[0], due=dates[1])
        )


def _field(words: str, widget: QWidget) -> QWidget:
    """What it is called stands over it; over a button nothing, in the height of a name."""
    holder = QWidget()
    name = label(words or " ", "caption")
    if words:
        name.setBuddy(widget)
    else:
        hide_in_place(name)
    holder.setLayout(column(name, widget, gap=2))
    return holder
