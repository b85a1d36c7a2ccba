"""Content for the program: the catalogue, which start-up needs (tips and safety page: guidance.py)."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from bonddiary.content.ages import age_window
from bonddiary.content.compiled import Entries, entries_of
from bonddiary.domain.catalog import (
    AgeWindow,
    Bin,
    Catalog,
    Cue,
    DetailName,
    Family,
    Meaning,
    MeaningGroup,
    Outcome,
    OutcomeMark,
    Provenance,
    Response,
    SourceRef,
)
from bonddiary.domain.errors import ContentError
from bonddiary.domain.ids import CueKey, OutcomeKey, ResponseKey
from bonddiary.domain.scales import SettleBin
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
    """Sources, groups, cues, responses, outcomes, settling times and the words for care events.

    With `keep`, a folder of the program's own, the next start is spared reading TOML: see compiled.py.
    Raises ContentError, which names the file, the key and what was expected.
    """
    folder = folder or content_folder()
    if keep is None:
        entries = read_part("start", language, folder)
    else:
        entries = entries_of(folder, language, keep, lambda: read_part("start", language, folder))
    return Catalog(
        groups={key: MeaningGroup(key, **row) for key, row in entries["group"].items()},
        cues={CueKey(key): _cue(key, row) for key, row in entries["cue"].items()},
        responses={ResponseKey(key): _response(key, row) for key, row in entries["response"].items()},
        outcomes={OutcomeKey(key): _outcome(key, row) for key, row in entries["outcome"].items()},
        bins={SettleBin(key): _bin(key, row) for key, row in entries["bin"].items()},
        sources={key: _source(key, row) for key, row in entries["source"].items()},
        care={key: row["name"] for key, row in entries["care"].items()},
        care_details={key: _detail(row) for key, row in entries["care_detail"].items()},
        language=language,
    )


Part = Literal["start", "phrases", "tips", "safety", "visits", "about", "report", "reference", "evidence"]


def read_part(part: Part, language: str, folder: Path) -> Entries:
    from bonddiary.content.parts import PARTS
    from bonddiary.content.reading import read_content  # a start with a kept catalogue needs neither

    content = read_content(folder, PARTS[part], language)
    if content.problems:
        raise ContentError(str(content.problems[0]))
    return content.entries


Values = Mapping[str, Any]


def ages(text: str) -> AgeWindow:
    window = age_window(text)
    assert window is not None, "the schema lets no other age through"
    return window


def texts(row: Values, name: str) -> tuple[Any, ...]:
    return tuple(row.get(name, ()))


def provenance(row: Values) -> Provenance:
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
        ages=ages(row["ages"]),
        responses=texts(row, "responses"),
        provenance=provenance(row),
        synonyms=texts(row, "synonyms"),
        board=row.get("board"),
        likely=row.get("likely"),
        caution=row.get("caution", ""),
        signs=texts(row, "signs"),
        retired=row.get("retired", False),
    )


def _response(key: str, row: Values) -> Response:
    return Response(
        key=ResponseKey(key),
        name=row["name"],
        title=row["title"],
        description=row["description"],
        provenance=provenance(row),
        caution=row.get("caution", ""),
        synonyms=texts(row, "synonyms"),
        drawing=row["drawing"],
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
        synonyms=texts(row, "synonyms"),
    )


def _bin(key: str, row: Values) -> Bin:
    return Bin(SettleBin(key), row["name"], row.get("label", ""), texts(row, "synonyms"))


def _detail(row: Values) -> DetailName:
    return DetailName(row["name"], row.get("choices", {}))
