"""Counts add up, every one says out of how many, and nothing is said beyond what the charts' rules allow."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bonddiary.domain.care import CareKind, DayMarkKind
from bonddiary.domain.moment import Moment
from bonddiary.domain.period import Period
from bonddiary.report.document import Grid, Items, Picture, Words
from bonddiary.report.request import Section
from tests import builders
from tests.builders import when
from tests.report.made import NOW, fed, grid, noted, page, part, records, small_diary

CUES = ("rooting", "cry-fuss", "yawning")
TRIED = ("", "feed-responsive", "hold", "hold feed-responsive", "rock")
NEXT = ("", "settled", "partly", "same", "more-upset", "asleep", "carried-on", "unknown", "passed", "gone-by")


@st.composite
def diaries(draw: st.DrawFn) -> list[Moment]:
    """Up to 60 moments on three to fourteen days."""
    kinds = st.tuples(
        st.integers(0, 13),
        st.integers(0, 23),
        st.lists(st.sampled_from(CUES), min_size=1, max_size=3, unique=True),
        st.sampled_from(TRIED),
        st.sampled_from(NEXT),
    )
    rows = [(day, 9, ["rooting"], "", "") for day in (0, 1, 2)]
    rows += draw(st.lists(kinds, max_size=60))
    return [
        noted(f"{3 + day:02}T{hour:02}:15", " ".join(cues), tried, then)
        for day, hour, cues, tried, then in rows
    ]


@settings(deadline=None, max_examples=60)
@given(diaries())
def test_each_row_of_the_grid_adds_up_and_so_does_each_cue(moments: list[Moment]) -> None:
    shown = page(records(*moments))
    block = part(shown, Section.TRIED)
    noted_times = {cue: sum(cue in moment.cues for moment in moments) for cue in CUES}
    if not isinstance(block, Grid):
        assert max(noted_times.values()) < 8
        return
    assert "%" not in " ".join((block.lead, *block.small))
    by_cue: dict[str, int] = {}
    for cue, _tried, times, *nexts in block.table.rows:
        assert int(times) == sum(map(int, nexts))
        by_cue[cue] = by_cue.get(cue, 0) + int(times)
    for cue, total in by_cue.items():
        assert cue.endswith(f", {total} times")
    assert sorted(by_cue.values()) == sorted(each for each in noted_times.values() if each >= 8)
    assert len(block.table.rows) <= 4 * len(by_cue)
    assert list(by_cue.values()) == sorted(by_cue.values(), reverse=True)


@settings(deadline=None, max_examples=40)
@given(diaries())
def test_what_is_in_it_is_what_the_rows_hold(moments: list[Moment]) -> None:
    shown = page(records(*moments, fed("04T08:00"), fed("05T20:00", 300, CareKind.SLEEP)))
    rows = shown.rows
    assert rows is not None
    kinds = [row[rows.headers.index("What")] for row in rows.rows]
    assert kinds.count("Moment") == len(moments)
    assert len(kinds) == len(moments) + 2
    many = "1 moment" if len(moments) == 1 else f"{len(moments)} moments"
    assert shown.inside == f"In it: {many} and 2 care events. No notes. People hidden."
    times = [row[:2] for row in rows.rows]
    assert times == sorted(times)


def test_without_care_the_rows_say_nothing_of_what_kind() -> None:
    moments = [noted(f"{day:02}T08:00") for day in (3, 4, 5)]
    shown = page(records(*moments))
    assert shown.inside == "In it: 3 moments. No notes. People hidden."
    assert shown.rows is not None
    assert "What" not in shown.rows.headers


def evenings(days: int, others: int = 0) -> list[Moment]:
    """Fussing at 7pm and 8pm each day, and at other hours."""
    found = [noted(f"{3 + day:02}T{hour}:05", "cry-fuss") for day in range(days) for hour in (19, 20)]
    return [*found, *(noted(f"{3 + n % 14:02}T{n % 18:02}:30", "cry-fuss") for n in range(others))]


def test_a_time_of_day_is_named_by_the_rule_of_the_charts_alone() -> None:
    clear = part(page(records(*evenings(14, 8))), Section.CRYING)
    assert isinstance(clear, Words)
    assert "Most often noted between 6pm and 9pm: 28 of 36 times, on 14 days." in clear.paragraphs
    even = [noted(f"{3 + n % 14:02}T{n * 5 % 24:02}:05", "cry-fuss") for n in range(40)]
    flat = part(page(records(*even)), Section.CRYING)
    assert isinstance(flat, Words)
    assert "No time of day stands out." in flat.paragraphs
    few = part(page(records(*evenings(9))), Section.CRYING)
    assert isinstance(few, Words)
    assert not [line for line in few.paragraphs if "stand" in line or "Most often" in line]


def test_no_crying_noted_is_no_zero() -> None:
    block = part(page(records(*(noted(f"{day:02}T08:00") for day in (3, 4, 5)))), Section.CRYING)
    assert isinstance(block, Words)
    assert block.paragraphs == (
        "No crying or fussing was noted in these days. What nobody logged is not known.",
    )


def pairs(settled: int, of: int, tried: str) -> list[Moment]:
    """Rooting, on as many days as there are."""
    return [
        noted(f"{3 + n % 14:02}T{n // 14 + 6:02}:00", tried=tried, then="settled" if n < settled else "same")
        for n in range(of)
    ]


def test_more_than_counts_is_said_where_the_rule_allows_it_with_what_was_looked_at() -> None:
    found = records(*pairs(28, 30, "feed-responsive"), *pairs(9, 20, "hold"))
    small = grid(page(found), Section.TRIED).small
    assert small[0] == (
        "Rooting: “settled” came next 28 of 30 times after “Fed”. "
        "After all else it was 9 of 20. So it came more often."
    )
    assert small[1] == "That is hard to get by chance. 2 things were looked at."
    assert "Rooting, fed: settled 28 of 30, about 7 to 10 in 10." in small


def test_that_nothing_stands_out_is_said_as_well() -> None:
    found = records(*pairs(6, 10, "feed-responsive"), *pairs(5, 10, "hold"))
    assert (
        grid(page(found), Section.TRIED).small[0]
        == "2 things were set beside the rest, cue by cue. None stands out."
    )


def test_things_tried_are_sorted_by_use_and_never_by_what_came_next() -> None:
    found = records(*pairs(0, 9, "feed-responsive"), *pairs(5, 5, "hold"))
    shown = page(found)
    assert [row[1] for row in grid(shown, Section.TRIED).table.rows] == ["Fed", "Cuddled"]
    calm = next(block for block in shown.blocks if block.heading == "What came before calm")
    assert isinstance(calm, Items)
    assert calm.items == ("Fed: calm came next 0 of 9 times", "Cuddled: calm came next 5 of 5 times")


def test_at_most_three_cues_stand_in_the_grid_and_the_others_are_named() -> None:
    cues = (
        "rooting",
        "yawning",
        "hiccups",
        "smile",
        "cooing",
        "staring",
        "frowning",
        "grizzling",
        "knees-up",
    )
    found = [noted(f"{3 + n:02}T{8 + place:02}:00", cue) for place, cue in enumerate(cues) for n in range(8)]
    block = grid(page(records(*found)), Section.TRIED)
    assert len({row[0] for row in block.table.rows}) == 3
    assert block.small[-1].startswith("Logged as often, and left out for room: ")
    assert block.small[-1].count("8 times") == 5
    assert block.small[-1].endswith("; 1 more.")


def test_days_before_stand_beside_with_how_much_was_logged_in_both() -> None:
    before = [noted(f"2026-10-{day}T09:00", "cry-fuss") for day in (21, 22, 23)]
    block = grid(page(records(*small_diary(), *before)), Section.CHANGES)
    assert block.heading == "These days and the days before"
    assert block.table.headers == ("What was logged", "Before", "Now")
    assert block.table.rows == (
        ("Days with something logged", "5 of 14", "4 of 14"),
        ("Days with a moment", "5 of 14", "4 of 14"),
        ("Moments", "5", "13"),
        ("Crying", "4", "3"),
        ("Noises", "1", "0"),
        ("Face", "0", "2"),
        ("Movement", "0", "9"),
    )
    assert block.lead == (
        "Before: 20 October to 2 November. Now: 3 to 16 November. More logging gives more counts."
    )
    assert block.small[0].startswith("Noted now, and not in the days before: Rooting, ")
    said = " ".join((block.lead, *block.small)).casefold()
    assert not [word for word in ("less", "fewer", "better", "worse", "cries") if word in said]


def test_days_left_out_before_are_counted_out_there() -> None:
    before = [noted(f"2026-10-{day}T09:00", "cry-fuss") for day in (21, 22, 23, 24)]
    found = records(*small_diary(), *before)
    block = grid(page(found, without_days=frozenset({date(2026, 10, 21)})), Section.CHANGES)
    assert block.table.rows[0][1:] == ("5 of 13", "4 of 14")


@pytest.mark.parametrize(("day", "heading"), [(2, True), (3, True), (1, False), (4, False)])
def test_the_days_since_a_visit_are_called_so(day: int, *, heading: bool) -> None:
    found = records(*small_diary(), builders.visit(day=date(2026, 11, day)))
    said = part(page(found), Section.CHANGES).heading
    assert said == (
        f"Since the visit on {day} November 2026" if heading else "These days and the days before"
    )


def test_a_typical_day_is_drawn_where_enough_was_logged() -> None:
    entries = [
        noted(f"{day:02}T{hour:02}:00", "cry-fuss") for day in range(3, 17) for hour in range(0, 24, 5)
    ]
    block = part(page(records(*entries)), Section.TYPICAL_DAY)
    assert isinstance(block, Picture)
    assert block.insight.key == "typical-day"
    assert block.insight.title in block.alt


def test_same_hours_are_needed_as_well() -> None:
    entries = [noted(f"{day:02}T{day:02}:00", "hiccups") for day in range(3, 17)]
    block = part(page(records(*entries)), Section.TYPICAL_DAY)
    assert isinstance(block, Words)
    assert block.paragraphs == (
        "A typical day needs the same hours logged on more days. So it is left out here.",
    )


def test_of_many_days_the_last_ones_are_drawn() -> None:
    long = Period(date(2026, 9, 20), date(2026, 11, 16))
    block = page(records(*small_diary()), period=long).blocks[-2]
    assert isinstance(block, Picture)
    assert block.small == ("The last 31 days are drawn.",)
    assert len(block.insight.table.rows) == 31
    assert "from 17 October to 16 November" in block.alt


def test_days_to_come_are_not_counted() -> None:
    ahead = Period(date(2026, 11, 3), date(2026, 11, 20))
    shown = page(records(*small_diary()), period=ahead)
    assert shown.logged[0].startswith("On 4 of 14 days")
    left_out = frozenset({date(2026, 11, 19), date(2026, 11, 12)})
    assert (
        page(records(*small_diary()), period=ahead, without_days=left_out)
        .logged[0]
        .startswith("On 4 of 13 days")
    )


def test_later_and_whole_and_no_crying_are_said() -> None:
    late = noted("06T08:00")
    late = builders.moment(at=late.at, entered=late.at.shifted(timedelta(hours=3)))
    mark = builders.day_mark(date(2026, 11, 6), DayMarkKind.NO_CRYING)
    shown = page(records(*small_diary(), late, mark))
    assert "1 day marked “no crying seen”." in shown.logged
    assert "1 of 14 moments was put in more than an hour later." in shown.logged


def test_feeds_alone_are_nothing_to_set_cues_beside() -> None:
    feeds = [builders.care(at=when(f"2026-10-{day}T09:00"), entered=NOW, until=None) for day in range(21, 30)]
    block = part(page(records(*small_diary(), *feeds)), Section.CHANGES)
    assert isinstance(block, Words)
    assert block.paragraphs[0].startswith("Too little was logged in the days before")


def test_a_diary_of_care_alone_has_a_page() -> None:
    feeds = [fed(f"{day:02}T09:00") for day in range(3, 13)]
    shown = page(records(*feeds))
    assert shown.logged[0] == "On 10 of 14 days something was logged: 10 care events."
    assert shown.inside == "In it: 0 moments and 10 care events. No notes. People hidden."


def test_ranges_are_explained_where_there_may_be_some() -> None:
    said = "Ranges are Wilson’s, 95 in 100."
    assert [line for line in page().foot if line.startswith(said)]
    assert not [line for line in page(sections=frozenset({Section.DAYS})).foot if line.startswith(said)]
