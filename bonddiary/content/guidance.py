"""Tips and the safety page, read when they are asked for."""

from pathlib import Path

from bonddiary.content.loader import Values, ages, content_folder, provenance, read_part, texts
from bonddiary.domain.errors import ContentError
from bonddiary.domain.guidance import SafetyGuide, SafetySign, Service, SourceKind, Tip, Urgency


def load_tips(language: str = "en", folder: Path | None = None) -> tuple[Tip, ...]:
    """All tips, in content order. Raises ContentError."""
    entries = read_part("tips", language, folder or content_folder())
    return tuple(_tip(key, row) for key, row in entries["tip"].items())


def load_safety(language: str = "en", folder: Path | None = None) -> SafetyGuide:
    """The static help page and the services of every country. Raises ContentError."""
    entries = read_part("safety", language, folder or content_folder())
    page = entries["page"].get("page")
    if page is None:
        raise ContentError("safety.toml: page: expected one [page] with the opening words and headings.")
    return SafetyGuide(
        intro=tuple(page["intro"]),
        headings={urgency: page[f"heading_{urgency.value}"] for urgency in Urgency},
        signs=tuple(_sign(key, row) for key, row in entries["sign"].items()),
        hard_now=tuple(page["hard_now"]),
        sharing_computer=tuple(page["sharing_computer"]),
        services=tuple(_service(key, row) for key, row in entries["service"].items()),
        checked=page["checked"],
    )


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


def _sign(key: str, row: Values) -> SafetySign:
    return SafetySign(key=key, urgency=Urgency(row["urgency"]), text=row["text"], provenance=provenance(row))


def _service(key: str, row: Values) -> Service:
    return Service(
        key=key,
        country=row["country"],
        name=row["name"],
        for_whom=row["for_whom"],
        route=row["route"],
        hours=row.get("hours", ""),
        crisis=row["crisis"],
        provenance=provenance(row),
    )
