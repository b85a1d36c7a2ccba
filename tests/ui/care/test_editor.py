"""A care event in the Timeline's editor: the same fields as on Log; and what came before a moment."""

from dataclasses import replace
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from bonddiary.domain.care import CareEvent, CareKind, Unit
from bonddiary.domain.records import Record, ref_to
from bonddiary.ui.care.fields import ChoiceLine, WordField
from bonddiary.ui.pages.timeline.editor import EntryEditor
from bonddiary.ui.pages.timeline.page import TimelinePage
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from tests.builders import care, moment, when
from tests.ui.test_timeline_page import ROOTING, STEP, entry, filled, opened

IMPORTED = care(
    at=when("2026-11-16T19:00"),
    until=when("2026-11-16T19:20"),
    value=2.75,
    unit=Unit.FL_OZ,
    details=(("method", "bottle"), ("milk", "milk"), ("quantity", "2.8"), ("logged by", "Sam")),
    note="slept after",
)


@pytest.fixture
def page(qtbot: QtBot, robin: Session, theme: Theme) -> TimelinePage:
    made = filled(qtbot, robin, theme)
    robin.diary.bring_in([IMPORTED], STEP)
    return made


def chip(shown: EntryEditor, detail: str, words: str) -> None:
    line = shown._of_care.fields.details[detail]
    assert isinstance(line, ChoiceLine)
    next(each for each in line.chips() if each.text() == words).click()


def kept(robin: Session, of: Record) -> CareEvent:
    found = entry(robin, of)  # type: ignore[arg-type]  # an entry
    assert isinstance(found, CareEvent)
    return found


def test_what_came_with_a_file_is_shown_and_stays_whatever_is_edited(
    page: TimelinePage, robin: Session
) -> None:
    shown = opened(page, IMPORTED)
    milk = shown._of_care.fields.details["milk"]
    assert isinstance(milk, ChoiceLine)
    assert [(each.text(), each.isChecked()) for each in milk.chips()] == [
        ("Breast milk", False),
        ("Formula", False),
        ("milk", True),
    ]
    assert shown._of_care._others.text() == "quantity: 2.8\nlogged by: Sam"
    chip(shown, "milk", "Formula")
    assert kept(robin, IMPORTED) == replace(
        IMPORTED,
        details=(("method", "bottle"), ("milk", "formula"), ("quantity", "2.8"), ("logged by", "Sam")),
    )
    robin.diary.undo()
    assert kept(robin, IMPORTED) == IMPORTED


def test_each_change_is_one_step(page: TimelinePage, robin: Session) -> None:
    shown = opened(page, IMPORTED)
    chip(shown, "method", "Solid food")
    food = shown._of_care.fields.details["food"]
    assert isinstance(food, WordField)
    food.setText("banana")
    food.editingFinished.emit()
    shown._value.setText("30")
    shown._value.editingFinished.emit()
    assert dict(kept(robin, IMPORTED).details)["food"] == "banana"
    for details in (("solid", "banana", 2.75), ("solid", "", 2.75), ("bottle", "", 2.75)):
        robin.diary.undo()
        event = kept(robin, IMPORTED)
        assert (event.detail("method"), event.detail("food"), event.value) == details


def test_a_temperature_that_cannot_be_stays_typed_with_the_reason(page: TimelinePage, robin: Session) -> None:
    event = care(kind=CareKind.TEMPERATURE, at=when("2026-11-16T19:30"), until=None)
    robin.diary.bring_in([event], STEP)
    shown = opened(page, event)
    shown._value.setText("400")
    shown._value.editingFinished.emit()
    assert "400 °C can’t be" in shown._problem.text()
    assert (shown._value.text(), kept(robin, event).value) == ("400", None)
    shown._value.setText("37.4")
    shown._value.editingFinished.emit()
    assert shown._problem.isHidden()
    assert (kept(robin, event).value, kept(robin, event).unit) == (37.4, Unit.CELSIUS)


def test_a_moment_tells_what_came_before_it_and_a_late_entry_changes_it(
    page: TimelinePage, robin: Session
) -> None:
    noted = moment(at=when("2026-11-16T19:30"))
    robin.diary.bring_in([noted], STEP)
    shown = opened(page, noted)
    words = shown._of_moments._before
    assert words.text().startswith("10 min after a feed · ")
    late = care(kind=CareKind.NAPPY, at=noted.at.shifted(-timedelta(minutes=3)), until=None)
    robin.diary.bring_in([late], STEP)
    assert "3 min after a nappy" in words.text()
    robin.diary.delete(ref_to(late))
    assert "3 min after a nappy" not in words.text()
    opened(page, IMPORTED)
    assert words.isHidden()
    opened(page, ROOTING)
    assert words.isVisible()
