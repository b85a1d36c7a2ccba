"""What the exchange tests share: one baby, one zone, one "now", and short ways to read text."""

from datetime import UTC, datetime
from pathlib import Path

from bonddiary.domain.care import CareEvent
from bonddiary.domain.ids import BabyId
from bonddiary.domain.when import When
from bonddiary.exchange.formats import baby_connect
from bonddiary.exchange.spec import ReadContext, Reading

SAMPLES = Path(__file__).parent / "samples"
BABY = BabyId("0192d3a1-0000-7000-8000-00000000000b")
NOW = When.of(datetime(2026, 11, 23, 8, tzinfo=UTC), "UTC")
US_HEADER = "Date and Time,End Time,Duration (min),Activity,Quantity,Extra data,Text,Notes,Caregiver"


def context(zone: str = "Europe/London", now: When = NOW, child: str = "") -> ReadContext:
    """With defaults for all that a test doesn't care about."""
    return ReadContext(baby=BABY, zone=zone, now=now, child=child)


def read_rows(*rows: str, header: str = US_HEADER, zone: str = "Europe/London", child: str = "") -> Reading:
    """Baby Connect rows below a header."""
    return baby_connect.FORMAT.read("\n".join((header, *rows, "")), context(zone, child=child))


def events(reading: Reading) -> list[CareEvent]:
    """The records, which must all be care events."""
    found = [record for record in reading.records if isinstance(record, CareEvent)]
    assert len(found) == len(reading.records)
    return found


def read_row(row: str, zone: str = "Europe/London") -> CareEvent:
    """One row that must come in."""
    reading = read_rows(row, zone=zone)
    assert reading.skipped == ()
    (event,) = events(reading)
    return event
