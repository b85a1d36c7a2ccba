"""`bonddiary check-content`: what would be wrong, unkind or unsafe in the shipped content."""

from argparse import ArgumentParser, Namespace

from bonddiary.cli.codes import DONE, REFUSED
from bonddiary.cli.command import Call, Command
from bonddiary.cli.terminal import say, say_problem
from bonddiary.domain import wording


def add_arguments(parser: ArgumentParser) -> None:
    """It takes none."""


def run(call: Call, given: Namespace) -> int:
    """One line a problem: file, key and what was expected."""
    from bonddiary.content.check import check_content
    from bonddiary.content.guidance import load_tips
    from bonddiary.content.loader import content_folder, load_catalog

    problems = check_content(content_folder())
    for problem in problems:
        say_problem(str(problem))
    if problems:
        return REFUSED
    catalog = load_catalog()
    counts = (
        wording.counted(len(catalog.cues), "cue"),
        wording.counted(len(catalog.responses), "response"),
        wording.counted(len(catalog.outcomes), "outcome"),
        wording.counted(len(load_tips()), "tip"),
    )
    say(f"Nothing wrong: {wording.listed(list(counts))}.")
    return DONE


COMMAND = Command("check-content", "look for mistakes in the shipped words and tips", add_arguments, run)
