"""Age windows as people write them in content: "NB+", "6w+", "2-24m", "1w-4m"."""

import re
from functools import cache

from bonddiary.domain.catalog import AgeWindow

EXPECTED = "an age window such as NB+, NB-6m, 6w+, 2-24m or 1w-4m (NB from birth, d days, w weeks, m months)"

_DAYS = {"d": 1.0, "w": 7.0, "m": 30.4375}
_FORM = re.compile(r"(?:(NB)|(\d+)([dwm]?))(?:(\+)|-(\d+)([dwm]))")


@cache
def age_window(text: str) -> AgeWindow | None:
    """The window in days, or None when the text doesn't say one.

    A first age without a unit takes the unit of the last: "2-24m" is 2 to 24 months.
    """
    found = _FORM.fullmatch(text)
    if found is None:
        return None
    birth, first, first_unit, open_end, last, last_unit = found.groups()
    unit = first_unit or last_unit
    if not birth and not unit:
        return None
    start = 0 if birth else _days(first, unit)
    end = None if open_end else _days(last, last_unit)
    return AgeWindow(start, end) if end is None or start <= end else None


def _days(number: str, unit: str) -> int:
    return round(int(number) * _DAYS[unit])
