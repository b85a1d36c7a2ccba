"""What the file finds is what the same filter finds in Python, on diaries of every kind."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bonddiary.domain.baby import Carer
from bonddiary.domain.care import CareEvent
from bonddiary.domain.ids import CarerId, CueKey, OutcomeKey, ResponseKey
from bonddiary.domain.moment import Moment
from bonddiary.domain.period import Period
from bonddiary.domain.search import Search
from tests.builders import NOW, ROBIN, care, cue_keys, moment, with_robin

CUES, RESPONSES, OUTCOMES = (
    ("rooting", "yawning", "cooing"),
    ("r-fed", "r-wind"),
    ("out-settled", "out-partly"),
)
SAM = Carer(id=CarerId("01a1e000-0000-7000-8000-0000000000ca"), label="Sam")
FIRST = NOW.day - timedelta(days=12)

times = st.integers(0, 12 * 24 * 60).map(lambda minutes: NOW.shifted(-timedelta(minutes=minutes)))
notes = st.sampled_from(["", "", "after the bath", "BATH", "100%"])
shared = {"note": notes, "about": st.booleans(), "carer": st.sampled_from([None, SAM.id])}
moments = st.builds(
    moment,
    st.none(),
    at=times,
    cues=st.lists(st.sampled_from(CUES), min_size=1, max_size=2, unique=True).map(
        lambda keys: cue_keys(*keys)
    ),
    responses=st.lists(st.sampled_from(RESPONSES), max_size=2, unique=True).map(
        lambda keys: tuple(map(ResponseKey, keys))
    ),
    outcome=st.sampled_from([None, *map(OutcomeKey, OUTCOMES)]),
    private=st.booleans(),
    **shared,
)
events = st.builds(lambda **values: care(until=None, **values), at=times, **shared)
some_day = st.none() | st.integers(-1, 13).map(lambda days: FIRST + timedelta(days=days))
searches = st.builds(
    Search,
    text=st.sampled_from(["", "", "bath", "%"]),
    within=st.none() | st.frozensets(st.sampled_from(list(map(CueKey, CUES))), max_size=2),
    tried=st.sampled_from([None, None, *map(ResponseKey, RESPONSES)]),
    outcome=st.sampled_from([None, None, *map(OutcomeKey, OUTCOMES)]),
    no_outcome=st.booleans(),
    noted=st.booleans(),
    about=st.booleans(),
    carer=st.sampled_from([None, None, SAM.id]),
    first=some_day,
    last=some_day,
    care=st.booleans(),
)


def matches(entry: Moment | CareEvent, search: Search) -> bool:
    """The filter in Python, said once more in other words."""
    day = entry.at.day
    both = (
        search.text.lower() in entry.note.lower()
        and (entry.note or not search.noted)
        and (entry.about or not search.about)
        and (search.carer is None or entry.carer == search.carer)
        and (search.first is None or day >= search.first)
        and (search.last is None or day <= search.last)
    )
    if not both:
        return False
    if isinstance(entry, CareEvent):
        moments_alone = search.within is not None or search.tried or search.outcome or search.no_outcome
        return search.care and not moments_alone
    return (
        (search.within is None or bool(search.within & set(entry.cues)))
        and (search.tried is None or search.tried in entry.responses)
        and (search.outcome is None or entry.outcome == search.outcome)
        and (not search.no_outcome or entry.outcome is None)
    )


@settings(
    max_examples=120,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(entries=st.lists(moments | events, max_size=25), search=searches, goal=some_day)
def test_the_file_finds_what_python_finds(
    tmp_path_factory: pytest.TempPathFactory,
    entries: list[Moment | CareEvent],
    search: Search,
    goal: date | None,
) -> None:
    diary = with_robin(tmp_path_factory.mktemp("found") / "diary.db")
    try:
        diary.add(SAM)
        diary.bring_in(entries, "test")
        expected = [entry for entry in entries if matches(entry, search)]
        found, lost = diary.entries_of(ROBIN.id, Period(FIRST - timedelta(days=2), NOW.day), search)
        assert {entry.id for entry in found} == {entry.id for entry in expected}
        assert lost == []
        days = sorted({entry.at.day for entry in expected}, reverse=True)
        assert diary.days_with_entries(ROBIN.id, date.max, 5, search) == days[:5]
        wanted = goal or FIRST
        near = diary.nearest_day(ROBIN.id, wanted, search)
        assert near == min(days, key=lambda day: (abs((day - wanted).days), day), default=None)
    finally:
        diary.close()
