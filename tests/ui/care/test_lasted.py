"""How long an event lasted, as people type it."""

from datetime import timedelta

import pytest

from bonddiary.domain.errors import InvalidEntry
from bonddiary.ui.care.lasted import read_span
from tests.builders import NOW, when

AT = when("2026-11-16T19:00")


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [("20", 20), ("20 min", 20), ("in 20 min", 20), ("1 h 10", 70), ("1h10m", 70), ("7:25pm", 25), ("0", 0)],
)
def test_a_length_or_a_time(typed: str, minutes: int) -> None:
    assert read_span(typed, AT, NOW) == (AT, AT.shifted(timedelta(minutes=minutes)))


def test_blank_is_no_end() -> None:
    assert read_span("  ", AT, NOW) == (AT, None)


def test_a_length_that_would_end_in_the_future_ended_now() -> None:
    """Pressed when the feed was over, then "20 min": it can't be meant otherwise."""
    assert read_span("20", NOW, NOW) == (NOW.shifted(-timedelta(minutes=20)), NOW)


@pytest.mark.parametrize(
    ("typed", "said"),
    [("a while", "Type how long"), ("6:30pm", "before it began"), ("30 h", "longer than a day")],
)
def test_what_cannot_be_is_said(typed: str, said: str) -> None:
    with pytest.raises(InvalidEntry, match=said):
        read_span(typed, AT, NOW)
