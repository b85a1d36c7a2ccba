"""From the press of a tile to its COMMIT, against the same rows by the driver itself."""

import time
from collections.abc import Mapping
from contextlib import closing
from functools import partial

import sqlcipher3.dbapi2 as sqlite
from PySide6.QtWidgets import QAbstractButton

from bonddiary.diary.commands import Write
from bonddiary.diary.diary import Diary
from bonddiary.diary.history import DEPTH
from bonddiary.diary.title import Title, Verb
from bonddiary.domain.records import ref_to
from bonddiary.store.mapping import to_columns
from bonddiary.ui.widgets.press import CueTile
from tests.benchmarks.diaries import NOW, connect, insertion
from tests.benchmarks.harness import Line, Sample, alternate, stopwatch
from tests.benchmarks.surroundings import FAMILY, Surroundings, open_diary, opened
from tests.builders import cue_keys, moment, moment_draft

FLOOR = "the same rows by the driver"
LONG = 1_000_000


def measure(here: Surroundings) -> list[Line]:
    """Both write into a diary of the same length, on the same disk, with the same settings."""
    found, long = _of_length(here, FAMILY), _of_length(here, LONG)
    floors = found["raw"]
    return [
        Line(work="press → COMMIT", floor=FLOOR, works=found["commit"], floors=floors, limit=2.0),
        Line(
            work=f"the same at {LONG:,} entries",
            floor=FLOOR,
            works=long["commit"],
            floors=long["raw"],
            limit=2.0,
        ),
        Line(work="Diary.log alone", floor=FLOOR, works=found["log"], floors=floors),
        Line(work="press, until the click has returned", floor=FLOOR, works=found["click"], floors=floors),
    ]


def _of_length(here: Surroundings, entries: int) -> Mapping[str, list[Sample]]:
    """The driver, `Diary.log` and a press of a tile by turns, each in a diary of its own."""
    heard: list[Sample] = []
    diary = open_diary(here.diaries.copy(entries))
    diary.listen(lambda _: heard.append(_now()))  # the first listener: COMMIT has just returned
    with (
        closing(connect(here.diaries.copy(entries))) as raw,
        opened(here.diaries.copy(entries)) as alone,
        here.window(here.session(lambda: diary)) as window,
    ):
        tile = window.findChildren(CueTile)[0]

        def click() -> Mapping[str, Sample]:
            found = _click(tile, heard)
            here.settle()
            return found

        found = alternate(partial(_raw, raw), partial(_log, alone), click, seconds=12, least=30, warm=3)
    diary.close()
    return found


def _raw(connection: sqlite.Connection) -> Mapping[str, Sample]:
    """A moment, its cue and its step of Undo, forgetting the oldest step."""
    made = moment(at=NOW, entered=NOW)
    row, cue = to_columns(made), {"moment": made.id, "place": 0, "cue": made.cues[0]}
    entry, key = insertion("moment", row), insertion("moment_cue", cue)
    values, key_values = entry.values(row), key.values(cue)
    inverse = Write(remove=(ref_to(made),)).as_text()
    kept = ("undo", Title(Verb.LOG, made.cues[0]).as_text(), inverse)
    oldest = "SELECT place FROM history WHERE stack = 'undo' ORDER BY place DESC LIMIT 1 OFFSET ?"
    with stopwatch() as sample:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(entry.text, values)
        connection.execute(key.text, key_values)
        connection.execute("INSERT INTO history (stack, title, command) VALUES (?, ?, ?)", kept)
        for (place,) in connection.execute(oldest, (DEPTH,)).fetchall():
            connection.execute("DELETE FROM history WHERE stack = 'undo' AND place <= ?", (place,))
        connection.execute("DELETE FROM history WHERE stack = 'redo'")
        connection.execute("COMMIT")
    return {"raw": sample}


def _log(diary: Diary) -> Mapping[str, Sample]:
    draft = moment_draft(at=NOW, entered=NOW, cues=cue_keys("rooting"))
    with stopwatch() as sample:
        diary.log(draft)
    return {"log": sample}


def _click(tile: QAbstractButton, heard: list[Sample]) -> Mapping[str, Sample]:
    heard.clear()
    with stopwatch() as whole:
        start = _now()
        tile.click()
    (saved,) = heard
    return {"commit": Sample(saved.value - start.value, saved.cpu - start.cpu), "click": whole}


def _now() -> Sample:
    return Sample(time.perf_counter_ns() / 1e6, time.process_time_ns() / 1e6)
