"""A sheet to draw on: coordinates in logical pixels, few artists, quick text, and the hits as they arise."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

import numpy as np
from matplotlib.artist import Artist
from matplotlib.backend_bases import RendererBase
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.collections import PathCollection
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from matplotlib.text import Text
from matplotlib.transforms import Affine2D, Transform
from numpy.typing import NDArray
from typing_extensions import override

from bonddiary.charts.shapes import bars, mirrored
from bonddiary.charts.spec import Drawn, Hit, HitKind
from bonddiary.charts.style import ChartStyle, font
from bonddiary.domain.ids import MomentId

Anchor = Literal["start", "middle", "end"]
Point = tuple[float, float]
Box = tuple[float, float, float, float]
_SIDES: dict[float, Literal["left", "center", "right"]] = {0.0: "left", 0.5: "center", 1.0: "right"}
_CAP_HEIGHT = 0.729
"""Of DejaVu Sans, in letter sizes."""


def word_box(x: float, y: float, wide: float, size: float, anchor: Anchor) -> Box:
    """Where a line of text stands, and a little around it."""
    start = x - wide * {"start": 0.0, "middle": 0.5, "end": 1.0}[anchor]
    return start - size * 0.2, y - size * 0.65, start + wide + size * 0.2, y + size * 0.65


class Sheet:
    """A cleared figure with (0, 0) at its top start corner, y downwards, in logical pixels.

    Right-to-left pages mirror it: x counts from the right, words keep their direction.
    """

    def __init__(self, figure: Figure, style: ChartStyle) -> None:
        figure.clear()
        figure.set_facecolor(style.tokens.card)
        self.style = style
        self.width, self.height = (float(inches * style.dpi) for inches in figure.get_size_inches())
        self._figure = figure
        across = Affine2D().scale(1 / self.width, -1 / self.height).translate(0, 1)
        if style.rtl:
            across = across.scale(-1, 1).translate(1, 0)
        self._transform: Transform = across + figure.transSubfigure
        self._labels: dict[int, _Labels] = {}
        self._hits: list[Hit] = []

    def path(
        self,
        path: Path,
        *,
        fill: str | None = None,
        edge: str | None = None,
        width: float = 1.0,
        alpha: float = 1.0,
        order: float = 1,
    ) -> None:
        """Fills or strokes a path in sheet coordinates; `width` in logical pixels."""
        if not np.size(path.vertices):
            return
        patch = PathPatch(
            path,
            transform=self._transform,
            facecolor=fill or "none",
            edgecolor=edge or "none",
            linewidth=self.points(width) if edge else 0,
            alpha=alpha,
            zorder=order,
            capstyle="butt",
            joinstyle="round",
        )
        self._figure.add_artist(patch)

    def grid(self, ends: Sequence[Point], order: float = 1) -> None:
        """Straight lines behind everything, from each first point to each second; thinner where they have full ink."""
        if ends:
            tokens, codes = self.style.tokens, [Path.MOVETO, Path.LINETO] * (len(ends) // 2)
            width = 0.4 if tokens.hairline == tokens.text else 1.0  # high contrast has no faint colours
            self.path(Path(ends, codes), edge=tokens.hairline, width=width, order=order)

    def clear(self, boxes: Sequence[Box]) -> None:
        """Wipes the grid away behind words."""
        if boxes:
            x0, y0, x1, y1 = np.array(boxes, dtype=float).T
            self.path(bars(x0, y0, x1, y1, 0 * x0, 0 * x0), fill=self.style.tokens.card, order=2)

    def marks(
        self,
        shape: Path,
        at: Sequence[Point],
        size: float,
        colour: str,
        *,
        halo: float = 0,
        alpha: float = 1.0,
        order: float = 5,
        turns: bool = False,
    ) -> None:
        """The same shape at many points. `size` is its side, `halo` the width of an outline in its colour.

        A shape that `turns` is mirrored on right-to-left pages.
        """
        if not at:
            return
        marks = PathCollection(
            [mirrored(shape) if turns and self.style.rtl else shape],
            sizes=[self.points(size) ** 2],
            offsets=np.array(at, dtype=float),
            offset_transform=self._transform,
            transform=None,
            facecolors=[colour],
            edgecolors=[colour],  # matplotlib has a fast way for exactly one face, one edge and one width
            linewidths=[self.points(halo)],
            alpha=alpha,
            zorder=order,
        )
        self._figure.add_artist(marks)

    def text(
        self,
        x: float,
        y: float,
        words: str,
        size: float,
        colour: str,
        *,
        anchor: Anchor = "start",
        bold: bool = False,
    ) -> None:
        """A line of text whose capitals are centred on `y`."""
        labels = self._labels.get(0)
        if labels is None:
            labels = self._labels[0] = _Labels(self._transform, self.style)
            self._figure.add_artist(labels)
        labels.add(x, y + size * _CAP_HEIGHT / 2, words, self.points(size), colour, anchor, bold)

    def hit(self, target: MomentId | None, box: Box, words: str, kind: HitKind) -> None:
        """Notes a part that can be pointed at: `box` is x0, y0, x1, y1 in sheet coordinates."""
        x0, y0, x1, y1 = box
        left, right = x0 / self.width, x1 / self.width
        if self.style.rtl:
            left, right = 1 - right, 1 - left
        self._hits.append(Hit(target, left, 1 - y1 / self.height, right, 1 - y0 / self.height, words, kind))

    def drawn(self) -> Drawn:
        """The finished picture's hits, in the order they were noted."""
        return Drawn(tuple(self._hits))

    def points(self, pixels: float) -> float:
        """Logical pixels as points."""
        return pixels * 72 / self.style.dpi


class _Labels(Artist):
    """All text of a sheet as one artist. On a raster each word's picture is made once and then copied.

    Shaping and rasterising costs matplotlib 1 to 2 ms a label, more than everything else in a chart together.
    """

    def __init__(self, transform: Transform, style: ChartStyle) -> None:
        super().__init__()
        self.set_transform(transform)
        self.set_zorder(20)
        self._style = style
        self._at: list[Point] = []
        self._labels: list[tuple[str, float, str, Anchor, bool]] = []

    def add(
        self, x: float, y: float, words: str, points: float, colour: str, anchor: Anchor, bold: bool
    ) -> None:
        """Adds a label whose baseline starts, has its middle or ends at (x, y)."""
        self._at.append((x, y))
        self._labels.append((words, points, colour, anchor, bold))

    @override
    def draw(self, renderer: RendererBase) -> None:
        if not self.get_visible():
            return
        gc = renderer.new_gc()
        height = renderer.get_canvas_width_height()[1]
        for (x, y), (words, points, colour, anchor, bold) in zip(
            self.get_transform().transform(self._at), self._labels, strict=True
        ):
            share = _share(anchor, self._style.rtl)
            if isinstance(renderer, RendererAgg):
                picture, origin, descent = _picture(words, points, colour, bold, renderer.dpi)
                left = round(x - share * (picture.shape[1] - 2 * origin)) - origin
                renderer.draw_image(gc, left, round(y) - descent, picture)
                continue
            face = font(bold).copy()
            face.set_size(points)
            width = renderer.get_text_width_height_descent(words, face, False)[0] if share else 0.0
            gc.set_foreground(colour)
            down = height - y if renderer.flipy() else y
            anchored = Text(x, y, words, ha=_SIDES[share])  # in an SVG another face may be wider
            renderer.draw_text(gc, x - share * width, down, words, face, 0, mtext=anchored)
        gc.restore()
        self.stale = False


def _share(anchor: Anchor, rtl: bool) -> float:
    """How much of the text lies left of its anchor, 0 to 1."""
    share = {"start": 0.0, "middle": 0.5, "end": 1.0}[anchor]
    return 1 - share if rtl else share


@lru_cache(maxsize=2048)
def _picture(
    words: str, points: float, colour: str, bold: bool, dpi: float
) -> tuple[NDArray[np.uint8], int, int]:
    """A label's pixels (RGBA), its origin from their left edge, and its baseline from their bottom edge."""
    face = font(bold).copy()
    face.set_size(points)
    measure = RendererAgg(1, 1, dpi)
    width, height, descent = measure.get_text_width_height_descent(words, face, False)
    margin = 2
    below = int(np.ceil(descent)) + margin
    tall = int(np.ceil(height)) + 2 * margin
    renderer = RendererAgg(max(1, int(np.ceil(width))) + 2 * margin, tall, dpi)
    gc = renderer.new_gc()
    gc.set_foreground(to_rgba(colour), isRGBA=True)
    renderer.draw_text(gc, margin, tall - below, words, face, 0)
    gc.restore()
    return np.asarray(renderer.buffer_rgba())[::-1].copy(), margin, below
