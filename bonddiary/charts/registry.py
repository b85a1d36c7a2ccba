"""All charts by key, in the order of the page; one line per chart."""

from bonddiary.charts.kinds import (
    before_cues,
    day,
    rulers,
    settling,
    time_of_day,
    tried,
    two_weeks,
    typical_day,
    weeks,
)
from bonddiary.charts.spec import ChartKind

CHARTS: dict[str, ChartKind] = {
    kind.key: kind
    for kind in (
        two_weeks.KIND,
        day.KIND,
        time_of_day.KIND,
        tried.KIND,
        settling.KIND,
        weeks.KIND,
        typical_day.KIND,
        before_cues.KIND,
    )
}

DRAWN: dict[str, ChartKind] = {**CHARTS, rulers.KIND.key: rulers.KIND}
"""Those and the ones that stand in reports alone."""
