"""Parts of an article: a section, kinds of meaning with their drawings, links to other articles, a tip's two choices."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from bonddiary.domain.tip_choice import Kept
from bonddiary.ui.models.tip_rows import RowKind
from bonddiary.ui.pages.tips.articles import CUES_HERE, TIPS_HERE
from bonddiary.ui.pages.tips.state import Article, Sense, TipsState, Way
from bonddiary.ui.theme.icons import has_drawing, pixmap
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.announce import announce
from bonddiary.ui.widgets.flow import FlowLayout, holding
from bonddiary.ui.widgets.layout import column, row
from bonddiary.ui.widgets.press import GAP, RING, CheckChip, PushChip
from bonddiary.ui.widgets.reading import WordButton
from bonddiary.ui.widgets.words import Bullets, Heading, Words

MOST_WAYS = 6
"""Links made with the page, as the keyboard walks in the order in which things are made."""
DRAWING = 26
"""The size of a kind of meaning's drawing."""


class Section(QWidget):
    """A heading with a paragraph or a list under it."""

    def __init__(self, heading: str, body: Words | Bullets) -> None:
        super().__init__()
        self.heading = Heading(heading, "section")
        self._body = body
        self.setLayout(column(self.heading, body, gap=6))

    @property
    def words(self) -> Words:
        """The paragraph."""
        assert isinstance(self._body, Words)
        return self._body

    def show_items(self, items: tuple[tuple[str, str], ...]) -> None:
        """Shows a list; without items the whole section is hidden."""
        assert isinstance(self._body, Bullets)
        self._body.show_items(items)
        self.setVisible(bool(items))


class Senses(QWidget):
    """What a cue may mean: each kind of meaning beside its drawing. Keeps its rows: other words are quick to show."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._senses: Sequence[Sense] = ()
        self._heading = Heading("", "section")
        self._rows: list[tuple[QWidget, QLabel, Words]] = []
        self._column: QVBoxLayout = column(self._heading, gap=8)
        self.setLayout(self._column)
        theme.changed.connect(self._draw)

    def show_senses(self, heading: str, senses: Sequence[Sense]) -> None:
        """Shows these; hidden when there are none."""
        self._senses = senses
        self._heading.setText(heading)
        while len(self._rows) < len(senses):
            self._rows.append(self._made())
        for place, (holder, _, words) in enumerate(self._rows):
            holder.setVisible(place < len(senses))
            if place < len(senses):
                words.say(senses[place].text, senses[place].lead)
        self.setVisible(bool(senses))
        self._draw()

    def _made(self) -> tuple[QWidget, QLabel, Words]:
        holder, picture, words = QWidget(), QLabel(), Words()
        inside = row(picture, words, gap=10)
        inside.setStretchFactor(words, 1)
        inside.setAlignment(picture, Qt.AlignmentFlag.AlignTop)
        holder.setLayout(inside)
        self._column.addWidget(holder)
        return holder, picture, words

    def _draw(self) -> None:
        look = self._theme.look
        size = look.px(DRAWING)
        for (_, picture, _), sense in zip(self._rows, self._senses, strict=False):
            picture.setFixedSize(size, size)
            if has_drawing(sense.drawing):
                picture.setPixmap(pixmap(sense.drawing, look.tokens.text_2, size, self.devicePixelRatioF()))
            else:
                picture.clear()


class Keeping(QWidget):
    """A tip's two choices: save it, hide it. Each says what it does next, and what was done stands under them."""

    kept = Signal(object)
    """A Kept: it was pressed."""
    said = Signal()
    """There is a word to read."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._save, self._hide = CheckChip(theme, ""), PushChip(theme, "")
        self._save.toggled.connect(lambda _: self.kept.emit(Kept.SAVED))  # by screen readers too
        self._hide.clicked.connect(lambda: self.kept.emit(Kept.HIDDEN))
        self._word = Words(kind="quiet")
        flow = FlowLayout(gap=0)
        flow.addWidget(self._save)
        flow.addWidget(self._hide)
        self._word.setContentsMargins(RING + GAP, 0, 0, 0)
        self.setLayout(column(holding(flow), self._word, gap=4))

    def show_state(self, state: TipsState) -> None:
        """Shows what the family did with the tip; hidden beside a cue."""
        article = state.article
        self.setVisible(article is not None and article.kind is RowKind.TIP)
        saved, hidden = state.kept is Kept.SAVED, state.kept is Kept.HIDDEN
        with QSignalBlocker(self._save):
            self._save.setChecked(saved)
        self._name(self._save, self.tr("Saved") if saved else self.tr("Save"))
        self._name(self._hide, self.tr("Show again") if hidden else self.tr("Not for us: hide"))
        if state.word != self._word.plain:
            self._word.say(self.tr(state.word))
            announce(self, self.tr(state.word))
            if state.word:
                self.said.emit()
        self._word.setVisible(bool(state.word))

    def _name(self, button: CheckChip | PushChip, text: str) -> None:
        if button.text() != text:
            button.setText(text)
            button.updateGeometry()


class Ways(QWidget):
    """Tips that belong to a cue, with their words; or the cues that a tip belongs to."""

    taken = Signal(str, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._heading = Heading("", "section")
        self._cards: list[_WayCard] = []
        self._column: QVBoxLayout = column(self._heading, gap=8)
        self.setLayout(self._column)
        for _ in range(MOST_WAYS):
            self._add()

    def show_ways(self, article: Article) -> None:
        """Shows the article's ways; hidden when it has none."""
        tips = article.kind is RowKind.CUE
        self._heading.setText(self.tr(TIPS_HERE) if tips else self.tr(CUES_HERE))
        while len(self._cards) < len(article.ways):
            self._add()
        for place, card in enumerate(self._cards):
            card.setVisible(place < len(article.ways))
            if place < len(article.ways):
                card.show_way(article.ways[place])
        self.setVisible(bool(article.ways))

    def _add(self) -> None:
        card = _WayCard(self._theme)
        card.taken.connect(self.taken)
        self._cards.append(card)
        self._column.addWidget(card)


class _WayCard(QWidget):
    """A link, and the tip's words beneath it."""

    taken = Signal(str, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._way: Way | None = None
        self._link = WordButton(theme, self.tr("Another article"))
        self._link.clicked.connect(self._take)
        self._words = Words()
        self.setLayout(column(self._link, self._words, gap=0))
        self._words.setContentsMargins(5, 0, 0, 6)

    def show_way(self, way: Way) -> None:
        """Shows this one."""
        self._way = way
        self._link.setText(way.title)
        self._link.updateGeometry()
        self._words.say(way.text)
        self._words.setVisible(bool(way.text))

    def _take(self) -> None:
        if self._way is not None:
            self.taken.emit(self._way.kind.value, self._way.key)
