"""A scroll area whose content is as wide with its scroll bar as without: nothing inside moves when the bar comes."""

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QWidget

from bonddiary.ui.overriding import override

TURN_MS, SETTLED = 50, 5
"""After so many turns of so many milliseconds words have found their height, and no hand has scrolled on before. Turns, for
on a slow computer a quarter of a second may go by before the first layout: what waits comes to its turn between two."""


class SteadyScroll(QScrollArea):
    """Scrolls up and down. The bar's place stays free while it isn't there."""

    def __init__(self, inside: QWidget, body: QLayout) -> None:
        """`body` is the layout of `inside`: its margin on the far side is the bar's place."""
        super().__init__()
        self._inside, self._body = inside, body
        self._wanted: QWidget | None = None
        self._turns = 0
        self._turn = QTimer(self, interval=TURN_MS)
        self._turn.timeout.connect(self._on_turn)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.verticalScrollBar().rangeChanged.connect(self._on_range)

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

    def show_from_top(self, part: QWidget) -> None:
        """Brings a part into view, its top where it is higher than the view; also while it still grows."""
        self._wanted, self._turns = part, 0
        self._turn.start()
        self._show_wanted()

    @override
    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002  # Qt's own name for it
        """Tab goes on before all has found its height: where it leads to is in view, not what came before."""
        self._forget_wanted()
        return super().focusNextPrevChild(next)

    def _show_wanted(self) -> None:
        if self._wanted is not None and self.isAncestorOf(self._wanted):
            self.ensureWidgetVisible(self._wanted)
            self.ensureVisible(0, self._wanted.mapTo(self._inside, QPoint(0, 0)).y(), 0, 0)

    def _on_turn(self) -> None:
        self._turns += 1
        if self._turns == SETTLED:
            self._forget_wanted()

    def _forget_wanted(self) -> None:
        self._wanted = None
        self._turn.stop()

    def _on_range(self) -> None:
        self.keep_room()
        self._show_wanted()
