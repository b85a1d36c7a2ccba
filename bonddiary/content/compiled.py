"""The catalogue as it was last read and found right, kept as JSON, which is much faster to read than TOML.

A kept catalogue is used while every content file has the same bytes as when it was kept, and never otherwise.
"""

import json
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any
from zlib import crc32

from bonddiary.domain.errors import DiaryError
from bonddiary.system.files import atomic_write

FORM = 3
"""Counts up when what is kept changes its shape."""

FILES = (
    "sources.toml", "groups.toml", "cues/crying.toml", "cues/noises.toml", "cues/face.toml", "cues/movement.toml",
    "responses.toml", "outcomes.toml", "care.toml",
)  # fmt: skip
"""The files that start-up reads (a test compares them with the schema)."""

Entries = Mapping[str, Mapping[str, dict[str, Any]]]
"""Rows by table and key, as read and checked."""


def entries_of(folder: Path, language: str, keep: Path, read: Callable[[], Entries]) -> Entries:
    """The catalogue's rows from the folder `keep`, or from `read`, whose answer is then kept.

    `keep` need not exist or be writable: then every start reads the content files. Raises what `read` raises.
    """
    kept = keep / f"catalog-{language}.json"
    stamp = fingerprint(folder, language)
    found = _take(kept, stamp)
    if found is None:
        found = read()
        _put(kept, stamp, found)
    return found


def fingerprint(folder: Path, language: str) -> str:
    """Stands for the bytes of every file that the catalogue in this language comes from."""
    stamp = [f"{FORM} {language}"]
    places = (folder,) if language == "en" else (folder, folder / "lang" / language)
    for place in places:
        for file in FILES:
            try:
                content = (place / file).read_bytes()
            except OSError:
                content = b""
            stamp.append(f"{file} {len(content)} {crc32(content):08x}")
    return "\n".join(stamp)


def _take(kept: Path, stamp: str) -> Entries | None:
    try:
        found = json.loads(kept.read_bytes())
        if found["stamp"] != stamp:
            return None
        entries: Entries = found["entries"]
        for rows in entries.values():
            for row in rows.values():
                if "checked" in row:
                    row["checked"] = date.fromisoformat(row["checked"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None  # not there, or damaged: the content files are the truth
    return entries


def _put(kept: Path, stamp: str, entries: Entries) -> None:
    text = json.dumps({"stamp": stamp, "entries": entries}, ensure_ascii=False, default=date.isoformat)
    try:
        atomic_write(kept, [text.encode()], overwrite=True)
    except DiaryError:
        return  # a start without it is a little slower, nothing more
