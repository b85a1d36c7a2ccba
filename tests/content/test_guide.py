"""The guide's list and its files: what is read, what is refused, and what is shipped."""

import re
from pathlib import Path

import pytest

from bonddiary.content.guide import load_guide
from bonddiary.domain.errors import ContentError

LINK = re.compile(r"!?\[[^\]]*\]\(([^)]+)\)")


def write(folder: Path, listed: str, **pages: str) -> Path:
    (folder / "guide").mkdir()
    (folder / "guide.toml").write_text(listed, encoding="utf-8")
    for name, markdown in pages.items():
        (folder / "guide" / f"{name}.md").write_text(markdown, encoding="utf-8")
    return folder


def row(key: str, *places: str) -> str:
    named = ", ".join(f'"{place}"' for place in places)
    return f'[[page]]\nkey = "{key}"\nfile = "{key}.md"\nplaces = [{named}]\n'


class TestReading:
    def test_pages_come_in_the_order_of_the_list(self, tmp_path: Path) -> None:
        folder = write(tmp_path, row("two") + row("one", "log", "tips"), one="# One\n\nText.", two="# Two")
        guide = load_guide(folder)
        assert [(page.key, page.title, page.places) for page in guide.pages] == [
            ("two", "Two", ()),
            ("one", "One", ("log", "tips")),
        ]
        assert guide.pages[1].markdown == "# One\n\nText."

    def test_a_topic_is_a_place_or_a_key_and_else_the_first_page(self, tmp_path: Path) -> None:
        folder = write(tmp_path, row("one") + row("two", "log"), one="# One", two="# Two")
        guide = load_guide(folder)
        assert [guide.about(topic).key for topic in ("log", "two", "one", "", "nowhere")] == [
            "two",
            "two",
            "one",
            "one",
            "one",
        ]

    def test_links_lead_to_pages_by_their_files(self, tmp_path: Path) -> None:
        guide = load_guide(write(tmp_path, row("one"), one="# One"))
        found = [guide.linked(link) for link in ("one.md", "../guide/one.md#part", "two.md", "")]
        assert [page.key if page else "" for page in found] == ["one", "one", "", ""]

    @pytest.mark.parametrize(
        ("listed", "page", "said"),
        [
            ("", "# One", "at least one"),
            ("[[page]]\nkey = 3", "# One", "expected key, file"),
            (row("one") + row("one"), "# One", "key: one: expected once"),
            (row("one", "log", "log"), "# One", "places: log: expected once"),
            (row("one"), "One", "# Title"),
            (row("two"), "# One", "can’t be read"),
            ("[[page", "# One", "can’t be read"),
        ],
    )
    def test_what_is_wrong_is_said_with_its_file(
        self, tmp_path: Path, listed: str, page: str, said: str
    ) -> None:
        with pytest.raises(ContentError, match=re.escape(said)):
            load_guide(write(tmp_path, listed, one=page))

    def test_without_a_list_it_is_said(self, tmp_path: Path) -> None:
        with pytest.raises(ContentError, match="can’t be read"):
            load_guide(tmp_path)


class TestShipped:
    def test_every_link_leads_to_a_page(self) -> None:
        guide = load_guide()
        links = [
            (page.key, link)
            for page in guide.pages
            for link in LINK.findall(page.markdown)
            if link.partition("#")[0].endswith(".md")
        ]
        assert len(guide.pages) >= 18
        assert len(links) > 10
        assert [link for link in links if guide.linked(link[1]) is None] == []

    def test_every_page_has_one_title_and_parts(self) -> None:
        for page in load_guide().pages:
            heads = [line for line in page.markdown.splitlines() if line.startswith("#")]
            assert [line for line in heads if line.startswith("# ")] == [f"# {page.title}"]
            assert any(line.startswith("## ") for line in heads), page.key
