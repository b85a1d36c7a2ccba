"""How weeks are changing: small panels on one scale for all weeks, a dot a day and a line for each week’s median."""

from matplotlib.figure import Figure

from bonddiary.analysis.findings.weeks import DAYS_LOGGED, FEWEST_WEEKS
from bonddiary.analysis.week_by_week import KEY, WeekByWeek
from bonddiary.charts.drawing import Sheet
from bonddiary.charts.heading import draw_heading, draw_message, message_height
from bonddiary.charts.kinds.weeks.layout import lay_out
from bonddiary.charts.kinds.weeks.minutes import draw_minutes
from bonddiary.charts.kinds.weeks.panels import draw_key, draw_panels
from bonddiary.charts.spec import ChartKind, ChartModel, Drawn
from bonddiary.charts.style import ChartStyle
from bonddiary.system.themes import ThemeKey, tokens

MINIMUM = f"{FEWEST_WEEKS} weeks with {DAYS_LOGGED} logged days each"


def draw(figure: Figure, model: ChartModel, style: ChartStyle) -> Drawn:
    """Draws the insight of analysis.week_by_week; below its minimum, a message instead."""
    assert isinstance(model.data, WeekByWeek)
    sheet = Sheet(figure, style)
    if not model.ready:
        draw_message(sheet, model)
        return sheet.drawn()
    layout = lay_out(model.data, style, sheet.width, draw_heading(sheet, model))
    draw_key(sheet, layout)
    draw_panels(sheet, layout)
    draw_minutes(sheet, layout)
    return sheet.drawn()


def height(model: ChartModel, width_px: int, scale: float) -> int:
    """As high as its panels."""
    assert isinstance(model.data, WeekByWeek)
    if not model.ready:
        return round(message_height(model, width_px, scale))
    return round(lay_out(model.data, ChartStyle(tokens(ThemeKey.DAY), scale), width_px).bottom)


KIND = ChartKind(KEY, "How weeks are changing", MINIMUM, draw, height)
