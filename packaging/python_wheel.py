"""Wheel and source archive: `dev.py wheel [FOLDER]` makes both there, and tries them.

Each is made twice, and the wheel once more from the source archive: the same bytes, or it says which differ. Then the wheel is
put into an environment of its own with the libraries of the lock, far from the checkout, and used as a family would.
"""

import hashlib
import shutil
import subprocess
import sys
import tarfile
import tempfile
import time
from pathlib import Path

import environment
from bundle import smoke
from bundle.places import Beside, Broken
from bundle.screen import can_be_seen
from environment import LOCKS, ROOT
from shared.dates import epoch
from shared.metadata import App, load


class Differs(Exception):
    """What was to be the same isn't; the text says what."""


def main(arguments: list[str]) -> int:
    """Returns the exit code."""
    folder = Path(arguments[0]) if arguments else ROOT / "dist"
    app = load()
    try:
        wheel, archive = make(app, folder)
        print(f"{archive.name}: {megabytes(archive)}; the same bytes twice")
        print(
            f"{wheel.name}: {megabytes(wheel)}; the same bytes twice, and once more from the source archive"
        )
        for line in attempt(app, wheel):
            print(line)
    except (Differs, Broken, environment.SetupError) as problem:
        print(problem, file=sys.stderr)
        return 1
    return 0


def make(app: App, folder: Path) -> tuple[Path, Path]:
    """Wheel and source archive in `folder`. Raises Differs."""
    with tempfile.TemporaryDirectory() as scratch:
        again = Path(scratch)
        archive = build("sdist", ROOT, folder, app)
        same(archive, build("sdist", ROOT, again / "twice", app))
        wheel = build("wheel", ROOT, folder, app)
        same(wheel, build("wheel", ROOT, again / "twice", app))
        with tarfile.open(archive) as packed:
            packed.extractall(again, filter="data")
        unpacked = again / archive.name.removesuffix(".tar.gz")
        same(wheel, build("wheel", unpacked, again / "unpacked", app))
    return wheel, archive


def build(target: str, source: Path, folder: Path, app: App) -> Path:
    """A "wheel" or "sdist" of the checkout at `source`, as a file in `folder`."""
    command: list[str | Path] = [
        environment.program("python"),
        "-m",
        "hatchling",
        "build",
        "-t",
        target,
        "-d",
        folder.resolve(),
    ]
    env = {**environment.variables(), "SOURCE_DATE_EPOCH": str(epoch(app)), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(command, cwd=source, env=env, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise Differs(f"the {target} can't be made from {source.name}: {done.stderr[-2000:]}")
    ending = "*.whl" if target == "wheel" else "*.tar.gz"
    return max(folder.glob(f"{app.command}-{app.version}{ending}"), key=lambda path: path.stat().st_mtime_ns)


def same(one: Path, other: Path) -> None:
    """Raises Differs."""
    sums = [hashlib.sha256(path.read_bytes()).hexdigest() for path in (one, other)]
    if sums[0] != sums[1]:
        raise Differs(f"{one.name}, made twice: {one} and {other} differ ({sums[0][:12]}, {sums[1][:12]})")


def attempt(app: App, wheel: Path) -> list[str]:
    """Installs the wheel away from the checkout and uses it. Returns a line for each thing that worked. Raises Broken."""
    uv = environment.ensure_uv()
    with tempfile.TemporaryDirectory() as scratch:
        place = Path(scratch) / "env"
        environment.step([uv, "venv", "--no-project", "--python", sys.executable, place])
        python = place / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
        options: list[str | Path] = ["--python", python, "--no-deps"]
        environment.step([uv, "pip", "install", *options, "--require-hashes", "-r", LOCKS / "run.txt"])
        environment.step([uv, "pip", "install", *options, wheel.resolve()])
        return use(app, python.parent)


def use(app: App, programs: Path) -> list[str]:
    """The steps that a bundle is tried with, too."""
    place = Beside(programs, app.command)
    lines = [
        "Tried in an environment that holds the libraries of the lock and this wheel, away from the checkout."
    ]
    try:
        for name, step in smoke.TRIES.items():
            if step is smoke.on_screen and not can_be_seen():
                lines.append(f"  {name}: not checked, Xvfb or xdotool isn't here")
                continue
            began = time.monotonic()
            step(app, place)
            lines.append(f"  {name}: works, {time.monotonic() - began:.1f} s")
    finally:
        shutil.rmtree(place.home, ignore_errors=True)
    return lines


def megabytes(path: Path) -> str:
    """A file's size."""
    return f"{path.stat().st_size / 1e6:.1f} MB"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
