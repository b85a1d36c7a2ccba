"""Stretches that overlap: kept as they were noted, and what joining or trimming two of them makes. Nothing is lost."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import combinations

from bonddiary.analysis.names import Names, in_sentence
from bonddiary.domain.care import CareEvent, CareKind
from bonddiary.domain.catalog import Family
from bonddiary.domain.ids import CareId, CueKey, MomentId
from bonddiary.domain.moment import Moment
from bonddiary.domain.when import When

Entry = Moment | CareEvent
CALM = CueKey("state-quiet-alert")
FUSSING = CueKey("cry-fuss")
_NONE = timedelta(0)


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two stretches that share some time: the one that began first, then the other."""

    first: Entry
    second: Entry

    @property
    def painted_last(self) -> Entry:
        """The one that was noted later."""
        return max(self.first, self.second, key=lambda each: (each.entered.utc, each.id))

    @property
    def other(self) -> Entry:
        """The one that was there before."""
        return self.first if self.painted_last is self.second else self.second

    @property
    def key(self) -> frozenset[str]:
        """Names the pair, whichever way round."""
        return frozenset((self.first.id, self.second.id))

    @property
    def joinable(self) -> bool:
        """Whether they are the same kind of thing."""
        return same_kind(self.first, self.second)

    @property
    def trimmable(self) -> bool:
        """Whether cutting leaves something of both: two that are exactly alike leave nothing."""
        return _span(self.first) != _span(self.second)


def overlaps(entries: Iterable[Entry], names: Names) -> tuple[Overlap, ...]:
    """Pairs that share some time and can't well be at once: two of a kind, or two things a baby does.

    Holding goes beside anything: it is what the carer does.
    """
    lasting = [each for each in entries if each.until is not None and each.until.utc > each.at.utc]
    ordered = sorted(lasting, key=lambda each: (each.at.utc, each.id))
    return tuple(
        Overlap(one, two)
        for one, two in combinations(ordered, 2)
        if _shared(one, two) > _NONE
        and (same_kind(one, two) or (_behaves(one, names) and _behaves(two, names)))
    )


def same_kind(one: Entry, two: Entry) -> bool:
    """Whether joining them would make one thing: the same kind of care, or the same cues."""
    if isinstance(one, CareEvent) and isinstance(two, CareEvent):
        return one.kind is two.kind and one.detail("kind") == two.detail("kind")
    return isinstance(one, Moment) and isinstance(two, Moment) and set(one.cues) == set(two.cues)


def joined(overlap: Overlap, names: Names) -> Entry:
    """One entry from the earlier start to the later end, with what both say.

    Cues and responses follow each other, notes too. Where a field holds one thing and both say something, the earlier
    one's stays and the other's goes into the note in words. Raises ValueError for two of different kinds.
    """
    one, two = overlap.first, overlap.second
    if isinstance(one, Moment) and isinstance(two, Moment) and overlap.joinable:
        return _joined_moment(one, two, names)
    if isinstance(one, CareEvent) and isinstance(two, CareEvent) and overlap.joinable:
        return _joined_care(one, two)
    raise ValueError("different kinds are not joined")


def trimmed(overlap: Overlap, new_id: str) -> tuple[Entry, ...]:
    """What to write so that they no longer overlap: the one noted last, cut at the other's edges.

    One that lies within the other would be cut to nothing: then the other is cut around it. What goes on behind the other
    is an entry of its own, with `new_id`. Raises ValueError for two that are exactly alike.
    """
    if not overlap.trimmable:
        raise ValueError("cutting two that are alike would leave nothing of one")
    cut, edge = overlap.painted_last, overlap.other
    if _within(cut, edge):
        cut, edge = edge, cut
    assert cut.until is not None
    assert edge.until is not None
    before = cut.at.utc < edge.at.utc
    after = cut.until.utc > edge.until.utc
    if before and after:
        return (_cut(cut, cut.at, edge.at), _rest(cut, edge.until, cut.until, new_id))
    return (_cut(cut, cut.at, edge.at),) if before else (_cut(cut, edge.until, cut.until),)


def _joined_moment(one: Moment, two: Moment, names: Names) -> Moment:
    aside = []
    if one.outcome and two.outcome and one.outcome != two.outcome:
        aside.append(in_sentence(names.outcome_name(two.outcome)))
    if one.settle and two.settle and one.settle != two.settle:
        aside.append(names.settle(two.settle))
    if one.state and two.state and one.state != two.state:
        aside.append(in_sentence(names.state(two.state)))
    if one.intensity and two.intensity and one.intensity != two.intensity:
        aside.append(two.intensity.value)
    return replace(
        one,
        until=_later(one, two),
        about=one.about or two.about,
        cues=tuple(dict.fromkeys((*one.cues, *two.cues))),
        responses=tuple(dict.fromkeys((*one.responses, *two.responses))),
        outcome=one.outcome or two.outcome,
        settle=one.settle or two.settle,
        state=one.state or two.state,
        intensity=one.intensity or two.intensity,
        note=_notes(one.note, two.note, *aside),
        private=one.private or two.private,
        carer=one.carer or two.carer,
    )


def _joined_care(one: CareEvent, two: CareEvent) -> CareEvent:
    aside = []
    amount = two if one.value is None else one
    if one.value is not None and two.value is not None and (one.value, one.unit) != (two.value, two.unit):
        aside.append(f"{two.value:g} {two.unit.value if two.unit else ''}".strip())
    said = dict(one.details)
    for name, value in two.details:
        if said.setdefault(name, value) != value:
            aside.append(f"{name}: {value}")
    return replace(
        one,
        until=_later(one, two),
        about=one.about or two.about,
        value=amount.value,
        unit=amount.unit,
        details=tuple(said.items()),
        note=_notes(one.note, two.note, *aside),
        carer=one.carer or two.carer,
    )


def _notes(*parts: str) -> str:
    return "; ".join(dict.fromkeys(part for part in parts if part))


def _later(one: Entry, two: Entry) -> When | None:
    ends = [each.until for each in (one, two) if each.until is not None]
    return max(ends, key=lambda end: end.utc)


def _cut(entry: Entry, at: When, until: When) -> Entry:
    return replace(entry, at=at, until=until)


def _rest(entry: Entry, at: When, until: When, new_id: str) -> Entry:
    """What goes on behind: the same kind of thing. What was said of it stands once, in the part before."""
    if isinstance(entry, Moment):
        return replace(
            entry,
            id=MomentId(new_id),
            at=at,
            until=until,
            responses=(),
            outcome=None,
            settle=None,
            note="",
            source=None,
        )
    return replace(entry, id=CareId(new_id), at=at, until=until, value=None, unit=None, note="", source=None)


def _span(entry: Entry) -> tuple[object, object]:
    return entry.at.utc, None if entry.until is None else entry.until.utc


def _within(inner: Entry, outer: Entry) -> bool:
    assert inner.until is not None
    assert outer.until is not None
    return inner.at.utc >= outer.at.utc and inner.until.utc <= outer.until.utc


def _shared(one: Entry, two: Entry) -> timedelta:
    assert one.until is not None
    assert two.until is not None
    return min(one.until.utc, two.until.utc) - max(one.at.utc, two.at.utc)


def _behaves(entry: Entry, names: Names) -> bool:
    """Whether it is one of the things that clinical diaries let a baby do one at a time."""
    if isinstance(entry, CareEvent):
        return entry.kind in (CareKind.SLEEP, CareKind.FEED)
    return any(cue == CALM or names.family(cue) is Family.CRYING for cue in entry.cues)
