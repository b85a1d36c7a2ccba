"""Where a chart has nothing to fill with or nothing to say."""

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from bonddiary.analysis.day_rows import LaneKind
from bonddiary.charts.strip import draw_lanes, draw_soft_marks
from bonddiary.charts.style import ChartStyle
from bonddiary.domain.catalog import Family
from bonddiary.system.themes import ThemeKey, tokens


class Paths:
    """Takes what would be drawn."""

    def __init__(self) -> None:
        self.edges: list[str | None] = []

    def path(self, _path: object, *, edge: str | None = None, **_more: object) -> None:
        self.edges.append(edge)


@pytest.mark.parametrize("bare", [True, False])
def test_sleep_has_an_outline_where_there_are_no_tints(bare: bool) -> None:
    day = tokens(ThemeKey.DAY)
    worn = replace(day, sleep=day.card) if bare else day
    sheet: Any = Paths()
    layout: Any = SimpleNamespace(px=float, style=ChartStyle(worn))
    draw_lanes(sheet, layout, LaneKind.SLEEP, [(0.0, 0.0, 40.0, 20.0, True, True)])
    assert sheet.edges[0] == (worn.care_edge if bare else None)


@pytest.mark.parametrize("bare", [True, False])
def test_a_remembered_time_is_a_ring_where_blots_would_hide_marks(bare: bool) -> None:
    day = tokens(ThemeKey.DAY)
    drawn: list[float] = []

    def marks(*_: object, alpha: float = 1.0, **__: object) -> None:
        drawn.append(alpha)

    sheet: Any = SimpleNamespace(marks=marks)
    layout: Any = SimpleNamespace(px=float, style=ChartStyle(replace(day, sleep=day.card) if bare else day))
    draw_soft_marks(sheet, layout, Family.CRYING, [(5.0, 5.0)], "#000000")
    assert len(drawn) == (2 if bare else 4)
    assert (min(drawn) == 1.0) is bare
