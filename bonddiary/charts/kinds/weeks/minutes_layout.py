"""Where the panel of minutes stands: its heading, the band’s label, the box, and what is to be known of it."""

from dataclasses import dataclass

from bonddiary.analysis.reference import CryingDay, CryingMinutes
from bonddiary.charts.style import BODY, CAPTION, ChartStyle, wrap

HEAD, PLOT, BETWEEN, NOTE = 26.0, 104.0, 16.0, 18.0
STEP = 60
SWATCH = 28.0


@dataclass(frozen=True, slots=True)
class PlacedMinutes:
    """The panel; places are the middles of lines of text."""

    days: tuple[CryingDay, ...]
    """Those of the weeks that are drawn."""
    top: int
    """The minutes at the upper edge of the box: whole hours."""
    head: float
    label: tuple[str, ...]
    label_y: float
    y0: float
    y1: float
    notes: tuple[str, ...]
    notes_height: float

    def y(self, minutes: float) -> float:
        """Minutes as a place on the sheet."""
        return self.y1 - minutes / self.top * (self.y1 - self.y0)


def place_minutes(
    crying: CryingMinutes | None, weeks: int, y: float, width: float, style: ChartStyle
) -> tuple[PlacedMinutes | None, float]:
    """The panel from `y` downwards for so many weeks, and where the next one would begin."""
    if crying is None:
        return None, y
    scale = style.scale
    label = tuple(wrap(crying.label, width - (SWATCH + 8) * scale, BODY * scale))
    notes = tuple(line for note in crying.notes for line in wrap(note, width, CAPTION * scale))
    head = y + HEAD * scale / 2
    label_y = head + HEAD * scale
    y0 = label_y + (len(label) - 1) * NOTE * scale + HEAD * scale * 0.75
    y1 = y0 + PLOT * scale
    top = max(4 * STEP, -(-crying.most // STEP) * STEP)
    placed = PlacedMinutes(
        crying.days[-7 * weeks :], top, head, label, label_y, y0, y1, notes, (len(notes) * NOTE + 6) * scale
    )
    return placed, y1 + BETWEEN * scale
