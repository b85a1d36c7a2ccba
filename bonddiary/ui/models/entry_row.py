"""A moment or care event as a list row shows it: words and drawings, no decisions left to the painter."""

from dataclasses import dataclass

from bonddiary.analysis.names import Names, in_sentence, sequence
from bonddiary.domain import wording
from bonddiary.domain.care import CareEvent, CareKind
from bonddiary.domain.catalog import Family, OutcomeMark
from bonddiary.domain.moment import Moment
from bonddiary.domain.records import Kind, Ref, ref_to
from bonddiary.domain.unread import Unread
from bonddiary.domain.when import When

CARE_NAMES = {
    CareKind.FEED: "Feed",
    CareKind.SLEEP: "Sleep",
    CareKind.NAPPY: "Nappy",
    CareKind.PUMP: "Pumping",
    CareKind.MEDICINE: "Medicine",
    CareKind.TEMPERATURE: "Temperature",
    CareKind.GROWTH: "Growth",
    CareKind.BATH: "Bath",
    CareKind.PLAY: "Play",
    CareKind.OUTING: "Outing",
    CareKind.ILLNESS: "Illness",
    CareKind.JAB: "Jab",
    CareKind.APPOINTMENT: "Appointment",
    CareKind.MILESTONE: "First time",
    CareKind.HOLDING: "Held",
    CareKind.OTHER: "Other",
}
CARE_DRAWINGS = {"feed", "sleep", "nappy", "medicine", "temperature", "growth", "bath", "play", "outing"}


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

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        return ", ".join(
            part for part in (self.time, self.title, self.tried, self.outcome, self.note) if part
        )


def row_of(entry: Moment | CareEvent, names: Names) -> EntryRow:
    """The row of an entry."""
    return _moment_row(entry, names) if isinstance(entry, Moment) else _care_row(entry)


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
        drawing=f"cue-{first}",
        family=family,
        title=wording.listed([names.cue(first), *(in_sentence(names.cue(cue)) for cue in moment.cues[1:])]),
        tried=sequence([names.response(key) for key in moment.responses]),
        outcome=", ".join(after),
        mark=known.mark if known else None,
        note="Private note" if moment.private and moment.note else moment.note,
    )


def _care_row(event: CareEvent) -> EntryRow:
    details = [value for _, value in event.details if value]
    amount = (
        ""
        if event.value is None
        else f"{round(event.value, 3):.15g}{f' {event.unit.value}' if event.unit else ''}"
    )
    length = "" if event.length is None else wording.length(event.length)
    drawing = event.kind.value if event.kind.value in CARE_DRAWINGS else "other"
    return EntryRow(
        ref=ref_to(event),
        at=event.at,
        time=_time(event),
        drawing=f"care-{drawing}",
        family=None,
        title=CARE_NAMES[event.kind],
        tried=" · ".join(part for part in (*details[:2], amount, length) if part),
        outcome="",
        mark=None,
        note=event.note,
    )
