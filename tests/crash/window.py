"""The real window in a process of its own, on no screen: started, watched, killed."""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.crash import deeds
from tests.pace import PATIENCE

ROOT = Path(__file__).resolve().parents[2]
WAIT = PATIENCE


@dataclass
class Window:
    """A start of the program; what it says goes to a file that a kill leaves whole."""

    process: "subprocess.Popen[str]"
    paper: Path

    @property
    def said(self) -> list[str]:
        """Acknowledgements and what the screen said, in order."""
        return self.paper.read_text().splitlines()

    def wait_for_ack(self) -> None:
        """Until the first entry of this start is acknowledged."""
        end = time.monotonic() + WAIT
        while not any(line.startswith("ACK") for line in self.said):
            assert self.process.poll() is None, f"it ended: {self.errors()}"
            assert time.monotonic() < end, "nothing was acknowledged"
            time.sleep(0.01)

    def kill(self) -> None:
        """Without a word of warning."""
        self.process.kill()
        self.process.communicate(timeout=WAIT)

    def errors(self) -> str:
        """Waits for its end; what it complained of."""
        return self.process.communicate(timeout=WAIT)[1]


def prepare(folder: Path) -> None:
    """A diary that knows Robin, in a folder where the first questions were answered."""
    deeds.begin(folder)
    (folder / "settings.json").write_text('{"first_run_done": true}')


def begin(folder: Path, seed: int, presses: int = 0, before: Sequence[str] = ()) -> Window:
    """Starts the program and the parent who presses. `before`: a command that starts it."""
    paper = folder.with_name(f"{folder.name}.said")
    handle = os.open(paper, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_APPEND, 0o600)
    process = subprocess.Popen(
        [*before, sys.executable, "-m", "tests.crash.pressing", str(folder), str(seed), str(presses)],
        cwd=ROOT, env={**os.environ, "BONDDIARY_ACK_FD": str(handle)}, pass_fds=[handle],
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    os.close(handle)
    return Window(process, paper)


def acks(said: Sequence[str]) -> str:
    """The acknowledgements alone."""
    return "".join(f"{line}\n" for line in said if line.startswith("ACK "))


def false_ticks(said: Sequence[str]) -> list[str]:
    """Moments that the strip called saved before they were acknowledged, or after they were taken away."""
    there: set[str] = set()
    false = []
    for line in said:
        word, _, rest = line.partition(" ")
        if word == "ACK":
            id, left = rest.split()
            (there.discard if left == "-" else there.add)(id)
        elif word == "TICK" and rest not in there:
            false.append(rest)
    return false
