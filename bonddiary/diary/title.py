"""What a command is called. Light to import: menus need titles before the store is loaded."""

import json
from dataclasses import dataclass
from enum import StrEnum

ENTRY = "entry"
"""The subject of a step over moments and care events together."""


class Verb(StrEnum):
    """What a command does, for menu words such as "Undo: log rooting"."""

    LOG = "log"
    ADD = "add"
    EDIT = "edit"
    DELETE = "delete"
    RESTORE = "restore"
    IMPORT = "import"
    MARK = "mark"
    PIN = "pin"
    ARRANGE = "arrange"
    SAVE = "save"
    UNSAVE = "unsave"
    HIDE = "hide"
    SHOW = "show"
    START = "start"
    MOVE = "move"
    STOP = "stop"
    DISCARD = "discard"


@dataclass(frozen=True, slots=True)
class Title:
    """A command's name: a verb and what it was done to. Never a note's text."""

    verb: Verb
    subject: str
    """A cue key, a kind of care, record or timer, or ENTRY."""
    count: int = 1

    def as_text(self) -> str:
        """For keeping; `from_text` reads it."""
        return json.dumps([self.verb.value, self.subject, self.count])

    @classmethod
    def from_text(cls, text: str) -> "Title":
        """The title that `as_text` wrote."""
        verb, subject, count = json.loads(text)
        return cls(Verb(verb), subject, count)
