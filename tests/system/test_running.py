"""Who has a diary open: told from the lock file."""

import os
from pathlib import Path

import pytest

from bonddiary.system.paths import find_paths
from bonddiary.system.running import holder, this_computer, window_is_open

NOBODY = 999_999_999


@pytest.mark.parametrize(
    ("text", "is_open"),
    [
        (f"{os.getpid()}\npython\n{this_computer()}\n", True),
        (f"{os.getpid()}\n", True),
        (f"{NOBODY}\npython\n{this_computer()}\n", False),
        (f"{NOBODY}\npython\nanother-computer\n", True),
        ("", False),
        ("no number\npython\n", False),
        ("\x00\ud800".encode("utf-8", "surrogatepass"), False),
    ],
    ids=["here", "here, short", "ended", "elsewhere", "empty", "no number", "no text"],
)
@pytest.mark.skipif(os.name != "posix", reason="elsewhere a lock file goes with its window")
def test_a_lock_file_says_who(tmp_path: Path, text: str | bytes, is_open: bool) -> None:
    lock = tmp_path / "window.lock"
    lock.write_bytes(text if isinstance(text, bytes) else text.encode())
    assert window_is_open(lock) is is_open


def test_no_lock_file(tmp_path: Path) -> None:
    assert holder(tmp_path / "window.lock") is None


def test_links_lead_to_the_same_lock(tmp_path: Path) -> None:
    real = tmp_path / "real"
    real.mkdir()
    (real / "diary.db").touch()
    (tmp_path / "link").symlink_to(real, target_is_directory=True)
    other = tmp_path / "other"
    other.mkdir()
    (other / "diary.db").symlink_to(real / "diary.db")
    locks = {find_paths(tmp_path / name).lock for name in ("real", "link", "other")}
    assert locks == {real.resolve() / "window.lock"}
    assert len({find_paths(tmp_path / name).requests for name in ("real", "link", "other")}) == 1
