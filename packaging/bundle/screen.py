"""A virtual screen to look at a program on."""

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

SOCKETS = Path("/tmp/.X11-unix")  # noqa: S108  # where X servers are reached
SIZE = "1280x800x24"
PATIENCE = 60


def can_be_seen() -> bool:
    """Whether there is a virtual screen and something that presses keys on it."""
    return bool(shutil.which("Xvfb") and shutil.which("xdotool"))


@contextmanager
def screen() -> Iterator[str]:
    """The name of a screen of its own, as :7, gone when the block is left."""
    SOCKETS.mkdir(mode=0o1777, exist_ok=True)
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", SIZE, "-nolisten", "tcp", "-ac"]
    with subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL) as server:
        os.close(write)
        with os.fdopen(read) as said:
            number = said.readline().strip()
        try:
            yield f":{number}"
        finally:
            server.terminate()


def xdotool(display: str, *arguments: str) -> str:
    """What xdotool says on that screen; nothing where it waited in vain."""
    env = {**os.environ, "DISPLAY": display}
    command = ["xdotool", *arguments]
    try:
        return subprocess.run(
            command, capture_output=True, text=True, check=False, env=env, timeout=PATIENCE
        ).stdout
    except subprocess.TimeoutExpired:
        return ""


def keep(display: str, picture: Path) -> None:
    """Writes what that screen shows (ImageMagick)."""
    subprocess.run(["import", "-display", display, "-window", "root", str(picture)], check=True)


def until(true: Callable[[], bool], seconds: float = PATIENCE) -> None:
    """Waits for something, for so long."""
    end = time.monotonic() + seconds
    while not true() and time.monotonic() < end:
        time.sleep(0.1)
