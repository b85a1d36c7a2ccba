"""The Two-weeks chart of a diary that gets a thousand times as long: read, work out, draw."""

from collections.abc import Mapping

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from bonddiary.charts.registry import CHARTS
from bonddiary.charts.style import ChartStyle
from bonddiary.system.themes import ThemeKey, tokens
from bonddiary.ui.pages.patterns.presenter import PatternsPresenter
from bonddiary.ui.pages.patterns.state import PatternsState
from bonddiary.ui.session import Session
from tests.benchmarks.harness import Line, Sample, alternate, stopwatch
from tests.benchmarks.surroundings import Surroundings, open_diary

SHORT, LONG = 1_000, 1_000_000
SIZE = 8.6, 6.2


def measure(here: Surroundings) -> list[Line]:
    """Both hold the same last two weeks."""
    readers = [Reader(here, entries) for entries in (SHORT, LONG)]
    found = alternate(*(reader.step for reader in readers), seconds=10, least=15, warm=3)
    for reader in readers:
        reader.close()
    work = f"the same with reading, {SHORT:,} → {LONG:,} entries"
    whole = Line(
        work=work, floor=f"itself at {SHORT:,}", works=found[f"{LONG}"], floors=found[f"{SHORT}"], limit=1.3
    )
    reads = found[f"{LONG} read"], found[f"{SHORT} read"]
    return [
        whole,
        Line(
            work="of that, reading and working out",
            floor=f"itself at {SHORT:,}",
            works=reads[0],
            floors=reads[1],
        ),
    ]


class Reader:
    """Does what the Patterns page does for one diary."""

    def __init__(self, here: Surroundings, entries: int) -> None:
        self._entries = entries
        self._states: list[PatternsState] = []
        self._session: Session = here.session(lambda: open_diary(here.diaries.of_length(entries)))
        self._session.open()
        self._presenter = PatternsPresenter(self._session, self._states.append)
        self._figure = Figure(figsize=SIZE, dpi=100)
        self._canvas = FigureCanvasAgg(self._figure)
        self._style = ChartStyle(tokens(ThemeKey.DAY))

    def step(self) -> Mapping[str, Sample]:
        """Reads, works out, and draws the Two-weeks chart."""
        self._states.clear()
        with stopwatch() as read:
            self._presenter.refresh()
        (state,) = self._states
        insight = next(chart.insight for chart in state.charts if chart.insight.key == "two-weeks")
        with stopwatch() as draw:
            CHARTS[insight.key].draw(self._figure, insight, self._style)
            self._canvas.draw()
        whole = Sample(read.value + draw.value, read.cpu + draw.cpu)
        return {f"{self._entries}": whole, f"{self._entries} read": read}

    def close(self) -> None:
        """Closes the diary."""
        self._session.close()
