"""A scroll area whose content is as wide with its scroll bar as without: nothing inside moves when the bar comes."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QWidget


class SteadyScroll(QScrollArea):
    """Scrolls up and down. The bar's place stays free while it isn't there."""

    def __init__(self, inside: QWidget, body: QLayout) -> None:
        """`body` is the layout of `inside`: its margin on the far side is the bar's place."""
        super().__init__()
        self._body = body
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.verticalScrollBar().rangeChanged.connect(self.keep_room)

    @property
    def bar(self) -> int:
        """The bar's width in pixels."""
        return self.verticalScrollBar().sizeHint().width()

    @property
    def room(self) -> int:
        """How wide the content is. Not viewport(): see ARCHITECTURE, start-up."""
        return self.width() - self.bar

    def keep_room(self) -> None:
        """Leaves the bar's place free, or to the bar."""
        there = self.verticalScrollBar().maximum() > 0
        self._body.setContentsMargins(0, 0, 0 if there else self.bar, 0)
