"""Sessions in processes of their own, each watched by strace, which makes chosen system calls fail or kills at them.

`python -m tests.crash.nursery` loads the program once and then forks a session for each line it reads: a session starts
in a few milliseconds, not in half a second. No diary is open where it forks.
"""

import importlib
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import traceback
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from tests.pace import PATIENCE

ROOT = Path(__file__).resolve().parents[2]
STRACE = shutil.which("strace")
WAIT = PATIENCE
NOBODY = 65534


@dataclass(frozen=True)
class Ended:
    """What is left of a session."""

    code: int
    """Its exit code, or the signal that ended it, negative."""
    acks: str
    """What the program acknowledged, in order."""
    told: dict[str, Any]
    """What the session itself says; nothing after a kill."""
    calls: str
    """strace's record."""

    @property
    def hit(self) -> int:
        """How many faults strace put in."""
        return self.calls.count("(INJECTED)") + self.calls.count("+++ killed by SIGKILL +++")


@dataclass
class Nursery:
    """The process that forks sessions."""

    process: "subprocess.Popen[str]" = field(init=False)

    def __enter__(self) -> "Nursery":
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.crash.nursery"],
            cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        return self

    def __exit__(self, *_: object) -> None:
        assert self.process.stdin is not None
        self.process.stdin.close()
        self.process.wait(WAIT)
        assert self.process.stdout is not None
        self.process.stdout.close()

    def run(
        self, act: str, folder: Path, *inject: str, watch: str = "", wide: bool = False, **given: object
    ) -> Ended:
        """Runs `act` ("module:function") in a session. `inject`: strace's words for it. `watch`: the calls recorded.

        Where `wide` isn't said, only calls on the diary, its journal and its folder are looked at.
        """
        job = {
            "act": act, "folder": str(folder), "inject": inject, "watch": watch, "wide": wide, "given": given,
        }  # fmt: skip
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps(job) + "\n")
        self.process.stdin.flush()
        return Ended(**json.loads(self.process.stdout.readline()))


def may_attach(nursery: Nursery) -> bool:
    """Whether strace may look into other processes here: some containers forbid it."""
    from tempfile import TemporaryDirectory

    with TemporaryDirectory(prefix="bd") as folder:
        return nursery.run("tests.crash.deeds:nothing", Path(folder), watch="fsync").code == 0


def modes_can_bind() -> bool:
    """Whether a session can be somebody whom a file's mode stops: not where everybody is root, as in some namespaces."""
    if os.geteuid() != 0:
        return True
    try:
        spans = [
            tuple(map(int, line.split())) for line in Path("/proc/self/uid_map").read_text().splitlines()
        ]
    except OSError:
        return True
    return any(start <= NOBODY < start + length for start, _, length in spans)


# In the forking process


def main() -> None:
    """Reads jobs, answers each with what is left of its session."""
    import bonddiary.diary.diary
    import bonddiary.store.upgrade
    import tests.crash.deeds

    tests.crash.deeds.warm()
    assert bonddiary.diary.diary
    assert bonddiary.store.upgrade
    for line in sys.stdin:
        print(json.dumps(_run(json.loads(line))), flush=True)


def _run(job: dict[str, Any]) -> dict[str, Any]:
    folder = Path(job["folder"])
    watched = bool(job["inject"] or job["watch"])
    acks, told, calls = (folder.with_name(f"{folder.name}.{name}") for name in ("acks", "told", "calls"))
    for each in (acks, told, calls):
        each.unlink(missing_ok=True)
    ack = os.open(acks, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    waiting, go = os.pipe()
    child = os.fork()
    if not child:
        os.close(go)
        _live(job, ack, waiting, told)
    os.close(waiting)
    os.close(ack)
    strace = _attach(job, child, calls) if watched else None
    os.write(go, b"!")
    os.close(go)
    _, status = os.waitpid(child, 0)
    if strace is not None:
        strace.wait(WAIT)
    left = {
        "code": os.waitstatus_to_exitcode(status),
        "acks": acks.read_text(),
        "told": json.loads(told.read_text() or "{}") if told.exists() else {},
        "calls": calls.read_text(errors="replace") if calls.exists() else "",
    }
    for each in (acks, told, calls):
        each.unlink(missing_ok=True)
    return left


def _attach(job: dict[str, Any], child: int, calls: Path) -> "subprocess.Popen[bytes]":
    command = [str(STRACE), "-f", "-y", "-xx", "-s", "1000000", "-o", str(calls), "-p", str(child)]
    names = job["watch"] or ",".join({re.split("[:=]", each)[0] for each in job["inject"]})
    command += ["-e", f"trace={names}"]
    for each in job["inject"]:
        command += ["-e", f"inject={each}"]
    if not job["wide"]:
        folder = Path(job["folder"])
        for path in (folder, folder / "diary.db", folder / "diary.db-journal"):
            command += ["-P", str(path)]
    strace = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    assert strace.stderr is not None
    _wait_for(strace.stderr, b"attached")
    return strace


def _wait_for(said: IO[bytes], word: bytes) -> None:
    for line in said:
        if word in line:
            return


def _live(job: dict[str, Any], ack: int, waiting: int, told: Path) -> None:
    """The session: never returns."""
    os.environ["BONDDIARY_ACK_FD"] = str(ack)
    code = 70
    try:
        paper = os.open(told, os.O_WRONLY | os.O_CREAT, 0o600)
        os.read(waiting, 1)
        module, name = job["act"].split(":")
        said = getattr(importlib.import_module(module), name)(Path(job["folder"]), **job["given"])
        os.write(paper, json.dumps(said or {}).encode())
        code = 0
    except BaseException:  # noqa: BLE001  # whatever it is, the trial is to hear of it
        os.write(paper, json.dumps({"crash": traceback.format_exc()}).encode())
    finally:
        os._exit(code)


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    main()
