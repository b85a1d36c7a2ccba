"""Folders and files that somebody may not write or read: tried as a user who really may not."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.builders import with_robin
from tests.places import open_to_all

AS_ROOT = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can become the user who may not write"
)

# that user may not be able to read this Python either: what is needed is imported first, by doing it
NOBODY = """
import os, sys
from pathlib import Path
from tempfile import TemporaryDirectory
import tests.builders
from bonddiary.domain.errors import DiaryError
folder, act = Path(sys.argv[1]), sys.argv[2]
with TemporaryDirectory() as elsewhere:
    tests.builders.with_robin(Path(elsewhere, "diary.db"), tests.builders.moment()).close()
os.setgid(65534); os.setuid(65534)
try:
    diary = tests.builders.Diary(tests.builders.Database(folder / "diary.db"), tests.builders.clock_at())
    print(len(tests.builders.everything(diary)))
    if act == "write":
        diary.log(tests.builders.moment_draft())
except DiaryError as error:
    print(type(error).__name__, error)
"""


def as_nobody(folder: Path, act: str) -> str:
    """What somebody who isn't root meets there."""
    command = [sys.executable, "-c", NOBODY, str(folder), act]
    done = subprocess.run(command, cwd=Path(__file__).parents[2], capture_output=True, text=True, check=True)
    return done.stdout


@pytest.fixture
def shared() -> Iterator[Path]:
    """A folder that somebody else can reach."""
    with open_to_all() as folder:
        yield folder


@AS_ROOT
def test_a_folder_that_may_not_be_written(shared: Path) -> None:
    shared.chmod(0o555)
    said = as_nobody(shared, "read")
    assert "DiaryReadOnly" in said
    assert "can’t be written" in said
    assert list(shared.iterdir()) == []


@AS_ROOT
def test_a_diary_in_a_folder_that_may_not_be_written_can_be_read(shared: Path) -> None:
    with_robin(shared / "diary.db").close()
    before = (shared / "diary.db").read_bytes()
    os.chown(shared / "diary.db", 65534, 65534)
    shared.chmod(0o555)
    said = as_nobody(shared, "write")
    assert said.startswith("1\nDiaryReadOnly")
    assert (shared / "diary.db").read_bytes() == before


@AS_ROOT
def test_a_diary_that_belongs_to_somebody_else(shared: Path) -> None:
    with_robin(shared / "diary.db").close()
    assert "DiaryReadOnly You may not read" in as_nobody(shared, "read")


@AS_ROOT
def test_a_folder_that_may_not_be_looked_into(shared: Path) -> None:
    with_robin(shared / "diary.db").close()
    shared.chmod(0o000)
    assert "DiaryReadOnly" in as_nobody(shared, "read")
