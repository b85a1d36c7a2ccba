"""What the program is built with."""

import json
import re
import subprocess
import sys
from importlib import metadata
from pathlib import Path

import pytest

from bonddiary.system import libraries
from bonddiary.system.libraries import LIBRARIES, versions
from tests.pace import PATIENCE

ROOT = Path(__file__).resolve().parents[2]
LOCKED = set(re.findall(r"^([\w.-]+)==", (ROOT / "packaging/lock/run.txt").read_text(), re.MULTILINE))
WORDS = {
    "LGPL": "LGPL",
    "MIT": "MIT",
    "BSD": "BSD|Kiwi|matplotlib project",
    "Apache": "Apache",
    "Python": "PSF|Python",
}


def test_every_library_that_is_shipped_is_named() -> None:
    assert {each.package for each in LIBRARIES if each.package} == LOCKED


def test_versions_are_those_that_are_here() -> None:
    found = versions()
    assert found[""] == sys.version.split()[0]
    assert found["numpy"] == metadata.version("numpy")


@pytest.mark.parametrize("each", [each for each in LIBRARIES if each.package], ids=lambda each: each.name)
def test_the_licence_is_the_one_it_says_itself(each: libraries.Library) -> None:
    try:
        said = metadata.metadata(each.package)
    except metadata.PackageNotFoundError:
        pytest.skip("not needed on this system")
    names = ("License-Expression", "License", "Classifier")
    own = " ".join(words for name in names for words in said.get_all(name) or [])
    for word, pattern in WORDS.items():
        if re.match(word, each.licence):
            assert re.search(pattern, own), f"{each.name}: {own[:200]}"


def test_a_bundle_brings_a_file_of_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    subprocess.run(
        [sys.executable, "-m", "bonddiary.system.libraries", str(tmp_path)],
        cwd=ROOT,
        check=True,
        timeout=PATIENCE,
    )
    brought = json.loads((tmp_path / libraries.NAME).read_text())
    assert brought["sqlalchemy"] == metadata.version("sqlalchemy")
    assert "" not in brought

    def unknown(name: str) -> str:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "version", unknown)
    monkeypatch.setattr(libraries, "resource", lambda name: tmp_path / name)
    assert versions()["sqlalchemy"] == brought["sqlalchemy"]
    (tmp_path / libraries.NAME).write_text("{")
    assert list(versions()) == [""]
