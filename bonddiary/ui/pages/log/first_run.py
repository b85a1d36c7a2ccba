"""The first-run card: three fields on top of a working Log page, all of them optional."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from bonddiary.domain.baby import Baby
from bonddiary.domain.ids import BabyId, new_id
from bonddiary.ui.widgets.date_field import DateField
from bonddiary.ui.widgets.flow import FlowLayout
from bonddiary.ui.widgets.layout import button, column, label


class FirstRunCard(QFrame):
    """Asks what to call the baby, and when it was or will be born."""

    started = Signal(object)
    """A Baby, as far as it was told."""
    skipped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._name = QLineEdit()
        self._name.setAccessibleName(self.tr("Call baby"))
        self._born = DateField(self.tr("Born"))
        self._due = DateField(self.tr("Due date, if born early or not born yet"))
        self._problem = label(wrap=True)
        self._problem.hide()
        start = button(self.tr("Start"), "primary")
        start.clicked.connect(self._start)
        skip = button(self.tr("Skip for now"), "link")
        skip.clicked.connect(self.skipped)
        self._name.returnPressed.connect(self._start)
        fields = FlowLayout(gap=12)
        for words, field, width in (
            (self.tr("Call baby"), self._name, 120),
            (self.tr("Born"), self._born, 152),
            (self.tr("Due date, if early"), self._due, 152),
        ):
            field.setFixedWidth(width)
            fields.addWidget(_field(words, field))
        fields.addWidget(_field(" ", start))
        fields.addWidget(_field(" ", skip))
        promise = label(
            self.tr(
                "Bond Diary keeps notes about your baby’s cues on this computer only. Nothing is sent anywhere."
            ),
            wrap=True,
        )
        holder = QWidget()
        holder.setLayout(fields)
        self.setLayout(column(promise, holder, self._problem, gap=8, margins=(16, 12, 16, 12)))

    def _start(self) -> None:
        dates: list[date | None] = []
        for field in (self._born, self._due):
            try:
                dates.append(field.value())
            except ValueError:
                self._problem.setText(
                    self.tr("That date can’t be read. Write it as day/month/year, such as 3/11/2026.")
                )
                self._problem.show()
                field.setFocus()
                return
        self.started.emit(
            Baby(id=BabyId(new_id()), nickname=self._name.text().strip(), born=dates[0], due=dates[1])
        )


def _field(words: str, widget: QWidget) -> QWidget:
    holder = QWidget()
    name = label(words, "caption")
    name.setBuddy(widget)
    holder.setLayout(column(name, widget, gap=2))
    return holder
