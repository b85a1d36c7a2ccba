"""Decides what is said of timers that run, and what becomes of them. Nothing counts: the words come from the start."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from bonddiary.analysis.names import Names
from bonddiary.diary.changes import Change
from bonddiary.domain import wording
from bonddiary.domain.baby import BabyMark
from bonddiary.domain.catalog import Family
from bonddiary.domain.errors import DiaryError, InvalidEntry
from bonddiary.domain.ids import BabyId, CueKey, MomentId, TimerId, new_id
from bonddiary.domain.moment import Moment
from bonddiary.domain.records import Kind, Record
from bonddiary.domain.timer import Timer, TimerKind
from bonddiary.domain.when import When
from bonddiary.ui.pages.log.clock_text import read_time
from bonddiary.ui.session import ONE_BABY, Session
from bonddiary.ui.timers.seen import Seen

LONG = timedelta(hours=2)
"""Unseen for this long, a timer may have been forgotten: its end is asked for."""
LATELY = timedelta(hours=2)
"""How far back the moment is looked for that settling belongs to."""
CRYING = CueKey("state-crying")
"""What a crying timer stands for that was started from no cue."""
NAMES: Mapping[TimerKind, str] = {
    TimerKind.CRYING: "Crying",
    TimerKind.FEED: "Feed",
    TimerKind.SETTLING: "Settling",
}
NOT_BORN = "Timers can start after the birth."
NO_MOMENT = "A settling timer belongs to a moment. Note what you see first."


@dataclass(frozen=True, slots=True)
class TimerLine:
    """One timer as its line shows it."""

    id: TimerId
    name: str
    """ "crying timer", to tell buttons of several lines apart."""
    words: str
    brief: str = ""
    """The same in fewer words, for a window with little room; blank: there are none."""
    asks: bool = False
    """Its end is asked for."""
    last: str = ""
    """The clock when the program last saw it, where that is to be offered as its end."""
    typing: bool = False
    """Another time can be typed."""
    problem: str = ""
    mark: BabyMark | None = None
    """Whose it is, where there are several babies."""


class TimersPresenter:
    """Holds the lines and hands every new state to `show`."""

    def __init__(
        self,
        session: Session,
        show: Callable[[tuple[TimerLine, ...]], None],
        tell: Callable[[str], None],
        say: Callable[[str], None],
    ) -> None:
        """`tell` says what was done, `say` what couldn't be done where no line can say so."""
        self._session = session
        self._show, self._tell, self._say = show, tell, say
        self._file = Seen(session.paths.state / "timer-seen")
        self._seen: When | None = None
        self._last: When | None = None
        self._asked: set[TimerId] = set()
        self._typing: TimerId | None = None
        self._problems: dict[TimerId, str] = {}
        self.timers: tuple[Timer, ...] = ()

    # What the parent does

    def toggle(self, kind: TimerKind) -> None:
        """Starts a timer for the baby shown, or stops the one that runs. An end that is asked for stays asked for."""
        if self._session.together:
            self._tell(ONE_BABY)
            return
        baby, _ = self._session.baby_to_log()
        running = next((one for one in self.timers if (one.kind, one.baby) == (kind, baby)), None)
        if running is None:
            self.start(kind)
        elif running.id not in self._asked:
            self.stop(running.id)

    def start(self, kind: TimerKind, moment: MomentId | None = None) -> None:
        """Starts a timer. Settling belongs to the moment given or noted last; crying began when its moment did."""
        try:
            self._start(kind, moment)
        except DiaryError as problem:
            self._say(str(problem))

    def stop(self, id: TimerId, at: When | None = None) -> None:
        """Stops it now, or at a time before."""
        kind = next((one.kind for one in self.timers if one.id == id), None)

        def act() -> None:
            left = self._session.diary.stop_timer(id, at, carer=self._session.carer_to_log())
            self._tell(self._saved(left, kind))
            if isinstance(left, Moment):
                self._session.timed.emit(left)

        self._act(id, act)

    def stop_when_last_seen(self, id: TimerId) -> None:
        """It stopped when the program last saw it."""
        self.stop(id, self._last)

    def stop_at(self, id: TimerId, text: str) -> None:
        """Stops it at a time that was typed."""
        try:
            at = read_time(text, self._session.clock())
        except InvalidEntry as problem:
            self._problems[id] = str(problem)
            self.render()
        else:
            self.stop(id, at)

    def earlier(self, id: TimerId, minutes: int) -> None:
        """It began that much earlier."""
        self._act(id, lambda: self._session.diary.move_timer_start(id, timedelta(minutes=minutes)))

    def discard(self, id: TimerId) -> None:
        """It was a mistake."""

        def act() -> None:
            self._session.diary.discard_timer(id)
            self._tell("Timer discarded.")

        self._act(id, act)

    def still(self, id: TimerId) -> None:
        """It does go on."""
        self._asked.discard(id)
        self._typing = None
        self.render()

    def type_time(self, id: TimerId | None) -> None:
        """Another time is to be typed for this one; None: not after all."""
        self._typing = id
        self._problems.clear()
        self.render()

    # What is shown

    def opened(self) -> None:
        """The first look: a timer that has run for long may have been forgotten."""
        self._read()
        self._seen = self._file.read(self._session.clock().zone)
        self._look(asks=True)

    def look(self) -> None:
        """Once a minute, and when the window comes forward: after a long gap it asks."""
        gap = self._seen is None or self._session.clock().utc - self._seen.utc >= LONG
        self._look(asks=gap)

    def on_change(self, change: Change) -> None:
        """Something in the diary is different, perhaps by Undo or by a command in a terminal."""
        if Kind.TIMER in change.topics or Kind.BABY in change.topics:
            self._read()
            self.look()

    def render(self) -> None:
        """Hands the lines on."""
        self._show(tuple(map(self._line, self.timers)))

    def _look(self, *, asks: bool) -> None:
        now = self._session.clock()
        if asks:
            self._last = self._seen
            self._asked |= {timer.id for timer in self.timers if timer.ran(now) >= LONG}
        self._keep_seen()
        self.render()

    def _start(self, kind: TimerKind, id: MomentId | None) -> None:
        now = self._session.clock()
        baby, new = self._session.baby_to_log()
        if id is None and self._session.baby is not None and self._session.baby.expected(now.day):
            self._tell(NOT_BORN)
            return
        moment = self._moment(kind, id, baby, now)
        if kind is TimerKind.SETTLING and moment is None:
            self._tell(NO_MOMENT)
            return
        crying = moment is not None and kind is TimerKind.CRYING
        timer = Timer(
            id=TimerId(new_id()),
            baby=moment.baby if moment else baby,
            kind=kind,
            started=moment.at if moment and crying else now,
            entered=now,
            cue=_cue(kind, moment),
            moment=moment.id if moment else None,
        )
        self._session.diary.start_timer(timer, baby=new)
        self._tell(f"{_timer_name(timer).capitalize()} started.")

    def _moment(self, kind: TimerKind, id: MomentId | None, baby: BabyId, now: When) -> Moment | None:
        """The moment that a timer belongs to: a feed to none, crying to one of crying alone."""
        diary = self._session.diary
        if kind is TimerKind.SETTLING and id is None:
            lately = diary.moments_since(baby, now.shifted(-LATELY))
            return lately[-1] if lately else None
        if id is None or kind is TimerKind.FEED:
            return None
        moment = diary.moment(id)
        cue = self._session.catalog.cues.get(moment.cues[0])
        of_crying = cue is not None and cue.family is Family.CRYING
        return moment if kind is TimerKind.SETTLING or of_crying else None

    def _act(self, id: TimerId, act: Callable[[], object]) -> None:
        self._problems.pop(id, None)
        try:
            act()
        except DiaryError as problem:
            self._problems[id] = str(problem)
            self._read()  # it may be gone
            if all(timer.id != id for timer in self.timers):
                self._say(str(problem))
        self.render()

    def _read(self) -> None:
        if not self.timers:
            self._seen = self._session.clock()  # until now there was nothing to see
        try:
            self.timers = self._session.diary.all(Timer)
        except DiaryError as problem:
            self._say(str(problem))
            return
        there = {timer.id for timer in self.timers}
        self._asked &= there
        self._problems = {id: words for id, words in self._problems.items() if id in there}
        if self._typing not in there:
            self._typing = None

    def _keep_seen(self) -> None:
        self._seen = self._session.clock()
        if self.timers:
            self._file.write(self._seen)
        else:
            self._file.forget()

    def _line(self, timer: Timer) -> TimerLine:
        now, asks = self._session.clock(), timer.id in self._asked
        mark = self._session.mark_of(timer.baby)
        whose = mark.name if mark is not None else ""
        name = _timer_name(timer)
        words, brief = f"{NAMES[timer.kind]} since {wording.at(timer.started, now)}", ""
        if asks:
            brief = f"{words}. When did it stop?"
            words = f"The {name} has run {wording.length(timer.ran(now))}. When did it stop?"
        last = self._last if asks else None
        if last is not None and timer.started.utc < last.utc < now.utc:
            words = f"{words} Bond Diary was last open {_at(last, now)}."
            brief = f"{brief} Last open {wording.at(last, now)}."
        else:
            last = None
        return TimerLine(
            id=timer.id,
            name=name,
            words=f"{whose}: {words}" if whose else words,
            brief=f"{whose}: {brief}" if whose and brief else brief,
            asks=asks,
            last="" if last is None else wording.clock(last.wall),
            typing=timer.id == self._typing,
            problem=self._problems.get(timer.id, ""),
            mark=mark,
        )

    def _saved(self, left: Record | None, kind: TimerKind | None) -> str:
        if left is None or kind is None:
            return "Stopped. No time was noted."
        if (
            kind is TimerKind.SETTLING
            and isinstance(left, Moment)
            and left.settle
            and left.settle.minutes is not None
        ):
            return f"Saved. Settling took {wording.length(timedelta(minutes=left.settle.minutes))}."
        what, length = NAMES[kind], getattr(left, "length", None)
        if kind is TimerKind.CRYING and isinstance(left, Moment):
            what = Names.of(self._session.catalog, self._session.diary.words()).cue(left.cues[0])
        return f"Saved. {what}, {wording.length(length)}." if length is not None else f"Saved. {what}."


def _cue(kind: TimerKind, moment: Moment | None) -> CueKey | None:
    """The cue of what it becomes. Its line says “Crying”: without a cue the diary would take it for fussing."""
    if kind is not TimerKind.CRYING:
        return None
    return moment.cues[0] if moment else CRYING


def _at(when: When, now: When) -> str:
    said = wording.at(when, now)
    return f"at {said}" if when.day == now.day else said


def _timer_name(timer: Timer) -> str:
    return f"{timer.kind.value} timer"
