"""The whole page of a small diary, word for word and number for number."""

from datetime import date

from bonddiary.analysis.insight import Table
from bonddiary.report.document import Grid, Items, PageKind, Picture, Words
from bonddiary.report.request import Section
from tests import builders
from tests.report.made import everything, page, records, small_diary

PLAN = builders.visit(day=date(2026, 11, 2), plan="Try a walk in the evening.\nRing if it gets harder.")
COPING = "Tired.\n\nMornings are lovely."
ASKED = everything(
    questions=("Evenings are long. Is this usual?", "  When is\nthe next weighing?  "),
    purpose="6 to 8 week review",
    coping=COPING,
)
FOUND = records(*small_diary(), PLAN)
PAGE = page(FOUND, **ASKED)
BLOCKS = [block for block in PAGE.blocks if not isinstance(block, Picture)]


def test_who_and_what() -> None:
    assert PAGE.kind is PageKind.PROFILE
    assert PAGE.title == "Robin’s diary, 3 to 16 November 2026"
    assert PAGE.under_title == (
        "6 to 8 weeks old.",
        "For: 6 to 8 week review.",
        "A parent’s or carer’s own notes. Not a medical assessment.",
    )
    assert (PAGE.language, PAGE.right_to_left) == ("en-GB", False)
    assert (PAGE.made, PAGE.made_on) == (
        "Made with Bond Diary 0.1.0 on 16 November 2026",
        date(2026, 11, 16),
    )
    assert PAGE.file_stem == "diary-page-2026-11-16"


def test_how_much_was_logged() -> None:
    assert PAGE.logged_heading == "How much was logged"
    assert PAGE.logged == (
        "On 4 of 14 days something was logged: 13 moments.",
        "1 day marked as logged in full.",
        "The time of 1 of 13 moments is remembered, to about 15 minutes.",
        "What nobody logged is not known. It is not zero.",
    )
    assert PAGE.inside == "In it: 13 moments and 4 care events. No notes. People hidden."


def test_questions_strengths_and_what_a_typical_day_needs() -> None:
    assert BLOCKS[:4] == [
        Items(
            section=Section.QUESTIONS,
            heading="What we would like to talk about",
            items=("Evenings are long. Is this usual?", "When is the next weighing?"),
            numbered=True,
            lines=1,
        ),
        Items(
            section=Section.ENJOYS,
            heading="What our baby may enjoy",
            items=("Smiling: 2 times, on 2 days", "Carried on happily: 1 time, on 1 day"),
            lead="Signs that may say “I want to be with you”.",
        ),
        Items(
            section=Section.ENJOYS,
            heading="What came before calm",
            items=("Fed: calm came next 3 of 4 times",),
            lead="When we noted what came next. Counts, not causes.",
            small=("Calm stands for: settled, fell asleep and carried on happily.",),
        ),
        Words(
            section=Section.TYPICAL_DAY,
            heading="A typical day",
            paragraphs=(
                "A typical day needs 14 days, with something logged on 7 of every 10. Here 4 of 14 days have something.",
            ),
        ),
    ]


def test_what_was_tried_and_crying() -> None:
    assert BLOCKS[4:8] == [
        Grid(
            section=Section.TRIED,
            heading="What we noticed, what we tried, what happened next",
            lead="Cues logged 8 times or more, sorted by how often. Counts, not causes.",
            table=Table(
                "How often each thing was tried after a cue, and what happened next",
                (
                    "Cue", "What was tried", "Times",
                    "Settled", "Settled a bit", "No change yet", "Not recorded",
                ),
                (
                    ("Rooting, 8 times", "Fed", "5", "3", "1", "0", "1"),
                    ("Rooting, 8 times", "Other things", "2", "1", "0", "1", "0"),
                    ("Rooting, 8 times", "Nothing noted", "1", "0", "0", "0", "1"),
                ),
            ),
            small=("“Settled” stands for: settled and fell asleep.",),
        ),
        Words(
            section=Section.CRYING,
            heading="Crying and fussing, when noted",
            paragraphs=(
                "Noted 3 times, on 3 of 4 days with something logged.",
                "The longest noted lasted 25 min, on Tuesday 3 November. A length was noted 2 of 3 times.",
                "What was tried: carried (2 times); cuddled (1 time).",
            ),
        ),
        Words(
            section=Section.PLAN,
            heading="Agreed on 2 November 2026",
            paragraphs=("Try a walk in the evening.", "Ring if it gets harder."),
        ),
        Words(
            section=Section.CHANGES,
            heading="Since the visit on 2 November 2026",
            paragraphs=(
                "Too little was logged in the days before (20 October to 2 November) to set beside these.",
            ),
        ),
    ]  # fmt: skip


def test_care_and_words_of_their_own() -> None:
    assert BLOCKS[8:] == [
        Grid(
            section=Section.CARE,
            heading="Feeds and nappies noted",
            table=Table(
                "Feeds and nappies: how many were noted, and on how many days",
                ("What was noted", "Times", "Days with any"),
                (
                    ("Feed", "2", "2 of 4"),
                    ("Feed: breast", "1", "1 of 4"),
                    ("Feed: bottle", "1", "1 of 4"),
                    ("Nappy", "1", "1 of 4"),
                    ("Nappy: wet", "1", "1 of 4"),
                ),
            ),
            small=("There may have been more: these are the ones somebody noted.",),
        ),
        Items(section=Section.NOTES, heading="Notes", items=(), lead="No notes were chosen."),
        Words(
            section=Section.COPING, heading="How we are doing", paragraphs=("Tired.", "Mornings are lovely.")
        ),
        Items(section=Section.PLAN, heading="What we agree today", items=(), lines=3),
    ]


def test_every_day_comes_before_room_to_agree_and_is_drawn_from_the_same_entries() -> None:
    last, room = PAGE.blocks[-2:]
    assert (room.section, room.heading) == (Section.PLAN, "What we agree today")
    assert isinstance(last, Picture)
    assert (last.section, last.heading) == (Section.DAYS, "Every day, midnight to midnight")
    assert last.insight.key == "days"
    assert last.alt.startswith("One ruler of 24 hours for each day, from 3 November to 16 November.")
    assert last.insight.words[0] in last.alt


def test_the_foot_says_what_words_mean_and_what_the_page_is_not() -> None:
    assert PAGE.foot[0] == "What the words mean here."
    assert [line.partition(":")[0] for line in PAGE.foot[1:7]] == [
        "Sleep",
        "Awake and content",
        "Feeding",
        "Fussing",
        "Crying",
        "Inconsolable crying",
    ]
    assert PAGE.foot[7:9] == ("Not logged is not zero.", "Counts, not causes.")
    assert PAGE.foot[-1] == "This page is not for emergencies."


def test_the_rows_are_the_entries() -> None:
    assert PAGE.rows is not None
    assert PAGE.rows.headers == (
        "Day", "Time", "About", "What", "Cues",
        "What was tried", "What happened next", "Time to settle", "Minutes it lasted",
    )  # fmt: skip
    assert len(PAGE.rows.rows) == 13 + 4
    assert PAGE.rows.rows[:2] == (
        ("2026-11-03", "07:10", "", "Moment", "Rooting", "Fed", "Settled", "", ""),
        ("2026-11-03", "07:15", "", "Feed, breast", "", "", "", "", "20"),
    )
    assert (
        "2026-11-04", "18:40", "about", "Moment", "Fussing; Knees pulled up",
        "Carried", "Passed by itself", "", "5",
    ) in PAGE.rows.rows  # fmt: skip
