"""The parser of all commands, and what stands before them."""

from argparse import ArgumentParser, ArgumentTypeError
from pathlib import Path
from typing import NoReturn

from bonddiary.cli.codes import BAD_USAGE
from bonddiary.cli.terminal import one_line


class Parser(ArgumentParser):
    """argparse, with its complaints as one sentence."""

    def error(self, message: str) -> NoReturn:
        sentence = f"{message[:1].upper()}{message[1:]}".rstrip(".")
        self.exit(BAD_USAGE, one_line(f"{sentence}. “{self.prog} --help” shows how it is written.") + "\n")


def folder(text: str) -> Path:
    """A folder's name; an empty one (an unset variable) would quietly be the current folder."""
    if not text.strip():
        raise ArgumentTypeError("give the name of a folder")
    return Path(text)
