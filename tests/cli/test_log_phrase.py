"""`bonddiary log PHRASE`: what was read is said, and nothing is saved that wasn't understood. Now is 9pm on 16 November 2026."""

from datetime import timedelta
from pathlib import Path

import pytest

from bonddiary.domain.board import OwnWord, WordKind
from bonddiary.domain.ids import MomentId, WordId
from bonddiary.domain.moment import Moment, Settle, SettleBin
from tests.builders import (
    NOW,
    ROBIN,
    board_choice,
    cue_keys,
    everything,
    moment,
    open_at,
    response_keys,
    when,
    with_robin,
)
from tests.cli.conftest import Run


def moments(data: Path) -> list[Moment]:
    diary = open_at(data / "diary.db")
    found = [record for record in everything(diary) if isinstance(record, Moment)]
    diary.close()
    return sorted(found, key=lambda each: each.at.utc)


@pytest.mark.parametrize(
    "phrase",
    [["rooting 10 min ago, fed, settled in 5 poor thing"], ["rooting", "10", "min", "ago,", "fed,", "settled", "in", "5", "poor", "thing"]],
)  # fmt: skip
def test_a_whole_moment(run: Run, data: Path, phrase: list[str]) -> None:
    said = run("log", *phrase)
    assert (said.code, said.err) == (0, "")
    assert said.lines == [
        "Saved. Rooting, 8:50pm",
        "  tried: Fed",
        "  then: Settled",
        "  how long: 5 min",
        "  kept in the note: poor thing",
    ]
    (saved,) = moments(data)
    assert saved == moment(
        MomentId(saved.id),
        baby=saved.baby,
        at=NOW.shifted(-timedelta(minutes=10)),
        cues=cue_keys("rooting"),
        responses=response_keys("r-feed-responsive"),
        outcome="out-settled",
        settle=Settle(SettleBin.FROM_5, 5),
        note="poor thing",
    )


def test_several_moments_are_one_step(run: Run, data: Path) -> None:
    said = run("log", "yawning last night 11; rooting 40 min ago, fed\nsmile")
    assert said.lines == [
        "Saved. Yawning, about yesterday 11pm",
        "Saved. Rooting, about 8:20pm",
        "  tried: Fed",
        "Saved. Smiling, 9pm",
    ]
    assert [one.at for one in moments(data)] == [when("2026-11-15T23:00"), when("2026-11-16T20:20"), NOW]
    assert run("undo").out == "Undone: log 3 moments\n"
    assert moments(data) == []


def test_a_dry_run_says_how_it_is_read_and_saves_nothing(run: Run, data: Path) -> None:
    said = run(
        "log", "--dry-run", "rotoing 3:12am, cud, settled in half an hour; gr yesterday, not fed 3am 4am"
    )
    assert said.code == 0
    assert said.lines == [
        "- noticed: Rooting (from “rotoing”)",
        "  when: 3:12am",
        "  tried: Cuddled (from “cud”)",
        "  then: Settled",
        "  how long: 30 to 60 min",
        "- when: 3am",
        "  kept in the note: gr (it could be holds your finger, screwed-up face, smiling, grizzling or others)",
        "  kept in the note: yesterday (add a time, such as last night 11)",
        "  kept in the note: not (as it didn’t happen)",
        "  kept in the note: fed (as it didn’t happen)",
        "  kept in the note: 4am (there was one before it)",
    ]
    assert not data.exists()


def test_signs_come_first_and_stand_there_in_a_dry_run_too(run: Run, data: Path) -> None:
    for arguments in (["--dry-run"], []):
        said = run("log", *arguments, "weak cry, held")
        assert said.lines[1].startswith("Call")
        assert (
            said.lines.index(next(one for one in said.lines if "weak, high-pitched" in one))
            < len(said.lines) - 2
        )
        assert said.lines[-1] == "  tried: Cuddled"
    assert len(moments(data)) == 1


def test_signs_come_for_the_familys_own_name_too_and_once(run: Run, data: Path) -> None:
    data.mkdir()
    with_robin(data / "diary.db", board_choice("cry-different", name="Zigzag")).close()
    for arguments in (["--dry-run"], []):
        said = run("log", *arguments, "zigzag; weak cry")
        assert len([one for one in said.lines if "weak, high-pitched" in one]) == 1
        said = run("log", *arguments, "zigzag")
        assert said.lines[1].startswith("Call")


@pytest.mark.parametrize(
    ("phrase", "words"),
    [
        ("fed, settled", "There is no cue in this phrase, so nothing is saved. Say what you noticed"),
        ("flbg", "There is no cue in this phrase"),
        ("rooting; fed; yawning", "There is no cue in moment 2 of this phrase"),
    ],
)
def test_a_phrase_without_a_cue_saves_nothing(run: Run, data: Path, phrase: str, words: str) -> None:
    run("log", phrase).refused(words)
    assert not data.exists()
    run("log", "rooting")
    run("log", phrase).refused(words)
    assert len(moments(data)) == 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([""], "Say what you noticed"),
        ([" ; "], "Say what you noticed"),
        (["--dry-run", ";\x85"], "Say what you noticed"),
        (["--dry-run"], "Say what you noticed"),
        (["--dry-run", "--cue", "rooting"], "Say what you noticed"),
        (["rooting", "--cue", "rooting"], "Write all of it one way"),
        (["rooting", "--tried", "r-hold"], "Write all of it one way"),
        (["rooting", "--ago", "0m"], "Write all of it one way"),
        (["rooting", "--at", "2026-11-16T20:00"], "Write all of it one way"),
        (["rooting", "--note", "x"], "Write all of it one way"),
    ],
)
def test_bad_usage(run: Run, data: Path, arguments: list[str], words: str) -> None:
    said = run("log", *arguments)
    said.refused(words, code=2)
    assert not data.exists()


def test_the_familys_own_words_count(run: Run, data: Path) -> None:
    data.mkdir()
    diary = open_at(data / "diary.db")
    diary.add(ROBIN)
    diary.add(
        OwnWord(id=WordId("01a1e000-0000-7000-8000-00000000000a"), kind=WordKind.CUE, name="Zebra dance")
    )
    diary.close()
    assert run("log", "--dry-run", "zebra dance 5").lines == ["- noticed: Zebra dance", "  when: 8:55pm"]
    assert run("log", "zebra dnace 5").lines == ["Saved. Zebra dance, 8:55pm"]
    assert moments(data)[0].baby == ROBIN.id


def test_which_of_several_babies_and_a_first_name(run: Run, data: Path) -> None:
    assert run("log", "rooting", "--baby", "Sky").code == 0
    run("log", "rooting", "--baby", "Max").refused("There is no baby called “Max”")


def test_a_hard_moment_starts_out_private(run: Run, data: Path) -> None:
    run("log", "crying, took a breather")
    assert [one.private for one in moments(data)] == [True]


def test_letters_that_are_none_are_kept_as_far_as_they_can_be(run: Run, data: Path) -> None:
    assert run("log", "rooting caf\udce9").code == 0
    assert [one.note for one in moments(data)] == ["caf\N{REPLACEMENT CHARACTER}"]
