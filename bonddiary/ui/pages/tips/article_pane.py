"""The article: what you may see, what it may mean, what you can try; the diary's counts beside it."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QLabel, QWidget

from bonddiary.domain.guidance import Urgency
from bonddiary.ui.models.tip_rows import RowKind
from bonddiary.ui.overriding import override
from bonddiary.ui.pages.page import Width
from bonddiary.ui.pages.tips.article_parts import Keeping, Section, Senses, Ways
from bonddiary.ui.pages.tips.articles import BELONGS, MEANINGS, SEE, SOURCES, TRIES, WHY
from bonddiary.ui.pages.tips.state import Article, Noted, TipsState
from bonddiary.ui.theme.icons import cue_drawing, has_drawing, pixmap
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.care_card import CareCard
from bonddiary.ui.widgets.flow import FlowLayout, holding
from bonddiary.ui.widgets.layout import column, frame, row
from bonddiary.ui.widgets.reading import Reading, Selectable, WordButton
from bonddiary.ui.widgets.words import Bullets, Heading, Words

CONTENT, ASIDE = 640, 240
PICTURE, SMALL_PICTURE = 96, 72
LEAST_BESIDE = 560
"""A narrower article has the diary's counts under it."""


class ArticlePane(Reading):
    """Parts are made once; showing another article changes their words."""

    back_asked = Signal()
    copy_asked = Signal()
    print_asked = Signal()
    question_asked = Signal()
    kept = Signal(object)
    """A Kept: the tip shown is to be saved or hidden, or no longer so."""
    help_asked = Signal()
    entries_asked = Signal(str)
    way_taken = Signal(str, str)
    """To another article: its kind and key."""

    def __init__(self, theme: Theme) -> None:
        self._inside = QWidget()
        super().__init__(theme, self._inside, "")
        self._cue = ""
        self._wide = True
        self._width = Width.WIDE
        self._drawn: Article | None = None
        self._back = WordButton(theme, self.tr("‹ All tips"))
        self._back.clicked.connect(self.back_asked)
        self._picture, self._title, self._line = QLabel(), Heading("", "title"), Words(kind="quiet")
        self._see = Section(self.tr(SEE), Words())
        self._caution, self._caution_words, self._caution_mark = self._build_caution()
        self._cards = {urgency: CareCard(theme, urgency) for urgency in Urgency}
        self._all_signs = WordButton(theme, self.tr("All signs and phone numbers"))
        self._all_signs.clicked.connect(self.help_asked)
        self._keeping = Keeping(theme)
        self._keeping.kept.connect(self.kept)
        self._keeping.said.connect(self._show_word)
        self._meanings = Senses(theme)
        self._why = Section(self.tr(WHY), Words())
        self._tries = Section(self.tr(TRIES), Bullets(theme, gap=10))
        self._ways = Ways(theme)
        self._ways.taken.connect(self.way_taken)
        self._aside, self._noted, self._entries = self._build_aside()
        self._foot, self._sources, self._standing = self._build_foot()
        self._content = self._build_content()
        self._grid = QGridLayout(self._inside)
        self._grid.setSpacing(24)
        self._grid.setColumnStretch(2, 1)
        self.place_parts(Width.WIDE)
        theme.changed.connect(self._fit)
        self._fit()

    def place_parts(self, width: Width) -> None:
        """The diary's counts beside the article, or under it; the sources last."""
        self._width = width
        wide = width is Width.WIDE and self.width() >= self._theme.look.px(LEAST_BESIDE)
        self._wide = wide
        narrow = width is Width.NARROW
        self._back.setVisible(narrow)
        self._head.setDirection(
            QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        )
        self._title.set_rank("section" if narrow else "title")
        for part in (self._content, self._aside, self._foot):
            self._grid.removeWidget(part)
        self._grid.addWidget(self._content, 0, 0)
        self._grid.addWidget(self._aside, 0 if wide else 1, 1 if wide else 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(self._foot, 1 if wide else 2, 0)
        self._grid.setRowStretch(3, 1)
        self._grid.setColumnStretch(0, 30)
        self._grid.setContentsMargins(*((20, 6, 12, 24) if not narrow else (6, 0, 6, 16)))
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self._width is Width.WIDE and self.width() >= self._theme.look.px(LEAST_BESIDE)
        if wide is not self._wide:
            self.place_parts(self._width)

    def show_state(self, state: TipsState) -> None:
        """Draws the article, from its top when it is another one."""
        article = state.article
        self._inside.setVisible(article is not None)
        if article is None:
            return
        self._show_words(article)
        self._show_cards(article)
        self._ways.show_ways(article)
        self._keeping.show_state(state)
        self._show_noted(state.noted)
        if self._drawn is None or (self._drawn.kind, self._drawn.key) != (article.kind, article.key):
            self.setAccessibleName(article.title)
            self.to_top()
        self._draw_picture(article)

    def _show_words(self, article: Article) -> None:
        is_cue = article.kind is RowKind.CUE
        self._title.setText(article.title)
        self._line.say(article.line)
        self._see.heading.setVisible(is_cue)
        self._see.words.say(article.text)
        self._caution.setVisible(bool(article.caution))
        self._caution_words.say(article.caution)
        self._meanings.show_senses(self.tr(MEANINGS) if is_cue else self.tr(BELONGS), article.meanings)
        self._why.setVisible(bool(article.why))
        self._why.words.say(article.why)
        self._tries.show_items(article.tries)
        self._foot.setVisible(bool(article.sources))
        self._sources.say(article.sources)
        self._standing.say(" ".join(article.standing))

    def _show_cards(self, article: Article) -> None:
        cards = {card.urgency: card for card in article.cards}
        for urgency, drawn in self._cards.items():
            drawn.setVisible(urgency in cards)
            if urgency in cards:
                drawn.show_signs(cards[urgency].heading, cards[urgency].signs)
        self._all_signs.setVisible(bool(cards))

    def _show_word(self) -> None:
        """What was done is read where it was done, once its words have found their height."""
        QTimer.singleShot(0, self, lambda: self.ensureWidgetVisible(self._keeping, 0, 8))

    def _show_noted(self, noted: Noted | None) -> None:
        self._aside.setVisible(noted is not None)
        if noted is not None:
            self._noted.say(noted.words)
            self._cue = noted.cue
            self._entries.setVisible(bool(noted.cue))

    def _draw_picture(self, article: Article) -> None:
        look = self._theme.look
        drawing = article.drawing if has_drawing(article.drawing) else cue_drawing("", article.family)
        colour = look.tokens.family[article.family] if article.family else look.tokens.text_2
        size = look.px(SMALL_PICTURE if self._width is Width.NARROW else PICTURE)
        picture: QPixmap = pixmap(drawing, colour, size, self.devicePixelRatioF())
        self._picture.setPixmap(picture)
        self._picture.setFixedSize(size, size)
        self._drawn = article

    def _build_caution(self) -> tuple[QWidget, Words, QLabel]:
        words, mark = Words(), QLabel()
        inside = row(mark, words, gap=10, margins=(14, 10, 14, 10))
        inside.setStretchFactor(words, 1)
        inside.setAlignment(mark, Qt.AlignmentFlag.AlignTop)
        return frame("strip", inside), words, mark

    def _build_content(self) -> QWidget:
        content = QWidget()
        title = column(1, self._title, self._line, 1, gap=2)
        head = row(self._picture, title, gap=16)
        head.setStretchFactor(title, 1)
        self._head = head
        head.setAlignment(self._picture, Qt.AlignmentFlag.AlignTop)
        cards = column(*self._cards.values(), self._all_signs, gap=10)
        # without it the button's greatest width would be the whole inner layout's, and heights count by it
        cards.setAlignment(self._all_signs, Qt.AlignmentFlag.AlignLeading)
        content.setLayout(
            column(
                self._back,
                head,
                cards,
                self._see,
                self._caution,
                self._keeping,
                self._meanings,
                self._tries,
                self._why,
                self._ways,
                gap=18,
            )
        )
        return content

    def _build_aside(self) -> tuple[QWidget, Words, WordButton]:
        counts = Words()
        entries = WordButton(self._theme, self.tr("Show these entries"))
        entries.clicked.connect(lambda: self.entries_asked.emit(self._cue))
        same = Words(self.tr("Counts from your diary. The article is the same for every family."), "caption")
        inside = column(
            Heading(self.tr("In your diary"), "strong"),
            counts,
            entries,
            same,
            gap=8,
            margins=(14, 12, 14, 12),
        )
        return frame("card", inside), counts, entries

    def _build_foot(self) -> tuple[QWidget, Selectable, Words]:
        foot, sources, standing = (
            QWidget(),
            Selectable(self._theme, self.tr("Sources")),
            Words(kind="caption"),
        )
        copy = WordButton(self._theme, self.tr("Copy this article"), "plain")
        copy.clicked.connect(self.copy_asked)
        paper = WordButton(self._theme, self.tr("Print this article…"), "plain")
        paper.clicked.connect(self.print_asked)
        buttons = FlowLayout(gap=4)
        buttons.addWidget(copy)
        buttons.addWidget(paper)
        ask = WordButton(self._theme, self.tr("Ask about this at a visit"), "plain")
        ask.clicked.connect(self.question_asked)
        buttons.addWidget(ask)
        heading = Heading(self.tr(SOURCES), "strong")
        foot.setLayout(column(heading, sources, standing, holding(buttons), gap=8))
        return foot, sources, standing

    def _fit(self) -> None:
        look = self._theme.look
        for part in (self._content, self._foot):
            part.setMaximumWidth(look.px(CONTENT))
        self._aside.setMaximumWidth(look.px(ASIDE if self._wide else CONTENT))
        self._aside.setMinimumWidth(look.px(ASIDE) if self._wide else 0)
        size = look.px(22)
        self._caution_mark.setPixmap(pixmap("info", look.tokens.primary, size, self.devicePixelRatioF()))
        if self._drawn is not None:
            self._draw_picture(self._drawn)
