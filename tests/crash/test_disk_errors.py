"""A disk that reports an error, once or from then on, at every call that a session makes of it, one after the other.

Nothing acknowledged is lost, no tick is false, what the words say of a refused deed is true of the file, and who presses
again has it once.
"""

import shutil
from pathlib import Path

import pytest

from tests.crash import deeds
from tests.crash.figures import WHOLE, count
from tests.crash.nursery import Ended, Nursery

FAULTS = [
    # call, error, how far to go on in the short form
    ("fsync", "EIO", 14),
    ("pwrite64", "EIO", 97),
    ("pwrite64", "ENOSPC", 89),
    ("ftruncate", "EIO", 4),
    ("ftruncate", "ENOSPC", 5),
    ("openat", "EACCES", 9),
    ("openat", "EIO", 11),
    ("pread64", "EIO", 41),
]
NOT_SAVED = "isn’t saved"


TRIED = [(*fault, False) for fault in FAULTS] + [
    (*fault, True) for fault in FAULTS if WHOLE or fault[0] == "fsync"
]


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> dict[bool, Path]:
    """Folders with a diary to begin from: a plain one, and a locked one."""
    made = {locked: tmp_path_factory.mktemp("fresh") for locked in (False, True)}
    for locked, folder in made.items():
        deeds.begin(folder, locked=locked)
    return made


@pytest.mark.parametrize("for_ever", [False, True], ids=["once", "from then on"])
@pytest.mark.parametrize(("call", "error", "step", "locked"), TRIED, ids=str)
def test_no_fault_at_any_call_loses_an_entry_or_shows_a_false_tick(
    nursery: Nursery,
    place: Path,
    fresh: dict[bool, Path],
    call: str,
    error: str,
    step: int,
    locked: bool,
    for_ever: bool,
) -> None:
    wrong: list[str] = []
    number, tried = 1, 0
    while True:
        folder = place / f"{number}"
        shutil.copytree(fresh[locked], folder)
        fault = f"{call}:error={error}:when={number}{'+' if for_ever else ''}"
        ended = nursery.run("tests.crash.deeds:live", folder, fault)
        if not ended.hit:
            break
        tried += 1
        wrong += [f"{fault}: {what}" for what in judge(folder, ended)]
        shutil.rmtree(folder)
        number += 1 if WHOLE else step
    assert tried, "no call was made to fail: the test is blind"
    assert wrong == []


def judge(folder: Path, ended: Ended) -> list[str]:
    """What isn't as promised."""
    if ended.code != 0 or "crash" in ended.told:
        return [f"ended with {ended.code}: {ended.told.get('crash', '')[-600:]}"]
    acked, held = deeds.expected(ended.acks), deeds.held(folder)
    saved, refused = ended.told["saved"], ended.told["refused"]
    false = [id for id, left in saved.items() if id not in acked or acked[id] != left]
    lost, untrue, there = [], [], 0
    for id in {*acked, *refused}:
        last = refused.get(id, [])
        if id in acked and held.get(id) not in {acked[id], *(left for left, _ in last)}:
            lost.append(id)
        if not last or held.get(id) == acked.get(id):
            continue
        left, words = last[-1]
        if held.get(id) == left:
            there += 1
            untrue += [words] if NOT_SAVED in words else []
    again = [id for id in refused if id not in acked]
    doubled = deeds.press_again(folder, again)
    count(
        faults=ended.hit, ticks=len(saved), false_ticks=len(false) + len(lost), refused=len(refused),
        refused_but_there=there, untrue_words=len(untrue), doubled=doubled,
    )  # fmt: skip
    wrong = [f"a tick for {id} without an acknowledgement" for id in false]
    wrong += [f"{id} was acknowledged and isn’t there" for id in lost]
    wrong += [f"it is there, and the words are: {words}" for words in untrue]
    return wrong + (["pressing again doubled an entry"] if doubled else [])
