"""`bonddiary ask`: keeps a question for the next visit."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from bonddiary.cli.arguments import add_baby, words
from bonddiary.cli.babies import find_baby, new_baby
from bonddiary.cli.codes import DONE
from bonddiary.cli.command import Call, Command
from bonddiary.cli.terminal import say
from bonddiary.domain.ids import QuestionId, new_id
from bonddiary.domain.visit import Question, asked


def add_arguments(parser: ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument(
        "question", nargs="+", type=words, metavar="QUESTION", help="what you want to ask, in your own words"
    )
    add_baby(parser)


def run(call: Call, given: Namespace) -> int:
    """Saves the question and says so once it is on the disk."""
    text, today = asked(" ".join(given.question)), call.clock().day
    with call.diary(make=True) as diary:
        found = find_baby(call, diary, given.baby)
        baby = found or new_baby(given.baby)
        question = Question(id=QuestionId(new_id()), baby=baby.id, text=text, asked_on=today)
        diary.add(question, *(() if found else (baby,)))
    say("Saved. It is in the list of questions.")
    return DONE


COMMAND = Command("ask", "keep a question for the next visit", add_arguments, run)
