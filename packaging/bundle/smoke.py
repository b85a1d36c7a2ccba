"""Tries a bundle where there is no Python and nothing of the build: what a family would do first, without a network."""

import json
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from bundle.screen import SOCKETS, can_be_seen, screen, until, xdotool
from shared.metadata import App

PATIENCE = 120
SETTLES = 3
"""Seconds in which a window that lacks something would have said so."""
SYSTEM = (
    "/usr/lib",
    "/usr/lib64",
    "/usr/share/fonts",
    "/usr/share/X11",
    "/usr/share/zoneinfo",
    "/etc/fonts",
    "/etc/ld.so.cache",
)
LINKS = (("usr/lib", "/lib"), ("usr/lib64", "/lib64"))


class Broken(Exception):
    """Something of the program doesn't work there; the text says what."""


class Place:
    """Somewhere to run the program: a namespace of its own where bwrap can make one, else beside this system's files.

    `bare=False` for a program that needs the Python of this system.
    """

    def __init__(self, bundle: Path, command: str, bare: bool = True) -> None:
        self.bundle = bundle
        self.home = Path(tempfile.mkdtemp(prefix="bonddiary-try-"))
        self.bare = bare and _can_be_bare()
        self._program = f"/app/{command}" if self.bare else str(bundle / command)
        self.told_home = "/family" if self.bare else str(self.home)

    def command(self, *arguments: str, **variables: str) -> list[str]:
        """A command line of the program in that place."""
        told = {"HOME": self.told_home, "LANG": "C.UTF-8", **variables}
        settings = [f"{name}={value}" for name, value in told.items()]
        if not self.bare:
            return ["env", "-i", *settings, self._program, *arguments]
        there = [path for path in (*SYSTEM, str(SOCKETS)) if Path(path).exists()]
        hidden = [str(path) for path in sorted(Path("/usr/lib").glob("python*"))]
        command = [
            "bwrap",
            "--unshare-all",
            "--die-with-parent",
            "--new-session",
            "--clearenv",
            "--proc",
            "/proc",
            "--dev",
            "/dev",
        ]
        command += ["--tmpfs", str(SOCKETS.parent)]
        command += [part for path in there for part in ("--ro-bind", path, path)]
        command += [part for path in hidden for part in ("--tmpfs", path)]
        command += [part for target, name in LINKS for part in ("--symlink", target, name)]
        command += ["--ro-bind", str(self.bundle), "/app", "--bind", str(self.home), "/family"]
        command += [part for name, value in told.items() for part in ("--setenv", name, value)]
        return [*command, "--chdir", "/family", self._program, *arguments]

    def run(self, *arguments: str) -> str:
        """What a command of the program says. Raises Broken."""
        done = subprocess.run(
            self.command(*arguments),
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
            cwd=self.home,
        )
        if done.returncode or done.stderr:
            raise Broken(
                f"“{arguments[0]}” ended with {done.returncode}: {done.stdout[-400:]}{done.stderr[-1200:]}"
            )
        return done.stdout

    def made(self, name: str) -> bytes:
        """A file that the program wrote there. Raises Broken."""
        path = self.home / name
        if not path.is_file():
            raise Broken(f"{name} wasn't written")
        return path.read_bytes()

    def close(self) -> None:
        """Takes the family's folder away."""
        shutil.rmtree(self.home, ignore_errors=True)


def _can_be_bare() -> bool:
    bwrap = shutil.which("bwrap")
    if bwrap is None:
        return False
    command = [bwrap, "--unshare-all", "--ro-bind", "/", "/", "true"]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def smoke(app: App, bundle: Path) -> list[str]:
    """Tries everything. Returns a line for each thing that worked. Raises Broken."""
    place = Place(bundle, app.command)
    where = (
        "in a namespace without Python, network or this checkout"
        if place.bare
        else "beside this system's files: bwrap isn't here, so that a Python of the system wasn't hidden"
    )
    lines = [f"Tried {where}."]
    if not can_be_seen():
        lines.append("  window on a screen: not checked, Xvfb or xdotool isn't here")
    try:
        for name, attempt in TRIES.items():
            if attempt is on_screen and not can_be_seen():
                continue
            began = time.monotonic()
            attempt(app, place)
            lines.append(f"  {name}: works, {time.monotonic() - began:.1f} s")
    finally:
        place.close()
    return lines


def version(app: App, place: Place) -> None:
    """The version of this checkout."""
    if place.run("--version").strip() != f"{app.command} {app.version}":
        raise Broken("--version says something else")


def a_moment(app: App, place: Place) -> None:
    """Schema, phrases and content are there: a moment goes in and comes out."""
    place.run("log", "rooting 10 min ago, fed, settled in 5")
    moments = json.loads(place.run("list", "--json"))
    if "rooting" not in json.dumps(moments):
        raise Broken(f"the moment doesn't come out again: {moments}")


def report(app: App, place: Place) -> None:
    """Typst, templates and fonts are there."""
    for day in (1, 2):  # a page takes 3 days
        place.run("log", "--cue", "rooting", "--ago", f"{24 * day}h")
    place.run("report", "--output", "page.pdf")
    page = place.made("page.pdf")
    if not page.startswith(b"%PDF") or b"/FontFile" not in page:
        raise Broken("the report is no PDF with fonts of its own")


def chart(app: App, place: Place) -> None:
    """matplotlib draws in all three formats."""
    for name, start in (("chart.png", b"\x89PNG"), ("chart.svg", b"<?xml"), ("chart.pdf", b"%PDF")):
        place.run("chart", "two-weeks", "--output", name)
        if not place.made(name).startswith(start):
            raise Broken(f"{name} isn't what its name says")


def content(app: App, place: Place) -> None:
    """All words are there and hold together."""
    place.run("check-content")


def window(app: App, place: Place) -> None:
    """It opens and stays, without a screen."""
    command = place.command(QT_QPA_PLATFORM="offscreen")
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as process:
        try:
            until(lambda: process.poll() is not None or any(place.home.rglob("window.lock")))
            time.sleep(SETTLES)
            code = process.poll()
        finally:
            process.terminate()
        _, said = process.communicate(timeout=PATIENCE)
    if code is not None or said:
        raise Broken(f"the window ended with {code}: {said[-2000:]}")


def on_screen(app: App, place: Place) -> None:
    """It opens on an X server, and closes when it is asked to."""
    with screen() as display:
        # a folder of its own: in a new namespace the numbers of processes begin anew, and the first window's lock looks held
        command = place.command("--data-dir", "second", DISPLAY=display, QT_QPA_PLATFORM="xcb")
        with subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, cwd=place.home
        ) as process:
            try:
                seen = xdotool(display, "search", "--sync", "--onlyvisible", "--name", app.name).split()
                time.sleep(SETTLES)
                if seen:
                    xdotool(display, "windowfocus", "--sync", seen[-1], "key", "ctrl+q")
                    until(lambda: process.poll() is not None)
                code = process.poll()
            finally:
                process.terminate()
            _, said = process.communicate(timeout=PATIENCE)
    if code != 0 or said:
        raise Broken(f"the window on a screen ended with {code}: {said[-2000:]}")


def nothing_else(app: App, place: Place) -> None:
    """No file outside the folders that the program says are its own."""
    known = {"page.pdf", "chart.png", "chart.svg", "chart.pdf"}
    # fontconfig keeps its list for all programs of a family
    ours = (
        ".cache/fontconfig/",
        "second/",
        f".local/share/{app.command}/",
        f".local/state/{app.command}/",
        f".config/{app.command}/",
    )
    found = [path.relative_to(place.home).as_posix() for path in place.home.rglob("*") if path.is_file()]
    odd = [name for name in found if name not in known and not name.startswith(ours)]
    if odd:
        raise Broken(f"it leaves other files: {', '.join(odd)}")


TRIES: dict[str, Callable[[App, Place], None]] = {
    "--version": version,
    "log and list": a_moment,
    "report": report,
    "chart": chart,
    "check-content": content,
    "window without a screen": window,
    "window on a screen": on_screen,
    "nothing left elsewhere": nothing_else,
}
