"""One session of the real program in a home of its own, started with every permission open, its system calls recorded."""

import os
import secrets
import shutil
import stat
import string
import subprocess
import sys
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path

import pytest

from tests.conftest import homes_in
from tests.pace import PATIENCE

ROOT = Path(__file__).resolve().parents[2]
STRACE = shutil.which("strace")
CALLS = "socket,socketpair,connect,bind,sendto,sendmsg,openat,?open,?creat"
"""With a question mark where not every kind of processor has the call."""
RECORDING = ("-f", "--seccomp-bpf", "-s", "4096", "-e", f"trace={CALLS}", "-o")


@cache
def may_record() -> bool:
    """Whether strace is here, and may look into a program that it starts: some containers forbid it."""
    if STRACE is None:
        return False
    tried = [STRACE, *RECORDING, os.devnull, sys.executable, "-c", ""]
    return subprocess.run(tried, capture_output=True, check=False).returncode == 0


def made_up(start: str) -> str:
    """A word that is nowhere else, on no disk and in no other run."""
    return start + "".join(secrets.choice(string.ascii_lowercase) for _ in range(12))


@dataclass
class Ran:
    """What is left of a session and of the commands after it."""

    root: Path
    mask: int
    name: str = field(default_factory=lambda: made_up("Wren"))
    note: str = field(default_factory=lambda: made_up("note"))
    half: str = field(default_factory=lambda: made_up("half"))
    said: str = ""
    """What they wrote on both their outputs."""
    recorded: bool = False

    @property
    def home(self) -> Path:
        """Settings, data, state and caches all lie below it."""
        return self.root / "home"

    @property
    def chosen(self) -> Path:
        """Where the session saved what it chose to."""
        return self.root / "chosen"

    @property
    def temporary(self) -> Path:
        """What the system offers for a while."""
        return self.root / "temporary"

    @property
    def data(self) -> Path:
        """The diary's folder."""
        return self.home / ".local" / "share" / "bonddiary"

    @property
    def state(self) -> Path:
        """The log's folder."""
        return self.home / ".local" / "state" / "bonddiary"

    def modes(self) -> dict[str, str]:
        """Who may do what with each file and folder that the program made."""
        made = [each for top in (self.home, self.chosen, self.temporary) for each in top.rglob("*")]
        ours = [
            each
            for each in made
            if "bonddiary" in str(each.relative_to(self.root)) or self.chosen in each.parents
        ]
        return {str(each.relative_to(self.root)): oct(stat.S_IMODE(each.stat().st_mode)) for each in ours}

    def calls(self) -> list[str]:
        """Every recorded system call of every process and thread."""
        return [
            line
            for each in self.root.glob("calls.*")
            for line in each.read_text(errors="replace").splitlines()
        ]

    def run(self, *arguments: str) -> int:
        """Runs a Python module to its end; its words are kept."""
        command = [sys.executable, "-m", *arguments]
        if self.recorded and may_record():
            record = self.root / f"calls.{len(list(self.root.glob('calls.*')))}"
            command = [str(STRACE), *RECORDING, str(record), *command]
        kept = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH") if name in os.environ}
        surroundings = {
            **kept, **homes_in(self.home), "TMPDIR": str(self.temporary), "QT_QPA_PLATFORM": "offscreen",
            "PYTHONDONTWRITEBYTECODE": "1", "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8",
        }  # fmt: skip
        done = subprocess.run(
            command,
            cwd=ROOT,
            env=surroundings,
            umask=self.mask,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
        self.said += done.stdout + done.stderr
        return done.returncode


def live(ran: Ran) -> None:
    """The window, from its start to its end."""
    for folder in (ran.home, ran.chosen, ran.temporary):
        folder.mkdir(mode=0o700)
    code = ran.run("tests.privacy.session", str(ran.chosen), ran.name, ran.note, ran.half)
    assert code == 0, ran.said


def command(ran: Ran) -> None:
    """Commands on the same diary. None that prints what is in it: that is asked for."""
    out = str(ran.chosen)
    ago = [
        f"{datetime.now() - timedelta(days=days):%Y-%m-%dT%H:%M}" for days in (1, 2, 3)
    ]  # a page needs three
    for expected, *arguments in (
        (0, "log", "--cue", "rooting", "--note", ran.note),
        *((0, "log", "--cue", "yawning", "--at", at) for at in ago),
        (1, "log", "--cue", "nothing-of-the-kind", "--note", ran.note),
        (0, "export", f"{out}/again.jsonl"),
        (1, "export", f"{out}/again.jsonl"),
        (0, "report", "--output", f"{out}/report.pdf"),
        (0, "report", "--output", f"{out}/report.html"),
        (0, "chart", "two-weeks", "--output", f"{out}/again.png"),
        (0, "privacy"),
        (0, "check"),
    ):
        assert ran.run("bonddiary", *map(str, arguments)) == expected, (arguments, ran.said)


@pytest.fixture(scope="session")
def ran(tmp_path_factory: pytest.TempPathFactory) -> Ran:
    """Started with a mask that would let everybody read everything; each system call recorded."""
    made = Ran(tmp_path_factory.mktemp("open"), 0o000, recorded=True)
    live(made)
    command(made)
    return made


@pytest.fixture(scope="session")
def ran_closed(tmp_path_factory: pytest.TempPathFactory) -> Ran:
    """Started with the strictest mask in use."""
    made = Ran(tmp_path_factory.mktemp("closed"), 0o077)
    live(made)
    return made
