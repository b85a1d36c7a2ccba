"""Reading a file that somebody else wrote: whatever it is, the answer is its text or one plain sentence."""

import codecs
import stat
from pathlib import Path
from typing import NoReturn

from bonddiary.domain.errors import ImportProblem

HEAD = 64 * 1024
CUT = "\N{REPLACEMENT CHARACTER}"
"""Stands at the very end of a text whose last letter was cut."""

# what people pick by mistake, by the bytes it starts with
_KNOWN_BINARIES = (
    (
        b"PK\x03\x04",
        "is a zip file or a spreadsheet. Unpack it, or save the sheet as CSV, and choose that file.",
    ),
    (
        b"SQLite format 3\0",
        "is a database, not an export. Choose a file that was exported as text, such as a CSV.",
    ),
    (b"%PDF", "is a PDF, which holds no readable entries. Export the entries as CSV and choose that file."),
    (b"\xd0\xcf\x11\xe0", "is an old spreadsheet. Save it as CSV and choose that file."),
)
_NOT_TEXT = "is not a text file. Choose a file that was exported as text, such as a CSV."


def read_head(path: Path) -> str:
    """The first 64 kB as text. Raises ImportProblem."""
    return _decode(_bytes(path, HEAD), path, whole=False)


def read_text(path: Path, largest: int) -> str:
    """The whole file as text, line ends as they are. Raises ImportProblem, also above `largest` bytes."""
    raw = _bytes(path, largest + 1)
    if len(raw) > largest:
        raise ImportProblem(
            f"“{path.name}” is too large: more than {largest // 1_000_000} MB. "
            "Export a shorter period and try again."
        )
    return _decode(raw, path, whole=True)


def _bytes(path: Path, most: int) -> bytes:
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise ImportProblem(f"“{path.name or path}” is a folder. Choose the file inside it.")
        if not stat.S_ISREG(mode):
            raise ImportProblem(
                f"“{path.name}” is no ordinary file. Choose a file that was exported as text."
            )
        with path.open("rb") as file:
            raw = file.read(most)
    except (OSError, ValueError) as error:
        _refuse(error, path)
    if not raw:
        raise ImportProblem(f"“{path.name}” is empty. Export it again and try again.")
    return raw


def _refuse(error: OSError | ValueError, path: Path) -> NoReturn:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        raise ImportProblem(
            f"There is no file called “{path.name}” there. Check the name and try again."
        ) from None
    if isinstance(error, PermissionError):
        raise ImportProblem(
            f"“{path.name}” may not be read. Copy it to your own folder and try again."
        ) from None
    raise ImportProblem(
        "The file can’t be read. Check its name, copy it to another folder and try again."
    ) from None


def _decode(raw: bytes, path: Path, *, whole: bool) -> str:
    """UTF-8, or UTF-16 with its mark. Others are refused: guessing one would garble names silently."""
    for start, words in _KNOWN_BINARIES:
        if raw.startswith(start):
            raise ImportProblem(f"“{path.name}” {words}")
    wide = raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    decoder = codecs.getincrementaldecoder("utf-16" if wide else "utf-8-sig")()
    try:
        text = decoder.decode(raw)
    except UnicodeDecodeError:
        text = None
    if b"\0" in raw if text is None else "\0" in text:
        raise ImportProblem(f"“{path.name}” {_NOT_TEXT}")
    if text is None:
        raise ImportProblem(
            f"The letters in “{path.name}” are not written as UTF-8. "
            "Open it in a spreadsheet or text editor, save it as UTF-8 and try again."
        )
    # a file that was cut inside a letter: what is left of it is marked, so that its row isn't taken for whole
    return text + CUT if whole and decoder.getstate()[0] else text
