"""Charts as figures and files. Whoever draws holds LOCK: matplotlib isn't safe on two threads at once."""

import io
from collections.abc import Callable
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
from bonddiary.domain.errors import UnknownEnding
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
    """Writes the chart as PNG (300 dpi), SVG or PDF (lines as lines, text as text), by the path's ending.

    The same input gives the same bytes. Raises UnknownEnding; DiaryError when the name
    is taken (unless `overwrite`) or the file can't be written; then nothing half written stays.
    """
    writer = WRITERS.get(path.suffix.lower())
    if writer is None:
        raise UnknownEnding(f"Pictures are written as {', '.join(WRITERS)}, not “{path.suffix}”.")
    atomic_write(path, [writer(picture(model, style, width), model)], overwrite=overwrite)


def png(model: ChartModel, style: ChartStyle, width: int = WIDTH) -> bytes:
    """The chart as a PNG for printing (300 dpi)."""
    return _png(picture(model, style, width), model)


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


def _pdf(figure: Figure, model: ChartModel) -> bytes:
    held = io.BytesIO()
    about = {
        "Title": model.title,
        "Subject": alt_text(model),
        "Creator": "Bond Diary",
        "Producer": "Bond Diary",
        "CreationDate": None,
    }
    with LOCK, mpl.rc_context({"pdf.fonttype": 42, "pdf.use14corefonts": False}):  # words can be searched
        figure.savefig(held, format="pdf", metadata=about)
    return held.getvalue()


WRITERS: dict[str, Callable[[Figure, ChartModel], bytes]] = {".png": _png, ".svg": _svg, ".pdf": _pdf}
"""By a file's ending."""
