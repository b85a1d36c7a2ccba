"""The quiet line on Log that leads to Catch up."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bonddiary.ui.pages.log.catch_up_line import CatchUpLine
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from tests.builders import NOW, moment_draft


@pytest.fixture
def line(qtbot: QtBot, robin: Session, theme: Theme) -> CatchUpLine:
    robin.diary.log(moment_draft(at=NOW.shifted(-timedelta(hours=5))))
    theme.wear()
    made = CatchUpLine(robin, theme)
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(("size", "width", "wraps"), [(100, 700, False), (200, 308, True), (200, 900, False)])
def test_its_words_wrap_where_they_have_to(
    line: CatchUpLine, robin: Session, size: int, width: int, wraps: bool
) -> None:
    robin.change_settings(text_size=size)
    line.look()
    line.resize(width, 200)
    line.show()
    QApplication.processEvents()
    assert line.minimumSizeHint().width() <= width
    assert line._words.wordWrap() is wraps
    assert line._words.geometry().right() <= width
    assert line._chip.geometry().right() <= width


def test_it_asks_after_some_hours_alone(line: CatchUpLine, robin: Session) -> None:
    line.look()
    assert not line.isHidden()
    robin.diary.log(moment_draft(at=NOW.shifted(-timedelta(hours=1))))
    line.look()
    assert line.isHidden()
