"""The guide's pages as a test reads them: without the marks of Markdown, and taken apart."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bonddiary.system.resources import resource

HELP = resource("help")
FOLDER = HELP / "guide"
PICTURES = HELP / "pictures"

_PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)]*)\)")
_LINK = re.compile(r"(?<!!)\[([^\]]*)\]\(([^)]*)\)")
_BOLD = re.compile(r"\*\*(.+?)\*\*")
_CODE = re.compile(r"`[^`]*`")
_MARKER = re.compile(r"^(?:#+|-|\d+\.)\s+")
_TABLE_LINE = re.compile(r"^\|[\s|:-]+\|$")
_KEYS = re.compile(r"(?:(?:Ctrl|Shift|Alt)\+)+(?:[A-Za-z]+|[^\s\w])?\d?|\bF\d+\b")


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the guide, or its table of contents."""

    path: Path

    @property
    def text(self) -> str:
        """As it is written."""
        return self.path.read_text(encoding="utf-8")

    @property
    def titles(self) -> list[str]:
        """Its headings of the first rank."""
        return re.findall(r"^# (.+)$", self.text, re.MULTILINE)

    @property
    def parts(self) -> list[str]:
        """Its headings of the second rank."""
        return re.findall(r"^## (.+)$", self.text, re.MULTILINE)

    @property
    def pictures(self) -> list[tuple[str, str]]:
        """Words and file of every picture."""
        return _PICTURE.findall(self.text)

    @property
    def links(self) -> list[str]:
        """Where its links lead."""
        return [where for _words, where in _LINK.findall(self.text)]

    @property
    def bold(self) -> list[str]:
        """The names from the interface."""
        return _BOLD.findall(self.text)

    @property
    def keys(self) -> set[str]:
        """The shortcuts it names."""
        return set(_KEYS.findall(_CODE.sub("", self.text)))

    @property
    def paragraphs(self) -> list[str]:
        """What is read, paragraph by paragraph, names in bold kept as words; each ends as a sentence does."""
        return [_ended(line) for line in self._lines(keep=True)]

    @property
    def sentences_without_names(self) -> list[str]:
        """The same with a small word for each name of the interface, whose capitals are its own."""
        return [_ended(line) for line in self._lines(keep=False)]

    def _lines(self, *, keep: bool) -> Iterator[str]:
        for written in self.text.splitlines():
            line = written.strip()
            if line and not _TABLE_LINE.match(line):
                plain = _PICTURE.sub(r"\1", _MARKER.sub("", line))
                plain = _LINK.sub(r"\1" if keep else "it", plain)
                plain = _BOLD.sub(r"\1" if keep else _small, _CODE.sub("it", plain))
                yield from (cell.strip() for cell in plain.strip("|").split("|") if cell.strip())


def _small(name: re.Match[str]) -> str:
    """In place of a name; its stop ends the sentence still."""
    return "it." if name[1].endswith(".") else "it"


def _ended(line: str) -> str:
    return line if line[-1] in ".!?…:" else f"{line}."


def listed() -> list[dict[str, object]]:
    """The rows of guide.toml."""
    rows: list[dict[str, object]] = tomllib.loads((HELP / "guide.toml").read_text(encoding="utf-8"))["page"]
    return rows


def pages() -> list[Page]:
    """Every page, in the order of the list."""
    return [Page(FOLDER / str(row["file"])) for row in listed()]


CONTENTS = Page(FOLDER / "README.md")
ALL = [*pages(), CONTENTS]
