"""Import contracts on submodules of libraries; import-linter (pyproject.toml) sees whole libraries only."""

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import tree


@dataclass(frozen=True, slots=True)
class Rule:
    """Modules that the files matching `files` may not import, nor anything below them."""

    name: str
    why: str
    files: str
    forbidden: tuple[str, ...]


RULES = (
    Rule(
        "pyplot",
        "pyplot is global state: make a Figure",
        "bonddiary/**/*.py",
        ("matplotlib.pyplot", "matplotlib.pylab", "pylab"),
    ),
    Rule(
        "network-submodules",
        "nothing opens a connection",
        "bonddiary/**/*.py",
        (
            *("PySide6.QtNetwork", "PySide6.QtNetworkAuth", "PySide6.QtWebSockets", "PySide6.QtHttpServer"),
            *("PySide6.QtWebEngineCore", "PySide6.QtWebEngineWidgets", "PySide6.QtRemoteObjects"),
            *("urllib.request", "logging.handlers.SocketHandler", "logging.handlers.HTTPHandler"),
            *("logging.handlers.SMTPHandler", "logging.handlers.DatagramHandler"),
        ),
    ),
    Rule(
        "presenter-widgets",
        "presenters build no widgets: what decides is tested without a window",
        "bonddiary/ui/pages/*/presenter.py",
        ("PySide6.QtWidgets", "PySide6.QtGui", "PySide6.QtSvgWidgets", "PySide6.QtPrintSupport"),
    ),
)


def main(root: Path = tree.ROOT) -> int:
    """Returns the exit code."""
    modules = list(tree.python_files(root, ["bonddiary"]))
    problems = [problem for path, module, _ in modules for problem in broken(path, module)]
    return tree.report(problems, len(modules), "modules")


def broken(path: str, module: ast.Module) -> Iterator[str]:
    """One sentence for each forbidden import in a module, with the name of its rule."""
    rules = [rule for rule in RULES if matches(path, rule.files)]
    for line, name in imported(module):
        for rule in rules:
            if any(f"{name}.".startswith(f"{forbidden}.") for forbidden in rule.forbidden):
                yield f"{path}:{line}: imports {name}; {rule.why} [{rule.name}]"


def matches(path: str, pattern: str) -> bool:
    """Whether a path is below the folder before `**`, or matches the pattern as it stands."""
    folder, deep, _ = pattern.partition("**/")
    return path.startswith(folder) if deep else PurePosixPath(path).match(pattern)


def imported(module: ast.Module) -> Iterator[tuple[int, str]]:
    """Line and full name of everything imported: `from a import b` counts as `a.b`."""
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


if __name__ == "__main__":
    sys.exit(main())
