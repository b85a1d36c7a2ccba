"""Draws the part of Settings about the passphrase, and about when the window locks by itself."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bonddiary.system.settings import LOCK_AFTER
from bonddiary.ui.jobs import Jobs, Submit
from bonddiary.ui.pages.settings.parts import Options
from bonddiary.ui.pages.settings.passphrase_form import PassphraseForm
from bonddiary.ui.pages.settings.passphrase_presenter import PassphrasePresenter
from bonddiary.ui.pages.settings.passphrase_state import Asking, PassphraseState, Way
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.announce import announce
from bonddiary.ui.widgets.flow import FlowLayout, holding
from bonddiary.ui.widgets.layout import column
from bonddiary.ui.widgets.press import GAP, RING
from bonddiary.ui.widgets.reading import WordButton
from bonddiary.ui.widgets.words import Heading, Words

EDGE = RING + GAP


class WayLine(QWidget):
    """One way in, and what can be done about it."""

    change_asked = Signal(str)
    remove_asked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._way = Way("", "", "")
        self._words = Words()
        self._change = WordButton(theme, self.tr("Change"), "plain")
        self._remove = WordButton(theme, self.tr("Remove"), "plain")
        self._change.clicked.connect(lambda: self.change_asked.emit(self._way.id))
        self._remove.clicked.connect(lambda: self.remove_asked.emit(self._way.id))
        flow = FlowLayout(gap=8)
        flow.addWidget(self._change)
        flow.addWidget(self._remove)
        self.setLayout(column(self._words, holding(flow), gap=2))
        self.stops: tuple[QWidget, ...] = (self._change, self._remove)

    def show_way(self, way: Way, *, alone: bool) -> None:
        """`alone`: it is the last passphrase, which goes with the lock itself."""
        self._way = way
        self._words.say(way.words)
        self._change.setVisible(not way.recovery)
        self._remove.setVisible(not alone)
        self._change.setAccessibleDescription(way.words)
        self._remove.setAccessibleDescription(way.words)


class PassphrasePart(QWidget):
    """Words, ways in, one form, and the choice of minutes."""

    refilled = Signal()
    _progress = Signal(str)

    def __init__(self, session: Session, theme: Theme, submit: Submit | None = None) -> None:
        super().__init__()
        self._session, self._theme = session, theme
        self._lines: list[WayLine] = []
        self._lead, self._said = Words(), Words(kind="strong")
        self._ways = column(gap=6)
        self._set = self._button(self.tr("Set a passphrase"), Asking.SET)
        self._add = self._button(self.tr("Add one for another carer"), Asking.ADD)
        self._recovery = self._button("", Asking.RECOVERY)
        self._plain = self._button(self.tr("Take the passphrase away"), Asking.PLAIN)
        self._form = PassphraseForm(theme)
        self._minutes = Options(theme, self.tr("Lock by itself"), self._choices())
        self._note = Words(
            self.tr(
                "After so long without a press here. Also when the computer sleeps or its screen is locked, "
                "where the computer tells. Ctrl+L locks at once."
            ),
            "caption",
        )
        self._arrange()
        self._asking = Asking.NOTHING
        self._progress.connect(self._on_progress)
        self.presenter = PassphrasePresenter(session, Jobs(self, submit), self._render, self._progress.emit)
        self._connect()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, in order."""
        lines = [stop for line in self._lines for stop in line.stops]
        buttons = (self._set, self._add, self._recovery, self._plain)
        return (*lines, *buttons, *self._form.stops, *self._minutes.stops)

    @property
    def first(self) -> QWidget:
        """Where a link to this part leads."""
        return self._add if self.presenter.state.locked else self._set

    def _render(self, state: PassphraseState) -> None:
        before, self._asking = self._asking, state.asking
        self._lead.say(self._words(state))
        self._show_ways(state.ways)
        idle = state.asking is Asking.NOTHING
        self._set.setVisible(not state.locked and state.can_change)
        for button in (self._add, self._recovery, self._plain):
            button.setVisible(state.locked)
        self._recovery.setText(
            self.tr("Make a new recovery key") if state.has_recovery else self.tr("Make a recovery key")
        )
        fresh = state.said != self._said.plain
        self._said.say(state.said)
        self._said.setVisible(bool(state.said))
        if state.said and fresh:
            announce(self, state.said)
        if idle and before is not Asking.NOTHING:
            (self._add if state.locked else self._set).setFocus()  # the form that had the keyboard goes
        self._form.show_state(state)
        self._minutes.show_value(state.minutes)

    def _show_ways(self, ways: tuple[Way, ...]) -> None:
        if len(self._lines) < len(ways):
            while len(self._lines) < len(ways):
                line = WayLine(self._theme)
                line.change_asked.connect(partial(self.presenter.ask, Asking.CHANGE))
                line.remove_asked.connect(partial(self.presenter.ask, Asking.REMOVE))
                self._lines.append(line)
                self._ways.addWidget(line)
            self.refilled.emit()
        passphrases = [way for way in ways if not way.recovery]
        for place, line in enumerate(self._lines):
            line.setVisible(place < len(ways))
            if place < len(ways):
                line.show_way(ways[place], alone=passphrases == [ways[place]])

    def _words(self, state: PassphraseState) -> str:
        if not state.locked:
            return self.tr(
                "This diary has no passphrase. Anyone who uses this computer account could open it."
            )
        if not state.has_recovery:
            return self.tr(
                "A passphrase locks this diary. There is no recovery key yet: a forgotten passphrase can’t be found again."
            )
        return self.tr("A passphrase locks this diary, and a recovery key is on paper.")

    def _arrange(self) -> None:
        buttons = FlowLayout(gap=8)
        for each in (self._set, self._add, self._recovery, self._plain):
            buttons.addWidget(each)
        inside = column(self._lead, self._ways, self._said, holding(buttons), self._form, gap=8)
        inside.setContentsMargins(EDGE, 0, EDGE, 0)
        note = column(self._note)
        note.setContentsMargins(EDGE, 0, EDGE, 0)
        heading = column(Heading(self.tr("Lock by itself"), "strong"))
        heading.setContentsMargins(EDGE, 0, EDGE, 0)
        self.setLayout(column(inside, heading, self._minutes, note, gap=8))

    def _connect(self) -> None:
        presenter, form = self.presenter, self._form
        form.submitted.connect(presenter.submit)
        form.left.connect(lambda: presenter.ask(Asking.NOTHING))
        form.weighed.connect(presenter.weigh)
        form.words_asked.connect(presenter.offer_words)
        form.print_asked.connect(self._print)
        self._minutes.chosen.connect(presenter.choose_minutes)

    def _button(self, words: str, asking: Asking) -> WordButton:
        made = WordButton(self._theme, words, "plain")
        made.clicked.connect(lambda: self.presenter.ask(asking))
        return made

    def _print(self) -> None:
        from bonddiary.ui.pages.settings.passphrase_sheet import ask_to_print

        ask_to_print(self, self.presenter.state.recovery)

    def _on_progress(self, words: str) -> None:
        if self._session.work:
            self._session.hold(words)

    def _choices(self) -> list[tuple[object, str]]:
        names = {0: self.tr("Off"), 1: self.tr("1 minute")}
        return [(each, names.get(each, self.tr("{0} minutes").format(each))) for each in LOCK_AFTER]
