"""When to get help: one card for each urgency, its words shown as they stand in the content."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from bonddiary.domain.guidance import Urgency
from bonddiary.ui.overriding import override
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.words import Bullets, Heading


class CareCard(QFrame):
    """A head that says where to turn "if:", and the signs beneath it. Its urgency stands there in words."""

    def __init__(self, theme: Theme, urgency: Urgency) -> None:
        super().__init__()
        self._theme = theme
        self._urgency = urgency
        self._level = QLabel(self._level_words())
        self._level.setProperty("kind", "card-level")
        self._heading = Heading("", "section")
        self._signs = Bullets(theme, gap=8)
        self._head = QWidget(self)
        head = QVBoxLayout(self._head)
        head.setContentsMargins(16, 12, 14, 12)
        head.setSpacing(0)
        head.addWidget(self._level)
        head.addWidget(self._heading)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 16)
        body.setSpacing(14)
        body.addWidget(self._head)
        signs = QVBoxLayout()
        signs.setContentsMargins(14, 0, 14, 0)
        signs.addWidget(self._signs)
        body.addLayout(signs)
        body.addStretch(1)
        theme.changed.connect(self._colour)
        self._colour()

    @property
    def heading(self) -> Heading:
        """Where a link jumps to."""
        return self._heading

    def show_signs(self, heading: str, signs: Sequence[str]) -> None:
        """Shows these signs under this heading."""
        self._heading.setText(heading)
        self._signs.show_items([("", sign) for sign in signs])
        spoken = f"{self._level_words()}: {heading}"
        self.setAccessibleName(spoken)
        self._heading.setAccessibleName(spoken)
        self._colour()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._theme.look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = 2.0 if look.high_contrast or self._dark_emergency() else 1.0
        whole = QRectF(self.rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2)
        shape = QPainterPath()
        shape.addRoundedRect(whole, look.px(10), look.px(10))
        painter.fillPath(shape, QColor(self._body()[0]))
        painter.save()
        painter.setClipPath(shape)
        painter.fillRect(
            QRectF(0, 0, self.width(), self._head.geometry().bottom() + 1), QColor(self._head_colours()[0])
        )
        painter.restore()
        painter.setPen(QPen(QColor(self._edge()), line))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(shape)

    def _level_words(self) -> str:
        return {
            Urgency.EMERGENCY: self.tr("Emergency"),
            Urgency.TODAY: self.tr("Urgent advice"),
            Urgency.SOON: self.tr("Not urgent"),
        }[self._urgency]

    def _head_colours(self) -> tuple[str, str]:
        tokens = self._theme.look.tokens
        heading = tokens.soon if self._urgency is Urgency.SOON else tokens.urgent
        return heading.head, heading.on_head

    def _body(self) -> tuple[str, str]:
        """Ground and ink. An emergency's is dark by day; by lamp light a pale one would wake the room."""
        tokens = self._theme.look.tokens
        inverted = (
            self._urgency is Urgency.EMERGENCY and not tokens.dark and not self._theme.look.high_contrast
        )
        return (tokens.text, tokens.card) if inverted else (tokens.card, tokens.text)

    def _dark_emergency(self) -> bool:
        return self._urgency is Urgency.EMERGENCY and self._theme.look.tokens.dark

    def _edge(self) -> str:
        tokens = self._theme.look.tokens
        return tokens.problem if self._dark_emergency() else tokens.edge

    def _colour(self) -> None:
        for words in (self._level, self._heading):
            palette = words.palette()
            palette.setColor(QPalette.ColorRole.WindowText, QColor(self._head_colours()[1]))
            words.setPalette(palette)
        self._signs.show_ink(self._body()[1])
        self.update()
