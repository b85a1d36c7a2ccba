"""Tips and the safety page, read when they are asked for."""

from collections.abc import Callable, Mapping
from pathlib import Path

from bonddiary.content.compiled import Entries
from bonddiary.content.loader import Values, ages, content_folder, provenance, read_part, texts
from bonddiary.content.schema import PLACES, TOPICS
from bonddiary.domain.errors import ContentError
from bonddiary.domain.guidance import (
    Contact,
    Country,
    Library,
    SafetyGuide,
    SafetySign,
    Service,
    SourceKind,
    Tip,
    Urgency,
)

ELSEWHERE = "elsewhere"
"""The country whose words are right, with caution, wherever a family is."""


def load_tips(language: str = "en", folder: Path | None = None) -> tuple[Tip, ...]:
    """All tips, in content order. Raises ContentError."""
    return load_library(language, folder).tips


def load_library(language: str = "en", folder: Path | None = None) -> Library:
    """The tips and the words around them. Raises ContentError."""
    entries = read_part("tips", language, folder or content_folder())
    words = entries["library"].get("library")
    if words is None:
        raise ContentError("library.toml: library: expected one [library] with its sentences.")
    topics = {key: row["name"] for key, row in entries["topic"].items()}
    kinds = {key: row["name"] for key, row in entries["source_kind"].items()}
    return Library(
        tips=tuple(_tip(key, row) for key, row in entries["tip"].items()),
        topics={key: topics.get(key, key) for key in TOPICS},
        source_kinds={kind: kinds.get(kind.value, kind.value) for kind in SourceKind},
        **words,
    )


def load_safety(
    language: str = "en", country: str = "", region: str = "", folder: Path | None = None
) -> SafetyGuide:
    """The static help page as it reads in a country (a key of countries.toml).

    Without one, as it reads in the computer's `region` (a code such as GB); where that tells nothing either, in the
    cautious words for everywhere else. Raises ContentError.
    """
    entries = read_part("safety", language, folder or content_folder())
    page, countries = entries["page"].get("page"), entries["country"]
    if page is None:
        raise ContentError("safety.toml: page: expected one [page] with the opening words.")
    if ELSEWHERE not in countries:
        raise ContentError(f"countries.toml: {ELSEWHERE}: expected a country for everywhere else.")
    here = country if country in countries else _country_of(region, countries)
    return _guide(page, entries, here)


def _guide(page: Values, entries: Entries, here: str) -> SafetyGuide:
    row = entries["country"][here]

    def fill(text: str) -> str:
        for place in PLACES:
            text = text.replace(f"{{{place}}}", row[place])
        return text

    def many(lines: list[str]) -> tuple[str, ...]:
        return tuple(map(fill, lines))

    return SafetyGuide(
        country=_country(here, row),
        countries=tuple(_country(key, each) for key, each in entries["country"].items()),
        intro=(*many(page["intro"]), *row["intro"]),
        headings={urgency: row[f"heading_{urgency.value}"] for urgency in Urgency},
        signs=tuple(_sign(key, each, here, fill) for key, each in entries["sign"].items()),
        hard_now=many(page["hard_now"]),
        sharing_computer=many(page["sharing_computer"]),
        services=tuple(
            _service(key, each)
            for key, each in entries["service"].items()
            if here in each["countries"] and each["verified"]  # a number that nobody verified is never shown
        ),
        contacts=tuple(
            contact_of(key, each) for key, each in entries["contact"].items() if here in each["countries"]
        ),
        checked=page["checked"],
        hand_over=many(page["hand_over"]),
        call=fill(page["call"]),
    )


def _country_of(region: str, countries: Mapping[str, Values]) -> str:
    return next((key for key, row in countries.items() if region.upper() in row["regions"]), ELSEWHERE)


def _tip(key: str, row: Values) -> Tip:
    return Tip(
        key=key,
        title=row["title"],
        text=row["text"],
        why=row["why"],
        topic=row["topic"],
        cues=texts(row, "cues"),
        groups=texts(row, "groups"),
        subjects=texts(row, "subjects"),
        ages=ages(row["ages"]),
        provenance=provenance(row),
        source_kind=SourceKind(row["source_kind"]),
        review=row["review"],
    )


def _sign(key: str, row: Values, country: str, fill: Callable[[str], str]) -> SafetySign:
    return SafetySign(
        key=key,
        urgency=Urgency(row.get("urgency_in", {}).get(country, row["urgency"])),
        text=fill(row.get("text_in", {}).get(country, row["text"])),
        provenance=provenance(row),
    )


def _country(key: str, row: Values) -> Country:
    return Country(key=key, name=row["name"], ask=row["ask"], provenance=provenance(row))


def contact_of(key: str, row: Values) -> Contact:
    return Contact(
        key=key,
        name=row["name"],
        about=row["about"],
        bring=row["bring"],
        first=row["first"],
        provenance=provenance(row),
    )


def _service(key: str, row: Values) -> Service:
    return Service(
        key=key,
        name=row["name"],
        for_whom=row["for_whom"],
        route=row["route"],
        hours=row.get("hours", ""),
        crisis=row["crisis"],
        provenance=provenance(row),
    )
