"""The entries as rows of a table, and what typing into a cell makes of an entry."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta

from bonddiary.analysis.hours import Hours, begins_time, read_span
from bonddiary.analysis.names import Names, in_sentence, sequence
from bonddiary.analysis.overlaps import Entry
from bonddiary.analysis.ruler import entry_name, when_words
from bonddiary.domain import wording
from bonddiary.domain.board import WordKind
from bonddiary.domain.catalog import Catalog
from bonddiary.domain.errors import InvalidEntry
from bonddiary.domain.ids import CueKey, OutcomeKey, ResponseKey
from bonddiary.domain.moment import Moment, Settle
from bonddiary.domain.records import ref_to
from bonddiary.domain.when import When
from bonddiary.ui.models.entry_row import row_of
from bonddiary.ui.models.settle_choices import settle_choices
from bonddiary.ui.pages.catch_up.state import Cell, Field, TableRow
from bonddiary.ui.pages.catch_up.tools import Words

Refused = Mapping[tuple[str, Field], tuple[str, str]]
"""What was typed and why it can't be, by the entry's id and the column."""
BEFORE_TIME = {"at", "from"}
IN_TIME = {"am", "pm", "to", "-", "–", "h", "hour", "hours", "m", "min", "mins", "minutes", "ago"}
"""Words that go on with a time that has begun."""
_MINUTES = re.compile(r"(\d{1,4})\s*(?:m|min|mins|minutes?)?", re.IGNORECASE)


def cues_of(entry: Entry) -> tuple[CueKey, ...]:
    """A moment's cues; a care event has none."""
    return entry.cues if isinstance(entry, Moment) else ()


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads cells in the words of this family."""

    catalog: Catalog
    names: Names
    cues: Words
    responses: Words
    outcomes: Words

    @classmethod
    def of(cls, catalog: Catalog, names: Names) -> "Reader":
        """For a catalogue and the family's own words."""
        own = [word for word in names.own.values() if not word.archived]
        cues = [(cue.key, names.cue(cue.key)) for cue in catalog.cues.values() if not cue.retired]
        cues += [(CueKey(word.id), word.name) for word in own if word.kind is WordKind.CUE]
        tried = [
            (each.key, names.response(each.key)) for each in catalog.responses.values() if not each.retired
        ]
        tried += [(ResponseKey(word.id), word.name) for word in own if word.kind is WordKind.RESPONSE]
        return cls(
            catalog,
            names,
            Words(cues, {key: cue.synonyms for key, cue in catalog.cues.items()}),
            Words(tried, {key: each.synonyms for key, each in catalog.responses.items()}),
            Words(
                [(each.key, each.name) for each in catalog.outcomes.values()],
                {key: each.synonyms for key, each in catalog.outcomes.items()},
            ),
        )

    def several(self, text: str, words: Words) -> tuple[str, ...]:
        """The keys of names with commas between them, each once. Raises InvalidEntry."""
        found: list[str] = []
        for part in filter(None, (part.strip().removeprefix("then ") for part in text.split(","))):
            try:
                found.append(words.find(part))
            except InvalidEntry:
                pieces = part.split(" and ")
                if len(pieces) == 1:
                    raise
                found += [words.find(piece) for piece in pieces]
        return tuple(dict.fromkeys(found))

    def settle(self, text: str) -> Settle | None:
        """ "12 min", "12", "under 5 min"; blank for nothing. Raises InvalidEntry."""
        plain = text.strip().casefold()
        if not plain:
            return None
        for name, settle in self.settles():
            if name.casefold() == plain:
                return settle
        minutes = _MINUTES.fullmatch(plain)
        if minutes is None:
            raise InvalidEntry("Type how many minutes, such as 12 min.")
        return Settle.in_minutes(int(minutes[1]))

    def settles(self) -> list[tuple[str, Settle]]:
        """What the list of times to settle offers, in the words of rows."""
        return [(self.names.settle(settle), settle) for _, settle in settle_choices(self.catalog)]


def table_row(entry: Entry, names: Names, refused: Refused) -> TableRow:
    """The row of an entry."""
    moment = entry if isinstance(entry, Moment) else None
    plain = row_of(entry, names)
    texts = {
        Field.TIME: when_words(entry),
        Field.WHAT: entry_name(entry, names),
        Field.TRIED: sequence([names.response(key) for key in moment.responses]) if moment else plain.tried,
        Field.THEN: names.outcome_name(moment.outcome) if moment and moment.outcome else "",
        Field.IN: names.settle(moment.settle) if moment and moment.settle else "",
        Field.NOTE: plain.note,
    }
    fixed = set() if moment else {Field.WHAT, Field.TRIED, Field.THEN, Field.IN}
    if moment and moment.private and moment.note:
        fixed.add(
            Field.NOTE
        )  # read and changed in the Timeline, where nobody looks over a shoulder by chance
    cells = []
    for field in Field:
        typed, problem = refused.get((entry.id, field), (texts[field], ""))
        cells.append(Cell(typed, problem, field not in fixed))
    about = "about " if entry.about else ""
    said = [f"{about}{texts[Field.TIME]}", *(texts[field] for field in list(Field)[1:])]
    return TableRow(entry.id, ref_to(entry), tuple(cells), ", ".join(filter(None, said)))


def changed(entry: Entry, field: Field, text: str, reader: Reader, hours: Hours, now: When) -> Entry:
    """The entry as a cell now says it. Raises InvalidEntry in words that belong beside the cell."""
    if field is Field.TIME:
        return _retimed(entry, text, hours, now)
    if field is Field.NOTE:
        return replace(entry, note=text.strip())
    if not isinstance(entry, Moment):
        return entry
    if field is Field.WHAT:
        cues = reader.several(text, reader.cues)
        return replace(entry, cues=tuple(map(CueKey, cues)))
    if field is Field.TRIED:
        tried = tuple(map(ResponseKey, reader.several(text, reader.responses)))
        known = [reader.catalog.responses.get(key) for key in tried if key not in entry.responses]
        return replace(
            entry, responses=tried, private=entry.private or any(each and each.private for each in known)
        )
    if field is Field.THEN:
        return replace(entry, outcome=OutcomeKey(reader.outcomes.find(text)) if text.strip() else None)
    return replace(entry, settle=reader.settle(text))


def read_line(text: str, hours: Hours, now: When) -> tuple[str, When | None, When | None]:
    """ "rooting 1:40am", "1:40am rooting", "sleep 1:00 to 3:00am": what, and when.

    Without a time the whole line is what.
    """
    words = text.split()
    place = next((place for place, word in enumerate(words) if begins_time(word)), None)
    if place is None:
        return text.strip(), None, None
    if place == len([each for each in words[:place] if each.casefold() in BEFORE_TIME]):
        words, place = _time_last(words[place:])
    at, until = read_span(" ".join(words[place:]), hours, now)
    return " ".join(words[:place]).removesuffix(" at").removesuffix(" from"), at, until


def _time_last(words: list[str]) -> tuple[list[str], int]:
    """A line that begins with its time, turned round, and where the time begins in it."""
    end = next(
        (
            place
            for place, word in enumerate(words)
            if not begins_time(word) and word.casefold() not in IN_TIME
        ),
        len(words),
    )
    return [*words[end:], *words[:end]], len(words) - end


def stretch_words(entry: Entry, names: Names) -> str:
    """ "sleep 1:00 to 3:00am"."""
    return f"{in_sentence(entry_name(entry, names))} {when_words(entry)}"


def crying_times(entries: list[Entry]) -> str:
    """ "1:40am and 3:10am", for a sentence."""
    return wording.listed([wording.clock(each.at.wall) for each in entries[:3]])


def _retimed(entry: Entry, text: str, hours: Hours, now: When) -> Entry:
    if text.strip() == when_words(entry):
        return entry
    at, until = read_span(text, hours, now)
    if until is None and entry.length:
        until = at.shifted(entry.length)
        if until.utc > now.utc:
            raise InvalidEntry(
                "Its end would be in the future. Type a start and an end, such as 1:00 to 3:00am."
            )
    if timedelta(0) <= entry.at.utc - at.utc < timedelta(minutes=1):
        at = entry.at  # the seconds stay where the minute did
    return replace(entry, at=at, until=until)
