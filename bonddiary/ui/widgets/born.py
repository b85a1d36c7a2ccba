""" "Robin is born": one press asks for the day, in the line itself."""

from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from bonddiary.ui.overriding import override
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.announce import announce
from bonddiary.ui.widgets.date_field import DateField
from bonddiary.ui.widgets.flow import FlowLayout, holding
from bonddiary.ui.widgets.focus import bring_into_view
from bonddiary.ui.widgets.layout import button, column, label
from bonddiary.ui.widgets.reading import WordButton

FIELD, WIDEST = 190, 270


class BornLine(QWidget):
    """A button; pressed, a field for the day stands in its place until it is saved or put away."""

    told = Signal(str)
    """The day, as typed."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._today: date | None = None
        self._press = WordButton(theme, self.tr("Your baby is born"), "plain")
        self._press.clicked.connect(self._ask)
        self.field = DateField(self.tr("Born on"))
        self.field.returnPressed.connect(self._tell)
        save = button(self.tr("Save"), "small")
        save.setAccessibleName(self.tr("Save the day of birth"))
        save.clicked.connect(self._tell)
        back = button(self.tr("Not yet"), "small")
        back.clicked.connect(self.put_away)
        flow = FlowLayout(gap=8)
        for part in (label(self.tr("Born on")), self.field, save, back):
            flow.addWidget(part)
        self._line = holding(flow)
        self._line.hide()
        self._problem = label("", "problem", wrap=True)
        self._problem.hide()
        inside = column(self._press, self._line, self._problem, gap=4)
        inside.setAlignment(self._press, Qt.AlignmentFlag.AlignLeading)
        self.setLayout(inside)
        self.stops = (self._press, self.field, save, back)
        theme.changed.connect(self._fit)
        self._fit()

    def show_name(self, name: str, today: date) -> None:
        """Says who it is about; today stands in the field when it opens."""
        self._today = today
        self._press.setText(self.tr("{0} is born").format(name))

    def show_problem(self, words: str) -> None:
        """Says why this day can't be; what was typed stays."""
        fresh = bool(words) and words != self._problem.text()
        self._problem.setText(words)
        self._problem.setVisible(bool(words) and not self._line.isHidden())
        if fresh:
            announce(self, words, urgent=True)

    def put_away(self) -> None:
        """Shows the button again."""
        held = self._line.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        self._press.show()
        if held:
            self._press.setFocus()
        self._line.hide()
        self._problem.hide()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self._line.isHidden():
            self.put_away()
        else:
            super().keyPressEvent(event)

    def _ask(self) -> None:
        self.field.show_date(self._today)
        self._line.show()
        self.field.setFocus()
        self.field.selectAll()
        self._press.hide()
        QTimer.singleShot(0, self, lambda: bring_into_view(self.field))  # once it has its place

    def _tell(self) -> None:
        self.told.emit(self.field.text())

    def _fit(self) -> None:
        self.field.setFixedWidth(min(self._theme.look.px(FIELD), WIDEST))
