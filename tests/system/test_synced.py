"""Folders that a program shares are told by what it puts there, by their names, and by what the system says."""

from pathlib import Path

import pytest

from bonddiary.system.paths import find_paths
from bonddiary.system.privacy import look
from bonddiary.system.synced import synced_by


@pytest.mark.parametrize(
    ("name", "service"),
    [
        ("OneDrive", "OneDrive"),
        ("OneDrive - Home", "OneDrive"),
        ("Dropbox", "Dropbox"),
        ("Dropbox (Personal)", "Dropbox"),
        ("Library/Mobile Documents/com~apple~CloudDocs", "iCloud Drive"),
        ("iCloudDrive", "iCloud Drive"),
        ("GoogleDrive-somebody", "Google Drive"),
        ("Google Drive/My Drive", "Google Drive"),
        ("Nextcloud", "Nextcloud"),
        ("Nextcloud2", "Nextcloud"),
        ("ownCloud", "ownCloud"),
        ("Dropboxes", ""),
        ("drive", ""),
        ("cloud", ""),
    ],
)
def test_by_name(tmp_path: Path, name: str, service: str) -> None:
    folder = tmp_path / name / "deep" / "bonddiary"
    folder.mkdir(parents=True)
    assert synced_by(folder, {}) == service


@pytest.mark.parametrize(
    ("mark", "service"),
    [
        (".stfolder/", "Syncthing"),
        (".dropbox", "Dropbox"),
        (".dropbox.cache/", "Dropbox"),
        (".tmp.driveupload/", "Google Drive"),
        (".owncloudsync.log", "ownCloud"),
        ("._sync_0a1b2c3d4e5f.db", "Nextcloud"),
        (".sync_0a1b2c3d4e5f.db", "Nextcloud"),
        (".stignore.txt", ""),
    ],
)
def test_by_marks(tmp_path: Path, mark: str, service: str) -> None:
    folder = tmp_path / "papers" / "diary"
    folder.mkdir(parents=True)
    place = tmp_path / "papers" / mark
    if mark.endswith("/"):
        place.mkdir()
    else:
        place.touch()
    assert synced_by(folder, {}) == service


def test_by_what_windows_says(tmp_path: Path) -> None:
    folder = tmp_path / "papers" / "diary"
    folder.mkdir(parents=True)
    assert synced_by(folder, {"OneDrive": str(tmp_path / "papers")}) == "OneDrive"
    assert synced_by(folder, {"OneDrive": ""}) == ""


def test_through_a_link(tmp_path: Path) -> None:
    real = tmp_path / "Dropbox" / "diary"
    real.mkdir(parents=True)
    link = tmp_path / "plain"
    link.symlink_to(real, target_is_directory=True)
    assert synced_by(link, {}) == "Dropbox"


def test_the_dropbox_settings_at_home_make_no_shared_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    (tmp_path / ".dropbox").mkdir()
    assert synced_by(tmp_path / "diary", {}) == ""


def test_the_privacy_check_says_it(tmp_path: Path) -> None:
    paths = find_paths(tmp_path / "Nextcloud")
    assert any("shared with Nextcloud" in line for line in look(paths).others)
    assert not any("shared with" in line for line in look(find_paths(tmp_path / "plain")).others)
