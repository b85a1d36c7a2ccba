"""The crying reference: whole days alone, by corrected age, until 12 weeks, and never among what is found."""

from datetime import date, datetime, time, timedelta

import pytest

from bonddiary.analysis.insight import Insight
from bonddiary.analysis.insights import build_insights
from bonddiary.analysis.reference import EARLIER, NO_AGE, OVER, Beside, minutes_words
from bonddiary.analysis.week_by_week import WeekByWeek
from bonddiary.content.reference import load_reference
from bonddiary.domain.baby import Baby
from bonddiary.domain.care import DayMark
from bonddiary.domain.moment import Moment
from bonddiary.domain.period import Period
from bonddiary.domain.reference import Stretch
from bonddiary.domain.when import When
from tests.analysis.made import BABY, FIRST, LONDON, NAMES, day_mark, moment, when

FOUR = Period(FIRST, FIRST + timedelta(days=27))
NOW = when(28, 9)
REFERENCE = load_reference()


def cries(*minutes: int) -> list[Moment]:
    """One cry on each day from the first, so long."""
    return [
        moment(when(day, 18), ["building"], until=when(day, 18).shifted(timedelta(minutes=length)))
        for day, length in enumerate(minutes)
    ]


def whole(*days: int) -> list[DayMark]:
    return [day_mark(day) for day in days]


def weeks(
    made: list[Moment], marks: list[DayMark], *, born: date | None = FIRST, due: date | None = None
) -> Insight[object]:
    beside = Beside(REFERENCE, Baby(id=BABY, born=born, due=due))
    return build_insights(made, (), marks, FOUR, NOW, NAMES, beside=beside).charts["weeks"]


def data(found: Insight[object]) -> WeekByWeek:
    assert isinstance(found.data, WeekByWeek)
    return found.data


@pytest.mark.parametrize(
    ("age", "band"),
    [(-1, None), (0, Stretch(50, 200)), (42, Stretch(50, 200)), (56, Stretch(35, 157.5)), (70, Stretch(20, 115)),
     (84, Stretch(20, 115)), (85, None)],
)  # fmt: skip
def test_the_band_by_age(age: int, band: Stretch | None) -> None:
    assert REFERENCE.at(age) == band


def test_it_is_off_until_it_is_asked_for() -> None:
    made, marks = cries(*[60] * 28), whole(*range(28))
    plain = build_insights(made, (), marks, FOUR, NOW, NAMES).charts["weeks"]
    asked = weeks(made, marks)
    assert data(plain).crying is None
    assert "studies" not in " ".join(plain.words)
    assert data(asked).crying is not None
    assert (asked.title, asked.subtitle, asked.found) == (plain.title, plain.subtitle, plain.found)
    assert set(plain.words) <= set(asked.words)


def test_whole_days_alone_and_only_with_an_end() -> None:
    made = [*cries(*[60] * 28), moment(when(2, 9), ["whimper"])]
    crying = data(weeks(made, whole(0, 1, 2, 3, 4, 5))).crying
    assert crying is not None
    assert [day.day for day in crying.counted] == [FIRST + timedelta(days=day) for day in (0, 1, 3, 4, 5)]
    assert minutes_words(crying.counted[0]).endswith(", whole day: 60 minutes of crying and fussing")


def test_a_whole_day_without_crying_is_a_true_zero_and_two_notes_of_one_cry_count_once() -> None:
    made = [moment(when(day, 7), ["yawn"]) for day in range(28)]
    twice = [
        moment(when(1, 18), ["building"], until=when(1, 18).shifted(timedelta(minutes=40))),
        moment(when(1, 18), ["whimper"], until=when(1, 18).shifted(timedelta(minutes=50))),
        moment(when(2, 23), ["building"], until=when(2, 23).shifted(timedelta(minutes=90))),
    ]
    crying = data(weeks(made + twice, whole(0, 1, 2, 3))).crying
    assert crying is not None
    assert [day.minutes for day in crying.counted] == [0, 50, 60, 30]


@pytest.mark.parametrize(
    ("start", "end", "second", "passed"),
    [
        ("2026-10-25T00:30", "2026-10-25T01:30", True, 120),
        ("2026-10-25T01:50", "2026-10-25T01:10", True, 20),
        ("2026-03-29T00:30", "2026-03-29T02:30", False, 60),
    ],
)
def test_in_the_night_of_the_clock_change_minutes_are_those_that_passed(
    start: str, end: str, second: bool, passed: int
) -> None:
    """A clock that goes back shows some twice, or an end before the start; one that goes forward leaves some out."""
    begun = When.from_wall(datetime.fromisoformat(start), LONDON)
    until = When.from_wall(datetime.fromisoformat(end), LONDON, second=second)
    last = begun.day + timedelta(days=4)
    days = Period(last - timedelta(days=27), last)
    made = [moment(begun, ["building"], until=until)]
    marks = [day_mark((day - FIRST).days) for day in days]
    made += [moment(When.from_wall(datetime.combine(day, time(9)), LONDON), ["yawn"]) for day in days]
    now = When.from_wall(datetime.combine(last + timedelta(days=1), time(9)), LONDON)
    beside = Beside(REFERENCE, Baby(id=BABY, born=days.first))
    found = data(build_insights(made, (), marks, days, now, NAMES, beside=beside).charts["weeks"])
    assert found.crying is not None
    assert {day.minutes for day in found.crying.days if day.day == begun.day} == {passed}


def test_three_whole_days_are_too_few() -> None:
    found = weeks(cries(*[60] * 28), whole(0, 1, 2))
    assert data(found).crying is None
    assert "The band from studies starts at 4 whole days with an end to each cry." in found.words
    assert "There are 3 days." in found.words


def test_it_ends_at_twelve_weeks() -> None:
    late = weeks(cries(*[60] * 28), whole(*range(28)), born=FIRST - timedelta(days=100))
    assert data(late).crying is None
    assert OVER in late.words
    partly = data(weeks(cries(*[60] * 28), whole(*range(28)), born=FIRST - timedelta(days=70))).crying
    assert partly is not None
    assert [bool(day.band) for day in partly.days] == [True] * 14 + [False] * 14


def test_a_baby_born_early_goes_by_the_due_date() -> None:
    born = FIRST - timedelta(days=30)
    early = weeks(cries(*[60] * 28), whole(*range(28)), born=born, due=FIRST + timedelta(days=10))
    crying = data(early).crying
    assert crying is not None
    assert [bool(day.band) for day in crying.days] == [False] * 10 + [True] * 18
    assert "Age is counted from the due date here, because your baby was born early." in early.words
    unsaid = weeks(cries(*[60] * 28), whole(*range(28)))
    assert (
        "Was your baby born before 37 weeks? Then the settings have a place for the due date." in unsaid.words
    )


def test_before_the_due_date_of_a_baby_born_early_days_are_not_called_later() -> None:
    last = FOUR.last
    early = weeks(cries(*[60] * 28), whole(*range(28)), born=FIRST, due=last + timedelta(days=10))
    assert data(early).crying is None
    assert EARLIER in early.words
    assert OVER not in early.words
    started = weeks(cries(*[60] * 28), whole(*range(28)), born=FIRST, due=last - timedelta(days=2))
    assert "There are 3 days." in started.words
    assert not {EARLIER, OVER} & set(started.words)


def test_without_an_age_it_asks_for_one() -> None:
    assert NO_AGE in weeks(cries(*[60] * 28), whole(*range(28)), born=None).words


def test_it_says_where_it_comes_from_and_what_it_is_for() -> None:
    found = weeks(cries(*[60] * 28), whole(*range(28)))
    for words in (REFERENCE.vary, REFERENCE.others, REFERENCE.source):
        assert words in found.words
    assert found.table.headers[-1] == "Crying, minutes on whole days"
    assert found.table.rows[0][-1] == "60 60 60 60 60 60 60"
    assert all(len(row) == len(found.table.headers) for row in found.table.rows)
