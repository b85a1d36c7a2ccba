"""How long it lasted, as people type it: "20", "1 h 10", or the time it ended, "3:40am"."""

import re
from datetime import timedelta

from bonddiary.domain.errors import InvalidEntry
from bonddiary.domain.when import When
from bonddiary.ui.pages.log.clock_text import read_time

_LENGTH = re.compile(
    r"(?:in\s+)?(?:(\d{1,2})\s*h(?:ours?|r|rs)?)?\s*(?:(\d{1,3})\s*(?:m|min|mins|minutes?)?)?", re.IGNORECASE
)
HELP = "Type how long, such as 20 min, or the time it ended, such as 3:40am."
LONGEST = timedelta(hours=24)


def read_span(text: str, at: When, now: When) -> tuple[When, When | None]:
    """Start and end; no end for a blank text. Raises InvalidEntry.

    A length that would end in the future ended now: who notes a feed when it is over presses once, then says 20 min.
    """
    plain = text.strip()
    if not plain:
        return at, None
    found = _LENGTH.fullmatch(plain)
    if found and (found[1] or found[2]):
        length = timedelta(hours=int(found[1] or 0), minutes=int(found[2] or 0))
        if length > LONGEST:
            raise InvalidEntry("That is longer than a day. Type a shorter time.")
        until = at.shifted(length)
        return (at, until) if until.utc <= now.utc else (now.shifted(-length), now)
    try:
        until = read_time(plain, now)
    except InvalidEntry as problem:
        raise InvalidEntry(HELP) from problem
    if until.utc < at.utc:
        raise InvalidEntry("That is before it began. Type a later time, or how long it lasted.")
    return at, until
