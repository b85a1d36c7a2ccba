"""Works out what the page shows from what the diary holds."""

from collections.abc import Sequence
from dataclasses import replace

from bonddiary.analysis.hours import STEP, clock_change_words, clock_words, hours_words
from bonddiary.analysis.overlaps import Overlap
from bonddiary.analysis.ruler import here_words, ruled
from bonddiary.domain import wording
from bonddiary.domain.care import DayMarkKind
from bonddiary.domain.when import When
from bonddiary.ui.pages.catch_up.keeping import Keeper
from bonddiary.ui.pages.catch_up.rows import crying_times, stretch_words
from bonddiary.ui.pages.catch_up.state import EMPTY, EMPTY_DAY, CatchUpState, OverlapLine
from bonddiary.ui.pages.catch_up.tools import Tool
from bonddiary.ui.pages.catch_up.typed import Typing
from bonddiary.ui.session import Session


def shown(
    state: CatchUpState,
    keeper: Keeper,
    typing: Typing,
    pairs: Sequence[Overlap],
    session: Session,
) -> CatchUpState:
    """The state with everything that follows from the entries, the hours and the time."""
    hours, baby, now = state.hours, session.baby, session.clock()
    mark = session.mark_of(baby.id) if baby is not None else None
    unborn = session.before_birth(baby.id) if baby is not None else ""
    entries = keeper.held.within(hours)
    whole = {day for day, kind in keeper.held.marks if kind is DayMarkKind.WHOLE_DAY}
    drawn = ruled(keeper.held.entries, hours, now, keeper.names, whole)
    past = max(0, hours.past(now))
    cursor = min(state.cursor, past)
    some = bool(entries) or typing.adding is not None
    state = replace(
        state,
        title=hours_words(hours, now),
        baby=mark.name if mark is not None else (baby.nickname or "Your baby") if baby else "",
        mark=mark,
        clocks=clock_change_words(hours),
        cursor=cursor,
        past=past,
        now=(now.utc - hours.start.utc) / STEP,
        ruled=drawn,
        here=here_words(drawn, hours, cursor),
        hint=hint(state.chosen, None if state.anchor is None else hours.at(state.anchor)),
        rows=typing.rows(entries),
        overlaps=tuple(_line(pair, keeper) for pair in pairs),
        empty="" if some else unborn or (EMPTY if hours.night else EMPTY_DAY),
        problem=keeper.problem,
        unsaved=bool(keeper.waiting),
    )
    return _with_marks(state, keeper)


def hint(tool: Tool | None, begun: When | None) -> str:
    """What comes next."""
    if tool is None:
        return ""
    if not tool.lasting:
        return "Now choose its time."
    if begun is None:
        return "Now choose its start, or drag from start to end."
    return f"{tool.name} from {clock_words(begun)}. Now choose its end."


def refusal(keeper: Keeper, state: CatchUpState) -> str:
    """Why "No crying seen" can't be said of the day; blank where it can."""
    crying = keeper.held.crying_on(state.hours.day, keeper.names)
    if not crying:
        return ""
    day = wording.weekday(state.hours.day)
    return f"Crying is noted on {day}, at {crying_times(crying)}. Nothing was changed."


def _line(pair: Overlap, keeper: Keeper) -> OverlapLine:
    one, two = (stretch_words(each, keeper.names) for each in (pair.first, pair.second))
    return OverlapLine(pair.key, f"These overlap: {one} and {two}", pair.joinable, pair.trimmable)


def _with_marks(state: CatchUpState, keeper: Keeper) -> CatchUpState:
    day = state.hours.day
    name = wording.weekday(day)
    none = keeper.held.marked(day, DayMarkKind.NO_CRYING)
    crying = keeper.held.crying_on(day, keeper.names) if none else []
    both = (
        f"“No crying seen” is on, and crying is noted at {crying_times(crying)}. You may want to change one."
    )
    return replace(
        state,
        whole_words=f"I logged the whole day for {name}",
        whole_day=keeper.held.marked(day, DayMarkKind.WHOLE_DAY),
        no_crying_words=f"No crying seen on {name}",
        no_crying=none,
        no_crying_problem=both if crying else state.no_crying_problem,
    )
