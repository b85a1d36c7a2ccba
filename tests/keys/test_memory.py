"""What stays in memory of a passphrase: as little as Python allows. The key's own bytes are emptied by `forget`."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.keys.made import WORDS, Family

ROOT = Path(__file__).parents[2]
PROGRAM = """
import os, sys
sys.path.insert(0, {root!r})
from pathlib import Path
from bonddiary.system.paths import find_paths
from tests.keys.made import Family
import tests.keys.made as made
half = len(made.WORDS) // 2
del made.WORDS
def count(masked):
    # the secret itself, in a bytearray of its own that is emptied afterwards; what is read of memory, too
    secret, found = bytearray(len(masked)), 0
    for place, byte in enumerate(masked):
        secret[place] = byte ^ 0x55
    with open("/proc/self/maps") as maps, open("/proc/self/mem", "rb", 0) as memory:
        for line in maps:
            where, rights = line.split()[:2]
            if rights.startswith("rw") and "[vvar]" not in line:
                first, last = (int(number, 16) for number in where.split("-"))
                try:
                    memory.seek(first)
                    part = bytearray(last - first)
                    memory.readinto(part)
                    found += part.count(secret)
                    part[:] = bytes(len(part))
                except OSError:
                    continue
    secret[:] = bytes(len(secret))
    return found
typed = bytearray(int(sys.argv[2]))
assert os.readv(0, [typed]) == len(typed)
masked = bytes(byte ^ 0x55 for byte in typed)
before = count(masked)
key = Family(find_paths(Path(sys.argv[1]))).guard.unlock(typed)
assert key.held and not any(typed)
import gc; gc.collect()
print(before, count(masked))
"""


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="reads the program's own memory")
def test_no_copy_of_the_passphrase_is_made_by_unlocking(plain: Family) -> None:
    from bonddiary.keys.passphrase import typed

    secret = "zebra-" + os.urandom(12).hex()
    plain.sealing.encrypt(typed(secret), "Sam")
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(root=str(ROOT)), str(plain.paths.data), str(len(secret))],
        input=secret.encode(), capture_output=True, check=True,
    )  # fmt: skip
    before, after = map(int, run.stdout.split())
    assert (before, after) == (2, 1), "what was typed, and what searches for it: then that alone"
    assert secret != WORDS
