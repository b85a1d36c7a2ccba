"""`bonddiary log “rooting 10 min ago, fed”`: how a phrase was read, and the moments in it."""

from argparse import Namespace
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from bonddiary.analysis.names import Names
from bonddiary.analysis.phrase.draft import draft_of
from bonddiary.analysis.phrase.parser import read_phrases
from bonddiary.analysis.phrase.reading import Chip, Part, Reading, Sure
from bonddiary.analysis.phrase.saying import NAMED, REASONS, could_be, saved_title
from bonddiary.analysis.phrase.words import WordIndex
from bonddiary.cli.babies import find_baby, new_baby, refuse_unborn
from bonddiary.cli.carers import find_carer
from bonddiary.cli.codes import DONE, BadUsage
from bonddiary.cli.command import Call
from bonddiary.cli.log import NOTHING_SAID
from bonddiary.cli.signs import print_signs
from bonddiary.cli.terminal import say
from bonddiary.content.loader import load_catalog
from bonddiary.content.phrases import load_phrase_words
from bonddiary.domain import wording
from bonddiary.domain.board import FamilyWord
from bonddiary.domain.catalog import Catalog
from bonddiary.domain.errors import InvalidEntry
from bonddiary.domain.when import When

MOST_LETTERS = 5_000
"""Of a phrase; reading a very long one would take seconds."""


def log_phrase(call: Call, text: str, given: Namespace) -> int:
    """Saves every moment of the phrase in one step, or says how it is read. Raises InvalidEntry for one without a cue."""
    if len(text) > MOST_LETTERS:
        raise BadUsage(f"That is a long phrase. Use up to {MOST_LETTERS:,} letters, and --note for the rest.")
    catalog, now = load_catalog(), call.clock()
    readings = _read(text, catalog, now)
    if not readings:
        raise BadUsage(NOTHING_SAID)
    told = _say_signs(call, readings, catalog)  # before anything else
    if given.dry_run:
        own = _own_words(call)
        readings = _read(text, catalog, now, own) if own else readings
        _say_signs(call, readings, catalog, told)
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
        _say_signs(call, readings, catalog, told)
        _refuse_without_cue(readings)
        found = find_baby(call, diary, given.baby)
        baby = found or new_baby(given.baby)
        refuse_unborn(baby, now)
        carer = find_carer(call, diary, given.carer)
        drafts = [replace(draft_of(each, baby.id, now, catalog), carer=carer) for each in readings]
        if len(drafts) == 1:
            diary.log(drafts[0], baby=None if found else baby)
        else:
            diary.log_all(drafts, baby=None if found else baby)
    names = Names.of(catalog, own)
    for reading, draft in zip(readings, drafts, strict=True):
        say(f"Saved. {saved_title(draft, names, now)}")
        for line in _lines(reading, names, now):
            if not line.startswith(("noticed", "when")):
                say(f"  {line}")
    return DONE


def _read(text: str, catalog: Catalog, now: When, own: Sequence[FamilyWord] = ()) -> tuple[Reading, ...]:
    return read_phrases(text, WordIndex(catalog, load_phrase_words(catalog.language), own), now)


def _say_signs(
    call: Call, readings: Sequence[Reading], catalog: Catalog, told: Collection[str] = ()
) -> set[str]:
    """Says what the help page says of cues that it wasn't said of yet, the family's names for them too."""
    known = {key for reading in readings for key in reading.cues if key in catalog.cues}
    print_signs(call, [catalog.cue(key) for key in sorted(known - set(told))], catalog)
    return known | set(told)


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
        if chip.understood and (said := _meant(reading, chip, names, now)):
            yield f"{NAMED[chip.part]}: {said}{_typed(reading, chip)}"
    for chip in reading.kept:
        yield f"{NAMED[chip.part]}: {reading.words(chip)}{_reason(chip)}"


def _meant(reading: Reading, chip: Chip, names: Names, now: When) -> str:
    if chip.part is Part.TIME:
        return wording.at(reading.at, now) if reading.at else ""
    if chip.part is Part.SETTLE:
        return names.settle(reading.settle) if reading.settle else ""
    return chip.shown


def _typed(reading: Reading, chip: Chip) -> str:
    """What was typed, where it wasn't the whole word."""
    return "" if chip.sure is Sure.EXACT else f" (from “{reading.words(chip)}”)"


def _reason(chip: Chip) -> str:
    reason = REASONS.get(chip.why, "") if chip.why else ""
    return f" ({reason.format(could_be(chip.candidates))})" if reason else ""
