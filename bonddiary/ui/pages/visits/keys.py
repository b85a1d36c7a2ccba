"""Keys of fields on the Visits page: what is typed is kept and saved by them."""

from bonddiary.domain.errors import InvalidEntry
from bonddiary.domain.visit import Question, Visit, asked, written

TEXT, ANSWER, VISIT, NEW = "text", "answer", "visit", "new"
NO_WORDS = "A question needs words. You can also delete it."


def text_of(question: str) -> str:
    """The field of a question's own words."""
    return f"{TEXT}:{question}"


def answer_of(question: str) -> str:
    """The field of its answer."""
    return f"{ANSWER}:{question}"


def field_of(visit: str, name: str) -> str:
    """A field of a visit: plan, note, later, or what was thought of before."""
    return f"{VISIT}:{visit}:{name}"


def new_for(whose: str) -> str:
    """The line for one more question: of a visit, or of a baby."""
    return f"{NEW}:{whose}"


def parts(key: str) -> tuple[str, str, str]:
    """What kind of field it is, whose, and of a visit its name."""
    kind, _, rest = key.partition(":")
    id, _, name = rest.partition(":")
    return kind, id, name


def changes(record: Question | Visit, key: str, typed: str) -> dict[str, object]:
    """What the typed text makes of the record's field. Raises InvalidEntry."""
    kind, _, name = parts(key)
    if kind != TEXT:
        return {name if isinstance(record, Visit) else ANSWER: written(typed)}
    if not typed.strip():
        raise InvalidEntry(NO_WORDS)
    return {TEXT: asked(typed)}
