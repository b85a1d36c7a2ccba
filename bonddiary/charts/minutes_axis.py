"""An axis of minutes from left to right, with a place of its own for what is longer."""

from dataclasses import dataclass

from bonddiary.charts.style import CAPTION, text_width

LONGER = "longer"
"""Below the place for longer times."""


@dataclass(frozen=True, slots=True)
class MinutesAxis:
    """From side to side, in pixels of the sheet."""

    left: float
    right: float
    x0: float
    x1: float
    end: int
    step: int
    beyond: float | None
    """The middle of the place for longer times."""
    words_width: float
    beside: bool
    """Words stand beside their dots, not above them."""

    def x(self, minutes: float) -> float:
        """So many minutes as a place on the sheet."""
        if minutes > self.end and self.beyond is not None:
            return self.beyond
        return self.x0 + minutes / self.end * (self.x1 - self.x0)


def ticks(across: MinutesAxis, last_words: str, scale: float) -> tuple[int, ...]:
    """As many as there's room for; the first always, and the last, which says what they are."""
    room = text_width("120", CAPTION * scale) + 12 * scale
    each = (across.x1 - across.x0) / across.end
    last = text_width(last_words, CAPTION * scale) / 2 + room / 2
    step = across.step
    while step * each < room and step < across.end:
        step *= 2
    inner = [minutes for minutes in range(0, across.end, step) if (across.end - minutes) * each >= last]
    return (*inner, across.end)
