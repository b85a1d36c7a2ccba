"""`bonddiary check-content`: what would be wrong, unkind or unsafe in the shipped content."""

from argparse import ArgumentParser, Namespace

from bonddiary.cli.codes import DONE, REFUSED
from bonddiary.cli.command import Call, Command
from bonddiary.cli.terminal import say, say_problem


def add_arguments(parser: ArgumentParser) -> None:
    """Whether a release is to be made of it."""
    parser.add_argument(
        "--release",
        action="store_true",
        help="also refuse signs, countries, contacts and services looked up too long ago, and count what waits for a check",
    )


def run(call: Call, given: Namespace) -> int:
    """One line a problem: file, key and what was expected."""
    from bonddiary.content.check import ALL, check_content
    from bonddiary.content.counts import details, totals
    from bonddiary.content.loader import content_folder
    from bonddiary.content.reading import read_content

    folder = content_folder()
    problems = check_content(folder, call.clock().day if given.release else None)
    for problem in problems:
        say_problem(str(problem))
    if problems:
        return REFUSED
    content = read_content(folder, ALL)
    say(f"Nothing wrong: {totals(content)}.")
    if given.release:
        for line in details(content):
            say(f"  {line}")
    return DONE


COMMAND = Command("check-content", "look for mistakes in the shipped words and tips", add_arguments, run)
