"""Rules of the content check for the words of care events: every kind, detail and choice of the program has its own."""

from collections.abc import Iterator

from bonddiary.content.problems import Problem
from bonddiary.content.reading import Content
from bonddiary.domain.care import CareKind
from bonddiary.domain.care_fields import CARE_FIELDS


def _choices() -> dict[str, set[str]]:
    """What the program asks: every detail's name with what may be chosen for it."""
    found: dict[str, set[str]] = {}
    for fields in CARE_FIELDS.values():
        for detail in fields.details:
            found.setdefault(detail.name, set()).update(detail.choices)
    return found


def _every_kind(content: Content) -> Iterator[Problem]:
    for kind in CareKind:
        if kind not in content.of("care"):
            yield content.problem("care", kind, "", "an entry with the name of this kind")


def _every_detail(content: Content) -> Iterator[Problem]:
    known = _choices()
    for name in known:
        if name not in content.of("care_detail"):
            yield content.problem("care_detail", name, "", "an entry with the words for this detail")
    for name, row in content.of("care_detail").items():
        if name not in known:
            yield content.problem("care_detail", name, "key", f"one of the details {', '.join(known)}")
            continue
        there = row.get("choices", {})
        if isinstance(there, dict) and set(there) != known[name]:
            wanted = f"words for {', '.join(sorted(known[name]))}" if known[name] else "no choices"
            yield content.problem("care_detail", name, "choices", wanted)


CARE_RULES = (_every_kind, _every_detail)
