"""One real family's year, read where it is."""

from collections import Counter
from pathlib import Path

import pytest

from bonddiary.domain.care import CareEvent
from bonddiary.exchange.plan import plan_import
from bonddiary.exchange.registry import read_file
from bonddiary.exchange.spec import Reading
from tests.exchange.reading_context import BABY, context, events

FILE = Path(__file__).resolve().parents[3] / "shared" / "samples" / "baby-connect" / "eva.csv"

pytestmark = pytest.mark.skipif(
    not FILE.is_file(), reason="the real family's file isn't here: ../shared/samples/baby-connect/eva.csv"
)


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read_file(FILE, context("America/Los_Angeles"))[1]


def what(event: CareEvent) -> str:
    return event.detail("method") or event.detail("measure") or event.kind.value


def test_totals_agree_with_the_file(reading: Reading) -> None:
    assert Counter(map(what, events(reading))) == {
        "sleep": 1859,
        "bottle": 1331,
        "breast": 986,
        "solid": 10,
        "weight": 6,
        "length": 6,
        "head": 5,
        "milestone": 2,
        "play": 1,
        "appointment": 1,
    }
    assert (reading.skipped, reading.notes) == ((), ())
    assert reading.lines == tuple(range(2, 4209))


def test_every_measured_row_has_its_value_and_every_end_comes_after_its_start(reading: Reading) -> None:
    for event in events(reading):
        if what(event) in {"bottle", "solid", "weight", "length", "head"}:
            assert event.value
            assert event.unit
        assert event.length is None or event.length.total_seconds() > 0
        assert event.source is not None
        assert not {"quantity", "extra", "end as written"} & dict(event.details).keys()


def test_a_second_import_adds_nothing(reading: Reading) -> None:
    first = plan_import(reading, (), {BABY})
    assert (len(first.new), first.already_here) == (4207, 0)
    known = {event.source.key for event in events(reading) if event.source}
    second = plan_import(read_file(FILE, context("America/Los_Angeles"))[1], known, {BABY})
    assert (second.new, second.already_here, second.skipped) == ((), 4207, ())
