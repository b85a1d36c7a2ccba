"""`bonddiary check-findings`: how often the rules for statements would tell a false story, and how often a true one.

Made-up diaries go through what Patterns shows: ten cues, six responses, each followed by settling 60 times of 100,
at times of day without a pattern. With an effect, one response after one cue is followed by settling 95 times of 100.
"""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from bonddiary.cli.codes import DONE, REFUSED
from bonddiary.cli.command import Call, Command
from bonddiary.cli.terminal import say
from bonddiary.domain import wording
from bonddiary.domain.catalog import Catalog, Family, OutcomeMark
from bonddiary.domain.ids import BabyId, CueKey, MomentId, OutcomeKey, ResponseKey
from bonddiary.domain.moment import Moment
from bonddiary.domain.period import Period
from bonddiary.domain.when import When

if TYPE_CHECKING:
    from bonddiary.analysis.findings.said import Statement
    from bonddiary.diary.dice import Dice

CUES = 10
USED = (30, 22, 18, 13, 10, 7)
"""How often each of the six responses is used, of 100: some are tried far more often than others."""
USUAL = 0.6
EFFECTS = {"none": USUAL, "60-95": 0.95}
A_DAY = 10
FEWEST_DAYS = 14
FIRST = date(2026, 1, 1)
ALLOWED = 20
"""One in so many diaries without a pattern may get a statement."""
MOST = 100_000


@dataclass(frozen=True, slots=True)
class World:
    """What the made-up families notice, try and see next. The effect is planted on the first cue and response."""

    cues: tuple[CueKey, ...]
    responses: tuple[ResponseKey, ...]
    """Each as often as it is used, of 100."""
    settled: OutcomeKey
    unsettled: OutcomeKey
    effect: float

    @classmethod
    def of(cls, catalog: Catalog, effect: float) -> World:
        """From the words on the boards: cues of all families, the first six responses."""
        rows = [catalog.board(family) for family in Family]
        turns = [row[place].key for place in range(CUES) for row in rows if place < len(row)]
        first = [key for key, response in catalog.responses.items() if not response.private][: len(USED)]
        marks = {outcome.mark: key for key, outcome in reversed(list(catalog.outcomes.items()))}
        used = tuple(key for key, often in zip(first, USED, strict=True) for _ in range(often))
        return cls(tuple(turns[:CUES]), used, marks[OutcomeMark.FULL], marks[OutcomeMark.EMPTY], effect)

    def moment(self, number: int, day: date, dice: Dice) -> Moment:
        """One moment at any minute of the day."""
        minutes = int(dice.fraction() * 24 * 60)
        at = When(datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(minutes=minutes), 0, "UTC")
        cue, response = dice.pick(self.cues), dice.pick(self.responses)
        planted = cue == self.cues[0] and response == self.responses[0]
        settles = dice.chance(self.effect if planted else USUAL)
        return Moment(
            id=MomentId(str(number)),
            baby=BabyId("made-up"),
            at=at,
            entered=at,
            cues=(cue,),
            responses=(response,),
            outcome=self.settled if settles else self.unsettled,
        )


@dataclass(slots=True)
class Tally:
    """In how many diaries something was said."""

    diaries: int = 0
    more_often: int = 0
    """Of a cue and response without any effect."""
    time_of_day: int = 0
    planted: int = 0

    def count(self, said: list[Statement], world: World) -> None:
        """Adds one diary."""
        from bonddiary.analysis.findings.said import FindingKind

        planted = ":".join([FindingKind.MORE_OFTEN_AFTER, world.cues[0], world.responses[0]])
        effect = world.effect != USUAL
        after = {each.key for each in said if each.kind is FindingKind.MORE_OFTEN_AFTER}
        self.diaries += 1
        self.planted += effect and planted in after
        self.more_often += bool(after - {planted} if effect else after)
        self.time_of_day += any(each.kind is FindingKind.TIME_OF_DAY for each in said)

    @property
    def holds(self) -> bool:
        """Whether false stories are as rare as they are to be."""
        return max(self.more_often, self.time_of_day) * ALLOWED <= self.diaries


def simulate(diaries: int, moments: int, effect: str, seed: int) -> Tally:
    """Makes the diaries up, one after the other, and asks for each what Patterns would say of it."""
    from bonddiary.analysis.insights import build_insights
    from bonddiary.analysis.names import Names
    from bonddiary.content.loader import load_catalog
    from bonddiary.diary.dice import Dice

    catalog = load_catalog()
    names, world = Names.of(catalog), World.of(catalog, EFFECTS[effect])
    days = max(FEWEST_DAYS, moments // A_DAY)
    period = Period(FIRST, FIRST + timedelta(days=days - 1))
    now = When(datetime(FIRST.year, FIRST.month, FIRST.day, 9, tzinfo=UTC) + timedelta(days=days), 0, "UTC")
    dice, tally, each_day = Dice(seed), Tally(), tuple(period)
    for _ in range(diaries):
        made = [world.moment(number, dice.pick(each_day), dice) for number in range(moments)]
        charts = build_insights(made, (), (), period, now, names).charts.values()
        tally.count([statement for chart in charts for statement in chart.found], world)
    return tally


def add_arguments(parser: ArgumentParser) -> None:
    """How many diaries, how long, with what in them."""
    parser.add_argument("--diaries", type=_many, default=200, metavar="N", help="how many to make up (200)")
    parser.add_argument("--moments", type=_many, default=600, metavar="N", help="moments in each (600)")
    parser.add_argument(
        "--effect",
        choices=tuple(EFFECTS),
        default="none",
        help="none, or settling after one response 95 times of 100 where it is 60 otherwise",
    )
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="other numbers give other diaries")


def run(call: Call, given: Namespace) -> int:
    """Prints the counts. Refused where false stories are more frequent than 1 in 20."""
    found = simulate(given.diaries, given.moments, given.effect, given.seed)
    many = wording.counted(found.diaries, "diary", "diaries")
    each = wording.counted(given.moments, "moment")
    if given.effect == "none":
        say(f"{many} of {each}, without any pattern.")
        say(f"Settled “more often after” something: said in {found.more_often} of {found.diaries:,}.")
    else:
        say(f"{many} of {each}, with one response followed by settling 95 times of 100, all others 60.")
        say(f"That one: found in {found.planted} of {found.diaries:,}.")
        say(f"“More often after” anything else: said in {found.more_often} of {found.diaries:,}.")
    say(f"A time of day: said in {found.time_of_day} of {found.diaries:,}.")
    return DONE if found.holds else REFUSED


def _many(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and 1 <= int(text) <= MOST):
        raise ArgumentTypeError(f"“{text}” isn’t a whole number from 1 to {MOST:,}")
    return int(text)


COMMAND = Command(
    "check-findings", "see how often made-up diaries get statements, true and false", add_arguments, run
)
