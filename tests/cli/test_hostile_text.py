"""Arguments of any letters: kept, or refused with one sentence; a terminal gets no commands, and no file is made by a name."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run

TABLE = (
    "\u202egnp\u202c", "<b>bold</b>", "a/b\\..\\..", "line\nbreak\ttab", "%s {0} $HOME", "\x1b[31mred\x07", "a" * 100_000, "\udcff",
    "=1+1", "../../etc",
)  # fmt: skip
COMMANDS = (
    ("log", "--cue", "rooting", "--note", "{}"),
    ("log", "--cue", "rooting", "--baby", "{}"),
    ("log", "--cue", "{}"),
    ("log", "{}"),
    ("ask", "{}"),
    ("tips", "{}"),
    ("list", "--baby", "{}"),
    ("erase", "--entry", "{}"),
    ("erase", "--whole-baby", "--baby", "{}", "--confirm", "{}"),
)


@pytest.mark.parametrize("text", TABLE, ids=range(len(TABLE)))
def test_kept_or_refused(run: Run, data: Path, text: str) -> None:
    for command in COMMANDS:
        said = run(*(part.replace("{}", text) for part in command))
        assert "didn’t expect" not in said.err, command
        for stream in (said.out, said.err):
            assert all(letter.isprintable() or letter == "\n" for letter in stream), command
            assert len(stream) < 5_000, command
    assert run("check").code == 0
    names = {each.name for each in data.rglob("*")}
    assert names <= {"diary.db", "diary.db-journal", "backups", "settings.json"} | {
        each.name for each in data.glob("catalog-*.json")
    }, names


def test_a_listing_holds_no_terminals_commands(run: Run) -> None:
    run("log", "--cue", "rooting", "--note", "\x1b[31mred\x07 \u202eturned\nnext")
    said = run("list")
    assert all(letter.isprintable() or letter == "\n" for letter in said.out)
    assert len(said.lines) == 1
