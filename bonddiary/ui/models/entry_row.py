"""A moment or care event as a list row shows it: words and drawings, no decisions left to the painter."""

from dataclasses import dataclass

from bonddiary.analysis.names import Names, in_sentence, sequence
from bonddiary.domain import wording
from bonddiary.domain.care import CareEvent, CareKind
from bonddiary.domain.catalog import Family, OutcomeMark
from bonddiary.domain.moment import Moment
from bonddiary.domain.records import Ref, ref_to
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

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        return ", ".join(
            part for part in (self.time, self.title, self.tried, self.outcome, self.note) if part
        )


def row_of(entry: Moment | CareEvent, names: Names) -> EntryRow:
    """The row of an entry."""
    return _moment_row(entry, names) if isinstance(entry, Moment) else _care_row(entry)


def _time(entry: Moment | CareEvent) -> str:
    return ("about " if entry.about else "") + wording.clock_plain(entry.at.wall)


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
