"""Sheets on paper from a command."""

from pathlib import Path

from tests.cli.conftest import Run


def log_rooting(run: Run, times: int = 4) -> None:
    for hour in range(times):
        assert run("log", "--cue", "rooting", "--at", f"2026-11-16T0{hour}:00").code == 0


def test_a_blank_sheet_needs_no_diary(run: Run, tmp_path: Path) -> None:
    said = run("sheet", "blank", "--output", tmp_path / "sheet.pdf", "--from", "2026-11-16", "--pages", "2")
    assert said.code == 0
    assert said.lines[-1] == "In it: blank rulers for 14 days. No entries. No names."
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")


def test_a_hand_over_sheet_says_what_is_in_it(run: Run, tmp_path: Path) -> None:
    log_rooting(run)
    said = run("sheet", "hand-over", "--output", tmp_path / "sheet.pdf", "--cue", "rooting", "--last-times")
    assert said.code == 0
    assert said.lines[-1] == "In it: 1 cue. No notes. No name. Times of the last feed, sleep and nappy."


def test_what_cannot_be_is_refused_in_words(run: Run, tmp_path: Path) -> None:
    log_rooting(run)
    run("sheet", "blank", "--output", tmp_path / "sheet.docx").refused("Sheets are saved as", 2)
    run("sheet", "blank", "--output", tmp_path / "a.pdf", "--pages", "99").refused("--pages goes from", 2)
    run("sheet", "hand-over", "--output", tmp_path / "a.pdf", "--cue", "yawning").refused(
        "“yawning” isn’t in the phrasebook of these weeks. There is: rooting."
    )
    (tmp_path / "there.pdf").touch()
    run("sheet", "blank", "--output", tmp_path / "there.pdf").refused("already")
