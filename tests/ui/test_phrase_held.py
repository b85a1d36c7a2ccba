"""Another program is writing while a phrase is typed: the window goes on, and nothing of it is lost."""

import time

import pytest
from pytestqt.qtbot import QtBot

from bonddiary.diary.diary import DRAFT_MS, Diary
from bonddiary.domain.errors import DiaryLocked
from bonddiary.store.database import Database
from bonddiary.ui.pages.log.page import LogPage
from bonddiary.ui.phrase import entry
from bonddiary.ui.session import Session
from tests.builders import clock_at
from tests.ui.test_log_keys import page
from tests.ui.test_log_trouble import held
from tests.ui.test_phrase_field import write

__all__ = ["page"]


def test_keeping_what_is_half_typed_hardly_waits(robin: Session) -> None:
    robin.diary.close()
    diary = Diary(Database(robin.paths.diary), clock_at())
    try:
        with held(diary):
            waited = []
            while not waited or (min(waited) >= 1 and len(waited) < 20):  # what else runs here may hold it up
                before = time.monotonic()
                with pytest.raises(DiaryLocked):
                    diary.keep_draft("phrase", "rooting")
                waited.append(time.monotonic() - before)
            assert DRAFT_MS / 1000 * 0.5 < min(waited) < 1
        assert diary._database.settings()["busy_timeout"] == 5_000, "everything else waits as ever"
        diary.keep_draft("phrase", "rooting")
        assert diary.draft("phrase") == "rooting"
    finally:
        diary.close()


def test_it_is_kept_once_the_other_is_done(qtbot: QtBot, page: LogPage, robin: Session) -> None:
    with held(robin.diary):
        write(page, "rooting")
        page._phrase._on_pause()
        assert page._phrase._again.isActive()
        assert page._phrase._again.interval() == entry.AGAIN
    page._phrase._again.setInterval(10)
    page._phrase._again.start()
    qtbot.waitUntil(lambda: robin.diary.draft("phrase") == "rooting")
    assert not page._phrase._again.isActive()


def test_saving_does_not_wait_for_the_half_typed_text(page: LogPage, robin: Session) -> None:
    """It is said to be saved first; then what was half typed is forgotten."""
    write(page, "rooting fed")
    page._phrase._on_pause()
    order: list[str] = []
    page._phrase.saved.connect(lambda _: order.append(robin.diary.draft("phrase")))
    page._phrase._on_entered()
    assert order == ["rooting fed"]
    assert robin.diary.draft("phrase") == ""
