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


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Something to ask, and later what was answered."""

    id: QuestionId
    baby: BabyId
    text: str
    asked_on: date
    visit: VisitId | None = None
    answer: str = ""
