"""The six diary behaviours: what counts as which, laid onto days, and said."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from bonddiary.analysis.behaviour_cells import CELLS, OF_CUE, UPSET, Behaviour, behaviour_of
from bonddiary.analysis.behaviours import NAMES, blank_days, day_words, profile_days, stretch_words
from bonddiary.domain.care import CareKind, DayMarkKind
from bonddiary.domain.catalog import Family
from bonddiary.domain.moment import State
from bonddiary.domain.period import Period
from bonddiary.domain.when import When
from tests.analysis.made import FIRST, care, day_mark, moment, when
from tests.analysis.profiles import WORDS, all_six, cells, profile, rulers, view

SLEEP, AWAKE, FEEDING, FUSSING, CRYING, INCONSOLABLE = Behaviour
WEEK = Period(FIRST, FIRST + timedelta(days=6))


@pytest.mark.parametrize(
    ("cues", "said"),
    [
        (["cry-fuss"], FUSSING),
        (["whining"], FUSSING),
        (["cry-whimper"], FUSSING),
        (["state-crying"], CRYING),
        (["cry-evening"], CRYING),
        (["cry-inconsolable"], INCONSOLABLE),
        (["cry-fuss", "cry-rising"], CRYING),
        (["state-crying", "cry-inconsolable", "rooting"], INCONSOLABLE),
        (["cry-fuss", "rooting"], FUSSING),
        (["state-quiet-alert"], AWAKE),
        (["state-quiet-alert", "cry-fuss"], FUSSING),
        (["state-light-sleep"], SLEEP),
        (["state-deep-sleep"], SLEEP),
        (["state-drowsy"], None),
        (["state-active-alert"], None),
        (["rooting"], None),
        (["a-key-nothing-knows"], None),
    ],
)
def test_what_cues_say(cues: list[str], said: Behaviour | None) -> None:
    assert behaviour_of(moment(when(0, 9), cues), WORDS) is said


def test_every_cue_in_the_table_is_in_the_catalogue_and_every_other_crying_cue_is_crying() -> None:
    assert set(OF_CUE) <= set(WORDS.catalog.cues)
    for key, cue in WORDS.catalog.cues.items():
        if cue.family is Family.CRYING and key not in OF_CUE:
            assert behaviour_of(moment(when(0, 9), [key]), WORDS) is CRYING


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (State.QUIET_ALERT, AWAKE),
        (State.CRYING, CRYING),
        (State.LIGHT_SLEEP, SLEEP),
        (State.DROWSY, None),
        (State.ACTIVE_ALERT, None),
    ],
)
def test_the_state_counts_where_the_cues_say_nothing(state: State, said: Behaviour | None) -> None:
    assert behaviour_of(replace(moment(when(0, 9), ["rooting"]), state=state), WORDS) is said
    assert behaviour_of(replace(moment(when(0, 9), ["cry-fuss"]), state=state), WORDS) is FUSSING


def test_what_care_says() -> None:
    said = {kind: behaviour_of(care(when(0, 9), kind), WORDS) for kind in CareKind}
    assert {kind: what for kind, what in said.items() if what} == {
        CareKind.SLEEP: SLEEP,
        CareKind.FEED: FEEDING,
        CareKind.PLAY: AWAKE,
    }


def test_a_day_in_cells_of_five_minutes() -> None:
    moments, events, marks = all_six()
    found = profile(moments, events, marks, period=WEEK).data.days[0]
    assert cells(found) == [
        (SLEEP, 6, 60),
        (FEEDING, 60, 66),
        (AWAKE, 72, 84),
        (SLEEP, 156, 180),
        (FUSSING, 192, 198),
        (CRYING, 204, 210),
        (INCONSOLABLE, 228, 240),
    ]
    assert found.noted == {
        SLEEP: timedelta(hours=6, minutes=30),
        AWAKE: timedelta(hours=1),
        FEEDING: timedelta(minutes=30),
        FUSSING: timedelta(minutes=30),
        CRYING: timedelta(minutes=30),
        INCONSOLABLE: timedelta(hours=1),
    }
    assert [(each.behaviour, each.cell) for each in found.points] == [
        (FEEDING, 108),
        (CRYING, 132),
        (None, 144),
    ]


def test_without_a_length_it_is_a_mark_and_counts_no_time() -> None:
    day = rulers(moment(when(0, 9), ["state-crying"]), moment(when(0, 10), ["cry-fuss"], until=when(0, 10)))[
        0
    ]
    assert not day.stretches
    assert not day.noted
    assert [each.behaviour for each in day.points] == [CRYING, FUSSING]


def test_a_sign_with_a_length_that_is_none_of_the_six_is_a_mark() -> None:
    day = rulers(moment(when(0, 9), ["rooting"], until=when(0, 9.5)))[0]
    assert not day.stretches
    assert [(each.behaviour, each.cell) for each in day.points] == [(None, 108)]


def test_other_care_is_neither_stretch_nor_mark_but_the_day_is_logged() -> None:
    day = rulers(care(when(0, 9), CareKind.NAPPY), care(when(0, 10), CareKind.BATH, when(0, 10.5)))[0]
    assert day.logged
    assert not day.stretches
    assert not day.points
    assert day_words(day, 0) == "Monday 2 November: not noted"


def test_where_two_overlap_the_shorter_is_drawn_and_counted_once() -> None:
    night = care(when(0, 0), CareKind.SLEEP, when(0, 6))
    feed = care(when(0, 2), CareKind.FEED, when(0, 2.5))
    day = rulers(night, feed)[0]
    assert cells(day) == [(SLEEP, 0, 24), (FEEDING, 24, 30), (SLEEP, 30, 72)]
    assert day.noted == {SLEEP: timedelta(hours=5.5), FEEDING: timedelta(minutes=30)}


def test_of_two_alike_in_length_the_more_upset_is_drawn() -> None:
    day = rulers(
        care(when(0, 2), CareKind.FEED, when(0, 3)),
        moment(when(0, 2), ["cry-fuss"], until=when(0, 3)),
        moment(when(0, 2), ["state-crying"], until=when(0, 3)),
    )[0]
    assert cells(day) == [(CRYING, 24, 36)]


def test_the_shortest_entry_keeps_a_cell() -> None:
    start = when(0, 9.03)
    day = rulers(
        care(when(0, 8), CareKind.SLEEP, when(0, 10)),
        care(start, CareKind.FEED, start.shifted(timedelta(minutes=1))),
    )[0]
    assert cells(day) == [(SLEEP, 96, 108), (FEEDING, 108, 109), (SLEEP, 109, 120)]
    assert day.noted[FEEDING] == timedelta(minutes=1), "what is said is exact"


def test_remembered_times_are_soft() -> None:
    day = rulers(
        moment(when(0, 9), ["cry-fuss"], until=when(0, 10), about=True),
        moment(when(0, 10), ["cry-fuss"], until=when(0, 11)),
        moment(when(0, 12), ["rooting"], about=True),
    )[0]
    assert [(each.start, each.end, each.about) for each in day.stretches] == [
        (108, 120, True),
        (120, 132, False),
    ]
    assert day.points[0].about


def test_a_night_lies_in_both_its_days() -> None:
    found = rulers(
        care(when(-1, 22), CareKind.SLEEP, when(0, 6)), care(when(13, 22), CareKind.SLEEP, when(14, 6))
    )
    assert cells(found[0]) == [(SLEEP, 0, 72)]
    assert cells(found[13]) == [(SLEEP, 264, CELLS)]
    assert found[13].noted == {SLEEP: timedelta(hours=2)}


@pytest.mark.parametrize(("day", "long"), [("2026-03-29", 23), ("2026-10-25", 25)])
def test_days_of_23_and_25_hours_count_what_really_passed(day: str, long: int) -> None:
    on = date.fromisoformat(day)
    begin, end = (
        When.from_wall(datetime.combine(each, time()), "Europe/London")
        for each in (on, on + timedelta(days=1))
    )
    found = rulers(care(begin, CareKind.SLEEP, end), period=Period(on, on))[0]
    assert found.noted == {SLEEP: timedelta(hours=long)}
    assert cells(found) == [(SLEEP, 0, CELLS)]


def test_far_zones_stand_on_their_own_clock() -> None:
    start = when(0, 9, "Pacific/Auckland")
    found = rulers(care(start, CareKind.FEED, start.shifted(timedelta(hours=1))))
    assert cells(found[0]) == [(FEEDING, 108, 120)]


def test_a_zone_that_nothing_knows_keeps_its_offset() -> None:
    start, end = When(when(0, 1).utc, 3600, "Old/Place"), When(when(0, 3).utc, 3600, "Old/Place")
    feed = care(when(0, 1.5), CareKind.FEED, when(0, 2))
    found = rulers(care(start, CareKind.SLEEP, end), feed)
    assert (SLEEP, 24, 30) in cells(found[0])


def test_days_without_notes_are_not_logged_and_say_so() -> None:
    made = profile(*all_six(), period=WEEK)
    empty = made.data.days[2]
    assert not empty.logged
    assert empty.gaps == ((0, CELLS),)
    assert made.table.rows[2] == ("Wednesday 4 November", *["no notes"] * 7, "")
    assert day_words(empty, 2) == "Wednesday 4 November: no notes"


def test_a_gap_shorter_than_a_cell_is_none() -> None:
    start = when(0, 0)
    found = rulers(care(start, CareKind.SLEEP, start.shifted(timedelta(minutes=20 * 60 + 58))))
    assert found[0].gaps == ()
    assert found[1].gaps == ((0, CELLS),)


def test_marks_of_whole_days() -> None:
    made = profile(*all_six(), period=WEEK)
    assert made.data.days[3].whole
    assert made.data.days[4].no_crying
    assert made.table.rows[3][-1] == "whole day logged"
    alone = profile(marks=[day_mark(0, DayMarkKind.NO_CRYING)], events=[care(when(0, 9), until=when(0, 10))])
    assert alone.table.rows[0] == ("Monday 2 November", "1 h", "0", "no crying seen")


def test_where_no_crying_was_seen_the_table_says_it() -> None:
    crying = moment(when(1, 9), ["state-crying"], until=when(1, 10))
    made = profile([crying], [care(when(0, 9))], [day_mark(0, DayMarkKind.NO_CRYING)])
    assert [row[1] for row in made.table.rows[:3]] == ["none seen", "1 h", "no notes"]


def test_days_to_come_are_neither_logged_nor_not() -> None:
    made = profile([moment(when(0, 9), ["cry-fuss"], until=when(0, 10))], now=when(1, 10))
    assert made.data.days[2].ahead
    assert not made.data.days[2].gaps
    assert made.table.rows[2][1] == "still to come"


def test_its_words() -> None:
    made = profile(*all_six(), period=WEEK)
    assert made.ready
    assert made.title == "Each day hour by hour, from 5 logged days"
    assert made.words == (
        "Each day hour by hour, from 5 logged days.",
        "Sleep: noted on 5 days, 6 h 30 min a day.",
        "Awake and content: noted on 5 days, 1 h a day.",
        "Feeding: noted on 5 days, 30 min a day.",
        "Fussing: noted on 5 days, 30 min a day.",
        "Crying: noted on 5 days, 30 min a day.",
        "Inconsolable crying: noted on 5 days, 1 h a day.",
        "Noted without a length, and drawn as marks: 5 feeds, 5 of crying or fussing and 5 other signs.",
        "Blank and hatched stretches have no notes. They say nothing of what your baby did then.",
        "Where two overlap, the shorter one is drawn.",
        "1 day was logged whole.",
        "2 of 7 days have nothing logged.",
        "Chart type: 7 rulers of 24 hours, one for each day.",
    )
    assert made.subjects == ("sleep", "feeds", "crying")
    assert made.table.headers[1:7] == tuple(NAMES.values())
    assert day_words(made.data.days[3], 3) == (
        "Thursday 5 November: sleep 6 h 30 min, awake and content 1 h, feeding 30 min, fussing 30 min, "
        "crying 30 min, inconsolable crying 1 h; 3 notes without a length; whole day logged"
    )
    assert stretch_words(made.data.days[3].stretches[4]) == "4pm to 4:30pm, fussing, about that time"


def test_nothing_logged_says_when_it_starts() -> None:
    made = profile_days(view())
    assert not made.ready
    assert made.words == (
        "No notes yet.",
        "This picture starts with the first day that has something logged.",
    )
    assert made.data.behaviours == ()


def test_what_is_not_noted_has_no_column_and_is_named() -> None:
    made = profile(events=[care(when(0, 9), until=when(0, 10))])
    assert made.table.headers == ("Day", "Feeding", "Notes without a length", "Said of the day")
    assert (
        "Not noted with a length in these days: sleep, awake and content, fussing, crying and inconsolable crying."
        in made.words
    )


def test_empty_rulers_have_dates_or_room_for_them() -> None:
    dated, bare = blank_days(FIRST), blank_days(None, 3)
    assert [day.day for day in dated.data.days] == list(WEEK)
    assert [row[0] for row in bare.table.rows] == ["Day 1", "Day 2", "Day 3"]
    assert bare.data.blank
    assert bare.data.behaviours == tuple(Behaviour)
    assert bare.ready
    assert bare.key == dated.key == "days"


def test_the_most_upset_come_last() -> None:
    assert tuple(Behaviour)[-3:] == UPSET
