"""Where everything on the chart of one day stands, in logical pixels: the strip, and labels that hang below it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import NamedTuple

from bonddiary.analysis.day_rows import LaneKind
from bonddiary.analysis.one_day import OneDay, Told
from bonddiary.charts.heading import margin
from bonddiary.charts.kinds.day.context import PlacedMark, place_marks
from bonddiary.charts.style import BODY, CAPTION, ChartStyle, text_width, wrap
from bonddiary.domain import wording
from bonddiary.domain.catalog import FAMILY_NAMES, Family, OutcomeMark

KEY_LINE, RULER, STRIP, HANG, NEXT, APART = 24.0, 22.0, 72.0, 14.0, 17.0, 9.0
SYMBOL, MARK, ROOM, LEAD = 22.0, 11.0, 18.0, 6.0
WIDEST, NARROWEST = 170.0, 96.0
"""Labels are broken into lines no wider than this, or than a third of the strip."""
MOST_LEVELS = 12
"""Labels hang in at most so many rows; the list has all moments."""
MOST_LABELS = 60
TRIES = 6
LINES_APART = 4.0
"""Lines of moments that are nearer together lean apart, so that none runs through another's words."""
ABOUT, NOT_LOGGED = "about that time", "not logged"
Sign = Family | LaneKind | OutcomeMark | str | None


@dataclass(frozen=True, slots=True)
class KeyItem:
    """A word with its sign."""

    sign: Sign
    words: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Label:
    """What is written below a moment, and the line that it hangs on."""

    told: Told
    x: float
    """Of the line, which leans to here from its moment."""
    ends_here: bool
    """The words end at the line, as late in the evening; else they start there."""
    cue: tuple[str, ...]
    """The cues, then the time."""
    names: int
    """How many of those lines are cues."""
    more: tuple[str, ...]
    """What was tried; the outcome's mark stands before its first line, or alone."""
    wide: float
    tall: float
    level: int
    y: float = 0.0
    """Its upper edge."""

    @property
    def start(self) -> float:
        """Its edge nearer to midnight."""
        return self.x - self.wide if self.ends_here else self.x


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The whole chart."""

    style: ChartStyle
    left: float
    x0: float
    x1: float
    key: tuple[KeyItem, ...]
    ruler: float
    """The middle of the hours' names."""
    y0: float
    y1: float
    """The strip's edges."""
    context: tuple[PlacedMark, ...]
    labels: tuple[Label, ...]
    note: str
    note_y: float
    bottom: float
    data: OneDay

    def x(self, hour: float) -> float:
        """Hours since midnight as a place on the sheet."""
        return self.x0 + hour / 24 * (self.x1 - self.x0)

    def px(self, pixels: float) -> float:
        """Pixels at scale 1 as pixels at this scale."""
        return pixels * self.style.scale


def lay_out(data: OneDay, style: ChartStyle, width: float, top: float = 0.0) -> Layout:
    """Sets the chart from `top` downwards in the width given."""
    scale, edge = style.scale, margin(style.scale, style.titled)
    x0, x1 = edge + 8 * scale, width - edge - 8 * scale
    key, y = _key(data, edge, top or edge, width - edge, scale)
    ruler = y + RULER * scale / 2
    context, y0 = place_marks(data.context, x0, x1, y + RULER * scale, scale)
    y1 = y0 + STRIP * scale
    apart = _leaning(_labels(data, x0, x1, scale), x0, x1, LINES_APART * scale)
    labels = _hung(apart, edge, width - edge, scale)
    placed, bottom = _down(labels, y1 + HANG * scale, scale)
    hidden = len(data.told) - len(placed)
    note = f"{wording.counted(hidden, 'more moment')} in the table" if hidden else ""
    return Layout(
        style=style,
        left=edge,
        x0=x0,
        x1=x1,
        key=key,
        ruler=ruler,
        y0=y0,
        y1=y1,
        context=context,
        labels=placed,
        note=note,
        note_y=bottom + KEY_LINE * scale / 2,
        bottom=bottom + KEY_LINE * scale * bool(note) + edge,
        data=data,
    )


def _labels(data: OneDay, x0: float, x1: float, scale: float) -> list[Label]:
    widest = max(NARROWEST * scale, min(WIDEST * scale, (x1 - x0) / 3))
    return [
        _label(told, x0 + told.mark.start / 24 * (x1 - x0), widest, scale) for told in data.told[:MOST_LABELS]
    ]


def _label(told: Told, x: float, widest: float, scale: float) -> Label:
    lead, mark = LEAD * scale, (MARK + 6) * scale if told.outcome else 0.0
    cue = tuple(wrap(told.cues, widest, BODY * scale, True))
    time = f"{told.time}, {told.lasting}" if told.lasting else told.time
    cue = (*cue, *wrap(time, widest, CAPTION * scale))
    more = tuple(wrap(told.tried, widest - mark, CAPTION * scale)) if told.tried else ()
    names = len(wrap(told.cues, widest, BODY * scale, True))
    wide = max(
        *(text_width(words, BODY * scale, True) for words in cue[:names]),
        *(text_width(words, CAPTION * scale) for words in cue[names:]),
        *(text_width(words, CAPTION * scale) + mark for words in more),
        mark,
    )
    lines = len(cue) + max(len(more), told.outcome is not None)
    return Label(
        told=told,
        x=x,
        ends_here=False,
        cue=cue,
        names=names,
        more=more,
        wide=wide + lead,
        tall=lines * NEXT * scale,
        level=-1,
    )


def _leaning(labels: Sequence[Label], x0: float, x1: float, gap: float) -> list[Label]:
    """Lines that are too near to one another lean apart, those of a crowd to both sides of its middle."""
    crowds: list[list[float]] = []
    for label in labels:
        crowds.append([label.x])
        while (
            len(crowds) > 1
            and _spread(crowds[-1], x0, x1, gap)[0] < gap + (_spread(crowds[-2], x0, x1, gap)[-1])
        ):
            crowds[-2:] = [crowds[-2] + crowds[-1]]
    places = [place for crowd in crowds for place in _spread(crowd, x0, x1, gap)]
    return [replace(label, x=place) for label, place in zip(labels, places, strict=True)]


def _spread(crowd: Sequence[float], x0: float, x1: float, gap: float) -> list[float]:
    """Places around the crowd's middle, so far apart, within the strip."""
    wide = gap * (len(crowd) - 1)
    first = max(x0, min(sum(crowd) / len(crowd) - wide / 2, x1 - wide))
    return [first + gap * place for place in range(len(crowd))]


def _hung(labels: Sequence[Label], left: float, right: float, scale: float) -> list[Label]:
    """Hangs the labels so that most have a place, and then as high as they can.

    From some hour on, words end at their line; before it they start there. The hour is chosen by trying some.
    """
    first = next((at for at in range(len(labels)) if _fit(labels[at:], True, left, right)), len(labels))
    last = next((at for at in range(len(labels), -1, -1) if _fit(labels[:at], False, left, right)), 0)
    first = min(first, last)
    tries = *range(last, first, -max(1, -(-(last - first) // TRIES))), first
    hung = [
        _hung_at(labels, at, late_first, left, right, APART * scale)
        for at in tries
        for late_first in (True, False)
    ]
    most = max(hung, key=lambda found: (len(found), -sum(place.level for place in found)))
    found = [replace(place.label, x=place.x, ends_here=place.ends_here, level=place.level) for place in most]
    return sorted(found, key=lambda label: label.told.mark.start)


class _Place(NamedTuple):
    """Where a label may hang: dozens are tried for each that is kept."""

    label: Label
    x: float
    ends_here: bool
    level: int = -1

    @property
    def start(self) -> float:
        return self.x - self.label.wide if self.ends_here else self.x


def _fit(labels: Sequence[Label], ends_here: bool, left: float, right: float) -> bool:
    starts = (_Place(label, label.x, ends_here).start for label in labels)
    return all(
        start >= left and start + label.wide <= right for start, label in zip(starts, labels, strict=True)
    )


def _hung_at(
    labels: Sequence[Label], at: int, late_first: bool, left: float, right: float, gap: float
) -> list[_Place]:
    """Gives each label the highest level where neither its words nor its line meet another's.

    Late ones are taken from left to right, the others from right to left: so a line hangs beside the words
    of those before it.
    """
    words: list[list[tuple[float, float]]] = [[] for _ in range(MOST_LEVELS)]
    lines: list[list[float]] = [[] for _ in range(MOST_LEVELS)]
    late = [_Place(label, label.x, True) for label in labels[at:]]
    early = [*_first_on_top(labels[:at])][::-1]
    hung = []
    for place in [*late, *early] if late_first else [*early, *late]:
        start, end = place.start, place.start + place.label.wide
        level = None if start < left or end > right else _level(place.x, start, end, words, lines, gap)
        if level is None:
            continue
        words[level].append((start, end))
        for above in range(level):
            lines[above].append(place.x)
        hung.append(place._replace(level=level))
    return hung


def _first_on_top(labels: Sequence[Label]) -> Iterator[_Place]:
    """Of those of one minute the first gets the line on the right: what hangs there stands highest."""
    for _, minute in groupby(labels, key=lambda label: round(label.told.mark.start * 60)):
        together = list(minute)
        for label, place in zip(reversed(together), together, strict=True):
            yield _Place(label, place.x, False)


def _level(
    x: float,
    start: float,
    end: float,
    words: list[list[tuple[float, float]]],
    lines: list[list[float]],
    gap: float,
) -> int | None:
    for level in range(MOST_LEVELS):
        taken = any(one < end + gap and start < other + gap for one, other in words[level])
        if not taken and not any(start - 1 < other < end + 1 for other in lines[level]):
            return level
        if any(one - 1 < x < other + 1 for one, other in words[level]):
            return None  # its line would run through those words
    return None


def _down(labels: Sequence[Label], top: float, scale: float) -> tuple[tuple[Label, ...], float]:
    """Each level as tall as its tallest label."""
    tall: dict[int, float] = {}
    for label in labels:
        tall[label.level] = max(tall.get(label.level, 0.0), label.tall)
    y, tops = top, dict[int, float]()
    for level in sorted(tall):
        tops[level] = y
        y += tall[level] + APART * scale
    return tuple(replace(label, y=tops[label.level]) for label in labels), y


def _key(
    data: OneDay, left: float, top: float, right: float, scale: float
) -> tuple[tuple[KeyItem, ...], float]:
    """The signs that occur, set in lines; and where the last line ends."""
    placed, x, y = [], left, top + KEY_LINE * scale / 2
    for sign, words in _signs(data):
        wide = (SYMBOL + 6) * scale + text_width(words, BODY * scale)
        if x > left and x + wide > right:
            x, y = left, y + KEY_LINE * scale
        placed.append(KeyItem(sign, words, x, y))
        x += wide + ROOM * scale
    return tuple(placed), y + KEY_LINE * scale / 2


def _signs(data: OneDay) -> list[tuple[Sign, str]]:
    signs: list[tuple[Sign, str]] = [(family, FAMILY_NAMES[family].lower()) for family in data.families]
    signs += [(kind, kind.value) for kind in LaneKind if data.has(kind)]
    signs += data.outcomes
    if any(told.mark.about for told in data.told):
        signs.append((ABOUT, ABOUT))
    if data.row.gaps:
        signs.append((NOT_LOGGED, NOT_LOGGED))
    return signs
