"""Which cues the page offers: the parent's board, four under Likely now, and every one under More."""

from collections.abc import Iterable

from bonddiary.analysis.board import full_row
from bonddiary.analysis.likely import likely_cues, pinned_first
from bonddiary.analysis.names import Names
from bonddiary.diary.changes import Change
from bonddiary.domain.board import BoardChoice, FamilyWord, Pin, WordKind
from bonddiary.domain.catalog import Family
from bonddiary.domain.ids import CueKey
from bonddiary.domain.records import Kind
from bonddiary.domain.when import When
from bonddiary.ui.pages.log.start import TILES, starters
from bonddiary.ui.pages.log.state import Tile
from bonddiary.ui.session import LIKELY_REACH, Session

OFFERED = 4
ARRANGING = frozenset({Kind.WORD, Kind.BOARD, Kind.PIN})
"""The kinds of record that make the board the family's own."""


class Cues:
    """The catalogue's cues and the family's own words, as the family arranged them."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._stale = True
        self._ranked: tuple[CueKey, ...] = starters(session.catalog)
        self.names = Names(session.catalog)
        self.words: tuple[FamilyWord, ...] = ()
        self.choices: dict[str, BoardChoice] = {}
        self.pins: tuple[CueKey, ...] = ()
        self._build()

    def on_change(self, change: Change) -> None:
        """Something is different in the diary: what this reads only where it is about the board."""
        self._stale = self._stale or bool(ARRANGING & change.topics)

    def read(self) -> None:
        """Reads the family's own words, names and board, where they may have changed. Raises DiaryError."""
        if self._stale:
            diary = self._session.diary
            self.words = diary.words()
            self.names = Names.of(self._session.catalog, self.words)
            self.choices = {word.key: word for word in self.words if isinstance(word, BoardChoice)}
            self.pins = tuple(pin.cue for pin in sorted(diary.all(Pin), key=lambda pin: pin.place))
            self._build()
            self._stale = False

    def all(self) -> tuple[Tile, ...]:
        """Every cue that can be noted, by families in their order; own ones after the catalogue's."""
        return tuple(self._tiles.values())

    def tile(self, key: CueKey) -> Tile:
        """The tile of a cue as this family has it."""
        word, choice = self.names.own.get(key), self.choices.get(key)
        family = self.names.family(key) or Family.MOVEMENT
        drawn = word.drawing if word else ""
        return Tile(key, self.names.cue(key), family, drawn, choice is not None and choice.hidden)

    def row(self, family: Family) -> tuple[str, ...]:
        """All of a family's row, hidden tiles among it and those that go under More."""
        default = [cue.key for cue in self._session.catalog.board(family)]
        return full_row(default, self._members(family), self.choices)

    def rank(self, now: When) -> None:
        """Which cues are likely now: until this is asked again, nothing moves by what is noted. Raises DiaryError."""
        baby, settings = self._session.baby, self._session.settings
        fixed = starters(self._session.catalog)
        uses = []
        if baby is not None and settings.likely_now:
            uses = self._session.diary.cue_uses(baby.id, now.shifted(-LIKELY_REACH))
        self._ranked = likely_cues(uses, now, self._tiles, fixed, len(self._tiles))

    def likely(self) -> tuple[Tile, ...]:
        """The cues to offer first: the pins where the parent has them, then those likely when it was last asked."""
        tiles = {key: tile for key, tile in self._tiles.items() if not tile.hidden}
        alone = not self._session.settings.likely_now and any(pin in tiles for pin in self.pins)
        ranked = () if alone else self._ranked
        return tuple(tiles[key] for key in pinned_first(self.pins, ranked, tiles, OFFERED))

    def other_names(self, tile: Tile) -> tuple[str, ...]:
        """Other words for a cue: its synonyms, and content's name where the family has its own."""
        known = self._session.catalog.cues.get(tile.key)
        return (known.name, *known.synonyms) if known else ()

    def _build(self) -> None:
        """Once for each change of the board: a press has no part in it."""
        keys = (key for family in Family for key in self._members(family))
        self._tiles = {key: self.tile(key) for key in keys}
        self.board = tuple((family, tuple(self._shown(self.row(family)))[:TILES]) for family in Family)
        """What the board shows: content's places, and what the parent made of them. Counts have no say."""

    def _members(self, family: Family) -> list[CueKey]:
        own = [
            CueKey(word.id)
            for word in self.names.own.values()
            if word.kind is WordKind.CUE and not word.archived and (word.family or Family.MOVEMENT) is family
        ]
        return [*(cue.key for cue in self._session.catalog.of_family(family)), *own]

    def _shown(self, keys: Iterable[str]) -> list[Tile]:
        return [tile for tile in (self.tile(CueKey(key)) for key in keys) if not tile.hidden]
