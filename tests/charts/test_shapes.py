"""Outlines: inside their box, different from each other, and joined where they should join."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.path import Path
from numpy.typing import NDArray

from bonddiary.charts.drawing import Sheet
from bonddiary.charts.shapes import bars, family_shape, hatching, mark_shape, mirrored
from bonddiary.charts.style import ChartStyle
from bonddiary.domain.catalog import Family, OutcomeMark
from bonddiary.system.themes import ThemeKey, tokens


def inked(shape: Path) -> NDArray[np.float64]:
    """How much of each pixel the shape covers when it is drawn as small as on a chart, 0 to 1."""
    figure = Figure(figsize=(0.2, 0.2), dpi=100)
    canvas = FigureCanvasAgg(figure)
    sheet = Sheet(figure, ChartStyle(tokens(ThemeKey.DAY)))
    sheet.marks(shape, [(10, 10)], 14, "#000000")
    canvas.draw()
    return 1 - np.asarray(canvas.buffer_rgba())[..., 0] / 255.0


@pytest.mark.parametrize("family", [*Family, None])
def test_family_shapes_fit_their_box(family: Family | None) -> None:
    box = family_shape(family).get_extents()
    assert box.width < 1.2
    assert box.height < 1.35
    assert abs(box.x0 + box.x1) < 0.25
    assert abs(box.y0 + box.y1) < 0.25


def test_shapes_of_families_differ_without_colour() -> None:
    covers = [inked(family_shape(family)) for family in Family]
    for place, one in enumerate(covers):
        for other in covers[place + 1 :]:
            assert np.mean(np.abs(one - other)) > 0.15


def test_outcomes_are_told_apart_by_shape_alone() -> None:
    shapes = [mark_shape(mark) for mark in OutcomeMark]
    assert len({np.asarray(shape.vertices).tobytes() for shape in shapes}) == len(OutcomeMark)


def test_a_mirrored_shape_points_the_other_way() -> None:
    chevrons = family_shape(Family.MOVEMENT)
    assert mirrored(mirrored(chevrons)).vertices == pytest.approx(np.asarray(chevrons.vertices))


@given(
    st.lists(
        st.tuples(
            st.floats(0, 900),
            st.floats(0, 600),
            st.floats(0, 300),
            st.floats(0, 40),
            st.floats(0, 8),
            st.floats(0, 8),
        ),
        min_size=1,
        max_size=20,
    )
)
def test_bars_stay_inside_their_boxes(made: list[tuple[float, ...]]) -> None:
    table = np.array(made, dtype=float).reshape(-1, 6).T
    x0, y0, width, height, start, end = table
    path = bars(x0, y0, x0 + width, y0 + height, start, end)
    points = np.asarray(path.vertices).reshape(len(made), -1, 2)
    for place, box in enumerate(points):
        assert box[:, 0].min() >= x0[place] - 1e-6
        assert box[:, 0].max() <= x0[place] + width[place] + 1e-6
        assert box[:, 1].min() >= y0[place] - 1e-6
        assert box[:, 1].max() <= y0[place] + height[place] + 1e-6


@given(
    st.lists(st.tuples(st.floats(0, 900), st.floats(0, 600), st.floats(0, 200), st.floats(0, 40)), max_size=8)
)
def test_hatching_stays_inside_its_boxes(made: list[tuple[float, float, float, float]]) -> None:
    for x, y, width, height in made:
        points = np.asarray(hatching([(x, y, x + width, y + height)], 7).vertices)
        if len(points):
            assert points[:, 0].min() >= x - 1e-6
            assert points[:, 0].max() <= x + width + 1e-6
            assert points[:, 1].min() >= y - 1e-6
            assert points[:, 1].max() <= y + height + 1e-6


def test_nothing_gives_an_empty_path() -> None:
    empty = np.empty(0)
    assert not len(np.asarray(bars(empty, empty, empty, empty, empty, empty).vertices))
    assert isinstance(hatching([], 7), Path)
