"""A picture of the window, as bright as the window itself, with what it shows in words for those who don't see it."""

from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImageReader, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QLabel, QSizePolicy

from bonddiary.ui.overriding import override
from bonddiary.ui.theme.theme import Theme

DAY, NIGHT = "-day.", "-night."
LINE = 1
"""The frame's, in pixels."""


class Picture(QLabel):
    """As wide as there is room, never larger than it is. It is read and scaled when it is first seen."""

    def __init__(self, theme: Theme, file: Path, shows: str) -> None:
        super().__init__()
        self._theme = theme
        self._file = file
        self._size = QImageReader(str(file)).size()
        self._scaled: tuple[Path, QSize, QPixmap] | None = None
        mark = QPixmap(1, 1)  # a label with a picture is one to screen readers; this one paints it itself
        mark.fill(Qt.GlobalColor.transparent)
        self.setPixmap(mark)
        self.setAccessibleName(shows)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.update)

    @property
    def shown_file(self) -> Path:
        """The picture made for the theme: by day, or at night where there is one."""
        night = self._file.with_name(self._file.name.replace(DAY, NIGHT))
        return night if self._theme.look.tokens.dark and night.is_file() else self._file

    @override
    def sizeHint(self) -> QSize:
        width = max(1, self._size.width())
        return QSize(width + 2 * LINE, self.heightForWidth(width + 2 * LINE))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(1, 1)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return self._inside(width).height() + 2 * LINE

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        inside, tokens = self._inside(self.width()), self._theme.look.tokens
        left = self.width() - inside.width() - 2 * LINE if self.isRightToLeft() else 0
        painter = QPainter(self)
        painter.drawPixmap(left + LINE, LINE, self._fitted(inside))
        painter.setPen(QPen(QColor(tokens.hairline), LINE))
        frame = QRectF(left, 0, inside.width() + 2 * LINE, inside.height() + 2 * LINE)
        painter.drawRect(frame.adjusted(0.5, 0.5, -0.5, -0.5))

    def _inside(self, width: int) -> QSize:
        """The picture's own size in a widget so wide."""
        if self._size.isEmpty():
            return QSize(0, 0)
        across = max(1, min(width - 2 * LINE, self._size.width()))
        return QSize(across, round(self._size.height() * across / self._size.width()))

    def _fitted(self, inside: QSize) -> QPixmap:
        """Kept until the width or the theme is another: painting comes often."""
        file, size = self.shown_file, inside * self.devicePixelRatioF()
        if self._scaled is None or self._scaled[:2] != (file, size):
            keep, smooth = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
            made = QPixmap(str(file)).scaled(size, keep, smooth)
            made.setDevicePixelRatio(self.devicePixelRatioF())
            self._scaled = file, size, made
        return self._scaled[2]
