"""Killed at steps that change a file: what is there opens, holds everything, and the rest is done later.

Every 8th step in a run of all tests; with BONDDIARY_WHOLE=1 each.
"""

import os
import subprocess
import sys
from pathlib import Path
from shutil import copytree

import pytest

from bonddiary.keys.plain import is_plain, is_sealed
from tests.keys.made import CANARY, WORDS, Family
from tests.privacy.looking import files_below, holders

EVERY = 1 if os.environ.get("BONDDIARY_WHOLE") else 8
ROOT = Path(__file__).parents[2]
PROGRAM = """
import os, sys
sys.path.insert(0, {root!r})
from pathlib import Path
from bonddiary.keys.passphrase import typed
from bonddiary.system.paths import find_paths
from tests.keys.made import WORDS, Family
what, folder, at = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
family = Family(find_paths(folder))
key = family.key() if what == "decrypt" else None
seen = 0
def hook(event, arguments):
    global seen
    writes = event == "open" and isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR)
    if event in ("os.rename", "os.remove", "os.link") or writes:
        seen += 1
        if seen == at:
            os._exit(9)
sys.addaudithook(hook)
if what == "encrypt":
    family.sealing.encrypt(typed(WORDS), "Sam")
else:
    family.sealing.decrypt(key)
os._exit(0)
"""


def kill_at(what: str, folder: Path, step: int) -> bool:
    """Whether it got to an end before that step."""
    program = PROGRAM.format(root=str(ROOT))
    run = subprocess.run(
        [sys.executable, "-c", program, what, str(folder), str(step)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode in (0, 9), run.stderr
    return run.returncode == 0


@pytest.mark.parametrize("what", ["encrypt", "decrypt"])
def test_killed_on_the_way(what: str, plain: Family, tmp_path: Path) -> None:
    from bonddiary.system.paths import find_paths

    before = plain.records()
    if what == "decrypt":
        plain.lock()
    states = set()
    for step in range(1, 10_000, EVERY):
        folder = tmp_path / f"at-{step}"
        copytree(plain.paths.data, folder)
        ended = kill_at(what, folder, step)
        states.add(_mended(Family(find_paths(folder)), before))
        if ended:
            break
    print(f"{what}: killed at {step // EVERY} of some {step} steps")
    assert states == {"plain", "locked"}
    assert step > 20


def _mended(family: Family, before: object) -> str:
    """What came of it: it opens, holds everything, and the next copying brings all copies along."""
    locked = family.guard.locked
    key = family.key() if locked else None
    assert family.records(key) == before
    if key is None:
        assert is_plain(family.paths.diary)
        family.lock()  # after it was cut off it can be done again
        key = family.key()
    left = family.sealing.finish(key)
    assert left == ()
    assert all(is_sealed(path) for path in family.backups().folder.glob("*.db"))
    backups = family.backups(key)
    assert [backups.check(copy).number for copy in backups.all()] == [2, 1]
    assert holders(CANARY, files_below(family.paths.data)) == []
    assert family.records(family.key(WORDS)) == before
    return "locked" if locked else "plain"
