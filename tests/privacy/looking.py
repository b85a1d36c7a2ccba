"""Looks for words in files, however they were written: as letters of 1 or 2 bytes, in base64, in packed streams."""

import base64
import re
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

LARGEST = 20_000_000
"""As much as one packed stream is unpacked."""
_PACKED = re.compile(rb"\x78[\x01\x5e\x9c\xda]|\x1f\x8b\x08")


def files_below(*folders: Path) -> list[Path]:
    """Every file, hidden ones too."""
    return sorted(each for folder in folders for each in folder.rglob("*") if each.is_file())


def holders(word: str, files: list[Path]) -> list[Path]:
    """The files in which the word can be read, by their content or their name."""
    return [each for each in files if word in str(each.name) or holds(each.read_bytes(), word)]


def holds(content: bytes, word: str) -> bool:
    """Whether the word can be read in these bytes, or in what is packed in them."""
    forms = [form.lower() for form in _forms(word)]
    return any(form in part.lower() for part in (content, *_unpacked(content)) for form in forms)


def _forms(word: str) -> Iterator[bytes]:
    for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
        plain = word.encode(encoding)
        yield plain
        for shift in range(3):  # where in a group of three bytes the word begins
            coded = base64.b64encode(b"\0" * shift + plain).rstrip(b"=")
            yield coded[shift + 1 if shift else 0 : -1]
    yield word.encode("utf-8").hex().encode()


def _unpacked(content: bytes) -> Iterator[bytes]:
    for start in _PACKED.finditer(content):
        try:
            yield zlib.decompressobj(wbits=47).decompress(content[start.start() :], LARGEST)
        except zlib.error:
            continue
    if zipfile.is_zipfile(BytesIO(content)):
        with zipfile.ZipFile(BytesIO(content)) as packed:
            yield from (packed.read(name) for name in packed.namelist())
