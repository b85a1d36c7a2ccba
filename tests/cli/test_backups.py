"""`bonddiary backup`, `restore` and `check`."""

import os
import sys
from pathlib import Path

from tests.cli.conftest import Run


def test_a_copy_is_made_listed_and_put_back(run: Run, data: Path) -> None:
    run("log", "rooting")
    said = run("backup")
    assert said.out == f"Copied and compared: {data / 'backups' / 'diary-000001.db'}, 1 entry.\n"
    run("log", "yawning")
    assert run("restore").lines == ["1: on 16 November 2026 at 9pm, 1 entry, up to 16 November 2026"]
    said = run("restore", 1)
    assert said.lines == [
        "The diary is as it was on 16 November 2026 at 9pm: 1 entry.",
        "The diary that was there is the newest copy.",
    ]
    assert len(run("list").lines) == 1
    assert len(run("restore").lines) == 2


def test_in_a_folder_of_choice(run: Run, tmp_path: Path) -> None:
    run("log", "rooting")
    said = run("backup", "--to", tmp_path)
    assert said.code == 0
    assert (tmp_path / "diary-000001.db").exists()
    run("backup", "--to", tmp_path / "nowhere").refused("There is no folder")


def test_check_names_what_isnt_whole(run: Run, data: Path) -> None:
    run("log", "rooting")
    run("backup")
    run("backup")
    said = run("check")
    assert said.code == 0
    assert said.lines[0] == "The diary is whole."
    assert len(said.lines) == 3
    (data / "backups" / "diary-000001.db").write_bytes(b"nothing")
    said = run("check")
    assert said.code == 1
    assert "diary-000001.db" in said.err
    assert len(said.lines) == 2


def test_a_damaged_diary_is_named_kept_and_mended(run: Run, data: Path) -> None:
    run("log", "rooting")
    run("backup")
    (data / "diary.db").write_bytes(b"SQLite format 3\0" + b"\xff" * 9000)
    said = run("check")
    assert said.code == 1
    assert "The diary is whole." not in said.out
    assert "restore NUMBER" in said.out
    said = run("restore", 1)
    assert said.code == 0
    assert "couldn’t be read. It is kept" in said.out
    assert len(run("list").lines) == 1
    assert run("check").code == 0
    assert len(list((data / "backups").glob("replaced-*"))) == 1


def test_nothing_there_is_said(run: Run, data: Path) -> None:
    for command in ("backup", "restore", "check"):
        run(command).refused("no diary")
    run("log", "rooting")
    run("restore").refused("There are no copies yet.")
    run("restore", 7).refused("There is no copy number 7.")


def test_an_open_window_keeps_its_diary(run: Run, data: Path) -> None:
    run("log", "rooting")
    run("backup")
    lock = data / "window.lock"
    lock.write_text(f"{os.getpid()}\n{Path(sys.executable).resolve().name}\n")
    run("restore", 1).refused("Close its window first")
    lock.write_text("999999999\nbonddiary\n")  # of a program that was killed
    assert run("restore", 1).code == 0


def test_of_a_damaged_diary_what_can_be_read_is_kept(run: Run, data: Path) -> None:
    run("log", "rooting")
    run("log", "--cue", "yawning", "--note", "windy")
    content = (data / "diary.db").read_bytes()
    place = content.rindex(b"windy")
    (data / "diary.db").write_bytes(content[:place] + b"\xff" * 5 + content[place + 5 :])
    run("restore", 1, "--what-can-be-read").refused("not both")
    said = run("restore", "--what-can-be-read")
    assert said.code == 0
    assert said.lines[0].startswith("Read: ")
    assert said.err.startswith("Up to 1 place can’t be read")
    assert len(run("list").lines) == 1
    assert len(list((data / "backups").glob("replaced-*"))) == 1
    run("restore", "--what-can-be-read")
    assert len(run("list").lines) == 1
