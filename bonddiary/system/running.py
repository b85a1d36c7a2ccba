"""Who has the diary open: asked by commands that need the file for themselves, and at a second start."""

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Holder:
    """What a lock file says (QLockFile's: process number, its program, the computer; each on a line)."""

    number: int
    program: str = ""
    computer: str = ""

    @property
    def elsewhere(self) -> bool:
        """Whether it is on another computer: the folder is shared, and its processes can't be asked after."""
        return bool(self.computer) and this_computer() not in ("", self.computer)

    @property
    def runs(self) -> bool:
        """Whether the program that took the lock still runs, as far as can be told."""
        if self.elsewhere:
            return True
        if os.name != "posix":  # asking by a signal would end it there; the file goes with the window
            return True
        try:
            os.kill(self.number, 0)
        except ProcessLookupError:
            return False
        except OSError:
            return True  # somebody else's
        return self._is_its_program()

    def _is_its_program(self) -> bool:
        """Whether the process is the lock's program: after a power cut another may have got its number. Linux tells."""
        try:
            runs = str(Path(f"/proc/{self.number}/exe").readlink()).removesuffix(" (deleted)")
        except OSError:
            return True  # nobody says
        there, named = Path(runs).name, Path(self.program).name
        return there.startswith(named) or named.startswith(there)  # "python" may be "python3.11"


def holder(lock: Path) -> Holder | None:
    """Who took the lock; None where nobody did, or the file says nothing that can be read."""
    try:
        lines = lock.read_text(encoding="utf-8", errors="replace").split("\n")
        return Holder(int(lines[0]), *(line.strip() for line in lines[1:3]))
    except (OSError, ValueError):
        return None


def window_is_open(lock: Path) -> bool:
    """Whether the program that wrote this lock file still runs."""
    found = holder(lock)
    return found is not None and found.runs


def this_computer() -> str:
    """Its name, as a lock file has it; blank where the system doesn't say."""
    return os.uname().nodename if hasattr(os, "uname") else os.environ.get("COMPUTERNAME", "")
