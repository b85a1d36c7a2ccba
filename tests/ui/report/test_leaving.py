"""What leaves is what is shown, whole or not at all; each thing that can go wrong is said where it happens."""

import os
import stat
from pathlib import Path

import pytest

from bonddiary.domain.errors import DiskFull
from bonddiary.report.request import NameShown
from bonddiary.ui.pages.report.state import Act, Paper
from tests.ui.report.conftest import Desk

FILES = [(Act.PDF, "pdf"), (Act.WEB, "web"), (Act.TABLE, "table")]


def save(desk: Desk, act: Act, path: Path, *, overwrite: bool = False) -> None:
    desk.presenter.leaving.ask(act)
    desk.queue.drain()
    given, preview = desk.given[-1]
    desk.presenter.leaving.save(given, preview, path, overwrite=overwrite)
    desk.queue.drain()


class TestLaw:
    @pytest.mark.parametrize(("act", "kind"), FILES)
    def test_what_is_saved_is_the_document_that_is_shown(
        self, desk: Desk, tmp_path: Path, act: Act, kind: str
    ) -> None:
        path = tmp_path / f"page.{act.value}"
        save(desk, act, path)
        assert desk.state.preview is not None
        assert desk.asked.written == [desk.state.preview.document]
        assert desk.asked.written[0] is desk.state.preview.document
        assert path.read_text(encoding="utf-8") == f"{kind} of Robin’s diary"
        assert desk.state.saved == path
        assert os.name != "posix" or stat.S_IMODE(path.stat().st_mode) == 0o600

    def test_what_is_printed_is_the_document_that_is_shown(self, desk: Desk) -> None:
        desk.presenter.leaving.ask(Act.PRINT)
        _, preview = desk.given[-1]
        assert preview is desk.state.preview
        paper: list[list[bytes]] = []
        desk.presenter.leaving.print(preview, 300, lambda pages: paper.append(pages) is None)
        assert desk.state.busy == "Getting the page ready for the printer…"
        desk.queue.drain()
        assert desk.asked.drawn[-1] == (preview.document, 300)
        assert desk.asked.drawn[-1][0] is preview.document
        assert len(paper) == 1
        assert desk.state.busy == ""
        assert desk.state.trouble is None

    @pytest.mark.parametrize("act", Act)
    def test_nothing_leaves_before_its_preview_is_made(self, desk: Desk, act: Act) -> None:
        desk.presenter.choose(name=NameShown.NONE)
        desk.presenter.leaving.ask(act)
        assert desk.given == []
        desk.presenter.choose(name=NameShown.INITIAL)
        desk.queue.drain()
        assert [(given, page.document.title) for given, page in desk.given] == [(act, "R.’s diary")]

    def test_going_back_to_what_is_shown_lets_it_leave_at_once(self, desk: Desk) -> None:
        desk.presenter.choose(grey=True)
        desk.presenter.leaving.ask(Act.PDF)
        desk.presenter.choose(grey=False)
        assert [act for act, _ in desk.given] == [Act.PDF]
        desk.queue.drain()
        assert len(desk.given) == 1

    def test_what_waited_for_a_page_that_never_came_is_forgotten(self, desk: Desk) -> None:
        desk.asked.broken = {"build"}
        desk.presenter.choose(grey=True)
        desk.presenter.leaving.ask(Act.PRINT)
        desk.queue.drain()
        desk.asked.broken = set()
        desk.presenter.again()
        desk.queue.drain()
        assert desk.state.current
        assert desk.given == []


class TestTrouble:
    def test_a_taken_name_is_not_written_over_unless_asked(self, desk: Desk, tmp_path: Path) -> None:
        path = tmp_path / "page.pdf"
        path.write_text("mine", encoding="utf-8")
        save(desk, Act.PDF, path)
        assert path.read_text(encoding="utf-8") == "mine"
        assert desk.state.trouble is not None
        assert "already a file" in desk.state.trouble.words
        save(desk, Act.PDF, path, overwrite=True)
        assert path.read_text(encoding="utf-8") == "pdf of Robin’s diary"
        assert desk.state.trouble is None

    def test_a_folder_that_has_gone_can_be_tried_again(self, desk: Desk, tmp_path: Path) -> None:
        folder = tmp_path / "stick"
        save(desk, Act.PDF, folder / "page.pdf")
        assert desk.state.trouble is not None
        assert desk.state.trouble.retry
        assert desk.state.saved is None
        folder.mkdir()
        desk.presenter.again()
        desk.queue.drain()
        assert desk.state.saved == folder / "page.pdf"
        assert desk.state.trouble is None
        assert [each.name for each in folder.iterdir()] == ["page.pdf"]

    @pytest.mark.skipif(
        os.name != "posix" or os.geteuid() == 0, reason="needs a folder that may not be written to"
    )
    def test_a_read_only_folder(self, desk: Desk, tmp_path: Path) -> None:
        tmp_path.chmod(0o500)
        save(desk, Act.PDF, tmp_path / "page.pdf")
        tmp_path.chmod(0o700)
        assert desk.state.trouble is not None
        assert "may not be written to" in desk.state.trouble.words

    def test_a_file_that_may_be_open_elsewhere(
        self, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = tmp_path / "page.pdf"
        path.write_text("mine", encoding="utf-8")

        def held(*_args: object) -> None:
            raise PermissionError(13, "in use")

        monkeypatch.setattr(Path, "replace", held)
        save(desk, Act.PDF, path, overwrite=True)
        assert desk.state.trouble is not None
        assert desk.state.trouble.words.endswith("It may be open in another program. Close it there first.")
        assert path.read_text(encoding="utf-8") == "mine"
        assert [each.name for each in tmp_path.iterdir() if each.suffix == ".part"] == []

    def test_a_full_disk(self, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        from bonddiary.ui.pages.report import leaving

        def full(*_args: object, **_more: object) -> None:
            raise DiskFull("There is no room left to save “page.pdf”.")

        monkeypatch.setattr(leaving, "atomic_write", full)
        save(desk, Act.PDF, tmp_path / "page.pdf")
        assert desk.state.trouble is not None
        assert desk.state.trouble.words == "There is no room left to save “page.pdf”."
        assert desk.state.trouble.retry

    @pytest.mark.parametrize(("act", "kind"), FILES)
    def test_a_file_that_cant_be_made_leaves_nothing(
        self, desk: Desk, tmp_path: Path, act: Act, kind: str
    ) -> None:
        folder = tmp_path / "papers"
        folder.mkdir()
        desk.asked.broken = {kind}
        save(desk, act, folder / "page")
        assert list(folder.iterdir()) == []
        assert desk.state.trouble is not None
        assert (
            desk.state.trouble.words
            == "The file couldn’t be made, so nothing was saved. Your diary is as it was."
        )

    def test_no_printer_offers_a_pdf(self, desk: Desk) -> None:
        desk.presenter.leaving.no_printer()
        assert desk.state.trouble is not None
        assert desk.state.trouble.instead is Act.PDF
        desk.presenter.leaving.ask(Act.PDF)
        assert desk.state.trouble is None
        assert desk.given[-1][0] is Act.PDF

    def test_a_printer_that_fails_can_be_tried_again(self, desk: Desk) -> None:
        answers = [False, True]
        desk.presenter.leaving.ask(Act.PRINT)
        desk.presenter.leaving.print(desk.given[-1][1], 300, lambda _pages: answers.pop(0))
        desk.queue.drain()
        assert desk.state.trouble is not None
        assert (desk.state.trouble.retry, desk.state.trouble.instead) == (True, Act.PDF)
        assert not desk.state.printed
        desk.presenter.again()
        desk.queue.drain()
        assert answers == []
        assert desk.state.trouble is None
        assert desk.state.printed
        desk.presenter.choose(grey=True)
        assert not desk.state.printed, "that was another page"

    def test_pages_that_cant_be_drawn_for_the_printer(self, desk: Desk) -> None:
        desk.presenter.leaving.ask(Act.PRINT)
        desk.asked.broken = {"pictures"}
        desk.presenter.leaving.print(desk.given[-1][1], 300, lambda _pages: True)
        desk.queue.drain()
        assert desk.state.trouble is not None
        assert desk.state.trouble.instead is Act.WEB

    def test_a_page_without_pictures_isnt_printed_but_can_be_saved(self, desk: Desk, tmp_path: Path) -> None:
        desk.asked.broken = {"pictures"}
        desk.presenter.choose(grey=True)
        desk.queue.drain()
        desk.presenter.leaving.ask(Act.PRINT)
        assert desk.given == []
        assert desk.state.trouble is not None
        assert desk.state.trouble.instead is Act.WEB
        save(desk, Act.WEB, tmp_path / "page.html")
        assert desk.state.saved == tmp_path / "page.html"


def test_what_was_saved_is_said_until_something_else_is_chosen(desk: Desk, tmp_path: Path) -> None:
    save(desk, Act.PDF, tmp_path / "page.pdf")
    assert desk.state.saved is not None
    desk.presenter.choose(grey=True)
    assert desk.state.saved is None
    desk.presenter.show_paper(Paper.SHEETS)
    desk.queue.drain()
    save(desk, Act.PDF, tmp_path / "sheet.pdf")
    assert desk.state.saved == tmp_path / "sheet.pdf"
