"""Each thing a parent can ask of the page, and words that try to be more than words."""

from datetime import date
from typing import Any

import pytest

from bonddiary.content.wording import banned_words, typed_marks
from bonddiary.domain.baby import Baby, Carer
from bonddiary.domain.period import Period
from bonddiary.report.document import Grid, Items, Words
from bonddiary.report.records import open_questions, visit_prepared_for
from bonddiary.report.request import USUAL, NameShown, Section
from tests import builders
from tests.report.made import PERIOD, ROBIN, SAM, everything, noted, page, part, records, small_diary, texts


def robin(**changes: Any) -> Baby:
    """Robin, or Robin as they might have been."""
    return Baby(**{"id": ROBIN.id, "nickname": "Robin", "born": ROBIN.born, **changes})


@pytest.mark.parametrize(
    ("shown", "nickname", "title"),
    [
        (NameShown.NICKNAME, "Robin", "Robin’s diary, 3 to 16 November 2026"),
        (NameShown.INITIAL, "robin", "R.’s diary, 3 to 16 November 2026"),
        (NameShown.NONE, "Robin", "A baby’s diary, 3 to 16 November 2026"),
        (NameShown.NICKNAME, "", "A baby’s diary, 3 to 16 November 2026"),
        (NameShown.INITIAL, "🐦", "A baby’s diary, 3 to 16 November 2026"),
        (NameShown.INITIAL, "Éa", "É.’s diary, 3 to 16 November 2026"),
    ],
)
def test_the_name_is_shown_as_asked(shown: NameShown, nickname: str, title: str) -> None:
    found = records(*small_diary(), baby=robin(nickname=nickname))
    document = page(found, name=shown)
    assert document.title == title
    if shown is not NameShown.NICKNAME:
        assert "Robin" not in " ".join(texts(document))


@pytest.mark.parametrize(
    ("first", "last", "dates"),
    [
        ("2026-11-03", "2026-11-16", "3 to 16 November 2026"),
        ("2026-10-25", "2026-11-16", "25 October to 16 November 2026"),
        ("2025-12-25", "2026-11-16", "25 December 2025 to 16 November 2026"),
    ],
)
def test_dates_in_words(first: str, last: str, dates: str) -> None:
    asked = Period(date.fromisoformat(first), date.fromisoformat(last))
    unknown = records(
        *small_diary(), baby=robin(born=None)
    )  # a page begins with the birth, where that is known
    assert page(unknown, period=asked).title == f"Robin’s diary, {dates}"


@pytest.mark.parametrize(
    ("baby", "said"),
    [
        ({}, ["6 to 8 weeks old."]),
        ({"born": date(2026, 11, 1)}, ["2 days to 2 weeks old."]),
        ({"born": date(2025, 9, 1)}, ["1 year 2 months old."]),
        ({"born": date(2026, 11, 10)}, ["6 days old."]),
        ({"born": None}, []),
        ({"due": date(2026, 9, 25)}, ["6 to 8 weeks old."]),
        (
            {"due": date(2026, 11, 1)},
            ["6 to 8 weeks old.", "Corrected age, counted from the due date: 2 days to 2 weeks."],
        ),
        (
            {"due": date(2026, 11, 10)},
            ["6 to 8 weeks old.", "Corrected age, counted from the due date: 0 to 6 days."],
        ),
        (
            {"born": date(2026, 9, 1), "due": date(2026, 11, 30)},
            ["9 to 10 weeks old.", "Corrected age is counted from the due date, 30 November 2026."],
        ),
    ],
)
def test_age_and_corrected_age(baby: dict[str, object], said: list[str]) -> None:
    own = "A parent’s or carer’s own notes. Not a medical assessment."
    assert [*page(records(*small_diary(), baby=robin(**baby))).under_title] == [*said, own]


@pytest.mark.parametrize("section", Section)
def test_each_part_comes_and_goes_alone(section: Section) -> None:
    visit = builders.visit(day=date(2026, 11, 1), plan="A walk.", joy="Bath time")
    found = records(*small_diary(), visit)
    asked = everything(coping="Well.")
    whole = page(found, **asked)
    without = page(found, sections=frozenset(Section) - {section}, coping="Well.")
    assert any(block.section is section for block in whole.blocks)
    assert without.blocks == tuple(block for block in whole.blocks if block.section is not section)
    alone = page(found, sections=frozenset({section}), coping="Well.")
    assert [block.heading for block in alone.blocks] == [
        block.heading for block in whole.blocks if block.section is section
    ]


def test_parts_stand_in_the_order_of_the_page() -> None:
    order = [block.section for block in page(**everything(coping="Well.")).blocks]
    room_to_agree = order.pop()
    assert (order[-1], room_to_agree) == (Section.DAYS, Section.PLAN)
    assert order == sorted(order, key=list(Section).index)


def test_the_usual_page_keeps_what_is_private_back() -> None:
    assert frozenset(Section) - USUAL == {
        Section.CARE,
        Section.NOTES,
        Section.COPING,
        Section.PREPARATION,
    }
    visit = builders.visit(day=date(2026, 11, 20), joy="Bath time", worry="Nights", note="Door code 1")
    shown = " ".join(texts(page(records(*small_diary(), visit), coping="Tired")))
    assert not [word for word in ("Bath time", "Nights", "Tired", "Door code") if word in shown]


def test_preparation_is_that_of_the_next_visit() -> None:
    last = builders.visit(day=date(2026, 11, 1), joy="Old joy")
    after = builders.visit(day=date(2026, 12, 20), joy="Far joy")
    coming = builders.visit(day=date(2026, 11, 20), relationship="Close", joy="Bath time", worry=" ")
    found = records(last, coming, after, *small_diary())
    block = part(page(found, **everything()), Section.PREPARATION)
    assert isinstance(block, Items)
    assert block.items == (
        "Being with our baby, in a few words: Close",
        "What brings us joy: Bath time",
    )
    past = visit_prepared_for(records(last, *small_diary()), date(2026, 11, 16))
    assert past == last
    assert not [block for block in page(**everything()).blocks if block.section is Section.PREPARATION]


def test_the_plan_of_the_last_visit_is_shown_and_a_coming_ones_is_not() -> None:
    found = records(
        builders.visit(day=date(2026, 11, 1), plan="A walk."),
        builders.visit(day=date(2026, 11, 20), plan="Not yet."),
        *small_diary(),
    )
    blocks = [block for block in page(found).blocks if block.section is Section.PLAN]
    assert [block.heading for block in blocks] == ["Agreed on 1 November 2026", "What we agree today"]
    assert isinstance(blocks[0], Words)
    assert blocks[0].paragraphs == ("A walk.",)


@pytest.mark.parametrize(("today", "heading"), [("", "1"), ("Rest.", "16")])
def test_on_the_day_of_a_visit_the_plan_of_the_one_before_is_there(today: str, heading: str) -> None:
    before = builders.visit(day=date(2026, 11, 1), plan="A walk.")
    found = records(before, builders.visit(day=date(2026, 11, 16), plan=today), *small_diary())
    first = next(block for block in page(found).blocks if block.section is Section.PLAN)
    assert first.heading == f"Agreed on {heading} November 2026"


def test_on_the_day_of_a_visit_changes_are_since_the_one_before() -> None:
    visits = builders.visit(day=date(2026, 11, 2)), builders.visit(day=date(2026, 11, 16))
    changes = part(page(records(*visits, *small_diary())), Section.CHANGES)
    assert "2 November 2026" in changes.heading


def test_without_questions_there_is_room_to_write_some() -> None:
    block = part(page(questions=(" ", "")), Section.QUESTIONS)
    assert isinstance(block, Items)
    assert (block.items, block.lines) == ((), 4)


def test_open_questions_of_the_diary_come_in_the_familys_order() -> None:
    asked = (
        builders.question(text="third", asked_on=date(2026, 11, 2)),
        builders.question(text="fourth", asked_on=date(2026, 11, 3)),
        builders.question(text="second", place=1),
        builders.question(text="first", place=0),
        builders.question(text="answered", answer="Yes."),
        builders.question(text=" "),
    )
    assert open_questions(records(*small_diary(), questions=asked)) == ("first", "second", "third", "fourth")


def test_grey_large_and_purpose_go_with_the_page() -> None:
    plain = page()
    assert (plain.grey, plain.large) == (False, False)
    asked = page(grey=True, large=True, purpose=" 6 to 8\nweek review ")
    assert (asked.grey, asked.large) == (True, True)
    assert "For: 6 to 8 week review." in asked.under_title


def test_without_days_there_are_no_definitions_of_behaviours() -> None:
    assert "What the words mean here." in page().foot
    shown = page(sections=USUAL - {Section.DAYS})
    assert shown.foot[0] == "Not logged is not zero."


HOSTILE = (
    "{name} {0} %s $x ${y}",
    "<script>alert(1)</script>",
    '#let x = 1; #import "a" *b* _c_ `d` $e$ \\ @f',
    "=HYPERLINK(1)",
    "\N{RIGHT-TO-LEFT OVERRIDE}gnirts",
    "⟦x⟧ \N{RIGHT-TO-LEFT MARK}",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_stay_words(text: str) -> None:
    one = noted("03T12:00", note=text, carer=SAM.id)
    found = records(
        *small_diary(),
        one,
        builders.visit(day=date(2026, 11, 1), plan=text),
        baby=robin(nickname=text),
        carers=(Carer(id=SAM.id, label=text),),
    )
    shown = page(
        found,
        **everything(notes=frozenset({one.id}), carers=True, purpose=text, coping=text, questions=(text,)),
    )
    assert shown.title == f"{text}’s diary, 3 to 16 November 2026"
    assert f"For: {text}." in shown.under_title
    said = {block.heading: block for block in shown.blocks}
    assert said["What we would like to talk about"].items == (text,)  # type: ignore[union-attr]
    assert said["Notes"].items == (f"Tuesday 3 November, noon: {text}",)  # type: ignore[union-attr]
    assert said["How we are doing"].paragraphs == (text,)  # type: ignore[union-attr]
    assert said["Agreed on 1 November 2026"].paragraphs == (text,)  # type: ignore[union-attr]
    assert f"Noted by {text}." in shown.logged


def test_a_page_of_its_own_words_judges_nobody() -> None:
    shown = page(**everything(questions=("When?",), coping="Well."))
    for text in texts(shown):
        assert not [*banned_words(text)], text
        assert not [*typed_marks(text)], text
        assert "%" not in text


def test_every_row_is_as_long_as_its_headers() -> None:
    shown = page(**everything())
    tables = [block.table for block in shown.blocks if isinstance(block, Grid)]
    assert shown.rows is not None
    for table in (*tables, shown.rows):
        assert {len(row) for row in table.rows} == {len(table.headers)}


def test_the_same_request_gives_the_same_page() -> None:
    found = records(*small_diary())
    assert page(found, **everything()) == page(found, **everything())
    assert page(found, period=PERIOD) == page(found)
