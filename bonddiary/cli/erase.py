"""`bonddiary erase`: erases for good, from the diary and from its copies beside it. Says first what would go."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from bonddiary.cli.arguments import add_baby, add_period, period, words
from bonddiary.cli.babies import baby_there
from bonddiary.cli.codes import DONE, REFUSED, BadUsage
from bonddiary.cli.command import Call, Command
from bonddiary.cli.terminal import say, say_problem
from bonddiary.domain import wording
from bonddiary.domain.erasing import (
    LIMITS,
    NO_WAY_BACK,
    REACH,
    REACH_OF_ALL,
    WORD,
    ToErase,
    confirms,
    in_words,
    stay_closed,
    told,
)
from bonddiary.domain.errors import DiaryLocked, NoSuchDiary, NotFound
from bonddiary.domain.period import Period
from bonddiary.system.running import window_is_open

if TYPE_CHECKING:
    from bonddiary.diary.diary import Diary
    from bonddiary.diary.erasing_for_good import ErasingForGood

COPY_FIRST = "“bonddiary backup --to FOLDER” makes a copy elsewhere first. It keeps what you erase here."


def add_arguments(parser: ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument(
        "--entry",
        action="append",
        default=[],
        type=words,
        metavar="ID",
        help="an entry; “list --json” has its id",
    )
    parser.add_argument(
        "--deleted", action="store_true", help="what was deleted and could still be brought back"
    )
    add_period(parser)
    add_baby(parser)
    parser.add_argument(
        "--whole-baby", action="store_true", help="the baby that --baby names, with all that is theirs"
    )
    parser.add_argument(
        "--everything", action="store_true", help="the diary, its copies here and your choices"
    )
    parser.add_argument(
        "--confirm", type=words, default="", metavar="WORD", help="the word that this command asks for"
    )


def run(call: Call, given: Namespace) -> int:
    """Says what would go, and erases it where that is confirmed."""
    _refuse_unclear(given)
    if not call.has_diary() and not given.everything:
        raise NoSuchDiary(f"There is no diary in {call.paths.data} yet. Give its folder with --data-dir.")
    if window_is_open(call.paths.lock):
        raise DiaryLocked("Bond Diary is open. Close its window first, or erase under Settings there.")
    if given.everything:
        return _everything(call, given)
    with call.diary() as diary:
        what, name, word = _asked(call, diary, given)
    erasing = _erasing(call)
    if not confirms(given.confirm, word):
        much = erasing.count(what)
        held = in_words(much)
        reach = f"{REACH} {stay_closed(much.closed)}" if much.closed else REACH
        return _ask(f"This erases {name}: {held}." if held else f"This erases {name}.", reach, word)
    say(told(erasing.erase(what)))
    return DONE


def _refuse_unclear(given: Namespace) -> None:
    days = given.first is not None or given.last is not None
    ways = (bool(given.entry), given.deleted, days, given.whole_baby, given.everything)
    if sum(ways) != 1:
        raise BadUsage(
            "Say one thing to erase: --entry, --deleted, --from and --to, --whole-baby or --everything."
        )
    if days and (given.first is None or given.last is None):
        raise BadUsage("Give both --from and --to, so that it is clear which days go.")
    if given.whole_baby and not given.baby.strip():
        raise BadUsage("Say with --baby which baby goes.")


def _asked(call: Call, diary: Diary, given: Namespace) -> tuple[ToErase, str, str]:
    """What is to go, how it is called, and the word that confirms it."""
    if given.entry:
        from bonddiary.domain.records import Kind, Ref

        refs = [Ref(kind, id) for id in given.entry for kind in (Kind.MOMENT, Kind.CARE)]
        there = frozenset(ref.id for ref in diary.existing(refs))
        if missing := [id for id in given.entry if id not in there]:
            raise NotFound(f"There is no entry “{missing[0]}” in this diary.")
        return ToErase(entries=there), wording.counted(len(there), "entry", "entries"), WORD
    if given.deleted:
        from bonddiary.domain.baby import Baby

        gone = [entry.id for baby in diary.all(Baby) for entry in diary.recently_deleted(baby.id)]
        if not gone:
            raise NotFound("Recently deleted is empty.")
        return ToErase(entries=frozenset(map(str, gone))), "what was moved to “Recently deleted”", WORD
    if given.whole_baby:
        baby = baby_there(call, diary, given.baby)
        return ToErase(baby=baby.id), f"{baby.nickname} with all entries", baby.nickname
    span = period(given, Period(given.first, given.last))
    days = f"{wording.day(span.first)} to {wording.day(span.last)}"
    whose = baby_there(call, diary, given.baby) if given.baby else None
    return ToErase(days=span, baby=whose.id if whose else None), f"the days from {days}", WORD


def _everything(call: Call, given: Namespace) -> int:
    if not confirms(given.confirm, WORD):
        return _ask("This erases everything.", REACH_OF_ALL.partition(". ")[0] + ".", WORD)
    _erasing(call, everything=True).erase_everything()
    say("Everything is erased.")
    return DONE


def _ask(what: str, reach: str, word: str) -> int:
    for line in (what, NO_WAY_BACK, reach, *LIMITS, COPY_FIRST):
        say(line)
    say_problem(f"Nothing is erased yet. To go on, give the same again with --confirm “{word}”.")
    return REFUSED


def _erasing(call: Call, *, everything: bool = False) -> ErasingForGood:
    from bonddiary.diary.copies import Backups
    from bonddiary.diary.erasing_for_good import ErasingForGood

    key = call.key() if call.has_diary() and not everything else None
    return ErasingForGood(call.paths, Backups(call.paths.diary, call.clock, key))


COMMAND = Command(
    "erase", "erase entries, days, a baby or everything, without a way back", add_arguments, run
)
