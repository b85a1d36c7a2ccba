"""Wording lint: what the window, the commands and the errors say is held to the same words as the content.

Every text in bonddiary/ that reads like words for people is looked at, wherever it stands: in tr(), in help texts of commands,
in errors, in chart sentences. Left out are docstrings, types, regular expressions and the modules named below.
"""

import ast
import re
import sys
from collections.abc import Iterator

import tree
from bonddiary.content.wording import (
    banned_words,
    default_parent,
    inner_capitals,
    parents_alone,
    typed_marks,
)

NOT_WORDS = {
    "bonddiary/content/wording.py": "the lists of banned words themselves",
    "bonddiary/ui/theme/stylesheet.py": "a stylesheet",
    "bonddiary/report/html_look.py": "a stylesheet, and what a browser may fetch",
    "bonddiary/charts/vector.py": "styles of an SVG",
}
"""Modules whose texts nobody reads, and why."""
ALLOWED = {
    "on this computer only": "says where, and belittles nothing",
    "Control Z to undo": "the key’s name, for screen readers",
}
"""Phrases that hold a banned word and may, and why. What the program does not do is said in about.toml, not in code."""
NAMES = (
    # the program, its places, and its own names for things in the window
    "Bond Diary", "Log", "Timeline", "Patterns", "Tips", "Report", "Phrasebook", "Catch up", "Settings", "Likely now", "Edit menu",
    "Get help",
    # what is named after other people and programs
    "Apache License", "SIL Open Font License", "Python Software Foundation License", "Atkinson Hyperlegible Next", "Noto",
    "Baby Connect", "Qt", "Python", "Matplotlib", "Europe/London",
    # keys, a language, and somebody in the made-up diary
    "Space", "Page Down", "Caps Lock", "English", "Grandma",
    # services that share folders
    "Google Drive", "iCloud Drive",
)  # fmt: skip
"""Keep their capitals inside a sentence."""
LEAST = 500
"""A check that sees fewer texts has looked in the wrong place."""

_PROSE = re.compile(r"(?=.*[A-Za-z]{3})(?:.*\S +\S|[^\w]*[A-Z][a-z])", re.DOTALL)
_STATEMENT = re.compile(r"(?:SELECT|PRAGMA|BEGIN) ")
"""SQL."""
_CODE = re.compile(r"(?<!\w)--[a-z][a-z-]*|[\w-]+=\"[^\"]*\"")
"""Options of commands, and attributes of HTML and SVG."""
TRANSLATED = ("tr", "translate")
_TYPES = ("annotation", "returns")


def main() -> int:
    """Returns the exit code."""
    problems, seen = [], 0
    for path, module, _text in tree.python_files(tree.ROOT, ["bonddiary"]):
        for line, said in shown(module) if path not in NOT_WORDS else ():
            seen += 1
            problems += [f"{path}:{line}: {problem}: {said!r}" for problem in wrong(said)]
    if 0 < seen < LEAST:
        problems.append(f"{seen} texts seen, fewer than {LEAST}: the check looked in the wrong place")
    return tree.report(problems, seen, "texts")


def shown(module: ast.Module) -> Iterator[tuple[int, str]]:
    """Line and words of every text that reads like words for people; {} stands for what is filled in."""
    unread = {id(node) for part in ast.walk(module) for node in _unread(part)}
    asked = {id(node) for part in ast.walk(module) for node in _translated(part)}
    for node in ast.walk(module):
        said = "" if id(node) in unread else _said(node)
        if (_PROSE.match(said) or id(node) in asked) and not _STATEMENT.match(said):
            yield getattr(node, "lineno", 0), said


def _said(node: ast.AST) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(_said(part) if isinstance(part, ast.Constant) else "{}" for part in node.values)
    return ""


def _unread(node: ast.AST) -> Iterator[ast.AST]:
    """What is no text of its own in this node: docstrings, types, patterns, the parts of a text put together."""
    if isinstance(node, ast.Expr):
        yield node.value
    if isinstance(node, ast.JoinedStr):
        yield from (part for part in node.values if isinstance(part, ast.Constant))
    for name in _TYPES:
        if (noted := getattr(node, name, None)) is not None:
            yield from ast.walk(noted)
    if isinstance(node, ast.Call) and ast.unparse(node.func) in ("re.compile", "cast", "Signal", "Slot"):
        yield from (part for argument in node.args for part in ast.walk(argument))


def _translated(node: ast.AST) -> Iterator[ast.AST]:
    """The texts of a tr() or translate() call: words, however short."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in TRANSLATED:
        yield from (part for part in node.args if _said(part))


def wrong(said: str) -> Iterator[str]:
    """What a text does that the interface does without."""
    text = _CODE.sub("", said.replace("&", ""))
    for phrase in ALLOWED:
        text = text.replace(phrase, "")
    for word in banned_words(text):
        yield f"“{word}” judges, or claims too much"
    for mark in typed_marks(text):
        yield f"typographic marks (’ “ ” … –) instead of {mark}"
    for word in inner_capitals(text, NAMES):
        yield f"sentence case, but “{word}” has a capital"
    if word := default_parent(text):
        yield f"every kind of parent or carer, not “{word}” alone"
    if word := parents_alone(text):
        yield f"“parent or carer”, not “{word}” alone"


if __name__ == "__main__":
    sys.exit(main())
