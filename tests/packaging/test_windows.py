"""What is made for Windows: two programs, their icon and version, and an installer that takes away what it laid down."""

import re
import shutil
from dataclasses import replace
from pathlib import Path

import platformdirs.windows
import pytest
from PIL import Image

import words
from shared.metadata import App
from tests.packaging import spec
from windows import installer, program

TEMPLATE = (installer.HERE / "installer.nsi.in").read_text(encoding="utf-8")


@pytest.fixture
def bundle(app: App, tmp_path: Path) -> Path:
    """Stands in for PyInstaller's folder."""
    folder = tmp_path / "bundle"
    names = ("_internal/base.dll", "_internal/resources/themes/day.toml", "_internal/resources/a $1.txt")
    for name in (f"{program.window_program(app)}.exe", f"{app.command}.exe", *names):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    return folder


def test_one_program_has_a_console_and_the_other_never_opens_one(
    app: App, drawn: Path, tmp_path: Path
) -> None:
    options = {str(each["name"]): each for each in program.executables(app, drawn, tmp_path)}
    assert len({name.casefold() for name in options}) == len(options) == 2
    assert options[program.window_program(app)]["console"] is False
    assert options[app.command]["console"] is True
    for each in options.values():
        assert Path(str(each["icon"])).is_file()
        assert Path(str(each["version"])).is_file()


def test_the_icon_holds_every_size_as_it_was_drawn(drawn: Path, tmp_path: Path) -> None:
    with Image.open(program.write_icon(drawn, tmp_path / "app.ico")) as icon:
        assert icon.info["sizes"] == {(size, size) for size in program.ICON_SIZES}
        for size in program.ICON_SIZES:
            with Image.open(drawn / f"app-{size}.png") as picture:
                held = icon.ico.getimage((size, size)).convert("RGBA")  # type: ignore[attr-defined]
                assert held.tobytes() == picture.convert("RGBA").tobytes()


def test_the_version_resource_reads_as_pyinstaller_reads_it(app: App) -> None:
    told: dict[str, object] = {}

    def gather(*parts: object, **named: object) -> object:
        told.update(named)
        if len(parts) == 2 and all(isinstance(each, str) for each in parts):
            told[str(parts[0])] = parts[1]
        return parts

    kinds = (
        "VSVersionInfo",
        "FixedFileInfo",
        "StringFileInfo",
        "StringTable",
        "StringStruct",
        "VarFileInfo",
        "VarStruct",
    )
    eval(program.version_resource(app, "Bond Diary.exe"), dict.fromkeys(kinds, gather))
    assert told["filevers"] == told["prodvers"] == (*map(int, app.version.split(".")), 0)
    assert told["FileVersion"] == told["ProductVersion"] == app.version
    assert told["ProductName"] == app.name
    assert told["OriginalFilename"] == "Bond Diary.exe"


@pytest.mark.parametrize("version", ["1.2", "1.2.3.4", "1.2.3rc1"])
def test_a_version_that_windows_cannot_count_is_refused(version: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        program.four_parts(version)


def test_it_asks_for_no_administrator() -> None:
    assert "RequestExecutionLevel user" in TEMPLATE
    assert "$LOCALAPPDATA\\Programs" in TEMPLATE
    assert not re.findall(r"HKLM|HKEY_LOCAL|SHCTX|\$PROGRAMFILES|SetShellVarContext", TEMPLATE)


def test_all_that_is_laid_down_is_taken_away_and_nothing_else(app: App, bundle: Path, tmp_path: Path) -> None:
    script = installer.script(app, bundle, tmp_path / "made.exe")
    begins, ends = script.split('Section "Uninstall"')
    laid = {Path(name).relative_to(bundle) for name in re.findall(r'^  File "(.+)"$', begins, re.MULTILINE)}
    assert laid == {path.relative_to(bundle) for path in bundle.rglob("*") if path.is_file()}
    taken = re.findall(r'^  (?:Delete|RMDir) "\$INSTDIR\\(.+)"$', ends, re.MULTILINE)
    ours = {str(each).replace("/", "\\").replace("$", "$$") for each in laid}
    folders = {"_internal", "_internal\\resources", "_internal\\resources\\themes"}
    assert set(taken) == ours | folders | {"Uninstall.exe"}
    assert (
        taken.index("_internal\\resources\\themes")
        < taken.index("_internal\\resources")
        < taken.index("_internal")
    )
    assert "RMDir /r" not in script


def test_what_is_entered_is_taken_out_again(app: App, bundle: Path, tmp_path: Path) -> None:
    begins, ends = installer.script(app, bundle, tmp_path / "made.exe").split('Section "Uninstall"')
    entered = set(re.findall(r'WriteReg\w+ HKCU "([^"]+)"', begins))
    assert entered
    taken = set(re.findall(r'DeleteReg(?:Key|Value)(?: /ifempty)? HKCU "([^"]+)"', ends))
    for key in entered:
        assert any(key == each or key.startswith(f"{each}\\") for each in taken), key
    assert f'Delete "$SMPROGRAMS\\{app.name}.lnk"' in ends


def test_no_ending_is_taken_from_another_program(app: App, bundle: Path, tmp_path: Path) -> None:
    script = installer.script(app, bundle, tmp_path / "made.exe")
    ending = app.archive_suffix.rpartition(".")[2]
    keys = re.findall(rf'"Software\\Classes\\\.{ending}([^"]*)"', script)
    assert set(keys) == {"\\OpenWithProgids", ""}
    assert not re.findall(rf'WriteRegStr HKCU "Software\\Classes\\\.{ending}"', script)


def test_it_says_where_the_diary_stays(
    app: App, bundle: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folders = {"CSIDL_LOCAL_APPDATA": "C:\\local"}
    monkeypatch.setattr(platformdirs.windows, "get_win_folder", folders.__getitem__)
    place = platformdirs.windows.Windows(app.command, appauthor=False, roaming=False).user_data_dir
    told = place.replace("C:\\local", "$LOCALAPPDATA").replace("/", "\\")
    assert told == f"$LOCALAPPDATA\\{app.command}"
    assert told in installer.script(app, bundle, tmp_path / "made.exe").split('Section "Uninstall"')[1]


def test_a_bundle_without_its_programs_makes_no_installer(app: App, bundle: Path, tmp_path: Path) -> None:
    (bundle / f"{app.command}.exe").unlink()
    with pytest.raises(FileNotFoundError, match=app.command):
        installer.script(app, bundle, tmp_path / "made.exe")


@pytest.mark.skipif(shutil.which("makensis") is None, reason="makensis is not on this computer")
def test_it_compiles_without_a_warning_and_twice_to_the_same_bytes(
    app: App, bundle: Path, drawn: Path, tmp_path: Path
) -> None:
    (bundle / "_internal/resources/a $1.txt").write_bytes(b"x" * 3000)
    made = [installer.build(app, bundle, drawn, tmp_path / name / "Made.exe") for name in ("one", "two")]
    assert made[0].read_bytes()[:2] == b"MZ"
    assert made[0].read_bytes() == made[1].read_bytes()
    assert app.version.encode("utf-16-le") in made[0].read_bytes()
    with pytest.raises(ValueError, match=r"\w"):
        installer.build(replace(app, version="next"), bundle, drawn, tmp_path / "Other.exe")


def test_its_words_are_held_to_the_words_of_the_window(app: App, bundle: Path, tmp_path: Path) -> None:
    script = installer.script(app, bundle, tmp_path / "made.exe")
    lines = re.findall(r"^.*(?:MessageBox|_TEXT|_TITLE|StrCpy).*$", script, re.MULTILINE)
    texts = [
        part
        for line in lines
        for said in re.findall(r'"([^"]*)"', line)
        for part in re.split(r"(?:\$\\r\$\\n)+", said)
    ]
    prose = [text.replace("Windows", "it") for text in texts if " " in text and not text.startswith("$")]
    assert len(prose) > 8
    assert [problem for text in prose for problem in words.wrong(text)] == []


def test_the_bundle_is_described_with_both_programs(
    app: App, drawn: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built = spec.carry_out(monkeypatch, "win32", tmp_path)
    assert [(each["name"], each["console"]) for each in built.programs] == [
        (program.window_program(app), False),
        (app.command, True),
    ]
    assert all(Path(str(each[key])).is_file() for each in built.programs for key in ("icon", "version"))
    assert (built.folders, built.apps) == ([{"name": app.command}], [])
