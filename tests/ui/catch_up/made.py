"""What tests of Catch up ask and do."""

from datetime import date

from bonddiary.domain.care import CareEvent
from bonddiary.domain.moment import Moment
from bonddiary.domain.period import Period
from bonddiary.ui.pages.catch_up.presenter import CatchUpPresenter
from bonddiary.ui.session import Session
from tests.builders import ROBIN, when

NIGHTS = Period(date(2026, 11, 1), date(2026, 11, 30))


def entries(session: Session) -> list[Moment | CareEvent]:
    found = [*session.diary.moments(ROBIN.id, NIGHTS), *session.diary.care(ROBIN.id, NIGHTS)]
    return sorted(found, key=lambda each: each.at.utc)


def at(presenter: CatchUpPresenter, text: str) -> int:
    """The step at a time such as 01:40."""
    days = ("2026-11-15", "2026-11-16") if presenter.state.hours.night else ("2026-11-16",)
    steps = [presenter.state.hours.step_of(when(f"{day}T{text}")) for day in days]
    return int(next(step for step in steps if 0 <= step <= presenter.state.hours.steps))


def paint(presenter: CatchUpPresenter, tool: str, start: str, end: str) -> None:
    presenter.choose(tool)
    presenter.stretch(at(presenter, start), at(presenter, end))
