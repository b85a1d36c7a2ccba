"""Visits by or to a professional, and the questions a family brings."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bonddiary.domain.ids import BabyId, QuestionId, VisitId


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
    """What it was asked beside: "moment:" and its id, "tip:" and its key, "chart:" and its key; or blank."""
    place: int | None = None
    """Its place among the baby's questions, counted from 0; None: after those, as asked."""
