"""The files for a Linux desktop: filled from pyproject.toml and the changelog, and as other people's tools want them."""

import gzip
import shutil
import subprocess
import tomllib
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from linux import checks, commands, files, packages
from shared import icons
from shared.metadata import ROOT, App, load

EPOCH = 1_700_000_000
MANUAL = ".TH BONDDIARY 1"


@pytest.fixture(scope="module")
def app() -> App:
    return load()


@pytest.fixture(scope="module")
def tree(app: App, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Everything below /usr, but for what needs the tools of the build."""
    made = tmp_path_factory.mktemp("tree")
    drawn = made.with_name("drawn")
    drawn.mkdir()
    for size in icons.LINUX_SIZES:
        (drawn / f"app-{size}.png").write_bytes(b"\x89PNG")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(commands, "manual", lambda app, day: f"{MANUAL} {day}\n")
        patch.setattr(commands, "completion", lambda shell: f"# {shell}\n")
        files.write(app, made / "usr", drawn, EPOCH)
    return made


def test_nothing_is_left_to_be_filled(app: App, tree: Path) -> None:
    seen = 0
    for path in tree.rglob("*"):
        if path.is_file() and path.suffix in ("", ".desktop", ".xml"):
            assert "$" not in path.read_text(encoding="utf-8"), path
            seen += 1
    assert seen > 5


def test_the_menu_entry_has_both_actions(app: App, tree: Path) -> None:
    text = (tree / "usr/share/applications" / f"{app.id}.desktop").read_text(encoding="utf-8")
    assert f"Exec={app.command} %F" in text
    assert f"Exec={app.command} quick-add" in text
    assert f"Exec={app.command} lock" in text
    assert f"Icon={app.id}\n" in text
    assert f"MimeType={app.archive_type};" in text
    assert f"StartupWMClass={app.command}" in text


def test_every_icon_has_the_name_of_the_app(app: App, tree: Path) -> None:
    found = {
        path.relative_to(tree / "usr/share/icons/hicolor").as_posix()
        for path in tree.rglob("hicolor/*/apps/*")
    }
    sizes = {f"{size}x{size}/apps/{app.id}.png" for size in icons.LINUX_SIZES}
    assert {16, 32, 48, 128, 256, 512} <= set(icons.LINUX_SIZES)
    assert found == sizes | {f"scalable/apps/{app.id}.svg", f"symbolic/apps/{app.id}-symbolic.svg"}


def test_the_changelog_feeds_the_releases(app: App, tree: Path) -> None:
    root = ET.parse(tree / "usr/share/metainfo" / f"{app.id}.metainfo.xml").getroot()
    told = [
        (release.get("version"), ["".join(item.itertext()) for item in release.iter("li")])
        for release in root.iter("release")
    ]
    assert told == [(each.version, list(each.items)) for each in app.releases]
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert sum(len(items) for _, items in told) == sum(
        line.startswith("- ") for line in changelog.splitlines()
    )
    assert app.version in {version for version, _ in told}


def test_what_isnt_released_says_so(app: App) -> None:
    unreleased = [each for each in app.releases if not each.day]
    for release in unreleased:
        assert 'date="2023-11-14" type="development"' in files._release(release, "2023-11-14")
        assert "UNRELEASED" in files.debian_changelog(app, EPOCH)


def test_debians_changelog_is_short_of_line_and_has_every_release(app: App, tree: Path) -> None:
    text = gzip.decompress(
        (tree / "usr/share/doc" / app.command / "changelog.Debian.gz").read_bytes()
    ).decode()
    assert [f"{app.command} ({each.version}-1)" in text for each in app.releases] == [True] * len(
        app.releases
    )
    assert max(len(line) for line in text.splitlines() if not line.startswith(" -- ")) <= 80


def test_packed_files_carry_no_time(app: App, tree: Path) -> None:
    packed = list(tree.rglob("*.gz"))
    assert len(packed) == 3
    assert {path.read_bytes()[4:8] for path in packed} == {bytes(4)}


def test_the_archive_type_is_known_by_name_and_first_bytes(app: App, tree: Path) -> None:
    text = (tree / "usr/share/mime/packages" / f"{app.id}.xml").read_text(encoding="utf-8")
    assert f'pattern="*.{app.archive_suffix}"' in text
    start = ET.fromstring(text.encode()).find(".//{*}match")
    assert start is not None
    sample = ROOT / "tests" / "exchange" / "samples" / "bonddiary-jsonl.jsonl"
    assert sample.read_bytes().startswith((start.get("value") or "?").encode())


def test_a_package_holds_its_own_files_and_folders(tree: Path, app: App) -> None:
    home = tree / "usr/lib" / app.command
    (home / "_internal").mkdir(parents=True, exist_ok=True)
    (home / app.command).write_text("program")
    (home / app.command).chmod(0o755)
    there = {kind: packages.contents(tree, kind) for kind in ("deb", "rpm")}
    for found in there.values():
        folders = {each["dst"] for each in found if each.get("type") == "dir"}
        assert f"/usr/lib/{app.command}" in folders
        assert "/usr/lib" not in folders
        assert "/usr/share/icons/hicolor" not in folders
        assert len({each["dst"] for each in found}) == len(found)
    names = {kind: {str(each["dst"]) for each in found} for kind, found in there.items()}
    assert f"/usr/share/zsh/vendor-completions/_{app.command}" in names["deb"]
    assert f"/usr/share/zsh/site-functions/_{app.command}" in names["rpm"]
    assert not [name for name in names["rpm"] if "lintian" in name or "Debian" in name]


@pytest.mark.parametrize(
    ("tool", "arguments"),
    [
        ("desktop-file-validate", ["usr/share/applications/{id}.desktop"]),
        ("appstreamcli", ["validate", "--no-net", "usr/share/metainfo/{id}.metainfo.xml"]),
    ],
)
def test_what_other_tools_say(app: App, tree: Path, tool: str, arguments: list[str]) -> None:
    if shutil.which(tool) is None:
        pytest.skip(f"{tool} isn't here")
    command = [tool, *(each.format(id=app.id) for each in arguments)]
    done = subprocess.run(command, cwd=tree, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_tool_that_isnt_here_is_said(app: App, tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name: None)
    said: list[str] = []
    assert checks.check(app, tree, tree / "some.deb", said.append) == []
    assert said
    assert all("not checked" in line for line in said)


def test_every_exception_for_lintian_is_explained() -> None:
    lines = (ROOT / "packaging/linux/lintian-overrides.in").read_text(encoding="utf-8").splitlines()
    assert len(lines) > 5
    for before, line in pairwise(lines):
        assert line.startswith("#") or before.startswith(("#", "$package"))


def test_the_description_is_the_projects(app: App) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert app.summary == project["tool"]["bonddiary"]["summary"]
    told = packages._told(app, ROOT / "nowhere", "deb", ["libc6"], EPOCH)
    assert str(told["description"]).startswith(f"{app.summary}\n")
    assert max(map(len, str(told["description"]).splitlines())) <= 78
    assert told["mtime"] == "2023-11-14T22:13:20+00:00"
