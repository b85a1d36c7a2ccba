"""What came before each cue: a dot for each moment, by how long after a feed, a sleep or a nappy it was noted."""

from matplotlib.figure import Figure

from bonddiary.analysis.before_cues import KEY
from bonddiary.analysis.before_rows import FEWEST, BeforeCues
from bonddiary.charts.drawing import Sheet
from bonddiary.charts.heading import draw_heading, draw_message, message_height
from bonddiary.charts.kinds.before_cues.layout import lay_out
from bonddiary.charts.kinds.before_cues.rows import draw_axis, draw_cues
from bonddiary.charts.spec import ChartKind, ChartModel, Drawn
from bonddiary.charts.style import ChartStyle

MINIMUM = f"{FEWEST} moments of one cue after a logged feed, sleep or nappy"


def draw(figure: Figure, model: ChartModel, style: ChartStyle) -> Drawn:
    """Draws the insight of analysis.before_cues; below its minimum, a message instead."""
    assert isinstance(model.data, BeforeCues)
    sheet = Sheet(figure, style)
    if not model.ready:
        draw_message(sheet, model)
        return sheet.drawn()
    layout = lay_out(model.data, style.scale, sheet.width, draw_heading(sheet, model), style.titled)
    draw_axis(sheet, layout)
    draw_cues(sheet, layout)
    return sheet.drawn()


def height(model: ChartModel, width_px: int, scale: float) -> int:
    """As high as its rows; on narrow pages words stand above their dots."""
    assert isinstance(model.data, BeforeCues)
    if not model.ready:
        return round(message_height(model, width_px, scale))
    return round(lay_out(model.data, scale, width_px).bottom)


KIND = ChartKind(KEY, "What came before each cue", MINIMUM, draw, height)
