"""PyInstaller's description, carried out with stand-ins for PyInstaller, as on another system."""

import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from environment import ROOT

SPEC = ROOT / "packaging" / "bundle" / "bonddiary.spec"


class Built:
    """What the description asked PyInstaller for."""

    def __init__(self) -> None:
        self.programs: list[dict[str, object]] = []
        self.folders: list[dict[str, object]] = []
        self.apps: list[dict[str, object]] = []


def carry_out(monkeypatch: pytest.MonkeyPatch, platform: str, work: Path) -> Built:
    """Runs it with `sys.platform` as given."""
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr("bundle.contents.data_files", list)
    built = Built()

    def program(*parts: object, **options: object) -> object:
        built.programs.append(options)
        return parts

    names = {
        "SPECPATH": str(SPEC.parent),
        "workpath": str(work),
        "Analysis": lambda *parts, **options: SimpleNamespace(binaries=[], datas=[], scripts=[], pure=[]),
        "PYZ": lambda *parts, **options: parts,
        "EXE": program,
        "COLLECT": lambda *parts, **options: built.folders.append(options),
        "BUNDLE": lambda *parts, **options: built.apps.append(options),
    }
    exec(compile(SPEC.read_text(encoding="utf-8"), str(SPEC), "exec"), names)
    return built
