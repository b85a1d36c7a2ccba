"""The words around visits, as they read in each country."""

import pytest

from bonddiary.content.loader import content_languages
from bonddiary.content.visits import load_visits
from bonddiary.domain.visit import PREPARED, VisitKind
from tests.builders import visit

COUNTRIES = (
    "england", "scotland", "wales", "northern-ireland", "ireland", "usa", "australia", "elsewhere",
)  # fmt: skip


@pytest.mark.parametrize("country", COUNTRIES)
@pytest.mark.parametrize("language", content_languages())
def test_every_country_has_every_kind_and_another_appointment(country: str, language: str) -> None:
    guide = load_visits(country, language)
    assert set(guide.kinds) == set(VisitKind)
    assert guide.kinds[VisitKind.OTHER] == "Other appointment"
    assert not any("{" in name for name in guide.kinds.values())
    assert all(name[0].isupper() for name in guide.kinds.values())
    assert tuple(prompt.key for prompt in guide.prompts) == PREPARED
    firsts = [contact.first for contact in guide.contacts]
    assert firsts == sorted(firsts)


def test_who_comes_is_called_as_they_are_there() -> None:
    assert load_visits("england").kinds[VisitKind.HEALTH_VISITOR] == "Health visitor"
    assert load_visits("ireland").kinds[VisitKind.HEALTH_VISITOR] == "Public health nurse"


def test_a_visit_is_called_by_its_own_name_its_review_or_whom_it_is_with() -> None:
    guide = load_visits("england")
    assert guide.title(visit()) == "Health visitor"
    assert guide.title(visit(review="en-6-8-weeks")) == "6 to 8 weeks"
    assert guide.title(visit(review="en-6-8-weeks", label="Clinic")) == "Clinic"
    assert guide.title(visit(review="written-by-a-later-version")) == "Health visitor"


def test_a_family_that_moved_keeps_the_names_of_its_reviews() -> None:
    guide = load_visits("scotland")
    assert guide.title(visit(review="en-6-8-weeks")) == "6 to 8 weeks"
    assert guide.contact(visit(review="en-6-8-weeks")) is None
