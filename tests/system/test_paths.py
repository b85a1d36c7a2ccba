"""Where a family's files are."""

import os
import stat
from pathlib import Path

import pytest

from bonddiary.domain.errors import DiaryReadOnly
from bonddiary.system.paths import Paths, find_paths, make_private


def test_one_folder_for_everything(tmp_path: Path) -> None:
    paths = find_paths(tmp_path / "stick")
    assert {paths.data, paths.config, paths.state} == {tmp_path / "stick"}
    assert len({paths.diary, paths.settings, paths.log, paths.chart_cache}) == 4
    assert not paths.data.exists()  # finding makes nothing


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
