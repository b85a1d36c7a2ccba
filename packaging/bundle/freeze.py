"""Makes the bundle: one folder that holds the program with all of Python that it needs."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from bundle.contents import MIGRATIONS, files_of
from bundle.trim import stripped
from shared.metadata import ROOT, App

SPEC = Path(__file__).resolve().parent / "bonddiary.spec"
INNER = "_internal"
VERSIONS = "libraries.json"
"""Of the libraries, made with the bundle."""


def freeze(app: App, folder: Path, work: Path, epoch: int) -> Path:
    """Makes `folder`/bonddiary anew and returns it; `folder`/watched gets the program of the benchmarks."""
    bundle = folder / app.command
    for old in (bundle, folder / "watched", work):
        shutil.rmtree(old, ignore_errors=True)
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "ERROR"]
    places = ["--distpath", str(folder), "--workpath", str(work), str(SPEC)]
    env = {**os.environ, "SOURCE_DATE_EPOCH": str(epoch), "PYINSTALLER_CONFIG_DIR": str(work / "cache")}
    subprocess.run([*command, *places], env=env, check=True, cwd=work.parent)
    watched = next(work.rglob(f"{app.command}-watched"), None)
    if watched is not None:
        (folder / "watched").mkdir()
        shutil.copy2(watched, folder / "watched")
        (folder / "watched" / INNER).symlink_to(f"../{app.command}/{INNER}")
    if sys.platform.startswith("linux"):
        strip(bundle / INNER)
    settle(bundle, bundle / app.command, epoch)
    return bundle


def strip(inner: Path) -> None:
    """Takes out of libraries what only a debugger reads: some 60 MB."""
    chosen = [
        str(path)
        for path in files_of(inner)
        if not path.is_symlink() and stripped(path.relative_to(inner).as_posix())
    ]
    subprocess.run(["strip", "--strip-unneeded", *chosen], check=True)


def settle(tree: Path, program: Path, epoch: int) -> None:
    """Gives all files the same rights and time, whatever the umask and the clock of the build."""
    for path in sorted(tree.rglob("*"), reverse=True):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path == program else 0o644)
        os.utime(path, (epoch, epoch), follow_symlinks=False)
    tree.chmod(0o755)


def lacking(bundle: Path) -> list[str]:
    """What of the checkout's files is not in the bundle, byte for byte: words, fonts, templates, steps of the schema."""
    inner = bundle / INNER
    trees = (
        (ROOT / "resources", inner / "resources"),
        (MIGRATIONS, inner / "bonddiary" / "store" / "migrations"),
    )
    found = []
    for ours, theirs in trees:
        for path in files_of(ours):
            copy = theirs / path.relative_to(ours)
            if not copy.is_file() or copy.read_bytes() != path.read_bytes():
                found.append(path.relative_to(ROOT).as_posix())
    if not (inner / "resources" / VERSIONS).is_file():
        found.append(VERSIONS)
    return found


def told(bundle: Path) -> list[str]:
    """Files of the bundle that tell where it was made."""
    here = str(ROOT).encode()
    return [
        path.relative_to(bundle).as_posix()
        for path in files_of(bundle)
        if not path.is_symlink() and here in path.read_bytes()
    ]
