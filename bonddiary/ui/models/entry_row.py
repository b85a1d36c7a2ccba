"""A moment or care event as a list row shows it: words and drawings, no decisions left to the painter."""

from collections.abc import Callable
from dataclasses import dataclass, field

from bonddiary.analysis.care_words import care_drawing, care_title, care_told
from bonddiary.analysis.names import Names, in_sentence, sequence
from bonddiary.domain import wording
from bonddiary.domain.baby import BabyMark
from bonddiary.domain.care import CareEvent
from bonddiary.domain.catalog import Family, OutcomeMark
from bonddiary.domain.moment import Moment
from bonddiary.domain.records import Kind, Ref, ref_to
from bonddiary.domain.unread import Unread
from bonddiary.domain.when import When


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One row."""

    ref: Ref
    at: When
    time: str
    """On the clock where it happened; "about" times carry a ~."""
    drawing: str
    family: Family | None
    """None for care events: drawn in quiet ink."""
    title: str
    tried: str
    outcome: str
    mark: OutcomeMark | None
    note: str
    """The note, or "Private note" for a private one."""
    unread: bool = False
    """It is there and can't be read: the row says so, and opens nothing."""
    baby: BabyMark | None = None
    """Whose it is, where entries of several babies stand in one list."""

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        whose = self.baby.name if self.baby is not None else ""
        said = (self.time, whose, self.title, self.tried, self.outcome, self.note)
        return ", ".join(part for part in said if part)


@dataclass(slots=True)
class EntryLine:
    """A row of a long list: its words are made when it is first looked at, and most rows never are."""

    ref: Ref
    at: When
    make: Callable[[], EntryRow]
    unread: bool = False
    _made: EntryRow | None = field(default=None, repr=False)

    @property
    def row(self) -> EntryRow:
        """What is shown."""
        if self._made is None:
            self._made = self.make()
        return self._made


def row_of(entry: Moment | CareEvent, names: Names) -> EntryRow:
    """The row of an entry."""
    return _moment_row(entry, names) if isinstance(entry, Moment) else _care_row(entry, names)


def unread_row(entry: Unread) -> EntryRow:
    """The row of an entry that can't be read."""
    words = "This moment can’t be read." if entry.ref.kind is Kind.MOMENT else "This entry can’t be read."
    return EntryRow(
        ref=entry.ref,
        at=entry.at,
        time=wording.clock_plain(entry.at.wall),
        drawing="care-other",
        family=None,
        title=words,
        tried="",
        outcome="",
        mark=None,
        note="",
        unread=True,
    )


def _time(entry: Moment | CareEvent) -> str:
    shown = wording.clock_plain(entry.at.wall) + wording.which_pass(entry.at)
    return f"about {shown}" if entry.about else shown


def _moment_row(moment: Moment, names: Names) -> EntryRow:
    first = moment.cues[0]
    family = names.family(first)
    known = None if moment.outcome is None else names.outcome(moment.outcome)
    after = [names.outcome_name(moment.outcome)] if moment.outcome else []
    if moment.settle:
        after.append(names.settle(moment.settle))
    return EntryRow(
        ref=ref_to(moment),
        at=moment.at,
        time=_time(moment),
        drawing=f"cue-{names.drawn(first)}",
        family=family,
        title=wording.listed([names.cue(first), *(in_sentence(names.cue(cue)) for cue in moment.cues[1:])]),
        tried=sequence([names.response(key) for key in moment.responses]),
        outcome=", ".join(after),
        mark=known.mark if known else None,
        note="Private note" if moment.private and moment.note else moment.note,
    )


def _care_row(event: CareEvent, names: Names) -> EntryRow:
    return EntryRow(
        ref=ref_to(event),
        at=event.at,
        time=_time(event),
        drawing=care_drawing(event, names),
        family=None,
        title=care_title(event, names),
        tried=" · ".join(care_told(event, names)),
        outcome="",
        mark=None,
        note=event.note,
    )
