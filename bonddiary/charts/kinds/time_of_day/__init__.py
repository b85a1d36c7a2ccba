"""When do we notice each kind? Kinds of cue by 3-hour blocks, a number in each cell on one tint."""

from matplotlib.figure import Figure

from bonddiary.analysis.time_of_day import FEWEST_DAYS, FEWEST_MOMENTS, KEY, TimeOfDay
from bonddiary.charts.drawing import Sheet
from bonddiary.charts.heading import draw_heading, draw_message, message_height
from bonddiary.charts.kinds.time_of_day.cells import draw_cells, draw_names, hit_cells
from bonddiary.charts.kinds.time_of_day.layout import lay_out
from bonddiary.charts.spec import ChartKind, ChartModel, Drawn
from bonddiary.charts.style import ChartStyle


def draw(figure: Figure, model: ChartModel, style: ChartStyle) -> Drawn:
    """Draws the insight of analysis.time_of_day; below its minimum, a message instead."""
    assert isinstance(model.data, TimeOfDay)
    sheet = Sheet(figure, style)
    if not model.ready:
        draw_message(sheet, model)
        return sheet.drawn()
    layout = lay_out(model.data, style.scale, sheet.width, draw_heading(sheet, model), style.titled)
    draw_cells(sheet, layout)
    draw_names(sheet, layout)
    hit_cells(sheet, layout)
    return sheet.drawn()


def height(model: ChartModel, width_px: int, scale: float) -> int:
    """As high as its rows; on narrow pages the day runs downwards."""
    assert isinstance(model.data, TimeOfDay)
    if not model.ready:
        return round(message_height(model, width_px, scale))
    return round(lay_out(model.data, scale, width_px).bottom)


KIND = ChartKind(
    KEY, "When do we notice each kind?", f"{FEWEST_MOMENTS} moments on {FEWEST_DAYS} days", draw, height
)
