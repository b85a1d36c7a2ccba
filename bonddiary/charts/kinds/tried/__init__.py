"""What we tried, and then: under each cue what was tried, how often, and what happened next."""

from matplotlib.figure import Figure

from bonddiary.analysis.intervals import ENOUGH_TO_SAY
from bonddiary.analysis.tried import KEY, Tried
from bonddiary.charts.drawing import Sheet
from bonddiary.charts.heading import draw_heading, draw_message, message_height
from bonddiary.charts.kinds.tried.layout import lay_out
from bonddiary.charts.kinds.tried.lines import draw_cues, draw_key
from bonddiary.charts.spec import ChartKind, ChartModel, Drawn
from bonddiary.charts.style import ChartStyle

MINIMUM = f"the same thing tried {ENOUGH_TO_SAY} times after the same cue"


def draw(figure: Figure, model: ChartModel, style: ChartStyle) -> Drawn:
    """Draws the insight of analysis.tried; below its minimum, a message instead."""
    assert isinstance(model.data, Tried)
    sheet = Sheet(figure, style)
    if not model.ready:
        draw_message(sheet, model)
        return sheet.drawn()
    layout = lay_out(model.data, style.scale, sheet.width, draw_heading(sheet, model), style.titled)
    draw_key(sheet, layout)
    draw_cues(sheet, layout)
    return sheet.drawn()


def height(model: ChartModel, width_px: int, scale: float) -> int:
    """As high as its lines; on narrow pages dots and numbers go below the words."""
    assert isinstance(model.data, Tried)
    if not model.ready:
        return round(message_height(model, width_px, scale))
    return round(lay_out(model.data, scale, width_px).bottom)


KIND = ChartKind(KEY, "What we tried, and then", MINIMUM, draw, height)
