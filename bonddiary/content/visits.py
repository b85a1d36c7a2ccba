"""Who visits are with, when they usually come, and what to think about before one: read when visits are first opened."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bonddiary.content.guidance import contact_of
from bonddiary.content.loader import content_folder, read_part
from bonddiary.content.schema import PLACES
from bonddiary.domain.guidance import Contact
from bonddiary.domain.visit import PREPARED, Visit, VisitKind


@dataclass(frozen=True, slots=True)
class Prompt:
    """Something to think about before a visit, in private."""

    key: str
    """One of PREPARED."""
    name: str
    ask: str


@dataclass(frozen=True, slots=True)
class VisitGuide:
    """The words around visits where a family is."""

    kinds: Mapping[VisitKind, str]
    contacts: tuple[Contact, ...]
    """Those of the country, the earliest first."""
    names: Mapping[str, str]
    """Of every country's contacts, by key: a family may have moved."""
    prompts: tuple[Prompt, ...]

    def title(self, visit: Visit) -> str:
        """What a visit is called: its own name, else its review's, else whom it is with."""
        return visit.label or self.names.get(visit.review, "") or self.kinds[visit.kind]

    def contact(self, visit: Visit) -> Contact | None:
        """The review it is, where that is one of this country's."""
        return next((contact for contact in self.contacts if contact.key == visit.review), None)


def load_visits(country: str, language: str = "en", folder: Path | None = None) -> VisitGuide:
    """As it reads in a country, by its key in countries.toml. Raises ContentError."""
    entries = read_part("visits", language, folder or content_folder())
    row = entries["country"].get(country, {})

    def fill(text: str) -> str:
        for place in PLACES:
            text = text.replace(f"{{{place}}}", row.get(place, ""))
        return f"{text[:1].upper()}{text[1:]}"

    contacts = entries["contact"]
    here = [contact_of(key, each) for key, each in contacts.items() if country in each["countries"]]
    prompts = entries["prompt"]
    return VisitGuide(
        kinds={kind: fill(entries["visit_kind"][kind.value]["name"]) for kind in VisitKind},
        contacts=tuple(sorted(here, key=lambda contact: contact.first)),
        names={key: each["name"] for key, each in contacts.items()},
        prompts=tuple(Prompt(key, prompts[key]["name"], prompts[key]["ask"]) for key in PREPARED),
    )
