"""One cue of the phrasebook on a card: drawing and name, the family's counts, and in a box of its own the general words."""

from PySide6.QtCore import QRectF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from bonddiary.analysis.sequences import Line, LineKind
from bonddiary.domain.catalog import Family
from bonddiary.ui.overriding import override
from bonddiary.ui.pages.phrasebook.dots import Dots
from bonddiary.ui.pages.phrasebook.state import Card
from bonddiary.ui.theme.icons import cue_drawing, pixmap
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.flow import FlowLayout, holding
from bonddiary.ui.widgets.focus import read_in_order
from bonddiary.ui.widgets.layout import column, frame, row
from bonddiary.ui.widgets.press import GAP, RING, CheckChip, PushChip
from bonddiary.ui.widgets.words import Heading, Words

EDGE = RING + GAP
DRAWING = 34
SIDE = 16
APART = 6
"""Between sentences: more than between the lines of one, also in large type."""


class Lead(QWidget):
    """A sentence, and under it its dots."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.words, self.dots = Words(), Dots(theme)
        self.setLayout(column(self.words, self.dots, gap=3))

    def show_line(self, words: str, line: Line | None) -> None:
        """Shows a sentence; a line with enough moments has its dots."""
        self.words.say(words)
        self.dots.show_marks([dot.mark for dot in line.dots] if line is not None and line.dotted else ())
        self.show()


class PhraseCard(QFrame):
    """Keeps its parts: other counts are quick to show."""

    chosen = Signal(bool)
    """On the hand-over sheet, or not."""
    entries_asked = Signal()
    meaning_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._theme = theme
        self._card: Card | None = None
        self._picture = QLabel()
        self._name = Heading("", "section")
        self._counted = Words(kind="quiet")
        self._lines: list[Lead] = []
        self._counts = column()
        self._usually = Words()
        self._sure = Words(kind="quiet")
        self._sure.hide()
        self._general_box = self._make_box()
        self.sheet = CheckChip(theme, self.tr("On the sheet"))
        self._entries = PushChip(theme, self.tr("Show entries"))
        self._meaning = PushChip(theme, self.tr("What it may mean"))
        self._how_sure = CheckChip(theme, self.tr("How sure is this?"))
        self.sheet.toggled.connect(self.chosen)
        self._entries.clicked.connect(self.entries_asked)
        self._meaning.clicked.connect(self.meaning_asked)
        self._how_sure.toggled.connect(self._sure.setVisible)
        self._build()
        theme.changed.connect(self._draw)

    def show_card(self, card: Card) -> None:
        """Shows a cue."""
        if card is self._card:
            return
        fresh = self._card is None or self._card.phrase.lines.cue != card.key
        self._card = card
        phrase = card.phrase
        self._name.setText(phrase.name)
        self.setAccessibleName(phrase.name)
        for each in (self.sheet, self._entries, self._meaning, self._how_sure):
            each.setAccessibleDescription(phrase.name)  # every card has buttons of these names
        self._counted.say(phrase.counted)
        self._show_lines(card)
        self._usually.say(phrase.usually)
        self._usually.setVisible(bool(phrase.usually))
        self._sure.say(" ".join(phrase.sure))
        self._how_sure.setVisible(bool(phrase.sure))
        if fresh:
            self._how_sure.setChecked(False)
        self._general.say(card.general)
        self._caution.say(card.caution)
        self._caution.setVisible(bool(card.caution))
        self._general_box.setVisible(bool(card.general or card.caution))
        self._meaning.setVisible(card.known)
        with QSignalBlocker(self.sheet):
            self.sheet.setChecked(card.chosen)
        self._draw()

    def stops(self) -> list[QWidget]:
        """What Tab stops at, in reading order."""
        return [self.sheet, self._entries, self._meaning, self._how_sure]

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        look = self._theme.look
        if look.high_contrast:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inside = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        whole = QPainterPath()
        whole.addRoundedRect(inside, look.px(13), look.px(13))
        band = QPainterPath()
        band.addRect(QRectF(inside.x(), inside.y(), inside.width(), self._head.geometry().bottom() + 1))
        painter.fillPath(whole.intersected(band), QColor(look.tokens.tint[self._family()]))

    def _build(self) -> None:
        self._head = QWidget()
        titled = row(self._picture, self._name, gap=12)
        titled.setStretch(1, 1)
        titled.setAlignment(self._picture, Qt.AlignmentFlag.AlignTop)
        self._head.setLayout(column(titled, self._counted, gap=2, margins=(SIDE, 12, SIDE, 10)))
        inside = column(self._counts, self._usually, self._sure, self._general_box, gap=10)
        inside.setContentsMargins(SIDE, 0, SIDE, 0)
        flow = FlowLayout(gap=2)
        for chip in (self.sheet, self._entries, self._meaning, self._how_sure):
            flow.addWidget(chip)
        chips = holding(flow)
        foot = row(chips, margins=(SIDE - EDGE, 0, SIDE - EDGE, 0))
        self.setLayout(column(self._head, inside, foot, gap=10, margins=(0, 0, 0, 8)))

    def _make_box(self) -> QFrame:
        self._general, self._caution = Words(), Words()
        head = Words(self.tr("In general, for any baby. Not from your diary."), "caption")
        return frame("aside", column(head, self._general, self._caution, gap=4, margins=(12, 8, 12, 10)))

    def _show_lines(self, card: Card) -> None:
        phrase = card.phrase
        shown: list[tuple[str, Line | None]] = []
        lines = list(phrase.lines.lines)
        if phrase.most:
            shown.append((phrase.most, lines.pop(0)))
        shown += [
            (words, line if line.kind is not LineKind.NOTHING else None)
            for words, line in zip(phrase.others, lines, strict=True)
        ]
        more = len(shown) > len(self._lines)
        while len(self._lines) < len(shown):
            self._lines.append(made := Lead(self._theme))
            self._counts.addWidget(made)
        if more:
            read_in_order(self)  # the family's own counts come first, also for those who listen
        for lead, line in zip(self._lines, shown, strict=False):
            lead.show_line(*line)
        for lead in self._lines[len(shown) :]:
            lead.hide()

    def _family(self) -> Family:
        family = self._card.phrase.family if self._card is not None else None
        return family or Family.MOVEMENT

    def _draw(self) -> None:
        if self._card is None:
            return
        look, phrase = self._theme.look, self._card.phrase
        size = look.px(DRAWING)
        self._counts.setSpacing(look.px(APART))
        drawing = cue_drawing(phrase.drawing, phrase.family)
        self._picture.setFixedSize(size, size)
        self._picture.setPixmap(
            pixmap(drawing, look.tokens.family[self._family()], size, self.devicePixelRatioF())
        )
        self.update()
