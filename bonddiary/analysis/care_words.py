"""Care events in words: "Feed", "left, 120 ml, 20 min". Lists, the editor and the command line say them alike."""

from bonddiary.analysis.names import Names, in_sentence
from bonddiary.domain import wording
from bonddiary.domain.board import OwnWord
from bonddiary.domain.care import OWN_KIND, CareDraft, CareEvent, CareKind, Unit
from bonddiary.domain.care_fields import CARE_FIELDS, Detail
from bonddiary.domain.ids import ResponseKey

_ONE = {Unit.DROPS: "drop", Unit.TABLETS: "tablet"}
_MINUTES = " minutes"
"""How an import ends the name of a detail that holds minutes at one breast."""


def kind_name(kind: CareKind, names: Names) -> str:
    """What a kind is called."""
    return names.catalog.care.get(kind) or kind.value.capitalize()


def care_title(event: CareDraft, names: Names) -> str:
    """What the event is: its kind, or the family's own name for one of their own."""
    word = names.own.get(event.detail(OWN_KIND)) if event.kind is CareKind.OTHER else None
    return word.name if word is not None else kind_name(event.kind, names)


def care_drawing(event: CareDraft, names: Names) -> str:
    """The name of the drawing beside it."""
    word = names.own.get(event.detail(OWN_KIND)) if event.kind is CareKind.OTHER else None
    return f"care-{event.kind.value}" if word is None else own_drawing(word, names)


def own_drawing(word: OwnWord, names: Names) -> str:
    """The drawing that the family chose for a kind of their own: a cue's or a response's."""
    if not word.drawing:
        return f"care-{CareKind.OTHER.value}"
    response = names.catalog.responses.get(ResponseKey(word.drawing))
    return f"response-{response.drawing}" if response is not None else f"cue-{word.drawing}"


def care_told(event: CareEvent, names: Names, *, everything: bool = False) -> tuple[str, ...]:
    """What was said of it, in words. `everything`: also what came with a file and has no field of its own."""
    fields, said = CARE_FIELDS[event.kind], dict(event.details)
    told = [
        choice_words(detail, said[detail.name], names)
        for detail in fields.details
        if said.get(detail.name) and not _implied(detail, fields.details, said)
    ]
    known = {detail.name for detail in fields.details} | {OWN_KIND}
    others = [(name, value) for name, value in event.details if name not in known and value]
    told += [f"{_side(name)} {value} min" for name, value in others if name.endswith(_MINUTES)]
    told += [amount(event.value, event.unit), "" if event.length is None else wording.length(event.length)]
    if everything:
        told += [f"{name} {value}" for name, value in others if not name.endswith(_MINUTES)]
    return tuple(part for part in told if part)


def choice_words(detail: Detail, value: str, names: Names) -> str:
    """A detail as it stands inside a line: what was chosen, or what was typed, as it was typed."""
    known = names.catalog.care_details.get(detail.name)
    if value in detail.choices and known is not None:
        return in_sentence(known.choices.get(value, value))
    return f"{in_sentence(known.name)} {value}" if detail.name == "with" and known is not None else value


def amount(value: float | None, unit: Unit | None) -> str:
    """ "120 ml", "1 drop": the unit that was given, never another."""
    if value is None:
        return ""
    number = f"{round(value, 3):.15g}"
    return number if unit is None else f"{number} {_ONE.get(unit, unit.value) if value == 1 else unit.value}"


def _implied(detail: Detail, details: tuple[Detail, ...], said: dict[str, str]) -> bool:
    """Whether another detail says it too: who reads "left" knows that it was the breast."""
    return any(said.get(each.name) and each.implies == (detail.name, said[detail.name]) for each in details)


def _side(name: str) -> str:
    return name.removesuffix(_MINUTES)
