"""Each day as a small ruler of 24 hours in the paper diaries' six behaviours, filled with patterns; or empty, to fill in."""

from matplotlib.figure import Figure

from bonddiary.analysis.behaviours import KEY, ProfileDays
from bonddiary.charts.drawing import Sheet
from bonddiary.charts.heading import draw_heading, draw_message, message_height
from bonddiary.charts.kinds.rulers.frame import draw_frame, draw_key
from bonddiary.charts.kinds.rulers.layout import lay_out
from bonddiary.charts.kinds.rulers.rows import draw_rows, hit_rows
from bonddiary.charts.spec import ChartKind, ChartModel, Drawn
from bonddiary.charts.style import ChartStyle


def draw(figure: Figure, model: ChartModel, style: ChartStyle) -> Drawn:
    """Draws the insight of analysis.behaviours; with nothing logged, a message instead."""
    assert isinstance(model.data, ProfileDays)
    sheet = Sheet(figure, style)
    if not model.ready:
        draw_message(sheet, model)
        return sheet.drawn()
    top = draw_heading(sheet, model)
    layout = lay_out(model.data, style.scale, sheet.width, top, style.titled)
    draw_key(sheet, layout)
    draw_frame(sheet, layout)
    draw_rows(sheet, layout)
    hit_rows(sheet, layout)
    return sheet.drawn()


def height(model: ChartModel, width_px: int, scale: float) -> int:
    """One ruler a day; more days make lower ones."""
    assert isinstance(model.data, ProfileDays)
    if not model.ready:
        return round(message_height(model, width_px, scale))
    return round(lay_out(model.data, scale, width_px).bottom)


KIND = ChartKind(KEY, "Each day", "1 day logged", draw, height)
