"""The place that copies also go to by themselves: chosen, used while it is there, left."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from bonddiary.ui.pages.settings.backups_presenter import BackupsPresenter
from bonddiary.ui.pages.settings.page import SettingsPage
from bonddiary.ui.session import Session
from tests.ui.backups.test_part import note


class TestSecondPlace:
    def test_it_is_chosen_used_and_left(
        self, presenter: BackupsPresenter, reopening: Session, said: list[str], tmp_path: Path
    ) -> None:
        note(reopening, 3)
        presenter.refresh()
        assert presenter.state.second == ""
        stick = tmp_path / "stick"
        stick.mkdir()
        presenter.choose_second(stick)
        place = stick / "Bond Diary copies"
        assert len(list(place.glob("*.db"))) == 1
        assert said == ["Copied and compared: 3 entries. From now on a copy goes there once a day."]
        assert presenter.state.second == f"Copies also go to {place}, once a day. The last: today."
        assert presenter.state.elsewhere == "Last copy in another place: today."
        presenter.leave_second()
        assert reopening.settings.second_place == ""
        assert len(list(place.glob("*.db"))) == 1, "what is there stays"

    def test_one_that_is_away_is_said(
        self, presenter: BackupsPresenter, reopening: Session, tmp_path: Path
    ) -> None:
        reopening.change_settings(second_place=str(tmp_path / "stick" / "Bond Diary copies"))
        presenter.refresh()
        assert "It isn’t there now" in presenter.state.second

    def test_copies_of_another_computer_stay_apart(
        self, presenter: BackupsPresenter, reopening: Session, tmp_path: Path
    ) -> None:
        (tmp_path / "Bond Diary copies").mkdir()
        (tmp_path / "Bond Diary copies" / "diary-000001.db").write_bytes(b"another one's")
        presenter.choose_second(tmp_path)
        assert reopening.settings.second_place == str(tmp_path / "Bond Diary copies 2")
        assert (tmp_path / "Bond Diary copies" / "diary-000001.db").read_bytes() == b"another one's"

    def test_by_its_buttons(
        self, page: SettingsPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        part = page._backups
        assert part._choose.isVisible()
        assert not part._leave_second.isVisible()
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
        part._choose.click()
        qtbot.waitUntil(part._leave_second.isVisible)
        assert not part._choose.isVisible()
        part._leave_second.click()
        assert part._choose.isVisible()
        assert part.window().focusWidget() is part._choose
