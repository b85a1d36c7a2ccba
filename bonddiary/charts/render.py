"""Charts as figures and files. Whoever draws holds LOCK: matplotlib isn't safe on two threads at once."""

import io
from html import escape
from pathlib import Path
from threading import RLock

import matplotlib as mpl
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from bonddiary.charts.alt_text import alt_text
from bonddiary.charts.heading import heading_height, margin
from bonddiary.charts.registry import DRAWN
from bonddiary.charts.spec import ChartModel
from bonddiary.charts.style import ChartStyle
from bonddiary.system.files import atomic_write

LOCK = RLock()
PRINT_DPI = 300
WIDTH = 900


def picture(model: ChartModel, style: ChartStyle, width: int = WIDTH, share: float = 1.0) -> Figure:
    """The chart as a figure `width` logical pixels wide and as high as suits it, or a `share` of that."""
    kind = DRAWN[model.key]
    height: float = kind.height(model, width, style.scale)
    if style.titled:
        inner = width - 2 * (margin(style.scale, True) - margin(style.scale, False))
        height = kind.height(model, round(inner), style.scale) + heading_height(model, width, style.scale)
    with LOCK:
        figure = Figure(figsize=(width / style.dpi, round(height * share) / style.dpi), dpi=style.dpi)
        FigureCanvasAgg(figure)
        kind.draw(figure, model, style)
    return figure


def save(
    model: ChartModel, style: ChartStyle, path: Path, *, width: int = WIDTH, overwrite: bool = False
) -> None:
    """Writes the chart as PNG (300 dpi) or SVG (text as text), by the path's ending.

    The same input gives the same bytes. Raises ValueError for another ending; DiaryError when the name
    is taken (unless `overwrite`) or the file can't be written; then nothing half written stays.
    """
    kind = path.suffix.lower()
    if kind not in (".png", ".svg"):
        raise ValueError(f"Pictures are written as .png or .svg, not “{path.suffix}”.")
    figure = picture(model, style, width)
    content = _svg(figure, model) if kind == ".svg" else _png(figure, model)
    atomic_write(path, [content], overwrite=overwrite)


def _png(figure: Figure, model: ChartModel) -> bytes:
    held = io.BytesIO()
    about = {"Title": model.title, "Description": alt_text(model), "Software": "Bond Diary"}
    with LOCK:
        figure.savefig(held, format="png", dpi=PRINT_DPI, metadata=about)
    return held.getvalue()


def _svg(figure: Figure, model: ChartModel) -> bytes:
    held = io.BytesIO()
    about = {"Title": model.title, "Date": None, "Creator": "Bond Diary"}
    with LOCK, mpl.rc_context({"svg.fonttype": "none", "svg.hashsalt": "bonddiary", "svg.id": None}):
        figure.savefig(held, format="svg", metadata=about)
    text = held.getvalue().decode("utf-8")
    start = text.index(">", text.index("<svg ")) + 1
    words = f"\n <title>{escape(model.title)}</title>\n <desc>{escape(alt_text(model))}</desc>"
    return f'{text[: start - 1]} role="img">{words}{text[start:]}'.encode()
