"""A diary of some days, and a page whose worker is drained by hand."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from bonddiary.ui.jobs import Jobs
from bonddiary.ui.pages.report.page import ReportPage
from bonddiary.ui.pages.report.presenter import ReportPresenter
from bonddiary.ui.pages.report.state import Act, Preview, ReportState
from bonddiary.ui.session import Session
from bonddiary.ui.theme.theme import Theme
from tests.builders import moment, response_keys, when
from tests.ui.report.hands import settle
from tests.ui.report.made import Asked, Queue

NOTED, PRIVATE, UNSAID = (f"01a1e000-0000-7000-8000-0000000000{n}" for n in ("a1", "a2", "a3"))
"""Ids of moments: one with a note, a private one with a note, one with a response that is kept private."""


@pytest.fixture
def queue() -> Queue:
    return Queue()


@pytest.fixture
def asked() -> Asked:
    return Asked()


@pytest.fixture
def logged(robin: Session) -> Session:
    """Robin with entries on four days, up to today."""
    moments = [moment(at=when(f"2026-11-{day}T10:00")) for day in (13, 14, 16)]
    private = next(each.key for each in robin.catalog.responses.values() if each.private)
    robin.diary.bring_in(
        (
            *moments,
            moment(NOTED, at=when("2026-11-15T09:00"), note="After a bath."),
            moment(PRIVATE, at=when("2026-11-15T10:00"), note="A secret.", private=True),
            moment(UNSAID, at=when("2026-11-15T11:00"), note="Another.", responses=response_keys(private)),
        ),
        "test",
    )
    return robin


class Desk:
    """A presenter, and all that it said."""

    def __init__(self, session: Session, queue: Queue, asked: Asked) -> None:
        self.session, self.queue, self.asked = session, queue, asked
        self.shown: list[ReportState] = []
        self.given: list[tuple[Act, Preview]] = []
        self.jobs = Jobs(None, queue)
        self.presenter = ReportPresenter(
            session,
            self.jobs,
            self.shown.append,
            lambda act, page: self.given.append((act, page)),
            asked.makers(),
        )
        session.diary_changed.connect(self.presenter.on_change)
        session.baby_changed.connect(self.presenter.change_baby)

    @property
    def state(self) -> ReportState:
        return self.presenter.state

    def enter(self) -> "Desk":
        self.presenter.enter()
        self.queue.drain()
        return self


@pytest.fixture
def desk(logged: Session, queue: Queue, asked: Asked) -> Desk:
    """The page of Robin's days, entered and drawn."""
    return Desk(logged, queue, asked).enter()


@pytest.fixture
def new_desk(queue: Queue, asked: Asked) -> Callable[[Session], Desk]:
    """A page for a session, as after a start."""
    return lambda session: Desk(session, queue, asked)


@pytest.fixture
def page(qtbot: QtBot, logged: Session, theme: Theme, queue: Queue, asked: Asked) -> ReportPage:
    """Shown, with its preview made."""
    made = ReportPage(logged, theme, queue, asked.makers())
    qtbot.addWidget(made)
    theme.wear()
    made.resize(1096, 720)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.enter()
    settle(queue)
    return made
