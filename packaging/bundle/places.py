"""Where a program is tried: as bare as this machine can make it."""

import shutil
import subprocess
import tempfile
from abc import ABC, abstractmethod
from collections.abc import Iterable
from pathlib import Path

from bundle.screen import SOCKETS

PATIENCE = 120
SYSTEM = (
    "/usr/lib", "/usr/lib64", "/usr/share/fonts", "/usr/share/X11", "/usr/share/zoneinfo", "/etc/fonts", "/etc/ld.so.cache",
)  # fmt: skip
LINKS = (("usr/lib", "/lib"), ("usr/lib64", "/lib64"))
HIDDEN = "python*"
BWRAP = ("bwrap", "--unshare-all", "--die-with-parent", "--new-session", "--clearenv")


class Broken(Exception):
    """Something of the program doesn't work there; the text says what."""


class Place(ABC):
    """Somewhere to run the program, with a family's folder."""

    words: str
    """Where it is, for whoever started this."""
    picture: Path | None = None
    """Where what its screen shows is to be kept."""

    def __init__(self, home: Path) -> None:
        self.home = home

    @abstractmethod
    def command(self, *arguments: str, **variables: str) -> list[str]:
        """A command line of the program in that place."""

    def run(self, *arguments: str) -> str:
        """What a command of the program says. Raises Broken."""
        command = self.command(*arguments)
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=PATIENCE, check=False, cwd=self.home
        )
        if done.returncode or done.stderr:
            said = done.stdout[-400:] + done.stderr[-1200:]
            raise Broken(f"“{arguments[0]}” ended with {done.returncode}: {said}")
        return done.stdout

    def made(self, name: str) -> bytes:
        """A file that the program wrote there. Raises Broken."""
        path = self.home / name
        if not path.is_file():
            raise Broken(f"{name} wasn't written")
        return path.read_bytes()


class Bare(Place):
    """This system's libraries and nothing else: no Python, no network, nothing of the checkout."""

    words = "in a namespace without Python, network or this checkout"

    def __init__(self, bundle: Path, command: str) -> None:
        super().__init__(new_home())
        self._bundle, self._program = bundle, command

    def command(self, *arguments: str, **variables: str) -> list[str]:
        there = [path for path in (*SYSTEM, str(SOCKETS)) if Path(path).exists()]
        hidden = [str(path) for path in sorted(Path("/usr/lib").glob(HIDDEN))]
        return [
            *BWRAP, "--proc", "/proc", "--dev", "/dev", "--tmpfs", str(SOCKETS.parent),
            *(part for path in there for part in ("--ro-bind", path, path)),
            *(part for path in hidden for part in ("--tmpfs", path)),
            *(part for target, name in LINKS for part in ("--symlink", target, name)),
            "--ro-bind", str(self._bundle), "/app", "--bind", str(self.home), "/family", "--chdir", "/family",
            *(part for setting in set_to("/family", variables) for part in ("--setenv", *setting)),
            f"/app/{self._program}", *arguments,
        ]  # fmt: skip


class Beside(Place):
    """Where no namespace can be made: an empty environment, beside this system's files."""

    words = "beside this system's files: bwrap isn't here, so that a Python of the system wasn't hidden"

    def __init__(self, bundle: Path, command: str) -> None:
        super().__init__(new_home())
        self._program = bundle / command

    def command(self, *arguments: str, **variables: str) -> list[str]:
        settings = [f"{name}={value}" for name, value in set_to(str(self.home), variables)]
        return ["env", "-i", *settings, str(self._program), *arguments]


def new_home() -> Path:
    """A family's folder that nobody else sees."""
    return Path(tempfile.mkdtemp(prefix="bonddiary-try-"))


def set_to(home: str, variables: dict[str, str]) -> Iterable[tuple[str, str]]:
    """All variables of the environment that the program is given."""
    return {"HOME": home, "LANG": "C.UTF-8", **variables}.items()


def barest(bundle: Path, command: str) -> Place:
    """The barest place that this machine can make."""
    can = shutil.which("bwrap") is not None and (
        subprocess.run(
            [*BWRAP, "--ro-bind", "/", "/", "/bin/true"], capture_output=True, check=False
        ).returncode
        == 0
    )
    return Bare(bundle, command) if can else Beside(bundle, command)
