"""What a parent chose for the page: kinds of choice are kept in the settings, what is about the baby in the diary."""

import json
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from bonddiary.domain.period import Period
from bonddiary.report.request import USUAL, NameShown, Section
from bonddiary.system.settings import Settings

E = TypeVar("E", bound=StrEnum)
USUAL_WORD = "usual"


class Span(StrEnum):
    """Which days the page is about."""

    TWO_WEEKS = "two-weeks"
    SINCE_VISIT = "since-visit"
    CUSTOM = "custom"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """Everything that can be chosen, beside the questions, which are records of the diary."""

    span: Span = Span.TWO_WEEKS
    custom: Period | None = None
    name: NameShown = NameShown.NICKNAME
    sections: frozenset[Section] = USUAL
    notes: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()
    without_days: frozenset[date] = frozenset()
    carers: bool = False
    purpose: str = ""
    """The words on the page; blank for none."""
    coping: str = ""
    language: str = ""
    grey: bool = False
    large: bool = False
    left_out: frozenset[str] = frozenset()
    """Ids of questions that aren't printed."""


def choices_from(settings: Settings, draft: str) -> Choices:
    """What was chosen last; what can't be read is as it usually is."""
    kept = _read(draft)
    return Choices(
        span=_member(Span, settings.report_span, Span.TWO_WEEKS),
        custom=_period(kept.get("custom")),
        name=_member(NameShown, settings.report_name, NameShown.NICKNAME),
        sections=_sections(settings.report_sections),
        notes=frozenset(_texts(kept.get("notes"))),
        without=frozenset(_texts(kept.get("without"))),
        without_days=frozenset(_days(kept.get("days"))),
        carers=settings.report_carers,
        purpose=_text(kept.get("purpose")),
        coping=_text(kept.get("coping")),
        language=settings.report_language,
        grey=settings.report_grey,
        large=settings.report_large,
        left_out=frozenset(_texts(kept.get("questions"))),
    )


def settings_of(choices: Choices) -> dict[str, object]:
    """Fields of the settings: nothing about the baby is in them."""
    named = " ".join(section.value for section in Section if section in choices.sections)
    return {
        "report_span": choices.span.value,
        "report_name": choices.name.value,
        "report_sections": USUAL_WORD if choices.sections == USUAL else named,
        "report_language": choices.language,
        "report_carers": choices.carers,
        "report_grey": choices.grey,
        "report_large": choices.large,
    }


def draft_of(choices: Choices) -> str:
    """What is kept in the diary; blank where there is nothing."""
    custom = choices.custom
    kept: dict[str, object] = {
        "custom": [custom.first.isoformat(), custom.last.isoformat()] if custom else [],
        "notes": sorted(choices.notes),
        "without": sorted(choices.without),
        "days": sorted(day.isoformat() for day in choices.without_days),
        "purpose": choices.purpose,
        "coping": choices.coping,
        "questions": sorted(choices.left_out),
    }
    said = {name: value for name, value in kept.items() if value}
    return json.dumps(said) if said else ""


def with_one(chosen: frozenset[str], key: str, on: bool) -> frozenset[str]:
    """The set with the key in it, or without."""
    return chosen | {key} if on else chosen - {key}


def with_section(choices: Choices, section: Section, on: bool) -> Choices:
    """With that part on the page, or without."""
    sections = choices.sections | {section} if on else choices.sections - {section}
    return replace(choices, sections=sections)


def _read(draft: str) -> dict[str, Any]:
    try:
        kept = json.loads(draft) if draft else {}
    except (ValueError, RecursionError):
        return {}
    return kept if isinstance(kept, dict) else {}


def _member(kind: type[E], value: str, usual: E) -> E:
    return kind(value) if value in list(kind) else usual


def _sections(text: str) -> frozenset[Section]:
    if text == USUAL_WORD:
        return USUAL
    return frozenset(Section(word) for word in text.split() if word in list(Section))


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _texts(value: object) -> Iterable[str]:
    return (each for each in value if isinstance(each, str)) if isinstance(value, list) else ()


def _days(value: object) -> Iterable[date]:
    for text in _texts(value):
        with suppress(ValueError):
            yield date.fromisoformat(text)


def _period(value: object) -> Period | None:
    days = list(_days(value))
    return Period(min(days), max(days)) if len(days) == 2 else None
