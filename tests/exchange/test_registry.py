"""Which format a file is of, and the one sentence that each unreadable file gets."""

import contextlib
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonddiary.domain.errors import DiaryError, ImportProblem
from bonddiary.exchange.reading import read_text
from bonddiary.exchange.registry import FORMATS, format_named, read_file, recognise, recognise_text
from tests.exchange.reading_context import SAMPLES, US_HEADER, context

ROW = "6/25/20 7:47 PM,6/26/20 7:20 AM,693,Sleep,,,Robin slept,,A"


def test_every_format_has_a_sample_that_is_recognised_as_it_and_read_whole() -> None:
    for known in FORMATS:
        samples = sorted(SAMPLES.glob(f"{known.key}*"))
        assert samples, f"tests/exchange/samples holds no sample for {known.key}"
        for sample in samples:
            chosen, reading = read_file(sample, context())
            assert chosen is known
            assert reading.records
            assert reading.skipped == ()


def test_keys_are_unique_and_a_file_is_of_one_format_only() -> None:
    assert len({known.key for known in FORMATS}) == len(FORMATS)
    for sample in sorted(SAMPLES.iterdir()):
        head = sample.read_text(encoding="utf-8")
        assert sum(known.recognises(head, sample.name) for known in FORMATS) == 1


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_encodings_and_line_ends(tmp_path: Path, encoding: str, end: str) -> None:
    path = tmp_path / "any name"
    mark = "\ufeff" if encoding in ("utf-16-le", "utf-16-be") else ""
    path.write_bytes((mark + end.join((US_HEADER, ROW.replace("Robin", "Zoë"), ""))).encode(encoding))
    _, reading = read_file(path, context())
    assert (len(reading.records), reading.skipped) == (1, ())


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf", "isn’t a file that Bond Diary can read"),
        (b"\x89PNG\r\n\x1a\n\0\0\0", "not a text file"),
        (b"\x7fELF\2\1\1\0" * 200, "not a text file"),
        (b"PK\x03\x04rest", "zip file or a spreadsheet"),
        (b"SQLite format 3\0rest", "database"),
        (b"%PDF-1.7", "PDF"),
        (f"{US_HEADER}\n{ROW}\n".replace("Robin", "Zoë").encode("cp1252"), "UTF-8"),
        (f"{US_HEADER}\n{ROW}\n".encode("utf-16-le"), "not a text file"),
        (US_HEADER[:40].encode(), "middle of its first line"),
        (b"name,colour\nx,y\n", "It can read: "),
        (b"name,colour\nx,y\n", "Baby Connect (CSV). Choose one of these."),
        (b"{}", "It can read: "),
        (b"\n\n\n", "It can read: "),
        (b"[" * 100_000, "It can read: "),
        (b'{"format":"bonddiary","version":9}\n', "later version"),
        (b'{"format":"bonddiary","version":true}\n', "damaged"),
        (b'{"format":"bonddiary","ver', "damaged"),
    ],
)
def test_a_file_that_cannot_be_read_gets_one_plain_sentence(
    tmp_path: Path, content: bytes, words: str
) -> None:
    path = tmp_path / "export.csv"
    path.write_bytes(content)
    with pytest.raises(ImportProblem) as caught:
        read_file(path, context())
    assert words in str(caught.value)
    assert "Robin" not in str(caught.value)
    assert path.read_bytes() == content


def test_what_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    for path, words in (
        (tmp_path / "missing.csv", "no file called “missing.csv”"),
        (tmp_path / "missing" / "x.csv", "no file called"),
        (tmp_path, "is a folder"),
        (tmp_path / "pipe", "no ordinary file"),
        (tmp_path / "loop", "can’t be read"),
        (Path("a\0b"), "can’t be read"),
        (tmp_path / ("x" * 300), "can’t be read"),
    ):
        with pytest.raises(ImportProblem, match=words):
            recognise(path)


def test_a_huge_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "huge.csv"
    path.write_text(f"{US_HEADER}\n{ROW}\n", encoding="utf-8")
    assert read_text(path, path.stat().st_size).endswith("A\n")
    with pytest.raises(ImportProblem, match="too large"):
        read_text(path, path.stat().st_size - 1)


def test_a_file_cut_inside_a_letter_loses_only_its_last_row(tmp_path: Path) -> None:
    path = tmp_path / "cut.csv"
    path.write_bytes(f"{US_HEADER}\n{ROW}\n{ROW[:-1]}é".encode()[:-1])
    _, reading = read_file(path, context())
    assert len(reading.records) == 1
    assert [(row.line, row.reason) for row in reading.skipped] == [
        (3, "The file ends in the middle of this row.")
    ]


def test_a_header_without_rows_holds_nothing(tmp_path: Path) -> None:
    path = tmp_path / "bare.csv"
    path.write_text(US_HEADER, encoding="utf-8")
    _, reading = read_file(path, context())
    assert (reading.records, reading.skipped) == ((), ())


def test_naming_the_format() -> None:
    sample = SAMPLES / "baby-connect-us.csv"
    assert read_file(sample, context(), "baby-connect")[0].key == "baby-connect"
    with pytest.raises(ImportProblem, match="looks like Baby Connect"):
        read_file(sample, context(), "bonddiary-jsonl")
    with pytest.raises(ImportProblem, match="baby-connect"):
        read_file(sample, context(), "huckleberry")
    assert format_named("bonddiary-jsonl").write is not None


@given(st.binary(max_size=300) | st.text(max_size=200).map(str.encode))
def test_any_bytes_give_a_reading_or_a_sentence(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "any"
    path.write_bytes(content)
    with contextlib.suppress(DiaryError):
        read_file(path, context())


@given(st.text(max_size=200))
def test_any_head_is_recognised_or_refused(head: str) -> None:
    with pytest.raises(ImportProblem):
        recognise_text(head, "x")
