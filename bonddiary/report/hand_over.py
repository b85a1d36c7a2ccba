"""The hand-over sheet: half a page for a night shift, a nursery or a grandparent. No notes are ever on it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bonddiary.analysis.care_words import kind_name
from bonddiary.analysis.insight import Table
from bonddiary.analysis.intervals import ENOUGH_TO_SAY
from bonddiary.analysis.names import Names
from bonddiary.analysis.phrasebook import Phrase, Phrasebook
from bonddiary.analysis.sequences import Line, LineKind
from bonddiary.domain import wording
from bonddiary.domain.baby import Baby
from bonddiary.domain.care import CareEvent, CareKind
from bonddiary.domain.direction import apart
from bonddiary.domain.guidance import SafetyGuide
from bonddiary.domain.ids import CueKey
from bonddiary.domain.when import When
from bonddiary.report.document import Block, Grid, Items, PageKind, ReportDocument, Words
from bonddiary.report.request import NameShown, Section

MOST_CUES = 8
"""So many cards fit on half a page in readable type."""
LINES = 2
"""At most so many things that were tried are printed for a cue: those used most often."""
LAST = (CareKind.FEED, CareKind.SLEEP, CareKind.NAPPY)
EVERY_CUE = "Each cue may mean several things, or something else today."
CUES = "What you may notice, and what we tried"
NOW_THIS, SELDOM = "now this, now that", "seldom noted"
BLANK_LINES = 2
WRITTEN = "From a family’s own diary. Counts, not causes. Not a medical assessment."


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOverRequest:
    """What a parent puts on the sheet. Whatever isn't named here is not on it."""

    cues: tuple[CueKey, ...] = ()
    """The cards of the phrasebook to print, in any order."""
    name: NameShown = NameShown.NICKNAME
    last_care: bool = False
    """Whether it says when a feed, a sleep and a nappy were logged last."""
    hard: str = ""
    """What this family does when it gets hard, in its own words; blank: lines to write on."""
    numbers: str = ""
    """Whom to call, in the family's words, where a parent chose to print them; blank: lines to write on."""
    language: str = "en-GB"
    grey: bool = False
    large: bool = False


def hand_over(
    request: HandOverRequest,
    book: Phrasebook,
    care: Iterable[CareEvent],
    guide: SafetyGuide,
    names: Names,
    baby: Baby,
    now: When,
    version: str,
) -> ReportDocument:
    """The sheet. Pure: the same input gives the same sheet."""
    chosen = [phrase for phrase in book.phrases if phrase.cue in request.cues]
    blocks: list[Block] = []
    if chosen:
        blocks.append(_cues(chosen, book))
    cautions = [_caution(phrase, names) for phrase in chosen if _caution(phrase, names)]
    if cautions:
        blocks.append(Items(section=Section.TRIED, heading="Worth knowing", items=tuple(cautions)))
    if request.last_care:
        blocks.append(_last(care, names, now))
    blocks.append(_hard(request))
    blocks.append(_numbers(request))
    blocks.append(Items(section=Section.COPING, heading="Looking after them safely", items=guide.hand_over))
    called = _called(request.name, baby)
    return ReportDocument(
        kind=PageKind.HAND_OVER,
        language=request.language,
        title=f"Looking after {called or 'the baby'}",
        under_title=(f"For whoever is with {called or 'the baby'} next. {wording.day(now.day)}.",),
        logged_heading="",
        logged=(),
        blocks=tuple(blocks),
        foot=(WRITTEN,),
        made=f"Made with Bond Diary {version} on {wording.day(now.day)}.",
        made_on=now.day,
        inside=_inside(request, chosen, called),
        grey=request.grey,
        large=request.large,
        file_stem="hand-over-sheet",
    )


def sheet_rows(phrase: Phrase) -> tuple[tuple[str, str, str], ...]:
    """A card as short lines: the cue, what was tried, what happened then. Those used most often, in that order."""
    head = f"{phrase.name}, {wording.counted(phrase.times, 'time')}"
    lines = [line for line in phrase.lines.lines if line.kind is LineKind.TRIED][:LINES]
    if not lines:
        return ((head, NOW_THIS, SELDOM),)
    return tuple((head, _tried(line), _then(line, phrase)) for line in lines)


def _cues(phrases: Sequence[Phrase], book: Phrasebook) -> Grid:
    return Grid(
        section=Section.TRIED,
        heading=CUES,
        table=Table(
            caption=CUES,
            headers=("You may notice", "What we tried", "And then"),
            rows=tuple(row for phrase in phrases for row in sheet_rows(phrase)),
        ),
        lead=EVERY_CUE,
        small=(f"{book.counted_from} In order of how often, not of what came after.",),
    )


def _tried(line: Line) -> str:
    return f"{line.name}, {wording.counted(line.times, 'time')}"


def _then(line: Line, phrase: Phrase) -> str:
    if line.recorded < ENOUGH_TO_SAY:
        return SELDOM
    return f"{phrase.lines.settled_as} {line.settled} of {line.recorded}"


def _caution(phrase: Phrase, names: Names) -> str:
    known = names.catalog.cues.get(phrase.cue)
    if known is None or not known.signs:
        return ""
    return f"{phrase.name}: this can be a sign of illness too. If you are worried, get help first."


def _last(care: Iterable[CareEvent], names: Names, now: When) -> Items:
    kept = [event for event in care if event.deleted is None and event.at.utc <= now.utc]
    return Items(
        section=Section.CARE,
        heading="Logged last",
        lead=f"As at {wording.at(now, now)}. There may have been more since.",
        items=tuple(_last_of(kept, names, now)),
    )


def _last_of(care: Sequence[CareEvent], names: Names, now: When) -> Iterator[str]:
    for kind in LAST:
        newest = max(
            (event for event in care if event.kind is kind), key=lambda each: each.at.utc, default=None
        )
        when = "not logged lately" if newest is None else _when(newest, now)
        yield f"{kind_name(kind, names)}: {when}"


def _when(event: CareEvent, now: When) -> str:
    about = "about " if event.about else ""
    begun = f"{about}{wording.at(event.at, now)}"
    return begun if event.until is None else f"{begun}, to {wording.clock(event.until.wall)}"


def _hard(request: HandOverRequest) -> Words | Items:
    heading = "What we do when it gets hard"
    if request.hard.strip():
        return Words(section=Section.COPING, heading=heading, paragraphs=_paragraphs(request.hard))
    return Items(section=Section.COPING, heading=heading, items=(), lines=BLANK_LINES)


def _numbers(request: HandOverRequest) -> Words | Items:
    heading = "Whom to call"
    if request.numbers.strip():
        return Words(section=Section.COPING, heading=heading, paragraphs=_paragraphs(request.numbers))
    return Items(section=Section.COPING, heading=heading, items=(), lines=BLANK_LINES)


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _called(shown: NameShown, baby: Baby) -> str:
    name = baby.nickname.strip()
    if shown is NameShown.NONE or not name:
        return ""
    return apart(name, right_to_left=False) if shown is NameShown.NICKNAME else f"{name[:1].upper()}."


def _inside(request: HandOverRequest, chosen: Sequence[Phrase], called: str) -> str:
    parts = [f"{wording.counted(len(chosen), 'cue')}" if chosen else "No cues"]
    parts.append("No notes")
    parts.append(f"Name: {called}" if called else "No name")
    if request.last_care:
        parts.append("Times of the last feed, sleep and nappy")
    if request.numbers.strip():
        parts.append("Your own numbers")
    return f"In it: {'. '.join(part.rstrip('.') for part in parts)}."
