"""What is folded out beneath a chart: words, table, certainty, tips."""

from collections.abc import Callable, Collection, Sequence
from enum import StrEnum

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QWidget

from bonddiary.analysis.tips import ChosenTip
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.layout import column
from bonddiary.ui.widgets.reading import Selectable
from bonddiary.ui.widgets.text_table import TextTable
from bonddiary.ui.widgets.tip_button import TipButton

CONTEXT = "ChartFolds"
LINE = 640
"""About 66 letters: the longest line that is easy to read."""

INDENT = 4
"""How far all words of a card start from its buttons' edges."""

SUBJECTS = {
    "crying": "crying",
    "noises": "noises",
    "face": "faces",
    "movement": "movements",
    "sleep": "sleep",
    "feeds": "feeds",
    "evening": "evenings",
    "gaps": "days off",
    "tried": "what to try",
}
"""What a chart can be about, as a button says it. "Evening" with crying is evening crying."""


class Fold(StrEnum):
    """What can be folded out, in its order on the card."""

    WORDS = "words"
    TABLE = "table"
    SURE = "sure"
    TIPS = "tips"


def subject_words(subjects: Collection[str]) -> str:
    """What tips beside a chart are about first: "evening crying"; blank where nothing is named."""
    if {"evening", "crying"} <= set(list(subjects)[:2]):
        return _tr("evening crying")
    return next((_tr(SUBJECTS[subject]) for subject in subjects if subject in SUBJECTS), "")


def tips_words(subjects: Collection[str]) -> str:
    """ "Tips about evening crying"."""
    about = subject_words(subjects)
    return _tr("Tips about {0}").format(about) if about else _tr("Related tips")


def stops_in(part: QWidget) -> list[QWidget]:
    """What Tab stops at in a part that is folded out."""
    inside = [*part.findChildren(TextTable), *part.findChildren(TipButton)]
    return [part] if isinstance(part, Selectable) else inside


def show_sentences(text: Selectable, theme: Theme, sentences: Sequence[str]) -> None:
    """Shows them in lines that are easy to read, each a little apart from the next, in line with the card's title."""
    text.setMaximumWidth(theme.look.px(LINE))
    text.say("\n".join(sentences))
    block = QTextBlockFormat()
    block.setBottomMargin(theme.look.px(5))
    block.setLeftMargin(theme.look.px(INDENT) - text.document().documentMargin())
    block.setLineHeight(118, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    whole = QTextCursor(text.document())
    whole.select(QTextCursor.SelectionType.Document)
    whole.mergeBlockFormat(block)


def table_part(theme: Theme) -> QWidget:
    """The table, in line with the words above it."""
    holder = QWidget()
    holder.setLayout(column(TextTable(theme), margins=(theme.look.px(INDENT), 0, 0, 0)))
    return holder


def tip_list(theme: Theme, tips: Sequence[ChosenTip], opened: Callable[[str], None]) -> QWidget:
    """General education beside the chart; buttons that open the tips."""
    holder = QWidget()
    layout = column(gap=2)
    for chosen in tips:
        button = TipButton(theme, chosen.tip.title, _tr("Shown {0}").format(chosen.reason))
        button.setMaximumWidth(theme.look.px(LINE))
        button.clicked.connect(lambda _=False, key=chosen.tip.key: opened(key))
        layout.addWidget(button)
    holder.setLayout(layout)
    return holder


def _tr(words: str) -> str:
    return QCoreApplication.translate(CONTEXT, words)
