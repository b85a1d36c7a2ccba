"""What the parent makes of the board: one choice for each cue or response, and none that says nothing."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bonddiary.diary.commands import Write
from bonddiary.domain.board import BoardChoice
from bonddiary.domain.records import ref_to


def arranging(choices: Sequence[BoardChoice], present: Iterable[BoardChoice]) -> Write | None:
    """Puts choices in place of those that are there for the same keys; None where nothing would change hands."""
    there = {choice.key: choice for choice in present}
    put = [
        replace(choice, id=there[choice.key].id if choice.key in there else choice.id) for choice in choices
    ]
    plain = [choice for choice in put if (choice.name, choice.hidden, choice.place) == ("", False, None)]
    gone = tuple(ref_to(choice) for choice in plain if choice.key in there)
    kept = tuple(choice for choice in put if choice not in plain)
    return Write(kept, gone) if kept or gone else None
