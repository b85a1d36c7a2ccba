"""Asks where a file goes. Its name is neutral: nobody's name is in it."""

import re
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from bonddiary.domain.period import Period
from bonddiary.ui.file_dialog import documents, nothing_remembered
from bonddiary.ui.pages.report.state import Act, Paper, Preview
from bonddiary.ui.widgets.breaks import BREAK

_MADE_ON = re.compile(r"-\d{4}-\d\d-\d\d$")
"""The days that the page is about say more than the day on which it was made."""

_AFTER_A_SIGN = re.compile(r"(?<=[/\\._-])(?=[^/\\._-])")
LONG = 12
"""Letters that have room in any window, at any text size."""


def ask_where(parent: QWidget, act: Act, preview: Preview) -> tuple[Path, bool] | None:
    """Where to, and whether the dialog has asked about writing over it; None: nowhere."""
    kinds = {
        Act.PDF: _tr("PDF, to print or send"),
        Act.WEB: _tr("Web page, to read on any screen"),
        Act.TABLE: _tr("Table of the entries, for spreadsheets"),
    }
    ending = f".{act.value}"
    with nothing_remembered():
        chosen, _kind = QFileDialog.getSaveFileName(
            parent, _tr("Save"), str(documents() / file_name(act, preview)), f"{kinds[act]} (*{ending})"
        )
    if not chosen:
        return None
    path = Path(chosen)
    named = path if path.suffix.lower() == ending else path.with_name(path.name + ending)
    return named, named == path


def file_name(act: Act, preview: Preview) -> str:
    """ "diary-page-2026-11-03-to-2026-11-16.pdf"."""
    request = preview.asked.request
    stem = preview.document.file_stem
    if preview.asked.paper is Paper.PAGE and request is not None:
        stem = f"{_MADE_ON.sub('', stem)}-{_days(request.period)}"
    return f"{stem}.{act.value}"


def breakable(name: str) -> str:
    """A name or a path that goes on in the next line where it must: after a sign, or within a long part."""
    parts = (BREAK.join(part) if len(part) > LONG else part for part in _AFTER_A_SIGN.split(name))
    return BREAK.join(parts)


def _days(period: Period) -> str:
    return f"{period.first.isoformat()}-to-{period.last.isoformat()}"


def _tr(words: str) -> str:
    return QCoreApplication.translate("SavePage", words)
