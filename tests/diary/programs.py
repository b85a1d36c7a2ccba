"""Another program that has the same diary open: a process of its own, told line by line what to do."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Self

from bonddiary.keys.key import Key
from bonddiary.system.paths import Paths

ITSELF = """
import json, sys, threading
from pathlib import Path
from bonddiary.diary.diary import Diary
from bonddiary.domain.errors import DiaryError
from bonddiary.keys.key import Key
from bonddiary.store import sealing
from bonddiary.store.database import Database
from tests.builders import NOW, clock_at, moment
from tests.keys.made import Family
from bonddiary.keys.passphrase import typed
from bonddiary.system.paths import find_paths

folder, secret, diary_id, busy = json.loads(sys.argv[1])
key = Key(bytearray.fromhex(secret), diary_id) if secret else None
paths = find_paths(Path(folder))
diary = Diary(Database(paths.diary, busy, key=key), clock_at(NOW))
sealing.BUSY_MS = busy
saved, ended = [], threading.Event()

def log(note):
    try:
        diary.bring_in([moment(note=note)], "test")
    except DiaryError as error:
        return f"{type(error).__name__}: {error}"
    saved.append(note)
    return "saved"

def go_on():
    number = 0
    while not ended.is_set() and number < 5_000:
        number += 1
        log(f"number {number}")
        ended.wait(0.002)

def read():
    try:
        diary.count_entries()
    except DiaryError as error:
        return f"{type(error).__name__}: {error}"
    return "read"

def lock(words):
    diary.close()
    try:
        Family(paths).sealing.encrypt(typed(words), "Sam")
    except DiaryError as error:
        return f"{type(error).__name__}: {error}"
    return "locked"

print("ready", flush=True)
for line in sys.stdin:
    what, given = json.loads(line)
    if what == "go on":
        reader = threading.Thread(target=lambda: (sys.stdin.readline(), ended.set()))
        reader.start()
        log("number 0")
        print(json.dumps("going"), flush=True)
        go_on()
        reader.join()
        print(json.dumps(saved), flush=True)
    else:
        print(json.dumps({"log": log, "lock": lock, "read": lambda _: read()}[what](given)), flush=True)
"""


class Other:
    """Opens the diary at once, and keeps it open."""

    def __init__(self, paths: Paths, key: Key | None = None, busy_ms: int = 5_000) -> None:
        secret = ["", ""] if key is None else [key.read().hex(), key.diary_id]
        given = json.dumps([str(paths.data), *secret, busy_ms])
        self._process = subprocess.Popen(  # our own words
            [sys.executable, "-c", ITSELF, given],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[2],
        )

    def __enter__(self) -> Self:
        assert self._said() == "ready"
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.communicate()

    def log(self, note: str) -> str:
        """Saves a moment: "saved", or the refusal."""
        return str(self._ask("log", note))

    def read(self) -> str:
        """Asks for something: "read", or the refusal."""
        return str(self._ask("read"))

    def lock(self, words: str) -> str:
        """Sets a passphrase: "locked", or the refusal."""
        return str(self._ask("lock", words))

    def go_on(self) -> None:
        """Saves one moment after another; the first is saved when this returns."""
        self._ask("go on")

    def stop(self) -> list[str]:
        """Ends that; the notes of those that it said were saved."""
        self._tell("stop")
        found: list[str] = json.loads(self._said())
        return found

    def _ask(self, what: str, given: str = "") -> object:
        self._tell(what, given)
        return json.loads(self._said())

    def _tell(self, what: str, given: str = "") -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps([what, given]) + "\n")
        self._process.stdin.flush()

    def _said(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()
