"""The release check tells fine, fault, still to do and not checked apart, and passes nothing over."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

import release
import release_checks
from environment import ROOT
from linux import files
from outcomes import Check, Given, Outcome, State, by_tool
from shared.metadata import App, Release


@pytest.fixture
def given(app: App, tmp_path: Path) -> Given:
    """A look at nothing that was built."""
    made = tmp_path / "made"
    made.mkdir()
    return Given(app, tmp_path / "dist", made)


def states(outcomes: Iterator[Outcome]) -> dict[str, State]:
    """Each outcome's state by its name."""
    return {each.what: each.state for each in outcomes}


def test_a_tool_that_is_not_here_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    outcome = by_tool("menu entry", ["no-such-tool", "x"])
    assert outcome.line() == "menu entry: not checked: no-such-tool is not on this computer"


def test_a_check_that_breaks_is_a_fault_and_the_next_is_made(
    given: Given, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken_check(given: Given) -> Iterator[Outcome]:
        yield Outcome("first", State.FINE)
        raise OSError("no disk")

    def other_check(given: Given) -> Iterator[Outcome]:
        yield Outcome("second", State.NOT_CHECKED, "no tool")

    checks: tuple[Check, ...] = (broken_check, other_check)
    outcomes = list(release.look(checks, given))
    assert [each.state for each in outcomes] == [State.FAULT, State.NOT_CHECKED]
    assert "OSError: no disk" in capsys.readouterr().out
    assert release.summary(outcomes) == "\n0 fine, 1 FAULT, 0 TO DO before a release, 1 not checked."


@pytest.mark.parametrize(
    ("state", "code"), [(State.FINE, 0), (State.NOT_CHECKED, 0), (State.TO_DO, 0), (State.FAULT, 1)]
)
def test_a_fault_alone_ends_with_1(
    state: State, code: int, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(release, "CHECKS", (lambda given: iter([Outcome("one", state)]),))
    assert release.main([str(tmp_path)]) == code


def test_the_version_is_the_changelogs_newest(given: Given) -> None:
    assert states(release_checks.versions(given))["version"] is State.FINE
    other = replace(given, app=replace(given.app, version="9.9.9"))
    assert states(release_checks.versions(other)) == {"version": State.FAULT}
    unreleased = replace(given.app, releases=(Release(given.app.version, "", ("One.",)),))
    assert (
        states(release_checks.versions(replace(given, app=unreleased)))["day of the release"] is State.TO_DO
    )
    released = replace(given.app, releases=(Release(given.app.version, "2026-11-26", ()),))
    assert states(release_checks.versions(replace(given, app=released)))["changelog"] is State.FAULT


def test_every_line_of_the_changelog_is_in_the_metainfo(app: App, drawn: Path, tmp_path: Path) -> None:
    files.desktop(app, tmp_path, drawn, 1_780_000_000)
    tree = ET.parse(tmp_path / "metainfo" / f"{app.id}.metainfo.xml")
    told = [
        (each.get("version"), tuple(item.text for item in each.iter("li"))) for each in tree.iter("release")
    ]
    assert told == [(each.version, each.items) for each in app.releases]
    assert app.releases[0].version == app.version


def test_the_definitions_for_each_system_are_looked_at(given: Given, drawn: Path) -> None:
    for check in (
        release_checks.desktop,
        release_checks.flatpak,
        release_checks.windows_installer,
        release_checks.mac,
    ):
        found = list(check(given))
        assert found
        assert not [each.line() for each in found if each.state is State.FAULT]


def test_what_was_not_built_is_said(given: Given) -> None:
    assert states(release_checks.packages(given)) == {".deb": State.NOT_CHECKED, ".rpm": State.NOT_CHECKED}
    assert states(release_checks.flatpak(given))["Flatpak sources"] is State.NOT_CHECKED
    assert states(release_checks.mac(given))["macOS app"] is State.NOT_CHECKED


def test_every_script_that_is_looked_at_is_there(given: Given) -> None:
    assert all((ROOT / name).is_file() for name in release_checks.SCRIPTS)
    assert not [each.line() for each in release_checks.scripts(given) if each.state is State.FAULT]
