"""Installs the .deb in a new, bare Debian, uses it there as a family would, takes it away again, and looks what is left.

As root, with mmdebstrap and bwrap. Debian's packages come from where this machine gets them.
"""

import os
import shlex
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from bundle import smoke
from bundle.places import BWRAP, Broken, Place, set_to
from bundle.screen import SOCKETS
from shared.metadata import App

NUMBER = 1000
USER = "family"
NOT_LOOKED_AT = (
    "var/lib/dpkg/",
    "var/lib/apt/",
    "var/log/",
    "var/cache/",
    "tmp/",
    "dev/",
    "run/",
    "proc/",
    "etc/ld.so.cache",
)
"""What a package manager keeps for itself."""
HOME = f"home/{USER}/"


class Debian(Place):
    """A user's own account in a Debian below a folder; the command is the one of the menu entry."""

    def __init__(self, root: Path, words: str, entry: Path) -> None:
        super().__init__(root / "home" / USER)
        self._root, self.words = root, words
        lines = entry.read_text(encoding="utf-8").splitlines()
        line = next(line for line in lines if line.startswith("Exec="))
        self._program = shlex.split(line.removeprefix("Exec=").replace("%F", ""))

    def command(self, *arguments: str, **variables: str) -> list[str]:
        home = f"/home/{USER}"
        told = set_to(home, {"PATH": "/usr/bin:/bin", **variables})
        shared = ["--bind", str(SOCKETS), str(SOCKETS)] if SOCKETS.exists() else []
        return [
            *BWRAP, "--uid", str(NUMBER), "--gid", str(NUMBER), "--bind", str(self._root), "/",
            "--proc", "/proc", "--dev", "/dev", *shared, "--chdir", home,
            *(part for setting in told for part in ("--setenv", *setting)),
            *self._program, *arguments,
        ]  # fmt: skip


def check(app: App, deb: Path, say: Callable[[str], None], picture: Path | None) -> list[str]:
    """What is wrong; "not checked" is said where this machine can't."""
    lacking = [tool for tool in ("mmdebstrap", "bwrap", "chroot") if shutil.which(tool) is None]
    if lacking or os.geteuid() != 0:
        say(
            f"bare Debian: not checked, {'needs ' + ', '.join(lacking) if lacking else 'only root can make one'}"
        )
        return []
    root = Path(tempfile.mkdtemp(prefix="bonddiary-debian-"))
    try:
        return _used(app, deb, root, say, picture)
    except (Broken, subprocess.SubprocessError) as problem:
        return [f"bare Debian: {problem}"]
    finally:
        shutil.rmtree(root, ignore_errors=True)


def _used(app: App, deb: Path, root: Path, say: Callable[[str], None], picture: Path | None) -> list[str]:
    codename = _codename()
    began = time.monotonic()
    subprocess.run(["mmdebstrap", "--quiet", "--variant=minbase", codename, str(root)], check=True)
    shutil.copy("/etc/resolv.conf", root / "etc" / "resolv.conf")
    inside(root, "useradd", "--create-home", "--skel", "/nowhere", "--uid", str(NUMBER), USER)
    for path in (root / "home" / USER, *(root / "home" / USER).rglob("*")):
        os.chown(path, 0, 0)  # in the namespace, root's number outside is the user's
    inside(root, "apt-get", "update")
    say(f"Debian {codename}, bare: made in {time.monotonic() - began:.0f} s")
    before, packages = files(root), installed(root)
    shutil.copy(deb, root / "tmp" / deb.name)
    began = time.monotonic()
    inside(root, "apt-get", "install", "--yes", "--no-install-recommends", f"/tmp/{deb.name}")  # noqa: S108
    brought = installed(root) - packages
    say(f"installed in {time.monotonic() - began:.0f} s, with {len(brought) - 1} packages of Debian")
    if any(name.startswith("python3") for name in brought):
        return ["the .deb brings a Python of Debian's"]
    entry = root / "usr" / "share" / "applications" / f"{app.id}.desktop"
    place = Debian(root, f"in a bare Debian {codename}, by the command of the menu entry", entry)
    place.picture = picture
    say("\n".join(smoke.smoke(app, place)))
    inside(root, "apt-get", "purge", "--yes", app.command)
    inside(root, "apt-get", "autoremove", "--purge", "--yes")
    left = sorted(files(root) - before)
    say(f"left of it in {HOME}: {', '.join(_folders(left, HOME))}")
    others = [name for name in left if not name.startswith(HOME)]
    return [
        f"left after it was taken away: {name}" for name in others if app.command in name.lower()
    ] + _told(others, app, say)


def _told(others: list[str], app: App, say: Callable[[str], None]) -> list[str]:
    """What other packages leave is theirs, and said."""
    theirs = [name for name in others if app.command not in name.lower()]
    say(f"left of other packages: {', '.join(theirs) or 'nothing'}")
    return []


def inside(root: Path, *command: str) -> None:
    """Runs a command as root of that Debian. Raises Broken."""
    env = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        ["chroot", str(root), *command], capture_output=True, text=True, check=False, env=env
    )
    if done.returncode:
        raise Broken(f"{' '.join(command)}: {(done.stdout + done.stderr)[-1500:]}")


def installed(root: Path) -> set[str]:
    """The packages of that Debian."""
    text = (root / "var" / "lib" / "dpkg" / "status").read_text(encoding="utf-8")
    return {line.removeprefix("Package: ") for line in text.splitlines() if line.startswith("Package: ")}


def files(root: Path) -> set[str]:
    """Every file and folder of that Debian."""
    names = (path.relative_to(root).as_posix() for path in root.rglob("*"))
    return {name for name in names if not f"{name}/".startswith(NOT_LOOKED_AT)}


def _folders(names: list[str], below: str) -> list[str]:
    return sorted({name.removeprefix(below) for name in names if name.startswith(below)})


def _codename() -> str:
    told = Path("/etc/os-release").read_text(encoding="utf-8")
    found = [line.partition("=")[2] for line in told.splitlines() if line.startswith("VERSION_CODENAME=")]
    return found[0].strip('"') if found else "stable"
