"""A copy of the shipped content that a test may spoil."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from bonddiary.content.loader import content_folder

Edit = Callable[[str, str, str], None]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the content folder."""
    return Path(shutil.copytree(content_folder(), tmp_path / "content"))


@pytest.fixture
def edit(folder: Path) -> Edit:
    """Replaces text in one file of the copy, once, and insists that it was there."""

    def replace(file: str, old: str, new: str) -> None:
        text = (folder / file).read_text(encoding="utf-8")
        assert old in text, f"{file} no longer holds {old!r}: change this test"
        (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")

    return replace
