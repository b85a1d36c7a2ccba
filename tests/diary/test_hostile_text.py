"""Whatever letters somebody types: a diary keeps them as they are, or refuses them with a sentence and keeps the rest."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bonddiary.domain.errors import InvalidEntry
from bonddiary.domain.records import Record, ref_to
from tests.builders import ROBIN, care, carer, moment, open_at, own_word, private_note, question, visit

TABLE = (
    "\u202egnp.exe\u202c", "a\x00b", "\ud800", "a\udfffb", "<script>x</script>", "a/b\\c/../..", "x\ny\r\nz\t", "'; DROP TABLE moment; --",
    "%s %n {0} ${HOME} `id`", "\ufeff\u200b\u2066", "🤱🏿" * 50, "=HYPERLINK(1)", "", " ",
)  # fmt: skip
LETTERS = st.text(st.characters(exclude_categories=()), max_size=60)


def holding(text: str) -> list[Record]:
    """One of each kind that a family writes into."""
    return [
        replace(ROBIN, nickname=text), carer(text), own_word(text), moment(note=text), care(note=text, details=((text, text),)),
        question(text=text, answer=text), visit(label=text, note=text, plan=text), private_note(text),
    ]  # fmt: skip


def is_kept(path: Path, text: str) -> None:
    diary = open_at(path)
    try:
        diary.add(ROBIN)
        for record in holding(text):
            if record.id == ROBIN.id:
                diary.edit(record)
            else:
                diary.add(record)
            assert diary.get(ref_to(record)) == record
        diary.keep_draft(text, text)
        assert diary.draft(text) == text
        assert [diary.undo() for _ in range(3)]
        assert diary.redo()
    finally:
        diary.close()


def is_whole(path: Path) -> None:
    diary = open_at(path)
    assert [record for record in diary.records() if record.id == ROBIN.id]
    diary.close()


@pytest.mark.parametrize("text", TABLE, ids=range(len(TABLE)))
def test_kept_or_refused(tmp_path: Path, text: str) -> None:
    try:
        is_kept(tmp_path / "diary.db", text)
    except InvalidEntry:
        assert any(0xD800 <= ord(letter) <= 0xDFFF for letter in text), "only half letters are refused"
    is_whole(tmp_path / "diary.db")


@given(LETTERS)
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_any_letters_are_kept_or_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "diary.db"
    path.unlink(missing_ok=True)
    try:
        is_kept(path, text)
    except InvalidEntry:
        assert any(0xD800 <= ord(letter) <= 0xDFFF for letter in text)
    is_whole(path)


def test_ten_megabytes(tmp_path: Path) -> None:
    text = "ten million letters " * 500_000
    path = tmp_path / "diary.db"
    diary = open_at(path)
    diary.add(ROBIN)
    entry = moment(note=text)
    diary.add(entry)
    diary.edit(replace(entry, note="short"))
    assert diary.notes_before(entry.id)[0].text == text
    diary.undo()
    diary.close()
    diary = open_at(path)
    assert diary.moment(entry.id).note == text
    diary.close()
