"""`bonddiary privacy`: what is kept on this computer, who may read it, and that nothing is sent."""

from argparse import ArgumentParser, Namespace

from bonddiary.cli.codes import DONE, REFUSED
from bonddiary.cli.command import Call, Command
from bonddiary.cli.terminal import say, say_problem


def add_arguments(parser: ArgumentParser) -> None:
    """It takes none."""


def run(call: Call, given: Namespace) -> int:
    """Says the same as the privacy check under Settings. Exit code 1 where other people may read a file."""
    from bonddiary.system.privacy import look

    found = look(call.paths)
    for line in found.lines():
        say(line)
    if found.open_to_others:
        say_problem("Other accounts may read some of these. Change who may open them.")
    return REFUSED if found.open_to_others else DONE


COMMAND = Command(
    "privacy", "show what is on this computer, who may read it, and that nothing is sent", add_arguments, run
)
