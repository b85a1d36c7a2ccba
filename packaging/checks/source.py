"""Source lint for what ruff does not know: texts for translators, stubs, addresses that no file may hold. (Words: words.py.)"""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import tree

STUBS = re.compile(r"\b(NotImplemented[E]rror|TO[D]O|FIX[M]E|X[X]X)\b")
ADDRESSES = {
    "the address of a package registry": re.compile(
        r"\b(py[p]i|pytho[n]hosted|np[m]js|anacon[d]a|cra[t]es)\.(org|com|io)\b", re.IGNORECASE
    ),
    "a path of one machine": re.compile(r"(?<![\w.~}/-])/(ho[m]e|Us[e]rs|ro[o]t)/\w"),
}


def main(root: Path = tree.ROOT) -> int:
    """Returns the exit code."""
    modules = list(tree.python_files(root))
    problems = [problem for path, module, text in modules for problem in in_module(path, module, text)]
    problems += [problem for path, text in tree.text_files(root) for problem in addresses(path, text)]
    return tree.report(problems, len(modules), "modules")


def in_module(path: str, module: ast.Module, text: str) -> Iterator[str]:
    """One sentence for each stub and untranslatable text."""
    for number, line in enumerate(text.splitlines(), 1):
        if stub := STUBS.search(line):
            yield f"{path}:{number}: {stub[0]} left behind: finish it or leave it out"
    for call in (node for node in ast.walk(module) if isinstance(node, ast.Call)):
        yield from (f"{path}:{call.lineno}: {problem}" for problem in in_words(call))


def in_words(call: ast.Call) -> Iterator[str]:
    """What is wrong with the texts of a tr() or translate() call; nothing for other calls."""
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    if name not in ("tr", "translate"):
        return
    for argument in call.args:
        if is_built(argument):
            yield f"{name}() needs a plain text: translators would see the code in it"


def is_built(argument: ast.expr) -> bool:
    """Whether a text is put together there: an f-string, `"…" + x`, `"…" % x` or `"…".format(x)`."""
    if isinstance(argument, ast.BinOp):
        return isinstance(argument.op, ast.Add | ast.Mod)
    function = argument.func if isinstance(argument, ast.Call) else None
    return isinstance(argument, ast.JoinedStr) or getattr(function, "attr", "") == "format"


def addresses(path: str, text: str) -> Iterator[str]:
    """One sentence for each line that names a registry or a folder of one machine."""
    for number, line in enumerate(text.splitlines(), 1):
        for what, pattern in ADDRESSES.items():
            if pattern.search(line):
                yield f"{path}:{number}: {what}: {line.strip()[:80]}"


if __name__ == "__main__":
    sys.exit(main())
