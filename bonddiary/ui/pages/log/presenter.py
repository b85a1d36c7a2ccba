"""Decides what the Log page shows and does: one press saves, everything else is added to what is saved."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from bonddiary.diary.changes import Change
from bonddiary.diary.titles import title_words
from bonddiary.domain import wording
from bonddiary.domain.baby import Baby
from bonddiary.domain.errors import DiaryError, DiaryLocked, InvalidEntry, NotFound
from bonddiary.domain.ids import CueKey, MomentId, OutcomeKey, ResponseKey, new_id
from bonddiary.domain.moment import Moment, Settle
from bonddiary.domain.when import When
from bonddiary.ui.models.baby_dates import check_dates
from bonddiary.ui.models.entry_row import row_of
from bonddiary.ui.pages.log.about_baby import baby_line, recent_since
from bonddiary.ui.pages.log.clock_text import read_time
from bonddiary.ui.pages.log.cues import Cues
from bonddiary.ui.pages.log.offers import Offers
from bonddiary.ui.pages.log.state import LogState, Saved, Tile
from bonddiary.ui.pages.log.waiting import Press, words_for
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
        self._waiting: list[Press] = []
        self._waiting_problem = ""
        self._unkept: dict[str, object] = {}
        """What the strip's moment was to be changed to when that couldn't be saved."""
        self._again: Callable[[], None] | None = None
        """What Try again does, besides saving the presses that wait."""
        self._other: When | None = None
        self._refused = ""
        """Why what was typed is no time; blank when it is one, or nothing was typed."""
        self._likely_at: When | None = None
        self.state = state

    # What the parent does

    def log(self, cue: CueKey) -> None:
        """Saves a moment with this cue at the chosen time. A time that can't be read is asked for again."""
        if self._refused:
            self._set(time_problem=f"Not noted yet. {self._refused}")
            self._announce(self.state.time_problem)
            return
        if "note" in self._unkept:  # before its moment leaves the strip
            self._change(**self._unkept)
        now = self._session.clock()
        at = self._other or now.shifted(-timedelta(minutes=self.state.back_minutes or 0))
        self._waiting.append(Press(MomentId(new_id()), cue, at, now))
        self._save_waiting()

    def try_again(self) -> None:
        """Saves the presses that wait, each with its own id and time, and does what else couldn't be done."""
        again, self._again = self._again, None
        if self._waiting:
            self._save_waiting()
        if again is not None:
            again()

    def choose_time(self, back_minutes: int) -> None:
        """Sets the next moment back by some minutes."""
        self._other, self._refused = None, ""
        self._set(back_minutes=back_minutes, other_time="", time_problem="")

    def ask_other_time(self) -> None:
        """Shows the line for another time."""
        self._set(back_minutes=None)

    def type_time(self, text: str, days_back: int) -> None:
        """Reads what was typed as the time of the next moment; blank is no other time yet."""
        now = self._session.clock()
        self._other, self._refused = None, ""
        if text.strip():
            try:
                self._other = read_time(text, now, days_back)
            except InvalidEntry as error:
                self._refused = str(error)
        read = wording.at(self._other, now) if self._other else ""
        self._set(other_time=read, time_problem=self._refused)

    def toggle_response(self, key: ResponseKey) -> None:
        """Adds a response at the end of the order tried, or takes it out."""
        if self._saved is not None:
            tried = self._saved.responses
            self._change(
                responses=tuple(each for each in tried if each != key) if key in tried else (*tried, key)
            )

    def choose_outcome(self, key: OutcomeKey) -> None:
        """Says what happened next; the same again takes it back."""
        if self._saved is not None:
            self._change(outcome=None if self._saved.outcome == key else key)

    def choose_settle(self, settle: Settle | None) -> None:
        """Says how long settling took."""
        self._change(settle=settle)

    def write_note(self, text: str, private: bool) -> None:
        """Keeps the note."""
        if self._saved is not None and (self._saved.note, self._saved.private) != (text.strip(), private):
            self._change(note=text.strip(), private=private)

    def undo(self) -> None:
        """Takes back the newest step: what was added last, or the moment itself."""
        try:
            undone = self._session.diary.undo(origin=self)
        except DiaryError as error:
            self._fail(str(error), self.undo)
            return
        self._done()
        if undone is not None:
            own = self._cues.names.own.values()
            self._announce(f"Undone: {title_words(undone, self._session.catalog, own)}.")
        self.refresh()

    def dismiss(self) -> None:
        """Closes the strip; the moment stays saved. A note that isn't saved yet keeps it open."""
        if "note" not in self._unkept:
            self._saved = None
            self._done()
            self._set(saved=None)

    def finish_first_run(self) -> None:
        """Puts the first-run card away for good."""
        self._done()
        try:
            self._session.change_settings(first_run_done=True)
        except DiaryError as error:
            self._fail(str(error), self.finish_first_run)
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
            self._fail(str(error), lambda: self.first_baby(baby))
            return
        self.finish_first_run()

    # What the page shows

    def enter(self) -> None:
        """The page comes into view: the Likely now row may change, never while it is looked at."""
        now = self._session.clock()
        old = self._likely_at is None or now.utc - self._likely_at.utc >= REFRESH_LIKELY
        if old and self._session.is_open:
            self._reading(lambda: self._offer(now))
        self.refresh()

    def unsaved(self) -> str:
        """Tries once more what waits to be saved; says in words what still isn't."""
        if self._waiting or "note" in self._unkept:
            self.try_again()
        return self.state.problem if self._waiting or "note" in self._unkept else ""

    def opened(self) -> None:
        """The diary is open at last: what was pressed before can be saved."""
        if self._waiting:
            self._save_waiting()

    def change_baby(self) -> None:
        """Another baby is shown, or this one by another name: their habits, their entries."""
        shown = self._session.baby
        if self._saved is not None and shown is not None and shown.id != self._saved.baby:
            self._saved, self._unkept = None, {}
        self._likely_at = None
        self.enter()

    def on_change(self, change: Change) -> None:
        """Something in the diary is different: somebody else's doing is shown, our own is shown already."""
        if change.origin is not self:
            self.refresh()

    def refresh(self) -> None:
        """Reads again what the page shows."""
        if self._session.is_open:
            self._reading(self._read)
        self._show(self.state)

    def all_tiles(self) -> tuple[Tile, ...]:
        """Every cue, for the searchable list under More."""
        return self._cues.all()

    def words_of(self, tile: Tile) -> str:
        """What the searchable list looks through: the name and its synonyms."""
        return self._cues.words(tile)

    # How it is done

    def _save_waiting(self) -> None:
        """Saves the presses that wait, oldest first; those that can't be saved go on waiting."""
        saved: Moment | None = None
        problem: DiaryError | None = None
        try:
            _ = self._session.diary  # opened first: it must be known whose moments these are
        except DiaryError as error:
            problem = error
        for press in tuple(self._waiting) if problem is None else ():
            try:
                saved = self._log(press)
            except DiaryError as error:
                problem = error
                if isinstance(error, DiaryLocked):
                    break  # each further try would wait for the other program, too
            else:
                self._announce(f"Saved. {self._offers.title(saved, self._cues.names)}. Control Z to undo.")
        self._waiting_problem = f"{words_for(len(self._waiting))} {problem}" if problem else ""
        if saved is not None:
            self._saved, self._other, self._refused = saved, None, ""
            self.state = replace(self.state, back_minutes=0, other_time="", time_problem="")
            self._done()
            self.refresh()
        elif problem is not None:
            self._set(problem=self._waiting_problem)

    def _log(self, press: Press) -> Moment:
        """Saves one press. Raises DiaryError."""
        shown, new = self._session.baby_to_log()
        place, baby = self._waiting.index(press), press.baby or shown
        self._waiting[place] = replace(press, baby=baby)  # for the next try, whoever is shown by then
        added = new if new is not None and new.id == baby else None
        saved = self._session.diary.log(press.draft(baby), id=press.id, baby=added, origin=self)
        del self._waiting[place]
        return saved

    def _change(self, **changes: object) -> None:
        """Changes the moment in the strip; a note that couldn't be saved before goes with it."""
        if self._saved is None:
            return
        if "note" in self._unkept:
            changes = {name: self._unkept[name] for name in ("note", "private")} | changes
        changed = replace(self._saved, **changes)  # type: ignore[arg-type]  # fields are checked by replace
        try:
            self._session.diary.edit(changed, origin=self)
        except DiaryError as error:
            self._unkept |= changes
            self.state = replace(self.state, saved=self._strip())
            self._fail(f"This change isn’t saved. {error}", lambda: self._change(**self._unkept))
            return
        self._saved = changed
        self._done()
        self.refresh()

    def _fail(self, words: str, again: Callable[[], None]) -> None:
        self._again = again
        self._set(problem=words)

    def _done(self) -> None:
        """What went wrong before is no longer said, except of presses that still wait."""
        self._again, self._unkept = None, {}
        self.state = replace(self.state, problem=self._waiting_problem)

    def _reading(self, read: Callable[[], None]) -> None:
        try:
            read()
        except DiaryError as error:
            self._again = self.refresh
            self.state = replace(self.state, problem=str(error))

    def _offer(self, now: When) -> None:
        self._cues.read()
        self._offers.forget()
        self.state = replace(self.state, likely=self._cues.likely(now))
        self._likely_at = now

    def _read(self) -> None:
        self._cues.read()
        now, baby, settings = self._session.clock(), self._session.baby, self._session.settings
        since, title = recent_since(now)
        moments = self._session.diary.moments_since(baby.id, since) if baby else ()
        self._saved = self._still_there(self._saved)
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
            return None
        return None if found.deleted else found

    def _strip(self) -> Saved | None:
        if self._saved is None:
            return None
        shown = self._offers.saved(self._saved, self._cues.names)
        if "note" in self._unkept:  # what was typed stays in its field until it is saved
            kept = replace(self._saved, **self._unkept)  # type: ignore[arg-type]  # as in _change
            shown = replace(shown, note=kept.note, private=kept.private)
        return shown

    def _set(self, **changes: object) -> None:
        self.state = replace(self.state, **changes)  # type: ignore[arg-type]  # fields are checked by replace
        self._show(self.state)
