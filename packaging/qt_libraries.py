"""The system libraries that Qt loads and a bare Linux lacks: which, and how to get them on Debian."""

import ctypes
import os
import shutil
import subprocess
import sys
from pathlib import Path

# library -> Debian package
WITHOUT_SCREEN = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
}
ON_SCREEN = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
INSTALL = ["apt-get", "install", "-y", "--no-install-recommends"]


def ensure(mark: Path) -> None:
    """Get what is missing, once; after that, say what is. `mark` holds the names: empty once all is there."""
    libraries = missing()
    if libraries and not mark.exists():
        get(libraries)
        libraries = missing()
    elif libraries:
        tell(libraries)
    mark.parent.mkdir(exist_ok=True)
    mark.write_text("\n".join(libraries))


def missing() -> list[str]:
    """The libraries that this system cannot load (none where Qt brings its own)."""
    if not sys.platform.startswith("linux"):
        return []
    return [name for name in {**WITHOUT_SCREEN, **ON_SCREEN} if not loads(name)]


def loads(library: str) -> bool:
    """Whether the system's loader finds the library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def get(libraries: list[str]) -> None:
    """Install the packages as root, or after a yes on the terminal; otherwise say what to type."""
    before = allowed(packages_of(libraries)) if shutil.which("apt-get") else None
    if before is None or not install(before, packages_of(libraries)):
        tell(libraries)


def tell(libraries: list[str]) -> None:
    """Say what is missing, with the one command where there is one."""
    if shutil.which("apt-get"):
        line = " ".join(["sudo", *INSTALL, *packages_of(libraries)])
        say(f"Qt needs packages that this system lacks. To install them: {line}")
    else:
        say(f"Qt needs libraries that this system lacks. Please install: {', '.join(libraries)}")


def packages_of(libraries: list[str]) -> list[str]:
    """The Debian packages that hold the libraries."""
    return [{**WITHOUT_SCREEN, **ON_SCREEN}[name] for name in libraries]


def allowed(packages: list[str]) -> list[str] | None:
    """What goes before apt-get: nothing as root, sudo after a yes or where nobody can say it; None is no."""
    if os.geteuid() == 0:
        say(f"Installing what Qt needs of the system: {' '.join(packages)} ...")
        return []
    if os.environ.get("CI"):
        return ["sudo"]
    if not (sys.stdin.isatty() and shutil.which("sudo")):
        return None
    answer = input(f"Qt needs {' '.join(packages)}. Install with sudo apt-get? [y/N] ")
    return ["sudo"] if answer.strip().lower() in ("y", "yes") else None


def install(before: list[str], packages: list[str]) -> bool:
    """Whether apt-get installed the packages, after bringing its lists up to date where that is possible."""
    subprocess.call([*before, "apt-get", "update"], stdout=subprocess.DEVNULL)
    return subprocess.call([*before, *INSTALL, *packages], stdout=subprocess.DEVNULL) == 0


def say(sentence: str) -> None:
    """Tell the person, beside the output of the command itself."""
    print(sentence, file=sys.stderr, flush=True)
