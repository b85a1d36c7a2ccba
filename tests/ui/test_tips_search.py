"""Search on the Tips page: exact first, typing errors forgiven and named as such, quick enough for every keystroke."""

import pytest

from bonddiary.analysis.word_search import MOST_NEAR, Part, WordIndex, words_in
from bonddiary.content.guidance import load_library
from bonddiary.domain.catalog import Catalog
from bonddiary.ui.models.tip_rows import RowKind, TipRow
from bonddiary.ui.pages.tips.listing import NEAR, Around, Listing
from bonddiary.ui.pages.tips.state import Asked
from tests.pace import quickest, times_slower

LIBRARY = load_library()
KEYSTROKE = 0.005
SLOW = 4
"""Machines that run many tests at once take longer by this much."""


@pytest.fixture(scope="module")
def listing(catalog: Catalog) -> Listing:
    made = Listing(catalog, LIBRARY)
    made.prepare()
    return made


def found(listing: Listing, query: str) -> tuple[list[TipRow], list[TipRow]]:
    """Exact finds and near spellings."""
    rows = listing.rows(Asked(query), Around())
    heading = next((place for place, row in enumerate(rows) if row.key == NEAR), len(rows))
    finds = [
        [row for row in part if row.kind is not RowKind.SHELF] for part in (rows[:heading], rows[heading:])
    ]
    return finds[0], finds[1]


class TestWords:
    def test_accents_apostrophes_and_capitals_make_no_difference(self) -> None:
        assert words_in("Don’t “Rôôt”, it's 3-month") == ["dont", "root", "its", "3", "month"]

    def test_whole_words_come_before_beginnings_and_those_before_what_is_within(self) -> None:
        parts = {"within": "Tears", "begun": "Early", "whole": "Ear"}
        index = WordIndex((key, [(Part.NAME, text)]) for key, text in parts.items())
        assert [key for key, _ in index.find("ear").exact] == ["whole", "begun", "within"]

    def test_names_come_before_texts(self) -> None:
        index = WordIndex([("text", [(Part.TEXT, "a yawn")]), ("name", [(Part.NAME, "Yawning")])])
        assert [key for key, _ in index.find("yawn").exact] == ["name", "text"]

    def test_texts_are_not_searched_within_words(self) -> None:
        index = WordIndex([("text", [(Part.TEXT, "learning")])])
        assert not index.find("ear").exact

    def test_every_word_typed_is_there(self) -> None:
        index = WordIndex([("both", [(Part.NAME, "Rubbing eyes")]), ("one", [(Part.NAME, "Wide eyes")])])
        assert [key for key, _ in index.find("eyes rub").exact] == ["both"]

    def test_nothing_typed_finds_nothing(self) -> None:
        index = WordIndex([("one", [(Part.NAME, "Yawning")])])
        assert index.find(" ’ ") == index.find("")
        assert not index.find("").exact


class TestBegun:
    """A typing error in a word of which only the beginning was typed, or the singular."""

    INDEX = WordIndex(
        [
            ("name", [(Part.NAME, "Backups")]),
            ("steady", [(Part.NAME, "Strange")]),
            ("text", [(Part.TEXT, "passphrases")]),
        ]
    )

    @pytest.mark.parametrize(
        ("typed", "key"), [("bakcup", "name"), ("backpu", "name"), ("baclup", "name"), ("passphraes", "text")]
    )
    def test_is_forgiven(self, typed: str, key: str) -> None:
        found = self.INDEX.find(typed)
        assert not found.exact
        assert found.near == (key,)

    @pytest.mark.parametrize("typed", ["bcak", "stand", "abckup", "bakpuc", "bacon", "bakery"])
    def test_short_words_and_two_errors_find_nothing(self, typed: str) -> None:
        assert not self.INDEX.find(typed).near


class TestErrors:
    @pytest.mark.parametrize(
        ("typed", "meant"),
        [
            ("yawnign", "Yawning"), ("hicups", "Hiccups"), ("rutting", "Rooting"), ("snezing", "Sneezing"),
            ("smilling", "Smiling"), ("grizling", "Grizzling"), ("rubing eyes", "Rubbing eyes"),
            ("arching bak", "Arching back"), ("suckign", "Sucking slows"), ("eyes rubing", "Rubbing eyes"),
            ("babling", "Babbling"), ("wimper", "Whimper"),
        ],
    )  # fmt: skip
    def test_are_forgiven_and_named(self, listing: Listing, typed: str, meant: str) -> None:
        exact, near = found(listing, typed)
        assert near[0].title == meant
        assert meant not in [row.title for row in exact]

    @pytest.mark.parametrize("typed", ["yawning", "tired", "hands", "crying", "feed"])
    def test_are_not_looked_for_where_names_hold_the_word(self, listing: Listing, typed: str) -> None:
        exact, near = found(listing, typed)
        assert exact
        assert not near

    @pytest.mark.parametrize("typed", ["purple", "xylophone", "qwertz", "teh", "zzz", "helicopter"])
    def test_nonsense_finds_nothing(self, listing: Listing, typed: str) -> None:
        assert found(listing, typed) == ([], [])

    def test_are_few(self, listing: Listing) -> None:
        for typed in ("windd", "hungrey", "crys", "rutting"):
            assert 0 < len(found(listing, typed)[1]) <= MOST_NEAR


class TestList:
    def test_looks_in_names_synonyms_descriptions_titles_texts_and_topics(
        self, listing: Listing, catalog: Catalog
    ) -> None:
        cue = catalog.cue("rooting")
        tip = next(tip for tip in LIBRARY.tips if tip.key == "tip-early-feeding-signs")
        for words in (cue.name, *cue.synonyms, cue.description):
            assert cue.name in [row.title for row in found(listing, words)[0]], words
        for words in (tip.title, tip.text, LIBRARY.topics[tip.topic]):
            assert tip.title in [row.title for row in found(listing, words)[0]], words

    def test_every_cue_and_tip_is_found_first_by_its_own_name(
        self, listing: Listing, catalog: Catalog
    ) -> None:
        cues = [cue.name for cue in catalog.cues.values() if not cue.retired]
        names = [*cues, *(tip.title for tip in LIBRARY.tips)]
        assert len(names) > 300
        for name in names:
            titles = [row.title for row in found(listing, name)[0]]
            assert name in titles[:3], (name, titles[:5])

    def test_the_kind_that_holds_the_closest_comes_first(self, listing: Listing) -> None:
        rows = listing.rows(Asked("pauses"), Around())
        assert rows[0].title == "Tips"

    def test_a_keystroke_takes_no_visible_time(self, listing: Listing) -> None:
        slowest = 0.0
        for query in ("yawnign", "rubing eyes", "rutting", "xylophone", "tired hands", "a"):
            for end in range(1, len(query) + 1):
                asked = Asked(query[:end])
                slowest = max(slowest, quickest(lambda asked=asked: listing.rows(asked, Around()), 3))  # type: ignore[misc]
        assert slowest < KEYSTROKE * SLOW * times_slower()
