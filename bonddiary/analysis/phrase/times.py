"""Times and lengths in a phrase: "10 min ago", "at 3:12", "last night 11"."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from bonddiary.analysis.phrase.reading import Sure, Why
from bonddiary.analysis.phrase.tokens import Token
from bonddiary.analysis.phrase.words import WordIndex
from bonddiary.domain.phrases import PhraseWord
from bonddiary.domain.when import When

LONGEST = 7 * 24 * 60
"""Minutes ago that a phrase may say: beyond, a day is easier to choose."""
_DAYS = {
    PhraseWord.TODAY: (0, 0, 24),
    PhraseWord.MORNING: (0, 0, 12),
    PhraseWord.AFTERNOON: (0, 12, 12),
    PhraseWord.YESTERDAY: (1, 0, 24),
    PhraseWord.LAST_NIGHT: (1, 18, 12),
}
"""Days back, first hour, hours: a night starts on the day before."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A length of time that ends before the token `end`."""

    end: int
    minutes: int
    unit: bool
    """Whether its unit was typed."""
    sure: Sure = Sure.EXACT


@dataclass(frozen=True, slots=True)
class Found:
    """A time that ends before the token `end`, or why it is none."""

    end: int
    at: When | None = None
    why: Why | None = None
    sure: Sure = Sure.EXACT


class Line:
    """The tokens of one moment, with what they may mean."""

    def __init__(self, text: str, line: Sequence[Token], index: WordIndex, now: When) -> None:
        self.text, self.line, self.index, self.now = text, line, index, now
        self._small = [index.small(line, place) for place in range(len(line))]

    def small(self, place: int, *kinds: PhraseWord) -> tuple[int, Sure]:
        """Where a small word of these kinds that starts here ends (`place` itself: there is none), and how it was met."""
        found = self._small[place] if place < len(self._small) else None
        return (place + found.count, found.sure) if found and found.kind in kinds else (place, Sure.EXACT)

    def wordless(self, place: int) -> bool:
        """Whether neither a number nor a small word is here: most words of a note."""
        return place >= len(self.line) or (self._small[place] is None and self.line[place].number is None)

    def number(self, place: int) -> int | None:
        """The number here, or None."""
        return self.line[place].number if place < len(self.line) else None

    def joined(self, place: int) -> bool:
        """Whether a token is here with no comma before it."""
        return place < len(self.line) and not self.line[place].after_break

    def ends(self, place: int) -> bool:
        """Whether a number that ends before this token stands by itself: "10 ml" and "3 weeks" are no times."""
        if not self.joined(place):
            return place == len(self.line) or not self._glued(place)
        found = self.index.match(self.line, place, settle=True)
        if found is not None:
            return len(found.meant) == 1
        kinds = (PhraseWord.JOIN, PhraseWord.IN, PhraseWord.AT, PhraseWord.NOW, *_DAYS)
        return self.small(place, *kinds)[0] > place

    def _glued(self, place: int) -> bool:
        """Whether this token is part of something like 38.5."""
        gap = self.text[self.line[place - 1].end : self.line[place].start]
        return len(gap) == 1 and not gap.isspace() and gap != "," and self.number(place) is not None

    def amount(self, place: int) -> Amount | None:
        """A length of time: "10", "10 min", "1 h 30", "an hour", "half an hour"."""
        if self.wordless(place):
            return None
        for kind, minutes in ((PhraseWord.HALF_HOUR, 30), (PhraseWord.QUARTER_HOUR, 15)):
            end, sure = self.small(place, kind)
            if end > place:
                return Amount(end, minutes, unit=True, sure=sure)
        number, start = self.number(place), place + 1
        bare = None if number is None else Amount(start, number, unit=False)
        if number is None:
            start, _ = self.small(place, PhraseWord.ONE)
            number = 1
        if start == place or not self.joined(start):
            return bare
        end, sure = self.small(start, PhraseWord.MINUTES)
        if end > start:
            return Amount(end, number, unit=True, sure=sure)
        end, sure = self.small(start, PhraseWord.HOURS)
        return self._and_minutes(Amount(end, number * 60, unit=True, sure=sure)) if end > start else bare

    def _and_minutes(self, hours: Amount) -> Amount:
        more = self.number(hours.end) if self.joined(hours.end) else None
        if more is None or more > 59:
            return hours
        end, sure = self.small(hours.end + 1, PhraseWord.MINUTES)
        if end == hours.end + 1 and self.line[hours.end].start > self.line[hours.end - 1].end:
            return hours
        return Amount(end, hours.minutes + more, unit=True, sure=_less_sure(sure, hours.sure))

    def time(self, place: int) -> Found | None:
        """The time that starts here, if one does."""
        if self.wordless(place):
            return None
        end, sure = self.small(place, PhraseWord.NOW)
        if end > place:
            return Found(end, self.now, sure=sure)
        return self._ago(place) or self._clock(place)

    def ago(self, amount: Amount) -> Found:
        """So long before now."""
        if amount.minutes > LONGEST:
            return Found(amount.end, why=Why.TOO_LONG)
        return Found(amount.end, self.now.shifted(-timedelta(minutes=amount.minutes)), sure=amount.sure)

    def _ago(self, place: int) -> Found | None:
        amount = self.amount(place)
        if amount is not None:
            end, sure = self.small(amount.end, PhraseWord.AGO)
            if end == amount.end or not self.joined(amount.end):
                return None
            return self.ago(Amount(end, amount.minutes, unit=True, sure=_less_sure(sure, amount.sure)))
        start, sure = self.small(place, PhraseWord.AGO)  # other languages say it first
        amount = self.amount(start) if start > place and self.joined(start) else None
        if amount is None or not (amount.unit or self.ends(amount.end)):
            return None
        return self.ago(Amount(amount.end, amount.minutes, unit=True, sure=_less_sure(sure, amount.sure)))

    # -------------------------------------------------------------------------------------------- clocks

    def _day(self, place: int) -> tuple[int, PhraseWord | None, Sure]:
        for kind in _DAYS:
            end, sure = self.small(place, kind)
            if end > place:
                return end, kind, sure
        return place, None, Sure.EXACT

    def _clock(self, place: int) -> Found | None:
        start, day, sure = self._day(place)
        first, _ = self.small(start, PhraseWord.AT)
        read = self._hands(first) if first == start or self.joined(first) else None
        no_clock = Found(start, why=Why.NO_CLOCK, sure=sure) if day else None
        if read is None:
            return no_clock
        end, hours, minute, marked = read
        told = marked or ((day is not None or first > start) and self.ends(end))
        if day is None and self.joined(end):
            end, day, sure = self._day(end)
        if not told and (day is None or no_clock):
            return no_clock
        at = _latest(hours, minute, day, self.now)
        return Found(end, at, None if at else Why.FUTURE, sure)

    def _hands(self, place: int) -> tuple[int, tuple[int, ...], int, bool] | None:
        """Where the clock ends, which hours it may mean, its minutes, and whether it can be nothing but a clock."""
        for kind, named in ((PhraseWord.NOON, 12), (PhraseWord.MIDNIGHT, 0)):
            end, _ = self.small(place, kind)
            if end > place:
                return end, (named,), 0, True
        hour, end, minute = self.number(place), place + 1, 0
        if hour is None:
            return None
        marked = self._has_minutes(end)
        if marked:
            minute, end = self.line[end].number or 0, end + 1
        for kind, later in ((PhraseWord.AM, 0), (PhraseWord.PM, 12)):
            after, _ = self.small(end, kind) if self.joined(end) else (end, Sure.EXACT)
            if after > end:
                return (
                    (after, (hour % 12 + later,), minute, True) if 1 <= hour <= 12 and minute < 60 else None
                )
        if hour > 23 or minute > 59:
            return None
        return end, (hour % 12, hour % 12 + 12) if 1 <= hour <= 12 else (hour,), minute, marked

    def _has_minutes(self, place: int) -> bool:
        """Whether ":12" or ".12" is here, right behind the hour."""
        if self.number(place) is None:
            return False
        hour, minute = self.line[place - 1], self.line[place]
        return minute.end - minute.start == 2 and self.text[hour.end : minute.start] in (":", ".")


def _less_sure(*each: Sure) -> Sure:
    return Sure.NEAR if Sure.NEAR in each else Sure.EXACT


def _latest(hours: Sequence[int], minute: int, day: PhraseWord | None, now: When) -> When | None:
    """The most recent such time that isn't still to come."""
    today = datetime.combine(now.wall.date(), time())
    back, first, length = _DAYS[day] if day else (0, 0, 24)
    earlier = (back, back + 1) if day in (None, PhraseWord.LAST_NIGHT) else (back,)
    past: list[When] = []
    for days in earlier:
        start = today - timedelta(days=days) + timedelta(hours=first)
        for hour in hours:
            wall = start.replace(hour=hour, minute=minute)
            wall += timedelta(days=1) if wall < start else timedelta()
            if wall < start + timedelta(hours=length):
                past += [when for when in _passes(wall, now.zone) if when.utc <= now.utc]
    return max(past, key=lambda when: when.utc, default=None)


def _passes(wall: datetime, zone: str) -> tuple[When, ...]:
    """When a clock showed this: twice in the hour that the clock change repeats."""
    first, second = When.from_wall(wall, zone), When.from_wall(wall, zone, second=True)
    return (first, second) if second.wall == wall else (first,)
