"""PySide6 6.12.0 on Python 3.11 loses a reference to None with every void call, and aborts after 7,000."""

import sys

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

CALLS = 500


def test_void_calls_of_qt_keep_their_references_to_none(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    label.setText("warm up")
    before = sys.getrefcount(None)
    for number in range(CALLS):
        label.setText(str(number))
    assert before - sys.getrefcount(None) < CALLS // 10
