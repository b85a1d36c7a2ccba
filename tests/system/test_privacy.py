"""The privacy check: it looks at what is there, opens nothing, and says who may read it."""

import os
import sys
from pathlib import Path

import pytest

from bonddiary.system.paths import Paths, find_paths
from bonddiary.system.privacy import ALONE, OTHERS, look, size_in_words

posix = pytest.mark.skipif(os.name != "posix", reason="modes")


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    """Folders with a diary of 1,500 bytes, two copies and a log."""
    made = find_paths(tmp_path / "data")
    made.make()
    (made.data / "backups").mkdir(mode=0o700)
    for path, size in (
        (made.diary, 1500), (made.data / "backups" / "diary-000001.db", 700), (made.log, 12),
        (made.data / "backups" / "diary-000001.json", 3), (made.data / "backups" / "diary-000002.db", 700),
        (made.state / "catalog-en.json", 100), (made.data / "holiday.jpg", 9999),
    ):  # fmt: skip
        path.write_bytes(b"x" * size)
        path.chmod(0o600)
    return made


def test_every_kind_of_file_with_its_size(paths: Paths) -> None:
    kept = look(paths).kept
    assert [(each.name, each.size) for each in kept] == [
        ("The diary", 1500),
        ("Copies of the diary: 2", 1403),
        ("The log", 12),
        ("The program’s own files", 100),
    ]
    assert [each.path for each in kept][:2] == [paths.diary, paths.data / "backups"]


def test_what_a_second_start_leaves_is_among_the_programs_own(paths: Paths) -> None:
    for number, name in enumerate(("show-window", "show-window.lock")):
        (paths.lock.parent / name).write_bytes(b"x" * 10**number)
    assert look(paths).kept[-1].size == 111


def test_nothing_there_is_nothing_shown(tmp_path: Path) -> None:
    found = look(find_paths(tmp_path / "nowhere"))
    assert found.kept == ()
    assert not found.open_to_others
    assert found.lines()[0].startswith("Bond Diary opens no connection.")


@posix
class TestWho:
    def test_a_private_file_is_its_users(self, paths: Paths) -> None:
        found = look(paths)
        assert {each.who for each in found.kept} == {ALONE}
        assert not found.open_to_others

    def test_a_folder_keeps_others_out_whatever_the_file_says(self, paths: Paths) -> None:
        paths.diary.chmod(0o644)
        assert look(paths).kept[0].who == ALONE

    @pytest.mark.parametrize("mode", [0o604, 0o640, 0o602])
    def test_an_open_file_in_open_folders_is_said(self, paths: Paths, mode: int) -> None:
        paths.diary.chmod(mode)
        for folder in (paths.data, *paths.data.parents):
            if folder.owner() == paths.data.owner() and folder != Path("/"):
                folder.chmod(folder.stat().st_mode | 0o011)
        found = look(paths)
        assert found.kept[0].who == OTHERS
        assert found.open_to_others
        assert "Other accounts" in found.lines()[3]


@pytest.mark.parametrize(
    ("size", "words"), [(0, "0 bytes"), (999, "999 bytes"), (208_896, "209 kB"), (1_449_999, "1.4 MB")]
)
def test_sizes_in_words(size: int, words: str) -> None:
    assert size_in_words(size) == words


def test_the_command_names_the_folder_where_there_is_one(paths: Paths, home: Path) -> None:
    assert look(paths).command == f"bonddiary --data-dir {paths.data} privacy"
    if sys.platform.startswith("linux"):
        assert look(find_paths()).command == "bonddiary privacy"
