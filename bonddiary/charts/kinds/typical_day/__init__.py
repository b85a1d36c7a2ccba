"""The typical day: all logged days laid over one another, half hour by half hour."""

from matplotlib.figure import Figure

from bonddiary.analysis.typical_day import FEWEST_DAYS, KEY, LOGGED_OF_TEN, TypicalDay
from bonddiary.charts.drawing import Sheet
from bonddiary.charts.heading import draw_heading, draw_message, message_height
from bonddiary.charts.kinds.typical_day.layout import lay_out
from bonddiary.charts.kinds.typical_day.strips import draw_frame, draw_strips, hit_strips
from bonddiary.charts.spec import ChartKind, ChartModel, Drawn
from bonddiary.charts.style import ChartStyle


def draw(figure: Figure, model: ChartModel, style: ChartStyle) -> Drawn:
    """Draws the insight of analysis.typical_day; below its minimum, a message instead."""
    assert isinstance(model.data, TypicalDay)
    sheet = Sheet(figure, style)
    if not model.ready:
        draw_message(sheet, model)
        return sheet.drawn()
    top = draw_heading(sheet, model)
    bottom = None if style.titled else sheet.height
    layout = lay_out(model.data, style.scale, sheet.width, top, style.titled, bottom)
    draw_frame(sheet, layout)
    draw_strips(sheet, layout)
    hit_strips(sheet, layout)
    return sheet.drawn()


def height(model: ChartModel, width_px: int, scale: float) -> int:
    """One strip for each of crying or fussing, sleep and feeds that was logged."""
    assert isinstance(model.data, TypicalDay)
    if not model.ready:
        return round(message_height(model, width_px, scale))
    return round(lay_out(model.data, scale, width_px).bottom)


KIND = ChartKind(
    KEY,
    "The typical day",
    f"{FEWEST_DAYS} days, with something logged on {LOGGED_OF_TEN} of every 10",
    draw,
    height,
)
