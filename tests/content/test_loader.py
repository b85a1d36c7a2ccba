"""Loading: what comes out of the files, languages, and what is said when they can't be read."""

from pathlib import Path

import pytest

from bonddiary.content import loader
from bonddiary.content.ages import age_window
from bonddiary.content.guidance import load_safety, load_tips
from bonddiary.content.loader import load_catalog
from bonddiary.domain.catalog import AgeWindow, Family, OutcomeMark
from bonddiary.domain.errors import ContentError
from bonddiary.domain.guidance import SourceKind, Urgency


def test_a_cue_carries_what_its_entry_says() -> None:
    cue = load_catalog().cue("rooting")
    assert cue.family is Family.MOVEMENT
    assert cue.name == "Rooting"
    assert cue.ages == AgeWindow(0, 122)
    assert cue.meanings[0].group == "hunger"
    assert cue.responses == ("r-feed-responsive", "r-skin-to-skin")
    assert cue.provenance.sources == ("SCHN", "HERTS", "NBOF")
    assert cue.provenance.verified
    assert (cue.board, cue.likely) == (0, 0)


def test_outcomes_tips_and_services_carry_their_kinds() -> None:
    assert load_catalog().outcome("out-partly").mark is OutcomeMark.HALF
    tips = {tip.key: tip for tip in load_tips()}
    assert tips["tip-what-a-cry-tells"].source_kind is SourceKind.RESEARCH
    assert tips["tip-hiccups"].ages == AgeWindow(0, 183)
    guide = load_safety(country="england")
    assert {service.key: service for service in guide.services}["uk-999"].crisis
    assert guide.headings[Urgency.EMERGENCY].startswith("Call 999")


@pytest.mark.parametrize(
    ("text", "window"),
    [
        ("NB+", AgeWindow(0, None)),
        ("NB-4m", AgeWindow(0, 122)),
        ("6w+", AgeWindow(42, None)),
        ("2-24m", AgeWindow(61, 730)),
        ("1w-4m", AgeWindow(7, 122)),
        ("3d-10d", AgeWindow(3, 10)),
    ],
)
def test_age_windows(text: str, window: AgeWindow) -> None:
    assert age_window(text) == window


@pytest.mark.parametrize("text", ["", "NB", "6w", "6+", "4m-2m", "6w-", "-6m", "NB-6", "2 - 24m", "NB-6m "])
def test_what_is_no_age_window(text: str) -> None:
    assert age_window(text) is None


def test_an_overlay_replaces_words_by_key(folder: Path) -> None:
    place = folder / "lang" / "xx"
    (place / "cues").mkdir(parents=True)
    (place / "groups.toml").write_text('[group.hunger]\nname = "Hun"\n', encoding="utf-8")
    (place / "cues" / "movement.toml").write_text(
        '[cue.rooting]\nname = "Roo"\n[cue.rooting.meanings]\ntired = "Tir"\n', encoding="utf-8"
    )
    (place / "safety.toml").write_text(
        '[page]\nintro = ["One.", "Two: {ask}."]\n[sign.rf-fit]\ntext = "Fit"\n', encoding="utf-8"
    )
    catalog, plain = load_catalog("xx", folder), load_catalog(folder=folder)
    assert catalog.groups["hunger"].name == "Hun"
    assert catalog.groups["hunger"].description == plain.groups["hunger"].description
    assert catalog.cue("rooting").name == "Roo"
    assert {one.group: one.text for one in catalog.cue("rooting").meanings}["tired"] == "Tir"
    assert catalog.cue("rooting").meanings[0] == plain.cue("rooting").meanings[0]
    guide = load_safety("xx", folder=folder)
    assert guide.intro[:2] == ("One.", "Two: a doctor.")
    assert {sign.key: sign.text for sign in guide.signs}["rf-fit"] == "Fit"
    assert plain.cue("rooting").name == "Rooting"


def test_an_overlay_mistake_stops_that_language_alone(folder: Path) -> None:
    place = folder / "lang" / "en-US" / "cues" / "crying.toml"
    place.write_text('[cue.nobody]\nname = "x"\n', encoding="utf-8")
    with pytest.raises(
        ContentError, match=r"lang/en-US/cues/crying\.toml: nobody: expected the key of a cue"
    ):
        load_catalog("en-US", folder)
    assert load_catalog(folder=folder).cues


@pytest.mark.parametrize("language", ["fr", "..", "en-us/../.."])
def test_a_language_that_is_not_there(language: str, folder: Path) -> None:
    with pytest.raises(ContentError, match="one of the languages en, en-US"):
        load_catalog(language, folder)


def test_a_missing_file_is_one_sentence(folder: Path) -> None:
    (folder / "cues" / "face.toml").unlink()
    with pytest.raises(ContentError, match=r"^cues/face\.toml: expected this file in the content folder"):
        load_catalog(folder=folder)


def test_a_number_that_nobody_verified_is_never_shown(folder: Path) -> None:
    path = folder / "services.toml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("verified = true", "verified = false", 1), encoding="utf-8"
    )
    before, after = load_safety(country="england"), load_safety(country="england", folder=folder)
    assert {one.key for one in before.services} - {one.key for one in after.services} == {"uk-999"}


def test_a_safety_file_without_its_page(folder: Path) -> None:
    (folder / "safety.toml").write_text("", encoding="utf-8")
    with pytest.raises(ContentError, match=r"safety\.toml: page: expected one \[page\]"):
        load_safety(folder=folder)


def test_a_missing_content_folder_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    def nowhere(*_: str) -> Path:
        raise FileNotFoundError

    monkeypatch.setattr(loader, "resource", nowhere)
    with pytest.raises(ContentError, match="Install Bond Diary again"):
        load_catalog()
