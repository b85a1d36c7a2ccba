"""What is half typed, brought over to the file that another program put in the diary's place."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field

from bonddiary.diary.diary import Diary
from bonddiary.domain.baby import Baby
from bonddiary.domain.errors import DiaryError
from bonddiary.domain.ids import BabyId


@dataclass(frozen=True, slots=True)
class HalfTyped:
    """Of a diary that can still be read, and written to no more."""

    drafts: Mapping[str, str] = field(default_factory=dict)
    babies: frozenset[BabyId] = frozenset()

    @classmethod
    def of(cls, diary: Diary) -> "HalfTyped":
        """What the diary keeps of it; nothing where it can't be read any more."""
        try:
            return cls(diary.drafts(), frozenset(baby.id for baby in diary.all(Baby)))
        except DiaryError:
            return cls()

    def bring_to(self, diary: Diary) -> None:
        """Another family's diary gets none of it. What is half typed there stays."""
        with suppress(DiaryError):  # what stands in a field is kept with the next key there
            if self.babies.isdisjoint(baby.id for baby in diary.all(Baby)):
                return
            there = diary.drafts()
            for place, text in self.drafts.items():
                if text and not there.get(place):
                    diary.keep_draft(place, text)
