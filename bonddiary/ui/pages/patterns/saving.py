"""Asks where a picture goes and writes it there."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from bonddiary.analysis.insight import Insight
from bonddiary.domain.errors import DiaryError
from bonddiary.domain.period import Period
from bonddiary.system.themes import ThemeKey, tokens

Said = Callable[[str], None]


def ask_and_save(
    parent: QWidget, insight: Insight[object], period: Period, said: Said, failed: Said
) -> QFileDialog:
    """Opens the dialog, which asks before it takes a name that is there already; tells how it went."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
    dialog = QFileDialog(parent, _tr("Save picture"), folder)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    kinds = {_tr("Picture (*.png)"): "png", _tr("Drawing that stays sharp at any size (*.svg)"): "svg"}
    dialog.setNameFilters(list(kinds))
    dialog.setDefaultSuffix("png")
    dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(kinds.get(chosen, "png")))
    dialog.selectFile(f"{insight.key}-{period.first.isoformat()}-to-{period.last.isoformat()}.png")
    dialog.fileSelected.connect(lambda path: write(insight, Path(path), said, failed))
    dialog.open()
    return dialog


def write(insight: Insight[object], path: Path, said: Said, failed: Said) -> None:
    """Writes the picture on white paper, with its title, over a file that the parent chose to write over."""
    from bonddiary.charts.render import save  # with matplotlib, which the page loads when it draws
    from bonddiary.charts.style import ChartStyle

    try:
        save(insight, ChartStyle(tokens(ThemeKey.DAY), titled=True), path, overwrite=True)
    except (DiaryError, ValueError) as error:
        failed(str(error))
        return
    said(_tr("Saved {0}.").format(path.name))


def _tr(words: str) -> str:
    return QCoreApplication.translate("SavePicture", words)
