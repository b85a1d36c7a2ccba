"""What the strip for care events says."""

from datetime import timedelta
from typing import TYPE_CHECKING

from bonddiary.analysis.care_words import care_title, own_drawing
from bonddiary.analysis.names import Names, in_sentence
from bonddiary.domain import wording
from bonddiary.domain.care import CareEvent, Unit
from bonddiary.domain.period import Period
from bonddiary.domain.when import When

if TYPE_CHECKING:
    from bonddiary.diary.diary import Diary

__all__ = ["last_unit", "length_words", "own_drawing", "strip_title", "waiting_words"]
REMEMBERED = timedelta(days=14)
"""How far back the unit used last is looked for."""


def strip_title(event: CareEvent, names: Names, now: When) -> str:
    """ "Feed, 3:12am", "Sleep, yesterday 11:55pm to 3:12am"."""
    ended = "" if event.until is None else f" to {wording.clock(event.until.wall)}"
    return f"{care_title(event, names)}, {wording.at(event.at, now)}{ended}"


def length_words(event: CareEvent) -> str:
    """How long it lasted, as the field shows it; blank when not said."""
    return "" if event.length is None else wording.length(event.length)


def last_unit(diary: "Diary", event: CareEvent, now: When) -> Unit | None:
    """The unit used last for an amount of this kind, and of this measure where there are several."""
    days = Period(now.shifted(-REMEMBERED).day, now.day)
    units = [
        other.unit
        for other in diary.care(event.baby, days)
        if other.kind is event.kind
        and other.unit is not None
        and other.value is not None
        and other.detail("measure") == event.detail("measure")
    ]
    return units[-1] if units else None


def waiting_words(pressed: list[str], changed: int) -> str:
    """What isn't saved; blank when everything is."""
    parts = [f"this {in_sentence(pressed[0])}"] if len(pressed) == 1 else []
    if len(pressed) > 1:
        parts = [f"these {len(pressed)} entries"]
    if changed:
        parts.append("this change" if changed == 1 else f"these {changed} changes")
    if not parts:
        return ""
    verb = "isn’t" if len(pressed) + changed == 1 else "aren’t"
    said = f"{' and '.join(parts)} {verb} saved yet."
    return said[0].upper() + said[1:]
