"""What a search means in SQL."""

import unicodedata
from collections.abc import Callable, Iterable
from typing import Any

from sqlalchemy import ColumnElement, Table, or_, select

from bonddiary.domain.search import Search
from bonddiary.store.rows import CareRow, MomentCueRow, MomentResponseRow, MomentRow

Condition = ColumnElement[bool]
MOMENT: Table = MomentRow.__table__  # type: ignore[assignment]  # a declared class's table is a Table
CARE: Table = CareRow.__table__  # type: ignore[assignment]
LONGEST = 1_000
"""Letters of a text that are looked for; SQLite refuses patterns from 50,000 bytes on."""


def moment_matches(search: Search | None, *, few: bool) -> list[Condition]:
    """What a moment must meet. `few`: asked of a few days' moments, not of the whole diary."""
    if search is None:
        return []
    matches = _chosen(MOMENT, search)
    has = _has if few else _is_among
    if search.within is not None:
        # of one cue there are few moments; of a family many, and then asking each is over sooner
        one = has if len(search.within) == 1 else _has
        matches.append(one(MomentCueRow.moment, MomentCueRow.cue, search.within))
    if search.tried is not None:
        matches.append(has(MomentResponseRow.moment, MomentResponseRow.response, [search.tried]))
    if search.outcome is not None:
        matches.append(MOMENT.c.outcome == search.outcome)
    if search.no_outcome:
        matches.append(MOMENT.c.outcome.is_(None))
    if search.asks:
        by_keys: Iterable[tuple[Callable[[], Condition], Iterable[str]]] = (
            (lambda: has(MomentCueRow.moment, MomentCueRow.cue, search.cues), search.cues),
            (lambda: has(MomentResponseRow.moment, MomentResponseRow.response, search.responses), search.responses),
            (lambda: MOMENT.c.outcome.in_(search.outcomes), search.outcomes),
        )  # fmt: skip
        matches.append(or_(_says(MOMENT, search.text), *(match() for match, keys in by_keys if keys)))
    return matches


def care_matches(search: Search | None) -> list[Condition]:
    """What a care event must meet."""
    if search is None:
        return []
    matches = _chosen(CARE, search)
    if search.asks:
        kinds = [CARE.c.kind.in_(search.care_kinds)] if search.care_kinds else []
        matches.append(or_(_says(CARE, search.text), *kinds))
    return matches


def _chosen(table: Table, search: Search) -> list[Condition]:
    """What is asked of moments and care events alike."""
    chosen: list[Condition] = []
    if search.days:
        chosen.append(table.c.day.in_([day.isoformat() for day in search.days]))
    if search.first is not None:
        chosen.append(table.c.day >= search.first.isoformat())
    if search.last is not None:
        chosen.append(table.c.day <= search.last.isoformat())
    if search.noted:
        chosen.append(table.c.note != "")
    if search.about:
        chosen.append(table.c.about.is_(True))
    if search.carer is not None:
        chosen.append(table.c.carer == search.carer)
    return chosen


def _says(table: Table, text: str) -> Condition:
    """Whether the note holds the text. Most entries have none, which is cheaper to see."""
    found = or_(*(table.c.note.op("GLOB", is_comparison=True)(pattern) for pattern in _patterns(text)))
    return (table.c.note != "") & found


def _patterns(text: str) -> list[str]:
    """The text in small and capital letters, with accents as one letter and as two.

    LIKE knows both cases of A to Z alone; GLOB takes the cases that are written out, at the same speed.
    """
    short = text[:LONGEST]
    forms = {unicodedata.normalize(form, short) for form in ("NFC", "NFD")}
    return [f"*{''.join(map(_either_case, form))}*" for form in sorted(forms)]


def _either_case(letter: str) -> str:
    cases = {letter, letter.lower(), letter.upper(), letter.upper().lower()}
    single = sorted(case for case in cases if len(case) == 1)
    return f"[{''.join(single)}]" if len(single) > 1 or letter in "*?[" else letter


def _has(moment: Any, key: Any, keys: Iterable[str]) -> Condition:
    # left to itself the inner query would take the table of keys from the outer one
    return select(1).where(moment == MOMENT.c.id, key.in_(list(keys))).correlate(MOMENT).exists()


def _is_among(moment: Any, key: Any, keys: Iterable[str]) -> Condition:
    """The same, found from the keys: in a long diary quicker than to ask every moment."""
    return MOMENT.c.id.in_(select(moment).where(key.in_(list(keys))))
