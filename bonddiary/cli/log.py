"""`bonddiary log`: a phrase, or one moment by its keys."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from datetime import timedelta

from bonddiary.cli.arguments import add_baby, length, moment_of_time, words
from bonddiary.cli.babies import find_baby, new_baby, refuse_unborn
from bonddiary.cli.carers import find_carer
from bonddiary.cli.codes import DONE, BadUsage
from bonddiary.cli.command import Call, Command
from bonddiary.cli.signs import print_signs
from bonddiary.cli.terminal import say
from bonddiary.domain import wording
from bonddiary.domain.errors import InvalidEntry
from bonddiary.domain.moment import ABOUT_FROM, MomentDraft, Settle
from bonddiary.domain.when import YEARS, When

NOTHING_SAID = "Say what you noticed: bonddiary log “rooting 10 min ago, fed”, or --cue with a key."


def add_arguments(parser: ArgumentParser) -> None:
    """The command's arguments."""
    add = parser.add_argument
    add(
        "phrase",
        nargs="*",
        type=words,
        metavar="PHRASE",
        help="in your own words: rooting 10 min ago, fed, settled in 5; a ; starts the next moment",
    )
    add("--dry-run", action="store_true", help="say how the phrase is read, and save nothing")
    add(
        "--cue",
        action="append",
        default=[],
        metavar="KEY",
        help="what you noticed, such as rooting; may be repeated",
    )
    time = parser.add_mutually_exclusive_group()
    time.add_argument(
        "--at", type=moment_of_time, metavar="ISO", help="when: 2026-11-30T03:12, by this computer’s clock"
    )
    time.add_argument("--ago", type=length, metavar="TIME", help="how long ago: 10m, 2h, 1h30m")
    add(
        "--tried",
        action="append",
        default=[],
        metavar="KEY",
        help="what you tried; may be repeated, in that order",
    )
    add("--then", metavar="KEY", help="what happened next, such as out-settled")
    add("--in", dest="settled_in", type=length, metavar="TIME", help="how long that took, such as 5m")
    add("--note", type=words, default="", metavar="TEXT", help="anything else")
    add(
        "--carer",
        default="",
        metavar="LABEL",
        help="who noted it, as under Settings; usually whoever notes in the window",
    )
    add_baby(parser)


def run(call: Call, given: Namespace) -> int:
    """Saves the moment and says so once it is on the disk."""
    phrase = " ".join(given.phrase)
    if phrase.strip() and not _by_keys(given):
        from bonddiary.cli.phrase import log_phrase

        return log_phrase(call, phrase, given)
    if given.phrase and _by_keys(given):
        raise BadUsage("A phrase is unrecognized beside --cue, --at and the like. Write all of it one way.")
    if not given.cue or given.dry_run:
        raise BadUsage(NOTHING_SAID)
    return _log_keys(call, given)


def _by_keys(given: Namespace) -> bool:
    """Whether the moment is told by options."""
    return bool(given.cue or given.tried or given.then or given.note) or not (
        given.at is given.ago is given.settled_in is None
    )


def _log_keys(call: Call, given: Namespace) -> int:
    from bonddiary.analysis.names import Names
    from bonddiary.analysis.phrase.saying import saved_title
    from bonddiary.content.loader import load_catalog

    catalog, now = load_catalog(), call.clock()
    cues = [catalog.cue(key) for key in given.cue]
    responses = [catalog.response(key) for key in given.tried]
    outcome = catalog.outcome(given.then) if given.then else None
    at = _time(given, now)
    settle = None if given.settled_in is None else Settle.in_minutes(given.settled_in // timedelta(minutes=1))
    print_signs(call, cues, catalog)  # before anything else: saving goes on underneath
    with call.diary(make=True) as diary:
        found = find_baby(call, diary, given.baby)
        baby = found or new_baby(given.baby)
        refuse_unborn(baby, now)
        names = Names.of(catalog, diary.words())
        draft = MomentDraft(
            baby=baby.id,
            at=at,
            entered=now,
            cues=tuple(cue.key for cue in cues),
            about=now.utc - at.utc >= ABOUT_FROM,
            responses=tuple(response.key for response in responses),
            outcome=None if outcome is None else outcome.key,
            settle=settle,
            note=given.note.strip(),
            private=any(response.private for response in responses),
            carer=find_carer(call, diary, given.carer),
        )
        diary.log(draft, baby=None if found else baby)
    say(f"Saved. {saved_title(draft, names, now)}")
    return DONE


def _time(given: Namespace, now: When) -> When:
    if given.ago is not None:
        return now.shifted(-given.ago)
    if given.at is None:
        return now
    if given.at.year not in YEARS:  # at the ends of the calendar, days cannot be counted any more
        raise InvalidEntry("That time is too long ago or too far ahead. Look at its year.")
    at = When.from_wall(given.at, now.zone) if given.at.tzinfo is None else When.of(given.at, now.zone)
    if at.utc > now.utc:
        raise InvalidEntry(
            f"That time is still to come: it is now {wording.clock(now.wall)} on {wording.day(now.day)}."
        )
    return at


COMMAND = Command(
    "log", "save one moment: what you noticed, what you tried, what happened next", add_arguments, run
)
