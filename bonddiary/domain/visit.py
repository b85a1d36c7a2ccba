"""Visits by or to a professional, and the questions a family brings."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bonddiary.domain.errors import InvalidEntry
from bonddiary.domain.ids import BabyId, QuestionId, VisitId

MOST_ASKED, MOST_LABEL, MOST_WRITTEN = 500, 60, 10_000
"""In characters: a question, a visit's own name, and anything written at a visit."""
PREPARED = ("relationship", "joy", "worry")
"""Fields of a visit that are thoughts to prepare with."""


class VisitKind(StrEnum):
    """Who the visit is with; names of national reviews are content, not code."""

    HEALTH_VISITOR = "health-visitor"
    MIDWIFE = "midwife"
    GP = "gp"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One visit: when, what kind, and what was agreed."""

    id: VisitId
    baby: BabyId
    day: date
    kind: VisitKind = VisitKind.HEALTH_VISITOR
    label: str = ""
    plan: str = ""
    """What was agreed, in the family's words."""
    note: str = ""
    review: str = ""
    """The key of a national contact in content; blank: none of those."""
    later: str = ""
    """How it went with what was agreed, written some weeks after."""
    relationship: str = ""
    joy: str = ""
    worry: str = ""
    """Thoughts to prepare with: private, and on no page unless the parent chooses so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Something to ask, and later what was answered."""

    id: QuestionId
    baby: BabyId
    text: str
    asked_on: date
    visit: VisitId | None = None
    answer: str = ""
    about: str = ""
    """What it was asked beside: "moment:" and its id, "cue:", "tip:" or "chart:" and its key; or blank."""
    place: int | None = None
    """Its place among the baby's questions, counted from 0; None: after those, as asked."""


def asked(typed: str) -> str:
    """A question as it is kept: one line. Raises InvalidEntry for none, and for one that is very long."""
    return _bounded(_needed(" ".join(typed.split()), "Type a question first."), MOST_ASKED, "A question")


def labelled(typed: str) -> str:
    """A visit's own name as it is kept: one line, or blank. Raises InvalidEntry for a very long one."""
    return _bounded(" ".join(typed.split()), MOST_LABEL, "A name")


def written(typed: str) -> str:
    """An answer, a plan or a thought as it is kept: its lines stay. Raises InvalidEntry for a very long one."""
    return _bounded(
        "\n".join(line.rstrip() for line in typed.split("\n")).strip(), MOST_WRITTEN, "This field"
    )


def _needed(text: str, refusal: str) -> str:
    if not text:
        raise InvalidEntry(refusal)
    return text


def _bounded(text: str, most: int, what: str) -> str:
    if len(text) > most:
        raise InvalidEntry(f"{what} has room for {most:,} letters. This is {len(text) - most:,} too many.")
    return text
