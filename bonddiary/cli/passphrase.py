"""`bonddiary passphrase`: locks a diary, and says, changes or takes away who may open it."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from bonddiary.cli.arguments import words
from bonddiary.cli.codes import DONE, BadUsage
from bonddiary.cli.command import Call, Command
from bonddiary.cli.terminal import flush, say, say_paragraph
from bonddiary.domain import wording
from bonddiary.domain.errors import DiaryError, DiaryLocked, WrongPassphrase
from bonddiary.system.running import window_is_open

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bonddiary.keys.key import Key
    from bonddiary.keys.slots import Slot

NOT_SET = "No passphrase is set. “bonddiary passphrase set” locks the diary."
ELSEWHERE = (
    "Copies on a stick or in another folder, exports and printed pages stay as they are. "
    "A disk may keep old bytes where nothing can reach them: the computer’s own disk encryption helps there."
)
OLDER = (
    "A copy that went anywhere else still opens with the earlier passphrase. Delete it there, or make the diary plain "
    "and set a passphrase anew: then old words open no later copy."
)
SECOND = "Copies in the second place follow once it is back and can be written."
FORGOTTEN = (
    "Without a passphrase nobody can open the diary, nor could anyone help. "
    "“bonddiary passphrase recovery” makes a key to write down or print."
)


def add_arguments(parser: ArgumentParser) -> None:
    """What to do, to which way in, for whom."""
    parser.add_argument("what", choices=tuple(DO), metavar="WHAT", help=", ".join(DO))
    parser.add_argument(
        "number", type=int, nargs="?", metavar="NUMBER", help="which of those that “status” lists"
    )
    parser.add_argument(
        "--for", dest="label", type=words, default="", metavar="NAME", help="whose passphrase it is"
    )
    parser.add_argument("--words", action="store_true", help="offer 5 words by chance as the new passphrase")
    parser.add_argument(
        "--all", action="store_true", help="with remove: take every passphrase away, the diary is plain again"
    )


def run(call: Call, given: Namespace) -> int:
    """Does it; the diary has to be there."""
    if not call.has_diary() and not call.guard.locked:
        with call.diary():
            pass  # says what is missing
    DO[given.what](call, given)
    return DONE


def _status(call: Call, _: Namespace) -> None:
    guard = call.guard
    if not guard.locked:
        say(NOT_SET)
        return
    say("The diary is locked. What opens it:")
    for number, slot in enumerate(guard.slots(), 1):
        say(f"{number}: {_named(slot)}")


def _set(call: Call, given: Namespace) -> None:
    from bonddiary.diary.sealing import Sealing
    from bonddiary.keys.passphrase import typed

    if call.guard.locked:
        raise DiaryError("This diary has a passphrase already. Use change, or add another one.")
    _refuse_window(call)
    with call.diary():
        pass  # opened and closed: brought up to date, and what a power cut left half done is put right
    text = _new(call, given)
    _refuse_window(call)  # typing takes a while
    made = Sealing(call.paths.diary, call.clock, call.guard).encrypt(typed(text), given.label)
    say("The diary is locked, and so are its copies here.")
    _say_left(made.left, "These couldn’t be locked and may be readable: ")
    _bring_along(call, made.key)
    for paragraph in (FORGOTTEN, ELSEWHERE):
        say_paragraph(paragraph)


def _add(call: Call, given: Namespace) -> None:
    from bonddiary.keys.passphrase import typed

    key = _key(call)
    call.guard.add_passphrase(key, typed(_new(call, given)), given.label)
    _bring_along(call, key)
    say("The new passphrase opens the diary too.")


def _change(call: Call, given: Namespace) -> None:
    from bonddiary.keys.passphrase import typed
    from bonddiary.keys.slots import Kind

    guard = call.guard
    if not guard.locked:
        raise DiaryError(NOT_SET)
    slots = [slot for slot in guard.slots() if slot.kind is Kind.PASSPHRASE]
    if given.number is not None:
        slots = [_numbered(guard.slots(), given.number)]
    before = call.secrets.ask("Passphrase now: ")
    _refuse_wrong(call, before)
    after = _new(call, given)
    for slot in slots:
        try:
            guard.change_passphrase(slot.id, typed(before), typed(after))
        except WrongPassphrase:
            continue
        still = guard.opened_by(typed(before))
        _bring_along(call, guard.unlock(typed(after)))
        if still:
            say("The passphrase is changed.")
            numbers = [str(guard.slots().index(each) + 1) for each in still]
            say(
                f"The earlier words still open the diary, as number {', '.join(numbers)}. Change that one too."
            )
            return
        say("The passphrase is changed. The earlier one opens nothing here any more.")
        say_paragraph(OLDER)
        return
    raise WrongPassphrase.here()


def _remove(call: Call, given: Namespace) -> None:
    from bonddiary.diary.sealing import Sealing

    if given.all == (given.number is not None):
        raise BadUsage("Give the NUMBER that “status” lists, or --all to make the diary plain again.")
    if not given.all:
        key = _key(call)
        call.guard.remove(key, _numbered(call.guard.slots(), given.number).id)
        say("That one doesn’t open the diary any more, nor its copies here.")
        _bring_along(call, key)
        say_paragraph(OLDER)
        return
    _refuse_window(call)
    key, sealing = _key(call), Sealing(call.paths.diary, call.clock, call.guard)
    _refuse_window(call)  # typing takes a while
    left = sealing.decrypt(key)
    say("The diary is plain again: anyone who uses this computer’s account can read it.")
    _say_left(left, "These copies aren’t whole and stay locked: ")
    if sealing.kept_keys is not None:
        say_paragraph(f"{sealing.kept_keys.name} is kept: with it the passphrase still opens them.")


def _recovery(call: Call, _: Namespace) -> None:
    key, guard = _key(call), call.guard
    made = guard.new_recovery_key(key)
    say(f"Recovery key: {made.text}")
    say_paragraph(
        "Write it down and keep it away from this computer. It opens the diary without a passphrase."
    )
    flush()
    first, second = (number + 1 for number in made.asked)
    typed_back = [call.secrets.ask(f"Group {number} of 7, to be sure: ") for number in (first, second)]
    guard.keep_recovery_key(key, made, typed_back)
    _bring_along(call, key)
    say("The recovery key opens the diary. An earlier one doesn’t any more.")


def _bring_along(call: Call, key: Key) -> None:
    """Copies in the second place get the ways in of now."""
    from bonddiary.diary.copies import Backups
    from bonddiary.system.settings import load_settings

    place = load_settings(call.paths.settings).second_place
    if place and not Backups(call.paths.diary, call.clock, key).bring_along(Path(place)):
        say(SECOND)


def _new(call: Call, given: Namespace) -> str:
    from bonddiary.keys.strength import strength

    if given.words:
        from bonddiary.keys.words import offered

        say(f"Five words by chance: {offered()}")
        say("Write them down before you go on, then type them. Or type your own.")
        flush()
    text = call.secrets.ask_new("New passphrase")
    found = strength(text)
    say(f"That is {found.words}.")
    if found.caution:
        say(found.caution)
    return text


def _key(call: Call) -> Key:
    key = call.key()
    if key is None:
        raise DiaryError(NOT_SET)
    return key


def _refuse_wrong(call: Call, text: str) -> None:
    """Said before a new one is asked for."""
    from bonddiary.keys.passphrase import typed

    call.guard.unlock(typed(text)).forget()


def _refuse_window(call: Call) -> None:
    if window_is_open(call.paths.lock):
        raise DiaryLocked("Bond Diary is open. Close its window first, then try again.")


def _numbered(slots: Sequence[Slot], number: int) -> Slot:
    if not 1 <= number <= len(slots):
        raise BadUsage(f"There is no number {number}. “bonddiary passphrase status” lists what there is.")
    return slots[number - 1]


def _named(slot: Slot) -> str:
    from bonddiary.keys.slots import Kind

    since = f"since {wording.day(date.fromisoformat(slot.made))}"
    if slot.kind is Kind.RECOVERY:
        return f"the recovery key, {since}"
    return f"passphrase of {slot.label}, {since}" if slot.label else f"a passphrase, {since}"


def _say_left(left: Sequence[Path], before: str) -> None:
    if left:
        say_paragraph(before + ", ".join(path.name for path in left))


DO: dict[str, Callable[[Call, Namespace], None]] = {
    "status": _status,
    "set": _set,
    "change": _change,
    "add": _add,
    "remove": _remove,
    "recovery": _recovery,
}
COMMAND = Command("passphrase", "lock the diary, or say and change who may open it", add_arguments, run)
