"""A file brought in twice adds nothing, what was deleted stays deleted, and nothing refers to nothing."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from bonddiary.domain.baby import Baby, Carer
from bonddiary.domain.care import CareEvent
from bonddiary.domain.ids import CarerId, new_id
from bonddiary.domain.records import Kind, Record, kind_of
from bonddiary.domain.timer import TimerKind
from bonddiary.domain.tip_choice import Kept
from bonddiary.exchange.plan import plan_import
from bonddiary.exchange.spec import Reading
from tests.builders import ROBIN, day_mark, timer, tip_choice
from tests.exchange.reading_context import BABY, events, read_row, read_rows
from tests.strategies import diaries, records

ROWS = [f"6/{day}/20 7:47 PM,,,Sleep,,,slept,,A" for day in (25, 26, 26, 27)]


def reading_of(*records: Record) -> Reading:
    return Reading(records=records, lines=tuple(range(2, len(records) + 2)))


def keys_of(reading: Reading) -> set[str]:
    return {event.source.key for event in events(reading) if event.source}


def test_a_second_import_adds_nothing() -> None:
    first = read_rows(*ROWS)
    assert len(plan_import(first, (), {BABY}).new) == 4
    plan = plan_import(read_rows(*reversed(ROWS)), keys_of(first), {BABY})
    assert (plan.new, plan.already_here, plan.skipped) == ((), 4, ())


def test_a_longer_export_of_the_same_diary_adds_only_what_is_new() -> None:
    plan = plan_import(
        read_rows(*ROWS, ROWS[1], "6/28/20 7:47 PM,,,Sleep,,,slept,,A"), keys_of(read_rows(*ROWS)), {BABY}
    )
    assert (len(plan.new), plan.already_here, plan.rows) == (2, 4, 6)


def test_a_deleted_row_does_not_come_back() -> None:
    reading = read_rows(*ROWS)
    plan = plan_import(reading, keys_of(reading), {BABY})  # the keys stay known when entries are deleted
    assert plan.new == ()


def test_keys_differ_between_babies() -> None:
    event = read_row(ROWS[0])
    assert event.source is not None
    assert event.source.key.endswith("-1")


def test_a_record_is_known_by_its_id() -> None:
    baby = Baby(id=BABY)
    assert plan_import(reading_of(baby), (), {BABY}).already_here == 1
    plan = plan_import(reading_of(baby, replace(baby, nickname="twice")), (), ())
    assert plan.new == (baby,)
    assert (plan.skipped[0].line, plan.skipped[0].row) == (3, f"baby {BABY}")


def test_an_entry_without_its_baby_is_skipped_and_one_without_its_carer_comes_in() -> None:
    event = replace(read_row(ROWS[0]), carer=CarerId(new_id()))
    assert "neither in the file" in plan_import(reading_of(event), (), ()).skipped[0].reason
    plan = plan_import(reading_of(event), (), {BABY})
    (kept,) = plan.new
    assert isinstance(kept, CareEvent)
    assert kept.carer is None
    assert "carer or visit" in plan.notes[0]
    known = plan_import(reading_of(event, Carer(id=event.carer or CarerId(""), label="Sam")), (), {BABY})
    assert event in known.new


def test_what_is_said_twice_in_a_file_comes_in_once() -> None:
    saved, hidden = tip_choice("a"), tip_choice("a", Kept.HIDDEN)
    mark, again = day_mark(), day_mark()
    runs, beside, another = timer(), timer(), timer(TimerKind.FEED)
    found = reading_of(ROBIN, saved, hidden, tip_choice("b"), mark, again, runs, beside, another)
    plan = plan_import(found, (), ())
    assert [record.id for record in plan.new[:2]] == [ROBIN.id, saved.id]
    assert (len(plan.new), [row.line for row in plan.skipped]) == (6, [4, 7, 9])
    assert all("twice" in row.reason for row in plan.skipped)


@given(st.lists(records(), max_size=8))
def test_every_row_is_new_known_or_skipped(found: list[Record]) -> None:
    assert plan_import(reading_of(*found), (), ()).rows == len(found)


@settings(max_examples=settings().max_examples // 3)  # whole diaries take long to make up
@given(diaries(), st.randoms())
def test_a_whole_diary_comes_in_whole_and_in_order(diary: tuple[Record, ...], random: object) -> None:
    shuffled = list(diary)
    getattr(random, "shuffle")(shuffled)  # noqa: B009 (hypothesis types it as object)
    plan = plan_import(reading_of(*shuffled), (), ())
    assert set(plan.new) == set(diary)
    order = [list(Kind).index(kind_of(record)) for record in plan.new]
    assert order == sorted(order)
    assert plan_import(reading_of(*shuffled), (), {record.id for record in diary}).already_here == len(diary)
