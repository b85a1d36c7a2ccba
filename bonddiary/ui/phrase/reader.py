"""Reads what is typed with the words that the diary knows now, and says each piece in the family's names."""

from collections.abc import Iterator, Sequence

from bonddiary.analysis.names import Names
from bonddiary.analysis.phrase.parser import Span, read_phrases
from bonddiary.analysis.phrase.reading import Chip, Part, Reading, Why
from bonddiary.analysis.phrase.words import Meant, WordIndex
from bonddiary.content.phrases import load_phrase_words
from bonddiary.domain import wording
from bonddiary.domain.ids import CueKey, OutcomeKey, ResponseKey
from bonddiary.domain.when import When
from bonddiary.ui.phrase.state import Other, Piece
from bonddiary.ui.session import Session
from bonddiary.ui.theme.icons import cue_drawing

MOST_OTHERS = 8


class PhraseReader:
    """The words are read when the first phrase is, and again once the diary is open or they have changed."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._index: WordIndex | None = None
        self._whole = False
        """Whether the family's own words are among them."""
        self.names = Names(session.catalog)

    def forget(self) -> None:
        """The family's words have changed."""
        self._index = None

    def read(self, text: str, now: When, plain: Sequence[Span]) -> tuple[Reading, ...]:
        """Every moment of the text. Raises DiaryError where the words can't be read."""
        return read_phrases(text, self._words(), now, plain)

    def pieces(self, reading: Reading, now: When) -> tuple[Piece, ...]:
        """What was understood, then what stays in the note, each in the order typed. Call after `read`."""
        said = [chip for chip in reading.chips if chip.understood]
        return tuple(self._piece(reading, chip, now) for chip in (*said, *reading.kept))

    def others(self, piece: Piece, now: When) -> Iterator[Other]:
        """What else these words could mean, each typed so that it is read as that and nothing else."""
        if piece.part in (Part.TIME, Part.SETTLE) or piece.why is Why.PLAIN:
            return
        for one in self._words().meanings(piece.typed)[:MOST_OTHERS]:
            called = self._called(one.part, one.key)
            if called != piece.name:
                yield Other(called, next(self._typed(one, called, now), one.shown.replace(";", " ")))

    def _words(self) -> WordIndex:
        is_open = self._session.is_open
        if self._index is None or (is_open and not self._whole):
            catalog = self._session.catalog
            own = self._session.diary.words() if is_open else ()
            self._index = WordIndex(catalog, load_phrase_words(catalog.language), own)
            self._whole = is_open
            self.names = Names.of(catalog, own)
        return self._index

    def _piece(self, reading: Reading, chip: Chip, now: When) -> Piece:
        typed = reading.words(chip)
        return Piece(
            part=chip.part,
            start=chip.start,
            end=chip.end,
            typed=typed,
            name=self._name(reading, chip, now),
            drawing=self._drawing(chip.part, chip.key),
            why=chip.why,
            could=tuple(dict.fromkeys(self._called(one.part, one.key) for one in self._could(chip, typed))),
        )

    def _name(self, reading: Reading, chip: Chip, now: When) -> str:
        match chip.part:
            case Part.TIME:
                return wording.at(reading.at, now) if reading.at else ""
            case Part.SETTLE:
                return self.names.settle(reading.settle) if reading.settle else ""
            case Part.NOTE:
                return ""
        return self._called(chip.part, chip.key)

    def _called(self, part: Part, key: str) -> str:
        match part:
            case Part.CUE:
                return self.names.cue(CueKey(key))
            case Part.RESPONSE:
                return self.names.response(ResponseKey(key))
            case Part.OUTCOME:
                return self.names.outcome_name(OutcomeKey(key))
        step = next((step for step in self._session.catalog.bins.values() if step.step == key), None)
        return step.name if step else key

    def _drawing(self, part: Part, key: str) -> str:
        catalog = self._session.catalog
        match part:
            case Part.CUE:
                own = self.names.own.get(key)
                return cue_drawing((own.drawing if own else "") or key, self.names.family(CueKey(key)))
            case Part.RESPONSE:
                response = catalog.responses.get(ResponseKey(key))
                return response.drawing if response else "response-other"
            case Part.OUTCOME:
                outcome = catalog.outcomes.get(OutcomeKey(key))
                return f"mark-{outcome.mark}" if outcome else ""
            case Part.TIME | Part.SETTLE:
                return "clock"
        return "note"

    def _could(self, chip: Chip, typed: str) -> tuple[Meant, ...]:
        return self._words().meanings(typed) if chip.why is Why.SEVERAL else ()

    def _typed(self, meant: Meant, called: str, now: When) -> Iterator[str]:
        """The family's own name first, where it can't be read as something else."""
        for text in dict.fromkeys((called, meant.shown)):
            found = self.read(text, now, ())
            keys = [
                (chip.part, chip.key)
                for reading in found
                for chip in reading.chips
                if chip.part is not Part.JOIN
            ]
            if keys == [(meant.part, meant.key)]:
                yield text
