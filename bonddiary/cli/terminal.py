"""What the commands say on a terminal: plain lines, one for each thing."""

import os
import re
import sys
from io import TextIOWrapper
from textwrap import fill

_QUOTED = re.compile(r"“([^”]{200})[^”]+”")
WIDTH = 88
"""Letters in a line of a paragraph."""


def say(text: str) -> None:
    """One line on standard output."""
    print(one_line(text))


def say_paragraph(text: str, before: str = "") -> None:
    """A longer text on lines of its own, `before` standing at the head of the first."""
    for line in fill(text, WIDTH, initial_indent=before, subsequent_indent=" " * len(before)).splitlines():
        say(line)


def flush() -> None:
    """Puts out at once what was said, also where it goes through a pipe."""
    sys.stdout.flush()


def say_problem(text: str) -> None:
    """One sentence on standard error; what was typed and stands in it is cut where it is very long."""
    print(one_line(_QUOTED.sub(r"“\1…”", text)), file=sys.stderr)


def one_line(text: str) -> str:
    """The text without line ends and control characters: an imported note may hold a terminal's commands."""
    return "".join(letter if letter.isprintable() else " " for letter in text)


def tolerate_odd_letters() -> None:
    """A terminal that lacks a letter shows another one, where Python would stop."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def forget_output() -> None:
    """The reader is gone (`bonddiary list | head`): nothing more is written, at exit neither."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
