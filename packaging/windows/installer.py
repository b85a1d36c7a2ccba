"""The installer for Windows from PyInstaller's folder: fills installer.nsi.in and has makensis compile it.

makensis runs on Linux and macOS too, so the script is compiled in the tests; the installer itself runs on Windows alone.
"""

import shutil
import subprocess
from pathlib import Path, PureWindowsPath
from string import Template

from PIL import Image

from shared.drawn import read
from shared.metadata import App
from windows.program import four_parts, window_program, write_icon

HERE = Path(__file__).resolve().parent
SIDE, SIDE_TOP = (164, 314), 44
"""Pixels; the size is the one that NSIS lays its pages out for."""
SIDE_COLOUR = "#9DC4C6"
"""The light one of the icon."""
UNINSTALL = r"Software\Microsoft\Windows\CurrentVersion\Uninstall"


class Script(Template):
    """NSIS writes its own variables with $."""

    delimiter = "@"


def build(app: App, bundle: Path, icons: Path, target: Path) -> Path:
    """Makes the installer `target` from the folder `bundle`. Raises FileNotFoundError, CalledProcessError.

    `icons` holds app-SIZE.png; the script and its pictures stay beside the installer, to be looked at.
    """
    makensis = shutil.which("makensis")
    if makensis is None:
        raise FileNotFoundError("makensis isn't on this computer")
    target.parent.mkdir(parents=True, exist_ok=True)
    written = target.with_suffix(".nsi")
    write_icon(icons, target.with_suffix(".ico"))
    write_side(icons, target.with_suffix(".bmp"))
    written.write_text(script(app, bundle, target), encoding="utf-8-sig")
    subprocess.run([makensis, "-V2", "-WX", "-NOCD", written], check=True, capture_output=True, text=True)
    return target


def write_side(icons: Path, target: Path) -> None:
    """The picture beside the first and the last page."""
    (drawn,) = read(icons, [128])
    side = Image.new("RGB", SIDE, SIDE_COLOUR)
    side.paste(drawn, ((SIDE[0] - drawn.width) // 2, SIDE_TOP), drawn)
    side.save(target)


def script(app: App, bundle: Path, target: Path) -> str:
    """The whole script. Raises FileNotFoundError where the bundle lacks its program."""
    files = sorted(path for path in bundle.rglob("*") if path.is_file())
    for name in (window_program(app), app.command):
        if bundle / f"{name}.exe" not in files:
            raise FileNotFoundError(f"{bundle} holds no {name}.exe")
    size = sum(path.stat().st_size for path in files)
    return Script((HERE / "installer.nsi.in").read_text(encoding="utf-8")).substitute(
        name=app.name,
        version=app.version,
        four_parts=".".join(map(str, four_parts(app.version))),
        developer=app.developer,
        licence=app.licence,
        summary=app.summary,
        command=app.command,
        window_program=window_program(app),
        archive_class=f"{app.id}.archive",
        archive_name=app.archive_name,
        ending=app.archive_suffix.rpartition(".")[2],
        uninstall_key=f"{UNINSTALL}\\{app.id}",
        icon=target.with_suffix(".ico").resolve(),
        side=target.with_suffix(".bmp").resolve(),
        out=target.resolve(),
        kilobytes=size // 1024,
        put="\n".join(_put(bundle, files)),
        take="\n".join(_take(bundle, files)),
    )


def _put(bundle: Path, files: list[Path]) -> list[str]:
    """Lines that lay every file down."""
    lines, folder = [], None
    for path in files:
        if path.parent != folder:
            folder = path.parent
            lines.append(f'  SetOutPath "{_there(folder.relative_to(bundle))}"')
        lines.append(f'  File "{path.resolve()}"')
    return lines


def _take(bundle: Path, files: list[Path]) -> list[str]:
    """Lines that take the same files away, and the folders that are empty then: the deepest first."""
    parts = [path.relative_to(bundle) for path in files]
    folders = {folder for part in parts for folder in part.parents if folder.parts}
    deepest_first = sorted(folders, key=lambda folder: (-len(folder.parts), folder))
    return [f'  Delete "{_there(part)}"' for part in parts] + [
        f'  RMDir "{_there(folder)}"' for folder in deepest_first
    ]


def _there(part: Path) -> str:
    """Where a file or folder of the bundle is on the family's computer. ($ is a letter there, and a sign of NSIS here.)"""
    return str(PureWindowsPath("$INSTDIR", *(name.replace("$", "$$") for name in part.parts)))
