"""`bonddiary backup`, `restore` and `check`: copies of the diary, an older one back, and whether all is whole."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from bonddiary.cli.codes import DONE, REFUSED
from bonddiary.cli.command import Call, Command
from bonddiary.cli.terminal import say, say_problem
from bonddiary.domain import wording
from bonddiary.domain.errors import DiaryError, DiaryLocked, InvalidEntry, NoSuchDiary
from bonddiary.domain.when import When
from bonddiary.system.running import window_is_open
from bonddiary.system.synced import synced_by

if TYPE_CHECKING:
    from bonddiary.diary.copies import Backups
    from bonddiary.domain.copies import Copy


def add_backup_arguments(parser: ArgumentParser) -> None:
    """The arguments of `backup`."""
    parser.add_argument(
        "--to", type=Path, metavar="FOLDER", help="a folder of your choice: a stick, another disk"
    )


def add_restore_arguments(parser: ArgumentParser) -> None:
    """The arguments of `restore`."""
    parser.add_argument(
        "number",
        type=int,
        nargs="?",
        metavar="NUMBER",
        help="which copy becomes the diary; without it they are listed",
    )
    parser.add_argument(
        "--what-can-be-read",
        action="store_true",
        help="of a damaged diary, keep every entry that can still be read",
    )


def add_check_arguments(parser: ArgumentParser) -> None:
    """`check` takes none."""


def run_backup(call: Call, given: Namespace) -> int:
    """Copies the diary, opens the copy, compares, and says where it is."""
    from bonddiary.domain.copies import Why

    with call.diary():
        pass  # opened and closed: what a power cut left half done is put right first
    backups = _backups(call)
    if given.to is not None:
        say(f"Copied and compared: {backups.make_in(given.to.expanduser().absolute())}")
        return DONE
    made = backups.make(Why.ASKED)
    say(f"Copied and compared: {backups.folder / made.name}, {_entries(made)}.")
    return DONE


def run_restore(call: Call, given: Namespace) -> int:
    """Lists the copies, or makes one of them the diary again. What is there now is kept."""
    backups = _backups(call)
    if given.number is None and not given.what_can_be_read:
        return _list(call, backups)
    if given.number is not None and given.what_can_be_read:
        raise InvalidEntry("Give a copy’s number or --what-can-be-read, not both.")
    copy = None if given.number is None else backups.numbered(given.number)
    if window_is_open(call.paths.lock):
        raise DiaryLocked("Bond Diary is open. Close its window first, then try again.")
    if copy is None:
        return _salvage(backups)
    aside = backups.put_back(copy)
    say(f"The diary is as it was {_when(call, copy)}: {_entries(copy)}.")
    if aside is not None:
        say(f"The diary that was there couldn’t be read. It is kept: {aside}")
    else:
        say("The diary that was there is the newest copy.")
    return DONE


def _salvage(backups: Backups) -> int:
    found = backups.salvage()
    say(
        f"Read: {wording.counted(found.records, 'record', 'records')}. The damaged file is kept beside the copies."
    )
    if found.unread:
        say_problem(f"Up to {wording.counted(found.unread, 'place', 'places')} can’t be read.")
    return DONE


def run_check(call: Call, given: Namespace) -> int:
    """Looks at every part of the diary and of its copies; names what isn't whole."""
    backups = _backups(call)
    wrong = 0
    try:
        with call.diary():
            pass
        found = backups.wrong_with_diary()
    except DiaryError as error:
        found = [str(error)]
    for line in found[:10]:
        say_problem(line)
    wrong += bool(found)
    if not found:
        say("The diary is whole.")
    for copy in backups.all():
        try:
            backups.check(copy)
        except DiaryError as error:
            say_problem(str(error))
            wrong += 1
        else:
            say(f"Copy {copy.number} is whole: {_when(call, copy)}, {_entries(copy)}.")
    if service := synced_by(call.paths.data):
        say(f"The diary’s folder seems to be shared with {service}. That can damage an open diary.")
    if found and backups.all():
        say("“bonddiary restore NUMBER” makes a copy the diary again. What is there now is kept.")
    return REFUSED if wrong else DONE


def _list(call: Call, backups: Backups) -> int:
    copies = backups.all()
    if not copies:
        say_problem("There are no copies yet. “bonddiary backup” makes one.")
        return REFUSED
    for copy in copies:
        days = f", up to {wording.day(copy.last)}" if copy.last else ""
        say(f"{copy.number}: {_when(call, copy)}, {_entries(copy)}{days}")
    return DONE


def _backups(call: Call) -> Backups:
    from bonddiary.diary.copies import Backups

    if not call.has_diary() and not (call.paths.data / "backups").is_dir():
        raise NoSuchDiary(f"There is no diary in {call.paths.data} yet. Give its folder with --data-dir.")
    return Backups(call.paths.diary, call.clock, call.key())


def _when(call: Call, copy: Copy) -> str:
    made = When.of(copy.made, call.clock().zone)
    return f"on {wording.day(made.day)} at {wording.clock(made.wall)}"


def _entries(copy: Copy) -> str:
    return wording.counted(copy.entries, "entry", "entries")


BACKUP = Command(
    "backup", "copy the diary, and look whether the copy is whole", add_backup_arguments, run_backup
)
RESTORE = Command(
    "restore", "list the copies, or make one the diary again", add_restore_arguments, run_restore
)
CHECK = Command("check", "look whether the diary and its copies are whole", add_check_arguments, run_check)
