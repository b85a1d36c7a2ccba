"""The most memory a process has had once a chart is on the screen."""

from tests.benchmarks.harness import Line, Sample, Unit
from tests.benchmarks.processes import run
from tests.benchmarks.surroundings import FAMILY, Surroundings

TIMES = 3


def measure(here: Surroundings) -> list[Line]:
    """Whole processes; the figure of the floor is as large as the chart."""
    folder = here.data_folder(FAMILY)
    works: list[Sample] = []
    floors: list[Sample] = []
    for _ in range(TIMES):
        said = run("patterns", folder)
        works.append(said["shown"])
        size = (str(round(said[side].value)) for side in ("width", "height"))
        floors.append(run("bare_figure", *size)["bare"])
    floor = "bare window + matplotlib figure"
    return [
        Line(
            work="peak memory with a chart shown",
            floor=floor,
            works=works,
            floors=floors,
            limit=1.4,
            unit=Unit.MIB,
        )
    ]
