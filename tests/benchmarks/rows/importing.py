"""Bringing in one real family's year, against parsing it and writing its rows with the driver."""

import csv
from collections.abc import Mapping
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

from bonddiary.diary.bringing_in import plan_for
from bonddiary.exchange.registry import read_file
from bonddiary.exchange.spec import ReadContext, Reading
from bonddiary.store.mapping import to_columns
from tests.benchmarks.diaries import NOW, connect, insertion
from tests.benchmarks.harness import Line, Sample, alternate, stopwatch
from tests.benchmarks.processes import ROOT
from tests.benchmarks.surroundings import Surroundings, opened
from tests.builders import ROBIN

REAL = ROOT.parent / "shared" / "samples" / "baby-connect" / "eva.csv"
ROWS = 4_207
HEADER = "Date and Time,End Time,Duration (min),Activity,Quantity,Extra data,Text,Notes,Caregiver"
WRITTEN = "%m/%d/%y %I:%M %p"


def measure(here: Surroundings) -> list[Line]:
    """Every turn has a diary of its own that holds nothing but the baby."""
    file = REAL if REAL.is_file() else made_up(here.diaries.folder() / "made-up.csv")
    reading = _read(file)
    rows = [to_columns(record) for record in reading.records]
    statement = insertion("care", rows[0])
    values = [statement.values(row) for row in rows]

    def work() -> Mapping[str, Sample]:
        with opened(here.diaries.with_robin()) as diary, stopwatch() as whole:
            with stopwatch() as read:
                found = _read(file)
            with stopwatch() as plan:
                plan_made = plan_for(diary, found)
            with stopwatch() as bring:
                diary.bring_in(plan_made.new, "baby-connect")
        parts = {"read": read, "plan": plan, "bring": bring}
        whole.value, whole.cpu = (
            sum(getattr(part, side) for part in parts.values()) for side in ("value", "cpu")
        )
        return {"whole": whole, **parts}

    def floor() -> Mapping[str, Sample]:
        with closing(connect(here.diaries.with_robin())) as connection, stopwatch() as sample:
            with file.open(encoding="utf-8", newline="") as text:
                parsed = list(csv.reader(text))
            assert len(parsed) == len(values) + 1
            connection.execute("BEGIN IMMEDIATE")
            connection.executemany(statement.text, values)
            connection.execute("COMMIT")
        return {"raw": sample}

    found = alternate(floor, work, seconds=14, least=9)
    raw, name = found["raw"], "parse + raw executemany"
    whole = Line(work=f"import of {len(rows):,} rows", floor=name, works=found["whole"], floors=raw, limit=5)
    parts = (("read", "reading"), ("plan", "planning"), ("bring", "bringing in, with COMMIT"))
    return [
        whole,
        *(Line(work=f"of that, {words}", floor=name, works=found[key], floors=raw) for key, words in parts),
    ]


def made_up(file: Path) -> Path:
    """As many rows of the same shape, where the real family's file isn't at hand."""
    lines, at = [HEADER], datetime(2020, 12, 12, 19, 47)
    for place in range(ROWS):
        start, end = at.strftime(WRITTEN), (at + timedelta(minutes=30)).strftime(WRITTEN)
        sleep = f"{start},{end},30,Sleep,,,Robin slept in her crib (30m),,A"
        bottle = f"{start},{end},30,Bottle,8.2,Formula,Robin drank 8.2 oz of formula (30m),,U"
        lines.append(bottle if place % 2 else sleep)
        at -= timedelta(minutes=125)
    file.write_text("\n".join([*lines, ""]), encoding="utf-8")
    return file


def _read(file: Path) -> Reading:
    context = ReadContext(baby=ROBIN.id, zone="America/Los_Angeles", now=NOW, child=ROBIN.nickname)
    return read_file(file, context)[1]
