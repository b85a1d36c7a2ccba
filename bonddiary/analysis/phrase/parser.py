"""Reads phrases: `[cue]+ [time]? [response]* [outcome]? [in N]? [note]`, in any order, several moments by line or ";".

Nothing is guessed: what isn't understood, or could mean several things, stays in the note and says why.
"""

from collections.abc import Sequence
from dataclasses import replace

from bonddiary.analysis.phrase.reading import Chip, Part, Reading, Sure, Why
from bonddiary.analysis.phrase.times import Amount, Found, Line
from bonddiary.analysis.phrase.tokens import Token, tokens
from bonddiary.analysis.phrase.words import Match, WordIndex
from bonddiary.domain.moment import Settle, SettleBin
from bonddiary.domain.phrases import PhraseWord
from bonddiary.domain.when import When

_SPLITS = ";\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_DAY = 24 * 60
_REACH = 2
"""Words that "not" reaches over."""
_WORDS = (Why.UNKNOWN, Why.PLAIN)
"""Words of a note that say nothing else: those beside each other are one piece."""
_PLAIN = " "
"""What no token is: stands in the place of a word that is to be no more than a word."""
Span = tuple[int, int]
"""First letter and the one after the last."""


def read_phrases(text: str, index: WordIndex, now: When, plain: Sequence[Span] = ()) -> tuple[Reading, ...]:
    """A reading for each line or part between ";" that holds more than blanks. Never raises, whatever the text.

    Words that a span of `plain` touches stay in the note.
    """
    found: list[Reading] = []
    start = 0
    for place, one in enumerate(f"{text}\n"):
        if one in _SPLITS:
            if text[start:place].strip():
                found.append(_Reader(text, start, place, index, now, plain).read())
            start = place + 1
    return tuple(found)


class _Reader:
    """Goes through one moment's tokens once."""

    def __init__(
        self, text: str, start: int, end: int, index: WordIndex, now: When, plain: Sequence[Span]
    ) -> None:
        self._text, self._start, self._end = text, start, end
        self._line = Line(text, [_kept(one, plain) for one in tokens(text, start, end)], index, now)
        self._index = index
        self._chips: list[Chip] = []
        self._before: Part | None = None
        """What was understood right before this."""
        self._not = 0
        """How many more words a "not" reaches over."""
        self._at: When | None = None
        self._settle: Settle | None = None
        self._outcome = ""

    def read(self) -> Reading:
        place = 0
        line = self._line.line
        while place < len(line):
            if line[place].after_break:
                self._not = 0
            place = self._next(place)
        if self._settle is not None and self._settle.step.timed and not self._outcome:
            self._settle = None  # "fed after 20 min" is about something else
            self._chips = [
                replace(chip, part=Part.NOTE, key="", why=Why.NO_OUTCOME)
                if chip.part is Part.SETTLE
                else chip
                for chip in self._chips
            ]
        chips = _whole(self._text, self._start, self._end, _with_joins(self._text, self._chips))
        return Reading(self._text, chips, self._at, self._settle)

    def _next(self, place: int) -> int:
        """Understands what starts at this token, and says where it ends."""
        if self._line.line[place].word == _PLAIN:
            return self._noted(place, place + 1, Why.PLAIN)
        return (
            self._timed(self._line.time(place), place)
            or self._lasted(place)
            or self._matched(self._index.match(self._line.line, place), place)
            or self._small(place)
            or self._noted(place, place + 1, Why.UNKNOWN)
        )

    # -------------------------------------------------------------------------------------------- times

    def _timed(self, found: Found | None, place: int) -> int:
        if found is None:
            return 0
        if found.at is None:
            return self._noted(place, found.end, found.why or Why.UNKNOWN)
        if self._at is not None:
            return self._noted(place, found.end, Why.SECOND)
        if self._not:
            return self._noted(place, found.end, Why.NOT_SO)
        self._at = found.at
        return self._take(Chip(Part.TIME, *self._span(place, found.end), sure=found.sure), found.end)

    def _lasted(self, place: int) -> int:
        """How long settling took, after "in" or right after an outcome; a bare number after a cue is minutes ago."""
        start, _ = self._line.small(place, PhraseWord.IN)
        said = start > place
        if said or self._before is Part.OUTCOME:
            match = self._index.match(self._line.line, start, settle=True)
            if match is not None and len(match.meant) == 1 and match.meant[0].timed:
                return self._settled(Settle(SettleBin(match.meant[0].key)), place, start + match.count, match)
        if said and not self._line.joined(start):
            return 0
        amount = self._line.amount(start)
        plain = said and self._before is Part.OUTCOME  # "settled in 5": a note may follow at once
        if amount is None or not (amount.unit or plain or self._line.ends(amount.end)):
            return 0
        if said or self._before is Part.OUTCOME:
            if amount.minutes > _DAY:
                return self._noted(place, amount.end, Why.TOO_LONG)
            return self._settled(Settle.in_minutes(amount.minutes), place, amount.end)
        return self._bare(amount, place)

    def _bare(self, amount: Amount, place: int) -> int:
        if self._before is not Part.CUE:
            return 0
        if amount.unit:
            return self._noted(place, amount.end, Why.NO_AGO)
        return self._timed(self._line.ago(amount), place)

    def _settled(self, settle: Settle, place: int, end: int, match: Match | None = None) -> int:
        if self._settle is not None and self._settle != settle:
            return self._noted(place, end, Why.SECOND)
        if self._not:
            return self._noted(place, end, Why.NOT_SO)
        self._settle = settle
        sure = match.sure if match else Sure.EXACT
        return self._take(Chip(Part.SETTLE, *self._span(place, end), settle.step, sure=sure), end)

    # -------------------------------------------------------------------------------------------- words

    def _matched(self, match: Match | None, place: int) -> int:
        if match is None:
            return 0
        end = place + match.count
        if self._not:
            return self._noted(place, end, Why.NOT_SO)
        if len(match.meant) > 1:
            return self._noted(place, end, Why.SEVERAL, tuple(one.shown for one in match.meant))
        meant = match.meant[0]
        if meant.part is Part.SETTLE:
            return self._settled(Settle(SettleBin(meant.key)), place, end, match)
        if meant.part is Part.OUTCOME:
            if self._outcome not in ("", meant.key):
                return self._noted(place, end, Why.SECOND)
            self._outcome = meant.key
        return self._take(Chip(meant.part, *self._span(place, end), meant.key, meant.shown, match.sure), end)

    def _small(self, place: int) -> int:
        end, sure = self._line.small(place, PhraseWord.JOIN)
        if end > place and sure is Sure.EXACT:  # a slip here would be lost: it is in no note
            self._not = 0
            self._chips.append(Chip(Part.JOIN, *self._span(place, end)))
            return end
        end, _ = self._line.small(place, PhraseWord.NOT)
        if end > place:
            self._noted(place, end, Why.NOT_SO)
            self._not = _REACH + 1
            return end
        return 0

    def _noted(self, place: int, end: int, why: Why, candidates: tuple[str, ...] = ()) -> int:
        start, stop = self._span(place, end)
        self._before = None
        self._not = max(0, self._not - 1) if why in _WORDS else 0
        self._chips.append(Chip(Part.NOTE, start, stop, why=why, candidates=candidates))
        return end

    def _take(self, chip: Chip, end: int) -> int:
        self._chips.append(chip)
        self._before = chip.part
        return end

    def _span(self, place: int, end: int) -> tuple[int, int]:
        return self._line.line[place].start, self._line.line[end - 1].end


def _kept(token: Token, plain: Sequence[Span]) -> Token:
    """The token, or one that says nothing where it is to stay a plain word."""
    if any(max(start, token.start) < min(end, token.end) for start, end in plain):
        return replace(token, word=_PLAIN, number=None)
    return token


def _with_joins(text: str, chips: list[Chip]) -> list[Chip]:
    """Words such as "and" vanish between things that are understood; beside words of a note they belong to it."""
    found = list(chips)
    for places in (range(1, len(found)), range(len(found) - 2, -1, -1)):
        for place in places:
            beside = found[place - places.step]
            between = text[min(beside.end, found[place].end) : max(beside.start, found[place].start)]
            if found[place].part is Part.JOIN and beside.why is Why.UNKNOWN and "," not in between:
                found[place] = replace(found[place], part=Part.NOTE, why=Why.UNKNOWN)
    return found


def _whole(text: str, start: int, end: int, chips: list[Chip]) -> tuple[Chip, ...]:
    """The pieces with all that lies between them: marks that touch a note belong to it, the rest joins."""
    found: list[Chip] = []
    ended = start
    for chip in (*chips, None):
        first = chip.start if chip else end
        if found and found[-1].part is Part.NOTE:
            while ended < first and _touches(text[ended]):
                ended += 1
            found[-1] = _moved(found[-1], found[-1].start, ended)
        if chip and chip.part is Part.NOTE:
            while first > ended and _touches(text[first - 1]):
                first -= 1
            chip = _moved(chip, first, chip.end)
        if found and chip and found[-1].why is chip.why and chip.why in _WORDS:
            found[-1] = _moved(found[-1], found[-1].start, chip.end)
            ended = chip.end
            continue
        if first > ended:
            found.append(Chip(Part.JOIN, ended, first))
        if chip:
            found.append(chip)
            ended = chip.end
    return tuple(found)


def _touches(one: str) -> bool:
    return not one.isspace() and one != ","


def _moved(chip: Chip, start: int, end: int) -> Chip:
    return replace(chip, start=start, end=end)
