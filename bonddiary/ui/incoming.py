"""Files that were opened with the program, from the desktop or a terminal: what is in each is said before anything comes in."""

import os
from collections import Counter, deque
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING
from weakref import ref

from PySide6.QtCore import QCoreApplication, QObject

from bonddiary.domain.errors import DiaryError

if TYPE_CHECKING:
    from bonddiary.domain.records import Record
    from bonddiary.exchange.plan import ImportPlan
    from bonddiary.ui.main_window import MainWindow
    from bonddiary.ui.window_bar import WindowBar


class Incoming(QObject):
    """One file after another. While the window is locked, or the diary isn't open, they wait."""

    def __init__(self, window: "MainWindow", is_locked: Callable[[], bool] = lambda: False) -> None:
        super().__init__(window)
        self._window, self._is_locked = window, is_locked
        self._waiting: deque[Path] = deque()
        self._now: Path | None = None
        """The file that is asked about."""
        self._bar: Callable[[], WindowBar | None] = lambda: None
        """Where it is asked: a lock with a passphrase takes the bar down, and the question with it. Not held here."""

    def open(self, files: Iterable[Path]) -> None:
        """Says what is in them, after those that are still to be said."""
        self._waiting.extend(files)
        self.go_on()

    def go_on(self) -> None:
        """The next file, where the parent has done with the one before, and the window can be used."""
        if not (self._waiting or self._now) or self._is_locked():
            return
        session = self._window.session
        if not session.is_open:
            session.opened.connect(self.go_on)
            return
        if self._bar() is not self._window.bar:
            self._bar = ref(self._window.bar)
            self._window.bar.settled.connect(self._done)
            if self._now is not None:
                self._waiting.appendleft(self._now)
                self._now = None
        if self._now is None and self._waiting:
            self._now = self._waiting.popleft()
            self._look(self._now)

    def _done(self) -> None:
        """The bar's message was closed."""
        self._now = None
        self.go_on()

    def _look(self, file: Path) -> None:
        from bonddiary.domain import wording
        from bonddiary.ui.files import plan_file  # with the exchange package, once a file is opened

        try:
            plan = plan_file(self._window.session, file)
        except DiaryError as error:
            self._say(shown(str(error)))
            return
        name = shown(file.name)
        look = (_tr("Look"), lambda: self._look_inside(name, plan))
        if not plan.new:
            self._say(_tr("Nothing in ‘{0}’ is new.{1}").format(name, _rest(plan)), look)
            return
        count = wording.counted(len(plan.new), _tr("new entry"), _tr("new entries"))
        words = _tr("‘{0}’ holds {1}.{2}").format(name, count, _rest(plan))
        self._say(words, (_tr("Bring in"), lambda: self._bring_in(file)), look)

    def _say(self, words: str, *actions: tuple[str, Callable[[], object]]) -> None:
        more = len(self._waiting)
        if more:
            waits = _tr("1 more file waits.") if more == 1 else _tr("{0} more files wait.").format(more)
            words = f"{words} {waits}"
        bar = self._window.bar
        bar.say(words, *actions, (_tr("Not now") if actions else _tr("Close"), bar.settle), kind="strip")
        bar.take_keyboard()

    def _bring_in(self, file: Path) -> None:
        from bonddiary.ui.files import bring_in_file

        try:
            bring_in_file(self._window, self._window.session, file)
        except DiaryError as error:
            self._say(shown(str(error)))

    def _look_inside(self, name: str, plan: "ImportPlan") -> None:
        from bonddiary.ui.dialogs.left_out import LeftOutDialog

        lines = (*inside(plan.new), *plan.notes)
        if not lines and not plan.skipped:
            lines = (_tr("Everything in it is here already."),)
        LeftOutDialog(self._window, name, plan.skipped, lines).show()


def inside(records: "Iterable[Record]") -> tuple[str, ...]:
    """What is new in a file, in lines: of whom, how many of each kind, and from which days. No entry's own words."""
    from bonddiary.domain import wording
    from bonddiary.domain.baby import Baby
    from bonddiary.domain.care import CareEvent
    from bonddiary.domain.moment import Moment
    from bonddiary.domain.period import Period

    babies, counts, days = [], Counter[str](), []
    for record in records:
        if isinstance(record, Moment | CareEvent):
            days.append(record.at.day)
        if isinstance(record, Baby):
            babies.append(record.nickname or _tr("your baby"))
        else:
            counts[_kind(record)] += 1
    several = {"moment": "moments", "care event": "care events", "other entry": "other entries"}
    lines = [_tr("New babies: {0}.").format(wording.listed(babies))] if babies else []
    lines += [f"{wording.counted(counts[one], one, many)}." for one, many in several.items() if counts[one]]
    if days:
        lines.append(_tr("They are from {0}.").format(wording.period(Period(min(days), max(days)))))
    return tuple(lines)


def shown(name: str) -> str:
    """A file's name as it can be shown: one line, with a sign for what is no letter."""
    letters = os.fsencode(name).decode("utf-8", "replace")
    return "".join(letter if letter.isprintable() else " " for letter in letters)


def _kind(record: "Record") -> str:
    from bonddiary.domain.care import CareEvent
    from bonddiary.domain.moment import Moment

    if isinstance(record, Moment):
        return "moment"
    return "care event" if isinstance(record, CareEvent) else "other entry"


def _rest(plan: "ImportPlan") -> str:
    """What else it holds, short: the bar has to have room for it in a small window with large words."""
    here = _tr(" {0} already here.").format(f"{plan.already_here:,}") if plan.already_here else ""
    return here + (_tr(" {0} left out.").format(f"{len(plan.skipped):,}") if plan.skipped else "")


def _tr(words: str) -> str:
    return QCoreApplication.translate("Incoming", words)
