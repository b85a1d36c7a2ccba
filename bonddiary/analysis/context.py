"""What was logged before a moment: how long since a feed, a sleep and a nappy.

Nothing here is kept: it is worked out from the entries each time, so one that comes late counts as if it had always been
there. It belongs inside a moment that has happened; it is never a clock that runs, and never says when a thing is due.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bonddiary.domain import wording
from bonddiary.domain.care import CareEvent, CareKind
from bonddiary.domain.ids import BabyId
from bonddiary.domain.moment import Moment

REACH = timedelta(hours=24)
"""How far back it looks. A longer gap says more of the logging than of the baby."""
KINDS = (CareKind.FEED, CareKind.SLEEP, CareKind.NAPPY)
"""In the order of `Context`."""


@dataclass(frozen=True, slots=True)
class Before:
    """How long a moment was after one thing."""

    after: timedelta
    """Since it ended; since it began where no end is noted. Nothing while it went on."""
    during: bool = False
    ended: bool = False
    """Whether its end is noted."""
    about: bool = False
    """Its time is remembered, to about 15 minutes."""


@dataclass(frozen=True, slots=True)
class Context:
    """What came before; None: nothing of the kind was logged in the 24 hours before."""

    feed: Before | None = None
    sleep: Before | None = None
    nappy: Before | None = None

    @property
    def each(self) -> tuple[Before | None, Before | None, Before | None]:
        """In the order of `KINDS`."""
        return self.feed, self.sleep, self.nappy


def context_of(moment: Moment, care: Iterable[CareEvent]) -> Context:
    """From these care events, in any order; those of other babies, later or deleted ones don't count."""
    there = [event for event in care if event.baby == moment.baby and event.deleted is None]
    return Context(*(_before(moment, there, kind) for kind in KINDS))


def contexts(moments: Sequence[Moment], care: Iterable[CareEvent]) -> list[Context]:
    """The same for many moments, in their order: each entry is read once, however long the diary."""
    there = [event for event in care if event.kind in KINDS and event.deleted is None]
    there.sort(key=lambda event: event.at.utc)
    last: dict[tuple[BabyId, CareKind], CareEvent] = {}
    found = [Context()] * len(moments)
    begun = 0
    for place in sorted(range(len(moments)), key=lambda each: moments[each].at.utc):
        moment = moments[place]
        while begun < len(there) and there[begun].at.utc <= moment.at.utc:
            event = there[begun]
            key = event.baby, event.kind
            if key not in last or _lasting(event) > _lasting(last[key]):
                last[key] = event
            begun += 1
        found[place] = Context(*[_near(moment, last.get((moment.baby, kind))) for kind in KINDS])
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
    near = [each for each in found if each.after <= REACH]
    return min(near, key=lambda each: (each.after, not each.during, not each.ended, each.about), default=None)


def _near(moment: Moment, event: CareEvent | None) -> Before | None:
    before = None if event is None else _one(moment, event)
    return None if before is None or before.after > REACH else before


def _lasting(event: CareEvent) -> tuple[datetime, bool, bool]:
    """Of those that have begun, the greatest is the nearest before every moment from then on."""
    return (event.until or event.at).utc, event.until is not None, not event.about


_DURING = Before(timedelta(), during=True)


def _one(moment: Moment, event: CareEvent) -> Before:
    if event.until is None:
        return Before(moment.at.utc - event.at.utc, about=event.about)
    if event.until.utc > moment.at.utc:
        return _DURING
    return Before(moment.at.utc - event.until.utc, ended=True, about=event.about)


def _words(before: Before | None, name: str, after: str, *, ends: bool = True) -> str:
    if before is None:
        return ""
    if before.during:
        return f"during a {name}"
    if ends and not before.ended:
        after = f"after a {name} began"
    return f"{wording.length(before.after)} {after}"
