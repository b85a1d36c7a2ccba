"""Rules of the content check that entries are held to: sources, meanings, places on the board, ways to every tip."""

import re
from collections.abc import Callable, Iterator, Mapping

from bonddiary.content.guidance import ELSEWHERE
from bonddiary.content.problems import Problem
from bonddiary.content.reading import Content, Values, texts
from bonddiary.content.schema import GENERAL, MEANINGS, SYNONYMS, TILES, TOPICS, UNPROMPTED
from bonddiary.domain.catalog import Family, state_cue
from bonddiary.domain.guidance import SourceKind
from bonddiary.domain.moment import SettleBin, State
from bonddiary.system.resources import resource

# ------------------------------------------------------------------------------------------------ provenance


def _provenance(content: Content) -> Iterator[Problem]:
    for table, key, row in content.every():
        sources = row.get("sources")
        if not isinstance(sources, list):
            continue
        if not sources:
            yield content.problem(table.name, key, "sources", "at least one source")
        elif row.get("verified") is True and sources == [GENERAL]:
            yield content.problem(table.name, key, "verified", f"false, as its one source is {GENERAL}")
    for key, row in content.of("source").items():
        if key != GENERAL and not row.get("address"):
            yield content.problem("source", key, "address", "where the publication can be read")


# ------------------------------------------------------------------------------------------------ cues


def _cue_meanings(content: Content) -> Iterator[Problem]:
    for key, row in content.cues():
        meanings = row.get("meanings")
        groups = list(meanings) if isinstance(meanings, dict) else []
        early = texts(row.get("born_early"))
        if len([group for group in groups if group not in early]) < MEANINGS:
            expected = f"at least {MEANINGS} groups of meaning for every baby, but found {len(groups)}"
            yield content.problem("cue", key, "meanings", expected)
        for group in early:
            if group not in groups:
                yield content.problem(
                    "cue", key, "born_early", f"groups among its meanings, but found “{group}”"
                )


def _states(content: Content) -> Iterator[Problem]:
    named = {str(state_cue(state)): state for state in State}
    there = dict(content.cues())
    for key, state in named.items():
        if key not in there:
            yield content.problem("cue", key, "", f"a cue in use that names the state “{state}”")
    for key in there:
        if key.startswith("state-") and key not in named:
            yield content.problem("cue", key, "key", f"one of the states {', '.join(named)}")


def _board(content: Content) -> Iterator[Problem]:
    for family in Family:
        row = {key: cue for key, cue in content.cues() if cue.get("family") == family.value}
        yield from _contiguous(content, row, "board", f"the {family.value} row")
        if not 0 < len([cue for cue in row.values() if "board" in cue]) <= TILES:
            yield content.problem("cue", family.value, "board", f"1 to {TILES} tiles in this family’s row")
    yield from _contiguous(content, dict(content.cues()), "likely", "the first suggestions")


def _contiguous(content: Content, cues: Mapping[str, Values], field: str, row: str) -> Iterator[Problem]:
    placed = [(cue[field], key) for key, cue in cues.items() if isinstance(cue.get(field), int)]
    for expected, (place, key) in enumerate(sorted(placed)):
        if place != expected:
            yield content.problem(
                "cue", key, field, f"places 0, 1, 2 … in {row}: {expected} here, but found {place}"
            )
            return


def _reached(content: Content) -> Iterator[Problem]:
    named = {key for row in content.of("tip").values() for key in texts(row.get("cues"))}
    for key, _ in content.cues():
        if key not in named:
            yield content.problem("cue", key, "", "a tip that names this cue")


# ------------------------------------------------------------------------------------------------ the rest


def _synonyms(content: Content) -> Iterator[Problem]:
    for table in ("cue", "response", "bin"):
        for key, row in content.of(table).items():
            if not row.get("retired") and len(texts(row.get("synonyms"))) < SYNONYMS:
                yield content.problem(table, key, "synonyms", f"at least {SYNONYMS} other words for it")


def _drawings(content: Content) -> Iterator[Problem]:
    for key, row in content.of("response").items():
        drawing = row.get("drawing")
        if isinstance(drawing, str) and not resource("icons", f"{drawing}.svg").is_file():
            yield content.problem("response", key, "drawing", f"an icon’s name, but there is no “{drawing}”")


def _outcomes(content: Content) -> Iterator[Problem]:
    quick = [key for key, row in content.of("outcome").items() if row.get("quick")]
    if len(quick) != 3:
        yield content.problem(
            "outcome", ", ".join(quick), "quick", f"3 outcomes offered first, but found {len(quick)}"
        )


def _bins(content: Content) -> Iterator[Problem]:
    """Each step has one entry: the schema lets no key through twice, and no other."""
    for step in SettleBin:
        if step not in content.of("bin"):
            yield content.problem("bin", step, "", "an entry for this step of settling")


def _tips(content: Content) -> Iterator[Problem]:
    for key, row in content.of("tip").items():
        prompted = any(row.get(field) for field in ("cues", "groups", "subjects"))
        if not prompted and row.get("topic") not in UNPROMPTED:
            yield content.problem(
                "tip", key, "cues", "a cue, a group or a chart subject, so that it can be found"
            )


def _library(content: Content) -> Iterator[Problem]:
    """Every shelf and every kind of source has a name, and no other has one."""
    wanted = {
        "library": ("library",),
        "topic": TOPICS,
        "source_kind": tuple(kind.value for kind in SourceKind),
    }
    for table, keys in wanted.items():
        there = content.of(table)
        for key in keys:
            if key not in there:
                yield content.problem(table, key, "", f"this {table} to be there")
        for key in there:
            if key not in keys:
                yield content.problem(table, key, "key", f"one of {', '.join(keys)}")


_REGION = re.compile(r"[A-Z]{2}")
_ROUTE = re.compile(r"\d{3}|[a-z0-9-]+\.[a-z]{2,}|health visitor", re.IGNORECASE)


def _services(content: Content) -> Iterator[Problem]:
    for key, row in content.of("service").items():
        if not _ROUTE.search(str(row.get("route", ""))):
            yield content.problem("service", key, "route", "a number, a web address or a person to ask")
        if row.get("verified") is not True:
            yield content.problem(
                "service", key, "verified", "true: a number that nobody has verified is never shown"
            )


def _countries(content: Content) -> Iterator[Problem]:
    """One cautious country for everywhere else, no region that two countries claim, a country for every number."""
    if ELSEWHERE not in content.of("country"):
        yield content.problem("country", ELSEWHERE, "", "this country, for everywhere else")
    owners: dict[str, str] = {}
    for key, row in content.of("country").items():
        if key != ELSEWHERE and row.get("verified") is not True:
            yield content.problem("country", key, "verified", "true: its numbers are shown")
        for region in texts(row.get("regions")):
            if (owner := owners.setdefault(region, key)) != key:
                yield content.problem(
                    "country", key, "regions", f"regions of its own, but {region} is {owner}’s"
                )
            if not _REGION.fullmatch(region):
                yield content.problem("country", key, "regions", f"codes such as GB, but found “{region}”")
    for table in ("service", "contact"):
        for key, row in content.of(table).items():
            if row.get("countries") == []:
                yield content.problem(table, key, "countries", "at least one country, or it is shown nowhere")


def _page(content: Content) -> Iterator[Problem]:
    if "page" not in content.of("page"):
        yield content.problem("page", "page", "", "one [page] with the opening words")


ENTRY_RULES: tuple[Callable[[Content], Iterator[Problem]], ...] = (
    _provenance,
    _cue_meanings,
    _states,
    _board,
    _reached,
    _synonyms,
    _drawings,
    _outcomes,
    _bins,
    _tips,
    _library,
    _services,
    _countries,
    _page,
)
"""Every rule beyond the schema. A new one is a function here, and a mutation in the tests that it catches."""
