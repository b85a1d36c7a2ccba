"""Decides what Catch up shows and does: a stroke saves at once and is one step of Undo."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from bonddiary.analysis.hours import STILL_TO_COME, Hours, first_hours
from bonddiary.analysis.overlaps import Entry
from bonddiary.analysis.ruler import here_words
from bonddiary.diary.changes import Change
from bonddiary.domain.care import DayMarkKind
from bonddiary.domain.errors import DiaryError, InvalidEntry
from bonddiary.domain.ids import CueKey
from bonddiary.ui.models.care import with_more
from bonddiary.ui.pages.catch_up.keeping import UNSAVED, Keeper
from bonddiary.ui.pages.catch_up.pairs import Pairs
from bonddiary.ui.pages.catch_up.rows import changed, cues_of, stretch_words
from bonddiary.ui.pages.catch_up.showing import refusal, shown
from bonddiary.ui.pages.catch_up.state import CatchUpState, Field
from bonddiary.ui.pages.catch_up.tools import all_cues, joined, moment_tool, of_number, offered
from bonddiary.ui.pages.catch_up.typed import NEW, Typing
from bonddiary.ui.session import Session


class CatchUpPresenter:
    """Holds the page's state and hands every new one to `show`."""

    def __init__(
        self, session: Session, show: Callable[[CatchUpState], None], announce: Callable[[str], None]
    ) -> None:
        self._session = session
        self._show = show
        self._announce = announce
        self._keeper = Keeper(session, self)
        self._typing = Typing(self._keeper)
        self._pairs = Pairs()
        self._began: date | None = None
        """The day on which these hours were chosen."""
        self.state = CatchUpState(hours=first_hours(session.clock()))

    # What the page shows

    def enter(self) -> None:
        """The page comes into view; on another day, or for another baby, with the hours to begin with."""
        today = self._session.clock().day
        self._pairs.forget()
        if self._began != today:
            self._began = today
            self._to(first_hours(self._session.clock()))
        self.refresh()

    def refresh(self, line: str = "") -> None:
        """Reads again what is shown; `line` is said under the typed line."""
        self._session.open()
        try:
            if self._session.is_open:
                self._keeper.read(self.state.hours)
                self._offer()
        except DiaryError as error:
            self._keeper.problem = str(error)
        self._typing.tidy()
        self._set(line=line)

    def change_baby(self) -> None:
        """Another baby is shown, or this one by another name: nothing chosen or typed goes over to them."""
        self._began = None
        self._typing.forget()
        self.state = replace(self.state, tools=(), tool="", anchor=None, care=(), said="")

    def on_change(self, change: Change, *, visible: bool) -> None:
        """Something in the diary is different: somebody else's doing is shown, our own is shown already."""
        if visible and change.origin is not self:
            self.refresh()

    def show_hours(self, *, night: bool) -> None:
        """The night, or the whole day; a night stands under the day of its evening."""
        hours = self.state.hours
        if night != hours.night:
            other = Hours(hours.day, night, hours.zone)
            self._to(other if other.past(self._session.clock()) > 0 else other.moved(-1))
            self.refresh()

    def step(self, days: int, *, begin: bool = False) -> None:
        """The same hours some days earlier or later, as far as they have begun; `begin`: from their beginning."""
        wanted = self.state.hours.moved(days)
        if wanted.past(self._session.clock()) <= 0:
            self._refuse("There are no later hours yet.")
        else:
            self._to(wanted, 0 if begin else None)
            self.refresh()

    def show_day(self, day: date) -> None:
        """A whole day, from its midnight on: a row of a paper sheet. Days to come show today."""
        now = self._session.clock()
        self._to(Hours(min(day, now.day), night=False, zone=now.zone), 0)
        self.refresh()

    # The palette

    def choose(self, key: str) -> None:
        """What the next strokes paint; blank: nothing."""
        if not key or any(tool.key == key for tool in self.state.tools):
            self._set(tool=key, anchor=None, said="")
        if self.state.chosen and key:
            self._announce(f"{self.state.chosen.name}. {self.state.hint}")

    def choose_number(self, number: int) -> None:
        """The same by its number key, from 1."""
        if tool := of_number(self.state.tools, number):
            self.choose(tool.key)

    def choose_cue(self, cue: str) -> None:
        """A cue from More…: it joins the palette behind the likely ones."""
        tool = moment_tool(CueKey(cue), self._keeper.names)
        self.state = replace(self.state, tools=joined(self.state.tools, tool))
        self.choose(tool.key)

    def all_cues(self) -> tuple[tuple[str, tuple[tuple[CueKey, str], ...]], ...]:
        """Every cue by family, for More…."""
        return all_cues(self._session, self._keeper.names)

    # The ruler

    def point_at(self, step: int) -> None:
        """Puts the cursor at a step; it stays in what has been."""
        cursor = max(0, min(step, self.state.past))
        here = here_words(self.state.ruled, self.state.hours, cursor)
        self.state = replace(self.state, cursor=cursor, said="", line="", here=here)
        self._show(self.state)

    def place(self, step: int) -> None:
        """A click, or Enter at the cursor: a moment, or the start or the end of a stretch."""
        tool, anchor = self.state.chosen, self.state.anchor
        if step > self.state.past:
            self._refuse(STILL_TO_COME)
        elif tool is not None and tool.lasting and anchor is not None:
            self.stretch(anchor, step)
        else:
            self.point_at(step)
            if tool is None:
                self._refuse("Choose what to note first.")
            elif tool.lasting:
                self._set(anchor=step)
                self._announce(self.state.hint)
            else:
                self._keep(self._keeper.entry(tool, self.state.hours.at(step), None))

    def stretch(self, start: int, end: int) -> None:
        """A drag, or the end of a stretch: what lies in the future isn't painted."""
        tool, past = self.state.chosen, self.state.past
        if tool is None or not tool.lasting:
            self.place(start)
            return
        first, last = max(0, min(start, end)), min(max(start, end), past)
        if first >= last:
            self._refuse(STILL_TO_COME if first > past else "Choose another time for the end.")
            return
        self.state = replace(self.state, cursor=last, anchor=None)
        self._keep(self._keeper.entry(tool, self.state.hours.at(first), self.state.hours.at(last)))

    def cancel(self) -> bool:
        """Forgets a start that has no end yet, and says whether there was one; else what is picked."""
        begun = self.state.anchor is not None
        self._set(anchor=None, tool=self.state.tool if begun else "", said="")
        return begun

    def delete_here(self) -> None:
        """Deletes what the cursor is on: a mark first, then the stretch that began last."""
        if found := self.state.ruled.at(self.state.cursor):
            self.delete(found[0].entry.id)
        else:
            self._refuse("Nothing is noted here.")

    def type_line(self, text: str) -> bool:
        """Paints a typed line, such as "rooting 1:40am"; says whether the line is done with."""
        try:
            tool, at, until = self._typing.read_line(
                text, self.state.chosen, self.state.hours, self._session.clock()
            )
        except InvalidEntry as error:
            self._refuse(str(error))
            return False
        if at is not None:
            self.state = replace(self.state, cursor=max(0, round(self.state.hours.step_of(at))))
            self._keep(self._keeper.entry(tool, at, until), typed=True)
        elif tool.lasting:
            self.choose(tool.key)
        else:
            self.choose_cue(tool.cue or "")
        return True

    def half_typed(self) -> str:
        """What stood in the line when it was last kept."""
        return self._keeper.half_typed()

    def keep_half_typed(self, text: str) -> None:
        """Keeps what stands in the line: a crash or closing doesn't lose it."""
        self._keeper.keep_half_typed(text)

    def add_row(self) -> None:
        """A new row, saved as soon as it has a time and says what it was."""
        self._typing.adding = self._typing.adding or {}
        self._set()

    def type_cell(self, key: str, field: Field, text: str) -> None:
        """What was typed into a cell: saved at once, or refused in the cell, where it stays."""
        hours, now = self.state.hours, self._session.clock()
        entry = self._keeper.find(key)
        try:
            if key == NEW:
                added = self._typing.type_new(field, text, hours, now)
                if added is not None:
                    self._keep(added)
                    return
            elif entry is not None:
                self._typing.accept(key, field)
                after = changed(entry, field, text, self._keeper.reader, hours, now)
                if after != entry:
                    self._change(entry, after)
                    return
        except DiaryError as error:
            words = str(error) if isinstance(error, InvalidEntry) else f"{UNSAVED} {error}"
            if key != NEW:
                self._typing.refuse(key, field, text, words)
            self._announce(words)
        self._set()

    def offers(self, field: Field) -> tuple[str, ...]:
        """What can be chosen in a column."""
        return self._typing.offers(field)

    def delete(self, key: str) -> None:
        """Moves an entry to Recently deleted, or gives up the row being added."""
        if key == NEW:
            self._typing.forget()
            self._set()
        elif (entry := self._keeper.find(key)) is not None:
            try:
                self._keeper.delete(entry)
                self._done("Deleted", entry)
            except DiaryError as error:
                self._refuse(str(error))

    # Overlaps, days, keeping

    def join(self, key: frozenset[str]) -> None:
        """Makes one of two of a kind, in one step."""
        self._write(*self._pairs.join(key, self._keeper.names, self._session.clock().utc))

    def trim(self, key: frozenset[str]) -> None:
        """Cuts the one that was painted last at the other's edge."""
        self._write(*(made := self._pairs.trim(key))[:1], added=made[1:])  # the second half is new

    def leave(self, key: frozenset[str]) -> None:
        """Both stay as they are; nothing more is said of it on this visit."""
        self._pairs.leave(key)
        self._set()

    def mark(self, kind: DayMarkKind, on: bool) -> None:
        """Says, or no longer says, something of the whole day."""
        problem = self._session.before_birth(self._session.baby_to_log()[0])
        if not problem and on and kind is DayMarkKind.NO_CRYING:
            problem = refusal(self._keeper, self.state)
        try:
            if not problem:
                self._keeper.mark(self.state.hours.day, kind, on)
        except DiaryError as error:
            problem = str(error)
        self.state = replace(self.state, no_crying_problem=problem)
        self.refresh()
        if problem:
            self._announce(problem)

    def close_care(self) -> None:
        """Puts the care cards away."""
        self._set(care=())

    def try_again(self) -> None:
        """Saves what couldn't be saved."""
        self._keeper.try_again()
        self.refresh()

    def unsaved(self) -> str:
        """Tries once more; says in words what still isn't saved."""
        if self._keeper.waiting:
            self.try_again()
        return self._keeper.words or self._typing.unfinished

    def _to(self, hours: Hours, cursor: int | None = None) -> None:
        """Other hours: the cursor goes to now, or in a night to midnight."""
        if cursor is None:
            past = max(0, hours.past(self._session.clock()))
            cursor = min(past, hours.steps // 3) if hours.night else past
        self._typing.forget()
        self.state = replace(
            self.state, hours=hours, cursor=cursor, anchor=None, said="", no_crying_problem=""
        )

    def _offer(self) -> None:
        """The palette keeps its places while it is looked at."""
        if not self.state.tools:
            self.state = replace(self.state, tools=offered(self._session, self._keeper.names))

    def _set(self, **changes: object) -> None:
        """Works out the page from what is held, with these changes."""
        state = replace(self.state, **({"line": ""} | changes))  # type: ignore[arg-type]  # fields are checked by replace
        entries = self._keeper.held.within(state.hours)
        pairs = self._pairs.find(entries, self._keeper.names)
        self.state = shown(state, self._keeper, self._typing, pairs, self._session)
        self._show(self.state)

    def _keep(self, entry: Entry, *, typed: bool = False) -> None:
        """Saves a stroke; what can't be saved stays on the ruler, and the page says so. Before a birth none is."""
        if words := self._session.before_birth(entry.baby):
            self._refuse(words)
            return
        self._care_for(*cues_of(entry))
        self._keeper.add(entry)
        self._done("Saved", entry, typed=typed)

    def _change(self, entry: Entry, after: Entry) -> None:
        self._care_for(*(cue for cue in cues_of(after) if cue not in cues_of(entry)))
        self._keeper.change(after)
        self._done("Changed", after)

    def _write(self, *entries: Entry, added: Sequence[Entry] = ()) -> None:
        try:
            if entries:
                self._keeper.change(*entries, added=added)
                self._done("Changed", entries[0])
        except DiaryError as error:
            self._refuse(str(error))

    def _done(self, what: str, entry: Entry, *, typed: bool = False) -> None:
        """Shows it, and says so where it is saved: under the line, too, if it was typed there."""
        self.state = replace(self.state, said="", no_crying_problem="")
        words = stretch_words(entry, self._keeper.names)
        said = "" if entry.id in self._keeper.waiting else f"{what}. {words[:1].upper()}{words[1:]}."
        self.refresh(said if typed else "")
        if said:
            self._announce(f"{said} Control Z to undo.")

    def _care_for(self, *cues: CueKey) -> None:
        """What the help page says of a cue is there before it is saved, and stays until it is put away."""
        if care := self._session.guides.care_for(*cues):
            self.state = replace(self.state, care=with_more(self.state.care, care))

    def _refuse(self, words: str) -> None:
        self._set(said=words)
        self._announce(words)
