"""All file formats, and how a file finds its own."""

from pathlib import Path

from bonddiary.domain.errors import ImportProblem
from bonddiary.exchange.formats import archive, baby_connect
from bonddiary.exchange.reading import read_head, read_text
from bonddiary.exchange.spec import FileFormat, ReadContext, Reading

FORMATS: tuple[FileFormat, ...] = (
    archive.FORMAT,
    baby_connect.FORMAT,
)

AUTO = "auto"


def format_named(key: str) -> FileFormat:
    """The format with this key. Raises ImportProblem naming those there are."""
    for known in FORMATS:
        if known.key == key:
            return known
    keys = ", ".join(known.key for known in FORMATS)
    raise ImportProblem(f"There is no format called “{key}”. Use {AUTO} or one of: {keys}.")


def recognise(path: Path) -> FileFormat:
    """The file's format, by what it holds. Raises ImportProblem naming the formats that are understood."""
    return recognise_text(read_head(path), path.name)


def recognise_text(head: str, name: str) -> FileFormat:
    """The format of a file that begins with `head`. Raises ImportProblem."""
    for known in FORMATS:
        if known.recognises(head, name):
            return known
    what = f"“{name}” isn’t a file that Bond Diary can read."
    if "\n" not in head and "\r" not in head:
        what = f"“{name}” isn’t a file that Bond Diary can read, or it ends in the middle of its first line."
    raise ImportProblem(
        f"{what} It can read: {'; '.join(known.name for known in FORMATS)}. Choose one of these."
    )


def read_file(path: Path, context: ReadContext, key: str = AUTO) -> tuple[FileFormat, Reading]:
    """A file's format and all that it holds. Raises ImportProblem, UnknownZone."""
    chosen = recognise(path)
    if key != AUTO and chosen is not format_named(key):
        raise ImportProblem(
            f"“{path.name}” is not of that format: it looks like {chosen.name}. Leave the format out."
        )
    return chosen, chosen.read(read_text(path, chosen.largest), context)
