"""When a deleted entry is erased for good, and what of the history goes with it.

A clock may be wrong by years: after a flat battery, or because somebody set it. So two things must agree. The clock says
that the deletion is 30 days ago, and the diary itself has counted 30 days since it first saw the entry deleted. It counts
from opening to opening; time that runs backwards counts for nothing, and one gap for 7 days at most. A clock that leaps
therefore erases nothing young. A family that comes back after months waits a little longer than 30 days.
"""

from collections.abc import Collection, Mapping
from dataclasses import replace

from bonddiary.diary.commands import Write
from bonddiary.domain.note_version import NoteVersion
from bonddiary.domain.records import Record, Ref
from bonddiary.domain.when import When
from bonddiary.store import erasing, lists, taking_out
from bonddiary.store.database import Database

DAY = 24 * 60 * 60
KEPT = 30 * DAY
"""In seconds: how long a deleted entry can be brought back, at least."""
LONGEST_GAP = 7 * DAY
MICROSECONDS = 1_000_000
AT_ONCE = 20
"""Entries erased in one transaction: a press that comes meanwhile waits for no more than that."""


def count_on(seconds: int, clock: int | None, now: When) -> tuple[int, int]:
    """The seconds counted now, and the clock now, from those at the opening before."""
    showing = now.micros // MICROSECONDS
    gap = 0 if clock is None else showing - clock
    return seconds + min(max(gap, 0), LONGEST_GAP), showing


def due(deleted: Mapping[Ref, int], since: Mapping[str, int], seconds: int, now: When) -> list[Ref]:
    """What may be erased. `deleted`: by the clock, in µs; `since`: seconds counted when each was first seen deleted."""
    before = now.micros - KEPT * MICROSECONDS
    return [
        ref for ref, at in deleted.items() if at < before and seconds - since.get(ref.id, seconds) >= KEPT
    ]


def without(command: str, refs: Collection[Ref]) -> str | None:
    """A step of the history without these entries and their earlier notes; None where nothing is left of it."""
    step, ids = Write.from_text(command), {ref.id for ref in refs}
    notes = {record.id for record in step.put if isinstance(record, NoteVersion) and record.entry in ids}
    left = replace(
        step,
        put=tuple(record for record in step.put if not _is_of(record, ids)),
        remove=tuple(ref for ref in step.remove if ref.id not in ids | notes),
    )
    return left.as_text() if left.put or left.remove else None


def _is_of(record: Record, ids: Collection[str]) -> bool:
    return record.id in ids or (isinstance(record, NoteVersion) and record.entry in ids)


class Erasing:
    """Erases in small transactions. Each method says what is gone, and whether there is more to erase."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def erase_before(self, before: When) -> tuple[list[Ref], bool]:
        """What was deleted before then by the clock, the oldest deletion first."""
        with self._database.write() as connection:
            refs = erasing.deleted_before(connection, before.micros, AT_ONCE)
            erasing.erase(connection, refs, lambda command: without(command, refs))
        return refs, len(refs) == AT_ONCE

    def erase_due(self, now: When) -> tuple[list[Ref], bool]:
        """What was deleted long enough ago. Packs the file too, where an erasing for good was cut off before that."""
        self._pack()
        with self._database.read() as connection:
            deleted = erasing.all_deleted(connection)
            since = erasing.gone_since(connection)
            told = erasing.counted(connection)
        if not deleted and not since:
            return [], False  # nothing to count for: nothing is written
        seconds, clock = count_on(*told, now)
        ids = {ref.id for ref in deleted}
        found = due(deleted, since, seconds, now)
        with self._database.write() as connection:
            there = erasing.all_deleted(connection)  # another program may have brought one back meanwhile
            refs = [ref for ref in found[:AT_ONCE] if ref in there]
            erasing.set_counted(connection, seconds, clock)
            erasing.set_gone_since(connection, ids - since.keys(), seconds, since.keys() - ids)
            erasing.erase(connection, refs, lambda command: without(command, refs))
        return refs, len(found) > AT_ONCE

    def _pack(self) -> None:
        with self._database.read() as connection:
            waits = lists.fact(connection, taking_out.TO_PACK) is not None
        if waits:
            with self._database.read() as connection:
                driver = connection.connection.driver_connection
                assert driver is not None
                taking_out.pack(driver)
