"""Decides what care events on the Log page do: one press saves, everything else is added to what is saved."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from bonddiary.analysis.names import Names
from bonddiary.diary.changes import Change
from bonddiary.diary.titles import title_words
from bonddiary.domain import wording
from bonddiary.domain.board import OwnWord, WordKind
from bonddiary.domain.care import CareEvent, CareKind, Unit
from bonddiary.domain.care_fields import CARE_FIELDS
from bonddiary.domain.errors import DiaryError, InvalidEntry, NotFound
from bonddiary.domain.ids import BabyId, CareId, TimerId, WordId, new_id
from bonddiary.domain.records import Kind, Ref
from bonddiary.domain.timer import Timer, TimerKind
from bonddiary.domain.when import When
from bonddiary.ui.care import words
from bonddiary.ui.care.lasted import read_span
from bonddiary.ui.care.press import Press
from bonddiary.ui.care.state import CareChoice, CareSaved, CareState
from bonddiary.ui.session import Session

TakeTime = Callable[[], tuple[When, When] | None]
"""The time chosen on the page and now; None where what was typed is no time, which the page then says."""


class CarePresenter:
    """Holds the state and hands every new one to `show`."""

    def __init__(
        self,
        session: Session,
        take_time: TakeTime,
        show: Callable[[CareState], None],
        announce: Callable[[str], None],
    ) -> None:
        self._session = session
        self._take_time, self._show, self._announce = take_time, show, announce
        self._names = Names(session.catalog)
        self._event: CareEvent | None = None
        self._gone: CareEvent | None = None
        """What the strip showed until it was undone: brought back, it is shown again."""
        self._presses: list[Press] = []
        self._wanted: dict[CareId, dict[str, object]] = {}
        """What was said of saved events and isn't saved yet."""
        self._beside: dict[CareId, tuple[BabyId, ...]] = {}
        """Whose events one press made, where they are several babies'."""
        self._why = ""
        self._refused = ""
        self._unit: tuple[tuple[str, str], Unit | None] = (("", ""), None)
        """The unit used last, and for which event and measure it was looked for."""
        self.state = CareState()

    # What the parent does

    def log(self, choice: CareChoice) -> None:
        """Saves an event of this kind at the chosen time. Before a birth it says why there is nothing to save."""
        if said := self._session.before_birth():
            self._announce(said)
            return
        times = self._take_time()
        if times is not None:
            press = Press(CareId(new_id()), choice, *times)
            if self._session.is_open:  # for the babies shown now, whoever is shown when it can be saved
                press.place(self._session)
            self._presses.append(press)
            self._refused = ""
            self._save()

    def change(self, **changes: object) -> None:
        """Says more of the event in the strip."""
        if self._event is not None:
            self._refused = ""
            self._wanted.setdefault(self._event.id, {}).update(changes)
            self._save(presses=False)

    def say_length(self, text: str) -> None:
        """Reads how long it lasted, or when it ended. What can't be is said; what was typed stays."""
        event = self._shown()
        if event is None or text.strip() == words.length_words(event):
            self.refuse("")
            return
        try:
            at, until = read_span(text, event.at, self._session.clock())
        except InvalidEntry as problem:
            self.refuse(str(problem))
            return
        self.change(at=at, until=until)

    def until_now(self) -> None:
        """It has ended just now."""
        self.change(until=self._session.clock())

    def refuse(self, problem: str) -> None:
        """What was typed can't be; blank: it can again."""
        if problem != self._refused:
            self._refused = problem
            if problem:
                self._announce(problem)
            self._set()

    def start_timer(self) -> None:
        """Times the feed in the strip from its start on."""
        event = self._shown()
        if event is None:
            return
        timer = Timer(
            id=TimerId(new_id()),
            baby=event.baby,
            kind=TimerKind.FEED,
            started=event.at,
            entered=self._session.clock(),
            care=event.id,
        )
        try:
            self._session.diary.start_timer(timer)
        except DiaryError as problem:
            self.refuse(str(problem))
        else:
            self._announce("Feed timer started.")
            self.refresh()

    def undo(self) -> None:
        """Takes back the newest step: what was said last, or the event itself."""
        try:
            undone = self._session.diary.undo(origin=self)
        except DiaryError as problem:
            self.refuse(str(problem))
            return
        if undone is not None:
            own = self._names.own.values()
            self._announce(f"Undone: {title_words(undone, self._session.catalog, own)}.")
        self.refresh()

    def dismiss(self) -> None:
        """Closes the strip; the event stays saved, and what isn't goes on waiting."""
        self._event = self._gone = None
        self._refused = ""
        self._set()

    def try_again(self) -> None:
        """Saves what waits."""
        self._save()

    def ask_name(self, *, asks: bool = True) -> None:
        """A kind of the family's own is to be named, or not after all."""
        self.state = replace(self.state, naming=asks, naming_problem="")
        self._show(self.state)

    def add_own(self, name: str) -> None:
        """Adds a kind of the family's own and notes it at once; a name that is there already is that kind."""
        plain = " ".join(name.split())
        if not plain:
            self.ask_name(asks=False)
            return
        there = next((one for one in self.state.choices if one.name.casefold() == plain.casefold()), None)
        if there is None:
            word = OwnWord(id=WordId(new_id()), kind=WordKind.CARE, name=plain)
            try:
                self._session.diary.add(word, origin=self)
            except DiaryError as problem:
                self.state = replace(self.state, naming_problem=f"Not added yet. {problem}")
                self._show(self.state)
                return
            there = CareChoice(CareKind.OTHER, plain, f"care-{CareKind.OTHER.value}", word.id)
        self.state = replace(self.state, naming=False, naming_problem="")
        self.refresh()
        self.log(there)

    # What is shown

    def refresh(self) -> None:
        """Reads again what is shown."""
        if self._session.is_open:
            try:
                self._read()
            except DiaryError as problem:
                self._why = str(problem)
        self._set()

    def on_change(self, change: Change) -> None:
        """Something in the diary is different: our own doing is shown already."""
        if change.origin is not self and change.topics & {Kind.CARE, Kind.WORD, Kind.TIMER, Kind.BABY}:
            self.refresh()

    def change_baby(self) -> None:
        """Another baby is shown: the strip of the other closes, what waits keeps its baby."""
        for press in self._presses:
            press.place(self._session)
        if self._event is not None and self._event.baby not in self._session.babies_to_log():
            self._event = None
        self._gone = None
        self.refresh()

    def unsaved(self) -> str:
        """Tries once more what waits; says in words what still isn't saved."""
        if self._waits():
            self._save()
        return self.state.waiting

    # How it is done

    def _save(self, *, presses: bool = True) -> None:
        self._why = ""
        saved: list[CareEvent] = []
        try:
            if presses:
                self._log_all(saved)
            for id in tuple(self._wanted):
                self._edit(id)
        except DiaryError as problem:
            self._why = str(problem)
        if saved:
            self._event, self._gone = saved[-1], None
            self._announce(f"Saved. {self._title(saved[-1])}. Control Z to undo.")
        self.refresh()

    def _log_all(self, saved: list[CareEvent]) -> None:
        _ = self._session.diary  # opened first: it must be known whose events these are
        for press in tuple(self._presses):
            saved.append(press.save(self._session, self))
            self._presses.remove(press)
            self._beside = {press.id: press.whose} if press.others else {}

    def _edit(self, id: CareId) -> None:
        try:
            found = self._session.diary.get(Ref(Kind.CARE, id))
        except NotFound:
            del self._wanted[id]
            return
        assert isinstance(found, CareEvent)
        changed = replace(found, **self._wanted[id])  # type: ignore[arg-type]  # fields are checked by replace
        if changed != found:
            self._session.diary.edit(changed, origin=self)
        del self._wanted[id]

    def _read(self) -> None:
        self._names = Names.of(self._session.catalog, self._session.diary.words())
        strip = self._event or self._gone
        self._event = self._still_there(strip)
        self._gone = strip if self._event is None else None
        self.state = replace(self.state, choices=_choices(self._names))

    def _still_there(self, event: CareEvent | None) -> CareEvent | None:
        """The event as the diary has it now, or None where it was taken back or deleted."""
        if event is None:
            return None
        try:
            found = self._session.diary.get(Ref(Kind.CARE, event.id))
        except NotFound:
            return None
        return found if isinstance(found, CareEvent) and found.deleted is None else None

    def _shown(self) -> CareEvent | None:
        if self._event is None:
            return None
        return replace(self._event, **self._wanted.get(self._event.id, {}))  # type: ignore[arg-type]  # as above

    def _title(self, event: CareEvent) -> str:
        babies = self._beside.get(event.id, (event.baby,))
        whose = wording.listed([mark.name for baby in babies if (mark := self._session.mark_of(baby))])
        said = words.strip_title(event, self._names, self._session.clock())
        return f"{whose}: {said}" if whose else said

    def _whose_turn(self, event: CareEvent) -> str:
        """Of several babies' events the strip changes one: it says whose."""
        mark = self._session.mark_of(event.baby) if len(self._beside.get(event.id, ())) > 1 else None
        return f". Adding to {mark.name}’s now." if mark is not None else ""

    def _saved(self) -> CareSaved | None:
        event = self._shown()
        if event is None:
            return None
        now = self._session.clock()
        lasts = CARE_FIELDS[event.kind].lasts
        return CareSaved(
            event=event,
            title=f"{self._title(event)}{self._whose_turn(event)}",
            names=self._names,
            unit=self._last_unit(event, now),
            length=words.length_words(event),
            until_now=lasts and event.until is None and now.utc - event.at.utc >= timedelta(minutes=1),
            timed=event.kind is CareKind.FEED and event.until is None and not self._runs(event),
            problem=self._refused,
            mark=self._session.mark_of(event.baby),
        )

    def _last_unit(self, event: CareEvent, now: When) -> Unit | None:
        asked = (event.id, event.detail("measure"))
        if asked != self._unit[0]:
            self._unit = asked, words.last_unit(self._session.diary, event, now)
        return self._unit[1]

    def _runs(self, event: CareEvent) -> bool:
        return any(
            timer.kind is TimerKind.FEED and timer.baby == event.baby
            for timer in self._session.diary.all(Timer)
        )

    def _waits(self) -> bool:
        return bool(self._presses or self._wanted)

    def _set(self) -> None:
        try:
            saved = self._saved()
        except DiaryError as problem:
            saved, self._why = None, str(problem)
        waiting = words.waiting_words([press.choice.name for press in self._presses], len(self._wanted))
        said = f"{waiting} {self._why}".strip() if waiting or self._why else ""
        self.state = replace(self.state, saved=saved, waiting=said)
        self._show(self.state)


def _choices(names: Names) -> tuple[CareChoice, ...]:
    """Every kind in content's order, then the family's own by name."""
    known = [
        CareChoice(CareKind(key), name, f"care-{key}")
        for key, name in names.catalog.care.items()
        if key != CareKind.OTHER
    ]
    own = [
        CareChoice(CareKind.OTHER, word.name, words.own_drawing(word, names), word.id)
        for word in names.own.values()
        if word.kind is WordKind.CARE and not word.archived
    ]
    return (*known, *sorted(own, key=lambda one: one.name.casefold()))
