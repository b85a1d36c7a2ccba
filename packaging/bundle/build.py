"""`dev.py bundle`: makes the bundle and its packages, and tries them.

The folder (dist/ if none is given) then holds the bundle in bonddiary/, a .deb and an .rpm. What this machine couldn't check is
said as "not checked", never passed over.
"""

import argparse
import hashlib
import shutil
import subprocess
import sys
import time
from pathlib import Path

from bundle import compare, places, sizes, smoke
from bundle.freeze import freeze, lacking, told
from linux import bare_debian, checks, packages
from shared import dates
from shared.metadata import ROOT, App, load


def main(arguments: list[str]) -> int:
    """Returns 1 where something isn't as it is to be."""
    given = _parser().parse_args(arguments)
    folder: Path = given.folder.resolve()
    app = load()
    epoch = dates.epoch(app)
    if not sys.platform.startswith("linux"):
        freeze(app, folder, _work(folder), epoch)
        return 0
    made = build(app, folder, epoch)
    say(sizes.table(folder / app.command, made))
    problems = look(app, folder, made)
    if given.twice:
        problems += same_again(app, folder, made, epoch)
    if given.bare_debian:
        problems += bare_debian.check(app, made[0], say, given.picture)
    say("\n".join(problems) or "Bundle and packages are as they are to be.")
    return 1 if problems else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="dev.py bundle", description="Make the bundle and its packages, and try them."
    )
    parser.add_argument(
        "folder", nargs="?", type=Path, default=ROOT / "dist", metavar="FOLDER", help="usually dist/"
    )
    parser.add_argument("--twice", action="store_true", help="make all of it a second time and compare")
    parser.add_argument(
        "--bare-debian",
        action="store_true",
        help="also install it in a new, bare Debian (as root; needs mmdebstrap)",
    )
    parser.add_argument(
        "--picture", type=Path, metavar="PNG", help="with that: what its screen showed (needs ImageMagick)"
    )
    return parser


def build(app: App, folder: Path, epoch: int) -> list[Path]:
    """The bundle and both packages, made anew."""
    work = _work(folder)
    began = time.monotonic()
    bundle = freeze(app, folder, work / "frozen", epoch)
    say(f"Bundle: {time.monotonic() - began:.0f} s")
    began = time.monotonic()
    tree = work / "tree"
    packages.lay_out(app, bundle, tree, epoch)
    made = packages.pack(app, bundle, tree, folder, epoch)
    say(f"Packages: {time.monotonic() - began:.0f} s")
    return made


def look(app: App, folder: Path, made: list[Path]) -> list[str]:
    """What is wrong with what was made."""
    bundle = folder / app.command
    problems = [f"not in the bundle as in the checkout: {name}" for name in lacking(bundle)]
    problems += [f"tells where it was made: {name}" for name in told(bundle)]
    problems += checks.check(app, _work(folder) / "tree", made[0], say)
    return problems + tried(app, places.barest(bundle, app.command))


def tried(app: App, place: places.Place) -> list[str]:
    """What doesn't work in a place; its folder is gone then."""
    try:
        say("\n".join(smoke.smoke(app, place)))
    except (places.Broken, subprocess.SubprocessError) as problem:
        return [f"tried {place.words}: {problem}"]
    finally:
        shutil.rmtree(place.home, ignore_errors=True)
    return []


def same_again(app: App, folder: Path, made: list[Path], epoch: int) -> list[str]:
    """Makes all of it in another folder; names what differs."""
    other = folder / "again"
    other.mkdir(parents=True, exist_ok=True)
    again = build(app, other, epoch)
    problems = []
    for first, second in zip(made, again, strict=True):
        digests = [hashlib.sha256(path.read_bytes()).hexdigest() for path in (first, second)]
        if digests[0] == digests[1]:
            say(f"{first.name}: the same bytes twice, SHA-256 {digests[0]}")
        else:
            problems.append(f"{first.name}: other bytes the second time")
    if problems:
        problems += compare.differences(_work(folder) / "tree", _work(other) / "tree")
    shutil.rmtree(other)
    return problems


def _work(folder: Path) -> Path:
    work = folder / "work"
    work.mkdir(parents=True, exist_ok=True)
    return work


def say(text: str) -> None:
    """Beside what PyInstaller says, at once."""
    print(text, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
