"""What is left out or private leaves no trace: the page is the one of a diary that never held it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bonddiary.analysis.coverage import days_touched
from bonddiary.domain.board import OwnWord, WordKind
from bonddiary.domain.care import CareEvent, CareKind
from bonddiary.domain.errors import TooLittleLogged
from bonddiary.domain.ids import CarerId, CueKey, OutcomeKey, WordId
from bonddiary.domain.moment import Moment
from bonddiary.report.document import ReportDocument
from bonddiary.report.request import USUAL, Section
from tests import builders
from tests.report.made import PERIOD, everything, fed, noted, page, records, small_diary, texts

SECRET = "Zebra crossing"
OWN = OwnWord(id=WordId("01a1e000-0000-7000-8000-0000000000d1"), kind=WordKind.CUE, name="Quagga face")
CUES = ("rooting", "cry-fuss", "smile", "yawning", "cry-inconsolable", OWN.id)
TRIED = ("feed-responsive", "hold", "carry-walk", "safe-break", "could-not")
PRIVATE = {"safe-break", "could-not"}
NEXT = ("", "settled", "partly", "same", "more-upset", "asleep", "carried-on", "unknown", "passed")
first = datetime.combine(PERIOD.before().first, datetime.min.time())


@st.composite
def moments(draw: st.DrawFn) -> Moment:
    """Any moment of the page's days or of as many before, with a note that gives it away."""
    at = builders.when((first + timedelta(minutes=draw(st.integers(0, 28 * 24 * 60 - 300)))).isoformat())
    lasting = draw(st.sampled_from((None, 5, 40, 200)))
    return builders.moment(
        id=draw(st.uuids(version=4).map(str)),
        at=at,
        until=None if lasting is None else at.shifted(timedelta(minutes=lasting)),
        entered=at.shifted(timedelta(hours=draw(st.integers(0, 30)))),
        cues=tuple(map(CueKey, draw(st.lists(st.sampled_from(CUES), min_size=1, max_size=2, unique=True)))),
        responses=builders.response_keys(
            *(f"r-{key}" for key in draw(st.lists(st.sampled_from(TRIED), max_size=2, unique=True)))
        ),
        outcome=OutcomeKey(f"out-{then}") if (then := draw(st.sampled_from(NEXT))) else None,
        note=SECRET,
        private=draw(st.booleans()),
        about=draw(st.booleans()),
    )


@st.composite
def cares(draw: st.DrawFn) -> CareEvent:
    """Any feed, sleep or nappy."""
    at = builders.when((first + timedelta(minutes=draw(st.integers(0, 28 * 24 * 60 - 700)))).isoformat())
    return builders.care(
        id=draw(st.uuids(version=4).map(str)),
        kind=draw(st.sampled_from((CareKind.FEED, CareKind.SLEEP, CareKind.NAPPY, CareKind.MEDICINE))),
        at=at,
        until=at.shifted(timedelta(minutes=draw(st.integers(0, 600)))),
        entered=at,
        note=SECRET,
    )


FIXED = small_diary()
"""The same ids every time."""
secrets = st.lists(moments() | cares(), max_size=6, unique_by=lambda each: each.id)


def made(entries: tuple[object, ...], **asked: object) -> ReportDocument:
    """A page of these, with everything on it and every note chosen."""
    ids = frozenset(each.id for each in entries if isinstance(each, Moment | CareEvent))
    return page(records(*entries, words=(OWN,)), **everything(notes=ids, **asked))


def is_private(entry: Moment | CareEvent) -> bool:
    """As a parent, or content, says it."""
    if isinstance(entry, CareEvent):
        return False
    return entry.private or any(key.removeprefix("r-") in PRIVATE for key in entry.responses)


@settings(deadline=None, max_examples=60)
@given(secrets)
def test_private_entries_leave_no_trace(found: list[Moment | CareEvent]) -> None:
    hidden = [entry for entry in found if is_private(entry)]
    shown = made((*FIXED, *hidden))
    assert shown == made(FIXED)
    assert not [text for text in texts(shown) if SECRET in text or OWN.name in text]


@settings(deadline=None, max_examples=60)
@given(secrets)
def test_entries_left_out_one_by_one_leave_no_trace(found: list[Moment | CareEvent]) -> None:
    shown = made((*FIXED, *found), without=frozenset(entry.id for entry in found))
    assert shown == made(FIXED)
    ids = {entry.id for entry in found}
    assert not [text for text in texts(shown) if SECRET in text or any(id in text for id in ids)]


@settings(deadline=None, max_examples=40)
@given(secrets)
def test_deleted_entries_leave_no_trace(found: list[Moment | CareEvent]) -> None:
    gone = [replace(entry, deleted=datetime(2026, 11, 16, tzinfo=UTC)) for entry in found]
    assert made((*FIXED, *gone)) == made(FIXED)


@settings(deadline=None, max_examples=40)
@given(secrets, st.sets(st.sampled_from(list(PERIOD)), max_size=3))
def test_a_day_left_out_takes_all_that_touches_it_along(
    found: list[Moment | CareEvent], days: set[date]
) -> None:
    every = (*FIXED, *found)
    apart = tuple(
        entry
        for entry in every
        if not (isinstance(entry, Moment | CareEvent) and days & set(days_touched(entry)))
    )
    try:
        without = made(apart, without_days=frozenset(days))
    except TooLittleLogged as error:
        with pytest.raises(TooLittleLogged, match=str(error)):
            made(every, without_days=frozenset(days))
        return
    shown = made(every, without_days=frozenset(days))
    assert shown == without
    assert not days & {date.fromisoformat(row[0]) for row in shown.rows.rows if shown.rows}  # type: ignore[union-attr]


@settings(deadline=None, max_examples=20)
@given(secrets, st.randoms(use_true_random=False))
def test_the_same_entries_in_any_order_give_the_same_page(
    found: list[Moment | CareEvent], dice: Random
) -> None:
    every = [*FIXED, *found]
    shuffled = dice.sample(every, len(every))
    assert made(tuple(every)) == made(tuple(shuffled))


def test_a_day_that_is_left_out_is_said_and_counted_out() -> None:
    shown = page(without_days=frozenset({date(2026, 11, 4), date(2026, 10, 1)}))
    assert shown.logged[0] == "On 3 of 13 days something was logged: 10 moments."
    assert "1 day left out of this page." in shown.logged
    assert "Days that were left out look like days that nobody logged." in shown.blocks[-2].small  # type: ignore[union-attr]


def test_a_private_note_is_never_printed_even_if_it_was_chosen() -> None:
    hidden = noted("03T12:00", note=SECRET, private=True)
    shown = made((*FIXED, hidden))
    assert shown.inside == made(FIXED).inside
    assert SECRET not in " ".join(texts(shown))


def test_notes_need_their_part_and_their_choice() -> None:
    one = noted("03T12:00", note="After a\nwalk.")
    found = records(*FIXED, one)
    chosen = frozenset({one.id})
    assert "walk" not in " ".join(texts(page(found, notes=chosen)))
    assert "walk" not in " ".join(texts(page(found, **everything())))
    shown = page(found, **everything(notes=chosen))
    notes = [block for block in shown.blocks if block.heading == "Notes"]
    assert notes[0].items == ("Tuesday 3 November, noon: After a walk.",)  # type: ignore[union-attr]
    assert shown.inside == "In it: 14 moments and 4 care events. 1 note. People hidden."
    assert [row[-1] for row in shown.rows.rows if row[-1]] == ["After a\nwalk."]  # type: ignore[union-attr]


def test_care_that_no_part_shows_is_in_no_row() -> None:
    found = records(*FIXED, fed("05T13:00", 10, CareKind.BATH, note="Splash"))
    for shown in (page(found), page(found, **everything())):
        assert not {"Medicine", "Bath"} & {row[3] for row in shown.rows.rows}  # type: ignore[union-attr]
    assert "Nappy" not in {row[3] for row in page(found).rows.rows}  # type: ignore[union-attr]


def test_a_chosen_note_of_any_care_event_is_printed_and_its_entry_counted() -> None:
    bath = fed("05T13:00", 10, CareKind.BATH, note="Splash")
    shown = page(records(*FIXED, bath), sections=USUAL | {Section.NOTES}, notes=frozenset({bath.id}))
    notes = next(block for block in shown.blocks if block.section is Section.NOTES)
    assert notes.items == ("Thursday 5 November, 1pm: Splash",)  # type: ignore[union-attr]
    assert shown.inside == "In it: 13 moments and 4 care events. 1 note. People hidden."
    assert ("Bath", "Splash") in {(row[3], row[-1]) for row in shown.rows.rows}  # type: ignore[union-attr]


def test_people_and_details_of_feeds_are_shown_where_asked_for_alone() -> None:
    plain = " ".join(texts(page()))
    assert "Sam" not in plain
    assert "bottle" not in plain.replace("with a bottle", "")
    assert "Sam" in " ".join(texts(page(carers=True)))


def test_whoever_noted_left_out_entries_alone_is_not_named() -> None:
    other = builders.carer("Alex")
    hidden = noted("03T12:00", carer=CarerId(other.id), private=True)
    found = records(*FIXED, hidden)
    shown = page(replace(found, carers=(*found.carers, other)), carers=True)
    assert "Alex" not in " ".join(texts(shown))
    assert "Sam" in " ".join(texts(shown))


@pytest.mark.parametrize("days", [0, 1, 2])
def test_too_little_is_said_kindly(days: int) -> None:
    found = [noted(f"{3 + day:02}T09:00") for day in range(days)]
    found += [noted(f"{6 + day:02}T09:00", private=True) for day in range(3)]
    with pytest.raises(TooLittleLogged) as told:
        page(records(moments=tuple(found), care=(), marks=()))
    counted = "1 day" if days == 1 else f"{days} days"
    assert str(told.value) == (
        f"You have logged {counted} of these so far. The page works from 3 days. "
        "Or print a blank sheet to fill in by hand."
    )


def test_ids_are_in_no_text() -> None:
    ids = {entry.id for entry in FIXED if isinstance(entry, Moment | CareEvent)}
    said = " ".join(texts(made(FIXED)))
    assert not [id for id in ids if id in said]
