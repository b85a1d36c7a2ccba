"""Clocks that are set, clock changes, travel: no entry and no day moves, and a night is as long as it was."""

import os
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
import time_machine

from bonddiary.analysis.spans import pieces
from bonddiary.diary.diary import Diary
from bonddiary.domain.care import CareEvent, CareKind
from bonddiary.domain.moment import Moment
from bonddiary.domain.period import Period
from bonddiary.domain.records import ref_to
from bonddiary.store.database import Database
from bonddiary.system.clock import system_clock
from tests.builders import ROBIN, care, everything, moment, moment_draft, open_at, when, with_robin

ROOT = Path(__file__).parents[2]
PRESENT = datetime(2026, 11, 16, 21, 0, tzinfo=UTC)
YEAR = timedelta(days=365)


@pytest.fixture(autouse=True)
def ids_of_the_present(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ids never go back within a process: after these tests they are those of before, not of 10 years on."""
    monkeypatch.setattr("bonddiary.domain.ids._last", 0)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "diary.db"


def by_the_computer(path: Path) -> Diary:
    """A diary whose clock is this computer's."""
    return Diary(Database(path, 50), system_clock())


def press(path: Path) -> Moment:
    """One moment, now, in a program that is started for it."""
    diary = by_the_computer(path)
    now = system_clock()()
    try:
        return diary.log(moment_draft(at=now, entered=now))
    finally:
        diary.close()


class TestSetClocks:
    @pytest.mark.parametrize(
        "jump", [-3 * YEAR, 10 * YEAR, timedelta(hours=-1), timedelta(minutes=7)], ids=str
    )
    def test_what_was_noted_stays_where_it_was(self, path: Path, jump: timedelta) -> None:
        with_robin(path).close()
        with time_machine.travel(PRESENT, tick=False):
            before = press(path)
        with time_machine.travel(PRESENT + jump, tick=False):
            during = press(path)
            diary = by_the_computer(path)
            diary.erase_due()
            diary.close()
        with time_machine.travel(PRESENT + timedelta(minutes=1), tick=False):
            after = press(path)
        diary = open_at(path)
        assert {each for each in everything(diary) if isinstance(each, Moment)} == {before, during, after}
        assert during.at.utc == PRESENT + jump
        for one in (before, during, after):
            assert one in diary.moments(ROBIN.id, Period(one.at.day, one.at.day))
        listed = diary.moments(ROBIN.id, Period(date(2000, 1, 1), date(2100, 1, 1)))
        assert [each.at.utc for each in listed] == sorted(each.at.utc for each in listed)
        diary.close()

    @pytest.mark.parametrize("jump", [-3 * YEAR, 10 * YEAR], ids=str)
    def test_undo_takes_back_what_was_done_last_whatever_the_clock_said(
        self, path: Path, jump: timedelta
    ) -> None:
        with_robin(path).close()
        with time_machine.travel(PRESENT, tick=False):
            before = press(path)
        with time_machine.travel(PRESENT + jump, tick=False):
            press(path)
            diary = by_the_computer(path)
            diary.undo()
            assert [each for each in everything(diary) if isinstance(each, Moment)] == [before]
            diary.close()

    def test_a_deletion_survives_a_clock_that_leaps_and_comes_back(self, path: Path) -> None:
        with_robin(path).close()
        with time_machine.travel(PRESENT, tick=False):
            gone = press(path)
            diary = by_the_computer(path)
            diary.delete(ref_to(gone))
            diary.close()
        for jump in (10 * YEAR, -3 * YEAR, timedelta(minutes=1)):
            with time_machine.travel(PRESENT + jump, tick=False):
                diary = by_the_computer(path)
                diary.erase_due()
                diary.restore(ref_to(gone))
                assert gone in everything(diary)
                diary.delete(ref_to(gone))
                diary.close()


NIGHTS = [
    # where, asleep, awake, hours that passed
    ("Europe/London", "2026-03-28T22:00", "2026-03-29T06:00", 7),
    ("Europe/London", "2026-10-24T22:00", "2026-10-25T06:00", 9),
    ("America/St_Johns", "2026-03-07T22:00", "2026-03-08T06:00", 7),
    ("America/St_Johns", "2026-10-31T22:00", "2026-11-01T06:00", 9),
    ("Asia/Kathmandu", "2026-03-28T22:00", "2026-03-29T06:00", 8),
    ("Asia/Kathmandu", "1985-12-31T22:00", "1986-01-01T06:15", 8),
    ("Pacific/Apia", "2011-12-29T22:00", "2011-12-31T06:00", 8),
    ("Pacific/Apia", "2010-09-25T22:00", "2010-09-26T06:00", 7),
    ("Pacific/Apia", "2011-04-01T22:00", "2011-04-02T06:00", 9),
]


@pytest.mark.parametrize(("zone", "asleep", "awake", "hours"), NIGHTS)
def test_a_night_over_a_clock_change_is_as_long_as_it_was(
    path: Path, zone: str, asleep: str, awake: str, hours: float
) -> None:
    night = care(kind=CareKind.SLEEP, at=when(asleep, zone), until=when(awake, zone))
    diary = with_robin(path, night)
    (kept,) = [each for each in everything(diary) if isinstance(each, CareEvent)]
    diary.close()
    assert kept == night
    assert kept.length == timedelta(hours=hours)
    parts = pieces(kept.at, kept.until)
    assert sum((part.lasting for part in parts), timedelta()) == timedelta(hours=hours)
    assert parts[0].day == kept.at.day
    assert kept.until is not None
    assert parts[-1].day == kept.until.day


def test_a_night_on_a_flight_is_as_long_as_it_was(path: Path) -> None:
    """Asleep in London, awake in St John’s: the clocks say 4½ hours, 8 have passed."""
    night = care(
        kind=CareKind.SLEEP, at=when("2026-06-01T22:00"), until=when("2026-06-02T02:30", "America/St_Johns")
    )
    diary = with_robin(path, night)
    (kept,) = [each for each in everything(diary) if isinstance(each, CareEvent)]
    diary.close()
    assert kept.length == timedelta(hours=8)
    assert sum((part.lasting for part in pieces(kept.at, kept.until)), timedelta()) == timedelta(hours=8)


GROUPS = """
import sys
from datetime import date
from pathlib import Path
from tests.builders import ROBIN
from bonddiary.diary.diary import Diary
from bonddiary.domain.period import Period
from bonddiary.store.database import Database
from bonddiary.system.clock import system_clock, system_zone
diary = Diary(Database(Path(sys.argv[1])), system_clock())
for entry in diary.moments(ROBIN.id, Period(date(2011, 1, 1), date(2027, 1, 1))):
    assert entry in diary.moments(ROBIN.id, Period(entry.at.day, entry.at.day))
    print(entry.at.day, entry.at.wall, entry.at.zone, entry.id)
diary.close()
print(system_zone(), file=sys.stderr)
"""


@pytest.mark.skipif(os.name != "posix", reason="TZ is POSIX's")
def test_days_stay_as_they_were_lived_whatever_zone_the_laptop_is_in(path: Path) -> None:
    lived = [
        when("2026-11-15T23:30"),
        when("2026-11-16T00:10"),
        when("2026-10-25T01:30", second=True),
        when("2026-11-15T23:59", "Pacific/Apia"),
        when("2026-11-15T00:05", "America/St_Johns"),
        when("2011-12-29T23:59", "Pacific/Apia"),
        when("2026-03-29T00:30", "Asia/Kathmandu"),
    ]
    with_robin(path, *(moment(at=at) for at in lived)).close()
    said, zones = [], []
    for zone in ("Europe/London", "Pacific/Apia", "America/St_Johns", "Asia/Kathmandu"):
        done = subprocess.run(
            [sys.executable, "-c", GROUPS, str(path)],
            cwd=ROOT, env={**os.environ, "TZ": zone}, capture_output=True, text=True, check=True,
        )  # fmt: skip
        said.append(done.stdout)
        zones.append(done.stderr.strip())
    assert zones == ["Europe/London", "Pacific/Apia", "America/St_Johns", "Asia/Kathmandu"]
    assert len(said[0].splitlines()) == len(lived)
    assert said == said[:1] * 4
    assert {line.split()[0] for line in said[0].splitlines()} == {at.day.isoformat() for at in lived}
