"""How sure a count is, in small print for a professional's eye."""

from bonddiary.analysis.intervals import of_ten
from bonddiary.report.counted import Counted


def range_sentence(page: Counted, name: str, outcome: str, count: int, total: int) -> str:
    """ "Rooting, fed: settled 14 of 16, about 6 to 10 in 10."."""
    low, high = of_ten(count, total)
    return page.say("tried-range", count, name=name, outcome=outcome, total=total, low=low, high=high)
