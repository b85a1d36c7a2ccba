"""Pictures and tables that leave the window: asks where they go, has them made beside it, and tells how it went."""

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from bonddiary.analysis.insight import Insight, Table
from bonddiary.domain import wording
from bonddiary.domain.direction import unmarked
from bonddiary.domain.errors import DiaryError
from bonddiary.domain.period import Period
from bonddiary.report.table import harmless
from bonddiary.system.files import atomic_write
from bonddiary.system.themes import ThemeKey, tokens
from bonddiary.ui.jobs import Jobs

Said = Callable[[str], None]
T = TypeVar("T")


def ask_and_save(
    parent: QWidget,
    insight: Insight[object],
    period: Period,
    said: Said,
    failed: Said,
    *,
    left_out: int = 0,
    jobs: Jobs | None = None,
) -> QFileDialog:
    """Opens the dialog, which asks before it takes a name that is there already; tells how it went."""
    kinds = {
        _tr("Picture (*.png)"): "png",
        _tr("Drawing that stays sharp at any size (*.svg)"): "svg",
        _tr("Page to print (*.pdf)"): "pdf",
    }
    dialog = _dialog(parent, _tr("Save picture"), kinds, _name(insight, period))
    dialog.fileSelected.connect(
        lambda path: write(insight, Path(path), _and_left_out(said, left_out), failed, jobs)
    )
    dialog.open()
    return dialog


def ask_and_save_table(
    parent: QWidget,
    insight: Insight[object],
    period: Period,
    said: Said,
    failed: Said,
    *,
    left_out: int = 0,
) -> QFileDialog:
    """The same for the chart's table."""
    kinds = {_tr("Table for a spreadsheet (*.csv)"): "csv"}
    dialog = _dialog(parent, _tr("Save table"), kinds, _name(insight, period))
    told = _and_left_out(said, left_out)
    dialog.fileSelected.connect(lambda path: _write_table(insight.table, Path(path), told, failed))
    dialog.open()
    return dialog


def write(insight: Insight[object], path: Path, said: Said, failed: Said, jobs: Jobs | None = None) -> None:
    """Writes the picture on white paper, with its title, over a file that the parent chose to write over."""

    def save() -> None:
        from bonddiary.charts.render import save  # with matplotlib, which the page loads when it draws
        from bonddiary.charts.style import ChartStyle

        save(insight, ChartStyle(tokens(ThemeKey.DAY), titled=True), path, overwrite=True)

    _do(save, lambda _none: said(_tr("Saved {0}.").format(path.name)), failed, jobs)


def copy_picture(insight: Insight[object], said: Said, failed: Said, jobs: Jobs, left_out: int = 0) -> None:
    """Puts the picture, as it would be saved, on the clipboard."""

    def draw() -> bytes:
        from bonddiary.charts.render import png
        from bonddiary.charts.style import ChartStyle

        return png(insight, ChartStyle(tokens(ThemeKey.DAY), titled=True))

    def take(drawn: bytes) -> None:
        QGuiApplication.clipboard().setImage(QImage.fromData(drawn))
        _and_left_out(said, left_out)(_tr("Copied."))

    _do(draw, take, failed, jobs)


def as_csv(table: Table) -> bytes:
    """The table as spreadsheets read it, whatever letters it has."""
    held = io.StringIO(newline="")
    rows = table.headers, *table.rows
    csv.writer(held).writerows([harmless(unmarked(cell)) for cell in row] for row in rows)
    return held.getvalue().encode("utf-8-sig")


def _do(work: Callable[[], T], done: Callable[[T], None], failed: Said, jobs: Jobs | None) -> None:
    def tell(error: Exception) -> None:
        failed(str(error) if isinstance(error, DiaryError) else NOT_MADE)

    if jobs is not None:
        jobs.run(lambda _job: work(), done, tell)
        return
    try:
        made = work()
    except Exception as error:  # noqa: BLE001  # whatever goes wrong in a picture, the window says so
        tell(error)
        return
    done(made)


def _write_table(table: Table, path: Path, said: Said, failed: Said) -> None:
    try:
        atomic_write(path, [as_csv(table)], overwrite=True)
    except DiaryError as error:
        failed(str(error))
        return
    said(_tr("Saved {0}.").format(path.name))


def _and_left_out(said: Said, left_out: int) -> Said:
    if not left_out:
        return said
    are = _tr("is") if left_out == 1 else _tr("are")
    what = _tr("{0} {1} left out.").format(wording.counted(left_out, "private moment"), are)
    return lambda words: said(f"{words} {what}")


def _dialog(parent: QWidget, title: str, kinds: dict[str, str], name: str) -> QFileDialog:
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
    dialog = QFileDialog(parent, title, folder)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters(list(kinds))
    first = next(iter(kinds.values()))
    dialog.setDefaultSuffix(first)
    dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(kinds.get(chosen, first)))
    dialog.selectFile(f"{name}.{first}")
    return dialog


def _name(insight: Insight[object], period: Period) -> str:
    return f"{insight.key}-{period.first.isoformat()}-to-{period.last.isoformat()}"


def _tr(words: str) -> str:
    return QCoreApplication.translate("SavePicture", words)


NOT_MADE = "The picture couldn’t be drawn."
