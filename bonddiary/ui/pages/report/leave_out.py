"""Notes, which are off until chosen one by one; and days and entries, which are on until left out."""

from datetime import date

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from bonddiary.ui.pages.report.lines import CheckLines, folding
from bonddiary.ui.pages.report.state import DayLine, ReportState
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.choice import Choice
from bonddiary.ui.widgets.layout import column, label
from bonddiary.ui.widgets.press import GAP, RING, CheckChip

EDGE = RING + GAP


class NotesPart(QWidget):
    """Every note of these days that isn't private."""

    toggled = Signal(str, bool)

    unfolded = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._state = ReportState()
        self._fold = CheckChip(theme, "")
        self._lines = CheckLines(theme)
        self._lines.toggled.connect(self.toggled)
        self._inside = QWidget()
        self._inside.setLayout(column(self._lines, margins=(EDGE, 0, 0, 4)))
        self._inside.hide()
        self._fold.toggled.connect(self._open)
        self._fold.toggled.connect(self.unfolded)
        self.setLayout(column(folding(self._fold), self._inside, gap=2))

    def show_state(self, state: ReportState) -> None:
        """Shows how many are chosen, and, folded out, which."""
        self._state = state
        chosen = sum(row.chosen for row in state.notes)
        words = self.tr("Notes: {0} of {1}").format(chosen, len(state.notes))
        self._fold.setText(words if state.notes else self.tr("Notes: none in these days"))
        self._fold.setEnabled(bool(state.notes) or self._fold.isChecked())
        self._fill()

    def _open(self, on: bool) -> None:
        self._fill()
        self._inside.setVisible(on)

    def _fill(self) -> None:
        if self._fold.isChecked():
            self._lines.show_lines([(row.id, row.lead, row.text, row.chosen) for row in self._state.notes])


class LeaveOutPart(QWidget):
    """The days with a tick each, and the entries of one of them."""

    day_kept = Signal(object, bool)
    """A date."""
    entry_kept = Signal(str, bool)

    unfolded = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._state = ReportState()
        self._shown: tuple[date, ...] = ()
        self._fold = CheckChip(theme, "")
        self._days = CheckLines(theme)
        self._days.toggled.connect(lambda key, on: self.day_kept.emit(date.fromisoformat(key), on))
        self._day = Choice(theme, self.tr("Entries of one day"))
        self._day.chosen.connect(lambda _place: self._fill())
        self._entries = CheckLines(theme)
        self._entries.toggled.connect(self.entry_kept)
        hint = label(self.tr("What isn’t ticked stays out, as if it wasn’t logged."), "caption", wrap=True)
        name = label(self._day.accessibleName(), "label", wrap=True)
        self._inside = QWidget()
        self._inside.setLayout(
            column(hint, self._days, name, self._day, self._entries, gap=4, margins=(EDGE, 0, 0, 4))
        )
        self._inside.hide()
        self._fold.toggled.connect(self._open)
        self._fold.toggled.connect(self.unfolded)
        self.setLayout(column(folding(self._fold), self._inside, gap=2))

    def show_state(self, state: ReportState) -> None:
        """Shows how much is left out, and, folded out, what."""
        self._state = state
        days = sum(not line.kept for line in state.days_in)
        entries = sum(not entry.kept for line in state.days_in for entry in line.entries)
        self._fold.setText(self._words(days, entries))
        self._fill()

    def _words(self, days: int, entries: int) -> str:
        day = self.tr("1 day") if days == 1 else self.tr("{0} days").format(days)
        entry = self.tr("1 entry") if entries == 1 else self.tr("{0} entries").format(entries)
        said = " · ".join(part for part, count in ((day, days), (entry, entries)) if count)
        return self.tr("Left out: {0}").format(said or self.tr("nothing"))

    def _open(self, on: bool) -> None:
        self._fill()
        self._inside.setVisible(on)

    def _fill(self) -> None:
        if not self._fold.isChecked():
            return
        lines = self._state.days_in
        self._days.show_lines([(line.day.isoformat(), line.words, "", line.kept) for line in lines])
        days = tuple(line.day for line in lines)
        if days != self._shown:
            before, self._shown = self._day.currentData(), days
            with QSignalBlocker(self._day):
                self._day.clear()
                for line in lines:
                    self._day.addItem(line.words, line.day)
                self._day.show_value(before)
        shown = self._of_day(lines)
        entries = shown.entries if shown is not None else ()
        self._entries.show_lines([(each.id, each.words, "", each.kept) for each in entries])

    def _of_day(self, lines: tuple[DayLine, ...]) -> DayLine | None:
        return next((line for line in lines if line.day == self._day.currentData()), None)
