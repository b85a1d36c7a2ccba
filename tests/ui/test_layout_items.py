"""Python keeps no item of a layout: Qt deletes it with its widget, and gives its address to something else."""

import shiboken6
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget, QWidgetItem
from pytestqt.qtbot import QtBot

from bonddiary.ui.widgets.focus import order_stops
from bonddiary.ui.widgets.layout import column, parts_of, row


def kept() -> int:
    return sum(isinstance(each, QWidgetItem) for each in shiboken6.getAllValidWrappers())


def test_looking_through_a_layout_keeps_nothing(qtbot: QtBot) -> None:
    part = QWidget()
    qtbot.addWidget(part)
    first, second, third = (QPushButton(name) for name in "abc")
    inner = row(second, third)
    part.setLayout(column(first, inner, 1))
    before = kept()
    assert parts_of(part.layout() or QVBoxLayout()) == [first, inner]
    order_stops(part)
    assert kept() == before
    assert isinstance(inner, QHBoxLayout)
    assert shiboken6.isValid(inner)
    assert first.nextInFocusChain() is second
    shiboken6.delete(second)
    assert parts_of(inner) == [third], "and the layout is as it was"
