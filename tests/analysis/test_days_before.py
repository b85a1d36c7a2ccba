"""The baby's own days before: what is said of them is what those days say alone."""

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from bonddiary.analysis.insights import Insights, needed
from bonddiary.domain import wording
from bonddiary.domain.care import CareEvent
from bonddiary.domain.moment import Moment, Settle
from bonddiary.domain.period import Period
from tests.analysis.made import FIRST, TWO_WEEKS, care, diary, insights, moment, when

THEN = TWO_WEEKS.before()
DAYS = st.integers(-14, 13)
MOMENTS = st.lists(
    st.builds(
        lambda day, hour, cues, tried, minutes: moment(
            when(day, hour), cues, tried=tried, settle=None if minutes is None else Settle.in_minutes(minutes)
        ),
        DAYS,
        st.integers(0, 23),
        st.sampled_from([["rooting"], ["yawn"], ["whimper", "rooting"]]),
        st.sampled_from([[], ["fed"], ["fed", "winded"]]),
        st.none() | st.integers(1, 60),
    ),
    min_size=10,
    max_size=30,
)
FEEDS = st.lists(st.builds(lambda day, hour: care(when(day, hour)), DAYS, st.integers(0, 23)), max_size=6)


def both(moments: list[Moment], events: list[CareEvent]) -> tuple[Insights, Insights]:
    """These days with those before, and those before alone."""
    span = needed(THEN)
    return insights(moments, events), insights(
        [one for one in moments if one.at.day in span],
        [one for one in events if one.at.day in span],
        period=THEN,
    )


@settings(deadline=None, max_examples=50)
@given(MOMENTS, FEEDS)
def test_their_counts_are_those_of_the_days_alone(moments: list[Moment], events: list[CareEvent]) -> None:
    found, alone = both(moments, events)
    logged = f"{len(alone.coverage.used)} of 14 days logged."
    if not alone.coverage.used:
        assert not any("14 days before:" in line for chart in found.charts.values() for line in chart.words)
        assert found.charts["tried"].table.headers[-1] == "Not recorded"
        return
    for key in ("two-weeks", "time-of-day", "tried", "settling", "before-cues"):
        chart = found.charts[key]
        said = [line for line in chart.words if line.startswith("These days: ")]
        assert len(said) == chart.ready
        assert all(line.endswith(logged) and line.count("days logged") == 2 for line in said)
    hours, hours_then = (each.charts["time-of-day"].table for each in (found, alone))
    assert hours.rows[-1][0] == "The 14 days before, all day"
    totals = dict(zip(hours_then.headers, hours_then.rows[-1], strict=True))
    for header, cell in list(zip(hours.headers, hours.rows[-1], strict=True))[1:]:
        assert cell == totals[header]
    older = [one for one in moments if one.at.day in THEN]
    names = {"Fed": ("fed",), "Fed, then winded": ("fed", "winded"), "Nothing noted": ()}
    for cue, tried, *_, cell in found.charts["tried"].table.rows:
        if tried != "Other things":
            key = next(key for key in ("rooting", "yawn", "whimper") if key == cue.lower())
            assert cell == str(sum(key in one.cues and one.responses == names[tried] for one in older))
    for tried, *_, cell in found.charts["settling"].table.rows:
        if tried != "Other things":
            timed = [one for one in older if one.settle is not None and one.responses == names[tried]]
            assert cell == str(len(timed))


def test_the_sentence_has_both_coverages() -> None:
    moments, events = diary(days=14)
    older = [moment(when(day, 9)) for day in (-14, -14, -3)]
    words = insights([*older, *moments], events).charts["two-weeks"].words
    assert (
        f"These days: 84 moments and {wording.counted(len(events), 'care event')}, 14 of 14 days logged. "
        "The 14 days before: 3 moments, 2 of 14 days logged."
    ) in words


def test_one_day_has_a_day_before() -> None:
    moments = [moment(when(day, 9 + n / 4)) for day in (3, 4) for n in range(6)]
    events = [care(when(day, 8)) for day in (3, 4)]
    one = FIRST + timedelta(days=4)
    words = insights(moments, events, period=Period(one, one)).charts["before-cues"].words
    assert (
        "This day: 6 moments with a feed, sleep or nappy before, 1 of 1 day logged. "
        "The day before: 6 moments with a feed, sleep or nappy before, 1 of 1 day logged."
    ) in words
