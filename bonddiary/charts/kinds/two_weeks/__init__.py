"""The Two-weeks chart: one row a day, 24 hours across, like a page of music."""

from matplotlib.figure import Figure

from bonddiary.analysis.two_weeks import FEWEST_DAYS, KEY, TwoWeeks
from bonddiary.charts.drawing import Sheet
from bonddiary.charts.heading import draw_heading, draw_message, message_height, picture_bottom
from bonddiary.charts.kinds.two_weeks.frame import draw_band, draw_grid, draw_key
from bonddiary.charts.kinds.two_weeks.layout import lay_out, preferred_height
from bonddiary.charts.kinds.two_weeks.rows import draw_rows, hit_rows
from bonddiary.charts.spec import ChartKind, ChartModel, Drawn
from bonddiary.charts.style import ChartStyle


def draw(figure: Figure, model: ChartModel, style: ChartStyle) -> Drawn:
    """Draws the insight of analysis.two_weeks; below its minimum, a message instead."""
    assert isinstance(model.data, TwoWeeks)
    sheet = Sheet(figure, style)
    if not model.ready:
        draw_message(sheet, model)
        return sheet.drawn()
    top = draw_heading(sheet, model)
    layout = lay_out(model.data, style, sheet.width, top, picture_bottom(sheet))
    draw_key(sheet, layout)
    draw_band(sheet, layout, model.data)
    draw_grid(sheet, layout)
    draw_rows(sheet, layout)
    hit_rows(sheet, layout)
    return sheet.drawn()


def height(model: ChartModel, width_px: int, scale: float) -> int:
    """Rows keep a readable height, so more days make a taller chart, up to 92 rows."""
    assert isinstance(model.data, TwoWeeks)
    if not model.ready:
        return round(message_height(model, width_px, scale))
    return preferred_height(model.data, width_px, scale)


KIND = ChartKind(KEY, "Two weeks", f"{FEWEST_DAYS} days logged", draw, height)
