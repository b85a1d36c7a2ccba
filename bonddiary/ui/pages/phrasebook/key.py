"""What the dots of the cards stand for, once for all of them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from bonddiary.domain.catalog import OutcomeMark
from bonddiary.ui.pages.phrasebook.dots import mark_picture
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.flow import FlowLayout, empty
from bonddiary.ui.widgets.layout import label, row

Marks = Sequence[tuple[OutcomeMark | None, str]]


class DotKey(QWidget):
    """Each drawing with its words; hidden where there are no dots."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._marks: Marks = ()
        self._shown: object = None
        self._flow = FlowLayout(gap=12)
        self.setLayout(self._flow)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._draw)

    def show_marks(self, marks: Marks) -> None:
        """Shows these."""
        self._marks = marks
        self._draw()

    def _draw(self) -> None:
        look = self._theme.look
        if (self._marks, look) == self._shown:
            return
        self._shown = self._marks, look
        empty(self._flow)
        for mark, words in self._marks:
            picture, said = QLabel(), label(words, "caption", wrap=True)
            picture.setPixmap(mark_picture(mark, look.tokens.text, look.px(16), self))
            picture.setAlignment(Qt.AlignmentFlag.AlignTop)
            item = QWidget()
            inside = row(picture, said, gap=4)
            inside.setStretch(1, 1)
            item.setLayout(inside)
            self._flow.addWidget(item)
        self.setVisible(bool(self._marks))
