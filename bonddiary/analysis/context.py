"""What was logged before a moment: how long since a feed, a sleep and a nappy.

Nothing here is kept: it is worked out from the entries each time, so one that comes late counts as if it had always been
there. It belongs inside a moment that has happened; it is never a clock that runs, and never says when a thing is due.
"""

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
    last: dict[tuple[BabyId, CareKind], tuple[_Lasting, CareEvent]] = {}
    found = [Context()] * len(moments)
    begun = 0
    for place in sorted(range(len(moments)), key=lambda each: moments[each].at.utc):
        moment = moments[place]
        while begun < len(there) and there[begun].at.utc <= moment.at.utc:
            event = there[begun]
            key, lasting = (event.baby, event.kind), _lasting(event)
            if key not in last or lasting > last[key][0]:
                last[key] = lasting, event
            begun += 1
        nearest = [last.get((moment.baby, kind)) for kind in KINDS]
        found[place] = Context(*[None if each is None else _one(moment, each[1]) for each in nearest])
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
    found = [_one(moment, event) for event in care if event.kind is kind and event.at.utc <= moment.at.utc]
    near = [each for each in found if each is not None]
    return min(near, key=lambda each: (each.after, not each.during, not each.ended, each.about), default=None)


_Lasting = tuple[datetime, bool, bool]


def _lasting(event: CareEvent) -> _Lasting:
    """Of those that have begun, the greatest is the nearest before every moment from then on."""
    return (event.until or event.at).utc, event.until is not None, not event.about


_NO_TIME = timedelta()
_DURING = Before(_NO_TIME, during=True)


def _one(moment: Moment, event: CareEvent) -> Before | None:
    """An event that began before, unless that was over too long ago."""
    after = moment.at.utc - (event.until or event.at).utc
    if after < _NO_TIME:
        return _DURING
    return None if after > REACH else Before(after, False, event.until is not None, event.about)


def _words(before: Before | None, name: str, after: str, *, ends: bool = True) -> str:
    if before is None:
        return ""
    if before.during:
        return f"during a {name}"
    if ends and not before.ended:
        after = f"after a {name} began"
    return f"{wording.length(before.after)} {after}"
