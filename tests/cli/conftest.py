"""Commands as people type them, on a diary of their own, with a clock that stands still."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from bonddiary.cli.main import main
from bonddiary.domain.when import When
from tests.builders import NOW, clock_at


@dataclass(frozen=True)
class Said:
    """What a command did: its exit code and both its outputs."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        """The lines of standard output."""
        return self.out.splitlines()

    def refused(self, words: str, code: int = 1) -> None:
        """It was refused with one plain sentence that holds these words, and nothing else was said."""
        assert words in self.err
        assert self.code == code
        assert self.out == ""
        self.one_sentence()

    def one_sentence(self) -> None:
        """Standard error is one line of plain words."""
        assert self.err.endswith((".\n", "?\n"))
        assert self.err.count("\n") == 1
        for jargon in ("Traceback", "Error", "sqlite", "sqlalchemy", ".py", "Errno", "didn’t expect"):
            assert jargon not in self.err


Run = Callable[..., Said]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Where the diary will be; nothing is there yet."""
    return tmp_path / "data"


@pytest.fixture
def run(data: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command on the diary in `data` (or `at` another place) at a given now."""

    def run(*arguments: object, now: When = NOW, at: Path | None = None) -> Said:
        capsys.readouterr()
        code = main(["--data-dir", str(at or data), *map(str, arguments)], clock_at(now))
        return Said(code, *capsys.readouterr())

    return run
