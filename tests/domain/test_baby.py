"""Ages: chronological, corrected, before birth."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonddiary.domain.baby import Age, Baby
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
