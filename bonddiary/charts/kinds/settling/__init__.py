"""How long settling took: a dot for each moment with minutes, by what was tried."""

from matplotlib.figure import Figure

from bonddiary.analysis.settling import FEWEST, KEY, Settling
from bonddiary.charts.drawing import Sheet
from bonddiary.charts.heading import draw_heading, draw_message, message_height
from bonddiary.charts.kinds.settling.layout import lay_out
from bonddiary.charts.kinds.settling.rows import draw_axis, draw_rows
from bonddiary.charts.spec import ChartKind, ChartModel, Drawn
from bonddiary.charts.style import ChartStyle

MINIMUM = f"{FEWEST} moments with minutes to settle"


def draw(figure: Figure, model: ChartModel, style: ChartStyle) -> Drawn:
    """Draws the insight of analysis.settling; below its minimum, a message instead."""
    assert isinstance(model.data, Settling)
    sheet = Sheet(figure, style)
    if not model.ready:
        draw_message(sheet, model)
        return sheet.drawn()
    layout = lay_out(model.data, style.scale, sheet.width, draw_heading(sheet, model), style.titled)
    draw_axis(sheet, layout)
    draw_rows(sheet, layout)
    return sheet.drawn()


def height(model: ChartModel, width_px: int, scale: float) -> int:
    """As high as its rows; on narrow pages names stand above their dots."""
    assert isinstance(model.data, Settling)
    if not model.ready:
        return round(message_height(model, width_px, scale))
    return round(lay_out(model.data, scale, width_px).bottom)


KIND = ChartKind(KEY, "How long settling took", MINIMUM, draw, height)
