"""The part of Settings about copies: made, looked into, gone back to, and what the diary lacks brought back."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from bonddiary.diary.copies import Backups
from bonddiary.domain.copies import Why
from bonddiary.domain.errors import DiskFull
from bonddiary.domain.moment import Moment
from bonddiary.domain.records import ref_to
from bonddiary.ui.pages.page import Width
from bonddiary.ui.pages.settings.backups_part import BackupsPart
from bonddiary.ui.pages.settings.backups_presenter import BackupsPresenter
from bonddiary.ui.pages.settings.page import SettingsPage
from bonddiary.ui.session import Session
from tests.builders import NOW, moment, pin, timer
from tests.ui.backups.conftest import Wall


def note(session: Session, count: int = 1, **changes: object) -> list[Moment]:
    made = [moment(**changes) for _ in range(count)]
    session.diary.bring_in(made, "test")
    return made


class TestCopying:
    def test_without_a_copy(self, presenter: BackupsPresenter) -> None:
        assert presenter.state.last == "No copy yet. One is made by itself once a day."
        assert presenter.state.rows == ()
        assert presenter.state.can_copy

    def test_copied_and_compared(
        self, presenter: BackupsPresenter, reopening: Session, said: list[str]
    ) -> None:
        note(reopening, 3)
        presenter.copy_now()
        assert said == ["Copied and compared: 3 entries."]
        assert presenter.state.last == "Last copy: today, 9pm, 3 entries, checked today."
        note(reopening, 2)
        presenter.refresh()
        (row,) = presenter.state.rows
        assert row.words == "Today, 9pm, 3 entries, up to today, 2 fewer than now"

    def test_days_later(self, presenter: BackupsPresenter, wall: Wall) -> None:
        presenter.copy_now()
        wall.now = NOW.shifted(timedelta(days=3))
        presenter.refresh()
        assert presenter.state.rows[0].checked == "Checked 3 days ago"
        assert presenter.state.rows[0].words == "Monday 16 November, 9pm, 0 entries"

    def test_a_full_disk_is_said(
        self, presenter: BackupsPresenter, monkeypatch: pytest.MonkeyPatch, said: list[str]
    ) -> None:
        def full(*_: object) -> None:
            raise DiskFull("The disk is full.")

        monkeypatch.setattr(Backups, "make", full)
        presenter.copy_now()
        assert presenter.state.problem == "The disk is full."
        assert (presenter.state.said, said, presenter.state.busy) == ("", [], "")

    def test_in_another_place_with_a_quiet_reminder(
        self, presenter: BackupsPresenter, wall: Wall, tmp_path: Path
    ) -> None:
        assert "on a stick" in presenter.state.elsewhere
        stick = tmp_path / "stick"
        stick.mkdir()
        presenter.copy_to(stick)
        assert list(stick.glob("*.db"))
        assert presenter.state.elsewhere == "Last copy in another place: today."
        wall.now = NOW.shifted(timedelta(days=30))
        presenter.refresh()
        assert presenter.state.elsewhere.startswith("The last copy in another place is 30 days old.")
        presenter.copy_to(tmp_path / "nowhere")
        assert presenter.state.problem.startswith("There is no folder")

    def test_five_then_all(self, presenter: BackupsPresenter) -> None:
        for _ in range(7):
            presenter.copy_now()
        assert (len(presenter.state.rows), presenter.state.more) == (5, 2)
        presenter.show_all()
        assert (len(presenter.state.rows), presenter.state.more) == (7, 0)


class TestLookingInside:
    def test_counts_and_the_newest(self, presenter: BackupsPresenter, reopening: Session) -> None:
        note(reopening, 25)
        presenter.copy_now()
        presenter.look_inside(1)
        inside = presenter.state.rows[0].inside
        assert inside is not None
        assert inside.counts == "It holds 25 moments and 1 baby."
        assert len(inside.newest) == 20
        assert inside.newest[0] == "3:12am: Rooting"
        presenter.look_inside(1)
        assert presenter.state.rows[0].inside is None

    def test_nothing_is_left_lying_about(self, presenter: BackupsPresenter, reopening: Session) -> None:
        presenter.copy_now()
        presenter.look_inside(1)
        names = sorted(each.name for each in reopening.backups.folder.iterdir())
        assert names == ["diary-000001.db", "diary-000001.json"]

    def test_one_that_isnt_whole_is_said_beside_it(
        self, presenter: BackupsPresenter, reopening: Session
    ) -> None:
        presenter.copy_now()
        (reopening.backups.folder / "diary-000001.db").write_bytes(b"nothing")
        presenter.look_inside(1)
        assert (
            "isn’t whole" in presenter.state.rows[0].problem
            or "can’t be read" in presenter.state.rows[0].problem
        )
        assert presenter.state.rows[0].inside is None


class TestBringingBack:
    def test_what_the_diary_lacks_as_one_step(
        self, presenter: BackupsPresenter, reopening: Session, said: list[str]
    ) -> None:
        made = note(reopening, 3)
        reopening.diary.bring_in([pin(), timer()], "test")
        presenter.copy_now()
        reopening.diary.undo()  # pin and timer: choices of now stay as they are now
        reopening.diary.undo()
        note(reopening)
        presenter.count_missing(1)
        assert presenter.state.rows[0].missing == 3
        assert reopening.diary.count_entries() == 1
        presenter.bring_back(1)
        assert said[-1] == "Brought back: 3 entries. Undo in the Edit menu takes that back."
        assert reopening.diary.count_entries() == 4
        assert reopening.diary.moment(made[0].id) == made[0]
        reopening.diary.undo()
        assert reopening.diary.count_entries() == 1

    def test_what_is_in_recently_deleted_stays_there(
        self, presenter: BackupsPresenter, reopening: Session, said: list[str]
    ) -> None:
        (made,) = note(reopening)
        presenter.copy_now()
        reopening.diary.delete(ref_to(made))
        presenter.count_missing(1)
        assert said[-1] == "Your diary holds all that this copy holds."
        presenter.bring_back(1)
        assert reopening.diary.count_entries() == 0


class TestGoingBack:
    def test_a_second_press_and_what_was_there_is_in_the_list(
        self, presenter: BackupsPresenter, reopening: Session, said: list[str]
    ) -> None:
        note(reopening, 2)
        presenter.copy_now()
        note(reopening, 3)
        presenter.go_back(1)
        assert reopening.diary.count_entries() == 5, "it was not asked for"
        presenter.ask_back(1)
        assert "copied first" in presenter.state.rows[0].sure
        presenter.go_back(1)
        assert reopening.diary.count_entries() == 2
        assert said[-1] == "Your diary is as it was today, 9pm. What was there is the newest copy."
        newest = presenter.state.rows[0]
        assert newest.words.endswith("3 more than now, made before an older diary came back")
        presenter.ask_back(newest.number)
        presenter.go_back(newest.number)
        assert reopening.diary.count_entries() == 5

    def test_undo_is_that_of_the_copy(self, presenter: BackupsPresenter, reopening: Session) -> None:
        note(reopening, 2)
        presenter.copy_now()
        title = reopening.diary.undo_title()
        note(reopening, 3)
        presenter.ask_back(1)
        presenter.go_back(1)
        assert reopening.diary.undo_title() == title
        reopening.diary.undo()
        assert reopening.diary.count_entries() == 0

    def test_every_page_hears_of_it(
        self, presenter: BackupsPresenter, reopening: Session, qtbot: QtBot
    ) -> None:
        presenter.copy_now()
        presenter.ask_back(1)
        with qtbot.waitSignals(
            [reopening.closing, reopening.opened, reopening.diary_changed, reopening.baby_changed]
        ):
            presenter.go_back(1)

    def test_a_damaged_copy_leaves_the_diary_open(
        self, presenter: BackupsPresenter, reopening: Session
    ) -> None:
        note(reopening)
        presenter.copy_now()
        file = reopening.backups.folder / "diary-000001.db"
        file.write_bytes(file.read_bytes()[:5_000])
        presenter.ask_back(1)
        presenter.go_back(1)
        assert presenter.state.rows[0].problem
        assert reopening.diary.count_entries() == 1


class TestPart:
    def part(self, page: SettingsPage) -> BackupsPart:
        return page._backups

    def test_copying_beside_the_window(self, page: SettingsPage, reopening: Session, qtbot: QtBot) -> None:
        note(reopening, 2)
        part = self.part(page)
        part._now.click()
        qtbot.waitUntil(lambda: part._said.plain == "Copied and compared: 2 entries.")
        assert len(part._lines) == 1

    def test_the_first_press_is_safe_and_the_keyboard_follows(
        self, page: SettingsPage, reopening: Session, qtbot: QtBot
    ) -> None:
        reopening.backups.make(Why.ASKED)
        part = self.part(page)
        part.presenter.refresh()
        page.activateWindow()
        note(reopening, 2)
        line = part._lines[1]
        line.ask.click()
        assert line.leave.isVisible()
        assert page.focusWidget() is line.leave
        line.leave.click()
        assert page.focusWidget() is line.ask
        assert reopening.diary.count_entries() == 2
        line.ask.click()
        line.back.click()
        assert reopening.diary.count_entries() == 0
        assert page.focusWidget() is part._now

    def test_a_folder_is_asked_for(
        self, page: SettingsPage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qtbot: QtBot
    ) -> None:
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
        part = self.part(page)
        part._to.click()
        qtbot.waitUntil(lambda: "It is not locked" in part._said.plain)
        assert list(tmp_path.glob("diary-*.db"))

    @pytest.mark.parametrize("size", [100, 200])
    @pytest.mark.parametrize(("width", "pixels"), [(Width.WIDE, 1080), (Width.NARROW, 360)])
    def test_all_of_it_fits_and_has_a_name(
        self,
        page: SettingsPage,
        reopening: Session,
        cut_off: Callable[[QWidget], list[str]],
        unnamed: Callable[[QWidget], list[str]],
        width: Width,
        pixels: int,
        size: int,
        qtbot: QtBot,
    ) -> None:
        note(reopening, 3)
        part = self.part(page)
        part.presenter.copy_now()
        qtbot.waitUntil(lambda: len(part._lines) == 1)
        part.presenter.look_inside(1)
        qtbot.waitUntil(part._lines[1]._counts.isVisible)
        part._ask_back(1)
        reopening.change_settings(text_size=size)
        page.set_width(width)
        page.resize(pixels, 620)
        assert cut_off(page) == []
        assert unnamed(page) == []
        assert page.minimumSizeHint().width() <= 360
