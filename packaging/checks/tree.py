"""The checkout's files, as the checks see them."""

import ast
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
CODE = ("bonddiary", "tests", "packaging")
NOT_OURS = {".dev", ".git", "__pycache__", "dist", "build", ".venv", ".hypothesis"}
TEXT = {"", ".html", ".json", ".md", ".py", ".sh", ".svg", ".toml", ".ts", ".txt", ".typ", ".yml"}


def python_files(root: Path, folders: Iterable[str] = CODE) -> Iterator[tuple[str, ast.Module, str]]:
    """Every module: its path from `root` with forward slashes, its syntax tree and its text."""
    for folder in folders:
        for path in sorted((root / folder).rglob("*.py")):
            if NOT_OURS.isdisjoint(path.relative_to(root).parts):
                text = path.read_text(encoding="utf-8")
                yield path.relative_to(root).as_posix(), ast.parse(text, str(path)), text


def text_files(root: Path) -> Iterator[tuple[str, str]]:
    """Every file of words or code in the checkout: its path from `root`, and its text."""
    for path in sorted(root.rglob("*")):
        if path.suffix in TEXT and NOT_OURS.isdisjoint(path.relative_to(root).parts) and path.is_file():
            yield path.relative_to(root).as_posix(), path.read_text(encoding="utf-8", errors="replace")


def report(problems: Iterable[str], seen: int, of_what: str) -> int:
    """Print what was found. Returns the exit code; a check that saw no file has failed too."""
    found = list(problems)
    print("\n".join(found) if found else f"{seen} {of_what}: fine")
    if seen == 0:
        print(f"no {of_what} seen: the check looked in the wrong place", file=sys.stderr)
    return 1 if found or seen == 0 else 0
