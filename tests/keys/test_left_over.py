"""What a copying, a damaged file or a power cut leaves while a passphrase is set or taken away."""

import os
import subprocess
import sys
import threading
from pathlib import Path

from bonddiary.bootstrap import open_diary
from bonddiary.diary.sealing import Step
from bonddiary.domain.copies import Why
from bonddiary.domain.errors import DiaryError
from bonddiary.keys.plain import is_plain
from bonddiary.keys.slot_file import SlotFile
from tests.builders import NOW, clock_at
from tests.keys.made import WORDS, Family

WRITING = """
import sys
import sqlcipher3.dbapi2 as sqlite
connection = sqlite.connect(sys.argv[1], isolation_level=None, timeout=0.2)
try:
    connection.execute("BEGIN IMMEDIATE")
    print("written")
except sqlite.OperationalError:
    print("locked")
"""


def diaries(family: Family) -> list[Path]:
    return [family.paths.diary, *family.backups().folder.glob("*.db")]


def beside(family: Family) -> list[str]:
    return sorted(path.name for path in family.paths.data.glob("diary.keys*"))


def test_a_copy_asked_for_meanwhile_waits_and_none_stays_locked(locked: Family) -> None:
    key = locked.key()
    backups, refused, threads = locked.backups(key), list[DiaryError](), list[threading.Thread]()

    def copy() -> None:
        try:
            backups.make(Why.CHANGES)
        except DiaryError as error:
            refused.append(error)

    def tell(step: Step, done: int, of: int) -> None:
        if step is Step.COPIES and done == of and not threads:
            threads.append(threading.Thread(target=copy))
            threads[0].start()
            threads[0].join(0.3)  # long enough to copy, were it not made to wait

    assert locked.sealing.decrypt(key, tell) == ()
    threads[0].join()
    assert len(refused) == 1
    assert all(is_plain(path) for path in diaries(locked))
    assert beside(locked) == []


def test_a_copy_another_program_made_meanwhile_is_opened_too(locked: Family) -> None:
    key, made = locked.key(), list[str]()

    def tell(step: Step, done: int, of: int) -> None:
        if step is Step.COPIES and done == of and not made:  # on this thread: as if there were no lock
            made.append(locked.backups(key).make(Why.CHANGES).name)

    assert locked.sealing.decrypt(key, tell) == ()
    assert made
    assert all(is_plain(path) for path in diaries(locked))
    assert [locked.backups().check(copy).number for copy in locked.backups().all()] == [3, 2, 1]


def test_the_ways_in_to_what_stays_locked_are_kept(locked: Family) -> None:
    key = locked.key()
    raw = bytearray(locked.paths.diary.read_bytes())
    raw[5000:5100] = bytes(100)
    locked.paths.diary.write_bytes(raw)
    kept = locked.backups(key).put_back(locked.backups(key).all()[0])
    assert kept is not None
    sealing = locked.sealing
    assert sealing.decrypt(key) == (kept,)
    assert sealing.kept_keys is not None
    assert beside(locked) == [sealing.kept_keys.name]
    sealing.kept_keys.replace(locked.guard.file.path)
    assert locked.guard.unlock(bytearray(WORDS.encode())).held


def stale(family: Family) -> None:
    """As a power cut leaves it, right before the ways in would have gone."""
    file = family.guard.file
    held = file.path.read_bytes()
    family.sealing.decrypt(family.key())
    file.path.write_bytes(held)


def test_a_look_at_a_plain_diary_drops_no_lock(locked: Family) -> None:
    stale(locked)
    diary = open_diary(locked.paths, clock_at(NOW))
    with diary._database.write():
        locked.backups().make(Why.ASKED)
        ran = subprocess.run(
            [sys.executable, "-c", WRITING, str(locked.paths.diary)],
            capture_output=True,
            text=True,
            check=True,
        )
    diary.close()
    assert ran.stdout == "locked\n"


def test_stale_ways_in_go_at_the_next_copy(locked: Family) -> None:
    stale(locked)
    locked.backups().make(Why.ASKED)
    assert beside(locked) == ["diary.keys.json"], "another program may be about to lock the diary"
    os.utime(SlotFile(locked.paths.diary).path, (0, 0))
    locked.backups().make(Why.ASKED)
    assert beside(locked) == []
