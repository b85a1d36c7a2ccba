"""`bonddiary report`: the page for the health visitor as a file."""

import csv
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from bonddiary.cli.report import DUTY
from bonddiary.domain.records import Record
from tests import builders
from tests.builders import NOW, moment, question, visit, when, with_robin
from tests.cli.conftest import Run

SAM = builders.carer("Sam")
NOTED = moment(at=when("2026-11-12T09:00"), note="After a walk.", carer=SAM.id)
PRIVATE = moment(at=when("2026-11-13T09:00"), note="Zebra", private=True)

CUT_ID = "01a21719-5409-7001-b5d6-2eeb7872a30"
"""An id that lost its last letter: of no entry. It is always the same, because it stands in a test's name."""


def entries() -> tuple[Record, ...]:
    """Six days of the last two weeks."""
    logged = [
        moment(at=when(f"2026-11-{day:02d}T{hour:02d}:10")) for day in range(10, 16) for hour in (6, 12)
    ]
    return (SAM, *logged, NOTED, PRIVATE, question(text="Is this usual?"), question(text="Old", answer="Yes"))


@dataclass(frozen=True)
class Diary:
    """Where it is, and where pages go."""

    data: Path
    out: Path


@pytest.fixture
def logged(data: Path, tmp_path: Path) -> Diary:
    """A diary of some days."""
    data.mkdir()
    with_robin(data / "diary.db", *entries()).close()
    return Diary(data, tmp_path / "page")


Told = Callable[..., dict[str, object]]


@pytest.fixture
def told(run: Run, logged: Diary) -> Told:
    """What a page says, as --json prints it."""

    def told(*arguments: object) -> dict[str, object]:
        said = run("report", "--json", *arguments)
        assert (said.code, said.err) == (0, "")
        found: dict[str, object] = json.loads(said.out)
        return found

    return told


def headings(told: dict[str, object]) -> list[str]:
    """The headings of its parts."""
    return [part["heading"] for part in told["parts"]]


def test_a_table_is_saved_and_what_is_in_it_is_said(run: Run, logged: Diary) -> None:
    path = logged.out.with_suffix(".csv")
    said = run("report", "--output", path)
    assert (said.code, said.err) == (0, "")
    assert said.lines == ["In it: 13 moments. No notes. People hidden.", f"Saved {path}", DUTY]
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert len(rows) == 1 + 13
    assert "Zebra" not in path.read_text("utf-8")


def test_a_pdf_is_saved(run: Run, logged: Diary) -> None:
    path = logged.out.with_suffix(".pdf")
    said = run("report", "--output", path, "--grey", "--large")
    assert (said.code, said.err) == (0, "")
    assert path.read_bytes().startswith(b"%PDF-")


def test_a_file_that_is_there_stays_without_force(run: Run, logged: Diary) -> None:
    path = logged.out.with_suffix(".csv")
    path.write_text("mine")
    run("report", "--output", path).refused("There is already a file called “page.csv”.")
    assert path.read_text() == "mine"
    assert run("report", "--output", path, "--force").code == 0
    assert path.read_text("utf-8-sig").startswith("Day,")


def test_too_little_is_refused_in_words_and_leaves_no_file(run: Run, data: Path, tmp_path: Path) -> None:
    data.mkdir()
    with_robin(data / "diary.db", moment(), PRIVATE).close()
    said = run("report", "--output", tmp_path / "a.pdf")
    assert said.code == 1
    assert said.out == ""
    assert "You have logged 1 day of these so far. The page works from 3 days." in said.err
    assert not [*tmp_path.glob("*.pdf")]


@pytest.mark.parametrize(
    ("arguments", "words", "code"),
    [
        ((), "Say where the page goes: --output page.pdf, .html or .csv.", 2),
        (("--output", "a.docx"), "A page is saved as .pdf, .html, .csv.", 2),
        (("--output", "a.csv", "--json"), "Leave --output out.", 2),
        (("--json", "--language", "cy"), "There is no page in “cy” yet.", 2),
        (("--json", "--since-visit"), "No visit before today is noted.", 1),
        (("--json", "--since-visit", "--from", "2026-11-01"), "Leave --from out.", 2),
        (("--json", "--from", "2026-11-03", "--to", "2026-11-01"), "--from is after --to.", 2),
        (("--json", "--from", "2024-11-03"), "A page is about a year at most", 2),
        (("--json", "--without-entry", CUT_ID), f"There is no entry “{CUT_ID}” in these", 1),
        (("--json", "--note", "9"), "There is no entry “9” in these days, so no page was made.", 1),
        (("--json", "--baby", "Kim"), "There is no baby called “Kim”", 1),
    ],
)
def test_what_cannot_be_is_refused(
    run: Run, logged: Diary, arguments: tuple[str, ...], words: str, code: int
) -> None:
    run("report", *arguments).refused(words, code)


def test_usual_days_end_today_and_open_questions_are_asked(told: Told) -> None:
    page = told()
    assert page["title"] == "Robin’s diary, 3 to 16 November 2026"
    assert page["parts"][0]["items"] == ["Is this usual?"]  # type: ignore[index]


def test_days_name_and_purpose(told: Told) -> None:
    page = told("--from", "2026-11-10", "--to", "2026-11-14", "--name", "none", "--purpose", "Review")
    assert page["title"] == "A baby’s diary, 10 to 14 November 2026"
    assert "For: Review." in page["under_title"]
    assert told("--name", "initial")["title"].startswith("R.’s")  # type: ignore[attr-defined]


def test_parts_come_and_go(told: Told) -> None:
    usual = headings(told())
    assert "Feeds and nappies noted" not in usual
    assert "Feeds and nappies noted" in headings(told("--with", "care"))
    assert headings(told("--without", "days", "--without", "plan")) == [
        heading
        for heading in usual
        if heading not in ("Every day, midnight to midnight", "What we agree today")
    ]
    assert "How we are doing" in headings(told("--coping", "Tired."))


def test_notes_and_people_are_chosen(told: Told) -> None:
    assert told("--note", NOTED.id, "--note", PRIVATE.id)["inside"] == (
        "In it: 13 moments. 1 note. People hidden."
    )
    assert told("--carers")["inside"] == "In it: 13 moments. No notes. People shown: Sam."


def test_entries_and_days_stay_out(told: Told) -> None:
    assert told("--without-entry", NOTED.id)["inside"].startswith("In it: 12 moments.")  # type: ignore[attr-defined]
    page = told("--without-day", "2026-11-12")
    assert page["logged"][0] == "On 5 of 13 days something was logged: 10 moments."  # type: ignore[index]
    assert "2026-11-12" not in json.dumps(page["entries"])


def test_in_another_language(told: Told) -> None:
    assert told("--language", "en-US")["title"] == "Robin’s diary, November 3 to 16, 2026"


def test_since_the_last_visit(run: Run, data: Path) -> None:
    data.mkdir()
    days = (date(2026, 11, 2), date(2026, 11, 9), date(2026, 11, 20), NOW.day)
    with_robin(data / "diary.db", *entries(), *(visit(day=day) for day in days)).close()
    page = json.loads(run("report", "--json", "--since-visit").out)
    assert page["title"] == "Robin’s diary, 10 to 16 November 2026"


def test_of_an_older_diary_the_last_two_weeks_are_shown(run: Run, logged: Diary) -> None:
    page = json.loads(run("report", "--json", now=when("2027-02-01T09:00")).out)
    assert page["title"] == "Robin’s diary, 2 to 15 November 2026"


def test_the_demo_has_a_page(run: Run, data: Path, tmp_path: Path) -> None:
    assert run("demo").code == 0
    said = run("report", "--output", tmp_path / "a.csv", "--with", "care")
    assert said.code == 0
    assert said.lines[0].startswith("In it: ")
