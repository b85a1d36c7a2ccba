"""`dev.py release [FOLDER]`: looks at all that a release ships, with every checking tool that is on this computer.

FOLDER (dist, if none is given) holds what was built. For each check one line: fine, a fault, something that is to be done before
a release, or "not checked" and why. Nothing that could not be looked at is passed over in silence. Exit code 1 is a fault.
"""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from environment import ROOT
from outcomes import Check, Given, Outcome, State
from release_checks import CHECKS
from shared.metadata import load


def main(arguments: list[str]) -> int:
    """Returns the exit code."""
    folder = Path(arguments[0]) if arguments else ROOT / "dist"
    with tempfile.TemporaryDirectory() as scratch:
        outcomes = list(look(CHECKS, Given(load(), folder.resolve(), Path(scratch))))
    print(summary(outcomes))
    return 1 if any(each.state is State.FAULT for each in outcomes) else 0


def look(checks: tuple[Check, ...], given: Given) -> Iterator[Outcome]:
    """Makes every check, even after one has found a fault, and prints each line as it comes."""
    for check in checks:
        try:
            found = list(check(given))
        except Exception as error:  # noqa: BLE001  # a check that breaks has not found things fine
            found = [
                Outcome(check.__name__.replace("_", " "), State.FAULT, f"{type(error).__name__}: {error}")
            ]
        for each in found:
            print(each.line(), flush=True)
            yield each


def summary(outcomes: list[Outcome]) -> str:
    """The last line."""
    counts = ((state, sum(each.state is state for each in outcomes)) for state in State)
    return "\n" + ", ".join(f"{count} {state.value}" for state, count in counts) + "."


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
