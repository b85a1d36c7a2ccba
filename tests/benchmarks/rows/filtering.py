"""The first page of a filtered Timeline in a diary of a million entries, beside the same SQL by the driver alone."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlite
from sqlalchemy import event

from bonddiary.diary.diary import Diary
from bonddiary.domain.catalog import Family
from bonddiary.domain.ids import CueKey, OutcomeKey, ResponseKey
from bonddiary.store.database import Database
from bonddiary.ui.models.roles import ROW_ROLE
from bonddiary.ui.models.timeline import TimelineModel
from bonddiary.ui.pages.timeline.filters import Filters
from bonddiary.ui.pages.timeline.presenter import TimelinePresenter
from bonddiary.ui.session import Session
from tests.benchmarks.diaries import NOW, connect
from tests.benchmarks.harness import Line, alternate, timed
from tests.benchmarks.surroundings import Surroundings
from tests.builders import clock_at

ENTRIES = 1_000_000
LIMIT = 3
SCREEN = 20
"""Rows that are looked at, in a tall window."""
Asked = list[tuple[str, Any]]
"""Statements with what they are given."""


def measure(here: Surroundings) -> list[Line]:
    """From choosing the filters to the first page, with the rows of a screen as they are asked for to be drawn."""
    path = here.diaries.copy(ENTRIES)
    give_notes(path)
    database = Database(path)
    diary = Diary(database, clock_at(NOW))
    session = here.session(lambda: diary)
    session.open()
    lines = [_line(here, session, database, path, name, choose) for name, choose in _cases(here)]
    session.close()
    return lines


def give_notes(path: Path) -> None:
    """Notes and remembered times for one entry in nine."""
    with closing(connect(path)) as connection:
        connection.execute("UPDATE moment SET note = 'after the bath', about = 1 WHERE rowid % 9 = 0")


def _cases(here: Surroundings) -> list[tuple[str, dict[str, Any]]]:
    response = next(key for key, each in here.catalog.responses.items() if not each.retired)
    outcome = next(iter(here.catalog.outcomes))
    cue = here.catalog.of_family(Family.FACE)[0].key
    return [
        (
            "a family and an outcome",
            {"family": Family.CRYING, "filters": Filters(outcome=OutcomeKey(outcome))},
        ),
        ("one cue with a note", {"cue": CueKey(cue), "filters": Filters(noted=True)}),
        (
            "a response, about times",
            {"filters": Filters(tried=ResponseKey(response), about=True)},
        ),
        ("words, nothing recorded", {"text": "bath", "filters": Filters(no_outcome=True)}),
        ("words of a cue, with a note", {"text": "vomit", "filters": Filters(noted=True)}),
        ("4 weeks", {"filters": Filters(weeks=4)}),
    ]


def _line(
    here: Surroundings, session: Session, database: Database, path: Path, name: str, chosen: dict[str, Any]
) -> Line:
    from dataclasses import replace

    presenter, model = _desk(session)
    presenter.state = replace(presenter.state, **chosen)

    def work() -> None:
        model.start()
        for place in range(min(SCREEN, model.rowCount())):
            model.data(model.index(place), ROW_ROLE)

    with statements(database) as asked:
        work()
    with closing(connect(path)) as raw:
        found = alternate(timed("work", work), timed("floor", lambda: _ask(raw, asked)), seconds=6, least=7)
    return Line(
        work=f"Timeline filtered at {ENTRIES:,}: {name}",
        floor="the same SQL by the driver",
        works=found["work"],
        floors=found["floor"],
        limit=LIMIT,
    )


def _desk(session: Session) -> tuple[TimelinePresenter, TimelineModel]:
    def load(before: date, count: int) -> Any:
        return presenter.load(before, count)

    model = TimelineModel(load)
    presenter = TimelinePresenter(session, lambda _: None, model.start, model.show_days, model.day_of)
    return presenter, model


def _ask(raw: sqlite.Connection, asked: Asked) -> None:
    for text, given in asked:
        raw.execute(text, given).fetchall()


@contextmanager
def statements(database: Database) -> Iterator[Asked]:
    """Notes every statement that is asked meanwhile."""
    asked: Asked = []

    def note(_c: Any, _cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
        if statement.startswith("SELECT"):  # the driver alone needs no transaction to read
            asked.append((statement, parameters))

    listen: Callable[..., object] = note
    event.listen(database._engine, "before_cursor_execute", listen)
    try:
        yield asked
    finally:
        event.remove(database._engine, "before_cursor_execute", listen)
