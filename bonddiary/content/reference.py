"""The crying reference, read when a parent switches it on."""

from pathlib import Path

from bonddiary.content.loader import content_folder, provenance, read_part
from bonddiary.domain.errors import ContentError
from bonddiary.domain.reference import CryingReference, Stretch


def load_reference(language: str = "en", folder: Path | None = None) -> CryingReference:
    """The band and its words. Raises ContentError."""
    row = read_part("reference", language, folder or content_folder())["reference"].get("reference")
    if row is None:
        raise ContentError("reference.toml: reference: expected one [reference] with the band.")
    return CryingReference(
        label=row["label"],
        vary=row["vary"],
        others=row["others"],
        method=row["method"],
        source=row["source"],
        early=Stretch(row["early_low"], row["early_high"]),
        late=Stretch(row["late_low"], row["late_high"]),
        early_to=row["early_weeks"] * 7,
        late_from=row["late_weeks"] * 7,
        last=row["last_weeks"] * 7,
        provenance=provenance(row),
    )
