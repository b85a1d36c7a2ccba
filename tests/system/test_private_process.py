"""No crash dumps a diary, no file is anybody else's and no warning quotes one, whatever the process was started with."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.pace import PATIENCE

ROOT = Path(__file__).resolve().parents[2]
linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="read from /proc")


def process(code: str, folder: Path, mask: int = 0) -> subprocess.CompletedProcess[str]:
    """A fresh Python in `folder`, started with everything allowed."""
    return subprocess.run(
        [sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, timeout=PATIENCE, check=False,
        umask=mask, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip


@linux
def test_the_program_itself_may_dump_nothing(tmp_path: Path) -> None:
    done = process(
        "from bonddiary.cli.main import main; import pathlib; main(['--version']); "
        "p = pathlib.Path('/proc/self'); print((p / 'limits').read_text(), (p / 'status').read_text(), "
        "'filter', (p / 'coredump_filter').read_text() if (p / 'coredump_filter').exists() else '')",
        tmp_path,
    )
    lines = [" ".join(line.split()) for line in done.stdout.splitlines()]
    assert "Max core file size 0 0 bytes" in lines
    assert "Umask: 0077" in lines
    assert ("filter 00000000" in lines) is Path("/proc/self/coredump_filter").exists(), (
        "some kernels have none"
    )


@linux
@pytest.mark.parametrize("private", [False, True])
def test_a_dump_that_is_made_all_the_same_holds_nothing_typed(tmp_path: Path, private: bool) -> None:
    """As a crash service would make it: the limit is lifted again, the memory stays out."""
    pattern = Path("/proc/sys/kernel/core_pattern")
    if not pattern.exists() or pattern.read_text().strip() not in {"core", "core.%p"}:
        pytest.skip("this computer gives dumps to a service, or to nobody")
    done = process(
        "import os, resource, signal\n"
        "resource.setrlimit(resource.RLIMIT_CORE, (1 << 30, 1 << 30))\n"
        + ("from bonddiary.system.private_process import be_private as done\n" if private else "done = int\n")
        + "resource.setrlimit = lambda *_: None; done()\n"
        "words = ['wren' * 6 + str(each) for each in range(50)]\n"
        "os.kill(os.getpid(), signal.SIGSEGV)",
        tmp_path,
    )
    if "not allowed to raise maximum limit" in done.stderr:
        pytest.skip("no dumps are allowed here at all")
    assert done.returncode == -11
    found = [b"wren" * 6 in dump.read_bytes() for dump in tmp_path.glob("core*")]
    assert found == ([False] if private else [True])


@pytest.mark.parametrize("asked", [False, True])
def test_no_warning_of_a_library_quotes_what_was_typed(tmp_path: Path, asked: bool) -> None:
    """Started from a menu, the program says it to the system's journal. A developer asks for warnings with -W."""
    done = process(
        "import sys, warnings\n"
        f"sys.warnoptions[:] = {['default'] if asked else []}\n"
        "from bonddiary.cli.main import main; main(['--version'])\n"
        "warnings.warn('a letter of WREN is missing from font(s)', stacklevel=1)",
        tmp_path,
    )
    assert done.returncode == 0
    assert ("WREN" in done.stderr) is asked
    assert bool(done.stderr) is asked
