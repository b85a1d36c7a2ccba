"""`bonddiary log “rooting 10 min ago, fed”`: how a phrase was read, and the moments in it."""

from collections.abc import Iterator, Sequence

from bonddiary.analysis.names import Names, in_sentence
from bonddiary.analysis.phrase.draft import draft_of
from bonddiary.analysis.phrase.parser import read_phrases
from bonddiary.analysis.phrase.reading import Chip, Part, Reading, Sure, Why
from bonddiary.analysis.phrase.words import WordIndex
from bonddiary.cli.babies import find_baby, new_baby
from bonddiary.cli.codes import DONE, BadUsage
from bonddiary.cli.command import Call
from bonddiary.cli.log import NOTHING_SAID, saved_words
from bonddiary.cli.signs import print_signs
from bonddiary.cli.terminal import say
from bonddiary.content.loader import load_catalog
from bonddiary.content.phrases import load_phrase_words
from bonddiary.domain import wording
from bonddiary.domain.board import FamilyWord
from bonddiary.domain.catalog import Catalog
from bonddiary.domain.errors import InvalidEntry
from bonddiary.domain.when import When

_NAMED = {Part.CUE: "noticed", Part.RESPONSE: "tried", Part.OUTCOME: "then"}
_REASONS = {
    Why.UNKNOWN: "",
    Why.SEVERAL: "",
    Why.SECOND: " (there was one before it)",
    Why.NOT_SO: " (as it didn’t happen)",
    Why.FUTURE: " (that time is still to come)",
    Why.NO_CLOCK: " (add a time, such as last night 11)",
    Why.NO_AGO: " (add “ago” to say when, or “in” for how long settling took)",
    Why.NO_OUTCOME: " (say what came next too, such as settled in 5)",
    Why.TOO_LONG: " (longer than a phrase can say)",
}
"""Why words are kept in the note."""
_MOST = 4
"""Things named that a word could mean."""


def log_phrase(call: Call, text: str, nickname: str, *, dry_run: bool) -> int:
    """Saves every moment of the phrase in one step, or says how it is read. Raises InvalidEntry for one without a cue."""
    catalog, now = load_catalog(), call.clock()
    readings = _read(text, catalog, now)
    if not readings:
        raise BadUsage(NOTHING_SAID)
    known = {key for reading in readings for key in reading.cues}
    print_signs(call, [catalog.cue(key) for key in known], catalog)  # before anything else
    if dry_run:
        own = _own_words(call)
        readings = _read(text, catalog, now, own) if own else readings
        for reading in readings:
            _print_reading(reading, Names.of(catalog, own), now)
        return DONE
    if not call.has_diary():
        _refuse_without_cue(
            readings
        )  # no words of the family's own can be meant, and no diary is made for nothing
    with call.diary(make=True) as diary:
        own = diary.words()
        readings = _read(text, catalog, now, own) if own else readings
        _refuse_without_cue(readings)
        found = find_baby(call, diary, nickname)
        baby = found or new_baby(nickname)
        drafts = [draft_of(reading, baby.id, now, catalog) for reading in readings]
        if len(drafts) == 1:
            diary.log(drafts[0], baby=None if found else baby)
        else:
            diary.log_all(drafts, baby=None if found else baby)
    names = Names.of(catalog, own)
    for reading, draft in zip(readings, drafts, strict=True):
        say(saved_words(draft, names, now))
        for line in _lines(reading, names, now):
            if not line.startswith(("noticed", "when")):
                say(f"  {line}")
    return DONE


def _read(text: str, catalog: Catalog, now: When, own: Sequence[FamilyWord] = ()) -> tuple[Reading, ...]:
    return read_phrases(text, WordIndex(catalog, load_phrase_words(catalog.language), own), now)


def _own_words(call: Call) -> tuple[FamilyWord, ...]:
    if not call.has_diary():
        return ()
    with call.diary() as diary:
        return diary.words()


def _refuse_without_cue(readings: Sequence[Reading]) -> None:
    for place, reading in enumerate(readings, 1):
        if not reading.cues:
            where = f"moment {place} of this phrase" if len(readings) > 1 else "this phrase"
            raise InvalidEntry(
                f"There is no cue in {where}, so nothing is saved. Say what you noticed, such as rooting or crying."
            )


def _print_reading(reading: Reading, names: Names, now: When) -> None:
    first, *others = _lines(reading, names, now)
    say(f"- {first}")
    for line in others:
        say(f"  {line}")


def _lines(reading: Reading, names: Names, now: When) -> Iterator[str]:
    """A line for each thing understood, then for what is kept in the note."""
    for chip in reading.chips:
        if chip.part in _NAMED:
            yield f"{_NAMED[chip.part]}: {chip.shown}{_typed(reading, chip)}"
        elif chip.part is Part.TIME and reading.at:
            yield f"when: {wording.at(reading.at, now)}{_typed(reading, chip)}"
        elif chip.part is Part.SETTLE and reading.settle:
            yield f"how long: {names.settle(reading.settle)}{_typed(reading, chip)}"
    for chip in reading.kept:
        yield f"kept in the note: {reading.words(chip)}{_reason(chip)}"


def _typed(reading: Reading, chip: Chip) -> str:
    """What was typed, where it wasn't the whole word."""
    return "" if chip.sure is Sure.EXACT else f" (from “{reading.words(chip)}”)"


def _reason(chip: Chip) -> str:
    if chip.why is Why.SEVERAL:
        more = ["others"] if len(chip.candidates) > _MOST else []
        could = wording.listed([*map(in_sentence, chip.candidates[:_MOST]), *more])
        return f" (it could be {could.replace(' and ', ' or ')})"
    return _REASONS[chip.why] if chip.why else ""
