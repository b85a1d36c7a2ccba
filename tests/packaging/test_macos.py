"""What is made for macOS: the property list, the sandbox, the icon, the script of the disk image."""

import os
import plistlib
import shutil
import subprocess
from pathlib import Path

import pytest
from PIL import Image

from macos import program
from shared.metadata import App
from tests.packaging import spec

ON_LINUX = pytest.mark.skipif(os.name == "nt", reason="a script of the shell")


def test_the_property_list_can_be_written_and_says_what_is_meant(app: App) -> None:
    told = plistlib.loads(plistlib.dumps(program.info_plist(app)))
    assert told == program.info_plist(app)
    assert (told["CFBundleIdentifier"], told["CFBundleName"]) == (app.id, app.name)
    assert told["CFBundleVersion"] == told["CFBundleShortVersionString"] == app.version
    assert told["NSHighResolutionCapable"] is True
    assert told["NSRequiresAquaSystemAppearance"] is False
    assert told["LSMinimumSystemVersion"] == program.OLDEST
    assert "medical" not in told["LSApplicationCategoryType"]


def test_archives_are_offered_and_no_ending_is_taken_from_another_program(app: App) -> None:
    told = program.info_plist(app)
    (kind,), (declared,) = told["CFBundleDocumentTypes"], told["UTExportedTypeDeclarations"]
    assert kind["LSItemContentTypes"] == [declared["UTTypeIdentifier"]]
    assert kind["LSHandlerRank"] == "Alternate"
    tags = declared["UTTypeTagSpecification"]
    assert tags["public.mime-type"] == [app.archive_type]
    assert app.archive_suffix in tags["public.filename-extension"]


def test_the_sandbox_lets_in_chosen_files_and_the_printer_alone() -> None:
    told = plistlib.loads(program.ENTITLEMENTS.read_bytes())
    assert told == {
        "com.apple.security.app-sandbox": True,
        "com.apple.security.files.user-selected.read-write": True,
        "com.apple.security.print": True,
    }


def test_the_options_name_files_that_are_there(app: App, drawn: Path, tmp_path: Path) -> None:
    options = program.bundle_options(app, drawn, tmp_path / "work")
    assert options["name"] == f"{app.name}.app"
    assert options["bundle_identifier"] == app.id
    assert Path(str(options["icon"])).is_file()


def test_the_icon_holds_the_sizes_that_finder_asks_for(drawn: Path, tmp_path: Path) -> None:
    with Image.open(program.write_icon(drawn, tmp_path / "app.icns")) as icon:
        widths = {width * scale for width, _, scale in icon.info["sizes"]}
    assert widths >= set(program.ICON_SIZES) - {16, 64}


@ON_LINUX
@pytest.mark.skipif(shutil.which("shellcheck") is None, reason="shellcheck is not on this computer")
def test_the_script_of_the_disk_image_is_sound() -> None:
    done = subprocess.run(
        ["shellcheck", program.DISK_IMAGE_SCRIPT], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, "")


@ON_LINUX
def test_the_script_says_what_it_lacks(tmp_path: Path) -> None:
    script = [str(program.DISK_IMAGE_SCRIPT)]
    assert os.access(program.DISK_IMAGE_SCRIPT, os.X_OK)
    assert subprocess.run(script, capture_output=True, check=False).returncode == 2
    image = tmp_path / "made.dmg"
    done = subprocess.run(
        [*script, tmp_path / "none.app", image, "x"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, "is no app" in done.stderr) == (1, True)
    (tmp_path / "some.app/Contents/MacOS").mkdir(parents=True)
    done = subprocess.run(
        [*script, tmp_path / "some.app", image, "x"],
        capture_output=True,
        text=True,
        check=False,
        env={"PATH": "/bin"},
    )
    assert done.returncode != 0
    assert not image.exists()


def test_the_bundle_is_described_as_an_app_in_its_sandbox(
    app: App, drawn: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built = spec.carry_out(monkeypatch, "darwin", tmp_path)
    (told,) = built.programs
    assert told["console"] is False
    assert Path(str(told["entitlements_file"])) == program.ENTITLEMENTS
    (described,) = built.apps
    assert described["info_plist"] == program.info_plist(app)
    assert Path(str(described["icon"])).is_file()
