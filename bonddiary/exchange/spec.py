"""What a file format is, and what reading a file gives."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from bonddiary.domain.ids import BabyId
from bonddiary.domain.records import Record
from bonddiary.domain.when import When

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadContext:
    """What a file can't say for itself."""

    baby: BabyId
    """Whose entries these are, for formats that know no babies of ours."""
    zone: str
    """IANA name of the zone that the file's clock times were written in."""
    now: When
    child: str = ""
    """The baby's nickname, to pick their rows from a file that holds several children."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """One row that doesn't come in, with its reason as a sentence."""

    line: int
    """Counted from 1; a row of several lines is named by its first. 0 where no line can be named."""
    reason: str
    row: str
    """The row's own text, shortened where it is very long."""

    @classmethod
    def of(cls, line: int, reason: str, row: str, longest: int = 300) -> "Skipped":
        """With the row's text cut to `longest` characters."""
        row = row.rstrip("\r\n")
        return cls(line, reason, row if len(row) <= longest else row[:longest] + "…")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All of a file: every row is a record or is skipped with its reason."""

    records: tuple[Record, ...]
    lines: tuple[int, ...]
    """The line that each record came from."""
    skipped: tuple[Skipped, ...] = ()
    notes: tuple[str, ...] = ()
    """What was assumed or changed, as sentences to show before anything is brought in."""
    baby: BabyId | None = None
    """The baby that the caller gave, who is in the diary already; None where the file brings its own."""
    made_up: bool = False
    """It comes from a made-up diary, to look around in."""

    def __post_init__(self) -> None:
        if len(self.records) != len(self.lines):
            raise ValueError("every record needs its line")


@dataclass(frozen=True, slots=True, kw_only=True)
class FileFormat:
    """One format: a module of `formats/` holds its FORMAT, the registry one line for it."""

    key: str
    """Never renamed: it is stored with every entry that the format brought in."""
    name: str
    """In words for people, after "It can read …"."""
    suffixes: tuple[str, ...]
    """For file dialogs only; a file is recognised by what it holds."""
    recognises: Callable[[str, str], bool]
    """(the first part of the text, the file's name) → whether it is of this format."""
    read: Callable[[str, ReadContext], Reading]
    """The whole text → what it holds. Raises ImportProblem, UnknownZone."""
    write: "Callable[[Iterable[Record], Path, WriteContext], int] | None" = None
    """Writes records to a new file and returns how many. Raises DiaryError when it is there already."""
    largest: int = 50 * MEGABYTE
    """Bytes; a larger file is refused before it is read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteContext:
    """What an export says of itself."""

    exported: When
    made_by: str
    """Program and version."""
    made_up: bool = False
    """The diary is made up, to look around in: its entries never come among a family's own."""
    overwrite: bool = False
    """Only where the user has just said so."""
