"""Decides what the Log page shows and does: one press saves, everything else is added to what is saved."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from bonddiary.diary.changes import Change
from bonddiary.diary.titles import title_words
from bonddiary.domain import wording
from bonddiary.domain.baby import Carer
from bonddiary.domain.errors import DiaryError, InvalidEntry, NotFound
from bonddiary.domain.ids import CueKey, MomentId, new_id
from bonddiary.domain.moment import Moment
from bonddiary.domain.when import When
from bonddiary.system.clock import Steady, steady_seconds
from bonddiary.ui.overriding import override
from bonddiary.ui.pages.log.arranging import Arranging
from bonddiary.ui.pages.log.beginning import Beginning
from bonddiary.ui.pages.log.clock_text import read_time
from bonddiary.ui.pages.log.cues import Cues
from bonddiary.ui.pages.log.doubts import Doubts
from bonddiary.ui.pages.log.half_note import Half, HalfNote
from bonddiary.ui.pages.log.noting import Noting
from bonddiary.ui.pages.log.offers import Offers
from bonddiary.ui.pages.log.saved import Saved
from bonddiary.ui.pages.log.state import LogState
from bonddiary.ui.pages.log.waiting import Press, Trouble, Waiting
from bonddiary.ui.pages.log.whose import Whose
from bonddiary.ui.session import Session

REFRESH_LIKELY = timedelta(minutes=10)


class LogPresenter(Beginning, Noting):
    """Holds the page's state and hands every new one to `show`."""

    def __init__(
        self,
        session: Session,
        state: LogState,
        show: Callable[[LogState], None],
        announce: Callable[[str], None],
        steady: Steady = steady_seconds,
    ) -> None:
        self._session = session
        self._show = show
        self._announce = announce
        self._cues = Cues(session)
        self._offers = Offers(session)
        self._whose = Whose(session)
        self.arranging = Arranging(session, self._cues, self._fail, self._say_done, self.care_first)
        self._saved: Moment | None = None
        self._gone: Moment | None = None
        """What the strip showed until it was undone or deleted: brought back, it is shown again."""
        self._waiting = Waiting(session, origin=self)
        self._half = HalfNote(session)
        self._carers: tuple[Carer, ...] = ()
        self._doubts = Doubts(session, steady)
        self._trouble = Trouble(self._waiting)
        self._other: When | None = None
        self._refused = ""
        """Why what was typed is no time; blank when it is one, or nothing was typed."""
        self._likely_at: When | None = None
        self._likely_due = False
        self.state = state

    # What the parent does

    def log(self, cue: CueKey, *, also: bool = False) -> None:
        """Saves a moment with this cue at the chosen time. A time that can't be read is asked for again.

        `also` adds it to the moment just saved, if there is one.
        """
        if also and self._saved is not None and not self._waiting.pressed:
            self.add_cue(cue)
            return
        if words := self._session.before_birth():
            self._announce(words)
            return
        self.care_first(cue)
        if self._refused:
            self._set(time_problem=f"Not noted yet. {self._refused}")
            self._announce(self.state.time_problem)
            return
        self._keep_half()
        now = self._session.clock()
        press = Press(MomentId(new_id()), cue, self.time(now), now)
        self._doubts.press(press.id, now)
        self._waiting.press(press)
        self._save()
        self._whose.starts()

    def take_time(self) -> tuple[When, When] | None:
        """The chosen time, for a care event, and now; the chip goes back to Now. None: what was typed is no time."""
        if self._refused:
            self._set(time_problem=f"Not noted yet. {self._refused}")
            self._announce(self.state.time_problem)
            return None
        now = self._session.clock()
        at = self.time(now)
        self.choose_time(0)
        return at, now

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

    def open_more(self, opened: bool) -> None:
        """Opens the second line, or folds it away, also for the moments to come."""
        try:
            self._session.change_settings(more_about=opened)
        except DiaryError as error:
            self._fail(error, lambda: self.open_more(opened))
        self.refresh()

    def undo(self) -> None:
        """Takes back the newest step: what was added last, or the moment itself."""
        try:
            undone = self._session.diary.undo(origin=self)
        except DiaryError as error:
            self._fail(error, self.undo)
            return
        self._trouble.done()
        if undone is not None:
            self._announce(f"Undone: {title_words(undone, self._session.catalog, self._cues.words)}.")
        self.refresh()

    def turn_to(self, moment: MomentId) -> None:
        """The strip goes on to another baby's moment of the same press."""
        try:
            found = self._whose.find(moment)
        except DiaryError as error:
            self._fail(error, lambda: self.turn_to(moment))
            return
        if found is not None:  # else it was taken back: the strip stays
            self._go_to(found)
        self.refresh()

    def dismiss(self) -> None:
        """Closes the strip; the moment stays saved. What was added and isn't saved yet keeps it open."""
        self._keep_half()
        if self._saved is None or not self._waiting.holds(self._saved.id):
            self._saved = self._gone = self._question = self._answer = None
            self._trouble.done()
            self._set(saved=None)

    # What the page shows

    def enter(self) -> None:
        """The page comes into view: the Likely now row may change, never while it is looked at."""
        now = self._session.clock()
        old = self._likely_at is None or now.utc - self._likely_at.utc >= REFRESH_LIKELY
        self._likely_due = self._likely_due or (old and self._session.is_open)
        self._restore()
        self.refresh()

    def unsaved(self) -> str:
        """Tries once more what waits to be saved; says in words what still isn't."""
        self._save()
        return self._waiting.words

    def opened(self) -> None:
        """The diary is open at last: what was pressed before can be saved."""
        self._whose.starts()
        self._save()
        self._restore()

    def change_baby(self) -> None:
        """Another baby is shown, or this one by another name: their habits, their entries."""
        shown = self._session.baby
        if shown is not None:
            self._waiting.belong_to(shown.id)
        self._keep_half()
        if self._whose.has_changed():  # what could be noted for the wrong baby goes
            self._saved = self._gone = self._other = self._question = None
            self._refused = ""
            self.state = replace(self.state, back_minutes=0, other_time="", time_problem="")
        self._likely_at = None
        self.enter()

    def on_change(self, change: Change) -> None:
        """Something in the diary is different: somebody else's doing is shown, our own is shown already."""
        self._cues.on_change(change)
        if change.origin is not self:
            self.refresh()

    def show_moment(self, moment: Moment) -> None:
        """A timer has ended in this moment: what happened next can be added in the strip."""
        if self._whose.is_shown(moment):
            self._go_to(moment)
            self.refresh()

    @override
    def refresh(self) -> None:
        """Reads again what the page shows."""
        if self._session.is_open:
            self._trouble.unread = ""
            if self._likely_due:
                self._reading(self._offer)
            self._reading(self._read)
        self._set()

    # How it is done

    @override
    def _save(self, *, changes_only: bool = False) -> None:
        """Saves what waits; what can't be saved goes on waiting, and the page says so."""
        saved = self._waiting.save(changes_only=changes_only)
        for kind, moment in saved:
            if isinstance(kind, Press):
                self._whose.pressed(kind)
                self._say_saved(moment)
                self._saved = moment if self._whose.is_shown(moment) else None
                self._other, self._refused, self._answer = None, "", None
                self._question = self._doubts.question(moment) if self._saved is not None else None
                self.state = replace(self.state, back_minutes=0, other_time="", time_problem="")
            elif self._saved is not None and self._saved.id == moment.id:
                if (moment.cues, moment.at) != (self._saved.cues, self._saved.at):
                    self._say_saved(moment)
                self._saved = moment
            half = self._half.of(moment.id)
            if half is not None and half.text.strip() == moment.note:
                self._half.forget()
        if saved:
            self._trouble.done()
            self.refresh()
        else:
            self._reshow()

    @override
    def _change(self, **changes: object) -> None:
        """Changes the moment in the strip. Presses that wait stay so: saved, they would take the strip."""
        if self._saved is None:
            return
        self._question = None
        self._waiting.change(self._saved.id, changes)
        self._save(changes_only=True)

    def _say_saved(self, moment: Moment) -> None:
        said = self._whose.saved_words(moment)
        self._announce(f"{said} {self._offers.title(moment, self._cues.names)}. Control Z to undo.")

    @override
    def _fail(self, problem: DiaryError, again: Callable[[], None]) -> None:
        self._trouble.failed(problem, again)
        self._set()

    def _say_done(self, words: str) -> None:
        self._trouble.done()
        self._set(done=words)

    def _reading(self, read: Callable[[], None]) -> None:
        try:
            read()
        except DiaryError as error:
            self._trouble.unread = str(error)

    def _offer(self) -> None:
        now = self._session.clock()
        self._cues.read()
        self._offers.forget()
        self._cues.rank(now)
        self._likely_at, self._likely_due = now, False

    def _read(self) -> None:
        self._cues.read()
        now, baby, settings = self._session.clock(), self._session.baby, self._session.settings
        self._carers = self._session.all_carers
        strip = self._saved or self._gone
        self._saved = self._still_there(strip)
        self._gone = strip if self._saved is None else None
        self.state = replace(
            self.state,
            **self._whose.read(now, self._cues.names),
            board=self._cues.board,
            likely=self._cues.likely(),
            done="",
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
        shown = self._offers.saved(self._saved, self._cues.names, self._carers)
        return self._with_note(self._whose.on_strip(shown, self._saved))

    def _with_note(self, shown: Saved | None) -> Saved | None:
        """Chips show what is saved; a note that was typed stays in its field while it waits."""
        if shown is None or self._saved is None:
            return shown
        wanted: Moment | Half = self._half.of(self._saved.id) or self._waiting.onto(self._saved)
        note = wanted.text if isinstance(wanted, Half) else wanted.note
        return replace(shown, note=note, private=wanted.private, question=self._question)

    @override
    def _reshow(self) -> None:
        self._set(saved=self._with_note(self.state.saved))

    @override
    def _set(self, **changes: object) -> None:
        """Shows the page with these changes and with what went wrong as it is now."""
        changes |= {"problem": self._trouble.words, "unsaved": bool(self._waiting.words)}
        self.state = replace(self.state, **changes)  # type: ignore[arg-type]  # fields are checked by replace
        self._show(self.state)
