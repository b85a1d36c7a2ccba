"""Charts as pixels for a screen: frozen data in, pixels and hits out, so that a worker can draw them."""

from dataclasses import dataclass

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from bonddiary.charts.registry import CHARTS
from bonddiary.charts.render import LOCK
from bonddiary.charts.spec import ChartModel, Drawn
from bonddiary.charts.style import ChartStyle


@dataclass(frozen=True, slots=True)
class Raster:
    """A drawn chart."""

    pixels: memoryview
    """Four bytes a pixel: red, green, blue, opaque. Good until the same screen draws again."""
    width: int
    height: int
    drawn: Drawn


class Screen:
    """Draws one chart after the other, keeping what is dear to make anew."""

    def __init__(self) -> None:
        self._figure = Figure()
        self._canvas = FigureCanvasAgg(self._figure)

    def draw(self, model: ChartModel, style: ChartStyle, size: tuple[int, int], ratio: float) -> Raster:
        """A chart of a size in logical pixels, sharp for a screen with `ratio` pixels to each of them."""
        with LOCK:
            self._figure.set_dpi(style.dpi * ratio)
            self._figure.set_size_inches(size[0] / style.dpi, size[1] / style.dpi)
            drawn = CHARTS[model.key].draw(self._figure, model, style)
            self._canvas.draw()
            pixels = self._canvas.buffer_rgba()
        height, width = pixels.shape[:2]
        return Raster(pixels, width, height, drawn)
