"""How much was logged."""

from datetime import timedelta

from bonddiary.domain.care import CareKind, DayMarkKind
from bonddiary.domain.period import Period
from tests.analysis.made import FIRST, TWO_WEEKS, care, day_mark, insights, moment, when


def test_what_was_logged_is_counted_and_what_was_not_is_left_open() -> None:
    made = [
        moment(when(0, 3)),
        moment(when(0, 4), later=timedelta(hours=5)),
        moment(when(3, 9), deleted=True),
        moment(when(5, 9)),
    ]
    events = [care(when(1, 22), CareKind.SLEEP, when(2, 6)), care(when(7, 12), CareKind.NAPPY)]
    cover = insights(made, events, [day_mark(9), day_mark(10, DayMarkKind.NO_CRYING)]).coverage
    assert sorted((day - FIRST).days for day in cover.used) == [0, 1, 2, 5, 7, 9, 10]
    assert (cover.days, cover.empty_days) == (14, 7)
    assert (cover.moments, cover.care) == (3, 2)
    assert (cover.typed, cover.later) == (3, 1)
    assert cover.line == "7 of 14 days · 3 moments · 2 care events · 1 whole day"
    assert cover.limits == (
        "7 of 14 days have nothing logged.",
        "1 of 3 entries were written down later.",
    )


def test_one_day_has_and_others_have() -> None:
    for days, said in ((0, "0 of 14 days have"), (1, "1 of 14 days has"), (2, "2 of 14 days have")):
        found = insights([moment(when(day, 9)) for day in range(days)])
        assert found.coverage.logged_words == f"{said} something logged."
        for key in ("two-weeks", "time-of-day", "typical-day"):
            assert found.charts[key].subtitle.endswith(f" {said} something logged.")


def test_days_ahead_are_not_counted() -> None:
    cover = insights([moment(when(0, 3))], now=when(4, 12)).coverage
    assert (cover.days, cover.empty_days) == (5, 4)


def test_nothing_at_all() -> None:
    cover = insights().coverage
    assert cover.line == "0 of 14 days · 0 moments"
    assert not cover.used


def test_a_sleep_from_the_night_before_makes_the_first_day_used() -> None:
    cover = insights([], [care(when(-1, 22), CareKind.SLEEP, when(0, 6))]).coverage
    assert cover.used == {FIRST}
    assert cover.care == 0


def test_a_period_ahead_has_no_days() -> None:
    ahead = Period(TWO_WEEKS.last + timedelta(days=30), TWO_WEEKS.last + timedelta(days=40))
    assert insights(period=ahead, now=when(0, 9)).coverage.days == 0
