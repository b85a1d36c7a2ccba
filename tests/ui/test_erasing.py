"""Erasing begins some seconds after opening, goes on in small pieces, and gives way to trouble."""

from datetime import timedelta

import pytest

from bonddiary.domain.errors import DiaryLocked
from bonddiary.domain.records import ref_to
from bonddiary.store import erasing
from bonddiary.ui.erasing import FIRST_MS, Eraser
from bonddiary.ui.session import Session
from tests.builders import NOW, moment

MONTH = 31 * 24 * 60 * 60


def old(session: Session, count: int) -> list[str]:
    """Entries deleted long ago, of which the diary has counted as much."""
    gone = [moment() for _ in range(count)]
    session.diary.bring_in(gone, "test")
    session.diary.delete(*map(ref_to, gone), at=NOW.shifted(-timedelta(days=40)))
    with session.diary._database.write() as work:
        erasing.set_counted(work, MONTH, NOW.micros // 1_000_000)
        erasing.set_gone_since(work, [each.id for each in gone], 0, [])
    return [each.id for each in gone]


def left(session: Session) -> int:
    with session.diary._database.read() as work:
        return len(erasing.all_deleted(work))


def test_it_waits_for_the_diary_and_then_for_a_press(session: Session) -> None:
    eraser = Eraser(session)
    assert not eraser._timer.isActive()
    session.opened.emit()
    assert eraser._timer.isActive()
    assert eraser._timer.interval() == FIRST_MS
    eraser.stop()
    assert not eraser._timer.isActive()


def test_in_pieces_until_nothing_is_due(robin: Session) -> None:
    old(robin, 45)
    eraser, steps = Eraser(robin), 1
    eraser.step()
    assert 0 < left(robin) < 45
    while eraser._timer.isActive():
        eraser.stop()
        eraser.step()
        steps += 1
    assert left(robin) == 0
    assert steps == 3


def test_a_busy_diary_is_left_for_the_next_start(robin: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    def busy() -> bool:
        raise DiaryLocked("It is busy.")

    monkeypatch.setattr(robin.diary, "erase_due", busy)
    eraser = Eraser(robin)
    eraser.step()
    assert not eraser._timer.isActive()
