"""`bonddiary list`: moments and care events in order of time."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from typing import TYPE_CHECKING

from bonddiary.cli.arguments import add_baby, add_period, period
from bonddiary.cli.babies import baby_there
from bonddiary.cli.codes import DONE, REFUSED
from bonddiary.cli.command import Call, Command
from bonddiary.cli.terminal import say, say_problem
from bonddiary.domain import wording
from bonddiary.domain.care import CareEvent
from bonddiary.domain.moment import Moment, Settle
from bonddiary.domain.period import Period

if TYPE_CHECKING:
    from bonddiary.analysis.names import Names
    from bonddiary.domain.board import FamilyWord

Entry = Moment | CareEvent
TIME_WIDTH = len("about 12:00am")


def add_arguments(parser: ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument(
        "--json", action="store_true", help="everything, as a JSON list with one entry a line"
    )
    add_period(parser)
    add_baby(parser)


def run(call: Call, given: Namespace) -> int:
    """Prints the entries; with --json an empty list where there are none."""
    with call.diary() as diary:
        baby = baby_there(call, diary, given.baby)
        today = call.clock().day
        span = period(given, diary.whole_period(baby.id) or Period(today, today))
        entries: list[Entry] = [*diary.moments(baby.id, span), *diary.care(baby.id, span)]
        own = diary.words()
    entries.sort(key=lambda entry: (entry.at.utc, entry.id))
    if given.json:
        _print_json(entries)
    else:
        _print_lines(entries, own)
    if not entries:
        say_problem(f"Nothing is logged from {wording.day(span.first)} to {wording.day(span.last)}.")
    return DONE if entries else REFUSED


def _print_json(entries: Sequence[Entry]) -> None:
    from bonddiary.domain.codec import encode

    # escaped to plain ASCII: no terminal's letters can spoil it
    print("[" + ",\n ".join(json.dumps(encode(entry)) for entry in entries) + "]")


def _print_lines(entries: Sequence[Entry], own: Sequence[FamilyWord]) -> None:
    from bonddiary.analysis.names import Names
    from bonddiary.content.loader import load_catalog

    names = Names.of(load_catalog(), own)
    for entry in entries:
        time = f"{'about ' if entry.about else ''}{wording.clock_plain(entry.at.wall)}"
        said = _moment_words(entry, names) if isinstance(entry, Moment) else _care_words(entry, names)
        say(f"{entry.at.day}  {time:>{TIME_WIDTH}}  {' · '.join(part for part in said if part)}")


def _moment_words(moment: Moment, names: Names) -> list[str]:
    from bonddiary.analysis.names import in_sentence, sequence

    first, *others = [names.cue(cue) for cue in moment.cues]
    tried = sequence([names.response(key) for key in moment.responses])
    return [
        wording.listed([first, *map(in_sentence, others)]),
        _how_long(moment),
        f"tried: {in_sentence(tried)}" if tried else "",
        f"then: {in_sentence(names.outcome_name(moment.outcome))}" if moment.outcome else "",
        _settled(moment.settle, names) if moment.settle else "",
        _note(moment.note, private=moment.private),
    ]


def _care_words(event: CareEvent, names: Names) -> list[str]:
    from bonddiary.analysis.care_words import care_title, care_told

    said = ", ".join((care_title(event, names), *care_told(event, names, everything=True)))
    return [said, _note(event.note, private=False)]


def _how_long(entry: Entry) -> str:
    return "" if entry.length is None else wording.length(entry.length)


def _settled(settle: Settle, names: Names) -> str:
    return f"in {names.settle(settle)}" if settle.step.timed else names.settle(settle)


def _note(note: str, *, private: bool) -> str:
    if not note:
        return ""
    return "(private note)" if private else f"“{' '.join(note.split())}”"


COMMAND = Command("list", "show moments and care events in order of time", add_arguments, run)
