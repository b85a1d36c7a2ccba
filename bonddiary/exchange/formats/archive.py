"""Our own archive: JSON Lines that hold a diary without loss. Documented in resources/help/archive-format.md.

The first line is {"format": "bonddiary", "version": 1, "exported": time, "made_by": text, "entries":
count}; each further line is one record as `domain.codec` encodes it, by kind (in the order of
`domain.records.Kind`), then by id. The same records with the same first line give the same bytes.
"""

import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import fields
from datetime import timedelta
from pathlib import Path
from typing import Any, NoReturn

from bonddiary.domain.codec import decode, encode
from bonddiary.domain.errors import DiaryError, ImportProblem, InvalidEntry
from bonddiary.domain.records import Kind, Record, kind_of
from bonddiary.domain.when import YEARS, When, zone_named
from bonddiary.exchange.spec import MEGABYTE, FileFormat, ReadContext, Reading, Skipped, WriteContext
from bonddiary.system.files import atomic_write

KEY = "bonddiary-jsonl"
VERSION = 1
_NEWER = "This archive was written by a later version of Bond Diary. Update the program and try again."
_ORDER = {kind: place for place, kind in enumerate(Kind)}
_DAMAGED_HEADER = "The first line of the archive is damaged. Export the diary again, or use another copy."


def recognises(head: str, name: str) -> bool:
    """By the first line: an object that calls itself "bonddiary", also when the rest of it is damaged."""
    first = _first_line(head).replace(" ", "")
    return first.startswith('{"format":"bonddiary"') or _header(first).get("format") == "bonddiary"


def _first_line(text: str) -> str:
    return next((line for line in io.StringIO(text, newline="") if line.strip()), "")


def _header(line: str) -> dict[str, Any]:
    try:
        plain = _loads(line)
    except ValueError:
        return {}
    return plain if isinstance(plain, dict) else {}


def _loads(line: str) -> Any:
    """Strict JSON. Raises ValueError."""
    try:
        return json.loads(line, parse_constant=_no_constant)
    except RecursionError:
        raise ValueError("nested too deeply") from None


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON number")


def read(text: str, context: ReadContext) -> Reading:
    """Every line as the record it was, or with the reason why not. Raises ImportProblem for a newer file."""
    header = _header(_first_line(text))
    version = header.get("version")
    if header.get("format") != "bonddiary" or type(version) is not int or version < 1:
        raise ImportProblem(_DAMAGED_HEADER)
    if version > VERSION:
        raise ImportProblem(_NEWER)
    records: list[Record] = []
    lines: list[int] = []
    skipped: list[Skipped] = []
    for number, line in _body(text):
        try:
            records.append(_record(line))
            lines.append(number)
        except DiaryError as problem:
            unfinished = not line.endswith(("\n", "\r"))
            reason = "The file ends in the middle of this line." if unfinished else str(problem)
            skipped.append(Skipped.of(number, reason, line))
    notes = _missing(header.get("entries"), len(records) + len(skipped))
    return Reading(
        records=tuple(records),
        lines=tuple(lines),
        skipped=tuple(skipped),
        notes=notes,
        made_up=header.get("made_up") is True,
    )


def _body(text: str) -> Iterator[tuple[int, str]]:
    lines = enumerate(io.StringIO(text, newline=""), 1)
    numbered = ((number, line) for number, line in lines if line.strip())
    next(numbered, None)  # the header
    return numbered


def _missing(promised: object, found: int) -> tuple[str, ...]:
    if type(promised) is not int or promised <= found:
        return ()
    what = f"The file ends early: it was written with {promised} entries and holds {found}."
    return (f"{what} Look for a whole copy.",)


def _record(line: str) -> Record:
    """Raises InvalidEntry with a sentence."""
    try:
        plain = _loads(line)
        if not isinstance(plain, dict):
            raise InvalidEntry("This line holds no entry.")
        record = decode(plain)
        _check(record)
    except (ValueError, OverflowError, AssertionError, TypeError, AttributeError):
        raise InvalidEntry("This line can’t be read as an entry.") from None
    return record


def _check(record: Record) -> None:
    """Raises DiaryError for what types allow and a diary can't hold: no id, a time that no clock shows."""
    if not record.id.strip():
        raise InvalidEntry("This entry has no id.")
    for field in fields(record):
        value = getattr(record, field.name)
        if isinstance(value, When):
            zone_named(value.zone)
            if abs(value.offset) >= timedelta(days=1).total_seconds():
                raise InvalidEntry("An entry’s time has an offset of more than a day.")
            if value.day.year not in YEARS:  # or OverflowError, at the very ends of the calendar
                raise InvalidEntry("An entry’s time can’t be right. Look at its year.")


def write(records: Iterable[Record], path: Path, context: WriteContext) -> int:
    """Writes a whole archive or nothing; returns how many records. Raises DiaryError when `path` is taken."""
    ordered = sorted(records, key=lambda record: (_ORDER[kind_of(record)], record.id))
    header = {
        "format": "bonddiary",
        "version": VERSION,
        "exported": context.exported.local.isoformat(),
        "made_by": context.made_by,
        "entries": len(ordered),
        **({"made_up": True} if context.made_up else {}),
    }
    chunks = _chunks([header], (encode(record) for record in ordered))
    atomic_write(path, chunks, overwrite=context.overwrite)
    return len(ordered)


def _chunks(*parts: Iterable[dict[str, Any]]) -> Iterator[bytes]:
    for part in parts:
        for plain in part:
            yield _line(plain)


def _line(plain: dict[str, Any]) -> bytes:
    try:
        text = json.dumps(plain, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    except ValueError:
        raise InvalidEntry("An entry’s value is no number. Change it, then export again.") from None
    try:
        return text.encode() + b"\n"
    except UnicodeEncodeError:  # half of a letter pair, pasted from somewhere: escaped, it keeps
        return json.dumps(plain, separators=(",", ":")).encode() + b"\n"


FORMAT = FileFormat(
    key=KEY,
    name="a Bond Diary archive (.jsonl)",
    suffixes=(".jsonl",),
    recognises=recognises,
    read=read,
    write=write,
    largest=1000 * MEGABYTE,
)
