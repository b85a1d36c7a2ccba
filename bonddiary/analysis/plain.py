"""A chart's numbers as plain values that JSON holds: for programs of the family's own."""

from collections.abc import Mapping, Set
from dataclasses import fields, is_dataclass
from datetime import date, timedelta
from enum import Enum
from typing import Any

from bonddiary.analysis.coverage import Coverage
from bonddiary.analysis.insight import Insight
from bonddiary.domain.direction import unmarked

PLAIN = (int, float, bool, type(None))
MINUTE = timedelta(minutes=1)


def plain_insight(insight: Insight[object], cover: Coverage) -> dict[str, Any]:
    """Title, words, table, numbers and how much was logged. Times that passed are in minutes, days in ISO."""
    return {
        "key": insight.key,
        "ready": insight.ready,
        "title": plain(insight.title),
        "subtitle": plain(insight.subtitle),
        "words": plain(insight.words),
        "how_sure": plain(insight.sure),
        "coverage": {**plain(cover), "line": cover.line},
        "table": plain(insight.table),
        "data": plain(insight.data),
    }


def plain(value: object) -> Any:
    """Dataclasses become objects, sets sorted lists, keys texts."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, str):
        return unmarked(value)
    if isinstance(value, PLAIN):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, timedelta):
        return value / MINUTE
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {str(plain(key)): plain(each) for key, each in value.items()}
    if isinstance(value, Set):
        return sorted((plain(each) for each in value), key=str)
    if isinstance(value, (list, tuple)):
        return [plain(each) for each in value]
    raise TypeError(f"{type(value).__name__} has no plain form")
