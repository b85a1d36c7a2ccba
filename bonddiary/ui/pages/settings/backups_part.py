"""The part of Settings about copies of the diary: when the last was made, one more, and the way back to each."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from bonddiary.ui.file_dialog import documents, nothing_remembered
from bonddiary.ui.jobs import Job, Jobs
from bonddiary.ui.pages.settings.backups_presenter import BackupsPresenter, T
from bonddiary.ui.pages.settings.backups_state import BackupsState, ClosedRow, CopyRow
from bonddiary.ui.pages.settings.closed_line import ClosedLine
from bonddiary.ui.pages.settings.parts import EDGE
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.announce import announce
from bonddiary.ui.widgets.flow import FlowLayout, holding
from bonddiary.ui.widgets.layout import column
from bonddiary.ui.widgets.reading import WordButton
from bonddiary.ui.widgets.words import Words

BUSY_MS = 1_000
"""From when on work is worth a word."""
INSET = (EDGE, 0, EDGE, 0)


class BackupsPart(QWidget):
    """Copies in words, the newest first."""

    refilled = Signal()
    """There are other rows or buttons than before."""

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self._session, self._theme = session, theme
        self._jobs = Jobs(self)
        self._lines: dict[int, CopyLine] = {}
        self._closed_lines: dict[str, ClosedLine] = {}
        self._last, self._elsewhere, self._second = Words(), Words("", "caption"), Words("", "caption")
        self._said, self._problem = Words(), Words()
        self._now = self._button(self.tr("Copy now"), lambda: self.presenter.copy_now())  # noqa: PLW0108  # made below
        self._to = self._button(self.tr("Copy to another place…"), self._ask_where)
        self._choose = self._button(self.tr("Choose a second place…"), self._ask_second)
        self._leave_second = self._button(self.tr("Stop using the second place"), self._no_second)
        self._more = self._button("", lambda: self.presenter.show_all())  # noqa: PLW0108  # made below
        self._rows, self._closed = column(gap=14), column(gap=14)
        self.presenter = BackupsPresenter(
            session, self._render, self._beside, lambda words: announce(self, words)
        )
        self._busy = QTimer(self, singleShot=True, interval=BUSY_MS)
        self._busy.timeout.connect(self._say_busy)
        buttons = FlowLayout(gap=8)
        for button in self._buttons:
            buttons.addWidget(button)
        above = column(self._last, self._elsewhere, self._second, gap=4, margins=INSET)
        told = column(self._said, self._problem, gap=4, margins=INSET)
        self.setLayout(column(above, holding(buttons), told, self._rows, self._more, self._closed, gap=8))
        for signal in (session.diary_changed, session.opened, session.settings_changed):
            signal.connect(self._refresh_if_seen)
        theme.changed.connect(self._fit)
        self._fit()
        self.presenter.refresh()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, in order."""
        rows = [stop for line in self._lines.values() for stop in line.stops]
        closed = [stop for line in self._closed_lines.values() for stop in line.stops]
        return (*self._buttons, *rows, self._more, *closed)

    @property
    def _buttons(self) -> tuple[WordButton, ...]:
        return (self._now, self._to, self._choose, self._leave_second)

    def _render(self, state: BackupsState) -> None:
        self._last.say(state.last)
        self._elsewhere.say(state.elsewhere)
        if not state.busy:
            self._busy.stop()
            self._say(self._said, state.said)
        elif not self._busy.isActive():
            self._say(self._said, "")
            self._busy.start()
        self._say(self._problem, state.problem)
        self._now.setEnabled(state.can_copy)
        self._to.setEnabled(state.can_copy)
        self._say(self._second, state.second)
        self._choose.setEnabled(state.can_copy)
        self._choose.setVisible(not state.second)
        self._leave_second.setVisible(bool(state.second))
        self._show_rows(state.rows)
        self._more.setText(self.tr("Show {0} more").format(state.more))
        self._more.setVisible(state.more > 0)
        self._show_closed(state.closed)

    def _show_rows(self, rows: tuple[CopyRow, ...]) -> None:
        if list(self._lines) != [row.number for row in rows]:
            held = any(
                line.isAncestorOf(self.window().focusWidget() or self) for line in self._lines.values()
            )
            held = held or (self._more.hasFocus() and len(rows) > len(self._lines))
            there = dict(self._lines)
            self._lines = {}
            for row in rows:
                self._lines[row.number] = (
                    there.pop(row.number) if row.number in there else self._line(row.number)
                )
            for gone in there.values():
                gone.hide()
                gone.deleteLater()
            for place, line in enumerate(self._lines.values()):
                self._rows.insertWidget(place, line)
                line.show()  # now, not with the next event: it may take the keyboard
            if held:
                fresh = [line for number, line in self._lines.items() if number not in there]
                (fresh[0].look if fresh else self._now).setFocus()
        for row in rows:
            self._lines[row.number].show_row(row)
        self.refilled.emit()

    def _line(self, number: int) -> "CopyLine":
        line, presenter = CopyLine(self._theme), self.presenter
        line.look.clicked.connect(lambda: presenter.look_inside(number))
        line.missing.clicked.connect(lambda: presenter.count_missing(number))
        line.bring.clicked.connect(lambda: self._bring_back(number))
        line.ask.clicked.connect(lambda: self._ask_back(number))
        line.leave.clicked.connect(lambda: self._leave(number))
        line.back.clicked.connect(lambda: self._go_back(number))
        return line

    def _show_closed(self, rows: tuple[ClosedRow, ...]) -> None:
        for gone in self._closed_lines.keys() - {row.name for row in rows}:
            line = self._closed_lines.pop(gone)
            line.hide()
            line.deleteLater()
        for row in rows:
            if row.name not in self._closed_lines:
                self._closed_lines[row.name] = line = self._closed_line(row.name)
                self._closed.addWidget(line)
                line.show()
            self._closed_lines[row.name].show_row(row)
        self.refilled.emit()

    def _closed_line(self, name: str) -> ClosedLine:
        line, presenter = ClosedLine(self._theme), self.presenter

        def ask() -> None:
            presenter.ask_delete(name)
            line.keep.setFocus()  # pressed once too often, the file stays
            announce(self, line.sure_words)

        def keep() -> None:
            presenter.ask_delete("")
            line.ask.setFocus()

        def delete() -> None:
            self._now.setFocus()  # before the line that has the keyboard goes
            presenter.delete_closed(name)

        for button, act in zip(line.stops, (ask, keep, delete), strict=True):
            button.clicked.connect(act)
        return line

    def _ask_back(self, number: int) -> None:
        self.presenter.ask_back(number)
        self._lines[number].leave.setFocus()  # pressed once too often, the diary stays as it is
        announce(self, self._lines[number].sure_words)

    def _leave(self, number: int) -> None:
        self.presenter.ask_back(None)
        self._lines[number].ask.setFocus()

    def _go_back(self, number: int) -> None:
        self._now.setFocus()  # before the row that has the keyboard goes
        self.presenter.go_back(number)

    def _bring_back(self, number: int) -> None:
        self._lines[number].look.setFocus()
        self.presenter.bring_back(number)

    def _ask_where(self) -> None:
        self._ask(self.tr("Copy the diary to another place"), self.presenter.copy_to)

    def _ask_second(self) -> None:
        self._ask(self.tr("Choose where copies also go"), self.presenter.choose_second)
        if self.presenter.state.second:
            self._leave_second.setFocus()

    def _no_second(self) -> None:
        self.presenter.leave_second()
        self._choose.setFocus()

    def _ask(self, title: str, then: Callable[[Path], None]) -> None:
        with nothing_remembered():
            chosen = QFileDialog.getExistingDirectory(self, title, str(documents()))
        if chosen:
            then(Path(chosen))

    def _beside(
        self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> object:
        def run(_job: Job[T]) -> T:
            return work()

        return self._jobs.run(run, done, failed)

    def _say_busy(self) -> None:
        busy = self.presenter.state.busy
        self._say(self._said, busy)
        announce(self, busy)

    def _say(self, words: Words, text: str) -> None:
        words.say(text)
        words.setVisible(bool(text))

    def _button(self, words: str, act: Callable[[], object]) -> WordButton:
        made = WordButton(self._theme, words, "plain")
        made.clicked.connect(lambda: act())  # noqa: PLW0108  # without the button's own argument
        return made

    def _refresh_if_seen(self) -> None:
        if self.isVisible():
            self.presenter.refresh()

    def _fit(self) -> None:
        self._problem.show_ink(self._theme.look.tokens.problem)


class CopyLine(QWidget):
    """A copy in words, what it holds, and what can be done with it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._words, self._checked = Words(), Words("", "caption")
        self._counts, self._newest = Words(), [Words("", "caption") for _ in range(20)]
        self._sure, self._problem = Words(), Words()
        self.look, self.ask, self.missing, self.bring, self.leave, self.back = (
            WordButton(theme, "", "plain") for _ in range(6)
        )
        first, second, third = FlowLayout(gap=8), FlowLayout(gap=8), FlowLayout(gap=8)
        for flow, buttons in (
            (first, (self.look, self.ask)),
            (second, (self.leave, self.back)),
            (third, (self.missing, self.bring)),
        ):
            for button in buttons:
                flow.addWidget(button)
        self._asked, self._lacks = holding(second), holding(third)
        said = column(self._words, self._checked, gap=2, margins=INSET)
        sure = column(self._sure, self._problem, gap=2, margins=INSET)
        inside = column(self._counts, *self._newest, gap=2, margins=INSET)
        self.setLayout(column(said, holding(first), sure, self._asked, inside, self._lacks, gap=4))
        theme.changed.connect(self._fit)
        self._fit()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, in order."""
        return (self.look, self.ask, self.leave, self.back, self.missing, self.bring)

    @property
    def sure_words(self) -> str:
        """What going back would do."""
        return self._sure.plain

    def show_row(self, row: CopyRow) -> None:
        """Shows the copy."""
        self._words.say(row.words)
        self._checked.say(row.checked)
        inside = row.inside
        folded = self.tr("Look inside") if inside is None else self.tr("Close")
        self._name(self.look, folded, row)
        self._name(self.ask, self.tr("Go back to this"), row)
        self._name(self.leave, self.tr("Leave it as it is"), row)
        self.back.setText(self.tr("Go back to {0}").format(row.when))
        self._name(self.missing, self.tr("Find what my diary lacks"), row)
        lacked = row.missing or 0
        self.bring.setText(self.tr("Bring back {0}").format(f"{lacked:,}"))
        self.bring.setAccessibleName(
            self.tr("Bring back {0} that the diary lacks: {1}").format(lacked, row.when)
        )
        self.ask.setVisible(not row.sure)
        self._asked.setVisible(bool(row.sure))
        self._show(self._sure, row.sure)
        self._show(self._problem, row.problem)
        self._show(self._counts, "" if inside is None else inside.counts)
        newest = () if inside is None else inside.newest
        for place, words in enumerate(self._newest):
            self._show(words, newest[place] if place < len(newest) else "")
        self._lacks.setVisible(inside is not None)
        self.missing.setVisible(row.missing is None)
        self.bring.setVisible(lacked > 0)

    def _name(self, button: WordButton, words: str, row: CopyRow) -> None:
        button.setText(words)
        button.setAccessibleName(f"{words}: {row.when}")
        button.updateGeometry()

    def _show(self, words: Words, text: str) -> None:
        words.say(text)
        words.setVisible(bool(text))

    def _fit(self) -> None:
        self._problem.show_ink(self._theme.look.tokens.problem)
