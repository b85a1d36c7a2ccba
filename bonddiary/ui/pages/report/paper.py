"""One page of paper on the screen. At night it is dark: ink and paper change places in the theme's colours."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from bonddiary.ui.overriding import override
from bonddiary.ui.theme.theme import Theme

A4 = 210 / 297
EDGE = 1


class PaperView(QWidget):
    """Draws a page, or a blank sheet until there is one."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._page: bytes = b""
        self._image = QImage()
        self._shown = QPixmap()
        self._drawn_for: tuple[object, ...] = ()
        self._as_printed = False

    def show_page(self, page: bytes) -> None:
        """Shows the picture of a page; no bytes: a blank sheet."""
        if page != self._page:
            self._page = page
            self._image = QImage.fromData(page) if page else QImage()
            self._drawn_for = ()
            self.update()

    def show_as_printed(self, on: bool) -> None:
        """On white paper, in any theme."""
        self._as_printed = on
        self.update()

    def fit(self, width: int) -> None:
        """So wide, and as high as the paper then is."""
        ratio = self._image.height() / self._image.width() if not self._image.isNull() else 1 / A4
        self.setFixedSize(QSize(width, round(width * ratio)))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self._theme.look.tokens
        painter = QPainter(self)
        if not self._image.isNull():
            painter.drawPixmap(0, 0, self._pixmap())
        else:
            painter.fillRect(self.rect(), QColor(tokens.card))
        painter.setPen(QPen(QColor(tokens.edge if tokens.dark else tokens.hairline), EDGE))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))

    def _pixmap(self) -> QPixmap:
        tokens, ratio = self._theme.look.tokens, self.devicePixelRatioF()
        dark = tokens.dark and not self._as_printed
        wanted = (self.size(), ratio, tokens.name, dark)
        if wanted != self._drawn_for:
            self._drawn_for = wanted
            image = self._image.scaled(
                self.size() * ratio,
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            if dark:
                image = darkened(image, tokens.card, tokens.text)
            self._shown = QPixmap.fromImage(image)
            self._shown.setDevicePixelRatio(ratio)
        return self._shown


def darkened(image: QImage, paper: str, ink: str) -> QImage:
    """The page in two colours: white becomes the paper, black the ink, and what lies between lies between."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    inked = QImage(
        grey.constBits(), grey.width(), grey.height(), grey.bytesPerLine(), QImage.Format.Format_Indexed8
    )
    low, high = QColor(ink), QColor(paper)
    inked.setColorTable([_between(low, high, step / 255).rgb() for step in range(256)])
    return inked.convertToFormat(QImage.Format.Format_RGB32)  # a copy: the grey one goes


def _between(low: QColor, high: QColor, part: float) -> QColor:
    return QColor(
        round(low.red() + (high.red() - low.red()) * part),
        round(low.green() + (high.green() - low.green()) * part),
        round(low.blue() + (high.blue() - low.blue()) * part),
    )
