"""The same change to several entries. Each makes the entry as it is to be, or None where it has no such thing."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from bonddiary.domain.care import CareEvent
from bonddiary.domain.ids import CarerId, CueKey, OutcomeKey, ResponseKey
from bonddiary.domain.moment import Moment

Entry = Moment | CareEvent
Change = Callable[[Entry], Entry | None]


def adding(response: ResponseKey) -> Change:
    """Tried too, after what was tried before."""

    def change(moment: Moment) -> Moment:
        there = response in moment.responses
        return moment if there else replace(moment, responses=(*moment.responses, response))

    return _of_moments(change)


def taking_out(response: ResponseKey) -> Change:
    """Not tried after all."""
    return _of_moments(
        lambda moment: replace(moment, responses=tuple(key for key in moment.responses if key != response))
    )


def with_outcome(outcome: OutcomeKey | None) -> Change:
    """What came next; None: not recorded."""
    return _of_moments(lambda moment: replace(moment, outcome=outcome))


def with_cue(cue: CueKey) -> Change:
    """Another cue in place of the first; the others stay."""
    return _of_moments(
        lambda moment: replace(moment, cues=(cue, *(key for key in moment.cues[1:] if key != cue)))
    )


def with_private(private: bool) -> Change:
    """A private note, or no longer."""
    return _of_moments(lambda moment: replace(moment, private=private))


def with_about(about: bool) -> Change:
    """A remembered time, or an exact one."""
    return lambda entry: replace(entry, about=about)


def with_carer(carer: CarerId | None) -> Change:
    """Whose entry it is."""
    return lambda entry: replace(entry, carer=carer)


def shifted(minutes: int) -> Change:
    """Earlier (below 0) or later; how long it lasted stays."""
    by = timedelta(minutes=minutes)
    return lambda entry: replace(
        entry, at=entry.at.shifted(by), until=None if entry.until is None else entry.until.shifted(by)
    )


def _of_moments(change: Callable[[Moment], Moment]) -> Change:
    return lambda entry: change(entry) if isinstance(entry, Moment) else None
