"""A file is written whole or not at all, and nothing of a user's is overwritten silently."""

import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from bonddiary.domain.errors import DiaryError, DiaryReadOnly, DiskFull
from bonddiary.system.files import atomic_write


def names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def test_it_writes_for_its_owner_only(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        atomic_write(tmp_path / "a", [b"one", b"two"])
    finally:
        os.umask(before)
    assert (tmp_path / "a").read_bytes() == b"onetwo"
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o600
    assert names(tmp_path) == ["a"]


def test_it_overwrites_only_when_told(tmp_path: Path) -> None:
    path = tmp_path / "a"
    atomic_write(path, [b"old"])
    with pytest.raises(DiaryError, match="already a file called “a”"):
        atomic_write(path, [b"new"])
    assert path.read_bytes() == b"old"
    atomic_write(path, [b"new"], overwrite=True)
    assert path.read_bytes() == b"new"
    assert names(tmp_path) == ["a"]


def test_a_name_taken_while_writing_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "a"

    def chunks() -> Iterator[bytes]:
        yield b"ours"
        path.write_bytes(b"theirs")

    with pytest.raises(DiaryError, match="already a file"):
        atomic_write(path, chunks())
    assert path.read_bytes() == b"theirs"
    assert names(tmp_path) == ["a"]


def test_a_dangling_link_is_a_taken_name(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "nowhere")
    with pytest.raises(DiaryError, match="already a file"):
        atomic_write(tmp_path / "a", [b"x"])


@pytest.mark.parametrize("overwrite", [False, True])
def test_an_error_in_the_making_leaves_nothing(tmp_path: Path, overwrite: bool) -> None:
    def chunks() -> Iterator[bytes]:
        yield b"half"
        raise RuntimeError("stop")

    with pytest.raises(RuntimeError):
        atomic_write(tmp_path / "a", chunks(), overwrite=overwrite)
    assert names(tmp_path) == []


@pytest.mark.parametrize(
    ("number", "kind", "words"),
    [
        (errno.ENOSPC, DiskFull, "no room"),
        (errno.EROFS, DiaryReadOnly, "may not be written"),
        (errno.EIO, DiaryError, "can’t be saved"),
    ],
)
def test_what_the_disk_says_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, kind: type[DiaryError], words: str
) -> None:
    def fsync(handle: int) -> None:
        raise OSError(number, "no")

    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(kind, match=words):
        atomic_write(tmp_path / "a", [b"x"])
    assert names(tmp_path) == []


def test_places_where_nothing_can_be(tmp_path: Path) -> None:
    for path, words in (
        (tmp_path, "is a folder"),
        (tmp_path / "none" / "a", "no folder"),
        (tmp_path / ("x" * 300), "can’t be saved"),
        (tmp_path / "a\0b", "can’t be saved"),
    ):
        with pytest.raises(DiaryError, match=words):
            atomic_write(path, [b"x"])
    assert names(tmp_path) == []


def test_a_stick_without_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def link(source: Path, target: Path) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", link)
    atomic_write(tmp_path / "a", [b"x"])
    assert names(tmp_path) == ["a"]
    with pytest.raises(DiaryError, match="already a file"):
        atomic_write(tmp_path / "a", [b"y"])


def test_the_file_is_safe_before_it_has_its_name_and_the_folder_after(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, seen = tmp_path / "a", list[tuple[bool, bool]]()
    real = os.fsync

    def fsync(handle: int) -> None:
        seen.append((stat.S_ISDIR(os.fstat(handle).st_mode), path.exists()))
        real(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    atomic_write(path, [b"x"])
    assert seen == [(False, False), (True, True)]
