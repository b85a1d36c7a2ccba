"""`bonddiary log`: saved, said, and what is refused."""

from datetime import timedelta
from pathlib import Path

import pytest

from bonddiary.domain.baby import Baby
from bonddiary.domain.errors import ContentError
from bonddiary.domain.guidance import CALL_ANYWAY
from bonddiary.domain.ids import BabyId, MomentId
from bonddiary.domain.moment import Moment, Settle, SettleBin
from bonddiary.system.settings import Settings, save_settings
from tests.builders import NOW, ROBIN, cue_keys, everything, moment, open_at, response_keys, when
from tests.cli.conftest import Run


def moments(data: Path) -> list[Moment]:
    diary = open_at(data / "diary.db")
    found = [record for record in everything(diary) if isinstance(record, Moment)]
    diary.close()
    return found


def babies(data: Path) -> list[Baby]:
    diary = open_at(data / "diary.db")
    found = diary.all(Baby)
    diary.close()
    return list(found)


def test_a_whole_moment(run: Run, data: Path) -> None:
    said = run(
        "log",
        "--cue",
        "rooting",
        "--cue",
        "hand-to-mouth",
        "--ago",
        "10m",
        "--tried",
        "r-hold",
        "--tried",
        "r-feed-responsive",
        "--then",
        "out-settled",
        "--in",
        "5m",
        "--note",
        " a note ",
    )
    assert (said.code, said.out, said.err) == (0, "Saved. Rooting and hands to mouth, 8:50pm\n", "")
    (saved,) = moments(data)
    assert saved == moment(
        MomentId(saved.id),
        baby=babies(data)[0].id,
        at=NOW.shifted(timedelta(minutes=-10)),
        cues=cue_keys("rooting", "hand-to-mouth"),
        responses=response_keys("r-hold", "r-feed-responsive"),
        outcome="out-settled",
        settle=Settle(SettleBin.FROM_5, 5),
        note="a note",
    )


def test_the_first_moment_brings_a_baby_without_a_name_in_one_step(run: Run, data: Path) -> None:
    run("log", "--cue", "rooting")
    assert [baby.nickname for baby in babies(data)] == [""]
    run("log", "--cue", "yawning")
    assert len(babies(data)) == 1
    run("undo")
    run("undo")
    assert babies(data) == []
    assert moments(data) == []


@pytest.mark.parametrize(
    ("arguments", "at", "about", "words"),
    [
        ([], "2026-11-16T21:00", False, "9pm"),
        (["--ago", "29m"], "2026-11-16T20:31", False, "8:31pm"),
        (["--ago", "30m"], "2026-11-16T20:30", True, "about 8:30pm"),
        (["--ago", "1h30m"], "2026-11-16T19:30", True, "about 7:30pm"),
        (["--ago", "2h"], "2026-11-16T19:00", True, "about 7pm"),
        (["--ago", "45"], "2026-11-16T20:15", True, "about 8:15pm"),
        (["--ago", "0m"], "2026-11-16T21:00", False, "9pm"),
        (["--at", "2026-11-16T20:45"], "2026-11-16T20:45", False, "8:45pm"),
        (["--at", "2026-11-16 20:45"], "2026-11-16T20:45", False, "8:45pm"),
        (["--at", "2026-11-16T20:45+00:00"], "2026-11-16T20:45", False, "8:45pm"),
        (["--at", "2026-11-16T22:45+02:00"], "2026-11-16T20:45", False, "8:45pm"),
        (["--at", "2026-11-16T20:45Z"], "2026-11-16T20:45", False, "8:45pm"),
        (["--at", "2026-11-15T23:55"], "2026-11-15T23:55", True, "about yesterday 11:55pm"),
        (["--at", "2026-10-25T01:30"], "2026-10-25T01:30", True, "about Sunday 25 October, 1:30am (first)"),
    ],
)
def test_when_it_was(run: Run, data: Path, arguments: list[str], at: str, about: bool, words: str) -> None:
    said = run("log", "--cue", "rooting", *arguments)
    assert said.out == f"Saved. Rooting, {words}\n"
    (saved,) = moments(data)
    assert (saved.at, saved.about, saved.entered) == (when(at), about, NOW)


def test_an_offset_tells_both_half_past_ones_apart(run: Run, data: Path) -> None:
    run("log", "--cue", "rooting", "--at", "2026-10-25T01:30+01:00")
    run("log", "--cue", "rooting", "--at", "2026-10-25T01:30+00:00")
    assert [one.at for one in moments(data)] == [
        when("2026-10-25T01:30"),
        when("2026-10-25T01:30", second=True),
    ]


@pytest.mark.parametrize(
    "time", ["2026-11-16T21:01", "2026-11-17", "2030-01-01T00:00", "2026-11-16T21:00+00:00:01"]
)
def test_a_time_to_come_is_refused(run: Run, data: Path, time: str) -> None:
    said = run("log", "--cue", "rooting", "--at", time if "T" in time else f"{time}T00:00")
    if "00:00:01" in time:
        assert said.code == 0  # a second ago
        return
    said.refused("still to come: it is now 9pm on 16 November 2026")
    assert not data.exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--cue", "roting"], "There is no cue called “roting”. Did you mean rooting"),
        (["--cue", ""], "There is no cue called “”"),
        (["--cue", "rooting", "--tried", "r-fed"], "There is no response called “r-fed”"),
        (
            ["--cue", "rooting", "--then", "settled"],
            "There is no outcome called “settled”. Did you mean out-settled?",
        ),
        (["--cue", "rooting", "--cue", "rooting"], "The same cue or response is there twice"),
        (
            ["--cue", "rooting", "--tried", "r-hold", "--tried", "r-hold"],
            "The same cue or response is there twice",
        ),
        (["--cue", "rooting", "--in", "25h"], "between 0 minutes and 24 hours"),
        (["--cue", "zzz"], "There is no cue called “zzz”. Use one of: cry-whimper, cry-fuss, "),
        (["--cue", "rooting", "--tried", "zzz"], "no response called “zzz”. Use one of: r-feed-responsive, "),
        (["--cue", "rooting", "--then", "zzz"], "no outcome called “zzz”. Use one of: out-settled, "),
        (["--cue", "rooting", "--at", "0001-01-01T00:00+14:00"], "too long ago or too far ahead"),
        (["--cue", "rooting", "--at", "0001-01-01T00:00"], "too long ago or too far ahead"),
        (["--cue", "rooting", "--at", "1026-11-16T03:12"], "too long ago or too far ahead"),
        (["--cue", "rooting", "--at", "9999-12-31T23:59-14:00"], "too long ago or too far ahead"),
    ],
)
def test_what_is_refused(run: Run, data: Path, arguments: list[str], words: str) -> None:
    run("log", *arguments).refused(words)
    assert not (data / "diary.db").exists() or moments(data) == []


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "--cue"),
        (["--cue"], "expected one argument"),
        (
            ["--cue", "rooting", "--ago", "soon"],
            "“soon” isn’t a length of time; write it like 10m, 2h or 1h30m",
        ),
        (["--cue", "rooting", "--ago", ""], "isn’t a length of time"),
        (["--cue", "rooting", "--ago", "-5m"], "--ago"),
        (["--cue", "rooting", "--ago", "9999999999h"], "isn’t a length of time"),
        (["--cue", "rooting", "--at", "3:12"], "“3:12” isn’t a date with a time"),
        (["--cue", "rooting", "--at", "2026-11-16"], "isn’t a date with a time"),
        (["--cue", "rooting", "--at", "2026-02-30T03:12"], "isn’t a date with a time"),
        (["--cue", "rooting", "--at", "2026-11-16T03:12", "--ago", "5m"], "not allowed with argument"),
        (["--cue", "rooting", "--in", "long"], "isn’t a length of time"),
        (["--cue", "rooting", "surplus"], "unrecognized"),
        (["--cu", "rooting"], "--cu"),
    ],
)
def test_bad_usage(run: Run, data: Path, arguments: list[str], words: str) -> None:
    said = run("log", *arguments)
    assert words.lower() in said.err.lower()
    assert said.code == 2
    said.one_sentence()
    assert not data.exists()


def test_a_response_about_the_carer_starts_out_private(run: Run, data: Path) -> None:
    run("log", "--cue", "cry-inconsolable", "--tried", "r-safe-break", "--note", "hard")
    run("log", "--cue", "rooting", "--tried", "r-hold")
    assert [one.private for one in moments(data)] == [True, False]


def test_which_of_several_babies(run: Run, data: Path) -> None:
    sky = Baby(id=BabyId("01a1e000-0000-7000-8000-000000000002"), nickname="Sky")
    data.mkdir()
    diary = open_at(data / "diary.db")
    diary.add(ROBIN)
    diary.add(sky)
    diary.close()
    run("log", "--cue", "rooting")
    run("log", "--cue", "rooting", "--baby", "SKY")
    save_settings(Settings(last_baby=sky.id), data / "settings.json")
    run("log", "--cue", "rooting")
    run("log", "--cue", "rooting", "--baby", "robin")
    assert [one.baby for one in moments(data)] == [ROBIN.id, sky.id, sky.id, ROBIN.id]
    run("log", "--cue", "rooting", "--baby", "Max").refused(
        "There is no baby called “Max” in this diary. There is: Robin, Sky."
    )


def test_a_baby_without_a_name_is_called_as_in_the_window(run: Run, data: Path) -> None:
    """Beside others no command could say whom it is about."""
    nameless = Baby(id=BabyId("01a1e000-0000-7000-8000-000000000002"))
    data.mkdir()
    diary = open_at(data / "diary.db")
    diary.add(ROBIN)
    diary.add(nameless)
    diary.close()
    run("log", "--cue", "rooting", "--baby", "baby 2")
    assert [one.baby for one in moments(data)] == [nameless.id]
    run("log", "--cue", "rooting", "--baby", "Max").refused(
        "There is no baby called “Max” in this diary. There is: Robin, Baby 2."
    )
    run("log", "--cue", "rooting", "--baby", "Baby 1").refused("There is: Robin, Baby 2.")


def test_the_first_baby_can_be_named(run: Run, data: Path) -> None:
    run("log", "--cue", "rooting", "--baby", "Robin")
    assert [baby.nickname for baby in babies(data)] == ["Robin"]


def test_saved_is_said_when_it_is_saved_and_not_before(
    run: Run, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = []
    monkeypatch.setattr("bonddiary.cli.log.say", lambda text: seen.append((text, len(moments(data)))))
    run("log", "--cue", "rooting")
    assert seen == [("Saved. Rooting, 9pm", 1)]


def test_a_note_with_bytes_that_are_no_letters_is_kept_as_far_as_it_can_be(run: Run, data: Path) -> None:
    assert run("log", "--cue", "rooting", "--note", "caf\udce9").code == 0
    assert [one.note for one in moments(data)] == ["caf\N{REPLACEMENT CHARACTER}"]


def test_a_moment_is_saved_where_the_signs_cannot_be_read(
    run: Run, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ContentError("safety.toml can’t be read.")

    monkeypatch.setattr("bonddiary.content.guidance.load_safety", broken)
    said = run("log", "--cue", "cry-different")
    assert said.code == 0
    assert said.lines[0] == CALL_ANYWAY
    assert said.lines[-1] == "Saved. Cry sounds different, 9pm"
    assert said.err == "safety.toml can’t be read.\n"
    assert len(moments(data)) == 1
