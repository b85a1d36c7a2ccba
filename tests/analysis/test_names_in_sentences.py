"""A family's own words in sentences: in letters that run the other way, with letters that no face has, without an end."""

import csv
import io
from collections.abc import Iterator
from datetime import timedelta

import pytest

from bonddiary.analysis.insight import Insight
from bonddiary.analysis.insights import Insights, build_insights
from bonddiary.analysis.names import LONGEST, Names, key_label, shown
from bonddiary.analysis.phrasebook import phrasebook
from bonddiary.analysis.plain import plain_insight
from bonddiary.content.loader import load_catalog
from bonddiary.domain.catalog import Catalog
from bonddiary.domain.direction import END, ISOLATES
from bonddiary.domain.ids import CueKey, OutcomeKey, ResponseKey
from bonddiary.domain.moment import Moment
from bonddiary.domain.period import Period
from bonddiary.report.letters import runs_right_to_left
from bonddiary.ui.models.text_table import tab_separated
from bonddiary.ui.pages.patterns.saving import as_csv
from tests.builders import NOW, board_choice, moment, own_word, when

ARABIC, HEBREW = "يمص أصابعه", "הליכה"
FISH = own_word(ARABIC)
PERIOD = Period.ending(NOW.day, 14)
GIVEN = board_choice("r-pause-feed", name=HEBREW)


def moments() -> list[Moment]:
    days = [NOW.day - timedelta(days=back) for back in range(14)]
    tried, then = (ResponseKey("r-pause-feed"),), OutcomeKey("out-settled")
    return [
        moment(at=when(f"{day}T15:00"), cues=(CueKey(FISH.id),), responses=tried, outcome=then)
        for day in days
    ]


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return load_catalog()


@pytest.fixture
def names(catalog: Catalog) -> Names:
    return Names.of(catalog, [FISH, GIVEN])


@pytest.fixture
def found(names: Names) -> Insights:
    return build_insights(moments(), (), (), PERIOD, NOW, names)


def sentences(insight: Insight[object]) -> Iterator[str]:
    yield from (insight.title, insight.subtitle, *insight.words, *insight.sure)


def test_no_sentence_is_turned_round(found: Insights) -> None:
    every = [line for insight in found.charts.values() for line in sentences(insight)]
    with_name = [line for line in every if ARABIC in line or HEBREW in line]
    assert len(with_name) > 3
    assert any(ARABIC in line and HEBREW in line for line in with_name)
    for line in with_name:
        assert not runs_right_to_left(line, usual=False)
        assert line.count(ISOLATES[-1]) == line.count(END) == line.count(ARABIC) + line.count(HEBREW)


def test_the_phrasebook_neither(names: Names) -> None:
    (card,) = phrasebook(moments(), PERIOD, names, NOW).phrases
    assert ARABIC in card.words
    assert HEBREW in card.most
    for line in (card.words, card.most, f"{card.name} 14 times"):
        assert not runs_right_to_left(line, usual=False)


def test_files_for_other_programs_hold_no_marks(found: Insights) -> None:
    tried = found.charts["tried"]
    told = str(plain_insight(tried, found.coverage))
    for text in (tab_separated(tried.table), as_csv(tried.table).decode("utf-8-sig"), told):
        assert ARABIC in text
        assert not set(text) & set(ISOLATES + END)


def test_a_saved_table_runs_nothing(catalog: Catalog) -> None:
    word = own_word("=1+1")
    made = [moment(at=each.at, cues=(CueKey(word.id),), responses=each.responses) for each in moments()]
    tried = build_insights(made, (), (), PERIOD, NOW, Names.of(catalog, [word])).charts["tried"]
    rows = list(csv.reader(io.StringIO(as_csv(tried.table).decode("utf-8-sig"))))
    assert "'=1+1" in {cell for row in rows for cell in row}
    assert not [cell for row in rows for cell in row if cell.startswith("=")]


def test_names_outside_of_sentences_stay_as_they_are(names: Names) -> None:
    assert names.cue(CueKey(FISH.id)) == ARABIC
    assert names.response(ResponseKey("r-pause-feed")) == HEBREW


def test_a_diary_without_own_words_needs_nothing(catalog: Catalog) -> None:
    plain = Names.of(catalog)
    assert plain.apart() is plain


@pytest.mark.parametrize(
    ("name", "seen"),
    [
        ("a\nb\0c", "a b c"),
        ("\ud83d half", "half"),
        (" Fish face ", "Fish face"),
        ("👩‍🍼 at work", "👩‍🍼 at work"),
        ("x" * 3000, "x" * (LONGEST - 1) + "…"),
        ("\x07\x1b", ""),
    ],
)
def test_what_is_shown_of_a_name(name: str, seen: str) -> None:
    assert shown(name) == seen


def test_a_name_of_which_nothing_can_be_shown(catalog: Catalog) -> None:
    word = own_word("\x07")
    names = Names.of(catalog, [word, board_choice("rooting", name="\x07")])
    assert names.cue(CueKey(word.id)) == key_label(word.id) == "a word of your own"
    assert names.cue(CueKey("rooting")) == "Rooting"
