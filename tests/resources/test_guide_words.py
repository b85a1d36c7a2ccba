"""The guide says what the program says: its names, keys, links and pictures are there, and its words are kind and short."""

import re
import tomllib
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtGui import QImage, QKeySequence

import tree
import words
from bonddiary.content.loader import content_folder
from bonddiary.content.readability import HARDEST, readability_index, too_long
from bonddiary.content.wording import (
    banned_words,
    default_parent,
    denied,
    inner_capitals,
    parents_alone,
    typed_marks,
)
from bonddiary.ui.actions import ROWS
from bonddiary.ui.models.chart_names import NAMES as CHARTS
from bonddiary.ui.pages.page import Place
from tests.resources.guide_pages import ALL, CONTENTS, FOLDER, PICTURES, Page, listed, pages

PAGES = pages()
BY_KEY = {str(row["key"]): page for row, page in zip(listed(), PAGES, strict=True)}
ITSELF = "guide"
"""The place where the guide is read: from there F1 goes on to Get help."""
PAGE_KEYS = {
    "Tab", "Shift+Tab", "Shift+F10", "F2", "Up", "Down", "Shift+Up", "Shift+Down", "Left", "Right", "Home",
    "End", "Page Down", "Page Up", "Enter", "Space", "Delete", "Esc", "1 to 4", "1 to 9", "Arrow keys",
}  # fmt: skip
"""Keys that pages take themselves. Those of the menus are asked for by name."""
NAMES = (
    *words.NAMES,
    "Get help", "About Bond Diary", "About", "Lock", "Undo", "Delete", "File menu", "View menu", "Help menu",
    "Ctrl", "Shift", "Alt", "Enter", "Esc", "Home", "End", "Page Up", "Up", "Down", "Left", "Right", "Tab", "Mac",
    "Command key", "Dropbox",
)  # fmt: skip
MOST_BYTES = 3_000_000
"""Of all pictures: the guide ships with the program."""
WIDEST = 1000
PROMISES = {
    "acknowledged means kept": ("backups", "A crash, a flat battery or a full disk takes nothing that was called saved"),
    "damage is noticed": ("backups", "It never shows you an empty diary as if nothing had been"),
    "copies are checked": ("backups", "Each copy is opened and compared with the diary before it counts"),
    "lost ways in": ("passphrase", "If the passphrase and the recovery key are both lost, the diary can’t be opened"),
    "erased means erased": ("erasing", "It goes from the diary, from its copies on this computer"),
    "nothing lies about": ("privacy", "The log holds no names and no notes. A crash leaves no memory on the disk"),
    "no network": ("privacy", "Bond Diary opens no connection at all"),
    "two windows": ("two-carers", "If you start Bond Diary twice, the window that is open comes forward"),
    "shared folders": ("two-carers", "If it is in one, Bond Diary says so"),
    "time": ("log", "When the clocks change or you travel, each entry keeps the time it had"),
    "old and new": ("backups", "A newer Bond Diary opens every diary of an older one"),
    "hostile text": ("log", "What you type is kept as you typed it, or the page says why it can’t be"),
    "files are not locked": ("report", "A saved page is not locked, even when your diary is"),
}  # fmt: skip
"""What the README promises, and where the guide says it."""


def name_of(page: Page) -> str:
    """For the test's name."""
    return page.path.name


@cache
def said_by_the_program() -> frozenset[str]:
    """Every text of the window and of the content."""
    said = {
        text
        for path, module, _ in tree.python_files(tree.ROOT, ["bonddiary"])
        if path not in words.NOT_WORDS
        for _line, text in words.shown(module)
    }
    said |= {row.text for row in ROWS}
    for file in content_folder().glob("**/*.toml"):
        said |= set(_texts(tomllib.loads(file.read_text(encoding="utf-8"))))
    assert len(said) > words.LEAST
    return frozenset(text.replace("&", "") for text in said)


def _texts(value: object) -> list[str]:
    if isinstance(value, dict):
        return [text for each in value.values() for text in _texts(each)]
    if isinstance(value, list):
        return [text for each in value for text in _texts(each)]
    return [value] if isinstance(value, str) else []


@cache
def menu_keys() -> frozenset[str]:
    """Of every menu item, as Qt writes them."""
    return frozenset(_portable(keys) for row in ROWS for keys in row.keys)


def _portable(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.PortableText)


def first_cells(page: Page) -> list[str]:
    """The keys of each row of its tables."""
    rows = re.findall(r"^\| ([^|]+?) \|", page.text, re.MULTILINE)
    return [
        key
        for row in rows
        if row not in ("Keys", "---")
        for key in row.replace("Ctrl+,", "Ctrl+comma").split(", ")
    ]


def test_every_page_is_listed_once() -> None:
    files = {path.name for path in FOLDER.glob("*.md")}
    assert files == {page.path.name for page in ALL}
    assert len(BY_KEY) == len(listed()) >= 18
    assert all(page.path.stem == key for key, page in BY_KEY.items())


def test_every_place_has_a_page() -> None:
    places = [place for row in listed() for place in row["places"]]  # type: ignore[attr-defined]
    assert sorted(places) == sorted(place.value for place in Place if place.value != ITSELF)


@pytest.mark.parametrize("page", ALL, ids=name_of)
def test_a_page_has_one_title_and_something_to_read(page: Page) -> None:
    assert len(page.titles) == 1
    assert page.text.startswith("# ")
    assert len(page.paragraphs) > 3
    assert len(set(page.parts)) == len(page.parts)
    assert not re.search(r"^#{3,}", page.text, re.MULTILINE), "headings of two ranks"


@pytest.mark.parametrize("page", ALL, ids=name_of)
def test_links_lead_somewhere(page: Page) -> None:
    for where in page.links:
        assert "://" not in where, "the guide works without the internet"
        assert (FOLDER / where).resolve().exists(), where


def test_contents_lead_to_every_page() -> None:
    assert [where for where in CONTENTS.links if where.endswith(".md")] == [page.path.name for page in PAGES]


@pytest.mark.parametrize("page", ALL, ids=name_of)
def test_pictures_are_there_by_day_and_by_night_and_have_words(page: Page) -> None:
    for said, where in page.pictures:
        file = FOLDER / where
        assert len(said.split()) >= 6, f"{where} says too little to those who can’t see it"
        assert file.name.endswith("-day.png")
        for there in (file, file.with_name(file.name.replace("-day.png", "-night.png"))):
            image = QImage(str(there))
            assert not image.isNull(), there
            assert image.width() <= WIDEST, there


def test_no_picture_is_left_over_and_all_are_small() -> None:
    used = {Path(where).name for page in ALL for _said, where in page.pictures}
    there = list(PICTURES.glob("*"))
    assert {file.name.replace("-night.png", "-day.png") for file in there} == used
    assert sum(file.stat().st_size for file in there) < MOST_BYTES


@pytest.mark.parametrize("page", ALL, ids=name_of)
def test_names_in_bold_are_the_programs_own(page: Page) -> None:
    assert [name for name in page.bold if name not in said_by_the_program()] == []


@pytest.mark.parametrize("page", ALL, ids=name_of)
def test_keys_are_the_programs_own(page: Page) -> None:
    assert {key for key in page.keys if key not in PAGE_KEYS and _portable(key) not in menu_keys()} == set()


def test_the_page_of_shortcuts_names_every_key_and_no_other() -> None:
    told = [key.replace("Ctrl+comma", "Ctrl+,") for key in first_cells(BY_KEY["shortcuts"])]
    assert {_portable(key) for key in told if key not in PAGE_KEYS} == menu_keys()
    assert set(told) >= PAGE_KEYS


@pytest.mark.parametrize("row", [row for row in ROWS if row.keys], ids=lambda row: row.does)
def test_shortcuts_are_told_by_the_menus_names(row: object) -> None:
    from bonddiary.ui.actions import ActionRow

    assert isinstance(row, ActionRow)
    assert row.text.replace("&", "") in BY_KEY["shortcuts"].bold or row.does in (
        "next_region",
        "previous_region",
    )


@pytest.mark.parametrize("page", ALL, ids=name_of)
def test_words_are_kind_short_and_easy(page: Page) -> None:
    for said in page.paragraphs:
        assert [word for word in banned_words(said) if not denied(said, word)] == [], said
        assert list(typed_marks(said)) == [], said
        assert too_long(said) is None, said
        assert not default_parent(said), said
        assert not parents_alone(said), said
    for said in page.sentences_without_names:
        assert list(inner_capitals(said, NAMES)) == [], said
    assert readability_index(" ".join(page.paragraphs)) <= HARDEST


@pytest.mark.parametrize("page", ALL, ids=name_of)
def test_headings_are_in_sentence_case(page: Page) -> None:
    for heading in (*page.titles, *page.parts):
        assert list(inner_capitals(heading, NAMES)) == [], heading


def test_every_chart_has_its_part() -> None:
    assert [part for part in BY_KEY["patterns"].parts if part in CHARTS.values()] == list(CHARTS.values())


def test_every_release_has_its_part() -> None:
    released = re.findall(
        r"^## (\S+)", (tree.ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert released
    assert BY_KEY["whats-new"].parts == released


@pytest.mark.parametrize("promise", PROMISES)
def test_every_promise_stands_in_the_guide(promise: str) -> None:
    key, sentence = PROMISES[promise]
    assert sentence in " ".join(BY_KEY[key].paragraphs)


def test_the_readme_leads_to_the_guide() -> None:
    assert "(resources/help/guide/README.md)" in (tree.ROOT / "README.md").read_text(encoding="utf-8")
