"""What the diary answers: entries of a period, in order of instants, without deleted ones."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bonddiary.diary.changes import Change
from bonddiary.diary.diary import Diary
from bonddiary.diary.title import Title, Verb
from bonddiary.domain.baby import Baby
from bonddiary.domain.board import BoardChoice, Pin
from bonddiary.domain.care import CareKind, DayMarkKind
from bonddiary.domain.errors import InvalidEntry, NotFound
from bonddiary.domain.ids import BabyId, CueKey, MomentId
from bonddiary.domain.moment import Moment, Source
from bonddiary.domain.period import Period
from bonddiary.domain.records import Kind, Ref, ref_to
from bonddiary.domain.search import Search
from bonddiary.domain.tip_choice import Kept, TipChoice
from bonddiary.domain.when import When
from tests import strategies
from tests.builders import (
    NOW,
    ROBIN,
    board_choice,
    care,
    cue_keys,
    everything,
    moment,
    moment_draft,
    one_of_each,
    open_at,
    pin,
    response_keys,
    tip_choice,
    when,
    with_robin,
)  # fmt: skip

SUNDAY = Period(date(2026, 11, 15), date(2026, 11, 15))


@pytest.fixture
def diary(path: Path) -> Iterator[Diary]:
    opened = open_at(path)
    yield opened
    opened.close()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "diary.db"


def test_every_kind_of_record_is_kept_whole(path: Path) -> None:
    diary = open_at(path)
    records = one_of_each()
    diary.bring_in(records, "test")
    assert everything(diary) == tuple(records)
    for record in records:
        assert diary.get(ref_to(record)) == record
        assert isinstance(record, Moment) or record in diary.all(type(record))
    diary.close()


@settings(max_examples=8)
@given(records=strategies.diaries(most=6))
def test_whatever_is_put_in_comes_out_the_same(
    tmp_path_factory: pytest.TempPathFactory, records: tuple[Moment, ...]
) -> None:
    diary = open_at(tmp_path_factory.mktemp("diary") / "diary.db")
    diary.bring_in(records, "test")
    assert set(everything(diary)) == set(records)
    diary.close()


@settings(max_examples=20)
@given(data=st.data())
def test_moments_of_a_period_are_those_whose_own_clock_said_so(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    whens = strategies.whens(first=When.of(NOW.utc - timedelta(days=4), "UTC").wall, last=NOW.wall)
    moments = [moment(at=at) for at in data.draw(st.lists(whens, max_size=8))]
    diary = with_robin(tmp_path_factory.mktemp("diary") / "diary.db", *moments)
    first = data.draw(st.dates(NOW.day - timedelta(days=5), NOW.day))
    period = Period.ending(NOW.day, (NOW.day - first).days + 1)
    expected = [one for one in moments if one.at.day in period]
    assert diary.moments(ROBIN.id, period) == tuple(sorted(expected, key=lambda one: (one.at.utc, one.id)))
    since = data.draw(whens)
    later = {one for one in moments if one.at.utc >= since.utc}
    assert set(diary.moments_since(ROBIN.id, since)) == later
    diary.close()


def test_both_half_past_ones_keep_their_order(path: Path) -> None:
    second = moment(at=when("2026-10-25T01:30", second=True))
    first = moment(at=when("2026-10-25T01:30"))
    diary = with_robin(path, second, first)
    day = date(2026, 10, 25)
    assert diary.moments(ROBIN.id, Period(day, day)) == (first, second)
    diary.close()


def test_care_events_reach_into_a_period_from_the_night_before(path: Path) -> None:
    night = care(kind=CareKind.SLEEP, at=when("2026-11-14T23:00"), until=when("2026-11-15T02:00"))
    evening = care(kind=CareKind.SLEEP, at=when("2026-11-14T19:00"), until=when("2026-11-14T23:30"))
    on_the_day = care(at=when("2026-11-15T03:20"), until=None)
    diary = with_robin(path, night, evening, on_the_day)
    assert diary.care(ROBIN.id, SUNDAY) == (night, on_the_day)
    diary.close()


def test_deleted_entries_are_found_by_id_alone(path: Path) -> None:
    one, feed = moment(at=when("2026-11-15T10:00")), care(at=when("2026-11-15T11:00"), until=None)
    diary = with_robin(path, one, feed)
    diary.delete(ref_to(one), ref_to(feed))
    assert diary.moments(ROBIN.id, SUNDAY) == ()
    assert diary.care(ROBIN.id, SUNDAY) == ()
    assert diary.count_of_cue(ROBIN.id, CueKey("rooting")) == 0
    assert diary.whole_period(ROBIN.id) is None
    assert diary.moment(one.id).deleted == NOW.utc
    diary.restore(ref_to(one))
    assert diary.moments(ROBIN.id, SUNDAY) == (one,)
    diary.close()


def test_what_is_not_there_is_said(path: Path) -> None:
    diary = with_robin(path)
    with pytest.raises(NotFound, match="isn’t in the diary any more"):
        diary.moment(MomentId("nothing"))
    diary.close()


def test_babies_do_not_see_each_others_entries(path: Path) -> None:
    alex = Baby(id=BabyId("01a1e000-0000-7000-8000-000000000002"), nickname="Alex")
    diary = with_robin(path, alex, moment(at=when("2026-11-15T10:00")))
    assert diary.moments(alex.id, SUNDAY) == ()
    assert diary.whole_period(alex.id) is None
    diary.close()


def test_search_looks_in_notes_and_in_keys_whose_words_match(path: Path) -> None:
    noted = moment(at=when("2026-11-15T10:00"), note="After 50% of the Bath_water")
    tried = moment(at=when("2026-11-15T11:00"), responses=response_keys("r-rock"))
    other = moment(at=when("2026-11-15T12:00"), cues=cue_keys("yawning"))
    bath = care(kind=CareKind.BATH, at=when("2026-11-15T18:00"), until=None)
    diary = with_robin(path, noted, tried, other, bath)

    def found(search: Search) -> tuple[object, ...]:
        return (*diary.moments(ROBIN.id, SUNDAY, search), *diary.care(ROBIN.id, SUNDAY, search))

    assert found(Search(text="bath_", care_kinds=frozenset())) == (noted,)
    assert found(Search(text="50%")) == (noted,)
    assert found(Search(text="5_%")) == ()
    assert found(Search(text="bath", care_kinds=frozenset({"bath"}))) == (noted, bath)
    assert found(Search(text="rocked", responses=frozenset(response_keys("r-rock")))) == (tried,)
    assert found(Search(text="x", cues=frozenset(cue_keys("yawning")))) == (other,)
    assert diary.moments(ROBIN.id, SUNDAY, Search(within=frozenset(cue_keys("yawning")))) == (other,)
    diary.close()


def test_days_with_entries_are_the_newest_first(path: Path) -> None:
    diary = with_robin(
        path,
        moment(at=when("2026-11-10T10:00")), moment(at=when("2026-11-10T11:00")),
        care(at=when("2026-11-12T10:00"), until=None), moment(at=when("2026-11-14T10:00")),
    )  # fmt: skip
    days = [10, 12, 14]
    found = diary.days_with_entries(ROBIN.id, date(2026, 11, 15), 5, Search())
    assert [day.day for day in found] == days[::-1]
    found = diary.days_with_entries(ROBIN.id, date(2026, 11, 14), 1, Search())
    assert [day.day for day in found] == [12]
    found = diary.days_with_entries(ROBIN.id, date(2026, 11, 15), 5, Search(care=False))
    assert [day.day for day in found] == [14, 10]
    diary.close()


def test_uses_and_counts_of_a_cue(path: Path) -> None:
    one = moment(at=when("2026-11-14T10:00"), cues=cue_keys("rooting", "yawning"))
    two = moment(at=when("2026-11-15T10:00"))
    diary = with_robin(path, one, two)
    assert diary.count_of_cue(ROBIN.id, CueKey("rooting")) == 2
    assert diary.count_of_cue(ROBIN.id, CueKey("rooting"), SUNDAY) == 1
    assert sorted(diary.cue_uses(ROBIN.id, when("2026-11-15T00:00"))) == [("rooting", two.at.micros, 0)]
    assert len(diary.cue_uses(ROBIN.id, when("2026-11-01T00:00"))) == 3
    diary.close()


def test_pins_are_set_as_a_whole(path: Path) -> None:
    diary = with_robin(path, pin("smile"))
    diary.pin(cue_keys("rooting", "yawning"))
    assert sorted((one.place, one.cue) for one in diary.all(Pin)) == [(0, "rooting"), (1, "yawning")]
    diary.undo()
    assert [one.cue for one in diary.all(Pin)] == ["smile"]
    diary.close()


def test_a_tip_is_saved_or_hidden_or_neither(path: Path) -> None:
    diary = with_robin(path)
    assert diary.tip_choices() == {}
    diary.choose_tip("a", Kept.SAVED)
    diary.choose_tip("a-tip-of-a-later-version", Kept.HIDDEN)
    diary.choose_tip("a", Kept.HIDDEN)
    assert diary.tip_choices() == {"a": Kept.HIDDEN, "a-tip-of-a-later-version": Kept.HIDDEN}
    assert len(diary.all(TipChoice)) == 2
    diary.choose_tip("a", None)
    diary.choose_tip("nobody-said-a-thing", None)
    assert diary.tip_choices() == {"a-tip-of-a-later-version": Kept.HIDDEN}
    diary.close()


def test_every_choice_for_a_tip_is_one_step_with_a_name(path: Path) -> None:
    diary = with_robin(path)
    steps = ((Kept.SAVED, Verb.SAVE), (None, Verb.UNSAVE), (Kept.HIDDEN, Verb.HIDE), (None, Verb.SHOW))
    for kept, _ in steps:
        diary.choose_tip("a", kept)
    for before, (_, verb) in zip((Kept.HIDDEN, None, Kept.SAVED, None), reversed(steps), strict=True):
        assert diary.undo() == Title(verb, "tip-choice")
        assert diary.tip_choices().get("a") is before
    diary.close()


def test_there_is_one_choice_for_a_tip(path: Path) -> None:
    diary = with_robin(path, tip_choice("a"))
    with pytest.raises(InvalidEntry):
        diary.add(tip_choice("a"))
    assert diary.tip_choices() == {"a": Kept.SAVED}
    diary.close()


def test_a_day_is_marked_once(path: Path) -> None:
    diary = with_robin(path)
    for _ in range(2):
        diary.mark_day(ROBIN.id, SUNDAY.first, DayMarkKind.WHOLE_DAY, True)
    diary.mark_day(ROBIN.id, SUNDAY.first, DayMarkKind.NO_CRYING, True)
    assert {mark.kind for mark in diary.day_marks(ROBIN.id, SUNDAY)} == set(DayMarkKind)
    assert len(diary.day_marks(ROBIN.id, SUNDAY)) == 2
    diary.mark_day(ROBIN.id, SUNDAY.first, DayMarkKind.WHOLE_DAY, False)
    assert [mark.kind for mark in diary.day_marks(ROBIN.id, SUNDAY)] == [DayMarkKind.NO_CRYING]
    diary.close()


def test_rows_brought_in_are_known_again_even_when_deleted(path: Path) -> None:
    kept, gone = care(source=Source("app", "key-1")), moment(source=Source("app", "key-2"))
    diary = with_robin(path, kept, gone, care(source=Source("other", "key-3")))
    diary.delete(ref_to(gone))
    assert diary.source_keys("app") == {"key-1", "key-2"}
    assert diary.existing([ref_to(kept), ref_to(gone), Ref(Kind.CARE, "nothing")]) == {
        ref_to(kept),
        ref_to(gone),
    }
    diary.close()


def test_a_made_up_diary_says_so_for_good(path: Path) -> None:
    diary = with_robin(path)
    assert not diary.is_demo
    diary.call_demo()
    diary.close()
    diary = open_at(path)
    assert diary.is_demo
    diary.close()


def test_a_changed_note_keeps_its_earlier_wordings(diary: Diary) -> None:
    diary.add(ROBIN)
    saved = diary.log(moment_draft())
    diary.edit(replace(saved, note="after lunhc"))
    diary.edit(replace(saved, note="after lunch"))
    diary.edit(replace(saved, note="after lunch", private=True))
    diary.edit(replace(saved, note=""))
    assert [kept.text for kept in diary.notes_before(saved.id)] == ["after lunch", "after lunhc"]
    diary.undo()
    assert [kept.text for kept in diary.notes_before(saved.id)] == ["after lunhc"]
    assert diary.moment(saved.id).note == "after lunch"


def test_what_a_family_made_of_a_tile_is_said_once_and_can_be_taken_back(diary: Diary) -> None:
    diary.arrange(board_choice("rooting", name="Woodpecker"))
    diary.arrange(board_choice("rooting", name="", hidden=True), verb=Verb.HIDE)
    (kept,) = diary.all(BoardChoice)
    assert (kept.name, kept.hidden) == ("", True)
    title = diary.undo_title()
    assert title is not None
    assert title.verb is Verb.HIDE
    diary.arrange(board_choice("rooting", name=""))
    assert diary.all(BoardChoice) == ()
    diary.undo()
    diary.undo()
    assert [choice.name for choice in diary.all(BoardChoice)] == ["Woodpecker"]


def test_what_is_half_typed_is_kept_and_is_no_step_to_undo(diary: Diary) -> None:
    told: list[Change] = []
    diary.listen(told.append)
    before = diary.undo_title()
    diary.keep_draft("phrase", "rooting 10 mi")
    diary.keep_draft("phrase", "rooting 10 min")
    assert (diary.draft("phrase"), diary.draft("note")) == ("rooting 10 min", "")
    assert diary.undo_title() == before
    assert told == []
    diary.keep_draft("phrase", "")
    assert diary.draft("phrase") == ""
