"""A web page read strictly, as a tree that tests can walk."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

from typing_extensions import override

VOID = {"meta", "br", "hr", "img", "link", "input", "wbr"}


@dataclass
class Element:
    """One element and what is inside it."""

    tag: str
    attributes: dict[str, str | None]
    inside: list["Element | str"] = field(default_factory=list)

    def all(self, *tags: str) -> list["Element"]:
        """Those below it, in reading order."""
        found = []
        for child in self.inside:
            if isinstance(child, Element):
                found += [child] if not tags or child.tag in tags else []
                found += child.all(*tags)
        return found

    @property
    def text(self) -> str:
        parts = (child if isinstance(child, str) else child.text for child in self.inside)
        return " ".join("".join(parts).split())

    def of(self, look: str) -> list["Element"]:
        return [each for each in self.all() if look in (each.attributes.get("class") or "").split()]


class Tree(HTMLParser):
    """Reads a page strictly: every element is closed, in order."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Element("", {})
        self.open = [self.root]
        self.comments: list[str] = []

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len({name for name, _ in attrs}) == len(attrs), f"twice the same attribute in {tag}"
        element = Element(tag, dict(attrs))
        self.open[-1].inside.append(element)
        if tag not in VOID:
            self.open.append(element)

    @override
    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].inside.append(Element(tag, dict(attrs)))

    @override
    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].tag == tag
        self.open.pop()

    @override
    def handle_data(self, data: str) -> None:
        self.open[-1].inside.append(data)

    @override
    def handle_comment(self, data: str) -> None:
        self.comments.append(data)


def parsed(text: str) -> Element:
    """The page; everything in it has to be closed in order, and there is no comment."""
    tree = Tree()
    tree.feed(text)
    tree.close()
    assert len(tree.open) == 1, "everything is closed"
    assert not tree.comments
    return tree.root
