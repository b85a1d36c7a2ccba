"""Paragraphs and lists with bold words, words to be typed, and links in their middle."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtGui import QFocusEvent

from bonddiary.ui.models.guide_text import Line, Span, plain
from bonddiary.ui.overriding import override
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.breaks import broken
from bonddiary.ui.widgets.words import SELECTABLE, Bullets, Words

LINKS = Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard


STEPS = {Qt.FocusReason.TabFocusReason: True, Qt.FocusReason.BacktabFocusReason: False}


class SpanWords(Words):
    """A paragraph of spans. Tab walks its links, Enter follows one; what they say is escaped like all words."""

    _line: Line = ()

    def say_line(self, line: Line) -> None:
        """Shows these spans."""
        self._line = line
        if any(span.link for span in line):
            self.setTextInteractionFlags(SELECTABLE | LINKS)
        self.say(plain(line))

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard comes to a link at once, not to the words first."""
        super().focusInEvent(event)
        if event.reason() in STEPS and any(span.link for span in self._line):
            self.focusNextPrevChild(STEPS[event.reason()])

    @override
    def _markup(self, room: int) -> tuple[str, bool]:
        shown = [broken(span.text, self._bold() if span.bold else self.font(), room) for span in self._line]
        inside = "".join(_marked(span, text) for span, text in zip(self._line, shown, strict=True))
        return inside, shown != [span.text for span in self._line]


class SpanBullets(Bullets):
    """A list of such paragraphs."""

    def show_lines(self, lines: Sequence[Line], followed: SignalInstance) -> None:
        """Shows the lines; a link in one of them emits `followed` with where it leads."""
        for place, line in enumerate(lines, 1):
            item = SpanWords()
            item.linkActivated.connect(followed)
            item.say_line(line)
            if self._numbered:
                item.setAccessibleName(f"{place}. {plain(line)}")
            self._items.append(item)
            self._column.addWidget(item)
        self.update()

    @override
    def _fit(self) -> None:
        """The first number's ring reaches above its line."""
        super()._fit()
        margins = self._column.contentsMargins()
        margins.setTop(self._theme.look.px(4) if self._numbered else 0)
        self._column.setContentsMargins(margins)


def spans_list(
    theme: Theme, lines: Sequence[Line], followed: SignalInstance, *, numbered: bool
) -> SpanBullets:
    """A list with dots, or with numbers."""
    made = SpanBullets(theme, numbered=numbered, gap=10 if numbered else 6)
    made.show_lines(lines, followed)
    return made


def _marked(span: Span, text: str) -> str:
    marked = escape(text)
    if span.code:
        marked = f'<span style="font-family:monospace">{marked}</span>'
    if span.bold:
        marked = f"<b>{marked}</b>"
    return f'<a href="{escape(span.link, quote=True)}">{marked}</a>' if span.link else marked
