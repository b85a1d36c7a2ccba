"""`bonddiary chart`, `tips`, `demo`, `check-content`."""

import json
import re
import shutil
from pathlib import Path

import pytest

from bonddiary.cli.charts import CONTRAST, THEMES
from bonddiary.content.guidance import load_tips
from bonddiary.content.loader import content_folder, load_catalog
from bonddiary.domain.moment import Moment
from bonddiary.domain.tip_choice import Kept
from bonddiary.system.themes import ThemeKey
from tests.builders import (
    NOW,
    cue_keys,
    everything,
    moment,
    open_at,
    response_keys,
    tip_choice,
    when,
    with_robin,
)
from tests.cli.conftest import Run

PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture
def logged(data: Path) -> Path:
    """A diary of some days, long enough ago that its charts end with it."""
    data.mkdir()
    entries = [
        moment(at=when(f"2026-06-{day:02d}T{hour:02d}:10")) for day in range(1, 9) for hour in (6, 12, 20)
    ]
    with_robin(data / "diary.db", *entries).close()
    return data


@pytest.mark.parametrize(
    ("name", "begins"), [("a.png", PNG), ("a.svg", b"<?xml"), ("a.PNG", PNG), ("a.pdf", b"%PDF-1.")]
)
def test_a_chart_is_a_picture(run: Run, logged: Path, tmp_path: Path, name: str, begins: bytes) -> None:
    said = run("chart", "two-weeks", "--output", tmp_path / name)
    assert (said.code, said.err) == (0, "")
    assert said.lines[0].startswith(f"Saved {tmp_path / name}: ")
    assert said.lines[1] == "8 of 14 days · 24 moments"
    assert (tmp_path / name).read_bytes().startswith(begins)


def test_every_theme_with_colours_can_be_asked_for() -> None:
    assert (*ThemeKey, CONTRAST) == THEMES


def test_a_chart_in_black_has_no_colour(run: Run, logged: Path, tmp_path: Path) -> None:
    saved = tmp_path / "a.svg"
    said = run("chart", "two-weeks", "--output", saved, "--theme", "contrast")
    assert (said.code, said.err) == (0, "")
    named = set(re.findall(r"#[0-9a-f]{6}\b", saved.read_text(encoding="utf-8")))
    assert named
    assert all(colour[1:3] * 2 == colour[3:] for colour in named)


def test_a_chart_of_a_period_in_another_theme(run: Run, logged: Path, tmp_path: Path) -> None:
    days = ["--from", "2026-06-02", "--to", "2026-06-05"]
    for theme in ("day", "night"):
        said = run("chart", "two-weeks", "--output", tmp_path / f"{theme}.svg", "--theme", theme, *days)
        assert said.lines[1] == "4 of 4 days · 12 moments"
    assert (tmp_path / "day.svg").read_bytes() != (tmp_path / "night.svg").read_bytes()


def test_every_chart_there_is_can_be_saved_from_the_demo(run: Run, data: Path, tmp_path: Path) -> None:
    from bonddiary.charts.registry import CHARTS

    run("demo")
    for key in CHARTS:
        assert run("chart", key, "--output", tmp_path / f"{key}.png").code == 0
        assert (tmp_path / f"{key}.png").stat().st_size > 10_000


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (
            ["pie", "--output", "{}/a.png"],
            1,
            "There is no chart called “pie”. There is: two-weeks, day, time-of-day, tried, settling, weeks, typical-day, before-cues.",
        ),
        (["two-weeks", "--output", "{}/a.jpg"], 2, "Pictures are saved as .png, .svg or .pdf"),
        (["two-weeks", "--output", "{}/a"], 2, "Pictures are saved as .png, .svg or .pdf"),
        (["two-weeks", "--output", "{}/nowhere/a.png"], 1, "There is no folder"),
        (["two-weeks", "--output", "{}/a.png", "--from", "2025-01-01"], 2, "at most a year"),
        (
            ["two-weeks", "--output", "{}/a.png", "--from", "2026-06-09", "--to", "2026-06-08"],
            2,
            "--from is after --to",
        ),
        (
            ["two-weeks", "--output", "{}/a.png", "--from", "2026-01-01", "--to", "2026-01-14"],
            1,
            "Too few to see a pattern yet",
        ),
        (["two-weeks", "--output", "{}/a.png", "--theme", "pink"], 2, "--theme"),
        (["two-weeks"], 2, "--output"),
    ],
)
def test_a_chart_that_is_refused(
    run: Run, logged: Path, tmp_path: Path, arguments: list[str], code: int, words: str
) -> None:
    run("chart", *(one.format(tmp_path) for one in arguments)).refused(words, code)
    assert not list(tmp_path.glob("a*"))


def test_the_numbers_of_every_chart_are_printed(run: Run, data: Path, tmp_path: Path) -> None:
    from bonddiary.analysis.insights import BUILDERS

    run("demo")
    everything = json.loads(run("chart", "two-weeks", "--json").out)
    assert everything["table"]["headers"][0] == "Day"
    assert everything["coverage"]["line"].startswith("14 of 14 days · ")
    assert everything["words"][0].startswith(everything["title"])
    assert len(everything["data"]["rows"]) == 14
    keys = [builder.__name__.replace("_", "-").replace("one-day", "day") for builder in BUILDERS]
    for key in keys:
        said = run("chart", key, "--json", "--output", tmp_path / f"{key}.json")
        assert said.lines[0].startswith(f"Saved {tmp_path / key}.json: ")
        told = json.loads((tmp_path / f"{key}.json").read_text(encoding="utf-8"))
        assert told["key"] == key
        assert told["table"]["rows"]
        assert told["data"]
    run("chart", keys[0], "--json", "--output", tmp_path / f"{keys[0]}.json").refused("There is already")


def test_numbers_of_too_little_say_so(run: Run, data: Path) -> None:
    run("log", "--cue", "rooting")
    told = json.loads(run("chart", "tried", "--json").out)
    assert not told["ready"]
    assert "This chart starts when" in told["words"][-1]


def test_what_is_private_is_in_no_chart(run: Run, data: Path, tmp_path: Path) -> None:
    data.mkdir()
    seen = [moment(at=when(f"2026-11-{day:02d}T12:10")) for day in range(5, 13)]
    hidden = [
        moment(at=when("2026-11-10T09:00"), private=True),
        moment(
            at=when("2026-11-11T09:00"), cues=cue_keys("cry-rising"), responses=response_keys("r-could-not")
        ),
    ]
    with_robin(data / "diary.db", *seen, *hidden).close()
    for key in ("two-weeks", "tried", "day"):
        told = run("chart", key, "--json").out
        assert json.loads(told)["coverage"]["moments"] == 8
        assert "private" not in told.lower().replace('"private": 0', "")
        assert "could not" not in told.lower()
        assert "cry-rising" not in told
        assert "Rising" not in told


@pytest.mark.parametrize("key", ["two-weeks", "tried"])
def test_too_little_to_draw_says_how_much_there_is_once(
    run: Run, data: Path, tmp_path: Path, key: str
) -> None:
    run("log", "--cue", "rooting")
    said = run("chart", key, "--output", tmp_path / "a.png")
    said.refused("This chart starts ")
    assert said.err.count("Too few to see a pattern yet.") == 1


def test_a_picture_that_is_there_is_not_written_over(run: Run, logged: Path, tmp_path: Path) -> None:
    (tmp_path / "a.svg").write_text("mine")
    run("chart", "two-weeks", "--output", tmp_path / "a.svg").refused(
        "There is already a file called “a.svg”"
    )
    assert (tmp_path / "a.svg").read_text() == "mine"
    assert run("chart", "two-weeks", "--output", tmp_path / "a.svg", "--force").code == 0
    assert (tmp_path / "a.svg").read_bytes().startswith(b"<?xml")


def test_a_chart_of_a_diary_in_use_ends_today(run: Run, data: Path, tmp_path: Path) -> None:
    data.mkdir()
    entries = [moment(at=when(f"2026-11-{day:02d}T12:10")) for day in range(5, 13)]
    with_robin(data / "diary.db", *entries).close()
    said = run("chart", "two-weeks", "--output", tmp_path / "a.svg")
    assert "8 of 14 days" in said.lines[1]
    assert "3 to 16 November 2026" in (tmp_path / "a.svg").read_text(encoding="utf-8")


@pytest.mark.parametrize("key", load_catalog().cues)
def test_tips_for_every_cue(run: Run, data: Path, key: str) -> None:
    said = run("tips", key)
    assert (said.code, said.err) == (0, "")
    assert said.lines[0] == load_catalog().cue(key).name
    assert "What it may mean:" in said.lines
    assert "Source: " in said.out
    assert max(map(len, said.lines)) <= 110
    assert not data.exists()


def test_a_hidden_tip_is_not_printed(run: Run, data: Path) -> None:
    titles = {tip.title: tip.key for tip in load_tips()}

    def printed() -> list[str]:
        out = run("tips", "rooting").out
        return [title for title in titles if f"{title} (shown " in out]

    before = printed()
    data.mkdir()
    with_robin(data / "diary.db", tip_choice(titles[before[0]], Kept.HIDDEN)).close()
    assert before[0] not in printed()
    assert printed()
    run("undo")
    assert before[0] in printed()


def test_tips_of_a_cue_with_signs_show_them_word_for_word(run: Run) -> None:
    from bonddiary.content.guidance import load_safety

    guide, cue = load_safety(), load_catalog().cue("cry-different")
    said = " ".join(run("tips", "cry-different").out.split())
    for sign in guide.signs:
        assert (" ".join(sign.text.split()) in said) is (sign.key in cue.signs)


def test_tips_say_why_without_claiming_that_anything_was_noted(run: Run, data: Path) -> None:
    said = run("tips", "rooting").out
    assert "(shown because you asked about rooting)" in said
    assert "you noted" not in "".join(line for line in said.splitlines() if "(shown " in line)
    assert not data.exists()


def test_tips_in_american_words(run: Run) -> None:
    british, american = run("tips", "knees-up").out, run("tips", "knees-up", "--language", "en-US").out
    assert "wind" in british
    assert "gas" not in british.split("Source:")[0]
    assert "May be gas" in american
    assert len(american.splitlines()) > 10
    run("tips", "knees-up", "--language", "xx").refused("no words in “xx”. Use one of: en, en-US.")


def test_tips_of_a_cue_that_is_not_known(run: Run) -> None:
    run("tips", "yawn").refused("There is no cue called “yawn”. Did you mean yawning")
    assert run("tips").code == 2


def test_the_demo_is_a_diary_marked_as_made_up(run: Run, data: Path) -> None:
    said = run("demo")
    assert (said.code, said.err) == (0, "")
    diary = open_at(data / "diary.db")
    assert diary.is_demo
    moments = [record for record in everything(diary) if isinstance(record, Moment)]
    diary.close()
    assert said.out.startswith(f"Made up: {len(moments)} moments")
    assert run("list").code == 0


@pytest.mark.parametrize("begun", [True, False], ids=["a diary", "none yet"])
def test_an_archive_of_the_demo_never_comes_into_a_familys_own(
    run: Run, data: Path, tmp_path: Path, begun: bool
) -> None:
    file, own = tmp_path / "look.jsonl", tmp_path / "own"
    run("demo")
    run("export", str(file))
    if begun:
        run("--data-dir", str(own), "log", "rooting")
    run("--data-dir", str(own), "import", str(file)).refused("comes from a made-up diary")
    assert "already here" in run("import", str(file)).out
    assert not begun or len(json.loads(run("--data-dir", str(own), "list", "--json").out)) == 1


def test_the_demo_never_mixes_with_a_familys_own_entries(run: Run, data: Path) -> None:
    run("log", "--cue", "rooting")
    before = run("list", "--json").out
    run("demo").refused("has entries already, so it was left as it is. Give an empty folder with --data-dir.")
    assert run("list", "--json").out == before
    diary = open_at(data / "diary.db")
    assert not diary.is_demo
    diary.close()


def test_the_demo_is_made_once_and_can_be_taken_back(run: Run, data: Path) -> None:
    run("demo")
    run("demo").refused("has entries already")
    run("undo")
    run("list").refused("There is nothing in this diary yet")
    assert run("demo").code == 0


def test_the_demo_ends_now(run: Run, data: Path) -> None:
    run("demo", now=when("2026-03-01T10:00"))
    assert run("list", "--from", "2026-03-02", now=NOW).code == 1
    assert run("list", "--from", "2026-02-27", now=NOW).code == 0


def test_the_shipped_content_is_right(run: Run) -> None:
    said = run("check-content")
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("Nothing wrong: ")


def test_counts_are_printed(run: Run) -> None:
    said = run("check-content")
    for words in ("cues", "responses", "outcomes", "tips", "groups", "countries", "services", "sources"):
        assert words in said.out
    assert len(said.out.splitlines()) == 1


def test_a_release_waits_for_what_was_looked_up_too_long_ago(run: Run) -> None:
    lately, later = when("2026-11-27T10:00"), when("2027-11-27T10:00")
    said = run("check-content", "--release", now=lately)
    assert (said.code, said.err) == (0, "")
    assert "waiting for a named person’s check" in said.out
    assert "of the family crying" in said.out
    assert "of the topic feeding" in said.out
    said = run("check-content", "--release", now=later)
    assert (said.code, said.out) == (1, "")
    assert "services.toml: uk-999, checked: expected a date within 180 days before 2027-11-27" in said.err
    assert run("check-content", now=later).code == 0


def test_a_mistake_in_the_content_is_named(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = tmp_path / "content"
    shutil.copytree(content_folder(), broken)
    text = (broken / "cues/movement.toml").read_text(encoding="utf-8")
    (broken / "cues/movement.toml").write_text(
        text.replace('family = "movement"', 'family = "dancing"', 1), encoding="utf-8"
    )
    monkeypatch.setattr("bonddiary.content.loader.content_folder", lambda: broken)
    said = run("check-content")
    assert (said.code, said.out) == (1, "")
    assert "cues/movement.toml: " in said.err
    assert "family: expected" in said.err
    run("log", "--cue", "rooting").refused("cues/movement.toml: ")
