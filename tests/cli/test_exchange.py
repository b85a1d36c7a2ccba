"""`bonddiary import` and `bonddiary export`."""

import json
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from bonddiary.domain.baby import Baby
from bonddiary.domain.care import CareEvent
from bonddiary.domain.codec import encode
from bonddiary.domain.records import Record
from bonddiary.domain.tip_choice import Kept, TipChoice
from tests import strategies
from tests.builders import (
    ROBIN,
    care,
    day_mark,
    everything,
    moment,
    one_of_each,
    open_at,
    tip_choice,
    with_robin,
)
from tests.cli.conftest import Run

SAMPLE = Path(__file__).parents[1] / "exchange" / "samples" / "baby-connect-us.csv"
REAL = Path(__file__).resolve().parents[3] / "shared" / "samples" / "baby-connect" / "eva.csv"


def held(data: Path) -> tuple[Record, ...]:
    diary = open_at(data / "diary.db")
    found = everything(diary)
    diary.close()
    return found


def counts(line: str) -> tuple[int, ...]:
    """ "4,207 new, 0 already here, 0 skipped" as numbers."""
    found = re.match(r"([\d,]+) new, ([\d,]+) already here, ([\d,]+) skipped", line)
    assert found, line
    return tuple(int(number.replace(",", "")) for number in found.groups())


def test_a_file_from_another_app(run: Run, data: Path) -> None:
    said = run("import", SAMPLE, "--timezone", "Europe/London", "--baby", "Robin")
    new, here, skipped = counts(said.lines[0])
    assert (said.code, here) == (0, 0)
    records = held(data)
    assert [record.nickname for record in records if isinstance(record, Baby)] == ["Robin"]
    events = [record for record in records if isinstance(record, CareEvent)]
    assert len(events) == new > 5
    assert {event.at.zone for event in events} == {"Europe/London"}
    totals = [line for line in said.lines if line.startswith("  ")]
    assert sum(int(line.split(": ")[1]) for line in totals) == new
    assert sum(line.startswith("Line ") for line in said.lines) == skipped


def test_again_adds_nothing_and_undo_takes_all_back_as_one_step(run: Run, data: Path) -> None:
    new, _, skipped = counts(run("import", SAMPLE).lines[0])
    before = held(data)
    said = run("import", SAMPLE)
    assert counts(said.lines[0]) == (0, new, skipped)
    assert said.code == 1
    assert said.err == "There is nothing new in “baby-connect-us.csv”.\n"
    assert held(data) == before
    assert run("undo").out == f"Undone: import {new} entries\n"
    assert held(data) == ()


def test_a_dry_run_saves_nothing(run: Run, data: Path) -> None:
    said = run("import", SAMPLE, "--dry-run")
    assert said.code == 0
    assert "(nothing saved: dry run)" in said.lines[0]
    assert not data.exists()
    run("log", "--cue", "rooting")
    before = held(data)
    assert counts(run("import", SAMPLE, "--dry-run").lines[0]) == counts(said.lines[0])
    assert held(data) == before


def test_skipped_rows_are_named_by_line_and_reason_and_not_quoted(
    run: Run, data: Path, tmp_path: Path
) -> None:
    lines = SAMPLE.read_text(encoding="utf-8").splitlines()
    row = lines[1].split(",")
    impossible = ["13/45/2020 99:99" if re.match(r"\d+/\d+/\d+ ", cell) else cell for cell in row]
    bad = tmp_path / "bad.csv"
    bad.write_text(
        "\n".join([*lines[:3], ",".join([*impossible[:-1], "secret words"]), "too,short", lines[3]]) + "\n"
    )
    said = run("import", bad)
    assert said.code == 0
    skipped = [line for line in said.lines if line.startswith("Line ")]
    assert [line.split(":")[0] for line in skipped] == ["Line 4", "Line 5"]
    assert all(line.endswith(".") for line in skipped)
    assert "secret" not in said.out + said.err
    assert counts(said.lines[0]) == (3, 0, 2)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (None, "There is no file called"),
        (b"", "is empty"),
        (bytes(range(256)) * 9, "is not a text file"),
        (b"PK\x03\x04 zipped", "zip file"),
        (b"name,place\nx,y\n", "a file that Bond Diary can read"),
        (b"Start Time,End ti", "a file that Bond Diary can read"),
        (b'{"format":"bonddiary","version":99}\n', "later version"),
        (b'{"format":"bonddiary","vers', "first line of the archive is damaged"),
        (b"\xff\xfe\x00", "is"),
    ],
)
def test_a_file_that_cannot_be_read_leaves_nothing_behind(
    run: Run, data: Path, tmp_path: Path, content: bytes | None, words: str
) -> None:
    file = tmp_path / "file.csv"
    if content is not None:
        file.write_bytes(content)
    run("import", file).refused(words)
    assert not data.exists()


def test_a_folder_is_no_file(run: Run, tmp_path: Path) -> None:
    run("import", tmp_path).refused("is a folder")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--timezone", "Europe/Lundon"], "There is no time zone called “Europe/Lundon”"),
        (["--format", "excel"], "There is no format called “excel”"),
        (["--format", "bonddiary-jsonl"], "is not of that format"),
    ],
)
def test_what_is_refused_about_a_good_file(run: Run, data: Path, arguments: list[str], words: str) -> None:
    run("import", SAMPLE, *arguments).refused(words)
    assert not data.exists()


def test_half_a_file_brings_in_its_whole_rows(run: Run, data: Path, tmp_path: Path) -> None:
    whole = SAMPLE.read_bytes()
    (tmp_path / "half.csv").write_bytes(whole[: len(whole) // 2])
    said = run("import", tmp_path / "half.csv")
    new, _, skipped = counts(said.lines[0])
    assert new >= 1
    assert skipped == 1
    assert "The file ends in the middle of this row." in said.out


def test_an_import_that_the_disk_has_no_room_for_leaves_the_old_diary(
    run: Run, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("log", "--cue", "rooting")
    before = held(data)
    monkeypatch.setattr("bonddiary.store.work.Work._replace", full_disk)
    run("import", SAMPLE).refused("The disk is full, so this isn’t saved")
    assert held(data) == before


def full_disk(*_: object) -> None:
    from sqlcipher3.dbapi2 import OperationalError

    raise OperationalError("database or disk is full")


def test_there_and_back_the_diaries_are_equal(run: Run, data: Path, tmp_path: Path) -> None:
    data.mkdir()
    with_robin(data / "diary.db", *one_of_each()[1:], moment(deleted=moment().entered.utc)).close()
    out = tmp_path / "all.jsonl"
    said = run("export", out)
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("Saved 15 records in")
    assert os.name != "posix" or out.stat().st_mode & 0o777 == 0o600
    other = tmp_path / "other"
    assert counts(run("import", out, at=other).lines[0]) == (15, 0, 0)
    assert held(other) == held(data)
    assert counts(run("import", out, at=other).lines[0]) == (0, 15, 0)
    run("undo", at=other)
    assert held(other) == ()


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(records=strategies.diaries(most=5))
def test_any_diary_goes_there_and_back(
    run: Run, tmp_path_factory: pytest.TempPathFactory, records: tuple[Record, ...]
) -> None:
    here, there = tmp_path_factory.mktemp("here"), tmp_path_factory.mktemp("there")
    diary = open_at(here / "diary.db")
    diary.bring_in(records, "test")
    diary.close()
    (there / "diary.db").write_bytes(b"")
    assert run("export", here / "all.jsonl", at=here).code == 0
    assert run("import", here / "all.jsonl", at=there).code == 0
    assert held(there) == held(here)
    assert set(held(there)) == set(records)


def test_a_day_that_both_computers_marked_is_marked_once(run: Run, data: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    for folder in (data, other):
        folder.mkdir()
        with_robin(folder / "diary.db", day_mark(), moment()).close()
    run("export", tmp_path / "all.jsonl")
    said = run("import", tmp_path / "all.jsonl", at=other)
    assert counts(said.lines[0]) == (1, 2, 0)  # the moment; Robin and the day are there
    assert len(held(other)) == 4


def test_a_tip_that_both_computers_know_keeps_the_choice_made_here(
    run: Run, data: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    for folder, kept in ((data, Kept.HIDDEN), (other, Kept.SAVED)):
        folder.mkdir()
        with_robin(folder / "diary.db", tip_choice("a", kept), tip_choice(f"of-{folder.name}")).close()
    run("export", tmp_path / "all.jsonl")
    said = run("import", tmp_path / "all.jsonl", at=other)
    assert counts(said.lines[0]) == (1, 2, 0)
    choices = {record.tip: record.kept for record in held(other) if isinstance(record, TipChoice)}
    assert choices == {"a": Kept.SAVED, "of-other": Kept.SAVED, f"of-{data.name}": Kept.SAVED}


@pytest.mark.parametrize(
    "wrong",
    [
        {"record": "pin", "id": "p", "cue": "rooting", "place": 10**30},
        {**encode(moment()), "note": "half a letter pair: \ud83d"},
        {**encode(moment()), "settle": {"step": "5-15", "minutes": 10**30}},
        {"record": "baby", "id": ROBIN.id, "born": "9999-12-31", "due": "0001-01-01"},
    ],
    ids=["number", "letter", "minutes", "dates"],
)
def test_an_archive_with_values_that_no_diary_holds(
    run: Run, data: Path, tmp_path: Path, wrong: dict[str, object]
) -> None:
    header = {
        "format": "bonddiary",
        "version": 1,
        "exported": "2026-01-01T00:00:00Z",
        "made_by": "x",
        "entries": 2,
    }
    lines = [header, encode(ROBIN), wrong] if wrong.get("id") != ROBIN.id else [header, wrong]
    (tmp_path / "odd.jsonl").write_text("".join(f"{json.dumps(line)}\n" for line in lines))
    for said in (run("import", tmp_path / "odd.jsonl"), run("tips", "rooting"), run("list")):
        assert "didn’t expect" not in said.err
        assert said.err.count("\n") <= 1


def in_year(year: int) -> dict[str, object]:
    """A time as an archive writes it."""
    return {"utc": f"{year:04}-06-15T00:00:00Z", "offset": 0, "zone": "UTC"}


@pytest.mark.parametrize(
    "wrong",
    [
        encode(moment()) | {"at": in_year(1)},
        encode(moment()) | {"at": in_year(1899)},
        encode(moment()) | {"at": in_year(2200)},
        encode(moment()) | {"at": in_year(9999)},
        encode(care()) | {"until": in_year(9999)},
        encode(care()) | {"entered": in_year(1)},
    ],
)
def test_an_archive_with_a_year_that_cannot_be_right(
    run: Run, data: Path, tmp_path: Path, wrong: dict[str, object]
) -> None:
    header = {"format": "bonddiary", "version": 1, "entries": 3}
    lines = [header, encode(ROBIN), encode(moment()), wrong]
    (tmp_path / "odd.jsonl").write_text("".join(f"{json.dumps(line)}\n" for line in lines))
    said = run("import", tmp_path / "odd.jsonl")
    assert counts(said.lines[0]) == (2, 0, 1)
    assert said.lines[-1] == "Line 4: An entry’s time can’t be right. Look at its year."
    assert len(run("list").lines) == 1


def test_an_export_is_one_entry_a_line_as_documented(run: Run, data: Path, tmp_path: Path) -> None:
    run("log", "--cue", "rooting")
    run("export", tmp_path / "all.jsonl")
    header, *lines = (tmp_path / "all.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(header)["entries"] == len(lines) == 2
    assert [json.loads(line) for line in lines] == [encode(record) for record in held(data)]


def test_a_file_that_is_there_is_not_written_over(run: Run, tmp_path: Path) -> None:
    run("log", "--cue", "rooting")
    out = tmp_path / "mine.jsonl"
    out.write_text("mine")
    run("export", out).refused("There is already a file called “mine.jsonl”. Choose another name.")
    assert out.read_text() == "mine"
    assert run("export", out, "--force").code == 0
    assert json.loads(out.read_text().splitlines()[0])["format"] == "bonddiary"


@pytest.mark.parametrize(
    ("prepare", "name", "code", "words"),
    [
        (None, "all.csv", 2, "ends in .jsonl"),
        (None, "nowhere/all.jsonl", 1, "There is no folder"),
        (Path.mkdir, "folder.jsonl", 1, "is a folder"),
    ],
)
def test_where_an_export_cannot_go(
    run: Run, tmp_path: Path, prepare: Callable[[Path], None] | None, name: str, code: int, words: str
) -> None:
    run("log", "--cue", "rooting")
    if prepare:
        prepare(tmp_path / name)
    run("export", tmp_path / name).refused(words, code)


def test_an_empty_diary_is_not_exported(run: Run, tmp_path: Path) -> None:
    run("log", "--cue", "rooting")
    run("undo")
    run("export", tmp_path / "all.jsonl").refused("There is nothing in this diary yet")
    assert not (tmp_path / "all.jsonl").exists()


@pytest.mark.skipif(
    not REAL.is_file(), reason="the real family's file isn't here: ../shared/samples/baby-connect/eva.csv"
)
def test_one_real_familys_year(run: Run, data: Path) -> None:
    said = run("import", REAL, "--timezone", "America/Los_Angeles")
    assert (said.code, said.err) == (0, "")
    assert said.lines == [
        "4,207 new, 0 already here, 0 skipped",
        "  feed: 2,327", "  sleep: 1,859", "  growth: 17", "  milestone: 2", "  play: 1", "  appointment: 1",
    ]  # fmt: skip
    assert len(held(data)) == 4208
    again = run("import", REAL, "--timezone", "America/Los_Angeles")
    assert again.lines == ["0 new, 4,207 already here, 0 skipped"]
    assert again.code == 1
    assert run("undo").out == "Undone: import 4,207 entries\n"
    assert held(data) == ()
    run("undo").refused("There is nothing to undo")
