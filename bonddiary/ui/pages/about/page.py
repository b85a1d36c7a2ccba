"""Draws the About page: always the same, whatever is in the diary."""

from html import escape
from itertools import chain

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bonddiary.ui.overriding import override
from bonddiary.ui.pages.about.presenter import AboutPresenter
from bonddiary.ui.pages.about.state import AboutState, SourceRow
from bonddiary.ui.pages.page import Page, Width
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.inline_bar import InlineBar
from bonddiary.ui.widgets.layout import column, row
from bonddiary.ui.widgets.reading import Reading, Selectable, WordButton
from bonddiary.ui.widgets.words import Bullets, Heading, Words

LINE = 720
"""No wider: longer lines are hard to follow."""
WIDE_MARGINS, NARROW_MARGINS = (16, 14, 12, 28), (6, 8, 4, 20)
BODY = 5
"""How far the words of a link and of the sources lie inside: all other words start there too."""
ROUND_CURSOR = 60
"""How much stays in view around the text cursor."""


class AboutPage(Page):
    """What the program is for, who wrote it, what it rests on."""

    back_asked = Signal()
    guide_asked = Signal()

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._bar = InlineBar()
        self._back = WordButton(theme, self.tr("‹ Back"))
        self._back.setAccessibleDescription(self.tr("Goes back to where you were"))
        self._back.clicked.connect(self.back_asked)
        self._guide = WordButton(theme, self.tr("How to use Bond Diary"), "plain")
        self._guide.clicked.connect(self.guide_asked)
        self._title = Heading(self.tr("About Bond Diary"), "title")
        self._version, self._purpose = Words(kind="quiet"), Words(kind="section")
        self._bullets = {name: Bullets(theme) for name in ("limits", "authors", "open_checks", "waiting")}
        self._checked = Words(kind="quiet")
        self._sources = Sources(theme, self.tr("Where the words come from"))
        self._sources.cursorPositionChanged.connect(self._follow_cursor)
        self._parts = self._headed_parts()
        self._inside, self._text = QWidget(), QWidget()
        self._column = QVBoxLayout(self._text)
        self._column.setSpacing(12)
        self._fill()
        across = row(self._text, 1)
        across.setStretchFactor(self._text, 100)
        self._inside.setLayout(column(across, 1))
        self._reading = Reading(theme, self._inside, self._title.text())
        self.setLayout(column(self._bar, self._reading, gap=0))
        self.presenter = AboutPresenter(session, self._render)
        self.presenter.load()
        theme.changed.connect(self._fit)
        self._fit()

    @override
    def enter(self) -> None:
        self._reading.to_top()
        self._title.setFocus()

    @override
    def set_width(self, width: Width) -> None:
        super().set_width(width)
        self._column.setContentsMargins(*(NARROW_MARGINS if width is Width.NARROW else WIDE_MARGINS))

    @override
    def regions(self) -> list[QWidget]:
        return [self._back, self._reading]

    def _headed_parts(self) -> dict[str, tuple[QWidget, ...]]:
        """By what of the state they show."""
        copying = self.tr("You can select and copy an address. Nothing here opens the internet.")
        bullets = self._bullets
        return {
            "authors": (_heading(self.tr("Who wrote it")), bullets["authors"]),
            "open_checks": (
                _heading(self.tr("What still needs a clinician’s check")),
                bullets["open_checks"],
                self._checked,
            ),
            "waiting": (_heading(self.tr("How much waits for a check")), bullets["waiting"]),
            "sources": (
                _heading(self.tr("Where the words come from")),
                Words(copying, "quiet"),
                self._sources,
            ),
        }

    def _fill(self) -> None:
        self._column.addWidget(self._back)
        first = (self._title, self._version, self._purpose, self._bullets["limits"], self._guide)
        for part in (*first, *chain.from_iterable(self._parts.values())):
            self._column.addLayout(column(part, margins=(0 if part is self._sources else BODY, 0, BODY, 0)))
        self._column.addStretch(1)

    def _render(self, state: AboutState) -> None:
        self._bar.say(state.problem)
        self._version.say(state.version)
        self._purpose.say(state.purpose)
        self._purpose.setVisible(bool(state.purpose))
        self._checked.say(state.checked)
        for name in ("limits", "authors", "open_checks"):
            self._bullets[name].show_items([("", line) for line in getattr(state, name)])
        self._bullets["waiting"].show_items(state.waiting)
        self._sources.show_rows(state.sources)
        for name, parts in self._parts.items():
            for part in parts:
                part.setVisible(bool(getattr(state, name)))

    def _follow_cursor(self) -> None:
        """The text is as high as its words, so it is the page that scrolls to where the keyboard is in it."""
        if self._sources.hasFocus():
            at = self._sources.viewport().mapTo(self._inside, self._sources.cursorRect().center())
            self._reading.ensureVisible(at.x(), at.y(), 0, ROUND_CURSOR)

    def _fit(self) -> None:
        self._text.setMaximumWidth(self._theme.look.px(LINE))


def _heading(text: str) -> Heading:
    heading = Heading(text)
    heading.setContentsMargins(0, 12, 0, 0)
    return heading


class Sources(Selectable):
    """Publications as one text: each with its address and how many entries rest on it."""

    def show_rows(self, rows: tuple[SourceRow, ...]) -> None:
        """Shows them, with air between one and the next."""
        self.setHtml("".join(map(_paragraph, rows)))
        self._fit()


def _paragraph(each: SourceRow) -> str:
    lines = "<br>".join(escape(line) for line in (each.address, each.used) if line)
    return f'<p style="margin-top:0; margin-bottom:12px"><b>{escape(each.name)}</b><br>{lines}</p>'
