"""The Visits page in windows of many widths: what lies in line, what is read whole."""

from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget

from bonddiary.ui.pages.visits.page import VisitsPage
from bonddiary.ui.session import Session
from bonddiary.ui.widgets.press import GAP, RING
from tests.builders import visit

NEXT = visit(day=date(2026, 11, 20), review="en-6-8-weeks")


def test_words_that_ask_for_a_question_are_read_whole(page: VisitsPage) -> None:
    page.resize(200, 700)
    QApplication.processEvents()
    text = page.all.new.field.text
    inside = QRect(0, 0, text.viewport().width() - 8, 10_000)
    wrapped = text.fontMetrics().boundingRect(inside, Qt.TextFlag.TextWordWrap, text.placeholderText())
    assert text.viewport().height() >= wrapped.height()


def test_a_look_back_ends_where_the_visits_beside_the_questions_end(robin: Session, page: VisitsPage) -> None:
    robin.diary.add(replace(NEXT, day=robin.clock().day - timedelta(days=20)))
    page.resize(1000, 700)
    QApplication.processEvents()
    assert page.all.look_back.isVisible()

    def end(part: QWidget) -> int:
        return part.mapTo(page, part.rect().topRight()).x()

    assert (
        abs(end(page.all._asks) - end(page.all.past)) <= RING + GAP
    )  # a button’s body lies so far inside it
