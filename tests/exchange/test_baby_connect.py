"""Every row of a Baby Connect file arrives as a care event or is listed with its reason."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bonddiary.domain.care import CareKind, Unit
from bonddiary.domain.errors import DiaryError, ImportProblem, UnknownZone
from bonddiary.exchange.formats import baby_connect
from tests.exchange.reading_context import BABY, SAMPLES, US_HEADER, context, events, read_row, read_rows


def sleep(start: str, end: str = "", minutes: str = "") -> str:
    return f"{start},{end},{minutes},Sleep,,,Robin slept,,A"


@pytest.mark.parametrize(
    ("cells", "kind", "value", "unit", "details"),
    [
        (
            "Bottle,8.2,Formula,Robin drank 8.2 oz of formula (30m)",
            CareKind.FEED,
            8.2,
            Unit.FL_OZ,
            {"method": "bottle", "milk": "formula"},
        ),
        ("Bottle,2.8,Milk,Robin drank 2.75 oz of milk", CareKind.FEED, 2.75, Unit.FL_OZ, {"milk": "milk"}),
        (
            "Bottle,90.0,Breast milk,Robin drank 90 ml of milk",
            CareKind.FEED,
            90.0,
            Unit.ML,
            {"milk": "breast milk"},
        ),
        ("Bottle,90.0,Formula,Robin drank", CareKind.FEED, None, None, {"quantity": "90.0"}),
        ("Bottle,4,Formula,Robin drank 5 oz of formula", CareKind.FEED, 5.0, Unit.FL_OZ, {"quantity": "4"}),
        (
            'Nursing,,,"Robin nursed (1h2m right, 3m left)"',
            CareKind.FEED,
            None,
            None,
            {"method": "breast", "right minutes": "62", "left minutes": "3"},
        ),
        (
            "Solid,,,Robin ate Food: 1 oz (21m)",
            CareKind.FEED,
            1.0,
            Unit.OZ,
            {"method": "solid", "food": "food"},
        ),
        ("Weight,7.1,lbs,Robin's weight: 7.1 lbs", CareKind.GROWTH, 7.1, Unit.LB, {"measure": "weight"}),
        (
            'Weight,7.1,lbs,"Robin\'s weight: 7 lbs, 1.6 oz"',
            CareKind.GROWTH,
            7.1,
            Unit.LB,
            {"measure": "weight"},
        ),
        ("Weight,4.2,kg,Robin's weight", CareKind.GROWTH, 4.2, Unit.KG, {"measure": "weight"}),
        (
            'Height,26.8,inch,"Robin\'s height: 2 ft, 2.8 in"',
            CareKind.GROWTH,
            26.8,
            Unit.INCH,
            {"measure": "length"},
        ),
        (
            'Height,25,inch,"Robin\'s height: 2 ft, 1 in"',
            CareKind.GROWTH,
            25.0,
            Unit.INCH,
            {"measure": "length"},
        ),
        ("Head Size,40,cm,Robin's head size: 40 cm", CareKind.GROWTH, 40.0, Unit.CM, {"measure": "head"}),
        ("Diaper,,BM+Wet,Robin had a poopy and wet diaper", CareKind.NAPPY, None, None, {"nappy": "mixed"}),
        ("Diaper,,Wet,Robin had a wet diaper", CareKind.NAPPY, None, None, {"nappy": "wet"}),
        ("Diaper,,BM,Robin had a poopy diaper", CareKind.NAPPY, None, None, {"nappy": "dirty"}),
        ("Diaper,,Dry,Robin had a dry diaper", CareKind.NAPPY, None, None, {"nappy": "dry"}),
        ("Expressed,3,oz,Expressed 3 oz", CareKind.PUMP, 3.0, Unit.FL_OZ, {}),
        ("Temperature,37.5,,Robin was warm", CareKind.TEMPERATURE, 37.5, Unit.CELSIUS, {}),
        (
            "Temperature,101.3,,Robin's temperature: 101.3 °F",
            CareKind.TEMPERATURE,
            101.3,
            Unit.FAHRENHEIT,
            {},
        ),
        ("Sleep,,,Robin slept in her crib (11h33m)", CareKind.SLEEP, None, None, {"place": "crib"}),
        ("Activity,,,Robin is doing tummy time (27m)", CareKind.PLAY, None, None, {"activity": "tummy time"}),
        (
            "Puppet show,3,loud,Robin saw one",
            CareKind.OTHER,
            None,
            None,
            {"activity": "Puppet show", "quantity": "3", "extra": "loud"},
        ),
        ("Mood,,Happy,", CareKind.OTHER, None, None, {"activity": "Mood", "extra": "Happy"}),
    ],
)
def test_what_happened(
    cells: str, kind: CareKind, value: float | None, unit: Unit | None, details: dict[str, str]
) -> None:
    event = read_row(f"6/25/20 7:47 PM,,,{cells},,A")
    assert (event.kind, event.value, event.unit) == (kind, value, unit)
    assert {**details, "logged by": "A"}.items() <= dict(event.details).items()


def test_a_nan_or_a_half_is_no_amount_and_stays_readable() -> None:
    for written in ("nan", "Infinity", "1e999", "4,200", "-5", "½", "٣"):
        event = read_row(f'6/25/20 7:47 PM,,,Weight,"{written}",lbs,,,A')
        assert event.value is None
        assert event.detail("quantity") == written


def test_notes_become_the_note_and_the_sentence_does_where_it_is_all_there_is() -> None:
    visit = read_row("6/25/20 7:47 PM,,,Doctor Visit,,,Doctor,All good,U")
    assert (visit.note, visit.detail("text")) == ("All good", "Doctor")
    milestone = read_row("6/25/20 7:47 PM,6/25/20 8:47 PM,60,Milestone,,,Robin giggled (1h),,U")
    assert (milestone.note, milestone.detail("text")) == ("Robin giggled", "")


def test_a_row_keeps_its_own_text_and_its_baby() -> None:
    row = '6/25/20 3:00 PM,,,Solid,,,Robin ate veggies: 5 tsp,"Squash,\na little",A'
    event = read_row(row)
    assert event.source is not None
    assert (event.source.provider, event.source.row) == ("baby-connect", row)
    assert (event.note, event.baby) == ("Squash,\na little", BABY)


def test_times_are_read_in_the_given_zone_across_midnight() -> None:
    event = read_row(sleep("6/25/20 7:47 PM", "6/26/20 7:20 AM", "693"), zone="America/Los_Angeles")
    assert event.at.utc == datetime(2020, 6, 26, 2, 47, tzinfo=UTC)
    assert event.length == timedelta(hours=11, minutes=33)


def test_start_and_end_are_believed_before_duration() -> None:
    row = '6/25/20 4:00 PM,6/25/20 4:26 PM,15,Nursing,,,"Robin nursed (12m right, 3m left)",,A'
    assert read_row(row).length == timedelta(minutes=26)


def test_duration_gives_the_end_where_there_is_none() -> None:
    assert read_row(sleep("6/25/20 7:47 PM", minutes="30")).length == timedelta(minutes=30)


@pytest.mark.parametrize(
    "end", ["6/24/20 7:47 PM", "6/25/21 7:50 PM", "2/30/20 7:50 PM", "soon", "6/25/20", "6/25/20 25:00"]
)
def test_an_end_that_cannot_be_right_costs_only_itself(end: str) -> None:
    reading = read_rows(sleep("6/25/20 7:47 PM", end, "30"))
    (event,) = events(reading)
    assert event.until is None
    assert event.detail("end as written") == end
    assert reading.skipped == ()
    assert "Rows whose end" in reading.notes[0]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (sleep("2/30/20 7:47 PM"), "no such date"),
        (sleep("13/32/20 7:47 PM"), "no such date"),
        (sleep("6/25/20 25:47"), "no such time"),
        (sleep("6/25/20 7:61 PM"), "no such time"),
        (sleep("6/25/20"), "no time of day"),
        (sleep("yesterday"), "date can’t be read"),
        (sleep(""), "no time"),
        (sleep("6/25/1969 7:47 PM"), "can’t be right"),
        (sleep("12/31/9999 7:47 PM"), "can’t be right"),
        (sleep("1/1/2500 7:47 PM"), "future"),
        ("6/25/20 7:47 PM,,,,,,Robin slept,,A", "what happened"),
        ("6/25/20 7:47 PM,,Sleep", "fewer columns"),
    ],
)
def test_a_row_that_cannot_come_in_is_listed_with_its_reason(row: str, reason: str) -> None:
    reading = read_rows(sleep("6/25/20 7:47 PM"), row, sleep("6/26/20 7:47 PM"))
    assert len(reading.records) == 2
    (skipped,) = reading.skipped
    assert (skipped.line, skipped.row) == (3, row)
    assert reason in skipped.reason


def test_the_order_of_day_and_month_is_decided_over_the_whole_file() -> None:
    assert [
        e.at.day.isoformat() for e in events(read_rows(sleep("3/4/20 7:00 AM"), sleep("12/25/20 7:00 AM")))
    ] == [
        "2020-03-04",
        "2020-12-25",
    ]
    british = read_rows(sleep("3/4/20 07:00"), sleep("25/12/20 07:00"))
    assert [e.at.day.isoformat() for e in events(british)] == ["2020-04-03", "2020-12-25"]
    assert british.notes == ()


def test_where_nothing_proves_the_order_it_says_what_it_assumed() -> None:
    reading = read_rows(sleep("3/4/20 7:00 AM"), sleep("5/5/20 7:00 AM"))
    assert events(reading)[0].at.day.isoformat() == "2020-03-04"
    assert "month first was assumed" in reading.notes[0]
    assert read_rows(sleep("5/5/20 7:00 AM")).notes == ()


@pytest.mark.parametrize(
    "written",
    [
        "6/25/20 7:47 PM",
        "06/25/2020 19:47",
        "2020-06-25 19:47",
        "2020-06-25T19:47:00",
        "6/25/20 7:47\u202fPM",
        "6/25/20  7:47 p.m.",
        " 6/25/20 7:47pm ",
    ],
)
def test_one_time_in_many_spellings_is_one_row(written: str) -> None:
    event, plain = read_row(sleep(written)), read_row(sleep("6/25/20 7:47 PM"))
    assert event.at == plain.at
    assert event.source is not None
    assert plain.source is not None
    assert event.source.key == plain.source.key


def test_midnight_and_noon() -> None:
    assert read_row(sleep("6/25/20 12:10 AM")).at.wall == datetime(2020, 6, 25, 0, 10)
    assert read_row(sleep("6/25/20 12:10 PM")).at.wall == datetime(2020, 6, 25, 12, 10)


def test_a_night_over_a_clock_change_has_its_true_length() -> None:
    longer = read_row(sleep("10/24/20 7:00 PM", "10/25/20 7:00 AM", "780"))
    shorter = read_row(sleep("3/28/20 7:00 PM", "3/29/20 7:00 AM", "660"))
    assert (longer.length, shorter.length) == (timedelta(hours=13), timedelta(hours=11))


def test_in_the_hour_that_happens_twice_duration_decides() -> None:
    assert read_row(sleep("10/25/20 12:30 AM", "10/25/20 1:30 AM", "60")).length == timedelta(hours=1)
    assert read_row(sleep("10/25/20 12:30 AM", "10/25/20 1:30 AM", "120")).length == timedelta(hours=2)
    assert read_row(sleep("10/25/20 1:50 AM", "10/25/20 1:10 AM", "20")).length == timedelta(minutes=20)


def test_rows_alike_to_the_letter_are_two_events_with_keys_of_their_own() -> None:
    reading = read_rows(sleep("6/25/20 7:47 PM"), sleep("6/25/20 7:47 PM"))
    keys = {event.source.key for event in events(reading) if event.source}
    assert len(keys) == 2


def test_columns_may_stand_in_any_order_with_others_among_them() -> None:
    header = "Activity,Colour,Caregiver,TEXT,Extra data, Quantity ,End Time,Start Time"
    reading = read_rows("Bottle,blue,A,Robin drank 90 ml of milk,Milk,90,,2020-06-25 19:47", header=header)
    (event,) = events(reading)
    assert (event.value, event.unit, event.detail("logged by")) == (90.0, Unit.ML, "A")


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_a_file_that_a_spreadsheet_saved_again(delimiter: str) -> None:
    text = f"{US_HEADER}\r\n{sleep('6/25/20 7:47 PM')}\r\n\r\n,,,,,,,,\r\n".replace(",", delimiter)
    assert baby_connect.FORMAT.recognises(text, "x.txt")
    assert len(baby_connect.FORMAT.read(text, context()).records) == 1


def test_the_iso_sample() -> None:
    text = (SAMPLES / "baby-connect-iso.csv").read_text(encoding="utf-8")
    reading = baby_connect.FORMAT.read(text, context())
    assert [event.kind for event in events(reading)] == [
        CareKind.FEED,
        CareKind.NAPPY,
        CareKind.TEMPERATURE,
        CareKind.PUMP,
        CareKind.MEDICINE,
        CareKind.OTHER,
    ]
    assert reading.lines == (2, 3, 4, 6, 7, 8)


def test_of_several_children_only_the_named_one_comes_in() -> None:
    header = "Start Time,End Time,Activity,Quantity,Extra data,Text,Child Name"
    rows = [f"2020-06-25 19:4{n},,Sleep,,,slept,{name}" for n, name in enumerate(("Robin", "Sasha"))]
    reading = read_rows(*rows, header=header, child="robin")
    assert (len(reading.records), reading.skipped[0].reason) == (1, "This row is about another child.")
    unnamed = "2020-06-25 19:50,,Sleep,,,slept,"
    assert len(read_rows(*rows, unnamed, header=header, child="robin").records) == 2
    assert len(read_rows(rows[0], unnamed, header=header).records) == 2
    with pytest.raises(ImportProblem, match="2 children"):
        read_rows(*rows, header=header, child="Kim")


def test_words_are_cleaned_and_the_row_is_not() -> None:
    event = read_row("6/25/20 7:47 PM,,,Sleep,,,slept,e\u0301 \x07x,A\u202eB")
    assert (event.note, event.detail("logged by")) == ("é x", "AB")
    assert event.source is not None
    assert "\u202e" in event.source.row


def test_a_zone_that_does_not_exist() -> None:
    with pytest.raises(UnknownZone):
        read_rows(sleep("6/25/20 7:47 PM"), zone="Mars/Olympus")


cells = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        [
            "6/25/20 7:47 PM",
            "2020-06-25 19:47",
            "Sleep",
            "Bottle",
            "Nursing",
            '"',
            '"a',
            ",",
            "\n",
            "",
            "\x00",
        ]
    ),
    st.from_regex(r"[0-9]{1,3}/[0-9]{1,3}/[0-9]{1,5} [0-9]{1,2}:[0-9]{2}( [AP]M)?", fullmatch=True),
)


@given(st.lists(st.lists(cells, max_size=11).map(",".join), max_size=6).map("\n".join))
def test_any_text_gives_rows_or_a_sentence(text: str) -> None:
    body = f"{US_HEADER}\n{text}"
    reading = baby_connect.FORMAT.read(body, context())
    lines = [*reading.lines, *(row.line for row in reading.skipped)]
    assert len(set(lines)) == len(lines)
    baby_connect.FORMAT.recognises(text, "x")
    with pytest.raises(DiaryError):
        baby_connect.FORMAT.read(text, context())
