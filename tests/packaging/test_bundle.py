"""What a bundle is made of and tried with, without making one."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import bonddiary
import supply
from bundle import compare, contents, freeze, places, sizes, trim
from linux import needs
from shared import dates, icons
from shared.metadata import ROOT, App, load

SPEC = (ROOT / "packaging" / "bundle" / "bonddiary.spec").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def app() -> App:
    return load()


def test_the_windows_are_named_as_the_menu_entry(app: App) -> None:
    assert app.id == bonddiary.APP_ID


def test_the_lock_has_hashes_no_address_and_the_versions_that_are_run() -> None:
    text = (ROOT / "packaging" / "lock" / "bundle.txt").read_text(encoding="utf-8")
    assert "://" not in text
    pins, run = (supply.pins(ROOT / "packaging" / "lock" / f"{name}.txt") for name in ("bundle", "run"))
    assert {"pyinstaller", "nfpm", "shtab", "argparse-manpage"} <= set(pins)
    assert all(hashes for _, hashes in pins.values())
    assert {name: pins.get(name) for name in run} == run


@pytest.mark.parametrize(
    ("name", "stays"),
    [
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6/Qt/plugins/platforms/libqwayland.so", True),
        ("PySide6/Qt/plugins/platforms/libqoffscreen.so", True),
        ("PySide6\\plugins\\platforms\\qwindows.dll", True),
        ("PySide6/Qt/plugins/platforms/libqcocoa.dylib", True),
        ("PySide6/Qt/plugins/styles/libqmacstyle.dylib", True),
        ("PySide6/Qt/plugins/iconengines/libqsvgicon.so", True),
        ("PySide6/Qt/plugins/imageformats/libqsvg.so", True),
        ("PySide6/Qt/plugins/printsupport/libcupsprintersupport.so", True),
        ("PySide6/Qt/plugins/platforminputcontexts/libibusplatforminputcontextplugin.so", True),
        ("PySide6/Qt/plugins/wayland-shell-integration/libxdg-shell.so", True),
        ("PySide6/Qt/lib/libQt6Gui.so.6", True),
        ("matplotlib/mpl-data/matplotlibrc", True),
        ("matplotlib/mpl-data/fonts/ttf/DejaVuSans.ttf", True),
        ("resources/content/lang/README.md", True),
        ("PySide6/Qt/translations/qtbase_de.qm", False),
        ("PySide6/Qt/plugins/platforms/libqvnc.so", False),
        ("PySide6/Qt/plugins/platforms/libqeglfs.so", False),
        ("PySide6/Qt/plugins/platformthemes/libqgtk3.so", False),
        ("PySide6/Qt/plugins/imageformats/libqtiff.so", False),
        ("PySide6/Qt/plugins/tls/libqopensslbackend.so", False),
        ("PySide6\\plugins\\tls\\qschannelbackend.dll", False),
        ("PySide6/Qt/lib/libQt6Network.so.6", False),
        ("PySide6/QtNetwork.abi3.so", False),
        ("numpy-2.4.6.dist-info/METADATA", False),
    ],
)
def test_what_stays_of_the_libraries(name: str, stays: bool) -> None:
    assert trim.kept(name) is stays


def test_numpys_libraries_are_not_stripped() -> None:
    assert not trim.stripped("numpy.libs/libscipy_openblas64_.so")
    assert not trim.stripped("numpy/_core/_multiarray_umath.so")
    assert trim.stripped("sqlcipher3/_sqlite3.so")
    assert trim.stripped("libpython3.11.so.1.0")
    assert not trim.stripped("resources/content/cues/hunger.toml")


def test_the_systems_libraries_are_asked_for_not_brought() -> None:
    ours = ("/place/env", "/place/lib/python3.11")
    assert trim.of_the_system("libxcb.so.1", "/usr/lib/libxcb.so.1", ours)
    assert not trim.of_the_system("libQt6Core.so.6", "/place/env/PySide6/Qt/lib/libQt6Core.so.6", ours)
    assert not trim.of_the_system("libpython3.11.so.1.0", "/usr/lib/libpython3.11.so.1.0", ours)


def test_nothing_that_reaches_a_network_is_brought() -> None:
    for name in ("ssl", "_ssl", "_hashlib", "PySide6.QtNetwork"):
        assert f'"{name}"' in SPEC


def test_matplotlib_keeps_its_list_of_fonts_and_the_test_library_stays() -> None:
    left_out = SPEC[SPEC.index("LEFT_OUT = [") : SPEC.index("]  # fmt")]
    assert '"unittest"' not in left_out  # matplotlib asks for it
    assert '"pyi_rth_mplconfig"' in SPEC  # it would give matplotlib a new folder at every start
    assert "strip=True" not in SPEC  # numpy would not load


def test_every_file_of_words_and_every_step_of_the_schema_is_brought() -> None:
    files = dict(contents.data_files())
    for top in (
        "content",
        "content/cues",
        "content/lang/en-US/cues",
        "fonts",
        "report",
        "themes",
        "icons",
        "words",
    ):
        assert f"resources/{top}" in files.values()
    steps = [source for source in files if "/versions/0" in Path(source).as_posix()]
    assert len(steps) == len(list((contents.MIGRATIONS / "versions").glob("0*.py"))) > 0
    assert not [source for source in files if "__pycache__" in source]
    assert sorted(files) == sorted(source for source, _ in contents.data_files())


def test_each_library_brings_its_licence() -> None:
    folders = {folder.split("/")[1] for _, folder in contents.licences()}
    assert {"numpy", "sqlalchemy", "typst", "matplotlib"} <= folders
    assert not folders & contents.TOOLS
    assert {path.name for path in contents.LICENCES.iterdir()} == {"LGPL-3.0.txt", "GPL-3.0.txt"}


def test_what_lacks_in_a_bundle_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    checkout, bundle = tmp_path / "checkout", tmp_path / "bundle"
    for name in ("resources/a.toml", "resources/b.toml", "migrations/0001.py"):
        path = checkout / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    copied = bundle / freeze.INNER / "resources" / "a.toml"
    copied.parent.mkdir(parents=True)
    copied.write_text("other words")
    monkeypatch.setattr(freeze, "ROOT", checkout)
    monkeypatch.setattr(freeze, "MIGRATIONS", checkout / "migrations")
    of_the_checkout = ["resources/a.toml", "resources/b.toml", "migrations/0001.py"]
    assert freeze.lacking(bundle) == [*of_the_checkout, freeze.VERSIONS]
    copied.write_text(str(checkout))
    assert freeze.told(bundle) == ["_internal/resources/a.toml"]


def test_rights_and_times_are_the_same_whatever_the_umask(tmp_path: Path) -> None:
    program, words = tmp_path / "tree" / "run", tmp_path / "tree" / "inner" / "words"
    words.parent.mkdir(parents=True)
    program.touch(mode=0o700)
    words.touch(mode=0o600)
    freeze.settle(tmp_path / "tree", program, 1_000_000_000)
    assert [path.stat().st_mode & 0o777 for path in (program, words, words.parent)] == [0o755, 0o644, 0o755]
    assert {path.stat().st_mtime for path in (program, words, words.parent)} == {1_000_000_000}


def test_a_difference_is_named(tmp_path: Path) -> None:
    for side, text in (("one", "a"), ("two", "b")):
        folder = tmp_path / side
        folder.mkdir()
        for name in ("same", "other", side):
            (folder / name).write_text(text if name == "other" else "same")
            os.utime(folder / name, (0, 0))
        (folder / "link").symlink_to(side)
    found = compare.differences(tmp_path / "one", tmp_path / "two")
    assert found == [
        "link: points elsewhere",
        "one: is in one of them",
        "other: has other bytes",
        "two: is in one of them",
    ]
    assert compare.differences(tmp_path / "one", tmp_path / "one") == []


def test_sizes_by_part(tmp_path: Path) -> None:
    library = tmp_path / freeze.INNER / "typst" / "_typst.so"
    library.parent.mkdir(parents=True)
    library.write_bytes(bytes(2 * sizes.MIB))
    (tmp_path / "bonddiary").write_bytes(bytes(sizes.MIB))
    assert sizes.table(tmp_path, []).splitlines() == [
        "     2.0 MiB  Typst",
        "     1.0 MiB  our code, packed",
        "     0.0 MiB  what is smaller",
        "     3.0 MiB  the bundle, whole",
    ]


def test_the_moment_of_a_build(monkeypatch: pytest.MonkeyPatch, app: App) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert dates.epoch(app) == 1_700_000_000
    assert dates.day_of(1_700_000_000) == "2023-11-14"
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert dates.epoch(app) >= dates.EARLIEST


def test_a_place_gives_the_program_nothing_of_the_build(tmp_path: Path) -> None:
    for place in (places.Bare(tmp_path, "bonddiary"), places.Beside(tmp_path, "bonddiary")):
        command = place.command("list", "--json")
        assert command[-3].endswith("/bonddiary")
        assert not [part for part in command if "PYTHON" in part or str(ROOT) in part]
        assert place.command(DISPLAY=":7") != place.command()
        place.home.rmdir()


def test_libraries_lead_to_packages() -> None:
    assert needs.debian(["libEGL.so.1", "libglib-2.0.so.0"], "2.35") == [
        "libc6 (>= 2.35)",
        "libegl1",
        "libglib2.0-0t64 | libglib2.0-0",
    ]
    assert needs.rpm(["libEGL.so.1"], "2.35") == [
        "libc.so.6(GLIBC_2.35)(64bit)",
        "libEGL.so.1()(64bit)",
    ]
    with pytest.raises(ValueError, match=r"libodd\.so\.4"):
        needs.debian(["libodd.so.4"], "2.35")


@pytest.mark.skipif(shutil.which("objdump") is None, reason="there is no objdump")
def test_what_a_library_needs_is_read_from_it(tmp_path: Path) -> None:
    (tmp_path / "program").write_bytes(Path(sys.executable).resolve().read_bytes())
    (tmp_path / "words.txt").write_text("no program")
    assert [path.name for path in needs.programs(tmp_path)] == ["program"]
    assert "libc.so.6" in needs.asked(tmp_path)
    assert "libc.so.6" not in needs.system_libraries(tmp_path)
    assert re.fullmatch(r"2\.\d+", needs.c_library(tmp_path))


def test_icons_are_drawn_alike(tmp_path: Path, qapp: object) -> None:
    for folder in ("one", "two"):
        icons.draw((16, 48), tmp_path / folder)
    drawn = [[path.read_bytes() for path in sorted((tmp_path / name).iterdir())] for name in ("one", "two")]
    assert drawn[0] == drawn[1]
    assert len(drawn[0]) == 2
    assert all(picture.startswith(b"\x89PNG") for picture in drawn[0])


def test_the_command_is_listed_and_explains_itself() -> None:
    listed = subprocess.run(
        [sys.executable, str(ROOT / "packaging" / "dev.py"), "help"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert "dev.py bundle [FOLDER]" in listed.stdout
