"""What the parent adds to the moment in the strip, or puts right there. Each is one step, saved at once."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta

from bonddiary.domain import wording
from bonddiary.domain.board import OwnWord, WordKind, clean_name
from bonddiary.domain.errors import DiaryError, InvalidEntry
from bonddiary.domain.ids import CarerId, CueKey, OutcomeKey, ResponseKey, WordId, new_id
from bonddiary.domain.moment import ABOUT_FROM, Intensity, Moment, Settle, State
from bonddiary.domain.when import When
from bonddiary.ui.models.care import CareWords, with_more
from bonddiary.ui.pages.log.clock_text import InFuture, near_time
from bonddiary.ui.pages.log.saved import Question
from bonddiary.ui.pages.log.state import LogState
from bonddiary.ui.pages.log.waiting import Waiting
from bonddiary.ui.session import Session

END_IN_FUTURE = "That end would be in the future. Did it begin earlier?"
END_TYPED = "That end would be in the future. Type an earlier time."


class Changing(ABC):
    """The part of the presenter that changes the strip's moment. Nothing here is saved by itself: `_change` does that."""

    state: LogState
    _session: Session
    _saved: Moment | None
    _waiting: Waiting
    _question: Question | None = None
    """What the strip asks; its answer is in `_answer`."""
    _answer: Callable[[], object] | None = None

    # Cues

    def add_cue(self, cue: CueKey) -> None:
        """Adds a cue to the moment; one that is there already stays as it is."""
        self.care_first(cue)
        wanted = self._wanted()
        if wanted is not None and cue not in wanted.cues:
            self._change(cues=(*wanted.cues, cue))

    def take_out_cue(self, cue: CueKey) -> None:
        """Takes a cue out again; the last one stays, for a moment without a cue says nothing."""
        wanted = self._wanted()
        if wanted is not None and cue in wanted.cues and len(wanted.cues) > 1:
            self._change(cues=tuple(each for each in wanted.cues if each != cue))

    def change_cue(self, cue: CueKey) -> None:
        """Another cue in the place of the first: the wrong tile was pressed."""
        self.care_first(cue)
        wanted = self._wanted()
        if wanted is not None and cue != wanted.cues[0]:
            self._change(cues=(cue, *(each for each in wanted.cues[1:] if each != cue)))

    # Responses and what happened next

    def toggle_response(self, key: ResponseKey) -> None:
        """Adds a response at the end of the order tried, or takes it out: the other of what its chip shows."""
        if self._saved is None:
            return
        tried = self._waiting.onto(self._saved).responses
        known = self._session.catalog.responses.get(key)
        if key in self._saved.responses:
            self._change(responses=tuple(each for each in tried if each != key))
        elif known is not None and known.private:
            self._change(responses=tuple(dict.fromkeys((*tried, key))), private=True)
        else:
            self._change(responses=tuple(dict.fromkeys((*tried, key))))

    def add_response(self, words: str) -> bool:
        """Something else that was tried, in the family's own words, which are offered from then on; says whether it is saved."""
        moment = self._saved
        if moment is None or not words.strip():
            return False
        self._save(changes_only=True)
        if self._waiting.holds(moment.id):  # saved later, it would take the new response out again
            return self._refuse(self._waiting.words)
        diary = self._session.diary
        try:
            name = clean_name(words, WordKind.RESPONSE)
            own = [word for word in diary.all(OwnWord) if word.kind is WordKind.RESPONSE]
            there = next((word for word in own if word.name.casefold() == name.casefold()), None)
            word = there or OwnWord(id=WordId(new_id()), kind=WordKind.RESPONSE, name=name)
            found, key = diary.moment(moment.id), ResponseKey(word.id)
            changed = replace(found, responses=tuple(dict.fromkeys((*found.responses, key))))
            if changed != found:
                diary.edit(*([] if there else [word]), changed, origin=self)  # one step to undo
        except DiaryError as error:
            return self._refuse(f"This change isn’t saved. {error}")
        self._question = None
        self.refresh()
        return True

    def choose_outcome(self, key: OutcomeKey) -> None:
        """Says what happened next; the same again, where its chip shows it, takes it back."""
        if self._saved is not None:
            self._change(outcome=None if self._saved.outcome == key else key)

    def choose_settle(self, settle: Settle | None) -> None:
        """Says how long settling took."""
        self._change(settle=settle)

    # More about it

    def choose_more(self, picked: State | Intensity | str) -> None:
        """Says how the baby was, how strong it was, or who noted it; the same again takes it back."""
        moment = self._saved
        if moment is None:
            return
        if isinstance(picked, State):
            self._change(state=None if moment.state is picked else picked)
        elif isinstance(picked, Intensity):
            self._change(intensity=None if moment.intensity is picked else picked)
        else:
            carer = None if moment.carer == picked else CarerId(picked)
            with suppress(DiaryError):  # the choice applies until the window closes, kept or not
                self._session.choose_carer(carer)
            self._change(carer=carer)

    def choose_length(self, minutes: int | None) -> None:
        """Says how long the cue lasted; None: not noted. An end to come is refused, and an earlier start offered."""
        wanted, now = self._wanted(), self._session.clock()
        if wanted is None:
            return
        if minutes is None:
            self._change(until=None)
            return
        until = wanted.at.shifted(timedelta(minutes=minutes))
        if until.utc <= now.utc:
            self._change(until=until)
            return
        start = wanted.at.shifted(-timedelta(minutes=minutes))
        self._ask(
            Question(END_IN_FUTURE, f"At {wording.clock(start.wall)}", refused=True),
            lambda: self._retime(start, wanted.at),
        )

    def type_end(self, text: str) -> bool:
        """Reads what was typed as its end; says whether it could be one."""
        wanted, now = self._wanted(), self._session.clock()
        if wanted is None:
            return False
        try:
            return self._retime(wanted.at, near_time(text, wanted.at, now))
        except InFuture:
            return self._refuse(END_TYPED)
        except InvalidEntry as error:
            return self._refuse(str(error))

    def end_now(self) -> None:
        """It lasted until now."""
        wanted = self._wanted()
        if wanted is not None:
            self._retime(wanted.at, self._session.clock())

    # When

    def move_time(self, minutes: int) -> None:
        """It was some minutes earlier than that."""
        wanted = self._wanted()
        if wanted is not None:
            self._retime(wanted.at.shifted(-timedelta(minutes=minutes)), wanted.until)

    def type_moment_time(self, text: str) -> bool:
        """Reads what was typed as the moment's time; says whether it could be one."""
        wanted, now = self._wanted(), self._session.clock()
        if wanted is None:
            return False
        try:
            return self._retime(near_time(text, wanted.at, now), wanted.until)
        except InFuture as future:
            before = future.before
            answer = f"At {wording.clock(before.wall)}" if before.day == now.day else "Yesterday"
            self._ask(Question(str(future), answer, refused=True), lambda: self._retime(before, wanted.until))
            return False
        except InvalidEntry as error:
            return self._refuse(str(error))

    def answer_question(self) -> None:
        """Yes to what the strip asks."""
        answer, self._question, self._answer = self._answer, None, None
        if answer is not None:
            answer()
        self._reshow()

    def drop_question(self) -> None:
        """What the strip asks needs no answer any more."""
        if self._question is not None:
            self._question = self._answer = None
            self._reshow()

    # Care cards

    def show_care(self, cards: tuple[CareWords, ...]) -> None:
        """What the help page says of cues that are typed comes beside what stands there."""
        self._set(care=with_more(self.state.care, cards))

    def close_care(self) -> None:
        """Puts the care cards away."""
        self._set(care=())

    # How it is done

    @abstractmethod
    def refresh(self) -> None:
        """Reads again what the page shows."""

    @abstractmethod
    def _change(self, **changes: object) -> None:
        """Changes the moment in the strip."""

    @abstractmethod
    def _save(self, *, changes_only: bool = False) -> None:
        """Saves what waits."""

    @abstractmethod
    def _reshow(self) -> None:
        """Shows the strip with its question as it is now."""

    @abstractmethod
    def _set(self, **changes: object) -> None:
        """Shows the page with these changes."""

    def _wanted(self) -> Moment | None:
        """The moment as the parent wants it."""
        return None if self._saved is None else self._waiting.onto(self._saved)

    def care_first(self, cue: CueKey) -> None:
        """What the help page says of a cue comes before it is saved, and stays until it is put away."""
        if care := self._session.guides.care_for(cue):
            self._set(care=with_more(self.state.care, care))

    def _retime(self, at: When, until: When | None) -> bool:
        """Changes when it began and ended, if that can be; a time set far back is a remembered one."""
        wanted = self._wanted()
        if wanted is None:
            return False
        try:
            replace(wanted, at=at, until=until)
        except DiaryError as error:
            return self._refuse(str(error))
        if at != wanted.at:
            self._change(at=at, until=until, about=wanted.entered.utc - at.utc >= ABOUT_FROM)
        elif until != wanted.until:
            self._change(until=until)
        else:
            self.drop_question()
        return True

    def _refuse(self, words: str) -> bool:
        self._ask(Question(words, refused=True), None)
        return False

    def _ask(self, question: Question, answer: Callable[[], object] | None) -> None:
        self._question, self._answer = question, answer
        self._reshow()
