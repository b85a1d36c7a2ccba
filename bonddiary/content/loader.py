"""Content for the program: the catalogue at start-up, tips and safety page when they are asked for."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from bonddiary.content.ages import age_window
from bonddiary.content.compiled import Entries, entries_of
from bonddiary.domain.catalog import (
    AgeWindow,
    Catalog,
    Cue,
    Family,
    Meaning,
    MeaningGroup,
    Outcome,
    OutcomeMark,
    Provenance,
    Response,
    SafetyGuide,
    SafetySign,
    Service,
    SourceKind,
    SourceRef,
    Tip,
    Urgency,
)
from bonddiary.domain.errors import ContentError
from bonddiary.domain.ids import CueKey, OutcomeKey, ResponseKey
from bonddiary.system.resources import resource


def content_folder() -> Path:
    """Where the shipped content is, whatever the current folder. Raises ContentError when it isn't there."""
    try:
        return resource("content")
    except FileNotFoundError as error:
        raise ContentError("The program’s content folder is missing. Install Bond Diary again.") from error


def content_languages() -> tuple[str, ...]:
    """The languages the shipped content can be read in, English first."""
    from bonddiary.content.reading import languages

    return languages(content_folder())


def load_catalog(language: str = "en", folder: Path | None = None, keep: Path | None = None) -> Catalog:
    """Sources, groups, cues, responses and outcomes.

    With `keep`, a folder of the program's own, the next start is spared reading TOML: see compiled.py.
    Raises ContentError, which names the file, the key and what was expected.
    """
    folder = folder or content_folder()
    if keep is None:
        entries = _read("start", language, folder)
    else:
        entries = entries_of(folder, language, keep, lambda: _read("start", language, folder))
    return Catalog(
        groups={key: MeaningGroup(key, **row) for key, row in entries["group"].items()},
        cues={CueKey(key): _cue(key, row) for key, row in entries["cue"].items()},
        responses={ResponseKey(key): _response(key, row) for key, row in entries["response"].items()},
        outcomes={OutcomeKey(key): _outcome(key, row) for key, row in entries["outcome"].items()},
        sources={key: _source(key, row) for key, row in entries["source"].items()},
        language=language,
    )


def load_tips(language: str = "en", folder: Path | None = None) -> tuple[Tip, ...]:
    """All tips, in content order. Raises ContentError."""
    entries = _read("tips", language, folder or content_folder())
    return tuple(_tip(key, row) for key, row in entries["tip"].items())


def load_safety(language: str = "en", folder: Path | None = None) -> SafetyGuide:
    """The static help page and the services of every country. Raises ContentError."""
    entries = _read("safety", language, folder or content_folder())
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


def _read(part: Literal["start", "tips", "safety"], language: str, folder: Path) -> Entries:
    from bonddiary.content.reading import read_content  # a start with a kept catalogue needs neither
    from bonddiary.content.schema import PARTS

    content = read_content(folder, PARTS[part], language)
    if content.problems:
        raise ContentError(str(content.problems[0]))
    return content.entries


Values = Mapping[str, Any]


def _ages(text: str) -> AgeWindow:
    window = age_window(text)
    assert window is not None, "the schema lets no other age through"
    return window


def _texts(row: Values, name: str) -> tuple[Any, ...]:
    return tuple(row.get(name, ()))


def _provenance(row: Values) -> Provenance:
    return Provenance(tuple(row["sources"]), row["checked"], row["verified"])


def _source(key: str, row: Values) -> SourceRef:
    return SourceRef(key, row["name"], row.get("address", ""))


def _cue(key: str, row: Values) -> Cue:
    early = row.get("born_early", ())
    return Cue(
        key=CueKey(key),
        family=Family(row["family"]),
        name=row["name"],
        description=row["description"],
        meanings=tuple(Meaning(group, text, early=group in early) for group, text in row["meanings"].items()),
        ages=_ages(row["ages"]),
        responses=_texts(row, "responses"),
        provenance=_provenance(row),
        synonyms=_texts(row, "synonyms"),
        board=row.get("board"),
        likely=row.get("likely"),
        caution=row.get("caution", ""),
        signs=_texts(row, "signs"),
        retired=row.get("retired", False),
    )


def _response(key: str, row: Values) -> Response:
    return Response(
        key=ResponseKey(key),
        name=row["name"],
        title=row["title"],
        description=row["description"],
        provenance=_provenance(row),
        caution=row.get("caution", ""),
        synonyms=_texts(row, "synonyms"),
        private=row.get("private", False),
        retired=row.get("retired", False),
    )


def _outcome(key: str, row: Values) -> Outcome:
    return Outcome(
        key=OutcomeKey(key),
        name=row["name"],
        description=row["description"],
        mark=OutcomeMark(row["mark"]),
        quick=row.get("quick", False),
        synonyms=_texts(row, "synonyms"),
    )


def _tip(key: str, row: Values) -> Tip:
    return Tip(
        key=key,
        title=row["title"],
        text=row["text"],
        why=row["why"],
        topic=row["topic"],
        cues=_texts(row, "cues"),
        groups=_texts(row, "groups"),
        subjects=_texts(row, "subjects"),
        ages=_ages(row["ages"]),
        provenance=_provenance(row),
        source_kind=SourceKind(row["source_kind"]),
        review=row["review"],
    )


def _sign(key: str, row: Values) -> SafetySign:
    return SafetySign(key=key, urgency=Urgency(row["urgency"]), text=row["text"], provenance=_provenance(row))


def _service(key: str, row: Values) -> Service:
    return Service(
        key=key,
        country=row["country"],
        name=row["name"],
        for_whom=row["for_whom"],
        route=row["route"],
        hours=row.get("hours", ""),
        crisis=row["crisis"],
        provenance=_provenance(row),
    )
