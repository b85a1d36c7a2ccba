"""The facts beside a copy: what it holds, as JSON."""

import json
from dataclasses import asdict
from datetime import UTC, date, datetime
from pathlib import Path

from bonddiary.domain.copies import Copy, Why
from bonddiary.keys.slot_file import IN_FACTS


def plain_facts(copy: Copy) -> dict[str, object]:
    """Of a copy, for JSON."""
    plain = asdict(copy)
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in plain.items()}


def read_facts(text: str) -> Copy:
    """Raises ValueError, TypeError, KeyError for what no program wrote."""
    plain = json.loads(text)
    plain.pop(IN_FACTS, None)
    name = str(plain["name"])
    if Path(name).name != name:
        raise ValueError("a copy is in its folder, nowhere else")
    return Copy(
        **{
            **plain,
            "made": datetime.fromisoformat(plain["made"]).astimezone(UTC),
            "checked": datetime.fromisoformat(plain["checked"]).astimezone(UTC),
            "why": Why(plain["why"]),
            "first": plain["first"] and date.fromisoformat(plain["first"]),
            "last": plain["last"] and date.fromisoformat(plain["last"]),
        }
    )
