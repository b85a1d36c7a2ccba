"""What came before each cue: counts by hand, what isn't known told apart, and laws that hold for any diary."""

import re
from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bonddiary.analysis.before_cues import dot_words, row_sentences
from bonddiary.analysis.before_rows import BeforeCues, BeforeRow
from bonddiary.analysis.insight import Insight
from bonddiary.analysis.insights import needed
from bonddiary.domain.care import CareEvent, CareKind
from bonddiary.domain.ids import BabyId
from bonddiary.domain.moment import Moment
from bonddiary.domain.when import When
from tests.analysis.made import FIRST, TWO_WEEKS, care, diary, insights, moment, when
from tests.pace import quickest

LONGEST = 24 * 60


def of(moments: list[Moment], events: list[CareEvent] | None = None) -> tuple[Insight[object], BeforeCues]:
    found = insights(moments, events or []).charts["before-cues"]
    assert isinstance(found.data, BeforeCues)
    return found, found.data


def fed(*hours: float) -> tuple[list[Moment], list[CareEvent]]:
    """Rooting at noon on as many days, so many hours after a feed of a quarter of an hour ended."""
    moments = [moment(when(day, 12)) for day in range(len(hours))]
    events = [care(when(day, 12 - each - 0.25), until=when(day, 12 - each)) for day, each in enumerate(hours)]
    return moments, events


def row(data: BeforeCues, kind: CareKind = CareKind.FEED) -> BeforeRow:
    return next(each for each in data.cues[0].rows if each.kind is kind)


def test_golden_numbers() -> None:
    moments, events = fed(0.5, 1, 1, 2, 2, 2.5, 3, 5)
    found, data = of([*moments, moment(when(13, 23))], events)
    assert found.title == "Rooting: a median 2 h after a feed"
    assert found.subtitle == (
        "How long after the last feed, sleep or nappy each cue was noted, 2 to 15 November 2026. "
        "8 moments with one in the 24 hours before."
    )
    assert found.words[1] == (
        "Rooting was noted a median 2 h after the last feed, 8 moments. From 30 min to 5 h. "
        "1 had no feed logged in the 24 hours before."
    )
    assert "No sleep or nappy is logged in the 24 hours before any of these." in found.words
    assert found.sure[1] == "Rooting, after a feed: median 2 h, 8 moments. Could be about 30 min to 5 h."
    assert found.table.rows[0] == ("Rooting", "A feed", "8", "30 min", "2 h", "5 h", "0", "0", "1")
    assert found.table.rows[1] == ("Rooting", "A sleep", "0", "none", "none", "none", "0", "0", "9")
    assert row(data).minutes == (30, 60, 60, 120, 120, 150, 180, 300)
    assert found.subjects == ("feeds", "movement")


def test_a_median_needs_eight_moments_on_three_days() -> None:
    _, data = of(*fed(*[1] * 7))
    assert row(data).median is None
    _, data = of(*fed(*[1] * 8))
    assert row(data).median == 60
    one_day = [moment(when(0, 9 + n / 10)) for n in range(10)], [care(when(0, 8))]
    found, data = of(*one_day)
    assert row(data).median is None
    assert found.words[1].startswith("Rooting after the last feed, 10 moments. From 1 h to ")


def test_it_starts_at_five_of_one_cue() -> None:
    found, _ = of(*fed(1, 1, 1, 1))
    assert not found.ready
    assert found.words == (
        "Too few to see a pattern yet.",
        "The same cue is noted after a logged feed, sleep or nappy 4 times at most. This chart starts at 5 times.",
    )
    assert of(*fed(*[1] * 5))[0].ready
    assert of([])[0].words[1] == (
        "No cue is counted here yet in the 24 hours after a logged feed, sleep or nappy. "
        "This chart starts at 5 times of one cue."
    )
    assert "nappy once. This" in of(*fed(1))[0].words[1]


def test_during_a_sleep_and_after_one_without_an_end_are_told_apart() -> None:
    moments = [moment(when(day, 12)) for day in range(3)]
    events = [
        care(when(0, 11), CareKind.SLEEP, when(0, 13)),
        care(when(1, 11), CareKind.SLEEP),
        care(when(2, 9), CareKind.SLEEP, when(2, 11)),
    ]
    _, data = of(moments, events)
    asleep = row(data, CareKind.SLEEP)
    assert (asleep.minutes, asleep.during, asleep.unended, asleep.none) == ((60,), 1, 1, 0)
    assert row_sentences(data.cues[0], asleep) == (
        "Rooting after the last sleep, 1 moment. 1 h. 1 was during a sleep. 1 was after a sleep without an end noted."
    )
    assert row(data, CareKind.NAPPY).none == 3


def test_a_feed_without_an_end_counts_from_its_start_and_says_so() -> None:
    _, data = of([moment(when(0, 12), about=True)], [care(when(0, 10))])
    (dot,) = row(data).dots
    assert dot.about
    assert dot_words(data.cues[0], row(data), dot) == (
        "Monday 2 November, noon, rooting: about 2 h after a feed began"
    )


def test_nothing_in_the_24_hours_before_is_never_zero() -> None:
    _, data = of([moment(when(3, 12))], [care(when(2, 11.9)), care(when(3, 12.1))])
    assert (row(data).minutes, row(data).none) == ((), 1)


def test_a_night_when_clocks_change_counts_the_time_that_passed() -> None:
    back = When.from_wall(datetime.combine(FIRST, time()) - timedelta(days=8, minutes=-30), "Europe/London")
    later = When.from_wall(back.wall + timedelta(hours=3), "Europe/London")
    period = replace(TWO_WEEKS, first=back.day)
    found = insights([moment(later)], [care(back)], period=period).charts["before-cues"]
    assert isinstance(found.data, BeforeCues)
    assert row(found.data).minutes == (240,)


def test_an_entry_that_comes_late_counts_as_if_it_had_always_been_there() -> None:
    moments, events = fed(3, 3, 3, 3, 3)
    assert set(row(of(moments, events)[1]).minutes) == {180}
    late = [replace(care(when(day, 11)), entered=when(13, 20)) for day in range(5)]
    assert set(row(of(moments, [*events, *late])[1]).minutes) == {60}
    gone = [replace(one, deleted=when(13, 20).utc) for one in late]
    assert set(row(of(moments, [*events, *gone])[1]).minutes) == {180}


def test_private_moments_are_left_out_without_a_word() -> None:
    moments, events = fed(*[1] * 6)
    hidden = [replace(moment(when(day, 15)), private=True) for day in range(6)]
    with_them, _ = of([*moments, *hidden], events)
    alone, _ = of(moments, events)
    assert (with_them.words[:2], with_them.table) == (alone.words[:2], alone.table)


def test_another_baby_s_feeds_never_count() -> None:
    moments, events = fed(1)
    twin = [replace(one, baby=BabyId("twin")) for one in events]
    assert row(of(moments, twin)[1]).none == 1


def test_the_days_before_stand_beside_with_both_coverages() -> None:
    moments, events = fed(*[1] * 8)
    older = [moment(when(day - 14, 12)) for day in range(3)]
    before = [care(when(day - 14, 11)) for day in range(3)]
    found, _ = of([*older, *moments], [*before, *events])
    assert (
        "These days: 8 moments with a feed, sleep or nappy before, 8 of 14 days logged. "
        "The 14 days before: 3 moments with a feed, sleep or nappy before, 3 of 14 days logged."
    ) in found.words
    assert found.table.headers[-1] == "Moments, the 14 days before"
    assert [cells[-1] for cells in found.table.rows] == ["3", "0", "0"]


@pytest.mark.parametrize("seed", range(3))
def test_no_cause_no_forecast_no_ranking(seed: int) -> None:
    found, _ = of(*diary(seed))
    said = " ".join([found.title, *found.words, *found.sure])
    assert not re.search(r"\b(because|next feed|due|will|soon|overdue|longer than|more than)\b", said)
    assert "Counts, not causes." in said
    for sentence in re.split(r"(?<=[.:]) ", said):
        assert len(sentence.split()) <= 26, sentence


ZONES = st.sampled_from(["Europe/London", "Pacific/Apia", "America/St_Johns"])
AT = st.tuples(st.integers(-16, 13), st.integers(0, 287), ZONES).map(
    lambda given: when(given[0], given[1] / 12, given[2])
)
MOMENTS = st.lists(
    st.builds(moment, AT, st.sampled_from([["rooting"], ["yawn"], ["rooting", "yawn"]]), about=st.booleans()),
    max_size=14,
)


def lasting(at: When, kind: CareKind, minutes: int | None) -> CareEvent:
    return care(at, kind, None if minutes is None else at.shifted(timedelta(minutes=minutes)))


EVENTS = st.lists(
    st.builds(
        lasting,
        AT,
        st.sampled_from([CareKind.FEED, CareKind.SLEEP, CareKind.NAPPY, CareKind.BATH]),
        st.none() | st.integers(0, 700),
    ),
    max_size=14,
)


@settings(deadline=None, max_examples=60)
@given(MOMENTS, EVENTS)
def test_every_moment_is_in_one_part_and_no_time_is_below_zero(
    moments: list[Moment], events: list[CareEvent]
) -> None:
    found, data = of(moments, events)
    begun = [one for one in moments if one.at.day in TWO_WEEKS]
    for cue in data.cues:
        assert cue.times == sum(cue.cue in one.cues for one in begun)
        for each in cue.rows:
            assert len(each.dots) + each.during + each.unended + each.none == cue.times
            assert all(0 <= minutes <= LONGEST for minutes in each.minutes)
            assert list(each.minutes) == sorted(each.minutes)
    assert len(found.table.rows) == 3 * len(data.cues)


@settings(deadline=None, max_examples=60)
@given(MOMENTS, EVENTS)
def test_the_days_before_equal_those_days_alone(moments: list[Moment], events: list[CareEvent]) -> None:
    both, data = of(moments, events)
    then = TWO_WEEKS.before()
    given_then = needed(then)
    alone = insights(
        [one for one in moments if one.at.day in given_then],
        [one for one in events if one.at.day <= given_then.last],
        period=then,
    ).charts["before-cues"]
    assert isinstance(alone.data, BeforeCues)
    if both.table.headers[-1] != "Moments, the 14 days before":
        assert not alone.data.moments
        return
    counts = {(cue.cue, each.kind): len(each.dots) for cue in alone.data.cues for each in cue.rows}
    keys = [(cue.cue, each.kind) for cue in data.cues for each in cue.rows]
    assert [cells[-1] for cells in both.table.rows] == [str(counts.get(key, 0)) for key in keys]


@pytest.mark.parametrize("day", [0, -14])
def test_a_feed_of_the_day_before_counts_in_any_zone(day: int) -> None:
    """Another zone's clock may put it three days back, at the start of these days and of those before."""
    noted = moment(when(day, 0.5, "Pacific/Kiritimati"))
    fed_at = When.of(noted.at.utc - timedelta(hours=23, minutes=45), "Pacific/Pago_Pago")
    assert noted.at.day - fed_at.day == timedelta(days=3)
    assert fed_at.day in needed(TWO_WEEKS)
    found, data = of([noted, moment(when(3, 12))], [care(fed_at)])
    if day == 0:
        assert row(data).minutes == (23 * 60 + 45,)
    else:
        assert found.table.headers[-1] == "Moments, the 14 days before"
        assert found.table.rows[0][-1] == "1"


def test_a_huge_diary_takes_its_length_in_time() -> None:
    def took(many: int) -> float:
        moments = [moment(when(n % 14, (n * 7 % 2400) / 100)) for n in range(many)]
        events = [care(when(n % 14, (n * 11 % 2400) / 100)) for n in range(many)]
        return quickest(lambda: of(moments, events), 2)

    took(500)
    assert took(8000) < 40 * max(took(1000), 0.02)
