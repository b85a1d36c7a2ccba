"""Two who copy at once, in one program or in two: each copy is whole, and none is in another's way."""

import os
import threading
from pathlib import Path

import pytest

from bonddiary.diary.copies import Backups
from bonddiary.domain.copies import Why
from bonddiary.store.copies import Copies
from tests.builders import NOW, clock_at, with_robin


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "diary.db"
    with_robin(made).close()
    return made


def backups(path: Path) -> Backups:
    """Another one each time, as the session gives it."""
    return Backups(path, clock_at(NOW))


def test_in_one_program_they_take_turns(path: Path) -> None:
    problems: list[BaseException] = []

    def work() -> None:
        try:
            for _ in range(4):
                backups(path).make(Why.CHANGES)
        except BaseException as error:  # noqa: BLE001  # on a thread nobody would hear of it
            problems.append(error)

    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert problems == []
    for copy in backups(path).all():
        backups(path).check(copy)


def test_a_name_another_program_took_is_left_to_it(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    give = Copies._give_name

    def taken(self: Copies, part: Path, number: int) -> tuple[int, str]:
        (self.folder / f"diary-{number:06d}.db").write_bytes(b"another program's")
        return give(self, part, number)

    monkeypatch.setattr(Copies, "_give_name", taken)
    made = backups(path).make(Why.ASKED)
    assert made.name == "diary-000002.db"
    assert backups(path).check(made).number == 2
    assert (backups(path).folder / "diary-000001.db").read_bytes() == b"another program's"


def test_what_another_program_is_copying_stays_and_what_was_cut_off_goes(path: Path) -> None:
    folder = backups(path).folder
    folder.mkdir()
    theirs = folder / f".diary-000001.db.{os.getppid()}-0123abcd.part"
    cut_off = folder / f".diary-000001.db.{2**22 + 1}-0123abcd.part"  # no process has that number
    old = folder / f".diary-000003.db.{os.getppid()}-4567cdef.part"
    for part in (theirs, cut_off, old):
        part.write_bytes(bytes(100))
    os.utime(old, (0, 0))
    backups(path).make(Why.ASKED)
    assert sorted(folder.glob(".*.part")) == [theirs]
