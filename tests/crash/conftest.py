"""Figures at the end of a run, and what the trials need."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.crash.figures import lines
from tests.crash.nursery import STRACE, Nursery, may_attach
from tests.places import open_to_all


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """After a run in one process: `python3 packaging/dev.py crash`."""
    for line in lines():
        terminalreporter.write_line(line)


@pytest.fixture(scope="session")
def nursery() -> Iterator[Nursery]:
    """Starts sessions in processes of their own, watched by strace. Skips where that isn't to be had."""
    if STRACE is None:
        pytest.skip("strace isn’t installed here: no fault can be put into a system call")
    with Nursery() as made:
        if not may_attach(made):
            pytest.skip("strace may not look into a process here")
        yield made


@pytest.fixture
def place() -> Iterator[Path]:
    """A folder with a short name that another user can reach."""
    with open_to_all() as folder:
        yield folder
