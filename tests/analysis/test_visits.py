"""Visits in time: next, last, since, before and after; and the order of questions."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bonddiary.analysis.names import Names
from bonddiary.analysis.visits import (
    asked_at,
    beside,
    days_after,
    days_before,
    in_order,
    moved,
    past,
    since_last,
    to_ask,
    two_weeks_on,
    upcoming,
)
from bonddiary.content.loader import load_catalog
from bonddiary.domain.moment import Moment
from bonddiary.domain.period import Period
from bonddiary.domain.visit import Question
from tests.builders import NOW, moment, question, response_keys, visit, when

TODAY = date(2026, 11, 16)
DAY = timedelta(days=1)
OLD, LAST, NOWADAYS, NEXT = (visit(day=TODAY + timedelta(days=n)) for n in (-40, -15, 0, 9))
ALL = (NEXT, OLD, NOWADAYS, LAST)
NAMES = Names.of(load_catalog())


class TestInTime:
    def test_todays_visit_is_still_to_come(self) -> None:
        assert upcoming(ALL, TODAY) == (NOWADAYS, NEXT)
        assert past(ALL, TODAY) == (LAST, OLD)

    def test_since_the_last_visit_begins_the_day_after_it(self) -> None:
        assert since_last(ALL, TODAY) == Period(LAST.day + DAY, TODAY)
        assert since_last([NEXT], TODAY) is None
        assert since_last([visit(day=TODAY - DAY)], TODAY) == Period(TODAY, TODAY)

    def test_two_weeks_have_gone_by_from_the_14th_day_on(self) -> None:
        assert not two_weeks_on(visit(day=TODAY - timedelta(days=13)), TODAY)
        assert two_weeks_on(visit(day=TODAY - timedelta(days=14)), TODAY)

    def test_the_two_weeks_touch_the_visit_and_leave_it_out(self) -> None:
        before, after = days_before(LAST), days_after(LAST)
        assert before.days == after.days == 14
        assert (before.last + DAY, after.first - DAY) == (LAST.day, LAST.day)


class TestQuestions:
    def test_they_stand_as_put_and_then_as_asked(self) -> None:
        first, second = question(place=0), question(place=1)
        early, late = question(asked_on=TODAY - DAY), question(asked_on=TODAY)
        assert in_order([late, second, early, first]) == (first, second, early, late)

    def test_what_has_an_answer_is_not_asked_again_unless_its_visit_is_to_come(self) -> None:
        open_, old = question(), question(visit=OLD.id)
        answered, ready = question(visit=OLD.id, answer="Yes."), question(visit=NEXT.id, answer="Yes.")
        assert set(to_ask([open_, old, answered, ready], ALL, TODAY)) == {open_, old, ready}

    def test_the_next_visit_takes_what_goes_with_no_other(self) -> None:
        free, own, other = question(), question(visit=NOWADAYS.id), question(visit=NEXT.id)
        answered = question(answer="Yes.")
        every = [free, own, other, answered]
        assert set(asked_at(NOWADAYS, every, ALL, TODAY)) == {free, own}
        assert asked_at(NEXT, every, ALL, TODAY) == (other,)
        assert asked_at(LAST, every, ALL, TODAY) == ()

    @given(st.integers(1, 6), st.data())
    def test_moving_changes_the_place_of_one_among_the_others(self, count: int, data: st.DataObject) -> None:
        before = in_order(question(place=data.draw(st.none() | st.integers(0, 3))) for _ in range(count))
        here, by = data.draw(st.integers(0, count - 1)), data.draw(st.sampled_from([-1, 1]))
        changed = {each.id: each for each in moved(before, before[here].id, by)}
        after = in_order(changed.get(each.id, each) for each in before)
        wanted = [each.id for each in before]
        wanted.insert(max(0, min(count - 1, here + by)), wanted.pop(here))
        assert [each.id for each in after] == wanted
        assert {each.id: replace(each, place=None) for each in after} == {
            each.id: replace(each, place=None) for each in before
        }

    def test_at_the_end_nothing_changes(self) -> None:
        rows: Sequence[Question] = in_order([question(), question()])
        assert moved(rows, rows[0].id, -1) == ()
        assert moved(rows, rows[1].id, 1) == ()


class TestBeforeAndAfter:
    def entries(self) -> list[Moment]:
        """Three a day before the visit on 4 days, one a day after it on 3, one on its own day."""
        days = [(LAST.day - n * DAY, hour) for n in (1, 2, 3, 4) for hour in (9, 13, 18)]
        days += [(LAST.day + n * DAY, 10) for n in (1, 2, 3)] + [(LAST.day, 11)]
        return [moment(at=when(f"{day}T{hour:02d}:00")) for day, hour in days]

    def test_counts_stand_beside_how_much_was_logged(self) -> None:
        before, after = beside(LAST, self.entries(), (), (), NOW, NAMES)
        assert before.words == "18 to 31 October 2026. 12 moments. 4 of 14 days have something logged."
        assert after.words == "2 to 15 November 2026. 3 moments. 3 of 14 days have something logged."
        assert before.drawn
        assert after.drawn

    def test_nothing_is_said_beyond_the_counts(self) -> None:
        for side in beside(LAST, self.entries(), (), (), NOW, NAMES):
            assert side.insight.words == (side.words,)
            assert (side.insight.found, side.insight.sure) == ((), ())
            assert side.insight.title.endswith(side.words)

    def test_what_is_private_is_in_neither(self) -> None:
        hard = next(key for key, response in NAMES.catalog.responses.items() if response.private)
        shown = self.entries()
        at = when(f"{LAST.day - DAY}T12:00")
        hidden = [moment(at=at, private=True), moment(at=at, responses=response_keys(hard))]
        plain = beside(LAST, shown, (), (), NOW, NAMES)
        assert [s.words for s in beside(LAST, shown + hidden, (), (), NOW, NAMES)] == [s.words for s in plain]

    def test_too_few_days_are_not_drawn(self) -> None:
        _, after = beside(LAST, self.entries()[:12], (), (), NOW, NAMES)
        assert not after.drawn
        assert after.words == "2 to 15 November 2026. 0 moments. 0 of 14 days have something logged."
