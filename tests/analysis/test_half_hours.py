"""Half hours: what falls on them, and when they count as logged."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from bonddiary.analysis.half_hours import A_DAY, days_of, half_hours, stretches, touched
from bonddiary.analysis.insight import View
from bonddiary.analysis.spans import pieces
from bonddiary.domain.care import CareEvent, CareKind, DayMark, DayMarkKind
from bonddiary.domain.moment import Moment
from bonddiary.domain.when import When
from tests.analysis.made import NAMES, TWO_WEEKS, care, day_mark, moment, when


def view(moments: list[Moment], marks: tuple[DayMark, ...] = (), now: When | None = None) -> View:
    from bonddiary.analysis.coverage import coverage

    at = now or when(14, 9)
    cover = coverage(moments, (), marks, TWO_WEEKS, at)
    return View(moments, moments, (), marks, TWO_WEEKS, at, NAMES, cover)


def flagged(events: list[CareEvent]) -> list[bool]:
    """Which half hours of the two weeks hold any of these."""
    return touched(stretches(events, TWO_WEEKS), TWO_WEEKS)


def test_an_instant_falls_on_one_and_a_stretch_on_each_it_touches() -> None:
    flags = flagged(
        [care(when(0, 9.5)), care(when(1, 22.9), CareKind.SLEEP, when(2, 1.0)), care(when(15, 3))]
    )
    assert [divmod(place, A_DAY) for place, here in enumerate(flags) if here] == [
        (0, 19),
        (1, 45),
        (1, 46),
        (1, 47),
        (2, 0),
        (2, 1),
    ]
    assert days_of(flags)[19] == 1


def test_what_began_before_the_period_counts_where_it_runs_into_it() -> None:
    flags = flagged([care(when(-1, 23), CareKind.SLEEP, when(0, 1.25))])
    assert [place for place, here in enumerate(flags) if here] == [0, 1, 2]


def test_logged_is_within_three_hours_on_a_day_that_was_used() -> None:
    found = half_hours(view([moment(when(3, 9)), moment(when(5, 23.5))])).logged
    assert [place % A_DAY for place in range(A_DAY * 3, A_DAY * 4) if found[place]] == [*range(12, 24)]
    assert not any(found[A_DAY * 4 : A_DAY * 5]), "nothing on that day"
    assert not any(found[A_DAY * 6 : A_DAY * 7]), "the evening before doesn't make a day logged"


def test_a_whole_day_is_logged_up_to_now() -> None:
    marks = (day_mark(2), day_mark(3, DayMarkKind.NO_CRYING), day_mark(4))
    found = half_hours(view([], marks, when(4, 6.2))).logged
    assert all(found[A_DAY * 2 : A_DAY * 3])
    assert not any(found[A_DAY * 3 : A_DAY * 4]), "a day without crying says nothing of its hours"
    assert sum(found[A_DAY * 4 :]) == 13


@given(st.lists(st.tuples(st.floats(-30, 400), st.floats(0, 30)), max_size=12))
def test_the_same_half_hours_as_by_days(made: list[tuple[float, float]]) -> None:
    events = [care(when(0, at), CareKind.SLEEP, when(0, at + lasting)) for at, lasting in made]
    there = set()
    for event in events:
        for piece in pieces(event.at, event.until):
            low, high = (
                int(piece.start * 2 + 1e-9),
                max(int(-(-piece.end * 2 // 1)), int(piece.start * 2) + 1),
            )
            there |= {((piece.day - TWO_WEEKS.first).days, half) for half in range(low, high)}
    flags = flagged(events)
    found = {divmod(place, A_DAY) for place, here in enumerate(flags) if here}
    edge = timedelta(seconds=1)
    near = {
        ((at.wall.date() - TWO_WEEKS.first).days, at.wall.hour * 2 + at.wall.minute // 30)
        for event in events
        for ends in (event.at, event.until or event.at)
        for at in (ends.shifted(-edge), ends, ends.shifted(edge))
    }
    inside = {(day, half) for day, half in there if 0 <= day < TWO_WEEKS.days}
    assert found ^ inside <= near, "apart from rounding at the very ends"
