"""What was logged before a moment: how long since a feed, a sleep and a nappy.

Nothing here is kept: it is worked out from the entries each time, so one that comes late counts as if it had always been
there. It belongs inside a moment that has happened; it is never a clock that runs, and never says when a thing is due.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from bonddiary.domain import wording
from bonddiary.domain.care import CareEvent, CareKind
from bonddiary.domain.ids import BabyId
from bonddiary.domain.moment import Moment

REACH = timedelta(hours=24)
"""How far back it looks. A longer gap says more of the logging than of the baby."""
KINDS = (CareKind.FEED, CareKind.SLEEP, CareKind.NAPPY)
"""In the order of `Context`."""


class Before(NamedTuple):
    """How long a moment was after one thing."""

    after: timedelta
    """Since it ended; since it began where no end is noted. Nothing while it went on."""
    during: bool = False
    ended: bool = False
    """Whether its end is noted."""
    about: bool = False
    """Its time is remembered, to about 15 minutes."""


class Context(NamedTuple):
    """What came before, in the order of `KINDS`; None: nothing of the kind was logged in the 24 hours before."""

    feed: Before | None = None
    sleep: Before | None = None
    nappy: Before | None = None


def context_of(moment: Moment, care: Iterable[CareEvent]) -> Context:
    """From these care events, in any order; those of other babies, later or deleted ones don't count."""
    there = [event for event in care if event.baby == moment.baby and event.deleted is None]
    return Context(*(_before(moment, there, kind) for kind in KINDS))


def contexts(moments: Sequence[Moment], care: Iterable[CareEvent]) -> list[Context]:
    """The same for many moments, in their order: each entry is read once, however long the diary."""
    there = [event for event in care if event.kind in KINDS and event.deleted is None]
    there.sort(key=lambda event: event.at.utc)
    last: dict[BabyId, dict[CareKind, _End]] = defaultdict(dict)
    found = [Context()] * len(moments)
    begun = 0
    for place in sorted(range(len(moments)), key=lambda each: moments[each].at.utc):
        moment = moments[place]
        while begun < len(there) and there[begun].at.utc <= moment.at.utc:
            event = there[begun]
            ends, end = last[event.baby], _end(event)
            if event.kind not in ends or end > ends[event.kind]:
                ends[event.kind] = end
            begun += 1
        ends = last[moment.baby]
        found[place] = Context(*[_after(ends.get(kind), moment) for kind in KINDS])
    return found


def context_words(context: Context) -> str:
    """ "2 h 10 min after a feed · 40 min after waking · no nappy logged in the 24 h before"."""
    said = [
        _words(context.feed, "feed", "after a feed"),
        _words(context.sleep, "sleep", "after waking"),
        _words(context.nappy, "nappy", "after a nappy", ends=False),
    ]
    found = {"feed": context.feed, "sleep": context.sleep, "nappy": context.nappy}
    blank = [name for name, before in found.items() if before is None]
    if len(blank) == len(found):
        return "No feed, sleep or nappy logged in the 24 h before"
    if blank:
        said.append(f"no {' or '.join(blank)} logged in the 24 h before")
    return " · ".join(part for part in said if part)


def _before(moment: Moment, care: list[CareEvent], kind: CareKind) -> Before | None:
    begun = (event for event in care if event.kind is kind and event.at.utc <= moment.at.utc)
    return _after(max(map(_end, begun), default=None), moment)


class _End(NamedTuple):
    """Of events that have begun, the one with the greatest is the nearest before every moment from then on."""

    utc: datetime
    """When it was over; when it began where no end is noted."""
    noted: bool
    timed: bool
    """Not remembered."""


def _end(event: CareEvent) -> _End:
    return _End((event.until or event.at).utc, event.until is not None, not event.about)


_NO_TIME = timedelta()
_DURING = Before(_NO_TIME, during=True)


def _after(end: _End | None, moment: Moment) -> Before | None:
    """None where nothing has begun, or too long ago."""
    if end is None:
        return None
    after = moment.at.utc - end.utc
    if after < _NO_TIME:
        return _DURING
    return None if after > REACH else Before(after, ended=end.noted, about=not end.timed)


def _words(before: Before | None, name: str, after: str, *, ends: bool = True) -> str:
    if before is None:
        return ""
    if before.during:
        return f"during a {name}"
    if ends and not before.ended:
        after = f"after a {name} began"
    return f"{wording.length(before.after)} {after}"
