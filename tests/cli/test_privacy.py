"""`bonddiary privacy` says what the privacy check under Settings says."""

import os
from pathlib import Path

import pytest

from bonddiary.system.no_network import refused
from tests.cli.conftest import Run


def test_it_says_where_everything_is_and_that_nothing_is_sent(run: Run, data: Path) -> None:
    run("log", "--cue", "rooting", "--note", "private words")
    said = run("privacy")
    assert said.code == 0
    assert said.lines[0] == f"Bond Diary opens no connection. Attempts refused since it started: {refused()}."
    assert str(data / "diary.db") in said.lines
    assert "It has no passphrase." in said.out
    assert "private words" not in said.out
    assert said.err == ""


def test_it_makes_nothing(run: Run, data: Path) -> None:
    assert run("privacy").code == 0
    assert not data.exists()


@pytest.mark.skipif(os.name != "posix", reason="modes")
def test_a_file_that_others_may_read_is_said(run: Run, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("log", "--cue", "rooting")
    monkeypatch.setattr("bonddiary.system.privacy._is_open", lambda path: path.name == "diary.db")
    said = run("privacy")
    assert said.code == 1
    assert "Other accounts on this computer may read it." in said.out
    said.one_sentence()
