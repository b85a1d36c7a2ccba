"""What stands above a picture in a file, and what stands instead of a picture when there's too little."""

from bonddiary.charts.alt_text import alt_text
from bonddiary.charts.drawing import Sheet
from bonddiary.charts.spec import ChartModel, HitKind
from bonddiary.charts.style import BODY, CAPTION, TITLE, wrap

LEADING = 1.4
FOOT = "Counts, not causes. Not a medical assessment."


def margin(scale: float, titled: bool) -> float:
    """The empty edge around a picture; a card in the window has its own."""
    return (20.0 if titled else 4.0) * scale


def heading_height(model: ChartModel, width: float, scale: float) -> float:
    """How much room a file needs above and below the picture, beyond what a card needs."""
    inner = width - 2 * margin(scale, True)
    return sum(size * LEADING for _, size, _ in _lines(model, inner, scale)) + (10 + 2 * 16 + 24) * scale


def draw_heading(sheet: Sheet, model: ChartModel) -> float:
    """Draws title and subtitle where the style asks for them; returns where the picture starts."""
    style = sheet.style
    edge = margin(style.scale, style.titled)
    if not style.titled:
        return edge
    y, tokens = edge, style.tokens
    for words, size, bold in _lines(model, sheet.width - 2 * edge, style.scale):
        colour = tokens.text if bold else tokens.text_2
        sheet.text(edge, y + size * LEADING / 2, words, size, colour, bold=bold)
        y += size * LEADING
    sheet.text(edge, sheet.height - edge, FOOT, CAPTION * style.scale, tokens.text_2)
    return y + 10 * style.scale


def picture_bottom(sheet: Sheet) -> float:
    """Where the picture has to end."""
    style = sheet.style
    return sheet.height - margin(style.scale, style.titled) - (24 * style.scale if style.titled else 0)


def message_height(model: ChartModel, width: float, scale: float) -> float:
    """The height of what `draw_message` writes."""
    return len(_message(model, width, scale)) * BODY * scale * LEADING + 2 * margin(scale, False)


def draw_message(sheet: Sheet, model: ChartModel) -> None:
    """Says how much there is and when the chart starts."""
    top, size = draw_heading(sheet, model), BODY * sheet.style.scale
    edge = margin(sheet.style.scale, sheet.style.titled)
    for place, words in enumerate(_message(model, sheet.width, sheet.style.scale)):
        sheet.text(edge, top + (place + 0.5) * size * LEADING, words, size, sheet.style.tokens.text)
    sheet.hit(None, (0, 0, sheet.width, sheet.height), alt_text(model), HitKind.GROUP)


def _message(model: ChartModel, width: float, scale: float) -> list[str]:
    inner = width - 2 * margin(scale, True)
    return [line for words in model.words for line in wrap(words, inner, BODY * scale)]


def _lines(model: ChartModel, width: float, scale: float) -> list[tuple[str, float, bool]]:
    title = [(words, TITLE * scale, True) for words in wrap(model.title, width, TITLE * scale, True)]
    return title + [(words, BODY * scale, False) for words in wrap(model.subtitle, width, BODY * scale)]
