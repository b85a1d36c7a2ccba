"""Outlines as matplotlib paths: the four family shapes, outcome marks, rounded bars and hatching.

Shapes fit a box of side 1 around (0, 0), y upwards. Strokes are thickest in their middle, as a pen writes.
"""

from collections.abc import Sequence
from functools import cache

import numpy as np
from matplotlib.path import Path
from numpy.typing import NDArray

from bonddiary.domain.catalog import Family, OutcomeMark

Floats = NDArray[np.float64]
_CORNERS = [Path.MOVETO] + [Path.LINETO, Path.CURVE3, Path.CURVE3] * 4 + [Path.CLOSEPOLY]


@cache
def family_shape(family: Family | None) -> Path:
    """Drop, sound arcs, round face, double chevron; a small diamond for own words without a family."""
    match family:
        case Family.CRYING:
            return _drop()
        case Family.NOISES:
            return _sound()
        case Family.FACE:
            return _face()
        case Family.MOVEMENT:
            return _chevrons()
        case None:
            return Path([(0, 0.42), (0.36, 0), (0, -0.42), (-0.36, 0), (0, 0.42)], closed=True)


def bars(x0: Floats, y0: Floats, x1: Floats, y1: Floats, start: Floats, end: Floats) -> Path:
    """One path of bars. `start` and `end` are the corners' radii at the left and right end, 0 for square."""
    half_width, half_height = (x1 - x0) / 2, (y1 - y0) / 2
    limit = np.minimum(half_width, half_height)
    left, right = np.minimum(start, limit), np.minimum(end, limit)
    xs = [x0 + left, x1 - right, x1, x1, x1, x1, x1 - right, x0 + left, x0, x0, x0, x0, x0 + left, x0 + left]
    ys = [y0, y0, y0, y0 + right, y1 - right, y1, y1, y1, y1, y1 - left, y0 + left, y0, y0, y0]
    points = np.stack([np.stack(xs, axis=-1), np.stack(ys, axis=-1)], axis=-1).reshape(-1, 2)
    return Path(points, np.tile(np.array(_CORNERS, dtype=np.uint8), len(x0)))


def hatching(boxes: Sequence[tuple[float, float, float, float]], step: float) -> Path:
    """Diagonal lines in boxes (x0, y0, x1, y1), on one grid, so that neighbouring boxes join up."""
    ends: list[tuple[float, float]] = []
    for x0, y0, x1, y1 in boxes:
        for sum_ in np.arange(np.ceil((x0 + y0) / step) * step, x1 + y1, step):
            low = max(x0, sum_ - y1)
            high = min(x1, sum_ - y0)
            if high > low:
                ends += [(low, sum_ - low), (high, sum_ - high)]
    codes = [Path.MOVETO, Path.LINETO] * (len(ends) // 2)
    return Path(np.array(ends).reshape(-1, 2), np.array(codes, dtype=np.uint8))


@cache
def disc(radius: float = 0.5) -> Path:
    """A full circle."""
    return _flat(Path.circle((0, 0), radius))


@cache
def ring(outer: float = 0.5, inner: float = 0.36) -> Path:
    """A circle with a hole."""
    return _joined(Path.circle((0, 0), outer), _hole(0, 0, inner))


@cache
def half_disc() -> Path:
    """A ring whose left half is full."""
    turn = np.linspace(np.pi / 2, 3 * np.pi / 2, 25)
    left = np.stack([np.cos(turn), np.sin(turn)], axis=-1) * 0.45
    return _joined(ring(0.5, 0.4), Path(np.vstack([left, left[:1]]), closed=True))


@cache
def dotted_ring(dots: int = 8) -> Path:
    """A circle of dots."""
    turns = np.arange(dots) * 2 * np.pi / dots
    return _joined(*(Path.circle((0.42 * np.cos(turn), 0.42 * np.sin(turn)), 0.09) for turn in turns))


@cache
def lozenge() -> Path:
    """A hollow diamond."""
    outer = np.array([(0, 0.55), (0.55, 0), (0, -0.55), (-0.55, 0), (0, 0.55)])
    return _joined(Path(outer, closed=True), Path(outer[::-1] * 0.68, closed=True))


@cache
def dash() -> Path:
    """A short level stroke."""
    return _stroke(np.array([(-0.32, 0.0), (0.0, 0.0), (0.32, 0.0)]), 0.16, 0.14)


def mark_shape(mark: OutcomeMark | None) -> Path:
    """How an outcome is drawn; None is "not recorded"."""
    match mark:
        case OutcomeMark.FULL:
            return disc()
        case OutcomeMark.HALF:
            return half_disc()
        case OutcomeMark.EMPTY:
            return ring(0.5, 0.4)
        case OutcomeMark.DOTTED:
            return dotted_ring()
        case OutcomeMark.OTHER:
            return lozenge()
        case OutcomeMark.UNKNOWN | None:
            return dash()


def mirrored(path: Path) -> Path:
    """The same outline seen from the other side, for right-to-left pages."""
    return Path(_points(path) * (-1, 1), path.codes)


def _drop() -> Path:
    tip, left, right = (0.03, 0.56), -0.37, 0.37
    points = [
        tip, (0.09, 0.33), (right, 0.12), (right, -0.14),
        (right, -0.37), (0.2, -0.5), (0.0, -0.5),
        (-0.2, -0.5), (left, -0.37), (left, -0.14),
        (left, 0.12), (-0.05, 0.31), tip, tip,
    ]  # fmt: skip
    return _flat(Path(points, [Path.MOVETO, *[Path.CURVE4] * 12, Path.CLOSEPOLY]))


def _sound() -> Path:
    return _joined(
        Path.circle((-0.4, 0.0), 0.15),
        _arc((-0.42, 0.0), 0.48, 52, 0.17, 0.11),
        _arc((-0.42, 0.0), 0.84, 43, 0.18, 0.11),
    )


def _face() -> Path:
    smile = np.array([(-0.2, -0.14), (-0.1, -0.22), (0.0, -0.245), (0.1, -0.22), (0.2, -0.14)])
    return _joined(
        ring(0.5, 0.375),
        Path.circle((-0.165, 0.12), 0.085),
        Path.circle((0.165, 0.12), 0.085),
        _stroke(smile, 0.1, 0.07),
    )


def _chevrons() -> Path:
    one = np.array([(-0.42, 0.46), (-0.03, 0.0), (-0.42, -0.46)])
    return _joined(_stroke(one, 0.17, 0.11), _stroke(one + np.array((0.44, 0.0)), 0.17, 0.11))


def _arc(centre: tuple[float, float], radius: float, spread: float, thick: float, thin: float) -> Path:
    turn = np.radians(np.linspace(-spread, spread, 15))
    line = np.stack([np.cos(turn), np.sin(turn)], axis=-1) * radius + np.array(centre)
    return _stroke(line, thick, thin)


def _stroke(line: Floats, thick: float, thin: float) -> Path:
    """A line as a pen draws it: `thick` in its middle, `thin` at its rounded ends."""
    along = np.gradient(line, axis=0)
    along /= np.linalg.norm(along, axis=1, keepdims=True)
    across = np.stack([-along[:, 1], along[:, 0]], axis=-1)
    if (
        len(line) == 3 and abs(np.cross([*along[0], 0], [*along[2], 0])[2]) > 0.1
    ):  # a sharp corner: meet in a mitre
        across[1] /= max(0.5, abs(float(across[1] @ across[0])))
    width = (thin + (thick - thin) * np.sin(np.linspace(0, np.pi, len(line))))[:, None] / 2
    there, back = line + across * width, (line - across * width)[::-1]
    points = np.vstack(
        [there, _cap(line[-1], along[-1], thin), back, _cap(line[0], -along[0], thin), there[:1]]
    )
    return _upright(Path(points, closed=True))


def _cap(at: Floats, out: Floats, width: float) -> Floats:
    """Five points around a stroke's end, from its left side to its right."""
    turn = np.linspace(np.pi / 2, -np.pi / 2, 7)[1:-1]
    side = np.array([-out[1], out[0]])
    return at + (np.outer(np.cos(turn), out) + np.outer(np.sin(turn), side)) * width / 2


def _upright(path: Path) -> Path:
    """The outline counter-clockwise, so that overlapping parts fill instead of cutting holes."""
    points = _points(path)
    x, y = points[:, 0], points[:, 1]
    area = float(np.sum(x[:-1] * y[1:] - x[1:] * y[:-1]))
    return path if area > 0 else Path(points[::-1], closed=True)


def _hole(x: float, y: float, radius: float) -> Path:
    circle = Path.circle((0, 0), radius)
    return Path(_points(circle) * (1, -1) + (x, y), circle.codes)


def _joined(*paths: Path) -> Path:
    return Path.make_compound_path(*map(_flat, paths))


def _flat(path: Path) -> Path:
    """Curves as short straight lines: matplotlib measures each curve of a mark anew at every redraw."""
    if path.codes is None or not np.isin(path.codes, (Path.CURVE3, Path.CURVE4)).any():
        return path
    fine = 60.0  # flattening works to a fraction of a unit
    flat = Path(_points(path) * fine, path.codes).cleaned(curves=False, simplify=False)
    codes = np.asarray(flat.codes)
    kept = codes != Path.STOP
    return Path(_points(flat)[kept] / fine, codes[kept])


def _points(path: Path) -> Floats:
    return np.asarray(path.vertices, dtype=np.float64)
