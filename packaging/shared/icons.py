"""The program's icon as pictures, drawn from resources/icons/app.svg by Qt."""

import os
from collections.abc import Iterable
from pathlib import Path

from shared.metadata import ROOT

APP = ROOT / "resources" / "icons" / "app.svg"
LINUX_SIZES = (16, 22, 24, 32, 48, 64, 96, 128, 256, 512)


def draw(sizes: Iterable[int], folder: Path) -> None:
    """Writes `folder`/app-SIZE.png for each size, the same bytes each time."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QSize, Qt
    from PySide6.QtGui import QGuiApplication, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    app = QGuiApplication.instance() or QGuiApplication([])
    assert app is not None
    folder.mkdir(parents=True, exist_ok=True)
    renderer = QSvgRenderer(str(APP))
    for size in sizes:
        picture = QImage(QSize(size, size), QImage.Format.Format_ARGB32)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        renderer.render(painter)
        painter.end()
        if not picture.save(str(folder / f"app-{size}.png")):
            raise OSError(f"no icon could be written to {folder}")
