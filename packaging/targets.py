"""`dev.py installer [FOLDER]` and `dev.py flatpak [FOLDER]`: what is made of a bundle or a wheel for the other systems.

The Linux packages are `dev.py bundle`'s own.
"""

import platform
import subprocess
import sys
import tempfile
from pathlib import Path

import environment
from environment import ROOT
from flatpak import manifest
from macos import program as macos
from shared import icons
from shared.metadata import App, load
from windows import installer
from windows import program as windows


def main(arguments: list[str]) -> int:
    """Returns the exit code."""
    what, *rest = arguments
    folder = Path(rest[0]) if rest else ROOT / "dist"
    try:
        print(f"{KINDS[what](load(), folder)}: made")
    except (environment.SetupError, FileNotFoundError) as problem:
        print(problem, file=sys.stderr)
        return 1
    except subprocess.CalledProcessError as problem:
        print(f"{problem}\n{problem.stdout or ''}{problem.stderr or ''}", file=sys.stderr)
        return 1
    return 0


def make_installer(app: App, folder: Path) -> Path:
    """Of the bundle in `folder`: on macOS a disk image, else the installer for Windows, which any system can make."""
    if sys.platform == "darwin":
        image = folder / disk_image_name(app)
        subprocess.run([macos.DISK_IMAGE_SCRIPT, folder / f"{app.name}.app", image, app.name], check=True)
        return image
    with tempfile.TemporaryDirectory() as scratch:
        drawn = Path(scratch)
        icons.draw(windows.ICON_SIZES, drawn)
        return installer.build(app, folder / app.command, drawn, folder / "windows" / installer_name(app))


def make_flatpak(app: App, folder: Path) -> Path:
    """A folder that flatpak-builder can build from, with the wheel that lies in `folder`."""
    wheels = sorted(folder.glob(f"{app.command}-{app.version}-*.whl"))
    if not wheels:
        raise FileNotFoundError(
            f"{folder} holds no wheel of {app.version}: python3 packaging/dev.py wheel makes it"
        )
    with tempfile.TemporaryDirectory() as scratch:
        drawn = Path(scratch)
        icons.draw(icons.LINUX_SIZES, drawn)
        return manifest.fill(app, wheels[-1], drawn, folder / "flatpak")


def installer_name(app: App) -> str:
    """Its name; Windows treats one that is called setup or install in ways of its own."""
    return f"{app.name.replace(' ', '-')}-{app.version}-windows.exe"


def disk_image_name(app: App) -> str:
    """Its name, with the processor that it is for."""
    return f"{app.name.replace(' ', '-')}-{app.version}-macos-{platform.machine()}.dmg"


KINDS = {"installer": make_installer, "flatpak": make_flatpak}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
