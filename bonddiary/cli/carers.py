"""Who is noting, for commands that log."""

from typing import TYPE_CHECKING

from bonddiary.cli.command import Call
from bonddiary.domain.baby import Carer
from bonddiary.domain.errors import NotFound
from bonddiary.domain.ids import CarerId
from bonddiary.system.settings import load_settings

if TYPE_CHECKING:
    from bonddiary.diary.diary import Diary


def find_carer(call: Call, diary: "Diary", label: str) -> CarerId | None:
    """The carer with this label, else the one who notes in the window; None where nobody said.

    Raises NotFound for a label that no carer has.
    """
    present = [carer for carer in diary.all(Carer) if not carer.archived]
    if not label:
        last = load_settings(call.paths.settings).last_carer
        return next((carer.id for carer in present if carer.id == last), None)
    for carer in present:
        if carer.label.casefold() == label.casefold():
            return carer.id
    known = ", ".join(carer.label for carer in present)
    there = f"There is: {known}." if known else "Carers are added in the window, under Settings."
    raise NotFound(f"There is no carer called “{label}” in this diary. {there}")
