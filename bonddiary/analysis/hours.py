"""The hours of one day or one night, in steps of five minutes, on the clock of one place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from bonddiary.domain import wording
from bonddiary.domain.errors import InvalidEntry
from bonddiary.domain.when import When

STEP = timedelta(minutes=5)
"""The smallest step of the paper diaries."""
DAY, HOUR, REACH = timedelta(days=1), timedelta(hours=1), timedelta(hours=12)
NEAR = timedelta(hours=6)
EVENING, MORNING, NOON = time(20), time(8), 12
HELP = "Type a time such as 1:40am, or 1:00 to 3:00am."
STILL_TO_COME = "That time is still to come. Choose an earlier one."
NOT_HERE = "That time isn’t in these hours. Look at an earlier or a later day."
_ENDS_FIRST = "The end is before the start. Change one of the two times."
_CLOCK = re.compile(
    r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))?\s*(?P<half>am|pm)?\s*(?:\((?P<which>first|second)\))?",
    re.IGNORECASE,
)
_AGO = re.compile(r"(?:(\d{1,2})\s*h\w*)?\s*(?:(\d{1,3})\s*m\w*)?\s*ago", re.IGNORECASE)
_TO = re.compile(r"\s*(?:\bto\b|[–-])\s*", re.IGNORECASE)
_NAMED = {"midnight": "12:00am", "noon": "12:00pm", "midday": "12:00pm"}


@dataclass(frozen=True, slots=True)
class Hours:
    """From midnight to midnight, or from 8pm to 8am. Where the clocks change they are more or fewer."""

    day: date
    """The day; for a night, the day of its evening."""
    night: bool
    zone: str

    @property
    def start(self) -> When:
        """When they begin."""
        return _edges(self)[0]

    @property
    def end(self) -> When:
        """When they end."""
        return _edges(self)[1]

    @property
    def steps(self) -> int:
        """How many steps of five minutes really pass."""
        return (self.end.utc - self.start.utc) // STEP

    def at(self, step: int) -> When:
        """The time at a step: 0 is the start, `steps` the end."""
        return self.start.shifted(STEP * step)

    def step_of(self, at: When) -> float:
        """Where a time stands, in steps from the start; outside it is below 0 or above `steps`."""
        return (at.utc - self.start.utc) / STEP

    def past(self, now: When) -> int:
        """The last step that isn't in the future; -1 where all of them are."""
        return min(self.steps, int((now.utc - self.start.utc) // STEP))

    def moved(self, days: int) -> "Hours":
        """The same hours some days later or earlier."""
        return Hours(self.day + DAY * days, self.night, self.zone)


def first_hours(now: When) -> Hours:
    """What to catch up on first: until noon the night before, after that today."""
    if now.wall.hour < NOON:
        return Hours(now.day - DAY, True, now.zone)
    return Hours(now.day, False, now.zone)


def hours_words(hours: Hours, now: When) -> str:
    """ "last night, 8pm to 8am", "today, Monday 16 November"."""
    days = (now.day - hours.day).days
    name = wording.weekday(hours.day)
    if hours.night:
        night = {0: "tonight", 1: "last night"}.get(days, f"the night after {name}")
        return f"{night}, {wording.hour(EVENING.hour)} to {wording.hour(MORNING.hour)}"
    return {0: f"today, {name}", 1: f"yesterday, {name}"}.get(days, name)


def clock_change_words(hours: Hours) -> str:
    """What is said where the clocks change; blank elsewhere."""
    usual = REACH if hours.night else DAY
    lasting = hours.end.utc - hours.start.utc
    if lasting == usual:
        return ""
    what = "night" if hours.night else "day"
    return f"The clocks change here. This {what} has {lasting / HOUR:g} hours."


def clock_words(at: When, *, plain: bool = False) -> str:
    """ "1:40am"; in the hour that happens twice "1:40am (first)" or "1:40am (second)". Plain: "1:00am", not "1am"."""
    named = at.wall.hour % 12 == 0 and at.wall.minute == 0
    shown = (wording.clock_plain if plain and not named else wording.clock)(at.wall)
    return shown + wording.which_pass(at)


def span_words(at: When, until: When) -> str:
    """ "1:00 to 3:00am", "11:30pm to 1:00am"."""
    begin, end = clock_words(at, plain=True), clock_words(until, plain=True)
    same = begin[-2:] == end[-2:] and timedelta(0) <= until.utc - at.utc < REACH
    return f"{begin[:-2] if same and begin[-2:] in ('am', 'pm') else begin} to {end}"


@lru_cache(maxsize=32)
def full_hours(hours: Hours) -> tuple[tuple[int, str], ...]:
    """The steps at which the clock shows a full hour, with its name."""
    found = []
    for step in range(hours.steps + 1):
        at = hours.at(step)
        if at.wall.minute == 0:
            found.append((step, wording.hour(at.wall.hour)))
    return tuple(found)


def begins_time(word: str) -> bool:
    """Whether a word looks like the beginning of a time."""
    return word[:1].isdigit() or word.casefold() in _NAMED


def read_time(text: str, hours: Hours, now: When) -> When:
    """A typed time in these hours, not in the future. Raises InvalidEntry."""
    ago = _AGO.fullmatch(text.strip())
    if ago and (ago[1] or ago[2]):
        meant = [now.shifted(-timedelta(hours=int(ago[1] or 0), minutes=int(ago[2] or 0)))]
    elif text.strip().isdigit():
        raise InvalidEntry(HELP)
    else:
        meant = list(_meant(text, hours))
    return _pick([when for when in meant if _outside(when, hours) == 0], hours, now)


def read_span(text: str, hours: Hours, now: When) -> tuple[When, When | None]:
    """A typed time, or a start and an end: "1:40am", "1:00 to 3:00am", "11:30pm – 1am".

    A stretch may begin before these hours or end behind them, but not both on one side. Raises InvalidEntry.
    """
    parts = _TO.split(text.strip())
    if len(parts) == 1:
        return read_time(text, hours, now), None
    if len(parts) != 2 or parts[1].isdigit():
        raise InvalidEntry(HELP)
    ends = [when for when in _meant(parts[1], hours) if when.utc > hours.start.utc]
    until = _pick([when for when in ends if _outside(when, hours) < REACH / STEP], hours, now)
    starts = list(_meant(parts[0], hours))
    before = [
        each for each in starts if timedelta(0) < until.utc - each.utc <= _longest(each, hours, parts[0])
    ]
    if _half_typed(parts[0]) and (inside := [each for each in starts if _outside(each, hours) == 0]):
        before = [each for each in inside if each.utc < until.utc]
    if not before:
        raise InvalidEntry(_ENDS_FIRST)
    start = max(before, key=lambda each: each.utc)
    if start.utc >= hours.end.utc:
        raise InvalidEntry(NOT_HERE)
    return start, until


def _edges(hours: Hours) -> tuple[When, When]:
    return _edges_of(hours.day, hours.night, hours.zone)


@lru_cache(maxsize=64)
def _edges_of(day: date, night: bool, zone: str) -> tuple[When, When]:
    first, last = (EVENING, MORNING) if night else (time(), time())
    start, end = datetime.combine(day, first), datetime.combine(day + DAY, last)
    return When.from_wall(start, zone), When.from_wall(end, zone)


def _half_typed(text: str) -> bool:
    return text.strip().casefold() in _NAMED or text.strip().casefold().rstrip(")").endswith(("am", "pm"))


def _longest(start: When, hours: Hours, typed: str) -> timedelta:
    """Without "am" or "pm" a start outside these hours is meant where it is near: "7 to 9pm", not "3 to 1am"."""
    return DAY if _half_typed(typed) or _outside(start, hours) == 0 else NEAR


def _meant(text: str, hours: Hours) -> Iterator[When]:
    """Every time near these hours that the words may mean."""
    plain = text.strip()
    clock = _CLOCK.fullmatch(_NAMED.get(plain.casefold(), plain))
    if clock is None:
        raise InvalidEntry(HELP)
    hour, minute, half = int(clock["hour"]), int(clock["minute"] or 0), (clock["half"] or "").lower()
    if hour > 23 or minute > 59 or (half and not 1 <= hour <= 12):
        raise InvalidEntry(HELP)
    if half:
        choices = [hour % 12 + (12 if half == "pm" else 0)]
    else:
        choices = [hour] if hour > 12 or hour == 0 else [hour % 12, hour % 12 + 12]
    for back in range(-1, 3):
        for each in choices:
            passes = _passes(datetime.combine(hours.day + DAY * back, time(each, minute)), hours.zone)
            which = (clock["which"] or "").lower()
            yield from passes[-1:] if which == "second" else passes[:1] if which == "first" else passes


def _pick(near: list[When], hours: Hours, now: When) -> When:
    """The one nearest to these hours; of two in them the later that has been. Their end is tomorrow's start."""
    if not near:
        raise InvalidEntry(NOT_HERE)
    closest = min(_outside(when, hours) for when in near)
    best = [when for when in near if _outside(when, hours) == closest]
    past = [when for when in best if when.utc <= now.utc]
    if not past:
        raise InvalidEntry(STILL_TO_COME)
    own = [when for when in past if when.utc < hours.end.utc]
    return max(own or past, key=lambda when: when.utc)


def _outside(at: When, hours: Hours) -> float:
    step = hours.step_of(at)
    return max(0.0, -step, step - hours.steps)


def _passes(wall: datetime, zone: str) -> tuple[When, ...]:
    """When a clock showed this: twice in the hour that the clock change repeats, never in one it skips."""
    first, second = When.from_wall(wall, zone), When.from_wall(wall, zone, second=True)
    if first.wall != wall:
        return (first,)
    return (first, second) if second.wall == wall and second.utc != first.utc else (first,)
