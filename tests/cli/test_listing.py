"""`bonddiary list` and `bonddiary undo`."""

import json
from datetime import timedelta
from pathlib import Path

import pytest

from bonddiary.domain.care import CareKind, Unit
from bonddiary.domain.codec import decode
from bonddiary.domain.moment import Settle, SettleBin
from bonddiary.domain.records import Record
from tests.builders import (
    NOW,
    board_choice,
    care,
    cue_keys,
    moment,
    own_word,
    response_keys,
    when,
    with_robin,
)
from tests.cli.conftest import Run

FISH = own_word("Fish face")
MORNING = ("Rooting and fish face", "tried: cuddled, then fed", "then: settled", "in 12 min", "“two lines”")


@pytest.fixture
def entries(data: Path) -> list[Record]:
    """A night, its feed, and what was said of them, in order of time."""
    data.mkdir()
    records: list[Record] = [
        care(kind=CareKind.SLEEP, at=when("2026-11-15T20:00"), until=when("2026-11-16T03:00")),
        moment(
            cues=cue_keys("rooting", FISH.id),
            about=True,
            responses=response_keys("r-hold", "r-feed-responsive"),
            outcome="out-settled",
            settle=Settle.in_minutes(12),
            note="two\nlines",
        ),
        care(value=120.0, unit=Unit.ML, details=(("method", "bottle"), ("milk", "formula"))),
        moment(
            at=when("2026-11-16T12:00"), note="between us", private=True, settle=Settle(SettleBin.OVER_60)
        ),
        moment(
            at=when("2026-11-17T00:30", "Asia/Kathmandu"), until=when("2026-11-17T00:50", "Asia/Kathmandu")
        ),
    ]
    with_robin(data / "diary.db", FISH, *reversed(records)).close()
    return records


def test_lines_in_order_of_time(run: Run, entries: list[Record]) -> None:
    assert run("list").lines == [
        "2026-11-15         8:00pm  Sleep, 7 h",
        "2026-11-16   about 3:12am  " + " · ".join(MORNING),
        "2026-11-16         3:20am  Feed, bottle, formula, 120 ml, 20 min",
        "2026-11-16        12:00pm  Rooting · in over an hour · (private note)",
        "2026-11-17        12:30am  Rooting · 20 min",
    ]


@pytest.mark.parametrize(
    ("settle", "said"),
    [
        (Settle(SettleBin.UNDER_5), "in under 5 min"),
        (Settle(SettleBin.FROM_30), "in 30 to 60 min"),
        (Settle.in_minutes(3), "in 3 min"),
        (Settle(SettleBin.NOT_SETTLED), "not settled"),
        (Settle(SettleBin.UNSURE), "not sure how long"),
    ],
)
def test_how_long_settling_took(run: Run, data: Path, settle: Settle, said: str) -> None:
    data.mkdir()
    with_robin(data / "diary.db", moment(settle=settle)).close()
    assert run("list").lines[0].endswith(f"  Rooting · {said}")


def test_the_order_is_that_of_instants_not_of_clocks(run: Run, data: Path) -> None:
    data.mkdir()
    at_home, away = when("2026-11-16T12:00"), when("2026-11-16T17:00", "Asia/Kathmandu")
    with_robin(data / "diary.db", moment(at=at_home), moment(at=away)).close()
    assert [line.split()[1] for line in run("list").lines] == ["5:00pm", "12:00pm"]


def test_json_holds_everything(run: Run, entries: list[Record]) -> None:
    said = run("list", "--json")
    assert [decode(plain) for plain in json.loads(said.out)] == entries
    assert len(said.lines) == len(entries)
    assert said.out.isascii()


@pytest.mark.parametrize(
    ("arguments", "count"),
    [
        (["--from", "2026-11-16"], 5),
        (["--from", "2026-11-17"], 1),
        (["--to", "2026-11-15"], 1),
        (["--from", "2026-11-16", "--to", "2026-11-16"], 4),
        (["--to", "2030-01-01"], 5),
        (["--from", "1990-01-01"], 5),
    ],
)
def test_a_period(run: Run, entries: list[Record], arguments: list[str], count: int) -> None:
    assert len(run("list", *arguments).lines) == count


def test_a_period_without_entries(run: Run, entries: list[Record]) -> None:
    run("list", "--from", "2027-01-01").refused("Nothing is logged from 1 January 2027 to 1 January 2027")
    said = run("list", "--to", "2020-01-01", "--json")
    assert (said.code, json.loads(said.out)) == (1, [])
    said.one_sentence()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--from", "2026-11-17", "--to", "2026-11-16"], "--from is after --to"),
        (["--from", "yesterday"], "“yesterday” isn’t a day; write it like 2026-11-30"),
        (["--to", "0001-01-01"], "isn’t a day"),
        (["--from", "2026-02-30"], "isn’t a day"),
    ],
)
def test_bad_usage(run: Run, entries: list[Record], arguments: list[str], words: str) -> None:
    run("list", *arguments).refused(words, code=2)


def test_a_diary_with_a_baby_alone(run: Run, data: Path) -> None:
    data.mkdir()
    with_robin(data / "diary.db").close()
    run("list").refused("Nothing is logged from 16 November 2026 to 16 November 2026")


def test_an_entry_cannot_command_the_terminal(run: Run, data: Path) -> None:
    data.mkdir()
    with_robin(
        data / "diary.db", moment(note="\x1b[2J\x07red\u202e"), care(details=(("\x1b]0;x", "y\rz"),))
    ).close()
    said = run("list")
    assert len(said.lines) == 2
    assert all(letter.isprintable() for letter in said.out.replace("\n", ""))


def test_a_word_of_a_later_version_is_shown_by_the_words_of_its_key(run: Run, data: Path) -> None:
    data.mkdir()
    with_robin(
        data / "diary.db",
        moment(cues=cue_keys("wobbling"), outcome="out-wow", responses=response_keys("r-x")),
    ).close()
    assert run("list").lines == ["2026-11-16         3:12am  wobbling · tried: x · then: wow"]


def test_undo_says_what_was_undone(run: Run, entries: list[Record]) -> None:
    run("log", "--cue", "rooting")
    assert run("undo").out == "Undone: log rooting\n"
    assert run("undo").out == "Undone: import 6 entries\n"
    assert run("undo").out == "Undone: add a baby\n"
    run("undo").refused("There is nothing to undo.")
    run("list").refused("There is nothing in this diary yet.")


def test_undo_after_the_window_was_closed_long_ago(run: Run, data: Path) -> None:
    run("log", "--cue", "yawning", now=NOW.shifted(timedelta(days=-300)))
    assert run("undo").out == "Undone: log yawning\n"


@pytest.mark.parametrize(
    "arguments", [["list"], ["undo"], ["export", "x.jsonl"], ["chart", "two-weeks", "--output", "x.png"]]
)
def test_without_a_diary_none_is_made(run: Run, data: Path, arguments: list[str]) -> None:
    run(*arguments).refused("There is no diary in")
    assert not data.exists()


def test_a_renamed_cue_has_the_familys_name(run: Run, data: Path) -> None:
    data.mkdir()
    with_robin(data / "diary.db", board_choice("rooting", name="Woodpecker"), moment()).close()
    assert [line.split()[-1] for line in run("list").lines] == ["Woodpecker"]
