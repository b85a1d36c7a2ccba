"""The Settings page: choices apply at once, babies are edited in place."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from bonddiary.domain.baby import Baby
from bonddiary.domain.errors import DiaryError
from bonddiary.domain.ids import BabyId, new_id
from bonddiary.system.settings import ThemeChoice, load_settings
from bonddiary.ui.pages.page import Width
from bonddiary.ui.pages.settings.page import SettingsPage
from bonddiary.ui.pages.settings.presenter import DATE_HELP, NEW, SettingsPresenter, age_line, check_dates
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.date_field import read_date
from bonddiary.ui.widgets.reading import Reading
from tests.builders import NOW, ROBIN

TODAY = NOW.day


@pytest.fixture
def presenter(robin: Session) -> SettingsPresenter:
    """A presenter whose states go nowhere."""
    made = SettingsPresenter(robin, lambda _state: None, read_date)
    made.refresh()
    return made


@pytest.fixture
def page(qtbot: QtBot, robin: Session, theme: Theme) -> SettingsPage:
    """The page, shown."""
    made = SettingsPage(robin, theme)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    made.enter()
    return made


class TestBabies:
    def test_a_diary_without_a_baby_offers_a_card(self, session: Session) -> None:
        presenter = SettingsPresenter(session, lambda _state: None, read_date)
        presenter.refresh()
        assert [card.key for card in presenter.state.babies] == [NEW]
        presenter.change_baby(NEW, " Wren ", "3/11/2026", "")
        (baby,) = session.babies
        assert (baby.nickname, baby.born, baby.due) == ("Wren", date(2026, 11, 3), None)
        assert presenter.state.babies[0].about == "13 days old"

    def test_an_empty_card_saves_nothing(self, session: Session) -> None:
        presenter = SettingsPresenter(session, lambda _state: None, read_date)
        presenter.change_baby(NEW, "  ", "", "")
        assert session.babies == ()

    def test_a_change_is_saved_at_once_and_can_be_undone(
        self, robin: Session, presenter: SettingsPresenter
    ) -> None:
        presenter.change_baby(ROBIN.id, "Rob", "20/9/2026", "1 November 2026")
        assert robin.babies[0].due == date(2026, 11, 1)
        robin.diary.undo()
        assert robin.babies == (ROBIN,)

    def test_leaving_a_field_as_it_was_is_no_step(self, robin: Session, presenter: SettingsPresenter) -> None:
        before = robin.diary.undo_title()
        presenter.change_baby(ROBIN.id, "Robin", "20/9/2026", "")
        assert robin.diary.undo_title() == before

    @pytest.mark.parametrize(
        ("born", "due", "words"),
        [
            ("31/2/2026", "", DATE_HELP),
            ("soon", "", DATE_HELP),
            ("20/9/2027", "", "in the future"),
            ("", "1/1/2030", "more than 45 weeks away"),
            ("20/9/2026", "20/9/2025", "more than 20 weeks apart"),
        ],
    )
    def test_what_cant_be_is_said_on_the_card_and_not_saved(
        self, robin: Session, presenter: SettingsPresenter, born: str, due: str, words: str
    ) -> None:
        presenter.change_baby(ROBIN.id, "Robin", born, due)
        assert words in presenter.state.babies[0].problem
        assert robin.babies == (ROBIN,)
        presenter.change_baby(ROBIN.id, "Robin", "20/9/2026", "")
        assert presenter.state.babies[0].problem == ""

    def test_dates_on_the_edge_are_taken(self) -> None:
        check_dates(TODAY, None, TODAY)
        check_dates(date(2026, 9, 20), date(2026, 11, 29), TODAY)

    def test_another_baby_can_be_added_and_shown(self, robin: Session, presenter: SettingsPresenter) -> None:
        presenter.add_baby()
        assert not presenter.state.can_add
        assert presenter.state.babies[-1].heading == "Add a baby"
        presenter.change_baby(NEW, "Jay", "", "")
        assert [card.heading for card in presenter.state.babies] == ["Robin", "Jay"]
        assert presenter.state.several
        jay = presenter.state.babies[1]
        presenter.show_baby(jay.key)
        assert robin.baby is not None
        assert robin.baby.nickname == "Jay"
        presenter.refresh()
        assert [card.shown for card in presenter.state.babies] == [False, True]

    def test_ages_are_told_as_the_rest_of_the_window_counts_them(self) -> None:
        early = Baby(id=BabyId(new_id()), born=date(2026, 9, 20), due=date(2026, 11, 9))
        assert age_line(early, TODAY).startswith("8 weeks old, 7 days corrected age")
        assert age_line(Baby(id=BabyId(new_id()), due=date(2027, 1, 11)), TODAY) == "32 weeks of pregnancy"
        assert age_line(Baby(id=BabyId(new_id())), TODAY) == ""


class TestChoices:
    def test_apply_at_once_and_are_kept(self, robin: Session, presenter: SettingsPresenter) -> None:
        presenter.choose_theme(ThemeChoice.NIGHT)
        presenter.choose_text_size(150)
        presenter.choose_number_keys(False)
        kept = load_settings(robin.paths.settings)
        assert (kept.theme, kept.text_size, kept.number_keys) == (ThemeChoice.NIGHT, 150, False)
        assert presenter.state.theme is ThemeChoice.NIGHT

    def test_a_choice_that_cant_be_written_is_said(
        self, robin: Session, presenter: SettingsPresenter, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def refuse(**_changes: object) -> None:
            raise DiaryError("“settings.json” can’t be saved.")

        monkeypatch.setattr(robin, "change_settings", refuse)
        presenter.choose_text_size(150)
        assert presenter.state.problem.startswith("“settings.json” can’t be saved.")


class TestPage:
    def test_every_control_has_a_name(
        self, page: SettingsPage, unnamed: Callable[[QWidget], list[str]]
    ) -> None:
        assert unnamed(page) == []

    def test_tab_goes_from_top_to_bottom(self, page: SettingsPage) -> None:
        order: list[str] = []
        here = page.findChild(QLineEdit)
        assert here is not None
        first = here
        step: QWidget | None = here
        while step is not None and len(order) < 300:
            if step.isVisible() and step.focusPolicy() & Qt.FocusPolicy.TabFocus:
                order.append(step.accessibleName() or str(step.property("text")))
            step = step.nextInFocusChain()
            if step is first:
                break
        start = [
            "Call baby, Robin",
            "Born, Robin",
            "Due date, Robin",
            "Add another baby",
            "Theme: System",
            "Text size: 100 %",
        ]
        assert order[:6] == start

    def test_a_theme_is_worn_when_it_is_pressed(
        self, page: SettingsPage, robin: Session, theme: Theme
    ) -> None:
        night = next(chip for chip in page.findChildren(QRadioButton) if chip.text() == "Night")
        QTest.mouseClick(night, Qt.MouseButton.LeftButton)
        assert robin.settings.theme is ThemeChoice.NIGHT
        assert theme.look.tokens.name == "Night"
        assert night.isChecked()

    def test_arrows_go_through_the_choices(self, page: SettingsPage, robin: Session) -> None:
        now = next(chip for chip in page.findChildren(QRadioButton) if chip.text() == "100 %")
        now.setFocus()
        QTest.keyClick(now, Qt.Key.Key_Right)
        assert robin.settings.text_size == 110

    def test_typing_a_date_saves_it_when_the_field_is_left(self, page: SettingsPage, robin: Session) -> None:
        born = next(
            field for field in page.findChildren(QLineEdit) if field.accessibleName() == "Born, Robin"
        )
        born.setFocus()
        born.selectAll()
        QTest.keyClicks(born, "21 Sep 2026")
        QTest.keyClick(born, Qt.Key.Key_Tab)
        assert robin.babies[0].born == date(2026, 9, 21)
        assert born.text() == "21/9/2026"

    def test_a_date_that_cant_be_read_stays_to_be_mended(self, page: SettingsPage) -> None:
        born = next(
            field for field in page.findChildren(QLineEdit) if field.accessibleName() == "Born, Robin"
        )
        born.setText("31/2/2026")
        born.editingFinished.emit()
        assert born.text() == "31/2/2026"
        shown = [each for each in page.findChildren(QWidget) if DATE_HELP in str(each.property("text"))]
        assert shown[0].isVisible()

    def test_copies_the_path_and_opens_the_folder(
        self, page: SettingsPage, robin: Session, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        asked: list[QUrl] = []

        def refuse(url: QUrl) -> bool:
            asked.append(url)
            return False

        monkeypatch.setattr(QDesktopServices, "openUrl", refuse)
        buttons = {button.text(): button for button in page.findChildren(QPushButton)}
        buttons["Copy path"].click()
        assert QGuiApplication.clipboard().text() == str(robin.paths.diary)
        buttons["Open folder"].click()
        assert [url.toLocalFile() for url in asked] == [str(robin.paths.diary.parent)]
        assert page.presenter.state.problem

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
        assert cut_off(page) == []

    @pytest.mark.parametrize("size", [100, 200])
    def test_fits_a_small_window(self, page: SettingsPage, robin: Session, size: int) -> None:
        robin.change_settings(text_size=size)
        page.set_width(Width.NARROW)
        QApplication.processEvents()
        inside = page.findChildren(Reading)[0].widget()
        assert inside is not None
        assert inside.minimumSizeHint().width() <= 360 - 18
        assert page.minimumSizeHint().width() <= 360
