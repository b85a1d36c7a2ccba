"""Opening the Timeline of a diary that is a thousand times as long."""

from collections.abc import Mapping

from bonddiary.ui.pages.page import Place
from bonddiary.ui.session import Session
from tests.benchmarks.harness import Line, Sample, alternate, stopwatch
from tests.benchmarks.surroundings import Surroundings, open_diary

SHORT, LONG = 1_000, 1_000_000


def measure(here: Surroundings) -> list[Line]:
    """In a new window each time, from the click in the sidebar to the list being painted."""
    sessions: dict[int, Session] = {}
    for entries in (SHORT, LONG):
        diary = open_diary(here.diaries.of_length(entries))
        sessions[entries] = here.session(lambda diary=diary: diary)

    def step(entries: int) -> Mapping[str, Sample]:
        with here.window(sessions[entries]) as window, stopwatch() as sample:
            window.go(Place.TIMELINE)
            here.app.processEvents()
        return {f"{entries}": sample}

    found = alternate(lambda: step(SHORT), lambda: step(LONG), seconds=14, least=9)
    for session in sessions.values():
        session.close()
    floor = f"itself at {SHORT:,}"
    return [
        Line(
            work=f"Timeline open at {LONG:,} entries",
            floor=floor,
            works=found[f"{LONG}"],
            floors=found[f"{SHORT}"],
            limit=2,
        )
    ]
