"""One timer's line: since when, and what can be done about it. A long gap turns it into a question."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLineEdit, QMenu, QPushButton, QWidget

from bonddiary.ui.overriding import override
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.timers.presenter import TimerLine, TimersPresenter
from bonddiary.ui.widgets.baby_badge import BabyDot
from bonddiary.ui.widgets.flow import FlowLayout, holding
from bonddiary.ui.widgets.layout import button, column, label, row

EARLIER = (5, 10, 15)
TINY_BELOW = 400
"""Height of the window, in units of the text size, in which the page needs the room: fewer words, and what is done
seldom under More…."""
GAP = 6
SIDES = (16, 6, 12, 6)
Act = Callable[[], object]


class TimerRow(QFrame):
    """Its buttons are made anew only when there are others: the keyboard may be on one of them."""

    grown = Signal()
    """It may be higher or lower than before."""

    def __init__(self, theme: Theme, presenter: TimersPresenter, line: TimerLine) -> None:
        super().__init__()
        self.setProperty("kind", "banner")
        self._theme, self._presenter, self.line = theme, presenter, line
        self._tiny = False
        self._dot = BabyDot(theme)
        self._words = label(wrap=True)
        self._parts: list[QWidget] = []
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._across.setSpacing(GAP)
        self._across.addWidget(self._dot)
        self._across.addWidget(self._words, 1)
        self._beside = row(gap=GAP)
        self._below = FlowLayout(gap=GAP)
        self._foot = holding(self._below)
        self._across.addLayout(self._beside)
        self._typed = QLineEdit(placeholderText=self.tr("3:12am, or 40 min"))
        self._typed.setAccessibleName(self.tr("When it stopped, such as 3:12am or 40 min ago"))
        self._typed.returnPressed.connect(self._save_typed)
        self._save = button(self.tr("Save"), "small")
        self._save.setAccessibleName(self.tr("Save the time it stopped"))
        self._save.clicked.connect(self._save_typed)
        self._typing = QWidget()
        self._typing.setLayout(row(self._typed, self._save, 1, gap=GAP))
        self._problem = label("", "problem", wrap=True)
        self.setLayout(column(self._across, self._foot, self._typing, self._problem, gap=2, margins=SIDES))
        theme.changed.connect(self._fit)
        self._build()
        self.render_line(line)

    def render_line(self, line: TimerLine) -> None:
        """Shows the timer as it is now."""
        before, self.line = self.line, line
        if (line.asks, line.last) != (before.asks, before.last):
            self._build()
        self._say()
        self._dot.show_mark(line.mark)
        self._typing.setVisible(line.typing)
        self._problem.setText(line.problem)
        self._problem.setVisible(bool(line.problem))
        if line.typing and not before.typing:
            self._typed.clear()
            self._typed.setFocus()
        elif before.typing and not line.typing and self._parts:
            self._buttons()[0].setFocus()
        self._fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.line.typing:
            self._presenter.type_time(None)
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _say(self) -> None:
        words = self.line.brief if self._tiny and self.line.brief else self.line.words
        if self._words.text() != words:
            self._words.setText(words)

    def _build(self) -> None:
        held = any(part.hasFocus() for part in self._parts)
        for old in self._parts:
            old.hide()
            self._beside.removeWidget(old)
            self._below.removeWidget(old)
            old.deleteLater()
        self._parts = self._question() if self.line.asks else self._running()
        for part in self._parts:
            self._beside.addWidget(part)
            part.show()  # the layout would do so later: the keyboard couldn't go there yet
        if held:
            self._buttons()[0].setFocus()

    def _running(self) -> list[QWidget]:
        presenter, id, name = self._presenter, self.line.id, self.line.name
        stop = self._button(self.tr("Stop"), self.tr("Stop the {0}").format(name), lambda: presenter.stop(id))
        if self._tiny:
            return [stop, self._more()]
        back = [
            self._button(
                self.tr("−{0} min").format(minutes),
                self.tr("−{0} min: the {1} started earlier").format(minutes, name),
                partial(presenter.earlier, id, minutes),
            )
            for minutes in EARLIER
        ]
        return [stop, label(self.tr("It started earlier"), "quiet"), *back, self._discard()]

    def _more(self) -> QPushButton:
        """What else can be done with a timer that runs, as a menu."""
        presenter, id = self._presenter, self.line.id
        made = button(self.tr("More…"), "small")
        made.setAccessibleName(self.tr("More… for the {0}").format(self.line.name))
        menu = QMenu(made)
        for minutes in EARLIER:
            action = menu.addAction(self.tr("It started {0} min earlier").format(minutes))
            action.triggered.connect(lambda _=False, minutes=minutes: presenter.earlier(id, minutes))
        menu.addAction(self.tr("Discard")).triggered.connect(lambda: presenter.discard(id))
        made.setMenu(menu)
        return made

    def _question(self) -> list[QWidget]:
        presenter, line = self._presenter, self.line
        id, name = line.id, line.name
        made: list[QWidget] = [
            self._button(
                self.tr("Now"), self.tr("Now: the {0} stops").format(name), lambda: presenter.stop(id)
            )
        ]
        if line.last:
            made.append(
                self._button(
                    line.last,
                    self.tr("{0}, when Bond Diary was last open: the {1} stopped").format(line.last, name),
                    lambda: presenter.stop_when_last_seen(id),
                )
            )
        made += [
            self._button(
                self.tr("Other…"),
                self.tr("Other… time at which the {0} stopped").format(name),
                lambda: presenter.type_time(id),
            ),
            self._button(
                self.tr("Still going"),
                self.tr("Still going: the {0}").format(name),
                lambda: presenter.still(id),
            ),
            self._discard(),
        ]
        return made

    def _discard(self) -> QPushButton:
        return self._button(
            self.tr("Discard"),
            self.tr("Discard the {0}").format(self.line.name),
            lambda: self._presenter.discard(self.line.id),
        )

    def _button(self, text: str, spoken: str, act: Act) -> QPushButton:
        made = button(text, "small")
        if spoken:
            made.setAccessibleName(spoken)
        made.clicked.connect(lambda: act())  # noqa: PLW0108  # without what Qt says of the click
        return made

    def _buttons(self) -> list[QPushButton]:
        return [part for part in self._parts if isinstance(part, QPushButton)]

    def _save_typed(self) -> None:
        self._presenter.stop_at(self.line.id, self._typed.text())

    def _fit(self) -> None:
        """The buttons stand beside the words, or below them where there is no room."""
        tiny = self.window().height() / self._theme.look.scale < TINY_BELOW
        if tiny is not self._tiny:
            self._tiny = tiny
            self._build()
            self._say()
        room = self.width() - SIDES[0] - SIDES[2]
        words = self._words.fontMetrics().horizontalAdvance(self._words.text()) + 8
        words += 0 if self._dot.isHidden() else self._dot.sizeHint().width() + GAP
        beside = words + sum(part.sizeHint().width() + GAP for part in self._parts) <= room
        goal = self._beside if beside else self._below
        if any(goal.indexOf(part) < 0 for part in self._parts):
            for part in self._parts:
                (self._below if beside else self._beside).removeWidget(part)
                goal.addWidget(part)
        self._foot.setVisible(not beside)
        self.grown.emit()
