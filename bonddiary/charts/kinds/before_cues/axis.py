"""The axis of the chart of what came before: how long after, the same for every row."""

from collections.abc import Sequence

from bonddiary.charts.minutes_axis import MinutesAxis
from bonddiary.charts.style import CAPTION, text_width

ENDS = ((30, 10), (60, 15), (120, 30), (180, 30), (240, 60), (360, 60), (480, 120), (720, 120), (1440, 240))
"""The axis ends at the first that holds nearly all minutes, with a line at each so many."""
IN_HOURS = 180
"""From this end on, the axis is named in hours."""
NEARLY_ALL = 10
"""One of so many may be longer: those stand together beyond the end of the axis."""
BEYOND, LONGER = 88.0, 28.0
"""The room for longer times, and where in it their dots stand, from the edge."""
WIDE, GUTTER, SHARE, LEAST = 300.0, 20.0, 0.34, 130.0


def axis(
    minutes: Sequence[int], words: Sequence[str], left: float, right: float, dot: float, scale: float
) -> MinutesAxis:
    """For all the minutes drawn and the lines of words beside them."""
    ordered = sorted(minutes)
    most, nearly = ordered[-1], ordered[-1 - len(ordered) // NEARLY_ALL]
    end, step = next(pair for pair in ENDS if nearly <= pair[0] or pair is ENDS[-1])
    longest = max(text_width(line, CAPTION * scale) for line in words)
    room = right - left
    wide = min(max(longest, LEAST * scale), SHARE * room)
    beside = room - wide >= WIDE * scale and longest <= wide
    x0 = left + (wide + GUTTER * scale if beside else 0) + dot / 2
    beyond = most > end
    after = BEYOND * scale if beyond else text_width(tick_words(end, end), CAPTION * scale) / 2
    return MinutesAxis(
        left=left,
        right=right,
        x0=x0,
        x1=right - dot / 2 - after,
        end=end,
        step=step,
        beyond=right - LONGER * scale if beyond else None,
        words_width=wide if beside else room,
        beside=beside,
    )


def tick_words(minutes: int, end: int) -> str:
    """ "15", "1.5"; the last one says what they are: "60 min", "6 h"."""
    if end < IN_HOURS:
        return f"{minutes} min" if minutes == end else str(minutes)
    return f"{minutes / 60:g} h" if minutes == end else f"{minutes / 60:g}"
