"""The computer's clock, zone and resources."""

import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfoNotFoundError

import pytest
import tzlocal

from bonddiary.domain.when import zone_named
from bonddiary.system import clock
from bonddiary.system.clock import ClockWatch, steady_seconds, system_clock, system_zone, zone_is_known
from bonddiary.system.resources import resource, resource_root
from tests.builders import NOW

ROOT = Path(__file__).parents[2]


def test_now_is_now_in_whole_seconds_in_this_computers_zone() -> None:
    before = datetime.now(UTC).replace(microsecond=0)
    now = system_clock()()
    assert before <= now.utc <= datetime.now(UTC)
    assert now.utc.microsecond == 0
    assert now.zone == system_zone()
    assert zone_named(now.zone)


@pytest.mark.skipif(os.name != "posix", reason="TZ is POSIX's")
@pytest.mark.parametrize(
    ("set_to", "zone"), [("Asia/Kathmandu", "Asia/Kathmandu"), (":Europe/London", "Europe/London")]
)
def test_the_zone_is_the_one_that_was_set(set_to: str, zone: str) -> None:
    code = (
        "from bonddiary.system.clock import system_clock; now = system_clock()(); print(now.zone, now.offset)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "TZ": set_to},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split()[0] == zone


@pytest.mark.parametrize("trouble", [ZoneInfoNotFoundError("several"), ValueError("odd"), None])
def test_where_the_zone_cannot_be_told_it_is_utc(
    trouble: Exception | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_zone() -> None:
        if trouble:
            raise trouble

    monkeypatch.setattr(tzlocal, "get_localzone_name", no_zone)
    monkeypatch.setattr(clock, "_zone_of_now", lambda: "UTC")
    assert system_zone() == "UTC"
    assert not zone_is_known()


def test_a_zone_that_is_not_known_here_is_no_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tzlocal, "get_localzone_name", lambda: "Mars/Olympus")
    assert not zone_is_known()
    before = datetime.now(UTC).replace(microsecond=0)
    now = system_clock()()
    assert before <= now.utc <= datetime.now(UTC)
    here = now.utc.astimezone()
    whole_hours = here.utcoffset() % timedelta(hours=1) == timedelta(0)  # type: ignore[operator]  # it is aware
    assert now.wall == (here if whole_hours else now.utc).replace(tzinfo=None), (
        "else there is no zone like it"
    )


@pytest.mark.skipif(os.name != "posix", reason="TZ is POSIX's")
@pytest.mark.parametrize(
    ("set_to", "zone"), [("Asia/Tokyo", "Etc/GMT-9"), ("Asia/Kathmandu", "UTC"), ("UTC", "UTC")]
)
def test_instead_of_an_unknown_zone_it_is_one_with_the_same_clock(set_to: str, zone: str) -> None:
    """Whole hours have a zone; where there is none, it is UTC, and the time is asked about."""
    done = subprocess.run(
        [sys.executable, "-c", "from bonddiary.system import clock; print(clock._zone_of_now())"],
        env={**os.environ, "TZ": set_to},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == zone


class TestWatch:
    @pytest.mark.parametrize(
        ("clock_minutes", "really", "moved"),
        [
            (0, 0, False),
            (600, 600, False),
            (4.9, 0, False),
            (5.1, 0, True),
            (60, 54, True),
            (10, 16, True),
            (10, 14, False),
            (-0.5, 0.1, False),
            (-1.5, 0.1, True),
            (-60, 0, True),
        ],
    )
    def test_tells_a_clock_that_was_set_from_time_that_went_by(
        self, clock_minutes: float, really: float, moved: bool
    ) -> None:
        seconds = [50.0]
        watch = ClockWatch(lambda: seconds[-1])
        assert not watch.moved(NOW)
        seconds.append(50 + really * 60)
        assert watch.moved(NOW.shifted(timedelta(minutes=clock_minutes))) is moved
        assert not watch.moved(NOW.shifted(timedelta(minutes=clock_minutes)))

    def test_the_steady_clock_goes_on(self) -> None:
        assert steady_seconds() <= steady_seconds()


def test_resources_are_found_whatever_the_current_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    assert resource("content", "responses.toml").is_file()


def test_a_bundle_brings_its_own_resources(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "resources" / "content").mkdir(parents=True)
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    resource_root.cache_clear()
    try:
        assert resource("x") == tmp_path / "resources" / "x"
    finally:
        resource_root.cache_clear()
