"""The words of the About page, and the list of sources that is made from the content."""

import re
import tomllib
from pathlib import Path

import pytest

from bonddiary.content.check import check_content
from bonddiary.content.evidence import SOURCED, evidence_of, load_about, load_evidence
from bonddiary.content.loader import content_folder, content_languages
from bonddiary.content.parts import PARTS
from bonddiary.content.schema import GENERAL, TABLES
from bonddiary.domain.about import Checks, Source
from bonddiary.domain.errors import ContentError
from tests.content.conftest import Edit

README = (Path(__file__).resolve().parents[2] / "README.md").read_text(encoding="utf-8")
ROWS = [
    (name, row)
    for path in content_folder().rglob("*.toml")
    if "lang" not in path.parts
    for name, rows in tomllib.loads(path.read_text(encoding="utf-8")).items()
    for row in (rows if isinstance(rows, list) else [rows])
]


def test_readme_and_page_say_the_same_of_what_the_program_is_for() -> None:
    about = load_about()
    assert " ".join((about.purpose, *about.limits)) in re.sub(r"\s+", " ", README)


def test_the_page_says_all_that_the_limits_ask_for() -> None:
    about = load_about()
    said = " ".join((about.purpose, *about.limits))
    for words in ("private notebook", "does not diagnose, monitor, predict or treat any condition"):
        assert words in said
    for words in ("not a medical device", "not made by the NHS", "nobody at the NHS has approved"):
        assert words in said
    checks = " ".join(about.open_checks)
    for words in ("health visitor", "father", "born early", "anxiety", "phone number", "fever", "NHS site"):
        assert words in checks


def test_every_kind_of_entry_that_names_sources_is_counted() -> None:
    sourced = [name for name, table in TABLES.items() if table.field("sources")]
    assert sorted(SOURCED) == sorted(sourced)
    assert set(PARTS["evidence"]) == {"source", *SOURCED}


def test_every_publication_that_is_named_is_listed_once_by_name() -> None:
    listed = load_evidence().sources
    names = {row["key"]: row["name"] for kind, row in ROWS if kind == "source"}
    counts: dict[str, int] = {}
    for _kind, row in ROWS:
        for key in row.get("sources", ()):
            counts[names[key]] = counts.get(names[key], 0) + 1
    assert counts.pop(names[GENERAL]) > 0
    assert {source.name: source.entries for source in listed} == counts
    assert len(listed) == len(counts) > 80
    assert [source.name for source in listed] == sorted(counts, key=str.casefold)
    assert all(source.address for source in listed)


@pytest.mark.parametrize("kind", SOURCED)
def test_what_waits_is_what_nobody_verified(kind: str) -> None:
    rows = [row for name, row in ROWS if name == kind]
    waiting = [row for row in rows if not row["verified"]]
    assert load_evidence().checks[kind] == Checks(len(rows), len(waiting))


def test_counting_is_by_entry() -> None:
    waiting = {"sources": ["B", GENERAL], "verified": False}
    rows = {kind: {"one": waiting, "two": {"sources": ["B"], "verified": True}} for kind in SOURCED}
    sources = {key: {"name": f"{key} paper", "address": "doi"} for key in ("B", "unnamed", GENERAL)}
    found = evidence_of(rows | {"source": sources})
    assert found.sources == (Source("B paper", "doi", 2 * len(SOURCED)),)
    assert found.checks["tip"] == Checks(2, 1)


@pytest.mark.parametrize("language", content_languages())
def test_it_reads_in_every_language(language: str) -> None:
    assert load_about(language).purpose
    assert load_evidence(language).sources


def test_a_language_may_say_it_in_its_own_words(folder: Path) -> None:
    words = '[about]\nprivacy = "It works with no internet at all."\n'
    (folder / "lang" / "en-US" / "about.toml").write_text(words, encoding="utf-8")
    assert load_about("en-US", folder).privacy == "It works with no internet at all."
    assert load_about("en", folder).privacy != "It works with no internet at all."
    assert check_content(folder) == []


def test_a_page_without_words_is_named(folder: Path) -> None:
    (folder / "about.toml").write_text("", encoding="utf-8")
    with pytest.raises(ContentError, match=r"^about\.toml: about: expected one \[about\]"):
        load_about(folder=folder)
    assert "about.toml" in {problem.file for problem in check_content(folder)}


def test_a_publication_that_nothing_names_is_named(folder: Path, edit: Edit) -> None:
    extra = '[[source]]\nkey = "DEAD"\nname = "A paper"\naddress = "doi 1"\n\n[[source]]\nkey = "STATES"'
    edit("sources.toml", '[[source]]\nkey = "STATES"', extra)
    assert [str(problem) for problem in check_content(folder)] == [
        "sources.toml: DEAD: expected an entry that names this source, or its removal."
    ]
