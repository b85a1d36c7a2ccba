"""Modules of at most 350 lines and functions of at most 50: what is longer holds more than one idea."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import tree

LINES_A_MODULE = 350
LINES_A_FUNCTION = 50


def main(root: Path = tree.ROOT) -> int:
    """Returns the exit code."""
    modules = list(tree.python_files(root))
    problems = [problem for path, module, text in modules for problem in too_long(path, module, text)]
    return tree.report(problems, len(modules), "modules")


def too_long(path: str, module: ast.Module, text: str) -> Iterator[str]:
    """One sentence for the module and for each function in it that is over its limit."""
    lines = text.count("\n")
    if lines > LINES_A_MODULE:
        yield f"{path}: {lines} lines, more than {LINES_A_MODULE}"
    for node in ast.walk(module):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > LINES_A_FUNCTION:
                yield f"{path}:{node.lineno}: {node.name} has {lines} lines, more than {LINES_A_FUNCTION}"


if __name__ == "__main__":
    sys.exit(main())
