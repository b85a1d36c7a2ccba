"""The window copies the diary by itself: at quiet moments, when one is due, never a made-up one."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from bonddiary.diary.copies import Backups
from bonddiary.domain.copies import Why
from bonddiary.domain.errors import DiaryDamaged, DiskFull
from bonddiary.domain.when import When
from bonddiary.store.looking import facts_of
from bonddiary.system.clock import Clock
from bonddiary.ui.copying import QUIET_MS, Copying, on_a_thread
from bonddiary.ui.session import Session
from tests.builders import NOW, moment


class Wall:
    """A clock that can be set."""

    now = NOW

    def __call__(self) -> When:
        return self.now

    def later(self, **by: float) -> None:
        self.now = self.now.shifted(timedelta(**by))


@pytest.fixture
def clock() -> Clock:
    return Wall()


def at_once(work: Callable[[], None]) -> None:
    work()


@pytest.fixture
def copying(robin: Session) -> Copying:
    return Copying(robin, at_once)


def made(session: Session) -> list[Why]:
    """What copies were made for, the oldest first."""
    return [copy.why for copy in reversed(Backups(session.paths.diary, session.clock).all())]


def later(session: Session, **by: float) -> None:
    assert isinstance(session.clock, Wall)
    session.clock.later(**by)


def test_it_waits_for_a_quiet_moment(robin: Session, copying: Copying) -> None:
    assert not copying._timer.isActive()
    robin.opened.emit()
    assert copying._timer.isActive()
    assert copying._timer.interval() == QUIET_MS
    assert made(robin) == []
    copying._timer.stop()
    robin.diary.bring_in([moment()], "test")
    assert copying._timer.isActive()
    copying._timer.stop()


def test_once_a_day_and_after_half_an_hour_of_changes(robin: Session, copying: Copying) -> None:
    copying.look()
    copying.look()
    assert made(robin) == [Why.DAILY]
    later(robin, minutes=40)
    copying.look()
    assert made(robin) == [Why.DAILY], "nothing has changed"
    robin.diary.bring_in([moment()], "test")
    copying.look()
    assert made(robin) == [Why.DAILY, Why.CHANGES]
    robin.diary.bring_in([moment()], "test")
    later(robin, minutes=20)
    copying.look()
    assert len(made(robin)) == 2, "the newest is young"
    later(robin, hours=24)
    copying.look()
    assert made(robin)[2:] == [Why.DAILY]
    copying._timer.stop()


def test_at_closing_what_has_changed(robin: Session, copying: Copying) -> None:
    copying.look()
    later(robin, hours=1)
    copying.stop()
    assert made(robin) == [Why.DAILY]
    robin.diary.bring_in([moment()], "test")
    copying.stop()
    assert made(robin) == [Why.DAILY, Why.CLOSING]
    assert not copying._timer.isActive()


def test_what_fails_is_tried_again(robin: Session, copying: Copying, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise DiskFull("The disk is full.")

    robin.diary.bring_in([moment()], "test")
    with monkeypatch.context() as broken:
        broken.setattr(Backups, "make", full)
        copying.look()
    assert made(robin) == []
    copying.look()
    assert made(robin) == [Why.DAILY]
    copying._timer.stop()


def test_a_made_up_diary_is_not_copied(robin: Session, copying: Copying) -> None:
    robin.diary.call_demo()
    robin.opened.emit()
    assert not copying._timer.isActive() or copying._made_up
    copying.look()
    copying._timer.stop()
    assert made(robin) == []


def test_beside_the_window_while_moments_are_saved(robin: Session, qtbot: QtBot) -> None:
    copying = Copying(robin, on_a_thread)
    copying.look()
    for _ in range(20):
        robin.diary.bring_in([moment()], "test")
    copying._timer.stop()
    qtbot.waitUntil(lambda: made(robin) == [Why.DAILY])
    (copy,) = Backups(robin.paths.diary, robin.clock).all()
    Backups(robin.paths.diary, robin.clock).check(copy)


def test_before_a_file_comes_in(robin: Session, tmp_path: Path) -> None:
    from bonddiary.ui.files import copy_first

    copy_first(robin)
    assert made(robin) == [Why.IMPORT]


def test_copies_also_go_to_the_second_place_while_it_is_there(
    robin: Session, copying: Copying, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    place = stick / "Bond Diary copies"
    robin.change_settings(second_place=str(place))
    copying.look()
    assert not stick.exists(), "no stick is made up"
    stick.mkdir()
    copying.look()
    assert not place.exists(), "the stick may be out, and this the empty folder it was in"
    assert robin.settings.copied_elsewhere == ""
    place.mkdir()
    copying.look()
    assert [path.suffix for path in sorted(place.iterdir())] == [".db", ".json"]
    assert robin.settings.copied_elsewhere == "2026-11-16"
    later(robin, minutes=40)
    robin.diary.bring_in([moment()], "test")
    copying.look()
    assert len(list(place.glob("*.db"))) == 1, "once a day"
    later(robin, hours=24)
    copying.look()
    assert len(list(place.glob("*.db"))) == 2


def test_a_stick_that_goes_wrong_says_nothing_of_the_diary(
    robin: Session, copying: Copying, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def spoilt(path: Path, key: object = None) -> object:
        if path.parent == tmp_path:
            raise DiaryDamaged("The stick is worn out.")
        return facts_of(path, None)

    monkeypatch.setattr("bonddiary.store.copies.facts_of", spoilt)
    robin.change_settings(second_place=str(tmp_path))
    told: list[str] = []
    copying.damaged.connect(told.append)
    copying.look()
    assert made(robin) == [Why.DAILY]
    assert told == []
    assert not copying._changed
    assert robin.settings.copied_elsewhere == ""


def test_while_a_passphrase_is_set_nothing_is_copied(robin: Session, copying: Copying) -> None:
    robin.work = "Locking the diary."
    copying.look()
    assert made(robin) == []
    robin.work = ""
    copying.look()
    assert made(robin) == [Why.DAILY]


def test_once_a_month_the_newest_copy_is_looked_at(robin: Session, copying: Copying) -> None:
    copying.look()
    backups = Backups(robin.paths.diary, robin.clock)
    first = backups.all()[0]
    later(robin, hours=23)
    assert backups.check_due() is None
    robin.clock.now = NOW.shifted(timedelta(days=31))  # type: ignore[attr-defined]
    assert backups.check_due() == first
    (backups.folder / first.name).write_bytes(b"nothing")
    copying.look()
    assert made(robin)[-1] is Why.DAILY
    assert backups.check(backups.all()[0]).checked == robin.clock().utc
