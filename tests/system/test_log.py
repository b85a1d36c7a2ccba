"""The program's log: places and kinds of errors, never what an entry says."""

import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from bonddiary.system.log import LARGEST, install_excepthook, log_crash, logger, start_log


@pytest.fixture(autouse=True)
def handlers() -> Iterator[None]:
    """No test leaves an open log or a hook behind."""
    before = list(logger.handlers)
    hooks = sys.excepthook, threading.excepthook, sys.unraisablehook
    yield
    sys.excepthook, threading.excepthook, sys.unraisablehook = hooks
    for handler in [one for one in logger.handlers if one not in before]:
        logger.removeHandler(handler)
        handler.close()


def crash() -> None:
    raise ValueError("the note said: private words")


def test_a_crash_is_logged_by_place_and_kind_without_its_text(tmp_path: Path) -> None:
    start_log(tmp_path / "bonddiary.log")
    try:
        crash()
    except ValueError as error:
        log_crash(type(error), error, error.__traceback__)
    text = (tmp_path / "bonddiary.log").read_text()
    assert "ValueError" in text
    assert "crash" in text
    assert "private words" not in text


def test_a_log_that_grew_begins_anew(tmp_path: Path) -> None:
    path = tmp_path / "bonddiary.log"
    path.write_text("x" * (LARGEST + 1))
    start_log(path)
    logger.info("hello")
    assert path.stat().st_size < 1000


def test_a_log_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    start_log(tmp_path / "nowhere" / "bonddiary.log")
    logger.warning("hello")
    log_crash(ValueError, ValueError("x"), None)
    assert not (tmp_path / "nowhere").exists()


def test_unexpected_errors_reach_the_log_and_the_usual_hook(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, *_: seen.append(kind.__name__))
    start_log(tmp_path / "bonddiary.log")
    install_excepthook()
    sys.excepthook(KeyError, KeyError("x"), None)
    assert seen == ["KeyError"]
    assert "unexpected KeyError" in (tmp_path / "bonddiary.log").read_text()
    assert logging.getLogger("bonddiary") is logger


def test_away_from_a_terminal_an_error_keeps_its_words_to_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Standard error of a program started from a menu goes to the system's journal."""
    monkeypatch.setattr(sys, "excepthook", sys.__excepthook__)
    start_log(tmp_path / "bonddiary.log")
    install_excepthook()
    try:
        crash()
    except ValueError as error:
        sys.excepthook(ValueError, error, error.__traceback__)
    said = capsys.readouterr().err
    assert said.startswith("Traceback, without")
    assert said.endswith("ValueError\n")
    assert "in crash" in said
    shown = said.replace('raise ValueError("the note said: private words")', "")  # the code's own line
    assert "private words" not in shown


def test_errors_on_threads_and_in_clean_up_are_logged_as_well(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "excepthook", lambda *_: None)
    start_log(tmp_path / "bonddiary.log")
    install_excepthook()

    class Closing:
        """Private words."""

        def __repr__(self) -> str:
            return "private words"

        def __del__(self) -> None:
            raise LookupError("private words")

    thread = threading.Thread(target=crash)
    thread.start()
    thread.join()
    held = Closing()
    del held
    text = (tmp_path / "bonddiary.log").read_text()
    assert "unexpected ValueError" in text
    assert "unexpected LookupError" in text
    assert "private words" not in text + capsys.readouterr().err
