"""Runs work that needs a process of its own."""

import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

from tests.benchmarks.harness import Sample

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 120


def run(program: str, *arguments: str | Path) -> Mapping[str, Sample]:
    """Runs one of the programs; its stamps become times since just before the process was made."""
    command = f"from tests.benchmarks.programs.{program} import main; main()"
    return run_command([sys.executable, "-c", command, *map(str, arguments)])


def run_command(command: list[str]) -> Mapping[str, Sample]:
    """The same with any command that says its stamps."""
    start = time.monotonic_ns()
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE, check=False)
    if done.returncode or not done.stdout:
        raise SystemExit(f"{command[0]} ended without a measurement.\n{done.stderr}")
    said = (line.split() for line in done.stdout.splitlines())
    return {name: _sample([float(value) for value in values], start) for name, *values in said}


def _sample(values: list[float], start: int) -> Sample:
    if len(values) == 1:
        return Sample(values[0])
    at, cpu = values
    return Sample((at - start) / 1e6, cpu / 1e6)
