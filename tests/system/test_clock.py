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
from bonddiary.system.clock import system_clock, system_zone
from bonddiary.system.resources import resource, resource_root

ROOT = Path(__file__).parents[2]


def test_now_is_now_in_whole_seconds_in_this_computers_zone() -> None:
    now = system_clock()()
    assert abs(now.utc - datetime.now(UTC)) < timedelta(seconds=5)
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
    assert system_zone() == "UTC"


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
