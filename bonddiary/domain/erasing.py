"""What a family can have erased for good, and what was erased."""

from collections.abc import Collection
from dataclasses import dataclass

from bonddiary.domain import wording
from bonddiary.domain.ids import BabyId
from bonddiary.domain.period import Period

WORD = "erase"
"""What is typed to confirm, where there is no name to type."""
NO_WAY_BACK = "What is erased can’t come back. Undo can’t bring it back either."
REACH = "It goes from your diary, and from its copies on this computer. Undo begins anew."
LIMITS = (
    "Copies elsewhere stay, also in a second place you chose. So do saved files and paper.",
    "A copy that can’t be read is deleted whole.",
    "Special tools may still find traces on a disk. Disk encryption helps with those.",
)
REACH_OF_ALL = "The diary goes with its copies here, your choices and the log. Bond Diary then closes."


@dataclass(frozen=True, slots=True)
class ToErase:
    """Entries, or what was noted on some days (of one baby or of all), or a baby with all that is theirs."""

    entries: frozenset[str] = frozenset()
    days: Period | None = None
    baby: BabyId | None = None

    @property
    def whole_baby(self) -> BabyId | None:
        """The baby who goes too."""
        return None if self.days else self.baby


@dataclass(frozen=True, slots=True)
class Erased:
    """How much there was, or is."""

    entries: int = 0
    """Moments and care events."""
    visits: int = 0
    questions: int = 0
    others: int = 0
    """Days' marks, timers and private notes."""
    rewritten: int = 0
    """Copies of the diary that hold it no more."""
    unread: int = 0
    """Copies that couldn't be read, and were deleted."""
    closed: tuple[str, ...] = ()
    """Copies that another passphrase locks, or seems to: they stay, and may hold it."""

    @property
    def anything(self) -> bool:
        """Whether the diary held any of it."""
        return bool(self.entries or self.visits or self.questions or self.others)


def in_words(much: Erased) -> str:
    """ "34 entries, 2 visits and 1 question"; blank for nothing."""
    parts = (
        (much.entries, "entry", "entries"),
        (much.visits, "visit", "visits"),
        (much.questions, "question", "questions"),
        (much.others, "other note or mark", "other notes or marks"),
    )
    return wording.listed([wording.counted(*part) for part in parts if part[0]])


def told(done: Erased) -> str:
    """What was erased, as sentences."""
    said = [f"Erased: {in_words(done) or 'nothing was left in the diary'}."]
    if done.rewritten:
        said.append(f"Written anew without it: {wording.counted(done.rewritten, 'copy', 'copies')}.")
    if done.unread:
        said.append(f"Deleted, as nothing could read them: {wording.counted(done.unread, 'copy', 'copies')}.")
    if done.closed:
        said.append(stay_closed(done.closed))
    return " ".join(said)


def stay_closed(files: Collection[str]) -> str:
    """Names copies that nothing can be erased from."""
    return (
        f"Bond Diary can’t look into these, as another passphrase may lock them: {wording.listed(list(files))}. "
        "They stay, and may still hold it. Settings, “Backups”, can delete them for ever."
    )


def confirms(typed: str, word: str) -> bool:
    """Whether what was typed is the word asked for, however it is spelt in capitals and spaces."""
    return " ".join(typed.split()).casefold() == " ".join(word.split()).casefold()
