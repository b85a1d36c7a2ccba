"""A disk without room: one sentence, nothing acknowledged is lost, and what was refused can be saved once there is room."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.crash import deeds
from tests.crash.figures import WHOLE, count
from tests.crash.nursery import ROOT, Nursery
from tests.pace import PATIENCE

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="a small disk is made as Linux makes it")


def test_a_small_disk_that_is_full(place: Path) -> None:
    unshare = shutil.which("unshare")
    if unshare is None:
        pytest.skip("unshare isn’t installed here: no disk of its own can be mounted")
    root = () if os.geteuid() == 0 else ("--map-root-user",)
    command = [unshare, "--mount", *root, sys.executable, "-m", "tests.crash.small_disk", str(place)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE, check=False)
    if done.returncode and "unshare" in done.stderr:
        pytest.skip(f"a disk of its own isn’t allowed here: {done.stderr.strip()}")
    assert done.returncode == 0, done.stderr
    said = json.loads(done.stdout)
    if "unmounted" in said:
        pytest.skip(f"no disk can be mounted here: {said['unmounted']}")
    count(full_disks=1, full_acknowledged=said["saved"], full_lost=len(said["lost"]))
    assert said["saved"] > 10
    assert said["lost"] == []
    assert len(said["refused"]) == 5
    assert all(
        words.startswith("The disk is full, so this isn’t saved.") for words in said["refused"].values()
    )
    assert said["there"] == []
    assert said["missing"] == []
    assert said["more"] == 0


@pytest.mark.parametrize("room", [0, 20_000, 40_000] if WHOLE else [20_000])
def test_a_file_that_may_grow_no_more(nursery: Nursery, place: Path, room: int) -> None:
    folder = place / "diary"
    folder.mkdir()
    deeds.begin(folder)
    size = (folder / "diary.db").stat().st_size + room
    ended = nursery.run("tests.crash.deeds:fill", folder, size=size, until=90)
    assert ended.code == 0, ended.told
    saved, refused = ended.told["saved"], ended.told["refused"]
    held = deeds.held(folder)
    assert refused
    assert {id: held.get(id) for id in saved} == saved == deeds.expected(ended.acks)
    assert [id for id in refused if id in held] == []
    words = {words for each in refused.values() for _, words in each}
    assert all("isn’t saved" in each for each in words), words
    assert deeds.press_again(folder, list(refused)) == 0
    count(full_disks=1, full_acknowledged=len(saved))
