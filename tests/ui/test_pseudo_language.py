"""In a made-up language every word of content on screen is that language's: none is written into the program."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QTextBrowser,
    QWidget,
)
from pytestqt.qtbot import QtBot

from bonddiary.content import evidence, guidance
from bonddiary.content.loader import content_folder, load_catalog
from bonddiary.diary.diary import Diary
from bonddiary.domain.catalog import FAMILY_NAMES
from bonddiary.domain.ids import CueKey
from bonddiary.system.clock import Clock
from bonddiary.system.paths import Paths
from bonddiary.system.settings import Settings
from bonddiary.ui.models.tip_rows import RowKind
from bonddiary.ui.pages.help.page import HelpPage
from bonddiary.ui.pages.log.page import LogPage
from bonddiary.ui.pages.tips.page import TipsPage
from bonddiary.ui.pages.tips.presenter import TipsPresenter
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.words import Words
from tests.builders import ROBIN
from tests.pseudo import FIRST, LANGUAGE, LAST, MARKED, content_words, lay_pseudo_language, pseudo

WINDOW_WORDS = set(FAMILY_NAMES.values()) | {"Tips", "Cues", "Gaps are fine"}
"""What the window says in words of its own, and some cue, shelf or tip is called as well."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the content with the made-up language in it."""
    made = Path(shutil.copytree(content_folder(), tmp_path_factory.mktemp("pseudo") / "content"))
    assert lay_pseudo_language(made) > 3000
    return made


@pytest.fixture(scope="module")
def english(folder: Path) -> frozenset[str]:
    """What no page may show: the texts of content in English, without their full stops."""
    told = (text.rstrip(".") for text in content_words(folder))
    found = frozenset(text for text in told if sum(map(str.isalpha, text)) > 2) - WINDOW_WORDS
    assert len(found) > 2000
    return found


@pytest.fixture
def abroad(
    qapp: object, folder: Path, paths: Paths, diary: Diary, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> Session:
    """A session in the made-up language."""
    for module in (guidance, evidence):
        monkeypatch.setattr(module, "content_folder", lambda: folder)
    catalog = load_catalog(LANGUAGE, folder)
    made = Session(paths, lambda: diary, catalog, clock, Settings(first_run_done=True, country="england"))
    made.open()
    made.diary.add(ROBIN)
    return made


def shown(page: QWidget) -> Iterator[str]:
    """Every text of a page: what is seen, and what a screen reader says."""
    for each in (page, *page.findChildren(QWidget)):
        yield each.accessibleName()
        yield each.accessibleDescription()
        yield each.toolTip()
        if isinstance(each, Words):
            yield from each._said
        elif isinstance(each, QLabel | QAbstractButton):
            yield each.text()
        elif isinstance(each, QLineEdit):
            yield each.placeholderText()
        elif isinstance(each, QTextBrowser):
            yield each.toPlainText()
        elif isinstance(each, QComboBox):
            yield from (each.itemText(place) for place in range(each.count()))
        elif isinstance(each, QAbstractItemView):
            yield from _rows(each)


def _rows(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    for place in range(model.rowCount() if model is not None else 0):
        index = model.index(place, 0)
        for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            yield str(index.data(role) or "")


def left_over(texts: Iterator[str]) -> set[str]:
    """What isn't content's, by lines and clauses."""
    found: set[str] = set()
    for text in texts:
        assert text.count(FIRST) == text.count(LAST), text
        rest = MARKED.sub("\n", text)
        found |= {part.strip(" .,:;‘’“”…") for part in re.split(r"[\n·•]|\. |\N{LINE SEPARATOR}", rest)}
    return found - {""}


def is_clean(page: QWidget, english: frozenset[str]) -> set[str]:
    """Fails where a text of the English content is shown; returns what else isn't content's."""
    texts = [text for text in shown(page) if text]
    assert sum(FIRST in text for text in texts) > 20, "the page shows content"
    rest = left_over(iter(texts))
    assert rest & english == set()
    long = [text for text in english if len(text) > 14]
    assert not [(part, text) for part in rest for text in long if text in part]
    return rest


def test_the_made_up_language_keeps_places() -> None:
    assert pseudo("Call {emergency} now") == "⟦Cåll {emergency} nøw⟧"
    assert pseudo("Rooting", 7) == "⟦Røøtï⟧"


TIPS_WINDOW = re.compile(
    r"""\d+\ cues?(,\ \d+\ tips?)? | \d+\ tips? | Usual\ at\ 8\ weeks\ first | https?://\S+
    | often\ from\ (birth | \d+(\ weeks?|\ months?)?)(\ to\ \d+\ (weeks|months))?
    | (Looked\ up\ in\ public\ pages,\ last\ checked | Last\ looked\ at)\ \d+\ November\ 2026
    | Its\ name\ in\ the\ content\ files:\ tip-[a-z-]+
    | May\ stand\ beside\ charts\ about\ [a-z, ]+""",
    re.VERBOSE,
)
"""Words of the window with a number, a day or a key in them."""
TIPS_WORDS = {
    "All signs and phone numbers", "Another article", "Any meaning", "Any topic", "Ask about this at a visit", "Clear filters",
    "Clear what is looked for",
    "Copy this article", "Counts from your diary", "Crying", "Cues and tips", "Cues it belongs to", "Emergency", "All", "Face",
    "Find a cue or a tip", "Find: hands, cough, sleepy", "General knowledge, waiting for a check", "In your diary",
    "Kinds of meaning it belongs to", "Movement", "Noises", "Not for us: hide", "Not noted so far", "Not urgent",
    "Print this article", "Rests on", "Save", "Saved tips", "See everything", "Show", "Show these entries",
    "Sources", "The article is the same for every family", "Things families have tried", "Tips", "Tips that belong here",
    "Topic of tips", "Urgent advice", "What it may mean", "What you may see", "Where this comes from",
    "Why it may be shown", "‹ All tips",
}  # fmt: skip
"""Every other word of the window there: a new one is added here once it is sure that it isn't content's."""


class TestPages:
    def test_tips(self, qtbot: QtBot, abroad: Session, theme: Theme, english: frozenset[str]) -> None:
        page = TipsPage(abroad, theme)
        qtbot.addWidget(page)
        page.enter()
        rows = [row for row in page.presenter.state.rows if row.kind is not RowKind.SHELF]
        assert len(rows) > 300
        rest = is_clean(page, english)
        for row in rows[::6]:
            page.presenter.open(row.kind, row.key)
            rest |= is_clean(page, english)
        page.presenter.choose_shelf("tips")
        rest |= is_clean(page, english)
        assert {part for part in rest if not TIPS_WINDOW.fullmatch(part)} - TIPS_WORDS == set()

    def test_every_article_to_copy(self, abroad: Session, english: frozenset[str]) -> None:
        presenter = TipsPresenter(abroad, lambda _state: None)
        presenter.refresh()
        for row in presenter.state.rows:
            if row.kind is not RowKind.SHELF:
                presenter.choose(row.kind, row.key)
                assert left_over(iter([presenter.article_text()])) & english == set()

    def test_search_finds_its_words(self, abroad: Session, folder: Path) -> None:
        presenter = TipsPresenter(abroad, lambda _state: None)
        presenter.refresh()
        presenter.search("rooting")  # accents are forgiven
        assert presenter.state.rows[1].key == "rooting"

    def test_log(self, qtbot: QtBot, abroad: Session, theme: Theme, english: frozenset[str]) -> None:
        page = LogPage(abroad, theme)
        qtbot.addWidget(page)
        page.enter()
        is_clean(page, english)
        page.presenter.log(CueKey("rooting"))
        is_clean(page, english)

    def test_get_help(self, qtbot: QtBot, abroad: Session, theme: Theme, english: frozenset[str]) -> None:
        page = HelpPage(abroad, theme)
        qtbot.addWidget(page)
        page.enter()
        is_clean(page, english)
