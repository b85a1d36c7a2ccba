"""What every target says of the program, read from pyproject.toml and CHANGELOG.md: nothing is written twice."""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
VERSION_LINE = re.compile(r'^__version__ = "([^"]+)"$', re.MULTILINE)
RELEASE = re.compile(
    r"^## (?P<version>\d+\.\d+\.\d+) \((?P<when>\d{4}-\d{2}-\d{2}|not yet released)\)$", re.MULTILINE
)
ITEM = re.compile(r"^- (.+?)(?=^- |\Z)", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Release:
    """One heading of the changelog."""

    version: str
    day: str
    """As 2026-11-16; blank while it is not released."""
    items: tuple[str, ...]


@dataclass(frozen=True)
class App:
    """The program as desktops and stores name it."""

    command: str
    id: str
    name: str
    generic_name: str
    summary: str
    description: tuple[str, ...]
    keywords: tuple[str, ...]
    archive_type: str
    archive_name: str
    archive_suffix: str
    developer: str
    licence: str
    version: str
    releases: tuple[Release, ...]


def load() -> App:
    """Raises KeyError or ValueError where something is missing."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    told = project["tool"]["bonddiary"]
    version = VERSION_LINE.search((ROOT / "bonddiary" / "__init__.py").read_text(encoding="utf-8"))
    if version is None:
        raise ValueError("bonddiary/__init__.py names no version")
    return App(
        command=project["project"]["name"],
        id=told["id"],
        name=told["name"],
        generic_name=told["generic-name"],
        summary=told["summary"],
        description=tuple(told["description"]),
        keywords=tuple(told["keywords"]),
        archive_type=told["archive-type"],
        archive_name=told["archive-name"],
        archive_suffix=told["archive-suffix"],
        developer=project["project"]["authors"][0]["name"],
        licence=project["project"]["license"],
        version=version.group(1),
        releases=releases((ROOT / "CHANGELOG.md").read_text(encoding="utf-8")),
    )


def releases(changelog: str) -> tuple[Release, ...]:
    """Every release with its lines, the newest first."""
    parts = list(RELEASE.finditer(changelog))
    ends = [part.start() for part in parts[1:]] + [len(changelog)]
    return tuple(
        Release(
            version=part["version"],
            day="" if part["when"] == "not yet released" else part["when"],
            items=tuple(" ".join(item.split()) for item in ITEM.findall(changelog[part.end() : end])),
        )
        for part, end in zip(parts, ends, strict=True)
    )
