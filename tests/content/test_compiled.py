"""The kept catalogue: the same as the files say, and gone as soon as they say something else."""

from pathlib import Path
from typing import Protocol

import pytest

from bonddiary.content import compiled, reading
from bonddiary.content.loader import load_catalog
from bonddiary.content.parts import PARTS
from bonddiary.content.schema import files
from bonddiary.domain.errors import ContentError


class Edit(Protocol):
    """Replaces text in one file of the copied content."""

    def __call__(self, file: str, old: str, new: str) -> None: ...


@pytest.fixture
def keep(tmp_path: Path) -> Path:
    """The program's own folder."""
    place = tmp_path / "state"
    place.mkdir()
    return place


@pytest.mark.parametrize("language", ["en", "en-US"])
def test_the_kept_catalogue_is_the_one_in_the_files(language: str, keep: Path) -> None:
    fresh = load_catalog(language)
    assert load_catalog(language, keep=keep) == fresh
    assert load_catalog(language, keep=keep) == fresh


def test_the_second_start_reads_no_toml(keep: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = load_catalog(keep=keep)
    monkeypatch.setattr(reading, "read_content", lambda *_: pytest.fail("TOML was read"))
    assert load_catalog(keep=keep) == first


def test_the_files_are_those_of_the_schema() -> None:
    assert set(compiled.FILES) == set(files(PARTS["start"]))


def test_one_changed_letter_is_seen_at_once(folder: Path, keep: Path, edit: Edit) -> None:
    load_catalog(folder=folder, keep=keep)
    edit("cues/movement.toml", 'name = "Rooting"', 'name = "Rootong"')
    assert load_catalog(folder=folder, keep=keep).cue("rooting").name == "Rootong"


def test_a_changed_overlay_is_seen_at_once(folder: Path, keep: Path, edit: Edit) -> None:
    load_catalog("en-US", folder, keep)
    edit("lang/en-US/responses.toml", 'name = "Burped"', 'name = "Burpee"')
    assert load_catalog("en-US", folder, keep).response("r-wind").name == "Burpee"
    assert load_catalog("en", folder, keep).response("r-wind").name == "Winded"


def test_a_mistake_is_never_kept(folder: Path, keep: Path, edit: Edit) -> None:
    edit("cues/crying.toml", 'ages = "2w-5m"', 'ages = "young"')
    for _ in range(2):
        with pytest.raises(ContentError, match="cry-inconsolable"):
            load_catalog(folder=folder, keep=keep)
    assert list(keep.iterdir()) == []


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'"x"', b'{"stamp": 1}', b"\xff\xfe"])
def test_a_damaged_file_is_passed_over_and_mended(damage: bytes, keep: Path) -> None:
    fresh = load_catalog(keep=keep)
    kept = keep / "catalog-en.json"
    whole = kept.read_bytes()
    kept.write_bytes(damage)
    assert load_catalog(keep=keep) == fresh
    assert kept.read_bytes() == whole


def test_a_folder_that_is_not_there_costs_nothing(tmp_path: Path) -> None:
    assert load_catalog(keep=tmp_path / "nowhere") == load_catalog()
    assert not (tmp_path / "nowhere").exists()
