"""Where a chart has nothing to fill with or nothing to say."""

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from bonddiary.analysis.day_rows import LaneKind
from bonddiary.charts.strip import draw_lanes
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
    layout: Any = SimpleNamespace(px=float, style=SimpleNamespace(tokens=worn))
    draw_lanes(sheet, layout, LaneKind.SLEEP, [(0.0, 0.0, 40.0, 20.0, True, True)])
    assert sheet.edges[0] == (worn.care_edge if bare else None)
