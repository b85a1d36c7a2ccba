"""How one check of a release comes out, and how a tool is asked."""

import json
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

import environment
from environment import ROOT
from shared.metadata import App


class State(Enum):
    """How a check came out."""

    FINE = "fine"
    FAULT = "FAULT"
    TO_DO = "TO DO before a release"
    NOT_CHECKED = "not checked"


@dataclass(frozen=True)
class Outcome:
    """One line of the answer."""

    what: str
    state: State
    words: str = ""

    def line(self) -> str:
        """As a person reads it."""
        return f"{self.what}: {self.state.value}" + (f": {self.words}" if self.words else "")


@dataclass(frozen=True)
class Given:
    """What the checks look at."""

    app: App
    folder: Path
    """What was built."""
    made: Path
    """What was filled in for this look, and is thrown away after it."""


Check = Callable[[Given], Iterator[Outcome]]


def by_tool(what: str, command: list[str | Path], cwd: Path = ROOT) -> Outcome:
    """What a tool of this computer says; where it isn't here, that."""
    tool = str(command[0])
    found = shutil.which(tool)
    if found is None:
        return Outcome(what, State.NOT_CHECKED, f"{tool} is not on this computer")
    done = subprocess.run(
        [found, *command[1:]], capture_output=True, text=True, check=False, cwd=cwd, stdin=subprocess.DEVNULL
    )
    if done.returncode == 0:
        return Outcome(what, State.FINE, tool)
    return Outcome(what, State.FAULT, f"{tool}: {(done.stdout + done.stderr).strip()[-2000:]}")


def by_program(what: str, command: Sequence[str]) -> Outcome:
    """What a command of the environment says; all of it, fine or not."""
    done = subprocess.run(
        [environment.program(command[0]), *command[1:]],
        capture_output=True, text=True, check=False, cwd=ROOT, env=environment.variables(),
    )  # fmt: skip
    return Outcome(what, State.FAULT if done.returncode else State.FINE, (done.stdout + done.stderr).strip())


def said_by_manifest(path: Path) -> Outcome:
    """Whether flatpak-builder reads the manifest, and reads what was meant."""
    with tempfile.TemporaryDirectory() as scratch:  # it leaves a folder where it is started
        what = "Flatpak manifest"
        command: list[str | Path] = ["flatpak-builder", "--show-manifest", path]
        outcome = by_tool(what, command, Path(scratch))
        if outcome.state is not State.FINE:
            return outcome
        shown = subprocess.run(command, capture_output=True, text=True, check=True, cwd=scratch).stdout
    kept = json.loads(shown)["finish-args"] == json.loads(path.read_text(encoding="utf-8"))["finish-args"]
    return outcome if kept else Outcome(what, State.FAULT, "its sandbox isn't read as written")
