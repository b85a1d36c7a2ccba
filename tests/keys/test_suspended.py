"""The computer goes to sleep in the middle of locking, unlocking or erasing: it goes on afterwards, or its battery was empty.

Nothing keeps the computer awake for it, so that has to be safe. Every 30th step; with BONDDIARY_WHOLE=1 each.
"""

import os
import signal
import subprocess
import sys
from pathlib import Path
from shutil import copytree

import pytest

from bonddiary.bootstrap import open_diary
from bonddiary.diary.erasing_for_good import ErasingForGood
from bonddiary.domain.erasing import ToErase
from bonddiary.domain.errors import DiaryError
from bonddiary.domain.note_version import NoteVersion
from bonddiary.domain.records import Record
from bonddiary.store import database
from bonddiary.system.paths import find_paths
from tests.builders import NOW, clock_at, moment, open_at
from tests.keys.made import CANARY, Family
from tests.pace import PATIENCE
from tests.privacy.looking import files_below, holders

EVERY = 1 if os.environ.get("BONDDIARY_WHOLE") else 30
ROOT = Path(__file__).parents[2]
PROGRAM = """
import os, signal, sys
from pathlib import Path
from bonddiary.diary.erasing_for_good import ErasingForGood
from bonddiary.domain.erasing import ToErase
from bonddiary.keys.passphrase import typed
from bonddiary.system.paths import find_paths
from tests.keys.made import WORDS, Family
what, folder, at, *ids = sys.argv[1:]
family = Family(find_paths(Path(folder)))
key = family.key() if what == "decrypt" else None
seen = 0
def hook(event, arguments):
    global seen
    writes = event == "open" and isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR)
    if event in ("os.rename", "os.remove", "os.link") or writes:
        seen += 1
        if seen == int(at):
            os.kill(os.getpid(), signal.SIGSTOP)
sys.addaudithook(hook)
if what == "encrypt":
    family.sealing.encrypt(typed(WORDS), "Sam")
elif what == "decrypt":
    family.sealing.decrypt(key)
else:
    ErasingForGood(family.paths, family.backups()).erase(ToErase(entries=frozenset(ids)))
"""
pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="no such signals here")


def slept(what: str, folder: Path, step: int, ids: list[str]) -> "subprocess.Popen[bytes] | None":
    """The program, asleep at that step; None where it got to its end before."""
    run = subprocess.Popen([sys.executable, "-c", PROGRAM, what, str(folder), str(step), *ids], cwd=ROOT)
    _, status = os.waitpid(run.pid, os.WUNTRACED)
    if os.WIFSTOPPED(status):
        return run
    run.returncode = os.waitstatus_to_exitcode(status)
    assert run.returncode == 0
    return None


@pytest.mark.parametrize("wakes", [True, False], ids=["it wakes", "the battery was empty"])
@pytest.mark.parametrize("what", ["encrypt", "decrypt", "erase"])
def test_sleep_in_the_middle_loses_nothing(
    what: str, wakes: bool, plain: Family, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "BUSY_MS", 10)
    gone = [moment(note=f"{CANARY} to be erased") for _ in range(3)]
    before = [each for each in plain.records() if what != "erase" or not isinstance(each, NoteVersion)]
    """Erasing takes away earlier notes of entries that aren't there."""
    if what == "erase":
        diary = open_at(plain.paths.diary)
        diary.bring_in(gone, "test")
        diary.close()
    elif what == "decrypt":
        plain.lock()
    for step in range(1, 10_000, EVERY):
        folder = tmp_path / f"at-{step}"
        copytree(plain.paths.data, folder)
        here = Family(find_paths(folder))
        run = slept(what, folder, step, [entry.id for entry in gone])
        if run is None:
            break
        said = _save_meanwhile(here)
        run.send_signal(signal.SIGCONT if wakes else signal.SIGKILL)
        assert run.wait(PATIENCE) == (0 if wakes else -signal.SIGKILL)
        key = here.key() if here.guard.locked else None
        held = here.records(key)
        assert set(before) <= set(held)
        assert set(said) <= set(held)
        if what == "erase":
            ErasingForGood(here.paths, here.backups()).erase(ToErase(entries=frozenset(e.id for e in gone)))
            assert not set(gone) & set(here.records())
            assert holders(f"{CANARY} to be erased", files_below(folder)) == []
        elif wakes:
            assert (key is not None) is (what == "encrypt")
    assert step > EVERY


def _save_meanwhile(here: Family) -> list[Record]:
    """While the program sleeps: what is said to be saved then counts, too."""
    late = moment(note="while it slept")
    try:
        key = here.key() if here.guard.locked else None
        diary = open_diary(here.paths, clock_at(NOW), key)
    except DiaryError:
        return []
    try:
        diary.bring_in([late], "test")
    except DiaryError:
        return []
    finally:
        diary.close()
    return [late]
