"""The workflows of the code host: they parse, do what dev.py does, may do little, and name only what is there."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

import dev
import source

ROOT = Path(__file__).resolve().parent.parent.parent
FLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
PINNED = re.compile(r"^[\w-]+/[\w-]+@[0-9a-f]{40}$")


def read(path: Path) -> dict[str, Any]:
    """A workflow."""
    told: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return told


def steps(path: Path) -> Iterator[dict[str, Any]]:
    """All steps of all its jobs."""
    for job in read(path)["jobs"].values():
        yield from job["steps"]


def test_there_are_workflows_that_test_and_build() -> None:
    assert [path.stem for path in FLOWS] == ["build", "test"]


@pytest.mark.parametrize("path", FLOWS, ids=lambda path: path.stem)
def test_it_may_read_and_nothing_else(path: Path) -> None:
    told = read(path)
    assert told["permissions"] == {"contents": "read"}
    assert not [name for name, job in told["jobs"].items() if "permissions" in job]
    assert "secrets." not in path.read_text(encoding="utf-8")
    assert all("timeout-minutes" in job for job in told["jobs"].values())


@pytest.mark.parametrize("path", FLOWS, ids=lambda path: path.stem)
def test_actions_are_pinned_to_a_commit_and_their_version_is_said(path: Path) -> None:
    used = [step["uses"] for step in steps(path) if "uses" in step]
    assert used
    assert all(PINNED.match(name) for name in used)
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if "uses:" in line]
    assert len(lines) == len(used)
    assert all(re.search(r" # v\d+\.\d+\.\d+$", line) for line in lines)
    for step in steps(path):
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] is False


@pytest.mark.parametrize("path", FLOWS, ids=lambda path: path.stem)
def test_it_names_commands_and_files_that_are_there(path: Path) -> None:
    run = "\n".join(step["run"] for step in steps(path) if "run" in step)
    commands = re.findall(r"packaging/dev\.py (\w+)", run)
    assert commands
    assert set(commands) <= set(dev.COMMANDS)
    named = re.findall(r"(?<![\w/])packaging/[\w./-]+", run)
    assert all((ROOT / name).is_file() for name in named), named


@pytest.mark.parametrize("path", FLOWS, ids=lambda path: path.stem)
def test_it_names_no_registry(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert "://" not in text
    assert not list(source.addresses(path.name, text))


def test_every_system_and_python_is_tested() -> None:
    matrix = read(ROOT / ".github/workflows/test.yml")["jobs"]["test"]["strategy"]["matrix"]
    assert {name.partition("-")[0] for name in matrix["system"]} == {"ubuntu", "windows", "macos"}
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert matrix["python"] == re.findall(r"Programming Language :: Python :: (3\.\d+)", project)


def test_what_a_job_takes_another_has_made() -> None:
    jobs = read(ROOT / ".github/workflows/build.yml")["jobs"]
    made = {
        step["with"]["name"]: name
        for name, job in jobs.items()
        for step in job["steps"]
        if step.get("uses", "").startswith("actions/upload-artifact@")
    }
    assert {"python", "linux", "flatpak", "windows", "macos"} <= set(made)
    for name, job in jobs.items():
        before = ancestors(jobs, name)
        for step in job["steps"]:
            if step.get("uses", "").startswith("actions/download-artifact@"):
                assert made[step["with"]["name"]] in before, name


def ancestors(jobs: dict[str, Any], name: str) -> set[str]:
    """The jobs that one waits for, directly or not."""
    needs = jobs[name].get("needs", [])
    direct = {needs} if isinstance(needs, str) else set(needs)
    return direct.union(*(ancestors(jobs, each) for each in direct))
