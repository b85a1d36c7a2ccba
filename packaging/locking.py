"""Write packaging/lock/: exact versions with hashes, for every platform and Python, naming no address."""

import sys

import environment
from environment import LOCKS, ROOT

OPTIONS = (
    "--universal",
    "--python-version=3.11",
    "--fork-strategy=fewest",
    "--generate-hashes",
    "--no-header",
    "--no-annotate",
)
PROJECT = str(ROOT / "pyproject.toml")
LOCK_INPUTS = {
    "uv": ["--group", f"{PROJECT}:setup"],
    "run": [PROJECT],
    "dev": [PROJECT, "--group", f"{PROJECT}:dev", "--constraints", str(LOCKS / "run.txt")],
    "bundle": [PROJECT, "--group", f"{PROJECT}:bundle", "--constraints", str(LOCKS / "run.txt")],
}


def write(arguments: list[str]) -> None:
    """Resolve each lock (arguments go to uv: --upgrade for newer versions). Raises environment.SetupError."""
    uv = environment.ensure_uv()
    for name, inputs in LOCK_INPUTS.items():
        lock = LOCKS / f"{name}.txt"
        environment.step([uv, "pip", "compile", *OPTIONS, *inputs, *arguments, "--output-file", lock])
        lines = lock.read_text().splitlines(keepends=True)
        lock.write_text("".join(line for line in lines if not names_address(line)))
        print(f"{lock.relative_to(ROOT)}: {sum('==' in line for line in lines)} packages", file=sys.stderr)


def names_address(line: str) -> bool:
    """Whether a line of a lock says where to download from, rather than what."""
    return "://" in line or line.startswith("-")  # the hashes are indented
