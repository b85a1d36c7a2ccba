"""The program's log: places and kinds of errors, never what an entry says."""

import logging
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bonddiary.system.log import LARGEST, install_excepthook, log_crash, logger, start_log


@pytest.fixture(autouse=True)
def handlers() -> Iterator[None]:
    """No test leaves an open log behind."""
    before = list(logger.handlers)
    yield
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
