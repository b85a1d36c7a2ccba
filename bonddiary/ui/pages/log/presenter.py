"""Decides what the Log page shows and does: one press saves, everything else is added to what is saved."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from bonddiary.diary.changes import Change
from bonddiary.diary.titles import title_words
from bonddiary.domain import wording
from bonddiary.domain.baby import Baby
from bonddiary.domain.errors import DiaryError, InvalidEntry, NotFound
from bonddiary.domain.ids import CueKey, MomentId, OutcomeKey, ResponseKey, new_id
from bonddiary.domain.moment import Moment, Settle
from bonddiary.domain.when import When
from bonddiary.ui.models.baby_dates import check_dates
from bonddiary.ui.models.care import CareWords, with_more
from bonddiary.ui.models.entry_row import row_of
from bonddiary.ui.pages.log.about_baby import baby_line, recent_since
from bonddiary.ui.pages.log.clock_text import read_time
from bonddiary.ui.pages.log.cues import Cues
from bonddiary.ui.pages.log.offers import Offers
from bonddiary.ui.pages.log.state import LogState, Saved, Tile
from bonddiary.ui.pages.log.waiting import Press, Trouble, Waiting
from bonddiary.ui.session import Session

REFRESH_LIKELY = timedelta(minutes=10)
RECENT = 30


class LogPresenter:
    """Holds the page's state and hands every new one to `show`."""

    def __init__(
        self,
        session: Session,
        state: LogState,
        show: Callable[[LogState], None],
        announce: Callable[[str], None],
    ) -> None:
        self._session = session
        self._show = show
        self._announce = announce
        self._cues = Cues(session)
        self._offers = Offers(session)
        self._saved: Moment | None = None
        self._gone: Moment | None = None
        """What the strip showed until it was undone or deleted: brought back, it is shown again."""
        self._waiting = Waiting(session, origin=self)
        self._trouble = Trouble(self._waiting)
        self._other: When | None = None
        self._refused = ""
        """Why what was typed is no time; blank when it is one, or nothing was typed."""
        self._likely_at: When | None = None
        self._likely_due = False
        self.state = state

    # What the parent does

    def log(self, cue: CueKey) -> None:
        """Saves a moment with this cue at the chosen time. A time that can't be read is asked for again."""
        if care := self._session.care_for(cue):
            # what the help page says of it comes first, and stays until it is put away
            self.show_care(care)
        if self._refused:
            self._set(time_problem=f"Not noted yet. {self._refused}")
            self._announce(self.state.time_problem)
            return
        now = self._session.clock()
        at = self.time(now)
        self._waiting.press(Press(MomentId(new_id()), cue, at, now))
        self._save()

    def time(self, now: When) -> When:
        """The time chosen for the next moment."""
        return self._other or now.shifted(-timedelta(minutes=self.state.back_minutes or 0))

    def try_again(self) -> None:
        """Saves what waits, each press with its own id and time, and does what else couldn't be done."""
        again = self._trouble.done()
        self._save()
        if again is not None:
            again()
        if self._trouble.unread:
            self.refresh()

    def choose_time(self, back_minutes: int) -> None:
        """Sets the next moment back by some minutes."""
        self._other, self._refused = None, ""
        self._set(back_minutes=back_minutes, other_time="", time_problem="")

    def ask_other_time(self) -> None:
        """Shows the line for another time."""
        self._set(back_minutes=None)

    def type_time(self, text: str, days_back: int) -> None:
        """Reads what was typed as the time of the next moment. Blank is no other time yet, but a day asks for one."""
        now = self._session.clock()
        self._other, self._refused = None, ""
        if days_back and not text.strip():
            self._refused = "Type a time on that day, such as 3:12am."
        elif text.strip():
            try:
                self._other = read_time(text, now, days_back)
            except InvalidEntry as error:
                self._refused = str(error)
        read = wording.at(self._other, now) if self._other else ""
        self._set(other_time=read, time_problem=self._refused)

    def toggle_response(self, key: ResponseKey) -> None:
        """Adds a response at the end of the order tried, or takes it out: the other of what its chip shows."""
        if self._saved is not None:
            tried = self._waiting.onto(self._saved).responses
            out = key in self._saved.responses
            self._change(
                responses=tuple(each for each in tried if each != key)
                if out
                else tuple(dict.fromkeys((*tried, key)))
            )

    def choose_outcome(self, key: OutcomeKey) -> None:
        """Says what happened next; the same again, where its chip shows it, takes it back."""
        if self._saved is not None:
            self._change(outcome=None if self._saved.outcome == key else key)

    def choose_settle(self, settle: Settle | None) -> None:
        """Says how long settling took."""
        self._change(settle=settle)

    def write_note(self, text: str, private: bool) -> None:
        """Keeps the note."""
        if self._saved is None:
            return
        wanted = self._waiting.onto(self._saved)
        if (wanted.note, wanted.private) != (text.strip(), private):
            self._change(note=text.strip(), private=private)

    def undo(self) -> None:
        """Takes back the newest step: what was added last, or the moment itself."""
        try:
            undone = self._session.diary.undo(origin=self)
        except DiaryError as error:
            self._fail(error, self.undo)
            return
        self._trouble.done()
        if undone is not None:
            own = self._cues.names.own.values()
            self._announce(f"Undone: {title_words(undone, self._session.catalog, own)}.")
        self.refresh()

    def show_care(self, cards: tuple[CareWords, ...]) -> None:
        """What the help page says of cues that are typed comes beside what stands there."""
        self._set(care=with_more(self.state.care, cards))

    def close_care(self) -> None:
        """Puts the care cards away."""
        self._set(care=())

    def dismiss(self) -> None:
        """Closes the strip; the moment stays saved. What was added and isn't saved yet keeps it open."""
        if self._saved is None or not self._waiting.holds(self._saved.id):
            self._saved = self._gone = None
            self._trouble.done()
            self._set(saved=None)

    def finish_first_run(self) -> None:
        """Puts the first-run card away for good."""
        self._trouble.done()
        try:
            self._session.change_settings(first_run_done=True)
        except DiaryError as error:
            self._fail(error, self.finish_first_run)
        self.refresh()

    def first_baby(self, baby: Baby) -> None:
        """Adds the baby of the first-run card, or names the one that a press has already added."""
        try:
            check_dates(baby.born, baby.due, self._session.clock().day)
        except ValueError as problem:
            self._set(first_run_problem=str(problem))
            return
        self._set(first_run_problem="")
        try:
            diary, there = self._session.diary, self._session.baby
            if there is None:
                diary.add(baby)
            else:
                diary.edit(replace(baby, id=there.id))
        except DiaryError as error:
            self._fail(error, lambda: self.first_baby(baby))
            return
        self.finish_first_run()

    # What the page shows

    def enter(self) -> None:
        """The page comes into view: the Likely now row may change, never while it is looked at."""
        now = self._session.clock()
        old = self._likely_at is None or now.utc - self._likely_at.utc >= REFRESH_LIKELY
        self._likely_due = self._likely_due or (old and self._session.is_open)
        self.refresh()

    def unsaved(self) -> str:
        """Tries once more what waits to be saved; says in words what still isn't."""
        self._save()
        return self._waiting.words

    def opened(self) -> None:
        """The diary is open at last: what was pressed before can be saved."""
        self._save()

    def change_baby(self) -> None:
        """Another baby is shown, or this one by another name: their habits, their entries."""
        shown = self._session.baby
        if shown is not None:
            self._waiting.belong_to(shown.id)
            if self._saved is not None and shown.id != self._saved.baby:
                self._saved = None
            if self._gone is not None and shown.id != self._gone.baby:
                self._gone = None
        self._likely_at = None
        self.enter()

    def on_change(self, change: Change) -> None:
        """Something in the diary is different: somebody else's doing is shown, our own is shown already."""
        if change.origin is not self:
            self.refresh()

    def show_moment(self, moment: Moment) -> None:
        """A timer has ended in this moment: what happened next can be added in the strip."""
        if self._session.baby is not None and moment.baby == self._session.baby.id:
            self._saved = moment
            self.refresh()

    def refresh(self) -> None:
        """Reads again what the page shows."""
        if self._session.is_open:
            self._trouble.unread = ""
            if self._likely_due:
                self._reading(self._offer)
            self._reading(self._read)
        self._set()

    def all_tiles(self) -> tuple[Tile, ...]:
        """Every cue, for the searchable list under More."""
        return self._cues.all()

    def words_of(self, tile: Tile) -> str:
        """What the searchable list looks through: the name and its synonyms."""
        return self._cues.words(tile)

    # How it is done

    def _save(self, *, changes_only: bool = False) -> None:
        """Saves what waits; what can't be saved goes on waiting, and the page says so."""
        saved = self._waiting.save(changes_only=changes_only)
        for kind, moment in saved:
            if isinstance(kind, Press):
                self._announce(f"Saved. {self._offers.title(moment, self._cues.names)}. Control Z to undo.")
                self._saved, self._other, self._refused = moment, None, ""
                self.state = replace(self.state, back_minutes=0, other_time="", time_problem="")
            elif self._saved is not None and self._saved.id == moment.id:
                self._saved = moment
        if saved:
            self._trouble.done()
            self.refresh()
        else:
            self._set(saved=self._with_note(self.state.saved))

    def _change(self, **changes: object) -> None:
        """Changes the moment in the strip. Presses that wait stay so: saved, they would take the strip."""
        if self._saved is None:
            return
        self._waiting.change(self._saved.id, changes)
        self._save(changes_only=True)

    def _fail(self, problem: DiaryError, again: Callable[[], None]) -> None:
        self._trouble.failed(problem, again)
        self._set()

    def _reading(self, read: Callable[[], None]) -> None:
        try:
            read()
        except DiaryError as error:
            self._trouble.unread = str(error)

    def _offer(self) -> None:
        now = self._session.clock()
        self._cues.read()
        self._offers.forget()
        self.state = replace(self.state, likely=self._cues.likely(now))
        self._likely_at, self._likely_due = now, False

    def _read(self) -> None:
        self._cues.read()
        now, baby, settings = self._session.clock(), self._session.baby, self._session.settings
        since, title = recent_since(now)
        moments = self._session.diary.moments_since(baby.id, since) if baby else ()
        strip = self._saved or self._gone
        self._saved = self._still_there(strip)
        self._gone = strip if self._saved is None else None
        self.state = replace(
            self.state,
            baby=baby_line(baby, now) if baby else "",
            recent_title=title,
            recent=tuple(row_of(moment, self._cues.names) for moment in reversed(moments[-RECENT:])),
            saved=self._strip(),
            first_run=not settings.first_run_done and (baby is None or not baby.nickname),
        )

    def _still_there(self, moment: Moment | None) -> Moment | None:
        """The moment as the diary has it now, or None if it was taken back or deleted."""
        if moment is None:
            return None
        try:
            found = self._session.diary.moment(moment.id)
        except NotFound:
            self._waiting.take_back(moment.id)
            return None
        return None if found.deleted else found

    def _strip(self) -> Saved | None:
        if self._saved is None:
            return None
        return self._with_note(self._offers.saved(self._saved, self._cues.names))

    def _with_note(self, shown: Saved | None) -> Saved | None:
        """Chips show what is saved; a note that was typed stays in its field while it waits."""
        if shown is None or self._saved is None:
            return shown
        wanted = self._waiting.onto(self._saved)
        return replace(shown, note=wanted.note, private=wanted.private)

    def _set(self, **changes: object) -> None:
        """Shows the page with these changes and with what went wrong as it is now."""
        changes |= {"problem": self._trouble.words, "unsaved": bool(self._waiting.words)}
        self.state = replace(self.state, **changes)  # type: ignore[arg-type]  # fields are checked by replace
        self._show(self.state)
