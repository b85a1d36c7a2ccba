"""Decides what the Log page shows and does: one press saves, everything else is added to what is saved."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from bonddiary.analysis.likely import likely_cues
from bonddiary.analysis.names import Names
from bonddiary.diary.changes import Change
from bonddiary.diary.titles import title_words
from bonddiary.domain import wording
from bonddiary.domain.baby import Baby
from bonddiary.domain.board import OwnWord, Pin
from bonddiary.domain.catalog import Family
from bonddiary.domain.errors import DiaryError, InvalidEntry, NotFound
from bonddiary.domain.ids import CueKey, MomentId, OutcomeKey, ResponseKey, new_id
from bonddiary.domain.moment import Moment, MomentDraft, Settle
from bonddiary.domain.when import When
from bonddiary.ui.models.entry_row import row_of, settle_words
from bonddiary.ui.pages.log.clock_text import read_time
from bonddiary.ui.pages.log.start import starters, tile_of
from bonddiary.ui.pages.log.state import LogState, Saved, Then, Tile, Tried
from bonddiary.ui.session import LIKELY_REACH, Session

ABOUT_FROM = timedelta(minutes=30)
"""A moment set back this far or further is remembered, not timed: about 15 minutes either way."""
REFRESH_LIKELY = timedelta(minutes=10)
OFFERED = 4
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
        self._names = Names(session.catalog)
        self._saved: Moment | None = None
        self._waiting: tuple[MomentId, MomentDraft, Baby | None] | None = None
        self._other: When | None = None
        self._likely_at: When | None = None
        self._offered: dict[CueKey, tuple[ResponseKey, ...]] = {}
        self.state = state

    # What the parent does

    def log(self, cue: CueKey) -> None:
        """Saves a moment with this cue at the chosen time."""
        try:
            _ = self._session.diary  # opened before it is asked whose moment this is
        except DiaryError as error:
            self._set(problem=f"This moment isn’t saved yet. {error}")
            return
        now = self._session.clock()
        back = timedelta(minutes=self.state.back_minutes or 0)
        at = self._other or now.shifted(-back)
        baby, new_baby = self._session.baby_to_log()
        about = now.utc - at.utc >= ABOUT_FROM
        draft = MomentDraft(baby=baby, at=at, entered=now, cues=(cue,), about=about)
        self._save(MomentId(new_id()), draft, new_baby)

    def try_again(self) -> None:
        """Saves the moment that couldn't be saved, with the same id: it can't come in twice."""
        if self._waiting is not None:
            self._save(*self._waiting)

    def choose_time(self, back_minutes: int) -> None:
        """Sets the next moment back by some minutes."""
        self._other = None
        self._set(back_minutes=back_minutes, other_time="", time_problem="")

    def ask_other_time(self) -> None:
        """Shows the line for another time."""
        self._set(back_minutes=None)

    def type_time(self, text: str, days_back: int) -> None:
        """Reads what was typed as the time of the next moment."""
        try:
            self._other = read_time(text, self._session.clock(), days_back)
        except InvalidEntry as error:
            self._other = None
            self._set(other_time="", time_problem=str(error))
            return
        self._set(other_time=wording.at(self._other, self._session.clock()), time_problem="")

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
            self._set(problem=str(error))
            return
        if undone is not None:
            self._announce(f"Undone: {title_words(undone, self._session.catalog, self._names.own.values())}.")
        self.refresh()

    def dismiss(self) -> None:
        """Closes the strip; the moment stays saved."""
        self._saved = None
        self._set(saved=None)

    def finish_first_run(self) -> None:
        """Puts the first-run card away for good."""
        self._session.change_settings(first_run_done=True)
        self.refresh()

    def first_baby(self, baby: Baby) -> None:
        """Adds the baby of the first-run card, or names the one that a press has already added."""
        there = self._session.baby
        try:
            if there is None:
                self._session.diary.add(baby)
            else:
                self._session.diary.edit(replace(baby, id=there.id))
        except DiaryError as error:
            self._set(problem=str(error))
            return
        self.finish_first_run()

    # What the page shows

    def enter(self) -> None:
        """The page comes into view: the Likely now row may change, never while it is looked at."""
        now = self._session.clock()
        if self._likely_at is None or now.utc - self._likely_at.utc >= REFRESH_LIKELY:
            self._offered.clear()
            if self._session.is_open:
                self._likely_at = now
                self.state = replace(self.state, likely=self._tiles(self._likely(now)))
        self.refresh()

    def change_baby(self) -> None:
        """Another baby is shown: their habits, their entries."""
        self._likely_at, self._saved, self.state = None, None, replace(self.state, saved=None)
        self.enter()

    def on_change(self, change: Change) -> None:
        """Something in the diary is different: somebody else's doing is shown, our own is shown already."""
        if change.origin is not self:
            self.refresh()

    def refresh(self) -> None:
        """Reads again what the page shows."""
        if not self._session.is_open:
            self._show(self.state)
            return
        self._names = Names.of(self._session.catalog, self._session.diary.all(OwnWord))
        now, baby = self._session.clock(), self._session.baby
        since, title = _recent_since(now)
        moments = self._session.diary.moments_since(baby.id, since) if baby else ()
        self._saved = self._still_there(self._saved)
        self._set(
            baby=baby_line(baby, now) if baby else "",
            recent_title=title,
            recent=tuple(row_of(moment, self._names) for moment in reversed(moments[-RECENT:])),
            saved=self._strip(),
            first_run=not self._session.settings.first_run_done and (baby is None or not baby.nickname),
        )

    def all_tiles(self) -> tuple[Tile, ...]:
        """Every cue, for the searchable list under More."""
        own = [word for word in self._names.own.values() if word.kind.value == "cue" and not word.archived]
        cues = [cue for family in Family for cue in self._session.catalog.of_family(family)]
        return (
            *map(tile_of, cues),
            *(Tile(CueKey(word.id), word.name, word.family or Family.MOVEMENT) for word in own),
        )

    def words_of(self, tile: Tile) -> str:
        """What the searchable list looks through: the name and its synonyms."""
        known = self._session.catalog.cues.get(tile.key)
        return " ".join((tile.name, *(known.synonyms if known else ()))).casefold()

    def _save(self, id: MomentId, draft: MomentDraft, new_baby: Baby | None) -> None:
        self._waiting = (id, draft, new_baby)
        try:
            self._saved = self._session.diary.log(draft, id=id, baby=new_baby, origin=self)
        except DiaryError as error:
            self._set(problem=f"This moment isn’t saved yet. {error}")
            return
        self._waiting, self._other = None, None
        self._set(saved=self._strip(), problem="", back_minutes=0, other_time="", time_problem="")
        self._announce(f"Saved. {self._title(self._saved)}. Control Z to undo.")
        self.refresh()

    def _change(self, **changes: object) -> None:
        if self._saved is None:
            return
        changed = replace(self._saved, **changes)  # type: ignore[arg-type]  # fields are checked by replace
        try:
            self._session.diary.edit(changed, origin=self)
        except DiaryError as error:
            self._set(problem=f"This change isn’t saved. {error}", saved=self._strip())
            return
        self._saved = changed
        self._set(saved=self._strip(), problem="")
        self.refresh()

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
        moment = self._saved
        if moment is None:
            return None
        catalog, cue = self._session.catalog, moment.cues[0]
        offered = self._offered.setdefault(cue, self._likely_tried(cue))
        tried = {key: place for place, key in enumerate(moment.responses, 1)}

        def chip(key: ResponseKey) -> Tried:
            return Tried(key, self._names.response(key), tried.get(key, 0))

        shown = [*offered, *(key for key in moment.responses if key not in offered)]
        others = [
            key for key, response in catalog.responses.items() if not response.retired and key not in shown
        ]
        then = [
            Then(outcome.key, outcome.name, outcome.mark.value, outcome.key == moment.outcome)
            for outcome in catalog.outcomes.values()
        ]
        first = [each for each in then if catalog.outcomes[each.key].quick or each.chosen]
        return Saved(
            title=self._title(moment),
            cue=cue,
            tried=tuple(map(chip, shown)),
            more_tried=tuple(map(chip, others)),
            then=tuple(first),
            more_then=tuple(each for each in then if each not in first),
            settle=settle_words(moment.settle) if moment.settle else "",
            note=moment.note,
            private=moment.private,
        )

    def _title(self, moment: Moment) -> str:
        about = "about " if moment.about else ""
        return f"{self._names.cue(moment.cues[0])}, {about}{wording.at(moment.at, self._session.clock())}"

    def _likely_tried(self, cue: CueKey) -> tuple[ResponseKey, ...]:
        """Four responses to offer: those used most after this cue, then those the catalogue names. Never by outcome."""
        baby = self._session.baby
        used = self._session.diary.responses_after(baby.id, cue) if baby else ()
        known = self._session.catalog.cues.get(cue)
        starters = known.responses if known else ()
        rest = tuple(self._session.catalog.responses)
        return tuple(dict.fromkeys([*used, *starters, *rest]))[:OFFERED]

    def _likely(self, now: When) -> tuple[CueKey, ...]:
        baby = self._session.baby
        pins = sorted(self._session.diary.all(Pin), key=lambda pin: pin.place)
        first = tuple(dict.fromkeys([*(pin.cue for pin in pins), *starters(self._session.catalog)]))
        uses = self._session.diary.cue_uses(baby.id, now.shifted(-LIKELY_REACH)) if baby else []
        known = [cue.key for cue in self._session.catalog.cues.values() if not cue.retired]
        return likely_cues(uses, now, known, first, OFFERED)

    def _tiles(self, keys: tuple[CueKey, ...]) -> tuple[Tile, ...]:
        cues = self._session.catalog.cues
        return tuple(tile_of(cues[key]) for key in keys if key in cues)

    def _set(self, **changes: object) -> None:
        self.state = replace(self.state, **changes)  # type: ignore[arg-type]  # fields are checked by replace
        self._show(self.state)


def baby_line(baby: Baby, now: When) -> str:
    """ "Robin · 7 weeks", with the corrected age of a baby born early, or the week of pregnancy."""
    age, corrected = baby.age(now.day), baby.corrected_age(now.day)
    weeks = baby.pregnancy_weeks(now.day)
    parts = [baby.nickname or "Your baby"]
    if age is not None:
        parts.append(wording.age(age))
        if corrected is not None and corrected != age:
            parts.append(f"corrected {wording.age(corrected)}")
    elif weeks is not None:
        parts.append(f"{weeks} weeks of pregnancy")
    return " · ".join(parts)


def _recent_since(now: When) -> tuple[When, str]:
    """Tonight from 6pm while it is night (8pm to 8am), else today from midnight."""
    wall = now.wall
    if wall.hour >= 20 or wall.hour < 8:
        evening = wall.replace(hour=18, minute=0, second=0, microsecond=0)
        return When.from_wall(
            evening if wall.hour >= 20 else evening - timedelta(days=1), now.zone
        ), "Tonight"
    return When.from_wall(wall.replace(hour=0, minute=0, second=0, microsecond=0), now.zone), "Today"
