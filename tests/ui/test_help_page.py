"""The Get help page: the safety content word for word, the same whatever is in the diary."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QFocusEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from bonddiary import __version__
from bonddiary.content.guidance import load_safety
from bonddiary.content.wording import banned_words
from bonddiary.domain.errors import ContentError, DiskFull
from bonddiary.domain.guidance import Urgency
from bonddiary.ui.actions import ROWS
from bonddiary.ui.guides import Guides
from bonddiary.ui.pages.help.page import HelpPage
from bonddiary.ui.pages.help.parts import NumberLines, ServiceCard
from bonddiary.ui.pages.help.presenter import LOG_KEYS, USING, HelpPresenter, key_groups
from bonddiary.ui.pages.help.state import Part
from bonddiary.ui.pages.page import Width
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from bonddiary.ui.widgets.care_card import CareCard
from bonddiary.ui.widgets.reading import Reading
from bonddiary.ui.widgets.words import Heading
from tests.builders import ROBIN, moment_draft

GUIDE = load_safety(country="england")


@pytest.fixture
def presenter(session: Session) -> HelpPresenter:
    """A presenter whose state goes nowhere."""
    made = HelpPresenter(session, lambda _state: None)
    made.load()
    return made


@pytest.fixture
def page(qtbot: QtBot, session: Session, theme: Theme) -> HelpPage:
    """The page, shown."""
    made = HelpPage(session, theme)
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    made.enter()
    QApplication.processEvents()
    return made


class TestPresenter:
    def test_every_sign_and_service_is_there_word_for_word(self, presenter: HelpPresenter) -> None:
        signs = [sign for card in presenter.state.cards for sign in card.signs]
        assert sorted(signs) == sorted(sign.text for sign in GUIDE.signs)
        assert [card.urgency for card in presenter.state.cards] == list(Urgency)
        routes = [service.route for service in presenter.state.services]
        assert sorted(routes) == sorted(service.route for service in GUIDE.services)
        assert presenter.state.hard_now == GUIDE.hard_now
        assert (*presenter.state.first, *presenter.state.intro) == GUIDE.intro

    @pytest.mark.parametrize("country", [country.key for country in GUIDE.countries])
    def test_crisis_lines_come_first_in_each_country(self, presenter: HelpPresenter, country: str) -> None:
        presenter.choose_country(country)
        crisis = {service.name for service in load_safety(country=country).services if service.crisis}
        flags = [service.name in crisis for service in presenter.state.services]
        assert flags == sorted(flags, reverse=True)
        assert all(service.checked.startswith("Checked ") for service in presenter.state.services)
        assert bool(flags) is (country != "elsewhere")

    @pytest.mark.parametrize("country", [country.key for country in GUIDE.countries])
    def test_a_country_names_its_own_numbers_everywhere(
        self, presenter: HelpPresenter, country: str, session: Session
    ) -> None:
        presenter.choose_country(country)
        assert session.settings.country == country
        state = presenter.state
        cards = [words for card in state.cards for words in (card.heading, *card.signs)]
        said = " ".join([*cards, *state.first, *state.intro, *state.hard_now, *state.sharing])
        assert "{" not in said
        assert ("999" in said) is (country not in ("usa", "australia", "elsewhere"))
        assert ("911" in said) is (country == "usa")
        assert ("call 111" in said) is (country in ("england", "scotland", "wales"))
        assert ("nappy" in said) is (country != "usa")

    def test_own_numbers_are_kept_outside_the_diary(self, presenter: HelpPresenter, session: Session) -> None:
        presenter.write_own_numbers("  Surgery 01 234\nNext door 5678 ")
        assert presenter.state.own_numbers == "Surgery 01 234\nNext door 5678"
        assert "Next door" in session.paths.settings.read_text(encoding="utf-8")
        assert b"Next door" not in session.paths.diary.read_bytes()

    def test_every_shortcut_of_the_menus_is_listed(self) -> None:
        listed = {keys for group in key_groups() for row in group.rows for keys in row.keys}
        assert {keys for row in ROWS for keys in row.keys} <= listed
        assert key_groups()[-1] is LOG_KEYS
        assert not [row.does for group in key_groups() for row in group.rows if "&" in row.does]

    def test_ends_with_what_the_program_is_in_two_lines(self, presenter: HelpPresenter) -> None:
        what, checked = presenter.state.about
        assert "private notebook" in what
        assert "does not diagnose, monitor, predict or treat" in what
        assert "last checked" in checked
        assert "A clinician has not reviewed them yet" in checked
        assert presenter.state.version == f"Bond Diary {__version__}"

    def test_without_content_it_still_says_whom_to_call(
        self, session: Session, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def broken(_session: Session) -> None:
            raise ContentError("safety.toml can’t be read.")

        monkeypatch.setattr(Guides, "safety", broken)
        presenter = HelpPresenter(session, lambda _state: None)
        presenter.load()
        assert "such as 999 or 112" in presenter.state.problem
        assert presenter.state.version

    def test_its_own_words_are_kind(self) -> None:
        words = [f"{lead} {text}" for lead, text in USING]
        assert not [word for text in words for word in banned_words(text)]

    def test_signs_are_there_when_the_about_page_cannot_be_read(
        self, session: Session, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def broken(_session: Session) -> None:
            raise ContentError("about.toml can’t be read.")

        monkeypatch.setattr(Guides, "about", broken)
        presenter = HelpPresenter(session, lambda _state: None)
        presenter.load()
        assert [card.urgency for card in presenter.state.cards] == list(Urgency)
        assert presenter.state.services
        assert "about.toml" in presenter.state.problem


class TestKeys:
    def test_each_step_along_the_places_shows_its_numbers(self, page: HelpPage) -> None:
        page._where.setFocus()
        QTest.keyClick(page._where, Qt.Key.Key_Home)
        seen = []
        for _ in range(page._where.count()):
            assert page.presenter.state.country == page._where.currentData()
            seen.append(page._where.currentData())
            QTest.keyClick(page._where, Qt.Key.Key_Down)
        assert seen == [each.key for each in GUIDE.countries]

    def test_own_numbers_half_typed_are_kept_when_the_window_closes(
        self, page: HelpPage, session: Session
    ) -> None:
        page._own._lines.setFocus()
        QTest.keyClicks(page._own._lines, "Gran 01632")
        assert page.unsaved() == ""
        assert session.settings.own_numbers == "Gran 01632"


class TestPage:
    def test_care_cards_say_how_urgent_they_are(self, page: HelpPage) -> None:
        names = [card.accessibleName() for card in page.findChildren(CareCard)]
        assert [name.partition(":")[0] for name in names] == ["Emergency", "Urgent advice", "Not urgent"]

    def test_headings_are_headings_to_a_screen_reader(self, page: HelpPage) -> None:
        headings = page.findChildren(Heading)
        assert len(headings) > 10
        for heading in headings:
            found = QAccessible.queryAccessibleInterface(heading)
            assert found is not None
            assert found.role() is QAccessible.Role.Heading
            assert heading.text() in found.text(QAccessible.Text.Name)

    def test_every_control_has_a_name(self, page: HelpPage, unnamed: Callable[[QWidget], list[str]]) -> None:
        assert unnamed(page) == []

    @pytest.mark.parametrize("part", list(Part))
    def test_jumps_to_every_part(self, page: HelpPage, part: Part) -> None:
        page.show_section(part.value)
        QApplication.processEvents()
        focused = page.focusWidget()
        reading = page.findChild(Reading)
        assert isinstance(focused, Heading)
        assert reading is not None
        top = focused.mapTo(reading, focused.rect().topLeft()).y()
        bar = reading.verticalScrollBar()
        assert 0 <= top <= 60 or bar.value() == bar.maximum()
        assert top < reading.height()

    def test_a_jump_to_a_card_shows_how_urgent_it_is(self, page: HelpPage) -> None:
        page.show_section("soon")
        QApplication.processEvents()
        reading = page.findChild(Reading)
        card = page.findChildren(CareCard)[-1]
        assert reading is not None
        assert card.mapTo(reading, card.rect().topLeft()).y() >= 0

    def test_a_jump_button_goes_there(self, page: HelpPage) -> None:
        hard = next(
            each for each in page.findChildren(QPushButton) if each.text() == "This is hard right now"
        )
        hard.setFocus()
        QTest.keyClick(hard, Qt.Key.Key_Return)
        focused = page.focusWidget()
        assert isinstance(focused, Heading)
        assert focused.text() == "This is hard right now"

    def test_the_way_to_the_about_page(self, qtbot: QtBot, page: HelpPage) -> None:
        way = next(each for each in page.findChildren(QPushButton) if each.text() == "More about Bond Diary")
        with qtbot.waitSignal(page.about_asked):
            QTest.keyClick(way, Qt.Key.Key_Return)

    def test_a_name_that_is_no_part_is_refused(self, page: HelpPage) -> None:
        with pytest.raises(ValueError, match="nowhere"):
            page.show_section("nowhere")

    def test_nothing_depends_on_what_is_in_the_diary(
        self, qtbot: QtBot, robin: Session, theme: Theme
    ) -> None:
        before = _words(qtbot, robin, theme)
        robin.diary.log(moment_draft(baby=ROBIN.id))
        assert _words(qtbot, robin, theme) == before

    def test_no_label_opens_anything(self, page: HelpPage) -> None:
        assert page.findChildren(ServiceCard)
        assert not any(each.openExternalLinks() for each in page.findChildren(QLabel))

    @pytest.mark.parametrize("size", [100, 200])
    @pytest.mark.parametrize(
        ("width", "pixels"), [(Width.WIDE, 1080), (Width.MEDIUM, 930), (Width.NARROW, 360)]
    )
    def test_no_words_are_cut_off(
        self,
        page: HelpPage,
        session: Session,
        cut_off: Callable[[QWidget], list[str]],
        width: Width,
        pixels: int,
        size: int,
    ) -> None:
        session.change_settings(text_size=size)
        page.set_width(width)
        page.resize(pixels, 620)
        assert cut_off(page) == []

    @pytest.mark.parametrize("size", [100, 200])
    def test_fits_a_small_window(self, page: HelpPage, session: Session, size: int) -> None:
        session.change_settings(text_size=size)
        page.set_width(Width.NARROW)
        QApplication.processEvents()
        inside = page.findChildren(Reading)[0].widget()
        assert inside is not None
        assert inside.minimumSizeHint().width() <= 342 * size / 100
        assert page.minimumSizeHint().width() <= 360


def _words(qtbot: QtBot, session: Session, theme: Theme) -> list[str]:
    page = HelpPage(session, theme)
    qtbot.addWidget(page)
    page.enter()
    return [each.text() for each in page.findChildren(QLabel)]


class TestOwnNumbers:
    def typed(self, page: HelpPage, text: str) -> NumberLines:
        lines = page.findChild(NumberLines)
        assert lines is not None
        lines.setPlainText(text)
        return lines

    def test_are_kept_when_the_window_closes_while_they_are_typed(
        self, page: HelpPage, session: Session
    ) -> None:
        self.typed(page, "Surgery 01 234")
        assert page.unsaved() == ""
        assert "Surgery" in session.paths.settings.read_text(encoding="utf-8")

    def test_that_cannot_be_kept_are_said_at_closing_and_tried_again(
        self, page: HelpPage, session: Session, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def full(*_: object) -> None:
            raise DiskFull("The disk is full.")

        with monkeypatch.context() as patch:
            patch.setattr("bonddiary.ui.session.save_settings", full)
            self.typed(page, "Surgery 01 234")
            assert "The disk is full." in page.unsaved()
            assert "The disk is full." in page.unsaved()
        assert page.unsaved() == ""
        assert "Surgery" in session.paths.settings.read_text(encoding="utf-8")

    def test_a_menu_to_paste_from_leaves_the_lines_as_they_are(self, page: HelpPage) -> None:
        lines = self.typed(page, "Surgery\n")
        lines.moveCursor(QTextCursor.MoveOperation.End)
        QApplication.sendEvent(lines, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.PopupFocusReason))
        assert lines.toPlainText() == "Surgery\n"
        assert lines.textCursor().atEnd()
