"""All charts by key, in the order of the page; one line per chart."""

from bonddiary.charts.kinds import day, settling, tried, two_weeks, weeks
from bonddiary.charts.spec import ChartKind

CHARTS: dict[str, ChartKind] = {
    kind.key: kind for kind in (two_weeks.KIND, day.KIND, tried.KIND, settling.KIND, weeks.KIND)
}
