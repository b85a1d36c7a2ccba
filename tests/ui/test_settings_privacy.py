"""Settings, Privacy check: the same as the command, to be copied; the log can be emptied."""

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from bonddiary.system.log import logger, start_log
from bonddiary.system.privacy import look
from bonddiary.ui.pages.settings.page import SettingsPage
from bonddiary.ui.pages.settings.privacy_part import PrivacyPart
from bonddiary.ui.pages.settings.privacy_presenter import PrivacyPresenter, PrivacyState
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme


class Desk:
    def __init__(self, session: Session) -> None:
        self.said: list[str] = []
        self.shown: list[PrivacyState] = []
        self.presenter = PrivacyPresenter(session.paths, self.shown.append, self.said.append)
        self.presenter.refresh()

    @property
    def state(self) -> PrivacyState:
        return self.presenter.state


@pytest.fixture
def part(qtbot: QtBot, robin: Session, theme: Theme) -> PrivacyPart:
    """The part of the page, shown."""
    page = SettingsPage(robin, theme)
    qtbot.addWidget(page)
    page.resize(900, 700)
    page.show()
    page.enter()
    found = page.findChild(PrivacyPart)
    assert isinstance(found, PrivacyPart)
    return found


def press(part: PrivacyPart, words: str) -> None:
    next(each for each in part.findChildren(QPushButton) if each.text() == words).click()


class TestPresenter:
    def test_it_says_what_the_command_says(self, robin: Session) -> None:
        desk = Desk(robin)
        assert desk.presenter.text() == "\n".join(look(robin.paths).lines())
        assert desk.state.network.startswith("Bond Diary opens no connection.")
        assert str(robin.paths.diary) in desk.state.files
        assert desk.state.warning == ""

    def test_a_file_open_to_others_is_a_warning(
        self, robin: Session, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("bonddiary.system.privacy._is_open", lambda _path: True)
        assert "Other accounts may read some of these" in Desk(robin).state.warning

    def test_files_that_cannot_be_looked_at_are_said(
        self, robin: Session, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def refuse(_path: object) -> bool:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr("bonddiary.system.privacy._is_open", refuse)
        assert Desk(robin).state.warning == "The files can’t be looked at (Permission denied)."

    def test_the_log_is_emptied_while_it_is_written_to(self, robin: Session) -> None:
        desk = Desk(robin)
        assert not desk.state.has_log
        before = list(logger.handlers)
        start_log(robin.paths.log)
        try:
            logger.warning("one")
            desk.presenter.refresh()
            assert desk.state.has_log
            desk.presenter.empty_log()
            assert desk.said == ["The log is empty."]
            assert not desk.state.has_log
            logger.warning("two")
            assert "one" not in robin.paths.log.read_text()
            assert robin.paths.log.read_text().endswith("two\n")
        finally:
            for handler in [each for each in logger.handlers if each not in before]:
                logger.removeHandler(handler)
                handler.close()


class TestPart:
    def test_all_of_it_is_copied(self, part: PrivacyPart) -> None:
        press(part, "Copy all of this")
        assert QGuiApplication.clipboard().text() == part.presenter.text()

    def test_looking_again_finds_what_is_new(self, part: PrivacyPart, robin: Session) -> None:
        assert "Settings," not in part.presenter.state.files
        robin.paths.settings.write_text("{}")
        press(part, "Look again")
        assert "Settings, 2 bytes." in part.presenter.state.files

    def test_the_keyboard_is_not_lost_when_the_log_is_empty(self, part: PrivacyPart, robin: Session) -> None:
        robin.paths.log.write_text("x\n")
        press(part, "Look again")
        button = next(each for each in part.findChildren(QPushButton) if each.text() == "Empty the log")
        button.setFocus()
        press(part, "Empty the log")
        assert not button.isVisible()
        held = part.window().focusWidget()
        assert isinstance(held, QPushButton)
        assert held.text() == "Look again"
