"""The parser of all commands, and what stands before them."""

import os
from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import NoReturn

from bonddiary.cli.codes import BAD_USAGE
from bonddiary.cli.terminal import one_line

WITH_VALUE = ("--data-dir", "--passphrase-fd")
ENDINGS = (".jsonl", ".csv")


class Parser(ArgumentParser):
    """argparse, with its complaints as one sentence."""

    def error(self, message: str) -> NoReturn:
        sentence = f"{message[:1].upper()}{message[1:]}".rstrip(".")
        self.exit(BAD_USAGE, one_line(f"{sentence}. “{self.prog} --help” shows how it is written.") + "\n")


def with_files(argv: Sequence[str], commands: Collection[str]) -> list[str]:
    """The words as they were given; files without a command are put behind `open`.

    A word that is a command stays one, also where a file has its name: that file is given as ./NAME. A word that is
    neither is a file where one is there, or where it is written like one; else it may be a mistyped command.
    """
    words = list(argv)
    place = 0
    while place < len(words) and words[place].partition("=")[0] in WITH_VALUE:
        place += 1 if "=" in words[place] else 2
    rest = words[place:]
    if not rest or rest[0] in commands or (rest[0] != "--" and not _is_file(rest[0])):
        return words
    files = rest[1:] if rest[0] == "--" else rest
    return [*words[:place], "open", "--", *files]


def _is_file(word: str) -> bool:
    if not word or word.startswith("-"):
        return False
    return os.sep in word or "/" in word or word.lower().endswith(ENDINGS) or Path(word).exists()


def folder(text: str) -> Path:
    """A folder's name; an empty one (an unset variable) would quietly be the current folder."""
    if not text.strip():
        raise ArgumentTypeError("give the name of a folder")
    return Path(text)
