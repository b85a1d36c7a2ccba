"""Reads the guide to the program: `resources/help/guide.toml` lists the pages, `guide/` holds them as Markdown."""

import tomllib
from pathlib import Path

from bonddiary.domain.errors import ContentError
from bonddiary.domain.guide import Guide, GuidePage
from bonddiary.system.resources import resource

LIST, PAGES = "guide.toml", "guide"


def load_guide(folder: Path | None = None) -> Guide:
    """All pages, in the order of the list. Raises ContentError."""
    folder = folder or resource("help")
    try:
        rows = tomllib.loads((folder / LIST).read_text(encoding="utf-8")).get("page", [])
        pages = tuple(_page(folder / PAGES, row) for row in rows)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as problem:
        raise ContentError(f"{LIST}: the guide can’t be read: {problem}") from problem
    if not pages:
        raise ContentError(f"{LIST}: expected at least one [[page]].")
    _check_once("key", [page.key for page in pages])
    _check_once("places", [place for page in pages for place in page.places])
    return Guide(pages)


def _page(folder: Path, row: dict[str, object]) -> GuidePage:
    key, name, places = row.get("key"), row.get("file"), row.get("places", [])
    if not (isinstance(key, str) and isinstance(name, str) and isinstance(places, list)):
        raise ContentError(f"{LIST}: {key}: expected key, file and, where it has some, a list of places.")
    file = folder / name
    markdown = file.read_text(encoding="utf-8")
    first = markdown.lstrip().partition("\n")[0]
    if not first.startswith("# "):
        raise ContentError(f"{name}: expected “# Title” in the first line.")
    return GuidePage(key, first[2:].strip(), markdown, file, tuple(map(str, places)))


def _check_once(what: str, values: list[str]) -> None:
    twice = sorted({value for value in values if values.count(value) > 1})
    if twice:
        raise ContentError(f"{LIST}: {what}: {', '.join(twice)}: expected once.")
