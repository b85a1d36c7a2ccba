"""`check-content --release`: what was looked up too long ago, and counts; without it, no day matters."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest

from bonddiary.content.check import ALL, OLDEST, RENEWED, check_content
from bonddiary.content.counts import details, totals
from bonddiary.content.loader import content_folder
from bonddiary.content.reading import read_content
from tests.content.conftest import Edit

CONTENT = read_content(content_folder(), ALL)
DATES: list[date] = [row["checked"] for table in RENEWED for row in CONTENT.of(table).values()]
LAST = max(DATES)


def test_what_was_looked_up_lately_may_ship() -> None:
    assert check_content(content_folder(), LAST) == []


def test_every_sign_country_contact_and_service_grows_old() -> None:
    problems = check_content(content_folder(), LAST + OLDEST + timedelta(days=1))
    assert len(problems) == len(DATES) > 60
    assert {problem.field for problem in problems} == {"checked"}
    files = {problem.file for problem in problems}
    assert files == {"safety.toml", "countries.toml", "contacts.toml", "services.toml"}


@pytest.mark.parametrize(("days", "told"), [(180, False), (181, True), (-1, True)])
def test_half_a_year_is_the_limit_and_no_date_is_still_to_come(
    folder: Path, edit: Edit, days: int, told: bool
) -> None:
    looked_up = LAST - timedelta(days=days)
    services = (folder / "services.toml").read_text(encoding="utf-8")
    lately = re.sub(r"checked = [\d-]+", f"checked = {LAST}", services)
    (folder / "services.toml").write_text(lately, encoding="utf-8")
    edit("services.toml", f"checked = {LAST}", f"checked = {looked_up}")
    problems = [one for one in check_content(folder, LAST) if one.file == "services.toml"]
    assert [(one.key, one.field) for one in problems] == ([("uk-999", "checked")] if told else [])
    assert all(f"within 180 days before {LAST}, but found {looked_up}" in one.expected for one in problems)
    assert check_content(folder) == []


def test_cues_and_tips_do_not_grow_old(folder: Path, edit: Edit) -> None:
    edit("tips/body.toml", "checked = 20", "checked = 2001-01-01 # ")
    assert check_content(folder, LAST) == []


def test_counts_name_every_kind() -> None:
    said = totals(CONTENT)
    for words in ("cues", "responses", "outcomes", "tips", "groups", "countries", "services", "sources"):
        assert re.search(rf"\d {words}", said)


def test_details_count_families_topics_and_what_waits() -> None:
    lines = list(details(CONTENT))
    cues = len(CONTENT.of("cue"))
    waiting = sum(not row["verified"] for row in CONTENT.of("cue").values())
    assert lines[0] == f"{cues} cues: {cues - waiting} verified, {waiting} waiting for a named person’s check"
    families = [int(line.split()[0]) for line in lines if "of the family" in line]
    assert (len(families), sum(families)) == (4, cues)
    topics = [int(line.split()[0]) for line in lines if "of the topic" in line]
    assert (len(topics), sum(topics)) == (15, len(CONTENT.of("tip")))


def test_a_time_where_a_day_belongs_is_named_at_a_release_too(folder: Path, edit: Edit) -> None:
    edit("services.toml", "checked = 2026-11-01", "checked = 2026-11-01T10:00:00")
    assert ("services.toml", "checked") in {(one.file, one.field) for one in check_content(folder, LAST)}
