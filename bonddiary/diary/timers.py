"""What a timer becomes when it is stopped, and when one may be started."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from bonddiary.domain.care import CareEvent, CareKind
from bonddiary.domain.errors import InvalidEntry
from bonddiary.domain.ids import CareId, CarerId, CueKey, MomentId
from bonddiary.domain.moment import ABOUT_FROM, Moment, Settle
from bonddiary.domain.records import Kind, Record, Ref
from bonddiary.domain.timer import Timer, TimerKind
from bonddiary.domain.when import When

MOST = 3
"""How many may run in a diary at once."""
PRESSED_TWICE = timedelta(seconds=10)
"""Stopped sooner, it says that something happened, not how long it took."""
FUSSING = CueKey("cry-fuss")


def refuse_one_more(timer: Timer, running: Sequence[Timer]) -> None:
    """Raises InvalidEntry where this timer can't run beside the others."""
    if any((other.baby, other.kind) == (timer.baby, timer.kind) for other in running):
        raise InvalidEntry(f"A {timer.kind.value} timer is running already. Stop that one first.")
    if len(running) >= MOST:
        raise InvalidEntry("Three timers are running already. Stop one of them first.")


def refuse_start(timer: Timer, now: When) -> None:
    """Raises InvalidEntry for a start that is still to come."""
    if timer.started.utc > now.utc:
        raise InvalidEntry("That start is in the future. Choose an earlier time.")


def what_it_refers_to(timer: Timer) -> list[Ref]:
    """The entry that gets the length, where there is one."""
    pairs = ((Kind.MOMENT, timer.moment), (Kind.CARE, timer.care))
    return [Ref(kind, id) for kind, id in pairs if id is not None]


def becomes(
    timer: Timer, at: When, now: When, id: str, there: Record | None, carer: CarerId | None = None
) -> tuple[Record, ...]:
    """The records to write when a timer ends at a time: one, or none for settling that was pressed twice.

    `there` is the entry that it belongs to, as the diary has it; `id` and `carer` are for a new entry.
    Raises InvalidEntry.
    """
    if at.utc > now.utc:
        raise InvalidEntry("That time is in the future. Choose an earlier one.")
    if at.utc < timer.started.utc:
        raise InvalidEntry("That is before the timer started. Choose a later time.")
    until = at if timer.ran(at) >= PRESSED_TWICE else None
    if timer.kind is TimerKind.SETTLING:
        return _settled(timer, until, there)
    if isinstance(there, Moment | CareEvent) and there.deleted is None:
        start = min(there.at, timer.started, key=lambda when: when.utc)
        return (replace(there, at=start, until=until, about=there.about or _remembered(timer, at, now)),)
    about = _remembered(timer, at, now)
    if timer.kind is TimerKind.FEED:
        feed = CareEvent(
            id=CareId(id), baby=timer.baby, kind=CareKind.FEED, at=timer.started, until=until, entered=now, about=about,
            carer=carer
        )  # fmt: skip
        return (feed,)
    moment = Moment(
        id=MomentId(id),
        baby=timer.baby,
        cues=(timer.cue or FUSSING,),
        at=timer.started,
        until=until,
        entered=now,
        about=about,
        carer=carer,
    )
    return (moment,)


def _settled(timer: Timer, until: When | None, there: Record | None) -> tuple[Record, ...]:
    if not isinstance(there, Moment):
        raise InvalidEntry("The moment of this timer isn’t in the diary any more. Discard the timer.")
    if until is None:
        return ()
    return (replace(there, settle=Settle.in_minutes(timer.ran(until) // timedelta(minutes=1))),)


def _remembered(timer: Timer, at: When, now: When) -> bool:
    start = timer.entered.utc - timer.started.utc
    return start >= ABOUT_FROM or now.utc - at.utc >= ABOUT_FROM
