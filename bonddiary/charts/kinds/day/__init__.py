"""What happened on one day: a strip of 24 hours, and a label for each moment hung below it."""

from matplotlib.figure import Figure

from bonddiary.analysis.one_day import KEY, OneDay
from bonddiary.charts.drawing import Sheet
from bonddiary.charts.heading import draw_heading, draw_message, message_height
from bonddiary.charts.kinds.day.labels import draw_key, draw_labels, hit_moments
from bonddiary.charts.kinds.day.layout import lay_out
from bonddiary.charts.kinds.day.strip import draw_strip
from bonddiary.charts.spec import ChartKind, ChartModel, Drawn
from bonddiary.charts.style import ChartStyle
from bonddiary.system.themes import ThemeKey, tokens


def draw(figure: Figure, model: ChartModel, style: ChartStyle) -> Drawn:
    """Draws the insight of analysis.one_day; without a moment, a message instead."""
    assert isinstance(model.data, OneDay)
    sheet = Sheet(figure, style)
    if not model.ready:
        draw_message(sheet, model)
        return sheet.drawn()
    layout = lay_out(model.data, style, sheet.width, draw_heading(sheet, model))
    draw_key(sheet, layout)
    draw_strip(sheet, layout)
    draw_labels(sheet, layout)
    hit_moments(sheet, layout)
    return sheet.drawn()


def height(model: ChartModel, width_px: int, scale: float) -> int:
    """As high as its labels need; what doesn't fit in a dozen rows of labels stands in the table."""
    assert isinstance(model.data, OneDay)
    if not model.ready:
        return round(message_height(model, width_px, scale))
    return round(lay_out(model.data, ChartStyle(tokens(ThemeKey.DAY), scale), width_px).bottom)


KIND = ChartKind(KEY, "What happened on a day", "1 moment", draw, height)
