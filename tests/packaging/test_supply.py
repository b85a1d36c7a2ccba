"""The supply check notices a pin without a hash and a licence that isn't on the list, and never calls silence safety."""

import json
from pathlib import Path

import pytest

import supply
from environment import LOCKS

HASH = "a" * 64


def test_every_lock_has_hashes_and_the_check_sees_them() -> None:
    assert supply.unhashed() == []
    assert sum(len(supply.pins(lock)) for lock in LOCKS.glob("*.txt")) > 50


def test_a_pin_without_a_hash_is_named(tmp_path: Path) -> None:
    (tmp_path / "run.txt").write_text(
        f"one==1.0 \\\n    --hash=sha256:{HASH}\ntwo==2.0\nthree==3 ; python_version > '3'\n"
    )
    assert supply.unhashed(tmp_path) == ["run.txt: two has no hash", "run.txt: three has no hash"]


@pytest.mark.parametrize(
    ("licence", "allowed"),
    [
        ("MIT", True),
        ("Apache-2.0 OR BSD-2-Clause", True),
        ("GPL-3.0-only OR MIT", True),
        ("BSD-3-Clause AND Zlib", True),
        ("BSD-3-Clause AND GPL-3.0-only", False),
        ("GPL-3.0-only", False),
        ("unknown", False),
        ("", False),
    ],
)
def test_licences(licence: str, allowed: bool) -> None:
    refused = supply.not_allowed([supply.Library("some", "1", licence, ())])
    assert bool(refused) is not allowed


def test_what_is_shipped_has_licences_that_may_be() -> None:
    libraries = supply.shipped()
    assert {"pyside6-essentials", "sqlalchemy", "matplotlib"} <= {each.name for each in libraries}
    assert supply.not_allowed(libraries) == []
    assert all(each.hashes for each in libraries)


ASKED = ("one", "two")


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        ("", "not checked"),
        ("Traceback", "not checked"),
        ("[]", "not checked"),
        ({"dependencies": []}, "not checked: its source said nothing of one, two"),
        (
            {
                "dependencies": [
                    {"name": "one", "version": "1", "vulns": []},
                    {"name": "two", "skip_reason": "not found"},
                ]
            },
            "not checked: its source said nothing of two",
        ),
        ({"dependencies": [{"name": "one", "vulns": [{"id": "PYSEC-1"}]}]}, "known: one: PYSEC-1"),
    ],
)
def test_what_wasnt_checked_is_said(said: object, outcome: str) -> None:
    text = said if isinstance(said, str) else json.dumps(said)
    assert supply.told_by_audit(text, ASKED).startswith(outcome)


def test_all_asked_and_nothing_known() -> None:
    answers = [{"name": name, "version": "1", "vulns": []} for name in ASKED]
    assert supply.told_by_audit(json.dumps({"dependencies": answers}), ASKED) == ""


def test_the_bill_of_materials(tmp_path: Path) -> None:
    libraries = [
        supply.Library("some", "1.2", "MIT", (HASH,)),
        supply.Library("other", "3", "MIT OR BSD", (HASH,)),
    ]
    for folder in ("first", "second"):
        supply.write(libraries, tmp_path / folder)
    written = [(tmp_path / folder / "bonddiary.cdx.json").read_bytes() for folder in ("first", "second")]
    assert written[0] == written[1]
    told = json.loads(written[0])
    assert (told["bomFormat"], told["specVersion"]) == ("CycloneDX", "1.5")
    assert [each["purl"] for each in told["components"]] == ["pkg:pypi/some@1.2", "pkg:pypi/other@3"]
    assert "some 1.2: MIT" in (tmp_path / "first" / "licences.txt").read_text()
