"""`bonddiary passphrase`, and other commands on a locked diary."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bonddiary.cli.secrets import Secrets
from bonddiary.diary.copies import Backups
from bonddiary.keys.cost import Cost
from bonddiary.keys.guard import Guard
from bonddiary.keys.passphrase import typed as words
from bonddiary.system.clock import system_clock
from bonddiary.system.settings import Settings, save_settings
from tests.cli.conftest import Run, Said

SAMPLE = Path(__file__).parents[1] / "exchange" / "samples" / "baby-connect-us.csv"
Typed = Callable[..., Said]


@pytest.fixture
def typed(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Typed:
    """Runs a command with lines that a file hands over. Guesses cost next to nothing here."""
    monkeypatch.setattr("bonddiary.keys.guard.for_this_computer", lambda: Cost(32, 1, 1))

    def typed(lines: str, *arguments: object) -> Said:
        path = tmp_path / "typed"
        path.write_text(lines)
        descriptor = os.open(path, os.O_RDONLY)
        try:
            return run("--passphrase-fd", descriptor, *arguments)
        finally:
            os.close(descriptor)

    return typed


@pytest.fixture
def locked(run: Run, typed: Typed) -> Typed:
    """One entry, a copy, then a passphrase."""
    run("log", "rooting")
    run("backup")
    assert typed("river lamp\n", "passphrase", "set", "--for", "Sam").code == 0
    return typed


def test_it_is_set_said_and_asked_for(run: Run, locked: Typed) -> None:
    assert run("passphrase", "status").lines == [
        "The diary is locked. What opens it:",
        "1: passphrase of Sam, since 16 November 2026",
    ]
    run("list").refused("This diary is locked. Give its passphrase on a terminal")
    locked("wrong\n", "list").refused("That passphrase doesn’t open this diary.")
    locked("", "list").refused("holds no passphrase")
    assert "Rooting" in locked("river lamp\n", "list").out
    said = run("privacy").out
    assert "The diary and its copies here are locked." in said
    assert "The keys of the diary, " in said
    assert "no passphrase" not in said
    assert locked("river lamp\n", "log", "yawning").code == 0
    assert len(locked("river lamp\n", "list").lines) == 2


def test_setting_says_how_strong_and_what_it_is_not(run: Run, typed: Typed) -> None:
    run("log", "rooting")
    said = typed("482913\n", "passphrase", "set")
    assert "about 8 minutes of guessing with a fast computer, as an estimate" in said.out
    assert "It may not stop somebody" in said.out
    assert "Without a passphrase nobody can open the diary" in said.out
    typed("other\n", "passphrase", "set").refused("has a passphrase already")


def test_words_are_offered(run: Run, typed: Typed) -> None:
    from bonddiary.keys.words import word_list

    run("log", "rooting")
    said = typed("my own\n", "passphrase", "set", "--words")
    offered = said.lines[0].removeprefix("Five words by chance: ").split()
    assert len(offered) == 5
    assert set(offered) <= set(word_list())


def test_change_add_and_remove(run: Run, locked: Typed) -> None:
    locked("wrong\nnewer\n", "passphrase", "change").refused("doesn’t open this diary")
    assert locked("river lamp\nnewer words\n", "passphrase", "change").code == 0
    locked("river lamp\n", "list").refused("doesn’t open this diary")
    assert locked("newer words\nother words\n", "passphrase", "add", "--for", "Alex").code == 0
    assert len(run("passphrase", "status").lines) == 3
    assert locked("other words\n", "passphrase", "remove", 1).code == 0
    locked("other words\n", "passphrase", "remove", 1).refused("last passphrase")
    assert locked("other words\n", "passphrase", "remove", 4).code == 2
    assert locked("", "passphrase", "remove").code == 2
    assert locked("other words\n", "list").code == 0


def test_all_away_it_is_plain_again(run: Run, locked: Typed, data: Path) -> None:
    said = locked("river lamp\n", "passphrase", "remove", "--all")
    assert said.code == 0
    assert "plain again" in said.out
    assert "Rooting" in run("list").out
    assert run("check").code == 0
    assert run("passphrase", "status").out.startswith("No passphrase is set.")
    for what in ("change", "add", "recovery"):
        run("passphrase", what).refused("No passphrase is set.")
    assert run("passphrase", "remove", "--all").code == 1


def test_the_recovery_key_is_typed_back_and_opens(
    locked: Typed, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    from bonddiary.keys.recovery import RecoveryKey

    made = RecoveryKey.new()
    monkeypatch.setattr("bonddiary.keys.guard.RecoveryKey.new", lambda: made)
    said = locked("river lamp\n0000\n0000\n", "passphrase", "recovery")
    assert said.code == 1
    assert "Those aren’t the groups on the sheet." in said.err
    first, second = made.asked
    lines = f"river lamp\n{made.groups[first]}\n{made.groups[second]}\n"
    assert locked(lines, "passphrase", "recovery").code == 0
    assert "the recovery key" in run("passphrase", "status").out
    assert "Rooting" in locked(made.text.lower() + "\n", "list").out


def test_backup_check_restore_import_and_export(locked: Typed, tmp_path: Path) -> None:
    words = "river lamp\n"
    assert locked(words, "backup").code == 0
    assert locked(words, "check").lines[0] == "The diary is whole."
    locked("wrong\n", "check").refused("doesn’t open this diary")
    assert locked(words, "log", "yawning").code == 0
    assert locked(words, "restore", 1).code == 0
    assert len(locked(words, "list").lines) == 1
    assert locked(words, "export", tmp_path / "all.jsonl").code == 0
    assert locked(words, "import", SAMPLE).code == 0
    assert locked(words, "check").code == 0


def test_an_open_window_keeps_its_diary(run: Run, locked: Typed, data: Path) -> None:
    (data / "window.lock").write_text(f"{os.getpid()}\n{Path(sys.executable).resolve().name}\n")
    locked("river lamp\n", "passphrase", "remove", "--all").refused("Close its window first")
    assert locked("river lamp\n", "list").code == 0


def test_a_window_that_opens_while_it_is_typed_keeps_its_diary(
    run: Run, typed: Typed, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("log", "rooting")
    ask = Secrets.ask

    def opens(self: Secrets, words: str) -> str:
        (data / "window.lock").write_text(f"{os.getpid()}\n{Path(sys.executable).resolve().name}\n")
        return ask(self, words)

    monkeypatch.setattr(Secrets, "ask", opens)
    said = typed("river lamp\n", "passphrase", "set")
    assert said.code == 1
    assert "Close its window first" in said.err
    assert run("list").code == 0


def test_the_same_words_of_another_carer_are_said(locked: Typed) -> None:
    assert locked("river lamp\nriver lamp\n", "passphrase", "add", "--for", "Alex").code == 0
    said = locked("river lamp\nother words\n", "passphrase", "change")
    assert "The earlier words still open the diary, as number 2." in said.out
    assert "opens nothing" not in said.out
    said = locked("river lamp\nother words\n", "passphrase", "change")
    assert "The earlier one opens nothing here any more." in said.out


def test_on_a_terminal_it_is_typed_unseen_and_twice(
    run: Run, typed: Typed, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("log", "rooting")
    answers = iter(["river lamp", "river lump", "river lamp", "river lamp", "river lamp"])
    asked: list[str] = []

    def getpass(words: str) -> str:
        asked.append(words)
        return next(answers)

    monkeypatch.setattr("getpass.getpass", getpass)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    assert run("passphrase", "set").code == 2
    assert run("passphrase", "set").code == 0
    assert run("list").code == 0
    assert asked == ["New passphrase: ", "The same once more: "] * 2 + ["Passphrase: "]


def test_without_a_diary_that_is_said(run: Run, typed: Typed) -> None:
    run("passphrase", "status").refused("There is no diary")


def test_neither_argument_nor_environment_takes_it(
    locked: Typed, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("BONDDIARY_PASSPHRASE", "PASSPHRASE"):
        monkeypatch.setenv(name, "river lamp")
    run("list").refused("This diary is locked.")
    assert run("--passphrase-fd", "river lamp", "list").code == 2


def test_copies_in_the_second_place_follow(locked: Typed, data: Path, tmp_path: Path) -> None:
    place, clock = tmp_path / "stick", system_clock()
    place.mkdir()
    save_settings(Settings(second_place=str(place)), data / "settings.json")
    key = Guard(data / "diary.db", clock).unlock(words("river lamp"))
    Backups(data / "diary.db", clock, key).make_second(place)
    facts = next(place.glob("*.json"))
    before = facts.read_text()
    said = locked("river lamp\nnewer words\n", "passphrase", "change")
    assert "second place" not in said.out
    assert facts.read_text() != before
    place.rename(tmp_path / "in a drawer")
    said = locked("newer words\nriver lamp\n", "passphrase", "change")
    assert "Copies in the second place follow once it is back" in said.out
