"""The baby's own days before, set beside these: the same counts, how much was logged of each, and nothing more."""

from collections.abc import Callable, Iterator, Sequence

from bonddiary.analysis.insight import Table, View
from bonddiary.domain import wording


def days_before(view: View) -> str:
    """ "the 14 days before"."""
    days = view.period.days
    return f"the {days} days before" if days > 1 else "the day before"


def logged_words(view: View) -> str:
    """ "9 of 14 days logged"."""
    return f"{len(view.coverage.used)} of {wording.counted(view.coverage.days, 'day')} logged"


def beside_words(view: View, counted: Callable[[View], str]) -> Iterator[str]:
    """Two short sentences, "These days: 74 moments, 12 of 14 days logged. The 14 days before: …", or none."""
    if view.previous is None:
        return
    before, these = days_before(view), "These days" if view.period.days > 1 else "This day"
    yield (
        f"{these}: {counted(view)}, {logged_words(view)}. "
        f"{before[0].upper()}{before[1:]}: {counted(view.previous)}, {logged_words(view.previous)}."
    )


def with_column(table: Table, header: str, cells: Sequence[str]) -> Table:
    """The table with one column more."""
    rows = tuple((*row, cell) for row, cell in zip(table.rows, cells, strict=True))
    return Table(table.caption, (*table.headers, header), rows)
