"""Files brought in and saved from the window: what came of it stands in the bar, with Undo."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from bonddiary.content.wording import banned_words
from bonddiary.domain.errors import DiaryError, ImportProblem
from bonddiary.exchange.formats import archive
from bonddiary.exchange.plan import ImportPlan
from bonddiary.exchange.spec import Skipped, WriteContext
from bonddiary.ui.dialogs.left_out import LeftOutDialog, LeftOutModel
from bonddiary.ui.files import bring_in, bring_in_file, save_archive, save_archive_to, summary
from bonddiary.ui.main_window import MainWindow
from bonddiary.ui.session import Session
from tests.builders import NOW, everything, moment_draft, one_of_each

SAMPLES = Path(__file__).parent.parent / "exchange" / "samples"


def bar_words(window: MainWindow) -> str:
    return next(
        (each.text() for each in window.bar.findChildren(QLabel)), ""
    )  # none until there is something to say


def bar_button(window: MainWindow, words: str) -> QPushButton:
    return next(each for each in reversed(window.bar.findChildren(QPushButton)) if each.text() == words)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """An archive of one record of each kind."""
    path = tmp_path / "theirs.jsonl"
    archive.write(one_of_each(), path, WriteContext(exported=NOW, made_by="a test"))
    return path


class TestBringingIn:
    def test_says_what_came_in_and_takes_it_back_as_one_step(
        self, window: MainWindow, session: Session, file: Path
    ) -> None:
        bring_in_file(window, session, file)
        assert bar_words(window) == "14 entries brought in, 0 already here, 0 left out."
        assert len(everything(session.diary)) == 14
        bar_button(window, "Undo").click()
        assert everything(session.diary) == ()
        assert bar_words(window) == "Taken back: everything from ‘theirs.jsonl’."

    def test_undo_by_the_keyboard_is_said_too(self, window: MainWindow, session: Session, file: Path) -> None:
        bring_in_file(window, session, file)
        window.commands.undo()
        assert everything(session.diary) == ()
        assert bar_words(window) == "Taken back: everything from ‘theirs.jsonl’."
        shown = [each.text() for each in window.bar.findChildren(QPushButton) if not each.isHidden()]
        assert shown == ["Close"], "there is nothing of it to take back"

    def test_a_second_time_nothing_is_new(self, window: MainWindow, session: Session, file: Path) -> None:
        bring_in_file(window, session, file)
        bring_in_file(window, session, file)
        assert bar_words(window) == "Nothing in ‘theirs.jsonl’ is new: 14 already here, 0 left out."
        assert (
            "Undo"
            not in [each.text() for each in window.bar.findChildren(QPushButton) if each.isVisibleTo(window)][
                -1:
            ]
        )

    def test_another_apps_entries_go_to_the_baby_shown(self, window: MainWindow, robin: Session) -> None:
        bring_in_file(window, robin, SAMPLES / "baby-connect-us.csv")
        assert robin.babies[0].nickname == "Robin"
        assert len(robin.babies) == 1
        assert len(everything(robin.diary)) > 1

    def test_a_diary_without_a_baby_gets_one_in_the_same_step(
        self, window: MainWindow, session: Session
    ) -> None:
        bring_in_file(window, session, SAMPLES / "baby-connect-us.csv")
        assert len(session.babies) == 1
        session.diary.undo()
        assert not session.babies

    def test_undo_takes_nothing_else_back(self, window: MainWindow, session: Session, file: Path) -> None:
        bring_in_file(window, session, file)
        baby = session.babies[0]
        session.diary.log(moment_draft(baby=baby.id))
        bar_button(window, "Undo").click()
        assert len(everything(session.diary)) == 15
        assert bar_words(window).startswith("Something was noted after this file came in.")

    def test_rows_that_were_left_out_are_shown_with_their_reason(
        self, qtbot: QtBot, window: MainWindow, session: Session, file: Path
    ) -> None:
        with file.open("a", encoding="utf-8") as more:
            more.write('{"kind": "moment"}\nscribble\n')
        bring_in_file(window, session, file)
        assert bar_words(window).endswith("2 left out.")
        bar_button(window, "Which rows?").click()
        dialog = window.findChild(LeftOutDialog)
        assert dialog is not None
        assert not dialog.isModal()
        table = dialog.findChild(QTableView)
        assert table is not None
        assert table.accessibleName()
        model = table.model()
        assert model is not None
        assert model.rowCount() == 2
        assert model.index(1, 2).data() == "scribble"
        dialog.close()

    def test_a_file_that_cant_be_read_changes_nothing(
        self, window: MainWindow, session: Session, tmp_path: Path
    ) -> None:
        bad = tmp_path / "photo.csv"
        bad.write_bytes(b"\x89PNG\0\0")
        with pytest.raises(ImportProblem):
            bring_in_file(window, session, bad)
        assert everything(session.diary) == ()

    def test_the_menu_item_says_a_problem_in_the_bar(
        self, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        missing = str(tmp_path / "gone.csv")
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (missing, ""))
        window.commands.bring_in()
        assert "gone.csv" in bar_words(window)

    def test_a_dialog_closed_without_a_choice_does_nothing(
        self, window: MainWindow, session: Session, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
        bring_in(window, session)
        save_archive(window, session)
        assert bar_words(window) == ""

    def test_a_file_dialog_leaves_no_trace_of_folders(
        self, window: MainWindow, session: Session, home: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(home))
        before = QSettings(QSettings.Scope.UserScope, "QtProject")
        before.setValue("FileDialog/viewMode", "List")
        before.sync()

        def choose(*_: object) -> tuple[str, str]:
            written = QSettings(QSettings.Scope.UserScope, "QtProject")
            written.setValue("FileDialog/lastVisited", "file:///home/robin/private")
            written.setValue("FileDialog/viewMode", "Detail")
            written.sync()
            return "", ""

        monkeypatch.setattr(QFileDialog, "getOpenFileName", choose)
        bring_in(window, session)
        after = QSettings(QSettings.Scope.UserScope, "QtProject")
        assert not after.contains("FileDialog/lastVisited")
        assert after.value("FileDialog/viewMode") == "List"


class TestSaving:
    def test_what_is_saved_reads_back_as_the_same_diary(
        self, window: MainWindow, session: Session, file: Path, tmp_path: Path
    ) -> None:
        bring_in_file(window, session, file)
        save_archive_to(window, session, tmp_path / "ours")
        assert bar_words(window).startswith("Saved 14 entries in ‘ours.jsonl’.")
        before = everything(session.diary)
        session.diary.undo()
        bring_in_file(window, session, tmp_path / "ours.jsonl")
        assert everything(session.diary) == before

    def test_a_name_the_dialog_asked_about_is_written_over(
        self, window: MainWindow, robin: Session, tmp_path: Path
    ) -> None:
        taken = tmp_path / "ours.jsonl"
        taken.write_text("old")
        save_archive_to(window, robin, taken)
        assert taken.read_text().startswith('{"format":"bonddiary"')

    def test_a_name_the_dialog_didnt_ask_about_is_not(
        self, window: MainWindow, robin: Session, tmp_path: Path
    ) -> None:
        (tmp_path / "ours.jsonl").write_text("old")
        with pytest.raises(DiaryError, match="already a file"):
            save_archive_to(window, robin, tmp_path / "ours")
        assert (tmp_path / "ours.jsonl").read_text() == "old"

    def test_an_empty_diary_is_not_saved(self, window: MainWindow, session: Session, tmp_path: Path) -> None:
        with pytest.raises(DiaryError, match="nothing in your diary yet"):
            save_archive_to(window, session, tmp_path / "ours.jsonl")
        assert not (tmp_path / "ours.jsonl").exists()


def test_the_summary_counts_every_row() -> None:
    skipped = tuple(Skipped.of(line, "No date.", "x") for line in range(3))
    plan = ImportPlan(new=tuple(one_of_each()), already_here=4207, skipped=skipped, notes=())
    words = summary(plan, "x")
    assert words == "14 entries brought in, 4,207 already here, 3 left out."
    assert not list(banned_words(words))


def test_a_row_without_a_line_is_shown_without_one() -> None:
    model = LeftOutModel([Skipped.of(0, "The file ends early.", "")])
    assert [model.index(0, column).data() for column in range(3)] == ["–", "The file ends early.", ""]
    assert model.rowCount(model.index(0, 0)) == 0
