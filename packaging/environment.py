"""The development environment in .dev/: uv, then an environment made from a lock with hashes.

Nothing outside the checkout is changed (but for uv's download cache). A stamp says what is there; while it
is right, `ensure` reads three small files and does nothing else.
"""

import hashlib
import importlib.util
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DEV = ROOT / ".dev"
ENV = DEV / "env"
STAMP = DEV / "env.stamp"
LOCKS = ROOT / "packaging" / "lock"
LEVELS = ("run", "dev")  # dev holds all of run

NO_PIP = "Setting up needs pip, which {python} lacks; on Debian or Ubuntu: apt-get install python3-pip"
NO_NETWORK = "Setting up needs the network once, and no package index answers: connect, then run this again."
NETWORK_SIGNS = (
    "Retrying (Retry(",
    "dns error",
    "error sending request",
    "tcp connect error",
    "timed out",
)
# Settings of pip that uv does not read itself: a mirror, a company's certificates.
PIP_SETTINGS = {"index-url": "UV_DEFAULT_INDEX", "cert": "SSL_CERT_FILE"}


class SetupError(Exception):
    """The set-up cannot go on; the text is for the person who started it."""


def ensure(level: str) -> None:
    """Make the environment at least what `level` asks for ("run" or "dev"). Raises SetupError."""
    lacking = DEV / "libraries-missing"
    if not lacking.exists() or lacking.stat().st_size > 0:
        import qt_libraries

        qt_libraries.ensure(lacking)
    stamp = STAMP.read_text() if STAMP.exists() else ""
    good_enough = LEVELS[LEVELS.index(level) :]
    if stamp not in map(expected_stamp, good_enough):
        stays_dev = stamp.startswith("dev ")
        set_up("dev" if stays_dev else level)


def expected_stamp(level: str) -> str:
    """What the stamp says when `level` is set up as its lock has it, for the running Python in this place."""
    lock = hashlib.sha256((LOCKS / f"{level}.txt").read_bytes()).hexdigest()
    return f"{level} {lock} {sys.version} {sys.base_prefix} {ROOT}\n"


def set_up(level: str) -> None:
    """Bring .dev/ to `level` from nothing, or from whatever is there."""
    say("Setting up Bond Diary in .dev/ (this once; some 150 MB to fetch if none of it is here yet) ...")
    uv = ensure_uv()
    same_python = STAMP.exists() and STAMP.read_text().split()[2:] == expected_stamp(level).split()[2:]
    STAMP.unlink(missing_ok=True)  # whatever is interrupted from here on starts afresh
    if not same_python:
        python = getattr(sys, "_base_executable", sys.executable)
        step([uv, "venv", "--clear", "--no-project", "--python", python, ENV])
    lock = LOCKS / f"{level}.txt"
    step([uv, "pip", "sync", "--require-hashes", "--compile-bytecode", "--python", ENV, lock])
    add_project()
    step([program("python"), "-m", "compileall", "-q", ROOT / "bonddiary"])
    STAMP.write_text(expected_stamp(level))
    say("Ready.")


def ensure_uv() -> Path:
    """uv itself, put into .dev/uv by pip: allowed even where the system's Python takes no packages."""
    lock, mark = LOCKS / "uv.txt", DEV / "uv" / "lock.txt"
    uv = DEV / "uv" / "bin" / ("uv.exe" if os.name == "nt" else "uv")
    if uv.exists() and mark.exists() and mark.read_bytes() == lock.read_bytes():
        return uv
    if importlib.util.find_spec("pip") is None:
        raise SetupError(NO_PIP.format(python=sys.executable))
    shutil.rmtree(DEV / "uv", ignore_errors=True)
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", "--retries=1", "install"]
    step([*pip, "--no-deps", "--require-hashes", "--target", DEV / "uv", "-r", lock])
    shutil.copyfile(lock, mark)
    return uv


def add_project() -> None:
    """Put the checkout on the environment's path, and a `bonddiary` command beside its Python."""
    packages = next(ENV.glob("lib/python*/site-packages"), ENV / "Lib" / "site-packages")
    (packages / "bonddiary.pth").write_text(f"{ROOT}\n", encoding="utf-8")
    if os.name == "nt":
        (ENV / "Scripts" / "bonddiary.cmd").write_text('@"%~dp0python.exe" -P -m bonddiary %*\n')
        return
    command = ENV / "bin" / "bonddiary"
    command.write_text(f'#!/bin/sh\nexec {shlex.quote(str(program("python")))} -P -m bonddiary "$@"\n')
    command.chmod(0o755)


def program(name: str) -> Path:
    """The path of a command of the environment."""
    return ENV / "Scripts" / f"{name}.exe" if os.name == "nt" else ENV / "bin" / name


def variables() -> dict[str, str]:
    """The environment variables for commands of the environment."""
    path = os.pathsep.join([str(program("python").parent), os.environ.get("PATH", os.defpath)])
    result = {**os.environ, "VIRTUAL_ENV": str(ENV), "PATH": path}
    result.pop("PYTHONHOME", None)
    result.pop("PYTHONPATH", None)
    return result


def call(command: list[str]) -> int:
    """Run a command of the environment where we are. Returns its exit code."""
    return subprocess.call([program(command[0]), *command[1:]], env=variables())


def step(command: list[str | Path]) -> None:
    """Do one step of the set-up, showing only what it downloads. Raises SetupError."""
    told: list[str] = []
    with subprocess.Popen(
        command, env=step_variables(), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stderr is not None
        for line in process.stderr:
            told.append(line)
            if line.lstrip().startswith("Downloading"):
                say("  " + line.strip())
    if process.returncode == 0:
        return
    if any(sign in line for sign in NETWORK_SIGNS for line in told):
        raise SetupError(NO_NETWORK)
    raise SetupError(f"{''.join(told)}Setting up stopped at: {' '.join(map(str, command))}")


def step_variables() -> dict[str, str]:
    """The environment variables for pip and uv: no Python is fetched; uv is told of the mirrors pip knows."""
    result = {**os.environ, "UV_PYTHON_DOWNLOADS": "never", "PIP_ROOT_USER_ACTION": "ignore"}
    for name, value in pip_settings().items():
        if name in PIP_SETTINGS:
            result.setdefault(PIP_SETTINGS[name], value)
    return result


def pip_settings() -> dict[str, str]:
    """What pip is told by its files and variables: the last part of each name, and its value."""
    listing = [sys.executable, "-m", "pip", "config", "list"]
    lines = subprocess.run(listing, capture_output=True, text=True, check=False).stdout.splitlines()
    pairs = (line.partition("=") for line in lines)
    return {name.rpartition(".")[2]: value.strip("'\"") for name, _, value in pairs}


def say(sentence: str) -> None:
    """Tell the person, beside the output of the command itself."""
    print(sentence, file=sys.stderr, flush=True)
