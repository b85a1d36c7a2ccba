"""The Flatpak's manifest: what is let into its sandbox, what it is built from, and that flatpak-builder reads it."""

import json
import shutil
from importlib.metadata import version
from pathlib import Path

import pytest

import environment
import supply
from flatpak import manifest
from outcomes import State, said_by_manifest
from shared.metadata import App

WHEEL = "bonddiary-0.1.0-py3-none-any.whl"


def test_neither_network_nor_home_is_let_in(app: App) -> None:
    let_in = manifest.manifest(app, WHEEL)["finish-args"]
    assert let_in == [
        "--socket=wayland",
        "--socket=fallback-x11",
        "--share=ipc",
        "--device=dri",
        "--env=QT_QPA_PLATFORMTHEME=xdgdesktopportal",
    ]


def test_nothing_is_fetched_while_it_is_built(app: App) -> None:
    told = manifest.manifest(app, WHEEL)
    assert "://" not in json.dumps(told)
    assert "--share=network" not in json.dumps(told)
    installs = [
        line for module in told["modules"] for line in module["build-commands"] if "pip install" in line
    ]
    assert len(installs) == 2
    assert all("--no-index" in line for line in installs)
    assert "--require-hashes" in installs[0]


def test_it_is_named_as_everywhere_and_stands_on_the_line_of_qt_in_the_lock(app: App) -> None:
    told = manifest.manifest(app, WHEEL)
    assert (told["id"], told["command"]) == (app.id, app.command)
    assert version("PySide6-Essentials").startswith(f"{told['runtime-version']}.")


def test_what_a_filled_folder_lacks_is_named(app: App, tmp_path: Path) -> None:
    manifest.write(app, WHEEL, tmp_path)
    names = sorted(supply.pins(environment.LOCKS / "run.txt"))
    assert manifest.lacking(tmp_path) == ["wheels", "run.txt", WHEEL, "share", *names]
    for folder in ("wheels", "share"):
        (tmp_path / folder).mkdir()
    for name in (
        "run.txt",
        WHEEL,
        *(f"wheels/{each.replace('-', '_')}-1-py3-none-any.whl" for each in names[1:]),
    ):
        (tmp_path / name).touch()
    assert manifest.lacking(tmp_path) == names[:1]


@pytest.mark.skipif(shutil.which("flatpak-builder") is None, reason="flatpak-builder is not on this computer")
def test_flatpak_builder_reads_it(app: App, tmp_path: Path) -> None:
    outcome = said_by_manifest(manifest.write(app, WHEEL, tmp_path))
    assert outcome.state is State.FINE, outcome.words


def test_another_systems_wheels_are_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("platform.machine", lambda: "riscv64")
    with pytest.raises(environment.SetupError, match="riscv64"):
        manifest.fetch_wheels(tmp_path)
