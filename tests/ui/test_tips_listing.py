"""Which cues and tips the list holds, and in which order."""

import pytest

from bonddiary.content.guidance import load_library
from bonddiary.domain.baby import Age
from bonddiary.domain.catalog import Catalog, Family
from bonddiary.domain.guidance import Library
from bonddiary.ui.models.tip_rows import RowKind, TipRow
from bonddiary.ui.pages.tips.listing import Around, Listing, nothing_found
from bonddiary.ui.pages.tips.state import Asked

LIBRARY = load_library()
TIPS = LIBRARY.tips


def list_rows(
    catalog: Catalog, library: Library, *, age: Age | None = None, query: str = "", shelf: str = ""
) -> tuple[TipRow, ...]:
    return Listing(catalog, library).rows(Asked(query, shelf), Around(age))


def titles(rows: tuple[TipRow, ...], kind: RowKind | None = None) -> list[str]:
    return [row.title for row in rows if kind is None or row.kind is kind]


class TestListing:
    def test_holds_every_cue_and_every_tip_under_its_shelf(self, catalog: Catalog) -> None:
        rows = list_rows(catalog, LIBRARY)
        assert titles(rows, RowKind.SHELF) == ["Crying", "Noises", "Face", "Movement", "Tips"]
        assert len(titles(rows, RowKind.CUE)) == len(
            [cue for cue in catalog.cues.values() if not cue.retired]
        )
        assert len(titles(rows, RowKind.TIP)) == len(TIPS)

    @pytest.mark.parametrize("query", ["rooting", "ROOTING", "root", " ing root "])
    def test_searches_names_by_parts_in_any_order(self, catalog: Catalog, query: str) -> None:
        assert "Rooting" in titles(list_rows(catalog, LIBRARY, query=query), RowKind.CUE)

    def test_searches_other_words_for_a_cue(self, catalog: Catalog) -> None:
        cue = catalog.cue("rooting")
        assert cue.synonyms
        for word in cue.synonyms:
            assert cue.name in titles(list_rows(catalog, LIBRARY, query=word))

    def test_searches_titles_of_tips(self, catalog: Catalog) -> None:
        found = list_rows(catalog, LIBRARY, query="pauses feeding")
        assert titles(found)[:2] == ["Tips", "Pauses are part of feeding"]
        assert not titles(found, RowKind.CUE)

    def test_a_family_holds_its_cues_and_the_tips_that_name_them(self, catalog: Catalog) -> None:
        rows = list_rows(catalog, LIBRARY, shelf="face")
        cues = [catalog.cue(row.key) for row in rows if row.kind is RowKind.CUE]
        assert cues
        assert {cue.family for cue in cues} == {Family.FACE}
        assert "Give a smile back" in titles(rows, RowKind.TIP)

    def test_age_orders_and_hides_nothing(self, catalog: Catalog) -> None:
        plain, young = list_rows(catalog, LIBRARY), list_rows(catalog, LIBRARY, age=Age(3))
        assert sorted(titles(plain)) == sorted(titles(young))
        for family in Family:
            usual = [catalog.cue(row.key).ages.holds(Age(3)) for row in young if row.family is family]
            assert usual == sorted(usual, reverse=True)
        assert titles(plain) != titles(young)

    def test_says_what_a_search_without_a_find_can_do(self) -> None:
        assert nothing_found("purple", "face", elsewhere=False).words == (
            "No tip for ‘purple’. Try a cue name, or see all Face cues."
        )
        assert nothing_found("cough", "face", elsewhere=True).widen == "Look in everything"
        assert nothing_found("purple", "", elsewhere=False).widen == "See everything"
