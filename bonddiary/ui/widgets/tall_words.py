"""Words that scroll where there is no room for all of them; else they are as any others."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QSizePolicy

from bonddiary.ui.overriding import override

LINES = 2
"""So many are seen at least."""


class TallWords(QScrollArea):
    """Around a label. The keyboard comes to it only where it scrolls."""

    def __init__(self, words: QLabel) -> None:
        super().__init__()
        self._words = words
        self.setProperty("kind", "words")
        self.setWidget(words)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.verticalScrollBar().rangeChanged.connect(self._on_range)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return self._words.heightForWidth(width)

    @override
    def sizeHint(self) -> QSize:
        return self._words.sizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        least = self._words.minimumSizeHint()
        return QSize(least.width(), min(least.height(), LINES * self._words.fontMetrics().lineSpacing()))

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:  # the words have changed, or their font
            self.updateGeometry()
        return super().event(event)

    def _on_range(self, _least: int, most: int) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if most else Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self._words.text() if most else "")
