"""Every kind of mistake is caught, and named by file, entry and field."""

import tomllib
from pathlib import Path
from typing import Protocol

import pytest

from bonddiary.content.check import check_content
from bonddiary.content.loader import load_catalog
from bonddiary.content.problems import Problem
from bonddiary.domain.errors import ContentError


class Edit(Protocol):
    """Replaces text in one file of the copied content."""

    def __call__(self, file: str, old: str, new: str) -> None: ...


MISTAKES = tomllib.loads(Path(__file__).with_name("mistakes.toml").read_text(encoding="utf-8"))["mistake"]


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: str(mistake["name"]))
def test_a_mistake_is_named(mistake: dict[str, str], folder: Path, edit: Edit) -> None:
    edit(mistake["file"], mistake["old"], mistake["new"])
    problems = check_content(folder)
    wanted = (mistake.get("told", mistake["file"]), mistake["key"], mistake["field"])
    found = [one for one in problems if (one.file, one.key, one.field) == wanted]
    assert any(mistake["expected"] in one.expected for one in found), [str(one) for one in problems]


def test_the_table_of_mistakes_is_whole() -> None:
    assert len(MISTAKES) >= 55
    assert len({mistake["name"] for mistake in MISTAKES}) == len(MISTAKES)


def test_one_mistake_is_told_once(folder: Path, edit: Edit) -> None:
    edit("tips/body.toml", "You could wait, pause", "You should wait, pause")
    assert [str(one) for one in check_content(folder)] == [
        "tips/body.toml: tip-hiccups, text: expected other words than “should” (it judges, or claims too much)."
    ]


def test_all_mistakes_are_told_in_file_order(folder: Path, edit: Edit) -> None:
    edit("tips/repair.toml", 'topic = "repair"', 'topic = "mending"')
    edit("cues/crying.toml", 'ages = "2w-5m"', 'ages = "young"')
    edit("lang/en-US/tips/body.toml", "Hiccups are common", "Hiccups are normal")
    assert [one.file for one in check_content(folder)] == [
        "cues/crying.toml",
        "tips/repair.toml",
        "lang/en-US/tips/body.toml",
    ]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "[page]"),
        (b"[page\n", "well-formed TOML"),
        (b"\xff\xfe\x00\x01", "text in UTF-8"),
        (b'sign = "none"\n', "entries that start with [[sign]]"),
    ],
)
def test_files_that_cannot_be_read_are_named(folder: Path, content: bytes, said: str) -> None:
    (folder / "safety.toml").write_bytes(content)
    assert said in " ".join(str(one) for one in check_content(folder) if one.file == "safety.toml")


def test_a_file_that_cannot_be_read_is_told_once_without_all_that_follows(folder: Path) -> None:
    (folder / "tips" / "body.toml").write_bytes(b"[[tip]\n")
    (told,) = check_content(folder)
    assert str(told).startswith("tips/body.toml: expected well-formed TOML: ")


def test_a_file_that_is_not_there_is_named(folder: Path) -> None:
    (folder / "outcomes.toml").unlink()
    assert "outcomes.toml: expected this file in the content folder, but it isn’t there." in [
        str(one) for one in check_content(folder)
    ]


def test_a_stray_overlay_file_is_named(folder: Path) -> None:
    (folder / "lang" / "en-US" / "cue.toml").write_text("", encoding="utf-8")
    assert [one.file for one in check_content(folder)] == ["lang/en-US/cue.toml"]


def test_a_language_fills_the_places_that_english_fills(folder: Path) -> None:
    place = folder / "lang" / "en-US" / "safety.toml"
    place.write_text('[sign.rf-cannot-cope]\ntext = "You feel you can’t cope"\n', encoding="utf-8")
    (told,) = check_content(folder)
    assert (told.file, told.key, told.field) == ("lang/en-US/safety.toml", "rf-cannot-cope", "text")
    assert told.expected == "the places of the English words: emergency"


@pytest.mark.parametrize(
    "name", ["tips/more.toml", "tips/body.TOML", "tips/body.tml", "cues/face.toml~", "lang/de.toml", "a.txt"]
)
def test_a_file_that_nothing_reads_is_named_whatever_it_is_called(folder: Path, name: str) -> None:
    (folder / name).write_text("", encoding="utf-8")
    assert [one.file for one in check_content(folder)] == [name]


def test_a_word_instead_of_meanings_is_named_under_an_overlay_too(folder: Path) -> None:
    path = folder / "cues" / "movement.toml"
    text = path.read_text(encoding="utf-8")
    key = "knees-up"
    start = text.index("[cue.meanings]", text.index(f'key = "{key}"'))
    end = text.index("[[cue]]", start)
    path.write_text(f'{text[:start]}meanings = "wind"\n\n{text[end:]}', encoding="utf-8")
    assert (key, "meanings") in {(one.key, one.field) for one in check_content(folder)}


def test_a_retired_cue_keeps_its_key_and_is_asked_for_no_more(folder: Path, edit: Edit) -> None:
    edit("cues/movement.toml", 'synonyms = ["nuzzling"', 'retired = true\nsynonyms = ["nuzzling"')
    edit("cues/movement.toml", 'board = 0\nlikely = 0\nsources = ["SCHN"', 'sources = ["SCHN"')
    problems = check_content(folder)
    assert {(one.key, one.field) for one in problems} == {
        ("hand-to-mouth", "board"),
        ("cry-rising", "likely"),
    }
    catalog = load_catalog(folder=folder)
    assert catalog.cue("rooting").retired
    assert "rooting" not in {cue.key for cue in catalog.of_family(catalog.cue("rooting").family)}


def test_a_problem_reads_as_one_sentence() -> None:
    assert str(Problem("cues.toml", "rooting", "name", "text")) == "cues.toml: rooting, name: expected text."
    assert str(Problem("cues.toml", "", "", "text in UTF-8")) == "cues.toml: expected text in UTF-8."


def test_twins_and_before_birth_need_nothing_to_lead_there(folder: Path, edit: Edit) -> None:
    edit("tips/body.toml", 'cues = ["hiccups"]\n', "")
    assert {one.key for one in check_content(folder)} == {"tip-hiccups"}
    for old, new in (("tips/body.toml", "tips/twins.toml"), ("lang/en-US/tips/body.toml", "")):
        text = (folder / old).read_text(encoding="utf-8").replace('"body"', '"twins"')
        (folder / old).write_text("", encoding="utf-8")
        if new:
            (folder / new).write_text(text, encoding="utf-8")
    assert "tip-hiccups" not in {one.key for one in check_content(folder)}


def test_loading_stops_at_the_first_mistake_with_the_same_sentence(folder: Path, edit: Edit) -> None:
    edit("cues/crying.toml", 'ages = "2w-5m"', 'ages = "young"')
    with pytest.raises(
        ContentError, match=r"^cues/crying\.toml: cry-inconsolable, ages: expected an age window"
    ):
        load_catalog(folder=folder)
