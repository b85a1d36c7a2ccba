"""The real program, killed at random while somebody presses: every acknowledged entry is there, as it was acknowledged."""

import random
import signal
import sys
import time
from pathlib import Path

import pytest

from tests.crash import deeds, window
from tests.crash.figures import KILLS, WHOLE, count

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a kill without warning is POSIX's")
LONGEST = 4 if WHOLE else 1.5
"""Seconds of pressing before a kill."""


@pytest.fixture
def folder(place: Path) -> Path:
    made = place / "diary"
    made.mkdir(mode=0o700)
    window.prepare(made)
    return made


def test_a_kill_at_any_time_loses_nothing_that_was_acknowledged(folder: Path) -> None:
    dice = random.Random()
    wrong: list[str] = []
    for number in range(KILLS):
        before: dict[str, str | None] = dict(deeds.held(folder))
        shown = window.begin(folder, seed=number)
        if number % 5 == 4:
            time.sleep(dice.uniform(0, LONGEST))  # while it starts
        else:
            shown.wait_for_ack()
            time.sleep(dice.uniform(0, LONGEST))
        shown.kill()
        assert shown.process.returncode == -signal.SIGKILL
        wrong += judge(before, shown.said, deeds.held(folder), deeds.undone(folder))
    assert wrong == []


def judge(before: dict[str, str | None], said: list[str], held: dict[str, str], undone: bool) -> list[str]:
    """What isn't as promised. The command under way at the kill may be whole or not there at all.

    `undone`: the newest step in the file is an Undo, the one thing that takes an entry back to what it was.
    """
    acked = window.acks(said)
    expected = {id: left for id, left in {**before, **deeds.expected(acked)}.items() if left is not None}
    differ = {id for id in {*expected, *held} if expected.get(id) != held.get(id)}
    earlier = {(id, left) for each in deeds.acknowledged(acked) for id, left in each.items()}
    back = {id for id in differ if id in expected and (id not in held or (id, held[id]) in earlier)}
    lost = () if undone and len(differ) == 1 else back
    false = window.false_ticks(said)
    count(
        kills=1, acknowledged=len(acked.splitlines()), lost=len(lost), kept_without_a_tick=len(differ)
    )  # fmt: skip
    wrong = [f"{id} was called saved and wasn’t acknowledged" for id in false]
    wrong += [f"{id} was acknowledged and isn’t there as it was" for id in lost]
    return wrong + ([f"{len(differ)} entries were under way"] if len(differ) > 1 else [])


def test_what_the_screen_calls_saved_is_what_is_acknowledged(folder: Path) -> None:
    """The tick is looked for in the widgets; the hook speaks before it, and the file agrees with both."""
    shown = window.begin(folder, seed=1, presses=25)
    assert shown.errors() == ""
    assert shown.process.returncode == 0
    said = shown.said
    ticks = [line for line in said if line.startswith("TICK")]
    assert len(ticks) > 10
    assert [line for line in said if line.startswith("WAIT")] == []
    assert window.false_ticks(said) == []
    expected = deeds.expected(window.acks(said))
    held = deeds.held(folder)
    assert {id: held.get(id) for id in expected} == expected
    assert ticks[-1].split()[1] in held
