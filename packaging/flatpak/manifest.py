"""The Flatpak: `dev.py flatpak FOLDER` fills a folder with all that flatpak-builder takes, and writes its manifest there.

No address of any registry is in the repository, and flatpak-builder is given none: what it builds from lies in the folder. Wheels
come through pip as this computer has it set up, and only those whose hash is in the lock.
"""

import json
import platform
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import environment
import supply
from environment import LOCKS
from linux import files
from shared.dates import epoch
from shared.metadata import App

RUNTIME_PYTHON = (3, 13)
"""What KDE's runtime of this line brings (by Freedesktop 25.08). The build looks, and stops with a sentence where it isn't so."""
LIBC = {"x86_64": range(17, 43), "aarch64": range(17, 43)}
"""The runtime's C library is 2.42: wheels for all older ones run there."""
SANDBOX = (
    "--socket=wayland",
    "--socket=fallback-x11",
    "--share=ipc",  # memory shared with the X server
    "--device=dri",
    # Files that a person picks come through the desktop's own dialog, from outside the sandbox.
    "--env=QT_QPA_PLATFORMTHEME=xdgdesktopportal",
)
"""All that is let in. Neither network nor home, nor the printer: a PDF is saved, and printed by whatever shows it."""
QT = "/lib/python{}.{}/site-packages/PySide6".format(*RUNTIME_PYTHON)
TOOLS = (
    "assistant",
    "designer",
    "linguist",
    "lrelease",
    "lupdate",
    "qml*",
    "svgtoqml",
    "*.pyi",
    "doc",
    "include",
    "typesystems",
)
PARTS = (
    "libexec",
    "metatypes",
    "qml",
    "plugins/designer",
    "plugins/qml*",
    "plugins/sqldrivers",
    "translations",
)
LIBRARIES = ("Designer", "Labs", "Qml", "Quick", "Wayland*Compositor")
UNUSED = (
    "/bin/[!b]*",
    *(f"{QT}/{name}" for name in TOOLS),
    *(f"{QT}/Qt/{name}" for name in PARTS),
    *(f"{QT}/Qt/lib/libQt6{name}*" for name in LIBRARIES),
)
"""What Qt's wheel brings for those who make programs with it."""
NO_PIP = "python3 -m pip install --no-index --no-deps --no-compile --prefix=${FLATPAK_DEST}"


def fill(app: App, wheel: Path, icons: Path, folder: Path) -> Path:
    """Everything into `folder`; returns the manifest. `icons` holds app-SIZE.png. Raises environment.SetupError."""
    folder.mkdir(parents=True, exist_ok=True)
    for part in ("wheels", "share"):
        shutil.rmtree(folder / part, ignore_errors=True)
    for old in folder.glob("*.whl"):
        old.unlink()
    shutil.copyfile(LOCKS / "run.txt", folder / "run.txt")
    shutil.copyfile(wheel, folder / wheel.name)
    files.desktop(app, folder / "share", icons, epoch(app))
    fetch_wheels(folder / "wheels")
    return write(app, wheel.name, folder)


def write(app: App, wheel_name: str, folder: Path) -> Path:
    """The manifest alone."""
    target = folder / f"{app.id}.json"
    target.write_text(json.dumps(manifest(app, wheel_name), indent=2) + "\n", encoding="utf-8")
    return target


def manifest(app: App, wheel_name: str) -> dict[str, Any]:
    """What flatpak-builder reads; its paths are relative to the folder it lies in."""
    wanted = ".".join(map(str, RUNTIME_PYTHON))
    is_it = f"import sys; sys.exit('{wanted}' != '%d.%d' % sys.version_info[:2] and 'the runtime has no Python {wanted}')"
    return {
        "id": app.id,
        "runtime": "org.kde.Platform",
        "runtime-version": qt_line(),
        "sdk": "org.kde.Sdk",
        "command": app.command,
        "finish-args": list(SANDBOX),
        "cleanup": list(UNUSED),
        "modules": [
            {
                "name": "libraries",
                "buildsystem": "simple",
                "build-commands": [
                    f'python3 -c "{is_it}"',
                    f"{NO_PIP} --find-links=wheels --require-hashes -r run.txt",
                ],
                "sources": [
                    {"type": "dir", "path": "wheels", "dest": "wheels"},
                    {"type": "file", "path": "run.txt"},
                ],
            },
            {
                "name": app.command,
                "buildsystem": "simple",
                "build-commands": [
                    f"{NO_PIP} {wheel_name}",
                    "mkdir -p ${FLATPAK_DEST}/share && cp -r share/. ${FLATPAK_DEST}/share/",
                ],
                "sources": [
                    {"type": "file", "path": wheel_name},
                    {"type": "dir", "path": "share", "dest": "share"},
                ],
            },
        ],
    }


def lacking(folder: Path) -> list[str]:
    """What the manifest in a filled folder names that isn't there, and libraries of the lock without a wheel."""
    told = json.loads(next(folder.glob("*.json")).read_text(encoding="utf-8"))
    sources = [source["path"] for module in told["modules"] for source in module["sources"]]
    missing = [path for path in sources if not (folder / path).exists()]
    there = {_plain(path.name.partition("-")[0]) for path in (folder / "wheels").glob("*.whl")}
    return missing + [name for name in sorted(supply.pins(LOCKS / "run.txt")) if name not in there]


def _plain(name: str) -> str:
    return name.replace("_", "-").lower()


def qt_line() -> str:
    """KDE's runtime is named for the line of Qt it is made with, and so has all that Qt of the lock loads from the system."""
    found = re.search(
        r"^pyside6-essentials==(\d+\.\d+)\.", (LOCKS / "run.txt").read_text(encoding="utf-8"), re.MULTILINE
    )
    if found is None:
        raise ValueError("the lock holds no pyside6-essentials")
    return found[1]


def fetch_wheels(folder: Path) -> None:
    """The libraries of the lock, made for the runtime and not for this computer. Raises environment.SetupError."""
    machine = platform.machine()
    if machine not in LIBC or not sys.platform.startswith("linux"):
        raise environment.SetupError(
            f"A Flatpak is made on Linux, on {' or '.join(LIBC)}; this is {machine}."
        )
    major, minor = RUNTIME_PYTHON
    python = getattr(sys, "_base_executable", sys.executable)  # the environment has no pip
    if subprocess.call([python, "-m", "pip", "--version"], stdout=subprocess.DEVNULL) != 0:
        raise environment.SetupError(environment.NO_PIP.format(python=python))
    command: list[str | Path] = [
        python, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps",
        "--require-hashes", "--only-binary=:all:", f"--python-version={major}.{minor}", "--implementation=cp",
        f"--abi=cp{major}{minor}", "--abi=abi3", "--abi=none",
        *(f"--platform=manylinux_2_{libc}_{machine}" for libc in LIBC[machine]), f"--platform=manylinux2014_{machine}",
        "--dest", str(folder), "-r", str(LOCKS / "run.txt"),
    ]  # fmt: skip
    environment.step(command)
