"""Which baby a command is about."""

from typing import TYPE_CHECKING

from bonddiary.cli.command import Call
from bonddiary.domain.baby import Baby, marks_of
from bonddiary.domain.errors import InvalidEntry, NotFound
from bonddiary.domain.ids import BabyId, new_id
from bonddiary.domain.when import When
from bonddiary.system.settings import load_settings

if TYPE_CHECKING:
    from bonddiary.diary.diary import Diary


def find_baby(call: Call, diary: "Diary", nickname: str) -> Baby | None:
    """The baby called so, else the one shown last, else the first; None in a diary without babies.

    Raises NotFound for a name that no baby has.
    """
    everyone = diary.all(Baby)
    if nickname and everyone:
        return _named(everyone, nickname)
    present = [baby for baby in everyone if not baby.archived] or everyone
    last = load_settings(call.paths.settings).last_baby
    return next((baby for baby in present if baby.id == last), present[0] if present else None)


def baby_there(call: Call, diary: "Diary", nickname: str) -> Baby:
    """Like find_baby, for commands that need one. Raises NotFound."""
    baby = find_baby(call, diary, nickname)
    if baby is None:
        raise NotFound("There is nothing in this diary yet. Log something first.")
    return baby


def new_baby(nickname: str) -> Baby:
    """A baby for a diary that has none."""
    return Baby(id=BabyId(new_id()), nickname=nickname)


def refuse_unborn(baby: Baby, now: When) -> None:
    """Raises InvalidEntry where the baby isn't born yet, going by the due date: nothing can be noted of them."""
    if baby.expected(now.day):
        name = baby.nickname or "Your baby"
        raise InvalidEntry(
            f"{name} isn’t born yet, going by the due date. You can note cues from the birth on."
        )


def _named(babies: tuple[Baby, ...], asked: str) -> Baby:
    """By nickname; one without, beside others, by the name that the window gives them: Baby 2."""
    given = [(baby.nickname, baby) for baby in babies if baby.nickname]
    if len(babies) > 1:
        marks = marks_of(babies)
        given += [(marks[baby.id].name, baby) for baby in babies if not baby.nickname]
    for name, baby in given:
        if name.casefold() == asked.casefold():
            return baby
    known = f" There is: {', '.join(name for name, _ in given)}." if given else " Leave --baby out."
    raise NotFound(f"There is no baby called “{asked}” in this diary.{known}")
