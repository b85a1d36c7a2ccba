"""A baby born within the page's days: days before the birth are no days that nobody logged."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from bonddiary.domain.period import Period
from bonddiary.report.document import Picture, ReportDocument
from bonddiary.report.request import Section
from tests.report.made import PERIOD, ROBIN, grid, noted, page, part, records, small_diary

BORN = date(2026, 11, 9)


def since(*entries: object, born: date = BORN, **asked: Any) -> ReportDocument:
    """The page of a baby born then."""
    return page(records(*entries, baby=replace(ROBIN, born=born)), **asked)


def logged() -> list[object]:
    return [noted(f"{day:02}T{hour:02}:00") for day in (9, 10, 12) for hour in (8, 12)]


def test_the_page_begins_with_the_birth() -> None:
    shown = since(*logged())
    assert shown.title == "Robin’s diary, 9 to 16 November 2026"
    assert shown.logged[0] == "On 3 of 8 days something was logged: 6 moments."
    days = part(shown, Section.DAYS)
    assert isinstance(days, Picture)
    assert len(days.insight.table.rows) == 8
    assert "5 of 8 days have nothing logged." in days.alt
    assert shown.file_stem == "diary-page-2026-11-16"


def test_what_is_noted_before_a_birth_is_not_dropped() -> None:
    shown = since(*logged(), noted("05T08:00"))
    assert shown.title == "Robin’s diary, 3 to 16 November 2026"


@pytest.mark.parametrize("left_out", [{"private": True}, {"id": "01a1e000-0000-7000-8000-0000000000e5"}])
def test_what_stays_out_leaves_no_trace_in_the_dates(left_out: dict[str, Any]) -> None:
    early = noted("05T08:00", **left_out)
    without = frozenset() if "private" in left_out else frozenset({early.id})
    entries = logged()
    assert since(*entries, early, without=without) == since(*entries)


def test_days_set_beside_them_begin_with_the_birth_too() -> None:
    born = date(2026, 10, 24)
    before = [noted(f"2026-10-{day}T09:00") for day in (25, 26, 28)]
    table = grid(since(*small_diary(), *before, born=born), Section.CHANGES).table
    assert table.rows[0][1:] == ("3 of 10", "4 of 14")
    assert PERIOD.before() == Period(date(2026, 10, 20), date(2026, 11, 2))
