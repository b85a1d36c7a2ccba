"""A page of the guide as headings, paragraphs, lists, tables and pictures."""

from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bonddiary.ui.models.guide_text import Block, Grid, Items, Paragraph, Section, Typed
from bonddiary.ui.models.guide_text import Picture as PictureBlock
from bonddiary.ui.pages.guide.picture import Picture
from bonddiary.ui.pages.guide.state import ShownPage
from bonddiary.ui.pages.guide.table import GridView
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.layout import column, frame, row
from bonddiary.ui.widgets.reading import Reading, Selectable, WordButton
from bonddiary.ui.widgets.spans import SpanWords, spans_list
from bonddiary.ui.widgets.words import Heading, Words

LINE = 560
"""No wider: some 70 letters, which the eye finds back from."""
WIDE_MARGINS, NARROW_MARGINS = (24, 16, 16, 32), (10, 8, 8, 24)
AIR = 14
"""Above a heading, more than between paragraphs."""


class Article(Reading):
    """Made anew for each page; in a narrow window the way to other pages stands above it and scrolls with it."""

    followed = Signal(str)
    """A link was followed: where it leads, as it is written."""
    opened = Signal(str)
    """Another page was asked for by its key."""

    def __init__(self, theme: Theme) -> None:
        self._inside = QWidget()
        super().__init__(theme, self._inside, "")
        self.head, self.head_column = QWidget(), column(gap=8)
        self.head.setLayout(self.head_column)
        self.title = Heading("", "title")
        self._text = QWidget()
        self._column: QVBoxLayout = column(self.title, gap=10)
        self._page: QWidget | None = None
        """What stands under the title."""
        self._text.setLayout(self._column)
        across = row(self._text, 1)
        across.setStretchFactor(self._text, 100)
        self._whole = column(self.head, across, 1, gap=0)
        self._inside.setLayout(self._whole)
        self._drawn: ShownPage | None = None
        self._headings: dict[str, Heading] = {}
        theme.changed.connect(self._fit)
        self._fit()

    def show_page(self, page: ShownPage) -> None:
        """Draws it from its top; the page that is drawn already stays as it is."""
        if page == self._drawn:
            return
        self._drawn = page
        self._empty()
        self.setAccessibleName(page.title)
        self.title.setText(page.title)
        parts = column(gap=10)
        for section in page.sections:
            self._add_section(section, page.folder, parts)
        self._add_ways(page, parts)
        self._page = QWidget()
        self._page.setLayout(parts)
        self._column.addWidget(self._page)
        self._page.show()  # a layout would show it later, and count it for nothing until then
        self.lay_out()
        self.to_top()

    def start(self) -> None:
        """The keyboard goes to the page's title, which is in view also where little fits into the window."""
        if not self.head.isHidden() and self.head.height() > self.viewport().height() / 2:
            self.show_part(self.title)
        else:
            self.to_top()
            self.title.setFocus()

    def show_section(self, heading: str) -> bool:
        """Goes to a part of the page by its heading; whether there is such a part."""
        found = self._headings.get(heading)
        if found is not None:
            self.show_part(found)
        return found is not None

    def scroll_to(self, at: int) -> None:
        """Back to where the page was read, once its words have found their height."""
        QTimer.singleShot(0, self, lambda: self.verticalScrollBar().setValue(at))

    def show_text(self, shown: bool) -> None:
        """Whether the page's words are to be seen; in a narrow window a search stands in their place."""
        self._text.setVisible(shown)

    def set_narrow(self, narrow: bool) -> None:
        """Less around the words, and a smaller title."""
        self._whole.setContentsMargins(*(NARROW_MARGINS if narrow else WIDE_MARGINS))
        self._whole.setSpacing(10 if narrow else 0)
        self.head.setVisible(narrow)
        self.title.set_rank("section" if narrow else "title")

    def _empty(self) -> None:
        self._headings.clear()
        if self._page is not None:
            self._page.hide()
            self._page.deleteLater()

    def _add_section(self, section: Section, folder: Path, parts: QVBoxLayout) -> None:
        if section.heading:
            heading = Heading(section.heading, "section")
            heading.setContentsMargins(0, AIR, 0, 0)
            self._headings.setdefault(section.heading, heading)
            parts.addWidget(heading)
        for block in section.blocks:
            parts.addWidget(self._made(block, section, folder))

    def _made(self, block: Block, section: Section, folder: Path) -> QWidget:
        if isinstance(block, Items):
            return spans_list(self._theme, block.lines, self.followed, numbered=block.numbered)
        if isinstance(block, PictureBlock):
            file = folder / block.file
            return Picture(self._theme, file, block.shows) if file.is_file() else Words(block.shows, "quiet")
        if isinstance(block, Grid):
            return GridView(self._theme, block, section.heading or self.title.text())
        if isinstance(block, Typed):
            lines = Selectable(self._theme, self.tr("To type"))
            lines.say(block.text)
            return frame("aside", column(lines, margins=(8, 4, 8, 4)))
        assert isinstance(block, Paragraph)
        words = SpanWords()
        words.linkActivated.connect(self.followed)
        words.say_line(block.line)
        return words

    def _add_ways(self, page: ShownPage, parts: QVBoxLayout) -> None:
        if not page.read_on:
            return
        heading = Heading(self.tr("Read on"), "strong")
        ways = column(heading, gap=0)
        for each in page.read_on:
            way = WordButton(self._theme, each.title)
            way.setAccessibleDescription(self.tr("Goes to this page of the guide"))
            way.clicked.connect(lambda _=False, key=each.page: self.opened.emit(key))
            ways.addWidget(way)
        holder = QWidget()
        ways.setContentsMargins(0, AIR, 0, 0)
        holder.setLayout(ways)
        parts.addWidget(holder)

    def _fit(self) -> None:
        self._text.setMaximumWidth(self._theme.look.px(LINE))
