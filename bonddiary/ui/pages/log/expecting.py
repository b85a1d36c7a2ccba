"""What the page shows before a birth, frozen."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Expecting:
    """The baby shown isn't born yet: what the page shows in place of the board."""

    name: str
    line: str
    """ "Robin · 28 weeks of pregnancy"."""
    tips: tuple[tuple[str, str], ...]
    """Keys and titles of tips for the time before the birth."""
    today: date
    problem: str = ""
