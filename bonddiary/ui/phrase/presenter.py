"""Decides what a phrase means while it is typed, saves its moments in one step, and keeps what is half typed."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from bonddiary.analysis.phrase.draft import draft_of
from bonddiary.analysis.phrase.parser import Span
from bonddiary.analysis.phrase.plain import moved, without
from bonddiary.analysis.phrase.reading import Reading
from bonddiary.analysis.phrase.saying import saved_title
from bonddiary.diary.changes import Change
from bonddiary.domain.baby import Baby
from bonddiary.domain.errors import DiaryError, DiaryLocked, InvalidEntry
from bonddiary.domain.ids import BabyId, CarerId, MomentId, new_id
from bonddiary.domain.moment import Moment
from bonddiary.domain.records import Kind
from bonddiary.domain.when import When
from bonddiary.ui.phrase.reader import PhraseReader
from bonddiary.ui.phrase.state import Other, PhraseState, Piece
from bonddiary.ui.session import Session

if TYPE_CHECKING:
    from bonddiary.ui.models.care import CareWords

WORDS = {Kind.WORD, Kind.BOARD}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a phrase is typed."""

    key: str
    """Under which the diary keeps what is half typed."""
    show: Callable[[PhraseState], None]
    chosen: Callable[[When], When]
    """When it happened, where the phrase names no time. Raises InvalidEntry."""
    cared: "Callable[[tuple[CareWords, ...]], None]"
    """What the help page says of the cues: called before anything is saved."""
    saved: Callable[[tuple[Moment, ...], str], None]
    """The moments, after COMMIT, and the last one's title."""


@dataclass(slots=True)
class Attempt:
    """When saving was first asked for, whose moments they are and their ids: a retry never doubles or moves one."""

    now: When
    babies: tuple[BabyId, ...] = ()
    carer: CarerId | None = None
    ids: list[MomentId] = field(default_factory=list)


class PhrasePresenter:
    """Holds what is typed. What isn't saved stays in the field."""

    def __init__(self, session: Session, place: Place) -> None:
        self._session = session
        self._place = place
        self._reader = PhraseReader(session)
        self._plain: tuple[Span, ...] = ()
        self._attempt: Attempt | None = None
        self._kept: tuple[str, tuple[Span, ...]] = ("", ())
        """What the diary keeps as half typed."""
        self.held_up = False
        """Another program was writing when what is half typed was to be kept: it is to be tried again."""
        self._entering = False
        self._aside: tuple[str, tuple[Span, ...]] = ("", ())
        """What was half typed when the program ended, while something else is being saved: nobody has entered that."""
        self.state = PhraseState()

    def warm(self) -> None:
        """Reads the words that phrases are made of; what can't be read is said with the first letter."""
        with suppress(DiaryError):
            self._reader.read("", self._session.clock(), ())

    def type(self, text: str) -> None:
        """The field says something else."""
        self._plain = moved(self._plain, self.state.text, text)
        if not text.strip():
            self._attempt, self._plain = None, ()
        self._read(text)
        self._bring_back()

    def others(self, piece: Piece) -> tuple[Other, ...]:
        """What else these words could mean."""
        return tuple(self._reader.others(piece, self._now()))

    def keep_plain(self, piece: Piece) -> None:
        """These words are to stay words: they go into the note."""
        self._plain = (*without(self._plain, piece.start, piece.end), (piece.start, piece.end))
        self._read(self.state.text)

    def read_again(self, piece: Piece) -> None:
        """These words may mean something after all."""
        self._plain = without(self._plain, piece.start, piece.end)
        self._read(self.state.text)

    def mean(self, piece: Piece, other: Other) -> None:
        """Puts what was meant in the place of these words."""
        text = self.state.text
        self._plain = without(self._plain, piece.start, piece.end)
        self.type(text[: piece.start] + other.typed + text[piece.end :])

    def save(self) -> None:
        """Saves every moment in one step, or says what is missing or why it can't be done; the text stays then."""
        self._entering = True
        try:
            self._enter()
        finally:
            self._entering = False
        self._bring_back()

    def _enter(self) -> None:
        now = self._now()
        try:
            readings = self._readings(self.state.text, now)
        except DiaryError as error:
            self._fail(error, now)
            return
        if not readings:
            return
        self._care_for(readings)
        try:
            _ = (
                self._session.diary
            )  # opened first: the family's own words may be meant, and whose moments they are
            if words := self._session.before_birth(*(self._attempt.babies if self._attempt else ())):
                raise InvalidEntry(words)
            before, readings = readings, self._readings(self.state.text, now)
            if readings != before:
                self._care_for(readings)
            if any(not reading.cues for reading in readings):
                self._read(self.state.text, told=True)
                return
            timed = all(reading.at for reading in readings)
            at = now if timed else self._place.chosen(now)
        except InvalidEntry as error:
            self._read(self.state.text, time_problem=str(error))
            return
        except DiaryError as error:
            self._fail(error, now)
            return
        self._log([replace(reading, at=reading.at or at) for reading in readings], now)

    def unsaved(self) -> str:
        """Tries once more what couldn't be saved, and keeps what is half typed; says in words what can't be."""
        if self._attempt is not None:
            self.save()
        kept = self.keep(patient=True)
        return self.state.problem if self.state.waits else kept

    def keep(self, *, patient: bool = False) -> str:
        """Lets the diary keep what is half typed, or forget it. Says why it can't; blank when it could.

        Somebody types meanwhile: it hardly waits for another program's write, unless `patient`.
        """
        self.held_up = False
        text = self.state.text if self.state.text.strip() else ""
        plain = self._plain if text else ()
        if self._aside[0]:
            text, plain = _joined(self._aside[0], text), self._aside[1]
        if (text, plain) == self._kept:
            return ""
        try:
            diary = self._session.diary
            if text != self._kept[0]:
                diary.keep_draft(self._place.key, text, patient=patient)
            if plain != self._kept[1]:
                spans = " ".join(f"{start}-{end}" for start, end in plain)
                diary.keep_draft(self._spans_key, spans, patient=patient)
        except DiaryError as error:
            self.held_up = isinstance(error, DiaryLocked)
            return str(error)
        self._kept = (text, plain)
        return ""

    def restore(self) -> None:
        """Brings back what was half typed when the program ended. Raises DiaryError."""
        text = self._session.diary.draft(self._place.key)
        if not text:
            return
        spans = tuple(_spans(self._session.diary.draft(self._spans_key), len(text)))
        self._kept = self._aside = (text, spans)
        self._bring_back()

    def _bring_back(self) -> None:
        """Shows what was half typed when the program ended, once nothing else waits to be saved."""
        if self._entering or self._attempt is not None or not self._aside[0]:
            return
        (text, spans), self._aside = self._aside, ("", ())
        typed = self.state.text
        if typed != text:
            self._plain = spans
            self._read(_joined(text, typed), told=self.state.told, time_problem=self.state.time_problem)

    def on_change(self, change: Change) -> None:
        """The family's words may be others now, or another moment is the newest."""
        if change.topics & WORDS:
            self._reader.forget()
            self._read(self.state.text)

    @property
    def _spans_key(self) -> str:
        return f"{self._place.key}-plain"

    def _now(self) -> When:
        return self._attempt.now if self._attempt else self._session.clock()

    def _readings(self, text: str, now: When) -> tuple[Reading, ...]:
        return self._reader.read(text, now, self._plain) if text.strip() else ()

    def _read(self, text: str, *, told: bool = False, time_problem: str = "") -> None:
        now = self._now()
        problem = self.state.problem if self._attempt else ""
        try:
            readings = self._readings(text, now)
            moments = tuple(self._reader.pieces(reading, now) for reading in readings)
        except DiaryError as error:
            readings, moments, problem = (), (), str(error)
        self.state = PhraseState(
            text=text,
            moments=moments,
            lacking=tuple(place for place, reading in enumerate(readings, 1) if not reading.cues),
            told=told,
            time_problem=time_problem,
            problem=problem,
            waits=self._attempt is not None,
        )
        self._place.show(self.state)

    def _log(self, readings: Sequence[Reading], now: When) -> None:
        self._attempt = self._attempt or Attempt(now)
        attempt = self._attempt
        try:
            moments = self._write(readings, attempt)
        except DiaryError as error:
            self._fail(error, now)
            return
        self._attempt, self._plain = None, ()
        self._read("")
        self._place.saved(moments, saved_title(moments[-1], self._reader.names, self._session.clock()))
        self.keep()  # last: it may have to wait for another program

    def _write(self, readings: Sequence[Reading], attempt: Attempt) -> tuple[Moment, ...]:
        session = self._session
        if not attempt.babies:  # for the next try, whoever is shown by then
            attempt.babies, attempt.carer = session.babies_to_log(), session.carer_to_log()
        shown, new = session.baby_to_log()
        babies = attempt.babies or (shown,)
        added: Baby | None = new if new is not None and new.id in babies else None
        # the first baby's come last: the strip shows the last of all
        drafts = [
            draft_of(reading, baby, attempt.now, session.catalog, attempt.carer)
            for baby in reversed(babies)
            for reading in readings
        ]
        attempt.ids += [MomentId(new_id()) for _ in drafts[len(attempt.ids) :]]
        diary, ids = self._session.diary, attempt.ids[: len(drafts)]
        if len(drafts) > 1:
            return diary.log_all(drafts, ids=ids, baby=added, origin=self)
        return (diary.log(drafts[0], id=ids[0], baby=added, origin=self),)

    def _care_for(self, readings: Sequence[Reading]) -> None:
        """What the help page says of the cues comes before anything is saved."""
        if care := self._session.guides.care_for(*(cue for reading in readings for cue in reading.cues)):
            self._place.cared(care)

    def _fail(self, error: DiaryError, now: When) -> None:
        self._attempt = self._attempt or Attempt(now)
        self.state = replace(self.state, problem=str(error), waits=True, told=False, time_problem="")
        self._place.show(self.state)


def _joined(before: str, typed: str) -> str:
    return f"{before}; {typed}" if typed.strip() else before


def _spans(text: str, length: int) -> Sequence[Span]:
    """Spans as `keep` writes them; anything else is none."""
    pairs = [pair.partition("-") for pair in text.split()]
    found = [(int(start), int(end)) for start, _, end in pairs if start.isdecimal() and end.isdecimal()]
    return [(start, end) for start, end in found if start < end <= length]
