"""The search for words finds them in every form they are written in."""

import base64
import gzip
import zlib
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from tests.privacy.looking import files_below, holders, holds

WORD = "Wrenzaubermaus"


def zipped(content: bytes) -> bytes:
    held = BytesIO()
    with ZipFile(held, "w", ZIP_DEFLATED) as packed:
        packed.writestr("inside", content)
    return held.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        f"before {WORD} after".encode(),
        WORD.upper().encode(),
        f"before {WORD}".encode("utf-16-le"),
        f"before {WORD}".encode("utf-16-be"),
        *(base64.b64encode(b"x" * shift + f"{WORD} after".encode()) for shift in range(3)),
        base64.b64encode(f"a {WORD} after".encode("utf-16-le")),
        b"head" + zlib.compress(f"before {WORD}".encode()) + b"tail",
        gzip.compress(WORD.encode()),
        zipped(WORD.encode("utf-16-le")),
        WORD.encode().hex().encode(),
    ],
    ids=map(str, range(11)),  # a packed form holds the time it was packed at
)  # fmt: skip
def test_the_search_finds_a_word_in_every_form(content: bytes) -> None:
    assert holds(content, WORD)
    assert not holds(content, "Wrenanother")


def test_it_looks_at_names_and_hidden_files(tmp_path: Path) -> None:
    (tmp_path / ".hidden").mkdir()
    (tmp_path / ".hidden" / f"{WORD}.txt").touch()
    assert len(holders(WORD, files_below(tmp_path))) == 1
