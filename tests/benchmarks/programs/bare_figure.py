"""An empty window, and a matplotlib figure as large as a chart, drawn beside it."""

import sys

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from PySide6.QtWidgets import QApplication, QMainWindow

from tests.benchmarks.programs.saying import end, peak_memory


def main() -> None:
    """Ends with its peak memory."""
    width, height = map(int, sys.argv[1:])
    app = QApplication(sys.argv)
    window = QMainWindow()
    window.resize(1120, 720)
    window.show()
    app.processEvents()
    figure = Figure(figsize=(width / 100, height / 100), dpi=100)
    canvas = FigureCanvasAgg(figure)
    figure.add_subplot().plot([0, 1, 2], [0, 2, 1])
    canvas.draw()
    app.processEvents()
    end({"bare": (peak_memory(),)})
