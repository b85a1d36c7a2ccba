"""An archive gives back exactly the diary that was written."""

import json
from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonddiary.domain.codec import encode
from bonddiary.domain.errors import DiaryError, ImportProblem
from bonddiary.domain.records import TYPES, Kind, Record, kind_of
from bonddiary.exchange.formats import archive
from bonddiary.exchange.spec import Reading, WriteContext
from bonddiary.system.resources import resource
from tests.exchange.reading_context import NOW, SAMPLES, context, read_row
from tests.strategies import diaries, records

MADE = WriteContext(exported=NOW, made_by="Bond Diary test", overwrite=True)
SAMPLE = (SAMPLES / "bonddiary-jsonl.jsonl").read_text(encoding="utf-8")
LINES = SAMPLE.splitlines(keepends=True)


def read(text: str) -> Reading:
    return archive.FORMAT.read(text, context())


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("archive") / "a.jsonl"


@given(st.lists(records(), max_size=6) | diaries().map(list))
def test_round_trip(path: Path, found: list[Record]) -> None:
    assert archive.write(found, path, MADE) == len(found)
    text = path.read_bytes().decode()
    assert archive.FORMAT.recognises(text, "x")
    reading = read(text)
    assert (reading.skipped, reading.notes) == ((), ())
    assert sorted(reading.records, key=repr) == sorted(found, key=repr)
    order = [(list(Kind).index(kind_of(record)), record.id) for record in reading.records]
    assert order == sorted(order)
    archive.write(list(reversed(found)), path, MADE)
    if len({record.id for record in found}) == len(found):
        assert path.read_bytes().decode() == text


@given(st.text(alphabet=st.characters(), max_size=20))
def test_any_note_survives_even_half_a_letter_pair(path: Path, note: str) -> None:
    event = replace(read_row("6/25/20 7:47 PM,,,Sleep,,,slept,,A"), note=f"{note}\ud800\u2028\r\n")
    archive.write([event], path, MADE)
    assert read(path.read_bytes().decode()).records == (event,)


def test_the_first_line_says_what_it_is(path: Path) -> None:
    archive.write([], path, MADE)
    assert json.loads(path.read_text(encoding="utf-8")) == {
        "format": "bonddiary",
        "version": 1,
        "exported": "2026-11-23T08:00:00+00:00",
        "made_by": "Bond Diary test",
        "entries": 0,
    }


def test_a_made_up_one_says_so(path: Path) -> None:
    archive.write([], path, replace(MADE, made_up=True))
    assert json.loads(path.read_text(encoding="utf-8"))["made_up"] is True
    assert read(path.read_text(encoding="utf-8")).made_up
    archive.write([], path, MADE)
    assert not read(path.read_text(encoding="utf-8")).made_up


def test_it_overwrites_only_when_told(path: Path) -> None:
    archive.write([], path, MADE)
    with pytest.raises(DiaryError, match="already a file"):
        archive.write([], path, WriteContext(exported=NOW, made_by="x"))


def test_a_file_that_ends_early_says_so() -> None:
    reading = read("".join(LINES[:3]))
    assert "ends early" in reading.notes[0]
    reading = read(SAMPLE[:-40])
    assert [(row.line, row.reason) for row in reading.skipped] == [
        (5, "The file ends in the middle of this line.")
    ]
    assert len(reading.records) == 3


@pytest.mark.parametrize(
    "line",
    [
        "rubbish",
        "[]",
        '"text"',
        "{}",
        '{"record":"spaceship"}',
        '{"record":"baby"}',
        '{"record":"baby","id":""}',
        '{"record":"baby","id":7}',
        '{"record":"baby","id":"x","colour":"red"}',
        '{"record":"baby","id":"x","born":"2026-02-30"}',
        '{"record":"pin","id":"x","cue":"rooting","place":' + "9" * 5000 + "}",
        "[" * 100_000,
        LINES[3].replace("90.0", "NaN"),
        LINES[3].replace("90.0", "1" + "0" * 400),
        LINES[3].replace("90.0", "true"),
        LINES[3].replace("Europe/London", "Mars/Olympus"),
        LINES[3].replace("Europe/London", "../../etc/passwd"),
        LINES[3].replace('"offset":0', '"offset":999999'),
        LINES[3].replace("2026-11-20T03:12:00Z", "0001-01-01T00:00:00+23:00"),
        LINES[3]
        .replace("2026-11-20T03:12:00Z", "0001-01-01T00:00:00Z")
        .replace('"offset":0', '"offset":-3600'),
        LINES[3].replace("2026-11-20T03:12:00Z", "2026-11-20T03:12:00"),
    ],
)
def test_a_bad_line_is_skipped_with_its_reason(line: str) -> None:
    reading = read(f"{LINES[0]}{LINES[1]}{line.strip()}\n{LINES[2]}")
    assert len(reading.records) == 2
    (skipped,) = reading.skipped
    assert skipped.line == 3
    assert skipped.reason.endswith(".")


def test_blank_lines_and_windows_line_ends_do_no_harm() -> None:
    assert len(read("\n" + SAMPLE.replace("\n", "\r\n\r\n")).records) == 4


@given(st.text(max_size=80))
def test_any_line_gives_an_entry_or_a_reason(line: str) -> None:
    read(LINES[0] + line)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=6,
)


@given(records(), st.data())
def test_any_change_to_a_field_gives_an_entry_or_a_reason(record: Record, data: st.DataObject) -> None:
    plain = encode(record)
    plain[data.draw(st.sampled_from(sorted(plain)))] = data.draw(json_values)
    reading = read(LINES[0] + json.dumps(plain) + "\n")
    assert len(reading.records) + len(reading.skipped) == 1


def test_a_newer_or_foreign_archive_is_refused() -> None:
    for head in (
        '{"format":"bonddiary","version":2}',
        '{"format":"bonddiary"}',
        '{"format":"x","version":1}',
        "",
    ):
        with pytest.raises(ImportProblem):
            read(head)


def test_every_field_is_documented() -> None:
    page = resource("help", "archive-format.md").read_text(encoding="utf-8")
    for kind, shape in TYPES.items():
        assert f"`{kind.value}`" in page
        for field in fields(shape):
            assert f"`{field.name}`" in page, f"{kind}: {field.name}"
