"""What is typed into the table: saved at once, or refused in its cell, where it stays."""

from bonddiary.analysis.hours import Hours, read_span
from bonddiary.analysis.overlaps import Entry
from bonddiary.domain.errors import InvalidEntry
from bonddiary.domain.ids import CueKey
from bonddiary.domain.when import When
from bonddiary.ui.pages.catch_up.keeping import Keeper
from bonddiary.ui.pages.catch_up.rows import changed, read_line, table_row
from bonddiary.ui.pages.catch_up.state import Cell, Field, TableRow
from bonddiary.ui.pages.catch_up.tools import STRETCHES, Tool, moment_tool

NEW = ""
"""The key of the row being added."""
OPTIONAL = (Field.TRIED, Field.THEN, Field.IN, Field.NOTE)


class Typing:
    """Holds typed text that isn't in the diary: refused cells, and the row being added."""

    def __init__(self, keeper: Keeper) -> None:
        self._keeper = keeper
        self._refused: dict[tuple[str, Field], tuple[str, str]] = {}
        self.adding: dict[Field, str] | None = None

    @property
    def unfinished(self) -> str:
        """Says that something typed is saved nowhere; blank for nothing."""
        typed = bool(self._refused) or any((self.adding or {}).values())
        return "A row in the table isn’t finished. What is typed there isn’t saved." if typed else ""

    def refuse(self, key: str, field: Field, text: str, words: str) -> None:
        """Keeps what was typed in its cell, with why it can't be."""
        self._refused[key, field] = text, words

    def accept(self, key: str, field: Field) -> None:
        """The cell holds something else now."""
        self._refused.pop((key, field), None)

    def forget(self) -> None:
        """Other hours, or another baby: nothing typed belongs here any more."""
        self.adding = None
        self._refused.clear()

    def tidy(self) -> None:
        """Text for entries that are gone goes with them."""
        there = {each.id for each in self._keeper.held.entries} | {NEW}
        self._refused = {place: said for place, said in self._refused.items() if place[0] in there}

    def rows(self, entries: tuple[Entry, ...]) -> tuple[TableRow, ...]:
        """The table: entries in order of time, then the row being added."""
        rows = [table_row(entry, self._keeper.names, self._refused) for entry in entries]
        if self.adding is not None:
            typed = {field: self.adding.get(field, "") for field in Field}
            cells = (Cell(*self._refused.get((NEW, field), (typed[field], ""))) for field in Field)
            rows.append(TableRow(NEW, None, tuple(cells), "A new row"))
        return tuple(rows)

    def type_new(self, field: Field, text: str, hours: Hours, now: When) -> Entry | None:
        """Into the row being added: the entry it makes, once it has a time and says what. Raises InvalidEntry."""
        adding = self.adding = {**(self.adding or {}), field: text}
        for each in Field:
            self.accept(NEW, each)
        if not (adding.get(Field.TIME, "").strip() and adding.get(Field.WHAT, "").strip()):
            return None
        at_fault = Field.TIME
        try:
            at, until = read_span(adding[Field.TIME], hours, now)
            at_fault = Field.WHAT
            entry = self._keeper.entry(self.tool_for(adding[Field.WHAT]), at, until)
            for at_fault in OPTIONAL:
                if adding.get(at_fault, "").strip():
                    entry = changed(entry, at_fault, adding[at_fault], self._keeper.reader, hours, now)
        except InvalidEntry as error:
            self.refuse(NEW, at_fault, adding[at_fault], str(error))
            raise
        self.adding = None
        return entry

    def read_line(
        self, text: str, chosen: Tool | None, hours: Hours, now: When
    ) -> tuple[Tool, When | None, When | None]:
        """What a typed line paints, and when; without a word of what, what is chosen. Raises InvalidEntry."""
        what, at, until = read_line(text, hours, now)
        tool = self.tool_for(what) if what else chosen
        if tool is None:
            raise InvalidEntry("Say what it was, such as rooting 1:40am.")
        return tool, at, until

    def offers(self, field: Field) -> tuple[str, ...]:
        """What can be chosen in a column, in words."""
        reader = self._keeper.reader
        if field is Field.IN:
            return tuple(name for name, _ in reader.settles())
        lists = {Field.WHAT: reader.cues, Field.TRIED: reader.responses, Field.THEN: reader.outcomes}
        named = tuple(lists[field].names.values()) if field in lists else ()
        return (*(tool.name for tool in STRETCHES if tool.care), *named) if field is Field.WHAT else named

    def tool_for(self, what: str) -> Tool:
        """What typed words paint: a stretch by its name, else a cue. Raises InvalidEntry."""
        plain = " ".join(what.casefold().split())
        stretch = next((tool for tool in STRETCHES if tool.name.casefold() == plain), None)
        return stretch or moment_tool(CueKey(self._keeper.reader.cues.find(what)), self._keeper.names)
