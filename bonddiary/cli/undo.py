"""`bonddiary undo`: takes back the newest command."""

from argparse import ArgumentParser, Namespace

from bonddiary.cli.codes import DONE, REFUSED
from bonddiary.cli.command import Call, Command
from bonddiary.cli.terminal import say, say_problem


def add_arguments(parser: ArgumentParser) -> None:
    """It takes none."""


def run(call: Call, given: Namespace) -> int:
    """Says what was taken back, in words."""
    from bonddiary.content.loader import load_catalog
    from bonddiary.diary.titles import title_words

    catalog = load_catalog()
    with call.diary() as diary:
        title = diary.undo()
        own = diary.words()
    if title is None:
        say_problem("There is nothing to undo.")
        return REFUSED
    say(f"Undone: {title_words(title, catalog, own)}")
    return DONE


COMMAND = Command("undo", "take back what was done last", add_arguments, run)
