"""The part of Settings that erases for ever: what, how much that is, its limits, and the word that confirms it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from bonddiary.ui.file_dialog import documents, nothing_remembered
from bonddiary.ui.jobs import Job, Jobs
from bonddiary.ui.pages.settings.backups_presenter import T
from bonddiary.ui.pages.settings.erase_presenter import NOTHING, ErasePresenter, EraseState
from bonddiary.ui.pages.settings.parts import EDGE, Options
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.announce import announce
from bonddiary.ui.widgets.date_field import DateField, read_date
from bonddiary.ui.widgets.flow import FlowLayout, holding
from bonddiary.ui.widgets.layout import column, label
from bonddiary.ui.widgets.reading import WordButton
from bonddiary.ui.widgets.words import Words

FIELD, WIDEST = 190, 270
INSET = (EDGE, 0, EDGE, 0)


class ErasePart(QWidget):
    """Nothing is chosen until the parent chooses it, and nothing goes until they type the word."""

    refilled = Signal()
    """There are other choices than before."""

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self._session, self._theme = session, theme
        self._jobs = Jobs(self)
        self._what: Options | None = None
        self._choices: tuple[tuple[str, str], ...] = ()
        self._place = column(gap=0)
        self._first, self._last = (
            DateField(self.tr("First day to erase")),
            DateField(self.tr("Last day to erase")),
        )
        self._days = QWidget()
        self._held, self._warnings = Words(), [Words() for _ in range(6)]
        self._word = QLineEdit()
        self._asked = label("", "caption", wrap=True)
        self._asked.setBuddy(self._word)
        self._copy = WordButton(theme, self.tr("Copy to another place first…"), "plain")
        self._erase = WordButton(theme, self.tr("Erase for ever"), "plain")
        self._sure = QWidget()
        self._said, self._problem = Words(), Words()
        self.presenter = ErasePresenter(session, self._render, read_date, self._beside, self._leave)
        self._build()
        self._connect()
        self._fit()
        self.presenter.refresh()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, in order."""
        what = self._what.stops if self._what is not None else ()
        return (*what, self._first, self._last, self._copy, self._word, self._erase)

    def _build(self) -> None:
        intro = Words(self.tr("Deleting keeps an entry for 30 days or longer. Here you can erase at once."))
        days = FlowLayout(gap=8)
        for words, field in ((self.tr("First day"), self._first), (self.tr("Last day"), self._last)):
            name = label(words, "caption", wrap=True)
            name.setBuddy(field)
            holder = QWidget()
            holder.setLayout(column(name, field, gap=2))
            days.addWidget(holder)
        every = Words(self.tr("The days of every baby, by when an entry began. Visits go too."), "caption")
        self._days.setLayout(column(holding(days), every, gap=4, margins=INSET))
        buttons = FlowLayout(gap=8)
        buttons.addWidget(self._word)
        buttons.addWidget(self._erase)
        copy = FlowLayout(gap=8)
        copy.addWidget(self._copy)
        told = column(self._held, *self._warnings, gap=4, margins=INSET)
        asked = column(self._asked, holding(buttons), gap=4, margins=INSET)
        self._sure.setLayout(column(told, holding(copy), asked, gap=8))
        above = column(intro, margins=INSET)
        below = column(self._said, self._problem, gap=4, margins=INSET)
        self.setLayout(column(above, self._place, self._days, self._sure, below, gap=8))

    def _connect(self) -> None:
        for field in (self._first, self._last):
            field.textChanged.connect(self._read_days)
        self._word.returnPressed.connect(self._erase_now)
        self._erase.clicked.connect(self._erase_now)
        self._copy.clicked.connect(self._ask_where)
        for signal in (self._session.diary_changed, self._session.opened, self._session.baby_changed):
            signal.connect(self._refresh_if_seen)
        self._theme.changed.connect(self._fit)

    def _render(self, state: EraseState) -> None:
        self._show_choices(state)
        self._days.setVisible(state.asks_days)
        ready = bool(state.word) and not state.busy
        if not ready and self._sure.isAncestorOf(self.window().focusWidget() or self):
            self._chosen().setFocus()
        self._sure.setVisible(ready)
        self._held.say(state.held)
        for place, words in enumerate(self._warnings):
            self._say(words, state.warnings[place] if place < len(state.warnings) else "")
        self._asked.setText(self.tr("To go on, type this: {0}").format(state.word))
        self._word.setAccessibleName(self.tr("Type {0} to erase").format(state.word))
        if not state.word:
            self._word.clear()
        if not state.asks_days:
            self._first.clear()
            self._last.clear()
        said = self.tr("Erasing. This may take a minute.") if state.busy else state.said
        fresh = (said, state.problem) != (self._said.plain, self._problem.plain)
        self._say(self._said, said)
        self._say(self._problem, state.problem)
        if fresh and (state.problem or said):
            announce(self, state.problem or said, urgent=bool(state.problem))

    def _show_choices(self, state: EraseState) -> None:
        if state.choices != self._choices:
            held = self._what is not None and self._what.isAncestorOf(self.window().focusWidget() or self)
            self._choices = state.choices
            if self._what is not None:
                self._what.hide()
                self._what.deleteLater()
            self._what = Options(self._theme, self.tr("What to erase"), state.choices)
            self._what.chosen.connect(self._choose)
            self._place.addWidget(self._what)
            self._what.show()
            self.refilled.emit()
            self._what.show_value(state.chosen)
            if held:
                self._chosen().setFocus()
        elif self._what is not None:
            self._what.show_value(state.chosen)
            if self._what.isAncestorOf(self.window().focusWidget() or self):
                self._chosen().setFocus()

    def _choose(self, key: str) -> None:
        self._word.clear()
        self.presenter.choose(key)

    def _chosen(self) -> QWidget:
        """Where the keyboard goes when what it was on is hidden."""
        keys = [key for key, _ in self._choices]
        chosen = self.presenter.state.chosen if self.presenter.state.chosen in keys else NOTHING
        assert self._what is not None
        return self._what.stops[keys.index(chosen)]

    def _read_days(self) -> None:
        self.presenter.choose_days(self._first.text(), self._last.text())

    def _erase_now(self) -> None:
        self.presenter.erase(self._word.text())

    def _ask_where(self) -> None:
        with nothing_remembered():
            chosen = QFileDialog.getExistingDirectory(
                self, self.tr("Copy the diary to another place"), str(documents())
            )
        if chosen:
            self.presenter.copy_to(Path(chosen))

    def _beside(
        self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> object:
        def run(_job: Job[T]) -> T:
            return work()

        return self._jobs.run(run, done, failed)

    def _leave(self) -> None:
        QCoreApplication.exit(0)  # no window may refuse: what would be saved has been erased

    def _say(self, words: Words, text: str) -> None:
        words.say(text)
        words.setVisible(bool(text))

    def _refresh_if_seen(self) -> None:
        if self.isVisible():
            self.presenter.refresh()

    def _fit(self) -> None:
        self._problem.show_ink(self._theme.look.tokens.problem)
        for field in (self._first, self._last, self._word):
            field.setFixedWidth(min(self._theme.look.px(FIELD), WIDEST))
