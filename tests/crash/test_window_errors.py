"""The disk reports errors while somebody presses in the real window: what it calls saved is, the rest waits on the screen."""

import shutil
from pathlib import Path

import pytest

from tests.crash import deeds, window
from tests.crash.figures import WHOLE, count
from tests.crash.nursery import STRACE, Nursery

PRESSES = 12
FAULTS = (
    "fsync:error=EIO",
    "pwrite64:error=ENOSPC",
    "pwrite64:error=EIO",
    "ftruncate:error=EIO",
    "pread64:error=EIO",
)
STARTS = {"fsync": (3, 7, 12), "pwrite64": (9, 30, 71), "ftruncate": (1, 3), "pread64": (12, 20)}
TRIED = [
    (fault, number, more) for fault in FAULTS for number in STARTS[fault.split(":")[0]] for more in ("", "+")
]


@pytest.mark.parametrize(
    ("fault", "number", "more"),
    TRIED if WHOLE else [(FAULTS[0], 7, "+"), (FAULTS[1], 30, "")],
    ids=lambda value: str(value) or "once",
)
def test_what_the_window_calls_saved_is(
    nursery: Nursery, place: Path, fault: str, number: int, more: str
) -> None:
    """`nursery` says whether strace may be used here."""
    folder = place / "diary"
    folder.mkdir(mode=0o700)
    window.prepare(folder)
    assert STRACE is not None
    calls = place / "calls"
    watched = [part for path in ("diary.db", "diary.db-journal") for part in ("-P", str(folder / path))]
    strace = [STRACE, "-f", "-qq", "-o", str(calls), "-e", f"inject={fault}:when={number}{more}", *watched]
    before: dict[str, str | None] = dict(deeds.held(folder))
    shown = window.begin(folder, seed=number, presses=PRESSES, before=strace)
    errors = shown.errors()
    assert shown.process.returncode == 0, errors
    assert "Traceback" not in errors
    hits = calls.read_text(errors="replace").count("(INJECTED)")
    said = shown.said
    acked = {**before, **deeds.expected(window.acks(said))}
    held = deeds.held(folder)
    waits = [line for line in said if line.startswith("WAIT")]
    lost = [id for id, left in acked.items() if left and id not in held]
    false = window.false_ticks(said)
    count(window_faults=hits, window_ticks=sum(line.startswith("TICK") for line in said),
          window_false_ticks=len(false) + len(lost))  # fmt: skip
    assert hits, "no call was made to fail: the trial is blind"
    assert false == []
    if more:
        assert waits, "nothing on the screen said that something isn’t saved"
        assert "NOTE the last words" in said or not any(line.startswith("NOTE") for line in said)
    else:
        assert lost == []
        assert not said[-1].startswith("WAIT"), "what waited isn’t saved after Try again"
    shutil.rmtree(folder)
