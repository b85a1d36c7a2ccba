"""`bonddiary erase`: says first, erases what is confirmed, refuses what is unclear."""

import json
import os
from pathlib import Path

import pytest

from tests.cli.conftest import Run

CANARY = "zanzibarquokka"


def traces(data: Path) -> list[str]:
    """Files that hold the word."""
    return [file.name for file in data.rglob("*") if file.is_file() and CANARY.encode() in file.read_bytes()]


@pytest.fixture
def filled(run: Run, data: Path) -> Run:
    """Three moments, copied once."""
    for cue, note in (("rooting", "kept"), ("yawning", "kept"), ("rooting", CANARY)):
        assert run("log", "--cue", cue, "--note", note).code == 0
    run("backup")
    assert len(traces(data)) == 2
    return run


def test_an_entry(filled: Run, data: Path) -> None:
    entries = json.loads(filled("list", "--json").out)
    id = next(each["id"] for each in entries if each.get("note") == CANARY)
    asked = filled("erase", "--entry", id)
    assert asked.code == 1
    assert asked.lines[0] == "This erases 1 entry: 1 entry."
    assert "“erase”" in asked.err
    assert len(traces(data)) == 2, "asking erases nothing"
    done = filled("erase", "--entry", id, "--confirm", "Erase")
    assert done.code == 0
    assert done.lines == ["Erased: 1 entry. Written anew without it: 2 copies."]
    assert traces(data) == []
    assert filled("check").code == 0
    filled("erase", "--entry", id).refused("There is no entry")


def test_days(filled: Run, data: Path) -> None:
    span = ("--from", "2026-11-16", "--to", "2026-11-16")
    assert filled("erase", *span).lines[0] == (
        "This erases the days from 16 November 2026 to 16 November 2026: 3 entries."
    )
    assert filled("erase", *span, "--confirm", "erase").code == 0
    assert traces(data) == []


def test_everything(filled: Run, data: Path) -> None:
    asked = filled("erase", "--everything")
    assert (asked.code, (data / "diary.db").exists()) == (1, True)
    assert filled("erase", "--everything", "--confirm", "erase").lines == ["Everything is erased."]
    assert [each.name for each in data.rglob("*") if each.is_file()] == []


def test_a_baby_by_name(run: Run, data: Path) -> None:
    run("log", "--cue", "rooting", "--baby", "Robin", "--note", CANARY)
    asked = run("erase", "--whole-baby", "--baby", "robin")
    assert asked.lines[0] == "This erases Robin with all entries: 1 entry."
    assert "“Robin”" in asked.err
    run("erase", "--whole-baby", "--baby", "robin", "--confirm", "erase")
    assert len(traces(data)) == 1, "another word confirms nothing"
    assert run("erase", "--whole-baby", "--baby", "robin", "--confirm", "robin").code == 0
    assert traces(data) == []
    assert run("list").code == 1


def test_what_is_unclear_is_refused(filled: Run) -> None:
    for arguments in (
        (),
        ("--baby", "Robin"),
        ("--everything", "--deleted"),
        ("--from", "2026-11-16"),
        ("--whole-baby",),
    ):
        said = filled("erase", *arguments, "--confirm", "erase")
        assert said.code == 2, arguments
        said.one_sentence()
    filled("erase", "--deleted", "--confirm", "erase").refused("Recently deleted is empty")


def test_not_beside_a_window(filled: Run, data: Path) -> None:
    (data / "window.lock").write_text(f"{os.getpid()}\nbonddiary\nhere\n")
    filled("erase", "--everything", "--confirm", "erase").refused("Bond Diary is open")
    assert (data / "diary.db").exists()
