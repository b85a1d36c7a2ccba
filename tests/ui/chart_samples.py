"""Insights for tests of pictures: a fortnight with moments, a feed, a sleep, and something tried."""

from datetime import date, timedelta

from bonddiary.analysis.insights import Insights, build_insights
from bonddiary.analysis.names import Names
from bonddiary.domain.care import CareKind
from bonddiary.domain.catalog import Catalog
from bonddiary.domain.ids import OutcomeKey
from bonddiary.domain.moment import Moment
from bonddiary.domain.period import Period
from tests.builders import NOW, care, cue_keys, moment, response_keys, when

TODAY = date(2026, 11, 16)
CUES = ("rooting", "eye-rubbing", "cry-rising")


def fortnight() -> list[Moment]:
    """Two moments on each of ten days; the first cue is tried with the same thing."""
    made = []
    for back in range(10):
        day = TODAY - timedelta(days=back)
        made.append(
            moment(
                f"01a1e000-0000-7000-8000-{back:012d}",
                at=when(f"{day}T15:0{back % 6}"),
                cues=cue_keys("rooting"),
                responses=response_keys("r-pause-feed"),
                outcome=OutcomeKey("out-settled"),
            )
        )
        made.append(
            moment(
                f"01a1e000-0000-7000-9000-{back:012d}", at=when(f"{day}T09:30"), cues=cue_keys(CUES[back % 3])
            )
        )
    return made


def sample_insights(catalog: Catalog, days: int = 14) -> Insights:
    """What the fortnight has to say."""
    slept = care(kind=CareKind.SLEEP, at=when("2026-11-15T13:00"), until=when("2026-11-15T14:30"))
    events = [care(), slept]
    return build_insights(fortnight(), events, (), Period.ending(TODAY, days), NOW, Names.of(catalog))
