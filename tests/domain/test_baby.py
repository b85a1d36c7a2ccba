"""Ages: chronological, corrected, before birth."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonddiary.domain.baby import Age, Baby, BabyColour, marks_of
from bonddiary.domain.ids import BabyId

BORN = date(2026, 3, 1)
ID = BabyId("baby")


def born_early(weeks: int) -> Baby:
    return Baby(id=ID, born=BORN, due=BORN + timedelta(weeks=weeks))


def test_a_baby_born_early_is_counted_from_the_due_date() -> None:
    robin = born_early(8)
    on = BORN + timedelta(weeks=12)
    assert robin.early
    assert robin.age(on) == Age(84)
    assert robin.corrected_age(on) == Age(28)


def test_before_the_due_date_the_corrected_age_is_nothing_yet() -> None:
    assert born_early(8).corrected_age(BORN + timedelta(weeks=3)) == Age(0)


@pytest.mark.parametrize(("days_before_due", "early"), [(21, False), (22, True), (0, False), (-10, False)])
def test_early_is_before_37_weeks(days_before_due: int, early: bool) -> None:
    baby = Baby(id=ID, born=BORN, due=BORN + timedelta(days=days_before_due))
    assert baby.early is early
    assert (baby.corrected_age(BORN + timedelta(days=60)) != baby.age(BORN + timedelta(days=60))) is early


def test_before_birth_there_is_no_age() -> None:
    assert born_early(8).age(BORN - timedelta(days=1)) is None
    assert born_early(8).corrected_age(BORN - timedelta(days=1)) is None
    assert Baby(id=ID).age(BORN) is None
    assert Baby(id=ID).corrected_age(BORN) is None


def test_with_a_due_date_alone_the_weeks_of_pregnancy_are_known() -> None:
    waiting = Baby(id=ID, due=BORN)
    assert waiting.age(BORN) is None
    assert waiting.pregnancy_weeks(BORN) == 40
    assert waiting.pregnancy_weeks(BORN - timedelta(weeks=20, days=1)) == 19
    assert waiting.pregnancy_weeks(BORN - timedelta(weeks=41)) is None
    assert waiting.pregnancy_weeks(BORN + timedelta(weeks=6)) is None
    assert Baby(id=ID).pregnancy_weeks(BORN) is None


def test_once_born_no_pregnancy_is_counted() -> None:
    robin = Baby(id=ID, born=BORN, due=BORN)
    assert robin.pregnancy_weeks(BORN - timedelta(days=7)) == 39
    assert robin.pregnancy_weeks(BORN) is None


def test_dates_at_the_ends_of_the_calendar_are_no_trouble() -> None:
    odd = Baby(id=ID, born=date.max, due=date.min)
    assert not odd.early
    assert odd.corrected_age(BORN) is None
    assert odd.pregnancy_weeks(BORN) is None
    assert Baby(id=ID, born=date.min, due=date.max).corrected_age(BORN) == Age(0)


@given(st.integers(0, 20_000))
def test_weeks_and_months_are_completed_ones(days: int) -> None:
    age = Age(days)
    assert age.weeks * 7 <= days < (age.weeks + 1) * 7
    assert age.months * 30.4375 <= days < (age.months + 1) * 30.4375


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(-30, 120), st.integers(0, 900))
def test_the_corrected_age_is_never_more_than_the_age(born: date, until_due: int, days: int) -> None:
    baby = Baby(id=ID, born=born, due=born + timedelta(days=until_due))
    age, corrected = baby.age(born + timedelta(days=days)), baby.corrected_age(born + timedelta(days=days))
    assert age is not None
    assert corrected is not None
    assert Age(0) <= corrected <= age


def several(*names: str, **changes: object) -> list[Baby]:
    return [replace(Baby(id=BabyId(f"b{n}"), nickname=name), **changes) for n, name in enumerate(names)]  # type: ignore[arg-type]


def test_expected_ends_with_the_birth_and_long_after_the_due_date() -> None:
    baby = Baby(id=ID, due=BORN)
    assert baby.expected(BORN - timedelta(weeks=12))
    assert baby.expected(BORN + timedelta(weeks=2))
    assert not baby.expected(BORN + timedelta(weeks=8))
    assert not replace(baby, born=BORN).expected(BORN)
    assert not Baby(id=ID).expected(BORN)


class TestMarks:
    def test_every_baby_has_a_name_an_initial_and_a_colour_of_their_own(self) -> None:
        marks = list(marks_of(several("Robin", "Wren", "", "Jay")).values())
        assert [mark.name for mark in marks] == ["Robin", "Wren", "Baby 3", "Jay"]
        assert [mark.initial for mark in marks] == ["R", "W", "3", "J"]
        assert [mark.colour for mark in marks] == list(BabyColour)

    def test_names_that_begin_alike_are_numbered(self) -> None:
        assert [mark.initial for mark in marks_of(several("Wren", "wim", "Jay")).values()] == ["1", "2", "J"]

    def test_a_chosen_colour_is_kept_and_not_given_to_another(self) -> None:
        robin, wren = several("Robin", "Wren")
        marks = marks_of([robin, replace(wren, colour=BabyColour.SEA)])
        assert [mark.colour for mark in marks.values()] == [BabyColour.PLUM, BabyColour.SEA]

    def test_putting_one_away_changes_no_other_colour(self) -> None:
        robin, wren = several("Robin", "Wren")
        before = marks_of([robin, wren])[wren.id]
        assert marks_of([replace(robin, archived=True), wren])[wren.id] == before

    def test_a_fifth_baby_takes_the_colour_of_one_who_is_put_away(self) -> None:
        babies = several("A", "B", "C", "D", "E")
        babies[2] = replace(babies[2], archived=True)
        assert marks_of(babies)[babies[4].id].colour is BabyColour.AMBER

    @given(st.lists(st.sampled_from([None, *BabyColour]), max_size=8))
    def test_up_to_four_have_different_colours_unless_they_chose_the_same(
        self, chosen: list[BabyColour | None]
    ) -> None:
        babies = [Baby(id=BabyId(f"b{n}"), colour=colour) for n, colour in enumerate(chosen)]
        marks = marks_of(babies)
        assert len(marks) == len(babies)
        own = [colour for colour in chosen if colour is not None]
        if len(babies) <= 4 and len(set(own)) == len(own):
            assert len({mark.colour for mark in marks.values()}) == len(babies)
