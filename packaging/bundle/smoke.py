"""Tries the program where there is no Python and nothing of the build: what a family would do first, without a network."""

import json
import subprocess
import time
from collections.abc import Callable

from bundle.places import PATIENCE, Broken, Place
from bundle.screen import can_be_seen, keep, screen, until, xdotool
from shared.metadata import App

SETTLES = 3
"""Seconds in which a window that lacks something would have said so."""
TILE = "1"
"""The key of the first cue on the Log page."""


def smoke(app: App, place: Place) -> list[str]:
    """Tries everything. Returns a line for each thing that worked. Raises Broken."""
    lines = [f"Tried {place.words}."]
    if not can_be_seen():
        lines.append("  window on a screen: not checked, Xvfb or xdotool isn't here")
    for name, attempt in TRIES.items():
        if attempt is on_screen and not can_be_seen():
            continue
        began = time.monotonic()
        attempt(app, place)
        lines.append(f"  {name}: works, {time.monotonic() - began:.1f} s")
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
    """It opens on an X server, takes a press, and closes when it is asked to; the moment is in the diary then."""
    # a folder of its own: in a new namespace the numbers of processes begin anew, and the first window's lock looks held
    folder = ("--data-dir", "second")
    with screen() as display:
        command = place.command(*folder, DISPLAY=display, QT_QPA_PLATFORM="xcb")
        with subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, cwd=place.home
        ) as process:
            try:
                seen = xdotool(display, "search", "--sync", "--onlyvisible", "--name", app.name).split()
                time.sleep(SETTLES)
                for key in (TILE, "ctrl+q") if seen else ():
                    xdotool(display, "windowfocus", "--sync", seen[-1], "key", key)
                    time.sleep(SETTLES)
                    if key == TILE and place.picture:
                        keep(display, place.picture)
                until(lambda: process.poll() is not None, SETTLES)
                code = process.poll()
            finally:
                process.terminate()
            _, said = process.communicate(timeout=PATIENCE)
    if code != 0 or said:
        raise Broken(f"the window on a screen ended with {code}: {said[-2000:]}")
    if len(json.loads(place.run(*folder, "list", "--json"))) != 1:
        raise Broken("what was pressed on a screen isn't in the diary")


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
