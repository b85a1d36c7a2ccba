"""The line for a time that no chip has: "3:12am", "40 min"."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QSizePolicy, QWidget

from bonddiary.ui.overriding import override
from bonddiary.ui.pages.log.state import LogState
from bonddiary.ui.pages.page import Width
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.choice import Choice
from bonddiary.ui.widgets.layout import label, restyle
from bonddiary.ui.widgets.press import GAP, RING


class OtherTime(QWidget):
    """Says at once how it reads what is typed, or what it can't read."""

    time_typed = Signal(str, int)
    left = Signal()
    """Esc: no other time after all."""
    entered = Signal()
    """Enter: the time stands, what happened comes next."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._line = QLineEdit(placeholderText=self.tr("3:12am, or 40 min"))
        self._line.setAccessibleName(self.tr("Time, such as 3:12am, or how long ago, such as 40 min"))
        self._day = Choice(theme, self.tr("Day"))
        self._day.addItems(
            [self.tr("Most recent"), self.tr("Yesterday"), self.tr("2 days ago"), self.tr("3 days ago")]
        )
        self._said = label("", "quiet", wrap=True)
        self._line.textEdited.connect(self._typed)
        self._line.returnPressed.connect(self.entered)
        self._day.currentIndexChanged.connect(self._typed)
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._parts.setSpacing(8)
        self._parts.setContentsMargins(RING + GAP, 0, RING + GAP, 4)
        for widget in (self._line, self._day, self._said):
            self._parts.addWidget(widget)
        self._parts.setStretch(2, 1)

    def start(self) -> None:
        """Takes the keyboard; what was typed can be typed over."""
        self._line.setFocus()
        self._line.selectAll()

    def set_width(self, width: Width) -> None:
        """A narrow window has the parts under each other."""
        narrow = width is Width.NARROW
        self._parts.setDirection(
            QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        )
        self._line.setSizePolicy(
            QSizePolicy.Policy.Expanding if narrow else QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed
        )

    def render_state(self, state: LogState | None) -> None:
        """Shows how the time was read; None puts the line away."""
        self.setVisible(state is not None)
        if state is None:
            self._line.clear()
            self._day.setCurrentIndex(0)
            return
        read = self.tr("Next: {0}").format(state.other_time) if state.other_time else ""
        kind = "problem" if state.time_problem else "quiet"
        if self._said.property("kind") != kind:
            restyle(self._said, kind)
        self._said.setText(state.time_problem or read)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _typed(self) -> None:
        self.time_typed.emit(self._line.text(), self._day.currentIndex())
