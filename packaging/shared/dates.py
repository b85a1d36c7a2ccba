"""The one moment that a build carries everywhere, so that the same checkout makes the same bytes."""

import os
import subprocess
from datetime import UTC, date, datetime

from shared.metadata import ROOT, App

EARLIEST = 315_532_800
"""1 January 1980: no archive can say less. For a checkout that tells nothing."""


def epoch(app: App) -> int:
    """In seconds: SOURCE_DATE_EPOCH, else the day of this version in the changelog, else the last commit."""
    told = os.environ.get("SOURCE_DATE_EPOCH", "")
    if told:
        return int(told)
    released = [each.day for each in app.releases if each.version == app.version and each.day]
    if released:
        return int(datetime.combine(date.fromisoformat(released[0]), datetime.min.time(), UTC).timestamp())
    command = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
    try:
        said = subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
    except FileNotFoundError:
        said = ""
    return int(said) if said.isdigit() else EARLIEST


def day_of(seconds: int) -> str:
    """As 2026-11-16."""
    return datetime.fromtimestamp(seconds, UTC).date().isoformat()
