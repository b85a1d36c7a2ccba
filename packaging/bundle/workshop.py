"""The environment that bundles are made from: what is shipped and what packs it, and nothing else of a developer's."""

import os
import sys
from pathlib import Path

import environment
import qt_libraries
from environment import DEV, LOCKS, ROOT

LOCK = LOCKS / "bundle.txt"
PLACE = DEV / "bundle-env"
STAMP = DEV / "bundle-env.stamp"
BUILD = ROOT / "packaging" / "bundle" / "build.py"


def ensure() -> Path:
    """Makes it what its lock says. Returns its Python. Raises environment.SetupError."""
    qt_libraries.ensure(DEV / "libraries-missing")  # PyInstaller looks where Qt's libraries lead
    python = PLACE / "Scripts" / "python.exe" if os.name == "nt" else PLACE / "bin" / "python"
    wanted = f"{LOCK.read_text()}\n{sys.version} {sys.base_prefix} {ROOT}\n"
    if STAMP.exists() and STAMP.read_text() == wanted:
        return python
    environment.say("Setting up what makes packages in .dev/ (this once) ...")
    uv = environment.ensure_uv()
    STAMP.unlink(missing_ok=True)
    base = getattr(sys, "_base_executable", sys.executable)
    environment.step([uv, "venv", "--clear", "--no-project", "--python", base, PLACE])
    environment.step([uv, "pip", "sync", "--require-hashes", "--python", PLACE, LOCK])
    STAMP.write_text(wanted)
    return python


def variables() -> dict[str, str]:
    """The environment variables of the build: the same order of sets in each, nothing of the caller's Python."""
    result = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "QT_"))}
    paths = os.pathsep.join([str(ROOT), str(ROOT / "packaging")])
    return {**result, "PYTHONHASHSEED": "0", "PYTHONPATH": paths, "PYTHONDONTWRITEBYTECODE": "1"}
