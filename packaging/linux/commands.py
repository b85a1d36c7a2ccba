"""The manual page and what shells complete, made from the parser of the commands itself."""

import argparse
import os

from shared.metadata import App

SHELLS = ("bash", "zsh", "fish")


def parser() -> argparse.ArgumentParser:
    """The program's own, wrapped alike in every terminal."""
    os.environ["COLUMNS"] = "100"
    from bonddiary.cli.main import _parser

    return _parser()


def manual(app: App, day: str) -> str:
    """The manual page in section 1."""
    from argparse_manpage.manpage import Manpage

    ours = parser()
    for action in ours._actions:
        if isinstance(action, argparse._SubParsersAction):
            for each in action.choices.values():
                each.description = None  # its help says the same
    told = {
        "date": day,
        "project_name": app.name,
        "version": app.version,
        "manual_title": "User commands",
        "description": app.summary[0].lower() + app.summary[1:],
    }
    return str(Manpage(ours, told, format="single-commands-section"))


def completion(shell: str) -> str:
    """What one of SHELLS completes."""
    import shtab

    lines = shtab.complete(parser(), shell).splitlines()
    # its own words on how to install it by hand say nothing to a package
    begin = next(number for number, line in enumerate(lines) if number and not line.startswith("#"))
    head = lines[:1] if shell == "zsh" else []
    return "\n".join([*head, *lines[begin:]]) + "\n"
