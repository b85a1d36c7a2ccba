"""Signs for what else went on, in the margin of a row of hours or below weeks: small, in the ink of words."""

from collections.abc import Mapping, Sequence
from functools import cache

from matplotlib.path import Path

from bonddiary.analysis.context_marks import MarkKind
from bonddiary.charts.drawing import Point, Sheet

SIGN = 11.0
"""The side of a sign, in logical pixels."""

_OUTLINES: Mapping[MarkKind, Sequence[Point]] = {
    MarkKind.JAB: [(-0.42, 0.42), (0.42, 0.42), (0.0, -0.5)],
    MarkKind.ILLNESS: [
        (-0.15, 0.47), (0.15, 0.47), (0.15, 0.15), (0.47, 0.15), (0.47, -0.15), (0.15, -0.15),
        (0.15, -0.47), (-0.15, -0.47), (-0.15, -0.15), (-0.47, -0.15), (-0.47, 0.15), (-0.15, 0.15),
    ],
    MarkKind.TRAVEL: [
        (-0.5, 0.14), (0.02, 0.14), (0.02, 0.44), (0.52, 0.0), (0.02, -0.44), (0.02, -0.14), (-0.5, -0.14),
    ],
    MarkKind.TEETHING: [
        (-0.42, 0.3), (-0.24, 0.46), (0.0, 0.36), (0.24, 0.46), (0.42, 0.3), (0.36, -0.08),
        (0.26, -0.5), (0.1, -0.46), (0.0, -0.12), (-0.1, -0.46), (-0.26, -0.5), (-0.36, -0.08),
    ],
}  # fmt: skip


@cache
def sign_shape(kind: MarkKind) -> Path:
    """A pin, a cross, an arrow, a tooth: told apart by their outline alone."""
    points = _OUTLINES[kind]
    return Path([*points, points[0]], closed=True)


def draw_signs(sheet: Sheet, signs: Mapping[MarkKind, Sequence[Point]], size: float) -> None:
    """One artist a kind, however many there are."""
    for kind, at in signs.items():
        ink, turns = sheet.style.tokens.text, kind is MarkKind.TRAVEL
        sheet.marks(sign_shape(kind), at, size, ink, order=5, turns=turns)
