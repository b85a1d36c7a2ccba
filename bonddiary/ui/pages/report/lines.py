"""Lists of things to tick: their words wrap, and a press on the words ticks too."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QVBoxLayout, QWidget

from bonddiary.ui.overriding import override
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.check import Check
from bonddiary.ui.widgets.flow import FlowLayout, holding
from bonddiary.ui.widgets.layout import column, label, row

Line = tuple[str, str, str, bool]
"""Key, words, words under them, on or off."""


class CheckLine(QWidget):
    """A box to tick, with words beside it in as many lines as they take."""

    toggled = Signal(bool)

    def __init__(self, theme: Theme, words: str = "", under: str = "") -> None:
        super().__init__()
        self.box = Check(theme, "")
        self._words, self._under = label(wrap=True), label(kind="quiet", wrap=True)
        self.box.toggled.connect(self.toggled)
        texts = column(self._words, self._under, gap=0, margins=(0, 4, 0, 2))
        line = row(self.box, texts, gap=0)
        line.setStretch(1, 1)
        line.setAlignment(self.box, Qt.AlignmentFlag.AlignTop)
        self.setLayout(line)
        self.say(words, under)

    def say(self, words: str, under: str = "") -> None:
        """Shows these words."""
        for part, text in ((self._words, words), (self._under, under)):
            _say(part, text)
        self.box.setAccessibleName(words)
        self.box.setAccessibleDescription(under)

    def show_on(self, on: bool) -> None:
        """Shows whether it is ticked."""
        with QSignalBlocker(self.box):
            self.box.setChecked(on)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.box.click()


class CheckLines(QWidget):
    """Several of them. Keeps its lines: showing other words is quick."""

    toggled = Signal(str, bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._lines: list[CheckLine] = []
        self._keys: list[str] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Shows these."""
        while len(self._lines) < len(lines):
            self._lines.append(self._line(len(self._lines)))
        self._keys = [key for key, *_ in lines]
        for line, (_, words, under, on) in zip(self._lines, lines, strict=False):
            line.say(words, under)
            line.show_on(on)
        for place, line in enumerate(self._lines):
            line.setVisible(place < len(lines))

    def _line(self, place: int) -> CheckLine:
        made = CheckLine(self._theme)
        made.toggled.connect(lambda on: self.toggled.emit(self._keys[place], on))
        self._column.addWidget(made)
        return made


def folding(chip: QAbstractButton) -> QWidget:
    """A chip whose words go on in the next line where they must. One that stays down unfolds something, and says so."""

    def describe(shown: bool) -> None:
        """ "Notes: 0 of 4, not checked" alone may be heard as a choice about the notes."""
        chip.setAccessibleDescription(chip.tr("Shown") if shown else chip.tr("Folded away"))

    if chip.isCheckable():
        chip.toggled.connect(describe)
        describe(chip.isChecked())
    flow = FlowLayout()
    flow.addWidget(chip)
    return holding(flow)


def _say(part: QLabel, text: str) -> None:
    part.setText(text)
    part.setVisible(bool(text))
