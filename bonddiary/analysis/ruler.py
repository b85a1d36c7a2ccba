"""A day's or a night's entries laid onto rows of a ruler, and the hours that nobody logged."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from bonddiary.analysis.care_words import care_title
from bonddiary.analysis.day_rows import REACH, SHORTEST, families_of
from bonddiary.analysis.hours import STEP, Hours, clock_words, span_words
from bonddiary.analysis.names import Names, in_sentence
from bonddiary.analysis.overlaps import CALM, FUSSING, Entry
from bonddiary.domain import wording
from bonddiary.domain.care import CareEvent, CareKind
from bonddiary.domain.catalog import Family
from bonddiary.domain.moment import Moment
from bonddiary.domain.when import When


class Lane(StrEnum):
    """The rows, in their order on the ruler."""

    MOMENTS = "moments"
    CRYING = "crying"
    CALM = "calm"
    FEED = "feed"
    SLEEP = "sleep"
    HELD = "held"
    OTHER = "other"


class Fill(StrEnum):
    """How a stretch is filled: each differs from the others in black and white too."""

    CRYING = "crying"
    FUSSING = "fussing"
    CALM = "calm"
    FEED = "feed"
    SLEEP = "sleep"
    HELD = "held"
    TAIL = "tail"
    """How long a moment of another kind lasted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """An entry on the ruler: a mark, or a stretch."""

    entry: Entry
    lane: Lane
    fill: Fill | None
    """None for a mark."""
    families: tuple[Family | None, ...]
    """Of a moment's cues; none for care."""
    start: float
    """In steps from the ruler's start, never outside it."""
    end: float
    begins: bool
    ends: bool
    level: int = 0
    """1 where it would lie on another in its row."""
    words: str

    def holds(self, step: float) -> bool:
        """Whether it is at a step: a stretch from its start up to its end, a mark within half a step."""
        return self.start <= step < self.end or abs(self.start - step) <= 0.5


@dataclass(frozen=True, slots=True)
class Ruled:
    """What the ruler shows."""

    pieces: tuple[Piece, ...] = ()
    gaps: tuple[tuple[float, float], ...] = ()
    """Not logged: steps from and to."""

    def at(self, step: float) -> tuple[Piece, ...]:
        """What is at a step: marks first, then stretches, the newest first."""
        found = [piece for piece in self.pieces if piece.holds(step)]
        return tuple(sorted(found, key=lambda piece: (abs(piece.start - step) > 0.5, -piece.start)))


CARE_LANES = {CareKind.SLEEP: Lane.SLEEP, CareKind.FEED: Lane.FEED, CareKind.HOLDING: Lane.HELD}


def ruled(
    entries: Sequence[Entry],
    hours: Hours,
    now: When,
    names: Names,
    whole: Iterable[date],
) -> Ruled:
    """Lays entries onto the ruler; those outside its hours only say how far what was logged reaches."""
    pieces: list[Piece] = []
    for entry in sorted(entries, key=lambda each: (each.at.utc, each.id)):
        piece = _piece(entry, hours, names)
        if piece is not None:
            lies = [
                each for each in pieces if each.lane is piece.lane and each.fill and each.end > piece.start
            ]
            taken = {each.level for each in lies} if piece.fill else set()
            pieces.append(_lifted(piece) if 0 in taken and 1 not in taken else piece)
    return Ruled(tuple(pieces), _gaps(entries, hours, now, frozenset(whole)))


def entry_name(entry: Entry, names: Names) -> str:
    """ "Building cry and rooting", "Sleep"; a kind of the family's own by its own name."""
    if isinstance(entry, CareEvent):
        return care_title(entry, names)
    first, *others = entry.cues
    return wording.listed([names.cue(first), *(in_sentence(names.cue(cue)) for cue in others)])


def here_words(shown: Ruled, hours: Hours, step: int) -> str:
    """What a screen reader hears at the cursor: "1:40am, building cry; sleep since 1:15am"."""
    at = hours.at(step)
    said = [_here(piece, step) for piece in shown.at(step)]
    if not said:
        gap = any(start <= step < end for start, end in shown.gaps)
        said = ["not logged" if gap else "nothing noted here"]
    return f"{clock_words(at)}, {'; '.join(said)}"


def _here(piece: Piece, step: int) -> str:
    if piece.fill is None or (abs(piece.start - step) <= 0.5 and piece.begins):
        return in_sentence(piece.words)
    return f"{in_sentence(piece.words)} since {clock_words(piece.entry.at)}"


def _piece(entry: Entry, hours: Hours, names: Names) -> Piece | None:
    start, end = hours.step_of(entry.at), hours.step_of(entry.until or entry.at)
    if end < 0 or start > hours.steps or (end == 0 and start < 0):
        return None
    lasting = entry.until is not None and entry.until.utc > entry.at.utc
    lane, fill = _lane(entry, names, lasting)
    return Piece(
        entry=entry,
        lane=lane,
        fill=fill if lasting else None,
        families=families_of(entry, names) if isinstance(entry, Moment) else (),
        start=max(0.0, start),
        end=min(float(hours.steps), end),
        begins=start >= 0,
        ends=end <= hours.steps,
        words=entry_name(entry, names),
    )


def _lane(entry: Entry, names: Names, lasting: bool) -> tuple[Lane, Fill]:
    if isinstance(entry, CareEvent):
        lane = CARE_LANES.get(entry.kind, Lane.OTHER)
        return lane, Fill.TAIL if lane is Lane.OTHER else Fill(lane.value)
    if lasting and any(names.family(cue) is Family.CRYING for cue in entry.cues):
        return Lane.CRYING, Fill.FUSSING if entry.cues == (FUSSING,) else Fill.CRYING
    if lasting and CALM in entry.cues:
        return Lane.CALM, Fill.CALM
    return Lane.MOMENTS, Fill.TAIL


def _lifted(piece: Piece) -> Piece:
    from dataclasses import replace

    return replace(piece, level=1)


def _gaps(
    entries: Iterable[Entry], hours: Hours, now: When, whole: frozenset[date]
) -> tuple[tuple[float, float], ...]:
    """The steps further than three hours from anything logged, up to now, as on the Two-weeks chart."""
    reach, shortest = REACH / STEP, SHORTEST / STEP
    spans = [
        (hours.step_of(each.at) - reach, hours.step_of(each.until or each.at) + reach) for each in entries
    ]
    spans += [_day_steps(hours, day) for day in whole]
    close = min(float(hours.steps), (now.utc - hours.start.utc) / STEP)
    found, reached = [], 0.0
    for start, end in [*sorted(spans), (close, close)]:
        if min(start, close) - reached >= (shortest if reached or start < close else STEP / STEP):
            found.append((reached, min(start, close)))
        reached = max(reached, end)
    return tuple(found)


def _day_steps(hours: Hours, day: date) -> tuple[float, float]:
    whole = Hours(day, False, hours.zone)
    return hours.step_of(whole.start), hours.step_of(whole.end)


def when_words(entry: Entry) -> str:
    """ "1:40am", "1:00 to 3:00am"."""
    if entry.until is None or entry.until.utc - entry.at.utc < timedelta(minutes=1):
        return clock_words(entry.at, plain=True)
    return span_words(entry.at, entry.until)
