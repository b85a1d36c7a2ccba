"""The hand-over sheet: what was chosen and nothing else, in plain kind words."""

from dataclasses import replace
from datetime import date

import pytest

from bonddiary.analysis.phrasebook import phrasebook
from bonddiary.content.guidance import load_safety
from bonddiary.content.readability import too_long
from bonddiary.content.wording import banned_words, typed_marks
from bonddiary.domain.baby import Baby
from bonddiary.domain.care import CareEvent, CareKind
from bonddiary.domain.ids import CueKey
from bonddiary.report.document import Grid, Items, PageKind, ReportDocument, Words
from bonddiary.report.hand_over import HandOverRequest, hand_over, sheet_rows
from bonddiary.report.request import NameShown
from tests.analysis.made import BABY, NAMES, TWO_WEEKS, care, moment, when
from tests.analysis.test_tried import rooting

NOW = when(14, 9)
ROBIN = Baby(id=BABY, nickname="Robin", born=date(2026, 9, 20))
GUIDE = load_safety(country="england")
FULL = HandOverRequest(
    cues=(CueKey("rooting"),),
    last_care=True,
    hard="We sing the bus song.\nThen we walk.",
    numbers="Sam 01632 960001",
)


def sheet(request: HandOverRequest = FULL, events: tuple[CareEvent, ...] = ()) -> ReportDocument:
    book = phrasebook([*rooting(), *(moment(when(n, 3), ["yawn"]) for n in range(4))], TWO_WEEKS, NAMES, NOW)
    return hand_over(request, book, events, GUIDE, NAMES, ROBIN, NOW, "0.1.0")


def words_of(document: ReportDocument) -> list[str]:
    """Every text on the page."""
    said = [document.title, *document.under_title, *document.foot, document.made, document.inside]
    for block in document.blocks:
        said.append(block.heading)
        match block:
            case Words():
                said += block.paragraphs
            case Items():
                said += [block.lead, *block.items]
            case Grid():
                said += [
                    block.lead,
                    *block.small,
                    *block.table.headers,
                    *(c for r in block.table.rows for c in r),
                ]
    return said


def test_says_what_was_noted_after_a_chosen_cue() -> None:
    page = sheet()
    assert page.kind is PageKind.HAND_OVER
    assert page.title == "Looking after Robin"
    grid = page.blocks[0]
    assert isinstance(grid, Grid)
    assert grid.table.rows == (
        ("Rooting, 26 times", "Fed, 16 times", "settled 14 of 16"),
        ("Rooting, 26 times", "Cuddled, 4 times", "settled 1 of 4"),
    )
    assert grid.small[0].startswith("Counted from 30 moments on 14 days, 2 to 15 November 2026.")


def test_what_was_seldom_recorded_is_not_counted_on_it() -> None:
    made = [moment(when(n, 9), tried=["fed"], then="out-settled" if n < 2 else None) for n in range(5)]
    made += [moment(when(n, 12), ["yawn"]) for n in range(3)]
    book = phrasebook(made, TWO_WEEKS, NAMES, NOW)
    rows = [row for phrase in book.phrases for row in sheet_rows(phrase)]
    assert rows == [
        ("Rooting, 5 times", "Fed, 5 times", "seldom noted"),
        ("Yawn, 3 times", "now this, now that", "seldom noted"),
    ]


def test_a_cue_that_was_not_chosen_is_not_on_it() -> None:
    assert "Yawn" not in " ".join(words_of(sheet()))
    assert not [block for block in sheet(HandOverRequest()).blocks if isinstance(block, Grid)]


def test_times_of_care_are_on_it_where_ticked_alone() -> None:
    events = (
        care(when(13, 20), CareKind.SLEEP, when(14, 6)),
        care(when(14, 7.5)),
        care(when(13, 7)),
        care(when(15, 7)),
    )
    without = words_of(sheet(replace(FULL, last_care=False), events))
    assert not any("7:30am" in text for text in without)
    (last,) = [block for block in sheet(FULL, events).blocks if block.heading == "Logged last"]
    assert isinstance(last, Items)
    assert last.items == ("Feed: 7:30am", "Sleep: yesterday 8pm, to 6am", "Nappy: not logged lately")


def test_the_family_s_own_words_or_lines_to_write_on() -> None:
    hard, numbers = (block for block in sheet().blocks if isinstance(block, Words))
    assert hard.paragraphs == ("We sing the bus song.", "Then we walk.")
    assert numbers.paragraphs == ("Sam 01632 960001",)
    empty = [block for block in sheet(HandOverRequest()).blocks if isinstance(block, Items) and block.lines]
    assert [block.heading for block in empty] == ["What we do when it gets hard", "Whom to call"]


@pytest.mark.parametrize(
    ("shown", "title"),
    [
        (NameShown.NICKNAME, "Looking after Robin"),
        (NameShown.INITIAL, "Looking after R."),
        (NameShown.NONE, "Looking after the baby"),
    ],
)
def test_the_name_as_it_was_chosen(shown: NameShown, title: str) -> None:
    page = sheet(replace(FULL, name=shown))
    assert page.title == title
    if shown is not NameShown.NICKNAME:
        assert "Robin" not in " ".join(words_of(page))


def test_the_safety_words_come_from_content_with_the_numbers_filled_in() -> None:
    said = " ".join(words_of(sheet()))
    assert all(line in said for line in GUIDE.hand_over)
    assert "999" in said
    assert "{" not in said


def test_says_what_is_in_it() -> None:
    assert sheet().inside == (
        "In it: 1 cue. No notes. Name: Robin. Times of the last feed, sleep and nappy. Your own numbers."
    )
    assert sheet(HandOverRequest(name=NameShown.NONE)).inside == "In it: No cues. No notes. No name."


def test_the_same_input_gives_the_same_sheet_with_a_neutral_file_name() -> None:
    assert sheet() == sheet()
    assert sheet().file_stem == "hand-over-sheet"


def test_its_words_are_kind_and_short() -> None:
    for text in words_of(sheet()):
        assert list(banned_words(text)) == []
        assert list(typed_marks(text)) == []
        assert too_long(text) is None, text
