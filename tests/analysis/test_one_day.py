"""What happened on one day: words, list and strip tell the same."""

from bonddiary.analysis.insight import Insight, View
from bonddiary.analysis.one_day import OneDay, one_day
from bonddiary.domain.care import CareKind
from bonddiary.domain.catalog import OutcomeMark
from bonddiary.domain.moment import Settle
from tests.analysis.made import NAMES, TWO_WEEKS, care, diary, insights, moment, when


def golden() -> Insight[object]:
    made = [
        moment(when(3, 9), ["yawn"]),
        moment(when(5, 2.5), ["rooting", "whimper"], tried=["fed", "winded"], then="out-settled"),
        moment(when(5, 14), ["building"], about=True, until=when(5, 14.5), settle=Settle.in_minutes(12)),
    ]
    events = [care(when(4, 22), CareKind.SLEEP, when(5, 6)), care(when(5, 7))]
    return insights(made, events).charts["day"]


def test_the_last_day_with_moments_is_told() -> None:
    found = golden()
    assert isinstance(found.data, OneDay)
    assert found.title == "Saturday 7 November: 2 moments"
    assert found.subtitle == (
        "Moments, what was tried and what happened next, 7 November 2026. 2 moments, 1 feed and 6 h of sleep."
    )
    assert found.words == (
        "Saturday 7 November: 2 moments.",
        "2:30am, Rooting and whimper; fed, then winded; settled.",
        "about 2pm, Building cry, 30 min; time to settle: 12 min.",
        "10pm to 6am, Sleep, 8 h, since the day before.",
        "7am, Feed.",
        "Not logged: 10am to 11am, 5:30pm to midnight.",
        "1 time is remembered, to about 15 minutes.",
        "Chart type: a strip of 24 hours, with a label for each moment.",
    )
    assert found.table.rows == (
        ("10pm to 6am", "Sleep", "8 h", "–", "–"),
        ("2:30am", "Rooting and whimper", "–", "Fed, then winded", "Settled"),
        ("7am", "Feed", "–", "–", "–"),
        ("about 2pm", "Building cry", "30 min", "–", "Time to settle: 12 min"),
    )
    assert found.data.outcomes == ((OutcomeMark.FULL, "settled"),)
    assert found.subjects == ("crying", "movement", "sleep", "feeds")


def test_the_page_may_choose_another_day() -> None:
    made = [moment(when(3, 9)), moment(when(5, 9))]
    cover = insights(made).coverage
    view = View(
        moments=made,
        begun=made,
        care=(),
        marks=(),
        period=TWO_WEEKS,
        now=when(14, 9),
        names=NAMES,
        coverage=cover,
    )
    assert one_day(view).data.day == when(5, 0).day
    assert one_day(view, when(3, 0).day).title == "Thursday 5 November: 1 moment"
    assert not one_day(view, when(4, 0).day).ready


def test_without_a_moment_there_is_none() -> None:
    found = insights([], [care(when(3, 9))]).charts["day"]
    assert not found.ready
    assert found.words == ("No moments are logged yet.", "This chart starts with the first moment.")


def test_a_moment_that_runs_past_midnight_is_told_on_both_days() -> None:
    made = [moment(when(5, 23.5), until=when(6, 0.5)), moment(when(6, 9), ["yawn"])]
    found = insights(made).charts["day"]
    assert found.title == "Sunday 8 November: 1 moment"
    assert [row[0] for row in found.table.rows] == ["since 11:30pm", "9am"]


def test_a_remembered_time_of_the_day_before_reads_as_one() -> None:
    made = [moment(when(0, 23.5), ["building"], until=when(1, 0.5), about=True), moment(when(1, 9))]
    found = insights(made).charts["day"]
    assert found.table.rows[0][0] == "since about 11:30pm"
    assert found.words[1].startswith("since about 11:30pm, Building cry, 1 h")


def test_words_and_list_hold_every_mark() -> None:
    for seed in range(5):
        found = insights(*diary(seed, a_day=20)).charts["day"]
        assert isinstance(found.data, OneDay)
        assert len(found.data.told) == len(found.data.row.marks)
        assert len(found.table.rows) == len(found.data.row.marks) + len(found.data.row.lanes)
        assert all(f"{told.time}, {told.cues}" in " ".join(found.words) for told in found.data.told)
