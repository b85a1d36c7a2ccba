"""Title, words and table of the Two-weeks chart."""

import re

import pytest

from bonddiary.analysis.insight import Insight
from bonddiary.analysis.two_weeks import TwoWeeks
from bonddiary.domain.care import CareKind
from tests.analysis.made import care, diary, insights, moment, when

BANNED = (
    r"\b(percent|best|worked|failed|fail|should|must|normal|normally|missed|only|score|streak|good|bad|worst|goal|"
    r"success|behind)\b|%"
)


def evening_diary() -> Insight[object]:
    made = [moment(when(day, 18.5 + half), ["building"]) for day in range(10) for half in (0, 0.5)]
    made += [moment(when(day, hour), ["building"]) for day in range(10) for hour in (4, 13)]
    made += [moment(when(day, 9), ["rooting"], about=True) for day in range(10)]
    return insights(made).charts["two-weeks"]


def test_an_evening_of_crying_is_named_with_its_numbers() -> None:
    found = evening_diary()
    assert found.title == "Crying was logged most often between 6pm and 9pm"
    assert found.subtitle == (
        "Moments per 3 hours, and day by day, 2 to 15 November 2026. "
        "Crying: 20 of 40 times, on 10 days. 10 of 14 days have something logged."
    )
    assert found.subjects[:2] == ("crying", "evening")
    assert found.sure[1] == "Here: 20 of 40 times, on 10 days."


def test_words_come_in_order() -> None:
    assert evening_diary().words == (
        "Crying was logged most often between 6pm and 9pm: 20 of 40 times, on 10 days.",
        "50 moments were logged in 14 days.",
        "Crying 40, Movement 10.",
        (
            "Moments by 3-hour block: midnight to 3am 0, 3am to 6am 10, 6am to 9am 0, 9am to noon 10, "
            "noon to 3pm 10, 3pm to 6pm 0, 6pm to 9pm 20, 9pm to midnight 0. "
            "Mixed-up days are usual for young babies."
        ),
        "4 of 14 days have nothing logged.",
        "10 times are remembered, to about 15 minutes.",
        "What is logged at night depends on who was up to log it.",
        "Chart type: a grid of 14 days by 24 hours.",
    )


def test_hours_that_nobody_logged_have_no_count() -> None:
    at_night = insights([moment(when(day, 1.5)) for day in range(14)]).charts["two-weeks"]
    assert isinstance(at_night.data, TwoWeeks)
    assert at_night.data.band.counts == (14, 0, 0, 0, 0, 0, 0, 0)
    assert [at_night.data.band_words(block) for block in range(8)] == [
        "14",
        "0",  # within three hours of what was logged
        *["not logged"] * 5,
        "0",  # as is this, before the next night
    ]
    (shape,) = (line for line in at_night.words if line.startswith("Moments by 3-hour block"))
    assert "3am to 6am 0, 6am to 9am not logged" in shape


def test_without_a_pattern_the_title_counts() -> None:
    found = insights([moment(when(day, day * 1.7)) for day in range(14)]).charts["two-weeks"]
    assert found.title == "14 moments in two weeks"
    assert found.sure == ("A time of day is named from 30 moments on 10 days. So far: 14.",)


@pytest.mark.parametrize(
    ("kinds", "title", "band_of"),
    [
        ((CareKind.SLEEP, CareKind.FEED), "Sleep and feeds, 2 to 15 November", "feeds"),
        ((CareKind.SLEEP,), "Sleep, 2 to 15 November", "sleeps"),
        ((CareKind.NAPPY,), "Care events, 2 to 15 November", "moments"),
    ],
)
def test_a_diary_of_care_alone_speaks_of_care(kinds: tuple[CareKind, ...], title: str, band_of: str) -> None:
    events = [care(when(day, 10), kind, when(day, 11)) for day in range(5) for kind in kinds]
    found = insights([], events).charts["two-weeks"]
    assert isinstance(found.data, TwoWeeks)
    assert (found.title, found.data.band_of, found.ready) == (title, band_of, True)
    assert found.data.band.total == (0 if band_of == "moments" else 5)


def test_below_three_days_it_says_when_it_starts() -> None:
    found = insights([moment(when(day, 9)) for day in (0, 0, 1, 1)]).charts["two-weeks"]
    assert not found.ready
    assert found.words == (
        "Too few to see a pattern yet.",
        "4 moments logged on 2 days. This chart starts at 3 days.",
    )
    assert insights([moment(when(day, 9)) for day in (0, 1, 2)]).charts["two-weeks"].ready


def test_the_table_says_not_logged_where_nothing_is_and_zero_where_something_is() -> None:
    made = [moment(when(0, 9), ["building"]), moment(when(1, 9), ["rooting", "whimper"]), moment(when(3, 9))]
    events = [care(when(0, 22), CareKind.SLEEP, when(1, 6)), care(when(3, 12))]
    table = insights(made, events).charts["two-weeks"].table
    assert table.headers == ("Day", "Crying", "Movement", "Moments", "Feeds", "Asleep")
    assert table.rows[:4] == (
        ("Monday 2 November", "1", "0", "1", "0", "2 h"),
        ("Tuesday 3 November", "1", "1", "1", "0", "6 h"),
        ("Wednesday 4 November", *["not logged"] * 5),
        ("Thursday 5 November", "0", "1", "1", "1", "none logged"),
    )


def test_table_and_picture_show_the_same_numbers() -> None:
    found = insights(*diary()).charts["two-weeks"]
    assert isinstance(found.data, TwoWeeks)
    column = found.table.headers.index("Moments")
    assert sum(int(row[column]) for row in found.table.rows) == sum(found.data.band.counts)
    assert len(found.table.rows) == len(found.data.begun)


def test_days_ahead_have_no_table_row() -> None:
    found = insights([moment(when(day, 9)) for day in (0, 1, 2)], now=when(3, 9)).charts["two-weeks"]
    assert len(found.table.rows) == 4


@pytest.mark.parametrize("seed", range(5))
def test_every_word_is_one_we_use(seed: int) -> None:
    moments, events = diary(seed)
    for made in (moments, moments[:2], []):
        for found in insights(made, events).charts.values():
            words = " ".join(
                [
                    found.title,
                    found.subtitle,
                    *found.words,
                    *found.sure,
                    found.table.caption,
                    *found.table.headers,
                ]
            )
            assert not re.search(BANNED, words, re.IGNORECASE), words
            assert len(found.title.split()) <= 10
