"""A picture of one chart: drawn once for a size and look, by a worker where there is one."""

import logging
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, QTimer, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from bonddiary.charts.registry import CHARTS
from bonddiary.charts.screen import Screen
from bonddiary.charts.spec import ChartModel, Drawn, Hit
from bonddiary.charts.style import ChartStyle
from bonddiary.ui.jobs import Job, Jobs
from bonddiary.ui.overriding import override
from bonddiary.ui.theme.look import Look
from bonddiary.ui.theme.theme import Theme

DPI = 100
"""Logical pixels to the inch of a figure; the screen's pixel ratio multiplies it."""
LEAST = 240


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What a picture depends on besides its model: when it is the same, nothing is drawn anew."""

    width: int
    height: int
    ratio: float
    look: Look
    rtl: bool


@dataclass(frozen=True, slots=True)
class _Picture:
    image: QImage
    hits: Drawn


class DrawnChart(QWidget):
    """Has a chart drawn and shows it. What can be done with it comes with ChartCanvas."""

    drawn = Signal()
    drawing_failed = Signal()

    def __init__(self, theme: Theme, jobs: Jobs | None = None) -> None:
        super().__init__()
        self._theme = theme
        self._model: ChartModel | None = None
        self._jobs = jobs
        self._job: Job[_Picture] | None = None
        self._screen = Screen()
        self._image = QImage()
        self._hits = Drawn(())
        self._shown: tuple[ChartModel, _Wanted] | None = None
        self._heights: dict[tuple[int, float], int] = {}
        """Of this model, by width and text scale: layouts try the same few widths dozens of times in one turn."""
        self._soon = QTimer(self, singleShot=True, interval=0)  # fires once the layout has settled
        self._soon.timeout.connect(self._redraw)
        self.redraws = 0  # what benchmarks and tests count
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._on_theme)

    @property
    def hits(self) -> tuple[Hit, ...]:
        """The parts of the picture that can be stepped to, in reading order."""
        return self._hits.hits

    def show_chart(self, model: ChartModel) -> None:
        """Shows a chart, drawn in the next turn of the event loop."""
        self._model = model
        self._heights.clear()
        self._tell_model(model)
        self.updateGeometry()
        self._ask()

    def draw_again(self) -> None:
        """Tries once more after a failure."""
        self._shown = None
        self._ask()

    # Size

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        if self._model is None:
            return 0
        asked = width, self._scale(width)
        if asked not in self._heights:
            self._heights[asked] = self._suited_height(self._model, max(width, LEAST), asked[1])
        return self._heights[asked]

    def _suited_height(self, model: ChartModel, width: int, scale: float) -> int:
        try:
            return CHARTS[model.key].height(model, width, scale)
        except Exception:  # noqa: BLE001  # drawing it will fail too, and that is said
            return LEAST

    @override
    def sizeHint(self) -> QSize:
        width = max(self.width(), LEAST)
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(LEAST, 0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._ask()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ask()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._ask()

    def _tell_model(self, model: ChartModel) -> None:
        """Another chart is shown from now on."""

    def _on_hits(self) -> None:
        """There are other hits."""

    # Drawing

    def _ask(self) -> None:
        """However often it is asked for, a picture is drawn once in a turn of the event loop."""
        self._soon.start()

    def _redraw(self) -> None:
        model, wanted = self._model, self._wanted()
        if model is None or not self.isVisible() or wanted.width < 1 or wanted.height < 1:
            return
        if self._shown is not None and self._shown[0] is model and self._shown[1] == wanted:
            return
        self._shown = model, wanted
        if self._job is not None:
            self._job.cancel()
        try:
            self._draw(model, wanted)
        except Exception as error:  # noqa: BLE001  # whatever goes wrong in a picture, its words and table stay
            self._fail(error)

    def _draw(self, model: ChartModel, wanted: _Wanted) -> None:
        style = ChartStyle(wanted.look.tokens, scale=self._scale(wanted.width), dpi=DPI, rtl=wanted.rtl)
        if self._jobs is None:
            self._show(_paint(self._screen, model, style, wanted, keep=True))
            return
        self._job = self._jobs.run(
            lambda _job: _paint(self._screen, model, style, wanted, keep=False), self._show, self._fail
        )

    def _show(self, picture: _Picture) -> None:
        self._job = None
        self._image, self._hits = picture.image, picture.hits
        self.redraws += 1
        self._on_hits()
        self.update()
        self.drawn.emit()

    def _fail(self, error: Exception) -> None:
        self._job = None
        kind = type(error).__name__
        logging.getLogger(__name__).error(
            "a picture could not be drawn: %s, %s", self._shown and self._shown[0].key, kind
        )
        self._image, self._hits = QImage(), Drawn(())
        self._on_hits()
        self.drawing_failed.emit()

    @property
    def drawing(self) -> bool:
        """Whether a picture is on its way."""
        return self._job is not None or self._soon.isActive()

    def _wanted(self) -> _Wanted:
        return _Wanted(*self._size(), self.devicePixelRatioF(), self._theme.look, self.isRightToLeft())

    def _scale(self, width: int) -> float:
        """The text scale, as far as a picture this narrow has room for it; words and table have all of it."""
        look = self._theme.look.scale
        return min(look, max(1.0, width / LEAST))

    def _size(self) -> tuple[int, int]:
        return self.width(), self.height()

    def _on_theme(self) -> None:
        self._heights.clear()
        self.updateGeometry()
        self._ask()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if not self._image.isNull():
            painter.drawImage(0, 0, self._image)
        if self._shown is not None and self._shown[1].ratio != self.devicePixelRatioF():
            self._ask()


def _paint(screen: Screen, model: ChartModel, style: ChartStyle, wanted: _Wanted, *, keep: bool) -> _Picture:
    """The picture; with `keep` it looks at the screen's own pixels, which outlive it and aren't drawn on meanwhile."""
    raster = screen.draw(model, style, (wanted.width, wanted.height), wanted.ratio)
    form = QImage.Format.Format_RGBX8888
    image = QImage(raster.pixels, raster.width, raster.height, 4 * raster.width, form)
    image = image if keep else image.copy()
    image.setDevicePixelRatio(wanted.ratio)
    return _Picture(image, raster.drawn)
