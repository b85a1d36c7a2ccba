"""All charts by key, in the order of the page; one line per chart."""

from bonddiary.charts.kinds import tried, two_weeks
from bonddiary.charts.spec import ChartKind

CHARTS: dict[str, ChartKind] = {kind.key: kind for kind in (two_weeks.KIND, tried.KIND)}
