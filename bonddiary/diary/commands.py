"""The one command: records as they are to be afterwards. Its inverse is the same command with the records from before."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bonddiary.diary.changes import Change
from bonddiary.diary.title import ENTRY
from bonddiary.domain.board import FamilyWord
from bonddiary.domain.care import CareEvent
from bonddiary.domain.codec import decode, encode
from bonddiary.domain.errors import NotFound
from bonddiary.domain.moment import Moment
from bonddiary.domain.records import Kind, Record, Ref, kind_of, ref_to
from bonddiary.store.work import Work

GONE = "That entry isn’t in the diary any more."
ONE_GONE = "One of them isn’t in the diary any more, so none was changed."


@dataclass(frozen=True, slots=True)
class Write:
    """Puts records (whole, new or replacing) and removes others, in one transaction."""

    put: tuple[Record, ...] = ()
    remove: tuple[Ref, ...] = ()
    there: frozenset[Ref] = frozenset()
    """What is put in its own place: where another program has erased it for ever meanwhile, it isn't written anew."""

    def apply(self, work: Work, origin: object = None) -> tuple["Write", Change]:
        """Does it and returns the command that takes it back, and what has changed. Raises InvalidEntry, NotFound."""
        refs = self._refs()
        before = work.get(refs)
        if not self.there & set(refs) <= before.keys():
            raise NotFound(GONE if len(self.there) == 1 else ONE_GONE)
        work.remove([ref for ref in self.remove if ref in before])
        work.put(self.put, before)
        inverse = Write(
            put=tuple(before[ref] for ref in refs if ref in before),
            remove=tuple(ref for ref in refs[: len(self.put)] if ref not in before),
        )
        return inverse, self.change(origin)

    def beside(self, work: Work) -> "Write":
        """Without those of its records that the diary has already, and otherwise."""
        there = work.get([ref_to(record) for record in self.put])
        return Write(tuple(r for r in self.put if there.get(ref_to(r), r) == r), self.remove, self.there)

    def change(self, origin: object = None) -> Change:
        """What is different once it is done."""
        refs = self._refs()
        return Change(frozenset(ref.kind for ref in refs), frozenset(ref.id for ref in refs), origin)

    def as_text(self) -> str:
        """For keeping in the history; `from_text` reads it."""
        plain = {
            "put": [encode(record) for record in self.put],
            "remove": [[ref.kind.value, ref.id] for ref in self.remove],
        }
        return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def from_text(cls, text: str) -> "Write":
        """The command that `as_text` wrote."""
        plain = json.loads(text)
        return cls(
            tuple(map(decode, plain["put"])), tuple(Ref(Kind(kind), id) for kind, id in plain["remove"])
        )

    def _refs(self) -> list[Ref]:
        return [*map(ref_to, self.put), *self.remove]


def writing(records: Iterable[Record]) -> Write:
    """The command that puts these records."""
    return Write(put=tuple(records))


def changing(records: Iterable[Record], added: Iterable[Record] = ()) -> Write:
    """The command that puts records in the place of those that are there, and what is new beside them.

    A family's own word may be either.
    """
    put = tuple(records)
    there = frozenset(ref_to(each) for each in put if not isinstance(each, FamilyWord))
    return Write((*put, *added), there=there)


def subject_of(records: Sequence[Record]) -> str:
    """One entry by its cue or its kind of care, several by what they are: "moment", or "entry" for a mixture."""
    kinds = {kind_of(record) for record in records}
    if len(records) > 1:
        return kinds.pop().value if len(kinds) == 1 else ENTRY
    record = records[0]
    if isinstance(record, Moment):
        return record.cues[0]
    return record.called if isinstance(record, CareEvent) else kind_of(record).value
