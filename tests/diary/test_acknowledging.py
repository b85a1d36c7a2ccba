"""The hook for tests: what is saved is said after COMMIT, without a word of an entry; unset, nothing is written."""

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bonddiary.diary.acknowledging import VARIABLE, acknowledging, digest
from bonddiary.diary.commands import Write, writing
from bonddiary.domain.errors import DiaryError
from bonddiary.domain.records import ref_to
from tests.builders import ROBIN, moment, moment_draft, open_at

NOTE = "after the bath"


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """The end of a pipe that the program is told of."""
    read, write = os.pipe()
    os.set_blocking(read, False)
    monkeypatch.setenv(VARIABLE, str(write))
    yield read
    os.close(read)
    os.close(write)


def lines(heard: int) -> list[str]:
    try:
        return os.read(heard, 1 << 20).decode().splitlines()
    except BlockingIOError:
        return []


def test_each_command_says_its_records_once_they_are_kept(heard: int, tmp_path: Path) -> None:
    diary = open_at(tmp_path / "diary.db")
    diary.add(ROBIN)
    assert lines(heard) == [f"ACK {ROBIN.id} {digest(ROBIN)}"]
    saved = diary.log(moment_draft(note=NOTE))
    changed = replace(saved, note=f"{NOTE}, again")
    diary.edit(changed)
    said = lines(heard)
    assert said[0] == f"ACK {saved.id} {digest(saved)}"
    assert f"ACK {saved.id} {digest(changed)}" in said[1:]
    assert all(NOTE not in line for line in said)
    diary.undo()
    assert f"ACK {saved.id} {digest(saved)}" in lines(heard)
    diary.undo()
    assert lines(heard) == [f"ACK {saved.id} -"]
    diary.close()


def test_a_retry_is_acknowledged_and_what_is_refused_is_not(heard: int, tmp_path: Path) -> None:
    diary = open_at(tmp_path / "diary.db")
    diary.add(ROBIN)
    saved = diary.log(moment_draft())
    lines(heard)
    diary.log(moment_draft(), id=saved.id)
    assert lines(heard) == [f"ACK {saved.id} {digest(saved)}"]
    with pytest.raises(DiaryError):
        diary.log(moment_draft(baby="nobody"))
    assert lines(heard) == []
    diary.close()


def test_many_come_in_pieces_that_a_pipe_takes_whole(heard: int) -> None:
    acknowledging({VARIABLE: os.environ[VARIABLE]})(writing([moment() for _ in range(100)]))
    assert len(lines(heard)) == 100


@pytest.mark.parametrize(
    "given", [{}, {VARIABLE: ""}, {VARIABLE: "x"}, {VARIABLE: "-1"}, {VARIABLE: "987654"}]
)
def test_without_a_descriptor_nothing_is_written(
    given: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[int] = []
    write = os.write

    def noted(descriptor: int, content: bytes) -> int:
        done = write(descriptor, content)
        written.append(descriptor)
        return done

    monkeypatch.setattr(os, "write", noted)
    acknowledging(given)(Write(remove=(ref_to(ROBIN),)))
    assert written == []
