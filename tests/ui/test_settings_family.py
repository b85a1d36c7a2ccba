"""Settings: babies' colours, putting away and bringing back, being born; carers."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from bonddiary.domain.baby import Baby, BabyColour, Carer
from bonddiary.domain.ids import BabyId, CarerId
from bonddiary.system.settings import load_settings
from bonddiary.ui.models.baby_dates import DATE_HELP
from bonddiary.ui.pages.page import Width
from bonddiary.ui.pages.settings.page import SettingsPage
from bonddiary.ui.pages.settings.presenter import SettingsPresenter
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.date_field import read_date
from tests.builders import ROBIN, carer, moment

WREN = Baby(id=BabyId("01a1e000-0000-7000-8000-000000000002"), nickname="Wren", born=date(2026, 9, 20))


@pytest.fixture
def presenter(robin: Session) -> SettingsPresenter:
    """Two babies."""
    robin.diary.add(WREN)
    made = SettingsPresenter(robin, lambda _state: None, read_date)
    made.refresh()
    return made


@pytest.fixture
def page(qtbot: QtBot, robin: Session, theme: Theme) -> SettingsPage:
    """The page, shown, with two babies, one who is expected, two carers."""
    robin.diary.add(replace(WREN, born=None, due=date(2027, 1, 11)))
    robin.diary.add(carer())
    robin.diary.add(replace(carer("Gran"), archived=True))
    made = SettingsPage(robin, theme)
    qtbot.addWidget(made)
    made.resize(1000, 900)
    made.show()
    made.enter()
    return made


def named(page: QWidget, kind: type[QWidget], name: str) -> QWidget:
    return next(
        each
        for each in page.findChildren(kind)
        if each.isVisibleTo(page) and name in (each.accessibleName(), each.property("text"))
    )


def press(page: QWidget, name: str) -> None:
    QTest.mouseClick(named(page, QPushButton, name), Qt.MouseButton.LeftButton)
    QApplication.processEvents()


class TestBabies:
    def test_one_baby_alone_has_no_colour_to_choose(self, robin: Session) -> None:
        presenter = SettingsPresenter(robin, lambda _state: None, read_date)
        presenter.refresh()
        (card,) = presenter.state.babies
        assert (card.mark, card.colours) == (None, ())

    def test_a_colour_has_a_name_in_words(self, presenter: SettingsPresenter) -> None:
        card = presenter.state.babies[1]
        assert [name for _, name in card.colours] == ["Sea", "Plum", "Amber", "Moss"]
        assert {mark.initial for mark, _ in card.colours} == {"W"}
        assert card.mark is not None
        assert card.mark.colour is BabyColour.PLUM

    def test_two_babies_never_have_the_same_colour(
        self, robin: Session, presenter: SettingsPresenter
    ) -> None:
        presenter.choose_colour(WREN.id, BabyColour.AMBER)
        assert [mark.colour for mark in robin.marks] == [BabyColour.SEA, BabyColour.AMBER]
        presenter.choose_colour(ROBIN.id, BabyColour.AMBER)
        assert [mark.colour for mark in robin.marks] == [BabyColour.AMBER, BabyColour.SEA]
        robin.diary.undo()
        assert [mark.colour for mark in robin.marks] == [BabyColour.SEA, BabyColour.AMBER]

    def test_put_away_keeps_every_entry_and_can_be_undone(
        self, robin: Session, presenter: SettingsPresenter
    ) -> None:
        there = moment(baby=WREN.id)
        robin.diary.bring_in([there], "test")
        presenter.put_away(WREN.id, away=True)
        assert robin.babies == (ROBIN,)
        assert [each.name for each in presenter.state.away] == ["Wren"]
        assert robin.diary.moment(there.id) == there
        robin.diary.undo()
        presenter.refresh()
        assert (len(robin.babies), presenter.state.away) == (2, ())

    def test_brought_back(self, robin: Session, presenter: SettingsPresenter) -> None:
        presenter.put_away(WREN.id, away=True)
        presenter.put_away(WREN.id, away=False)
        assert [card.heading for card in presenter.state.babies] == ["Robin", "Wren"]

    def test_the_baby_shown_put_away_gives_way_to_another(
        self, robin: Session, presenter: SettingsPresenter
    ) -> None:
        presenter.show_baby(WREN.id)
        presenter.put_away(WREN.id, away=True)
        assert robin.baby == ROBIN


class TestBorn:
    @pytest.fixture
    def presenter(self, session: Session) -> SettingsPresenter:
        session.diary.add(replace(ROBIN, born=None, due=date(2026, 11, 30)))
        made = SettingsPresenter(session, lambda _state: None, read_date)
        made.refresh()
        return made

    def test_a_press_asks_for_the_day(self, session: Session, presenter: SettingsPresenter) -> None:
        assert presenter.state.babies[0].expected
        assert presenter.state.babies[0].about == "38 weeks of pregnancy"
        presenter.tell_born(ROBIN.id, "15/11/2026")
        assert session.babies[0].born == date(2026, 11, 15)
        assert not presenter.state.babies[0].expected
        session.diary.undo()
        assert session.babies[0].born is None

    @pytest.mark.parametrize(
        ("typed", "words"),
        [("soon", DATE_HELP), ("", "Type the day of birth first."), ("20/11/2026", "in the future")],
    )
    def test_a_day_that_cant_be_is_said(
        self, session: Session, presenter: SettingsPresenter, typed: str, words: str
    ) -> None:
        presenter.tell_born(ROBIN.id, typed)
        assert words in presenter.state.babies[0].born_problem
        assert session.babies[0].born is None


class TestCarers:
    def test_added_renamed_put_away_and_brought_back(
        self, robin: Session, presenter: SettingsPresenter
    ) -> None:
        assert presenter.add_carer("  Sam ")
        (card,) = presenter.state.carers.carers
        assert card.label == "Sam"
        presenter.rename_carer(card.key, "Grandad")
        assert [each.label for each in presenter.state.carers.carers] == ["Grandad"]
        presenter.put_carer_away(card.key, away=True)
        assert presenter.state.carers.carers == ()
        assert [each.name for each in presenter.state.carers.away] == ["Grandad"]
        presenter.put_carer_away(card.key, away=False)
        assert presenter.state.carers.away == ()
        for _ in range(4):
            robin.diary.undo()
        assert robin.diary.all(Carer) == ()

    def test_a_name_is_needed_and_each_is_there_once(self, presenter: SettingsPresenter) -> None:
        assert not presenter.add_carer("  ")
        assert presenter.state.carers.add_problem == "Type a name first."
        assert presenter.add_carer("Sam")
        assert not presenter.add_carer("sam")
        assert presenter.state.carers.add_problem == "There is a carer called Sam already."
        key = presenter.state.carers.carers[0].key
        presenter.rename_carer(key, "")
        assert presenter.state.carers.carers[0].problem.startswith("A carer needs a name.")
        presenter.rename_carer(key, "Sam")
        assert presenter.state.carers.carers[0].problem == ""

    def test_who_is_noting_is_kept(self, robin: Session, presenter: SettingsPresenter) -> None:
        presenter.add_carer("Sam")
        key = presenter.state.carers.carers[0].key
        assert robin.carer_to_log() is None
        presenter.choose_carer(key)
        assert robin.carer_to_log() == key
        assert (presenter.state.carers.noting, load_settings(robin.paths.settings).last_carer) == (key, key)
        presenter.choose_carer("")
        assert robin.carer is None

    def test_a_carer_who_is_put_away_notes_nothing_new(
        self, robin: Session, presenter: SettingsPresenter
    ) -> None:
        presenter.add_carer("Sam")
        key = presenter.state.carers.carers[0].key
        presenter.choose_carer(key)
        presenter.put_carer_away(key, away=True)
        assert robin.carer_to_log() is None
        robin.diary.undo()
        assert robin.carer_to_log() == key

    def test_a_carer_of_another_diary_is_nobody(self, robin: Session) -> None:
        robin.choose_carer(CarerId("01a1e000-0000-7000-8000-00000000dead"))
        assert robin.carer_to_log() is None


class TestPage:
    def test_every_control_has_a_name(
        self, page: SettingsPage, unnamed: Callable[[QWidget], list[str]]
    ) -> None:
        assert unnamed(page) == []

    def test_a_colour_is_chosen_by_arrows(self, page: SettingsPage, robin: Session) -> None:
        shown = named(page, QRadioButton, "Colour of Wren: Plum")
        shown.setFocus()
        QTest.keyClick(shown, Qt.Key.Key_Right)
        assert robin.marks[1].colour is BabyColour.AMBER
        assert QApplication.focusWidget() is named(page, QRadioButton, "Colour of Wren: Amber")

    def test_put_away_and_back_never_lose_the_keyboard(self, page: SettingsPage, robin: Session) -> None:
        press(page, "Put away Wren")
        assert [baby.nickname for baby in robin.babies] == ["Robin"]
        held = QApplication.focusWidget()
        assert held is not None
        assert held.isVisible()
        press(page, "Bring back Wren")
        assert len(robin.babies) == 2

    def test_a_press_says_that_a_baby_is_born(self, page: SettingsPage, robin: Session) -> None:
        press(page, "Wren is born")
        field = named(page, QLineEdit, "Born on")
        assert isinstance(field, QLineEdit)
        assert QApplication.focusWidget() is field
        assert field.text() == "16/11/2026"
        field.setText("when?")
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert field.text() == "when?"
        assert robin.babies[1].born is None
        field.setText("14 November 2026")
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert robin.babies[1].born == date(2026, 11, 14)
        assert not field.isVisible()

    def test_escape_puts_the_question_away(self, page: SettingsPage) -> None:
        press(page, "Wren is born")
        field = named(page, QLineEdit, "Born on")
        assert QApplication.focusWidget() is field
        QTest.keyClick(field, Qt.Key.Key_Escape)
        assert not field.isVisible()
        assert QApplication.focusWidget() is named(page, QPushButton, "Wren is born")

    def test_carers_by_keyboard(self, page: SettingsPage, robin: Session) -> None:
        field = named(page, QLineEdit, "Name of one more carer")
        assert isinstance(field, QLineEdit)
        field.setFocus()
        QTest.keyClicks(field, "Grandad")
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert (field.text(), QApplication.focusWidget()) == ("", field)
        nobody = named(page, QRadioButton, "Who is noting?: Nobody named")
        nobody.setFocus()
        QTest.keyClick(nobody, Qt.Key.Key_Right)
        assert robin.carer is not None
        assert robin.carer.label == "Grandad"
        press(page, "Put away Sam")
        assert [each.label for each in robin.carers] == ["Grandad"]
        press(page, "Bring back Gran")
        assert {each.label for each in robin.carers} == {"Grandad", "Gran"}

    def test_what_cant_be_a_name_stays_to_be_mended(self, page: SettingsPage, robin: Session) -> None:
        field = named(page, QLineEdit, "Name of Sam")
        assert isinstance(field, QLineEdit)
        field.setFocus()
        field.setText("Gran")
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert field.text() == "Gran"
        assert "There is a carer called Gran already." in field.accessibleDescription()
        assert [each.label for each in robin.carers] == ["Sam"]

    def test_tab_reaches_every_new_control_from_top_to_bottom(self, page: SettingsPage) -> None:
        order: list[str] = []
        step: QWidget | None = page.nextInFocusChain()
        while step is not None and step is not page and len(order) < 300:
            if step.isVisibleTo(page) and step.focusPolicy() & Qt.FocusPolicy.TabFocus:
                order.append(step.accessibleName() or str(step.property("text")))
            step = step.nextInFocusChain()
        wanted = [
            "Call baby, Robin", "Colour of Robin: Sea", "Shown now: Robin", "Put away Robin",
            "Call baby, Wren", "Wren is born", "Colour of Wren: Plum", "Put away Wren",
            "Add another baby", "Theme: System", "Name of Sam", "Put away Sam",
            "Name of one more carer", "Add carer", "Bring back Gran", "Who is noting?: Nobody named",
            "Copy path",
        ]  # fmt: skip
        assert [name for name in order if name in wanted] == wanted

    @pytest.mark.parametrize("size", [100, 200])
    @pytest.mark.parametrize(
        ("width", "pixels"), [(Width.WIDE, 1080), (Width.MEDIUM, 930), (Width.NARROW, 360)]
    )
    def test_no_words_are_cut_off(
        self,
        page: SettingsPage,
        robin: Session,
        cut_off: Callable[[QWidget], list[str]],
        width: Width,
        pixels: int,
        size: int,
    ) -> None:
        robin.change_settings(text_size=size)
        page.set_width(width)
        page.resize(pixels, 620)
        press(page, "Wren is born")
        assert cut_off(page) == []
        assert page._reading.horizontalScrollBar().maximum() == 0
        inside = page._reading.widget()
        assert inside is not None
        assert inside.minimumSizeHint().width() <= page._reading.viewport().width()
