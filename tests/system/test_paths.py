"""Where a family's files are."""

import os
import stat
import sys
from pathlib import Path

import pytest

from bonddiary.domain.errors import DiaryReadOnly
from bonddiary.system.paths import Paths, find_paths, make_private, program_folder


def test_one_folder_for_everything(tmp_path: Path) -> None:
    paths = find_paths(tmp_path / "stick")
    assert {paths.data, paths.config, paths.state} == {tmp_path / "stick"}
    assert len({paths.diary, paths.settings, paths.log, paths.chart_cache}) == 4
    assert not paths.data.exists()  # finding makes nothing


@pytest.mark.parametrize("name", ["portable", "portable.txt"])
def test_a_portable_program_keeps_everything_in_one_folder_beside_it(tmp_path: Path, name: str) -> None:
    (tmp_path / name).touch()
    paths = find_paths(program=tmp_path)
    assert {paths.data, paths.config, paths.state} == {tmp_path / "Bond Diary data"}
    assert paths.portable == tmp_path / name
    assert not paths.data.exists()  # finding makes nothing
    paths.make()
    assert [each.name for each in sorted(tmp_path.iterdir())] == ["Bond Diary data", name]
    assert find_paths(tmp_path / "stick", tmp_path).data == tmp_path / "stick", "what was asked for wins"


def test_without_that_file_a_program_isnt_portable(home: Path, tmp_path: Path) -> None:
    (tmp_path / "portable").mkdir()  # a folder says nothing
    assert find_paths(program=tmp_path).data.is_relative_to(home)
    assert find_paths(program=tmp_path).portable is None


def test_where_the_program_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert program_folder() == Path(__file__).resolve().parents[2], "this checkout"
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    for program, beside in (
        ("stick/bonddiary/bonddiary", "stick/bonddiary"),
        ("stick/Bond Diary.app/Contents/MacOS/bonddiary", "stick"),
    ):
        monkeypatch.setattr(sys, "executable", str(tmp_path / program))
        assert program_folder() == (tmp_path / beside).resolve()


def test_a_portable_diary_that_was_moved_is_found(home: Path, tmp_path: Path) -> None:
    (tmp_path / "portable").touch()
    here, there = tmp_path / "Bond Diary data", tmp_path / "there"
    for folder in (here, there):
        folder.mkdir()
    (there / "diary.db").touch()
    (here / "diary-moved.txt").write_text(str(there))
    assert find_paths(program=tmp_path).data == there


def test_a_place_that_cant_be_written_to_is_said_in_plain_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "portable").touch()
    paths = find_paths(program=tmp_path)
    monkeypatch.setattr("os.access", lambda *_: False)
    for _ in range(2):  # not there yet, and there
        with pytest.raises(DiaryReadOnly, match="“portable” beside the program") as told:
            paths.make()
        assert str(paths.data) in str(told.value)


def test_the_users_own_folders(home: Path) -> None:
    paths = find_paths()
    for folder in (paths.data, paths.config, paths.state):
        assert folder.is_relative_to(home)
        assert "bonddiary" in folder.parts
    paths.make()
    assert paths.data.is_dir()


def test_a_relative_folder_and_a_home_folder_become_absolute(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(home)
    assert find_paths(Path("here")).data == home / "here"
    assert find_paths(Path("~/there")).data == home / "there"


@pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX's")
@pytest.mark.parametrize("umask", [0o000, 0o077, 0o277])
def test_a_new_folder_is_its_users_alone(tmp_path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        make_private(tmp_path / "new")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o700


@pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX's")
def test_a_folder_that_is_there_keeps_its_mode(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    Paths(tmp_path, tmp_path, tmp_path).make()
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o755


def test_a_file_in_the_way_is_said_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("mine")
    for folder in (tmp_path / "taken", tmp_path / "taken" / "below"):
        with pytest.raises(DiaryReadOnly, match="can’t be made"):
            make_private(folder)
    assert (tmp_path / "taken").read_text() == "mine"
