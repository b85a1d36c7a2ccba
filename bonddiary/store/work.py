"""One transaction's hands on the diary: get, put and remove whole records of any kind, in bulk."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from functools import cache
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Delete, Select, Table, bindparam, delete, insert, select, update
from sqlalchemy.dialects import sqlite
from sqlalchemy.exc import IntegrityError

from bonddiary.domain.errors import InvalidEntry
from bonddiary.domain.moment import Moment
from bonddiary.domain.records import Kind, Record, Ref, ref_to
from bonddiary.store.mapping import columns_of, table_of, to_columns, to_moment, to_record
from bonddiary.store.rows import MomentCueRow, MomentResponseRow

CHUNK = 500
"""Ids asked for in one statement; SQLite allows some 32,000 parameters."""
_ORDER = list(Kind)


class Work:
    """Reads and writes records inside the connection it is given; it never commits."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, refs: Collection[Ref]) -> dict[Ref, Record]:
        """Those of the records that the diary holds, Recently deleted ones too."""
        found: dict[Ref, Record] = {}
        for kind, group in groupby(sorted(refs), key=lambda ref: ref.kind):
            ids = [ref.id for ref in group]
            for start in range(0, len(ids), CHUNK):
                found.update(
                    (ref_to(record), record) for record in self._of_kind(kind, ids[start : start + CHUNK])
                )
        return found

    def put(self, records: Sequence[Record], known: Collection[Ref]) -> None:
        """Writes records whole: those whose refs are known are replaced, the others added.

        Raises InvalidEntry where a record names a baby, carer or visit that isn't there.
        """
        new: dict[Kind, list[Record]] = defaultdict(list)
        old: dict[Kind, list[Record]] = defaultdict(list)
        for record in records:
            ref = ref_to(record)
            (old if ref in known else new)[ref.kind].append(record)
        try:
            for kind in _ORDER:
                self._add(kind, new[kind])
                self._replace(kind, old[kind])
        except IntegrityError:
            raise InvalidEntry(
                "This can’t be saved: it belongs to a baby, carer or day that isn’t there or is taken."
            ) from None

    def remove(self, refs: Collection[Ref]) -> None:
        """Removes records without a trace. Raises InvalidEntry where others still belong to them."""
        try:
            for kind in reversed(_ORDER):
                ids = [ref.id for ref in refs if ref.kind is kind]
                if ids:
                    self._run(_deletion(table_of(kind)), [{"the_id": i} for i in ids])
        except IntegrityError:
            raise InvalidEntry("This can’t be taken away while entries belong to it.") from None

    def _of_kind(self, kind: Kind, ids: list[str]) -> Iterable[Record]:
        found = self._connection.execute(_by_id(kind), {"ids": ids})
        if kind is not Kind.MOMENT:
            return [to_record(kind, row) for row in found.mappings()]
        rows = found.all()
        cues, responses = (self._keys(table, ids) if rows else {} for table in (_CUES, _RESPONSES))
        return [to_moment(row, cues.get(row[0], ()), responses.get(row[0], ())) for row in rows]

    def _keys(self, table: Table, ids: list[str]) -> dict[str, tuple[str, ...]]:
        """The keys in order, by moment."""
        found = self._connection.execute(_keys_of(table), {"ids": ids})
        return {
            moment: tuple(key for _, key in rows) for moment, rows in groupby(found, key=lambda row: row[0])
        }

    def _add(self, kind: Kind, records: list[Record]) -> None:
        self._insert(table_of(kind), [to_columns(record) for record in records])
        if kind is Kind.MOMENT:
            self._add_keys(records)

    def _replace(self, kind: Kind, records: list[Record]) -> None:
        if not records:
            return
        table = table_of(kind)
        rows = [
            {"the_id" if name == "id" else name: value for name, value in to_columns(record).items()}
            for record in records
        ]
        self._run(update(table).where(table.c.id == bindparam("the_id")), rows)
        if kind is Kind.MOMENT:
            for keys in (_CUES, _RESPONSES):
                self._run(_deletion(keys), [{"the_id": record.id} for record in records])
            self._add_keys(records)

    def _add_keys(self, records: list[Record]) -> None:
        moments = [record for record in records if isinstance(record, Moment)]
        self._insert(_CUES, [_row(_CUES, m.id, n, cue) for m in moments for n, cue in enumerate(m.cues)])
        self._insert(
            _RESPONSES,
            [_row(_RESPONSES, m.id, n, key) for m in moments for n, key in enumerate(m.responses)],
        )

    def _insert(self, table: Table, rows: list[dict[str, Any]]) -> None:
        """Columns hold what SQLite holds, so the driver takes the rows as they are: a year comes in a third faster."""
        if rows:
            self._connection.exec_driver_sql(_insertion(table), rows)

    def _run(self, statement: Any, rows: list[dict[str, Any]]) -> None:
        if rows:
            self._connection.execute(statement, rows)


_CUES: Table = MomentCueRow.__table__  # type: ignore[assignment]  # a declared class's table is a Table
_RESPONSES: Table = MomentResponseRow.__table__  # type: ignore[assignment]


# A press waits for these. Building a statement anew takes longer than SQLite takes to do it.


@cache
def _by_id(kind: Kind) -> Select[Any]:
    return select(*columns_of(kind)).where(table_of(kind).c.id.in_(bindparam("ids", expanding=True)))


@cache
def _keys_of(table: Table) -> Select[Any]:
    return (
        select(table.c.moment, table.c[_key_column(table)])
        .where(table.c.moment.in_(bindparam("ids", expanding=True)))
        .order_by(table.c.moment, table.c.place)
    )


@cache
def _deletion(table: Table) -> Delete:
    owner = table.c.moment if table in (_CUES, _RESPONSES) else table.c.id
    return delete(table).where(owner == bindparam("the_id"))


@cache
def _insertion(table: Table) -> str:
    """INSERT of a whole row, with named parameters."""
    return str(insert(table).compile(dialect=sqlite.dialect(paramstyle="named")))


def _key_column(table: Table) -> str:
    return "cue" if table is _CUES else "response"


def _row(table: Table, moment: str, place: int, key: str) -> dict[str, Any]:
    return {"moment": moment, "place": place, _key_column(table): key}
