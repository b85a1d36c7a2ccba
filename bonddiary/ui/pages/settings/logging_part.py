"""The part of Settings about the cue board: Likely now, what is hidden, words of one's own."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from bonddiary.ui.pages.settings.logging_presenter import HiddenRow, LoggingPresenter, LoggingState, OwnRow
from bonddiary.ui.pages.settings.parts import EDGE, Options
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.announce import announce
from bonddiary.ui.widgets.flow import FlowLayout, holding
from bonddiary.ui.widgets.layout import column, label
from bonddiary.ui.widgets.reading import WordButton
from bonddiary.ui.widgets.words import Heading, Words

FIELD = 220
INSET = (EDGE, 0, EDGE, 0)


class LoggingPart(QWidget):
    """Lists what the parent made of the board, each with its way back."""

    refilled = Signal()
    """There are other rows than before."""

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self._session, self._theme = session, theme
        self.presenter = LoggingPresenter(session, self._render, lambda words: announce(self, words))
        self._likely = Options(theme, self.tr("Likely now"), [(True, self.tr("On")), (False, self.tr("Off"))])
        self._likely.chosen.connect(self.presenter.choose_likely)
        self._nothing_hidden = Words(self.tr("Nothing is hidden."), "caption")
        self._no_own = Words(
            self.tr("None yet. The list of all cues on the Log page has a button for it."), "caption"
        )
        self._hidden: dict[str, _HiddenLine] = {}
        self._own: dict[str, _OwnLine] = {}
        self._hidden_lines, self._own_lines = column(gap=4), column(gap=8)
        self._problem = Words()
        self._reset = WordButton(theme, self.tr("Put the board back as it was"), "plain")
        self._reset.clicked.connect(self.presenter.reset)
        self._resets = QWidget()
        hint = Words(self.tr("Each tile stands where it stood at first. Names and pins stay."), "caption")
        self._resets.setLayout(column(self._reset, hint, gap=4))
        likely = self.tr("On: cues you note often at this time of day. Off: your pins, or 4 fixed cues.")
        tiles = self.tr("Right click a cue on the board, or use the menu key, to pin, name, move or hide it.")
        upper = column(Words(likely, "caption"), Words(tiles, "caption"), gap=4, margins=INSET)
        below = column(
            Heading(self.tr("Hidden from the board"), "strong"),
            self._nothing_hidden,
            self._hidden_lines,
            Heading(self.tr("Words of your own"), "strong"),
            self._no_own,
            self._own_lines,
            self._resets,
            self._problem,
            gap=8,
            margins=INSET,
        )
        title = column(Heading(self.tr("Likely now"), "strong"), margins=INSET)
        self.setLayout(column(title, self._likely, upper, below, gap=8))
        session.diary_changed.connect(self._refresh_if_seen)
        theme.changed.connect(self._fit)
        self._fit()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, in order."""
        hidden = [line.again for line in self._hidden.values()]
        own = [stop for line in self._own.values() for stop in (line.field, line.away)]
        return (*self._likely.stops, *hidden, *own, self._reset)

    def _render(self, state: LoggingState) -> None:
        self._likely.show_value(state.likely_now)
        self._nothing_hidden.setVisible(not state.hidden)
        self._no_own.setVisible(not state.own)
        self._show_hidden(state.hidden)
        self._show_own(state.own)
        self._resets.setVisible(state.can_reset)
        self._problem.say(state.problem)
        self._problem.setVisible(bool(state.problem))

    def _show_hidden(self, rows: Sequence[HiddenRow]) -> None:
        if list(self._hidden) == [row.key for row in rows]:
            return
        focused = QApplication.focusWidget()
        held = next((n for n, line in enumerate(self._hidden.values()) if line.again is focused), None)
        for line in self._hidden.values():
            line.hide()
            line.deleteLater()
        self._hidden = {row.key: _HiddenLine(self._theme, row) for row in rows}
        for key, line in self._hidden.items():
            line.again.clicked.connect(lambda _=False, key=key: self.presenter.show_again(key))
            self._hidden_lines.addWidget(line)
        self.refilled.emit()
        if held is not None:
            left = [line.again for line in self._hidden.values()]
            next_one: QWidget = left[min(held, len(left) - 1)] if left else self._chosen()
            next_one.setFocus()

    def _show_own(self, rows: Sequence[OwnRow]) -> None:
        fresh = list(self._own) != [row.key for row in rows]
        for key in [key for key in self._own if key not in {row.key for row in rows}]:
            gone = self._own.pop(key)
            if gone.isAncestorOf(QApplication.focusWidget() or self):
                self._chosen().setFocus()
            gone.hide()
            gone.deleteLater()
        for row in rows:
            if row.key not in self._own:
                line = _OwnLine(self._theme)
                self._own[row.key] = line
                self._own_lines.addWidget(line)
                line.renamed.connect(self.presenter.rename)
                line.put_away.connect(self.presenter.put_away)
            self._own[row.key].show_row(row)
        if fresh:
            self.refilled.emit()

    def _chosen(self) -> QWidget:
        """Where the keyboard goes when what it was on is gone."""
        return next(stop for stop in self._likely.stops if stop.property("checked"))

    def _refresh_if_seen(self) -> None:
        if self.isVisible():
            self.presenter.refresh()

    def _fit(self) -> None:
        self._problem.show_ink(self._theme.look.tokens.problem)


class _HiddenLine(QWidget):
    """A hidden tile's name, and the way back."""

    def __init__(self, theme: Theme, row: HiddenRow) -> None:
        super().__init__()
        self.again = WordButton(theme, "", "plain")
        self.again.setText(self.tr("Show again"))
        self.again.setAccessibleName(f"{self.again.text()}: {row.name}")
        flow = FlowLayout(self, gap=12)
        flow.addWidget(self.again)
        flow.addWidget(label(row.name, wrap=True))
        _grows(self)


class _OwnLine(QWidget):
    """A word of one's own: its name to change, what it is, and Put away. Leaving the field keeps the name."""

    renamed = Signal(str, str)
    put_away = Signal(str, bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._row = OwnRow("", "", "")
        self.field = QLineEdit()
        self.field.editingFinished.connect(lambda: self.renamed.emit(self._row.key, self.field.text()))
        self.away = WordButton(theme, "", "plain")
        self.away.clicked.connect(lambda: self.put_away.emit(self._row.key, not self._row.away))
        self._about = label("", "caption", wrap=True)
        self._problem = Words()
        flow = FlowLayout(gap=12)
        for part in (self.field, self.away, self._about):
            flow.addWidget(part)
        self.setLayout(column(holding(flow), self._problem, gap=2))
        theme.changed.connect(self._fit)
        self._fit()

    def show_row(self, row: OwnRow) -> None:
        """Shows the word; a name that can't be kept stays in its field."""
        fresh = row.problem and row.problem != self._row.problem
        self._row = row
        if not row.problem and self.field.text() != row.name:
            self.field.setText(row.name)
        self.field.setAccessibleName(f"{self.tr('Name')}: {row.name}")
        self.field.setAccessibleDescription(row.problem or row.about)
        self.away.setText(self.tr("Bring back") if row.away else self.tr("Put away"))
        self.away.setAccessibleName(f"{self.away.text()}: {row.name}")
        self.away.updateGeometry()
        self._about.setText(self.tr("{0}, put away").format(row.about) if row.away else row.about)
        self._problem.say(row.problem)
        self._problem.setVisible(bool(row.problem))
        if fresh:
            announce(self, row.problem, urgent=True)

    def _fit(self) -> None:
        self._problem.show_ink(self._theme.look.tokens.problem)
        self.field.setFixedWidth(min(self._theme.look.px(FIELD), 270))


def _grows(widget: QWidget) -> None:
    """Lets a row that wraps have the height it needs at its width."""
    policy = widget.sizePolicy()
    policy.setHeightForWidth(True)
    widget.setSizePolicy(policy)
