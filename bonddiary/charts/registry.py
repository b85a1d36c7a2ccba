"""All charts by key, in the order of the page; one line per chart."""

from bonddiary.charts.kinds import time_of_day, tried, two_weeks, typical_day
from bonddiary.charts.spec import ChartKind

CHARTS: dict[str, ChartKind] = {
    kind.key: kind
    for kind in (
        two_weeks.KIND,
        time_of_day.KIND,
        tried.KIND,
        typical_day.KIND,
    )
}
