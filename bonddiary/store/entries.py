"""Queries for moments and care events: by column, not entity by entity."""

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Table, Text, and_, cast, func, select

from bonddiary.domain.care import CareEvent
from bonddiary.domain.ids import BabyId, CueKey, ResponseKey
from bonddiary.domain.moment import Moment
from bonddiary.domain.period import Period
from bonddiary.domain.records import Kind, Ref
from bonddiary.domain.search import Search
from bonddiary.domain.unread import Unread
from bonddiary.domain.when import EPOCH, When
from bonddiary.store.faults import DAMAGED
from bonddiary.store.finding import CARE, MOMENT, Condition, care_matches, moment_matches
from bonddiary.store.mapping import columns_of, read_keys, to_care, to_moment
from bonddiary.store.rows import MomentCueRow, MomentResponseRow

E = TypeVar("E")
Lost = list[Unread]
"""Where entries go that can't be read: they never keep others from being shown."""


def moments(
    connection: Connection,
    baby: BabyId,
    period: Period,
    search: Search | None = None,
    lost: Lost | None = None,
) -> tuple[Moment, ...]:
    """The baby's moments that began in the period, oldest first, without deleted ones."""
    condition = and_(_present(MOMENT, baby), _on_days(MOMENT, period), *moment_matches(search, few=True))
    return _moments(connection, condition, lost)


def count(connection: Connection) -> int:
    """How many moments and care events there are, of every baby, without deleted ones."""
    counted = [select(func.count()).where(table.c.deleted.is_(None)) for table in (MOMENT, CARE)]
    return sum(int(connection.execute(query).scalar_one()) for query in counted)


def moments_since(connection: Connection, baby: BabyId, since: When) -> tuple[Moment, ...]:
    """The baby's moments from this instant on, oldest first."""
    days = Period(
        since.day - timedelta(days=1), date.max
    )  # a day of grace for travel, so that the index is used
    return _moments(
        connection, and_(_present(MOMENT, baby), _on_days(MOMENT, days), MOMENT.c.at >= since.micros)
    )


def care(
    connection: Connection,
    baby: BabyId,
    period: Period,
    search: Search | None = None,
    lost: Lost | None = None,
) -> tuple[CareEvent, ...]:
    """The baby's care events that touch the period, oldest first: also those that began the day before."""
    reach = Period(period.first - timedelta(days=1), period.last) if search is None else period
    condition = and_(_present(CARE, baby), _on_days(CARE, reach), *care_matches(search))
    query = select(*columns_of(Kind.CARE)).where(condition).order_by(CARE.c.at, CARE.c.id)
    events = _readable(Kind.CARE, connection.execute(query).all(), to_care, lost)
    first = period.first
    return tuple(event for event in events if event.at.day >= first or (event.until or event.at).day >= first)


def days_with_entries(
    connection: Connection, baby: BabyId, before: date, count: int, search: Search
) -> list[date]:
    """The newest `count` days before a day that hold matching entries, newest first."""
    found: set[str] = set()
    for table, matches in _asked(search):
        condition = and_(_present(table, baby), table.c.day < before.isoformat(), *matches)
        query = select(table.c.day).where(condition).distinct().order_by(table.c.day.desc()).limit(count)
        found.update(connection.execute(query).scalars())
    return [date.fromisoformat(day) for day in sorted(found, reverse=True)[:count]]


def day_from(connection: Connection, baby: BabyId, day: date, search: Search) -> date | None:
    """The first day from this one on that holds matching entries."""
    found: list[str] = []
    for table, matches in _asked(search):
        condition = and_(_present(table, baby), table.c.day >= day.isoformat(), *matches)
        query = select(table.c.day).where(condition).order_by(table.c.day).limit(1)
        found += connection.execute(query).scalars()
    return min(map(date.fromisoformat, found), default=None)


def deleted(connection: Connection, baby: BabyId) -> list[Moment | CareEvent]:
    """What of the baby is in Recently deleted, the newest deletion first."""
    gone = [and_(table.c.baby == baby, table.c.deleted.is_not(None)) for table in (MOMENT, CARE)]
    rows = connection.execute(select(*columns_of(Kind.CARE)).where(gone[1])).all()
    found: list[Moment | CareEvent] = [*_moments(connection, gone[0])]
    found += _readable(Kind.CARE, rows, to_care, None)
    return sorted(found, key=lambda entry: (entry.deleted or EPOCH, entry.at.utc, entry.id), reverse=True)


def _asked(search: Search) -> list[tuple[Table, Iterable[Condition]]]:
    """The tables that may hold what is looked for, with what their rows must meet."""
    asked: list[tuple[Table, Iterable[Condition]]] = [(MOMENT, moment_matches(search, few=False))]
    if search.care_too:
        asked.append((CARE, care_matches(search)))
    return asked


def cue_uses(connection: Connection, baby: BabyId, since: When) -> list[tuple[CueKey, int, int]]:
    """Each cue noted since then: its key, microseconds since 1970 in UTC, UTC offset in seconds."""
    day = (since.day - timedelta(days=1)).isoformat()
    query = (
        select(MomentCueRow.cue, MOMENT.c.at, MOMENT.c.at_offset)
        .join_from(MOMENT, MomentCueRow.__table__, MOMENT.c.id == MomentCueRow.moment)
        .where(_present(MOMENT, baby), MOMENT.c.day >= day, MOMENT.c.at >= since.micros)
    )
    return [(CueKey(cue), at, offset) for cue, at, offset in connection.execute(query)]


def responses_after(
    connection: Connection, baby: BabyId, cue: CueKey, reach: int = 200
) -> tuple[ResponseKey, ...]:
    """Responses noted in the newest `reach` moments with this cue, those used most first."""
    newest = (
        select(MOMENT.c.id)
        .join(MomentCueRow, MomentCueRow.moment == MOMENT.c.id)
        .where(MomentCueRow.cue == cue, _present(MOMENT, baby))
        .order_by(MomentCueRow.moment.desc())
        .limit(reach)
        .subquery()
    )
    uses = func.count()
    query = (
        select(MomentResponseRow.response)
        .join(newest, newest.c.id == MomentResponseRow.moment)
        .group_by(MomentResponseRow.response)
        .order_by(uses.desc(), MomentResponseRow.response)
    )
    return tuple(map(ResponseKey, connection.execute(query).scalars()))


def count_of_cue(connection: Connection, baby: BabyId, cue: CueKey, period: Period | None) -> int:
    """How many moments with this cue the diary holds, ever or in a period."""
    query = (
        select(func.count())
        .select_from(MomentCueRow)
        .join(MOMENT, MOMENT.c.id == MomentCueRow.moment)
        .where(MomentCueRow.cue == cue, _present(MOMENT, baby))
    )
    return connection.execute(query if period is None else query.where(_on_days(MOMENT, period))).scalar_one()


def first_day(connection: Connection, baby: BabyId) -> date | None:
    """The day of the oldest entry, or None in an empty diary."""
    days = [
        connection.execute(select(func.min(t.c.day)).where(_present(t, baby))).scalar()
        for t in (MOMENT, CARE)
    ]
    return min((date.fromisoformat(day) for day in days if day is not None), default=None)


def last_day(connection: Connection, baby: BabyId) -> date | None:
    """The day of the newest entry, or None in an empty diary."""
    days = [
        connection.execute(select(func.max(t.c.day)).where(_present(t, baby))).scalar()
        for t in (MOMENT, CARE)
    ]
    return max((date.fromisoformat(day) for day in days if day is not None), default=None)


def source_keys(connection: Connection, provider: str) -> frozenset[str]:
    """Keys of every row brought in from this provider, deleted ones too: a deleted row doesn't come back."""
    queries = (select(t.c.source_key).where(t.c.source_provider == provider) for t in (MOMENT, CARE))
    return frozenset(key for query in queries for key in connection.execute(query).scalars())


def _moments(connection: Connection, condition: Condition, lost: Lost | None = None) -> tuple[Moment, ...]:
    query = select(*columns_of(Kind.MOMENT), *_keys()).where(condition).order_by(MOMENT.c.at, MOMENT.c.id)

    def read(row: Any) -> Moment:
        return to_moment(row, read_keys(row[-2]), read_keys(row[-1]))

    return tuple(_readable(Kind.MOMENT, connection.execute(query).all(), read, lost))


@cache
def _keys() -> tuple[ColumnElement[str], ColumnElement[str]]:
    """A moment's cues and responses in their order, each as one value beside its row: a JSON list."""
    return _listed(MomentCueRow.cue, MomentCueRow), _listed(MomentResponseRow.response, MomentResponseRow)


def _listed(key: Any, of: type[MomentCueRow | MomentResponseRow]) -> ColumnElement[str]:
    ordered = select(cast(key, Text).label("key")).where(of.moment == MOMENT.c.id).order_by(of.place)
    return select(func.json_group_array(ordered.correlate(MOMENT).subquery().c.key)).scalar_subquery()


def _readable(kind: Kind, rows: Iterable[Any], read: Callable[[Any], E], lost: Lost | None) -> list[E]:
    """The rows that can be read. A damaged one is told of where somebody asks, and hides none of the others."""
    found = []
    for row in rows:
        try:
            found.append(read(row))
        except DAMAGED:
            if lost is not None:
                lost.append(Unread(Ref(kind, row.id), _about_when(row)))
    return found


def _about_when(row: Any) -> When:
    try:
        return When.from_micros(row.at, row.at_offset, row.at_zone)
    except DAMAGED:
        return When(datetime.combine(date.fromisoformat(row.day), time(), UTC), 0, "UTC")


def _present(table: Table, baby: BabyId) -> Condition:
    return and_(table.c.baby == baby, table.c.deleted.is_(None))


def _on_days(table: Table, period: Period) -> Condition:
    return table.c.day.between(period.first.isoformat(), period.last.isoformat())
