"""A chart in words: what screen readers say and what a picture file carries."""

from bonddiary.charts.spec import ChartModel


def alt_text(model: ChartModel) -> str:
    """Finding, numbers, shape, limits, and last the form."""
    return " ".join(model.words)
