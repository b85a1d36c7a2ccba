"""Choices about the program: kept, and never a reason not to start."""

import dataclasses
import json
from pathlib import Path

import pytest

from bonddiary.domain.errors import DiaryError
from bonddiary.system.settings import TEXT_SIZES, Settings, ThemeChoice, load_settings, save_settings

CHANGED = Settings(
    theme=ThemeChoice.NIGHT,
    text_size=150,
    number_keys=False,
    likely_now=False,
    copied_elsewhere="2026-11-16",
    second_place="/media/stick/Bond Diary copies",
    last_baby="01a1",
    last_carer="01a2",
    first_run_done=True,
    auto_lock=15,
    passphrase_offered=True,
    country="ireland",
    more_about=True,
    own_numbers="Surgery 01 234",
    hidden_charts="day,weeks",
    crying_reference=True,
    report_span="custom",
    report_name="none",
    report_sections="plan days",
    report_language="en-US",
    last_version="0.1.0",
    report_carers=True,
    report_grey=True,
    report_large=True,
)


def test_every_choice_is_kept(tmp_path: Path) -> None:
    for field in dataclasses.fields(Settings):
        assert getattr(CHANGED, field.name) != getattr(Settings(), field.name), "change it above, too"
    save_settings(CHANGED, tmp_path / "settings.json")
    assert load_settings(tmp_path / "settings.json") == CHANGED
    save_settings(Settings(), tmp_path / "settings.json")
    assert load_settings(tmp_path / "settings.json") == Settings()


def test_without_a_file_there_are_defaults(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "settings.json") == Settings()


@pytest.mark.parametrize(
    "damage", [b"", b"{", b"\xff\xfe", b"[]", b"null", b'"text"', b"\0" * 40, b"[" * 100_000]
)
def test_a_damaged_file_gives_the_defaults(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / "settings.json").write_bytes(damage)
    assert load_settings(tmp_path / "settings.json") == Settings()


def test_a_folder_in_its_place_gives_the_defaults(tmp_path: Path) -> None:
    (tmp_path / "settings.json").mkdir()
    assert load_settings(tmp_path / "settings.json") == Settings()
    with pytest.raises(DiaryError):
        save_settings(CHANGED, tmp_path / "settings.json")


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("theme", "pink"),
        ("theme", 3),
        ("theme", []),
        ("text_size", 101),
        ("text_size", "100"),
        ("text_size", True),
        ("text_size", None),
        ("number_keys", 1),
        ("number_keys", "no"),
        ("last_baby", 5),
        ("first_run_done", "yes"),
    ],
)
def test_one_wrong_value_costs_that_choice_alone(tmp_path: Path, name: str, wrong: object) -> None:
    plain = {**dataclasses.asdict(CHANGED), name: wrong, "of_a_later_version": 1}
    (tmp_path / "settings.json").write_text(json.dumps(plain))
    expected = dataclasses.replace(CHANGED, **{name: getattr(Settings(), name)})
    assert load_settings(tmp_path / "settings.json") == expected


def test_text_grows_in_steps_and_stays_in_range() -> None:
    sizes = [Settings()]
    for _ in TEXT_SIZES:
        sizes.append(sizes[-1].with_larger_text(1))
    assert sizes[1].text_size > 100
    assert sizes[-1].text_size == max(TEXT_SIZES)
    assert sizes[1].with_larger_text(-1) == Settings()
    assert Settings().with_larger_text(-20).text_size == min(TEXT_SIZES)
