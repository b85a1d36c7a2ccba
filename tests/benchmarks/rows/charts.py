"""Every chart drawn anew against its own marks as bare matplotlib; insights against the SQL that fetches their rows;
the window’s longest stall while Patterns comes."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import PathCollection
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch

from bonddiary.analysis.insight import Insight
from bonddiary.analysis.insights import Insights, build_insights, needed
from bonddiary.analysis.names import Names
from bonddiary.charts.registry import CHARTS
from bonddiary.charts.screen import Screen
from bonddiary.charts.style import ChartStyle
from bonddiary.diary.diary import Diary
from bonddiary.domain.period import Period
from bonddiary.system.themes import ThemeKey, tokens
from tests.benchmarks.diaries import NOW, connect
from tests.benchmarks.harness import Line, Sample, alternate, timed
from tests.benchmarks.processes import run
from tests.benchmarks.surroundings import FAMILY, Surroundings, opened
from tests.builders import ROBIN

WIDTH, HUGE = 860, 1_000_000
STYLE = ChartStyle(tokens(ThemeKey.DAY))
ROWS = (
    "SELECT * FROM moment WHERE baby = ? AND day BETWEEN ? AND ? ORDER BY at",
    "SELECT * FROM moment_cue WHERE moment IN (SELECT id FROM moment WHERE baby = ? AND day BETWEEN ? AND ?)",
    "SELECT * FROM moment_response WHERE moment IN (SELECT id FROM moment WHERE baby = ? AND day BETWEEN ? AND ?)",
    "SELECT * FROM care WHERE baby = ? AND day BETWEEN ? AND ? ORDER BY at",
)


def measure(here: Surroundings) -> list[Line]:
    """Three kinds of lines."""
    return [*_redraws(here), *_insights(here), *_lengths(here), *_stalls(here)]


def _redraws(here: Surroundings) -> list[Line]:
    with opened(here.diaries.of_length(FAMILY)) as diary:
        found = build(here, diary, 28)
    lines = []
    for key, insight in found.charts.items():
        if not insight.ready:
            continue
        size = WIDTH, CHARTS[key].height(insight, WIDTH, 1.0)
        ours, bare = Screen(), Bare(insight, size)
        steps = timed("ours", _drawing(ours, insight, size)), timed("bare", bare.draw)
        samples = alternate(*steps, seconds=3, least=10, warm=2)
        lines.append(
            Line(
                work=f"{key} drawn anew",
                floor="the same marks, bare matplotlib",
                works=samples["ours"],
                floors=samples["bare"],
                limit=1.5,
            )
        )
    return lines


def _drawing(screen: Screen, insight: Insight[object], size: tuple[int, int]) -> Callable[[], object]:
    return lambda: screen.draw(insight, STYLE, size, 1.0)


def _insights(here: Surroundings) -> list[Line]:
    path = here.diaries.of_length(HUGE)
    days = needed(Period.ending(NOW.day, 14))
    asked = ROBIN.id, days.first.isoformat(), days.last.isoformat()
    with opened(path) as diary:
        raw = connect(path)
        try:
            fetch = timed("sql", lambda: [raw.execute(text, asked).fetchall() for text in ROWS])
            samples = alternate(timed("all", lambda: build(here, diary, 14)), fetch, seconds=6)
        finally:
            raw.close()
    floor = "SQL that fetches their rows"
    return [
        Line(
            work="all insights, two weeks of a million", floor=floor, works=samples["all"],
            floors=samples["sql"], limit=3,
        )
    ]  # fmt: skip


def _lengths(here: Surroundings) -> list[Line]:
    """A page of four times as many days is to take at most about four times as long."""
    with opened(here.diaries.of_length(FAMILY)) as diary:
        steps = timed("92", lambda: build(here, diary, 92)), timed("23", lambda: build(here, diary, 23))
        samples = alternate(*steps, seconds=6)
    return [
        Line(
            work="all insights, 92 days",
            floor="23 days",
            works=samples["92"],
            floors=samples["23"],
            limit=4.5,
        )
    ]


def _stalls(here: Surroundings) -> list[Line]:
    found: dict[str, list[Sample]] = {}
    for _ in range(3):
        for name, sample in run("patterns_stall", _folder(here)).items():
            found.setdefault(name, []).append(sample)
    lines = []
    for name, words in (
        ("page", "page loaded and made"),
        ("first", "two weeks read and drawn"),
        ("all", "all days read and drawn"),
    ):
        lines.append(Line(work=f"longest stall, {words}", works=found[name], limit=50))
        lines.append(Line(work="what the window’s thread did in one turn", works=found[f"{name}-cpu"]))
    return lines


def _folder(here: Surroundings) -> Path:
    return here.data_folder(FAMILY)


def build(here: Surroundings, diary: Diary, days: int) -> Insights:
    """What the page works out, from the diary on."""
    period = Period.ending(NOW.day, days)
    wanted = needed(period)
    return build_insights(
        diary.moments(ROBIN.id, wanted),
        diary.care(ROBIN.id, wanted),
        diary.day_marks(ROBIN.id, wanted),
        period,
        NOW.shifted(timedelta(0)),
        Names.of(here.catalog),
    )


class Bare:
    """As many outlines and marks as the chart has, on one axes, made anew at every draw."""

    def __init__(self, insight: Insight[object], size: tuple[int, int]) -> None:
        figure = Figure(figsize=(size[0] / 100, size[1] / 100), dpi=100)
        FigureCanvasAgg(figure)
        CHARTS[insight.key].draw(figure, insight, STYLE)
        self._size = size
        outlines = [part for part in figure.artists if isinstance(part, PathPatch)]
        self._outlines = [
            (part.get_path(), part.get_facecolor(), part.get_edgecolor(), part.get_linewidth())
            for part in outlines
        ]
        marks = [part for part in figure.artists if isinstance(part, PathCollection)]
        self._marks = [(part.get_paths()[0], part.get_offsets()) for part in marks]
        self._figure = Figure(figsize=(size[0] / 100, size[1] / 100), dpi=100)
        self._canvas = FigureCanvasAgg(self._figure)

    def draw(self) -> None:
        """As plainly as matplotlib can."""
        self._figure.clear()
        axes: Any = self._figure.add_subplot(xlim=(0, self._size[0]), ylim=(self._size[1], 0))
        for outline, face, edge, width in self._outlines:
            axes.add_artist(PathPatch(outline, facecolor=face, edgecolor=edge, linewidth=width))
        for shape, at in self._marks:
            axes.scatter(at[:, 0], at[:, 1], s=80, marker=shape)
        self._canvas.draw()
