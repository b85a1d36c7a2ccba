"""Which cues the page offers: four under Likely now, and every one under More."""

from bonddiary.analysis.likely import likely_cues
from bonddiary.analysis.names import Names
from bonddiary.domain.board import Pin, WordKind
from bonddiary.domain.catalog import Family
from bonddiary.domain.ids import CueKey
from bonddiary.domain.when import When
from bonddiary.ui.pages.log.start import starters, tile_of
from bonddiary.ui.pages.log.state import Tile
from bonddiary.ui.session import LIKELY_REACH, Session

OFFERED = 4


class Cues:
    """The catalogue's cues and the family's own words."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.names = Names(session.catalog)

    def read(self) -> None:
        """Reads the family's own words. Raises DiaryError."""
        self.names = Names.of(self._session.catalog, self._session.diary.words())

    def all(self) -> tuple[Tile, ...]:
        """Every cue that can be noted."""
        own = [word for word in self.names.own.values() if word.kind is WordKind.CUE and not word.archived]
        cues = [cue for family in Family for cue in self._session.catalog.of_family(family)]
        return (
            *map(tile_of, cues),
            *(Tile(CueKey(word.id), word.name, word.family or Family.MOVEMENT) for word in own),
        )

    def likely(self, now: When) -> tuple[Tile, ...]:
        """The four to offer first; a pin whose word is no longer there leaves its place to the next."""
        baby, diary = self._session.baby, self._session.diary
        tiles = {tile.key: tile for tile in self.all()}
        pins = [pin.cue for pin in sorted(diary.all(Pin), key=lambda pin: pin.place)]
        first = [key for key in dict.fromkeys([*pins, *starters(self._session.catalog)]) if key in tiles]
        uses = diary.cue_uses(baby.id, now.shifted(-LIKELY_REACH)) if baby else []
        return tuple(tiles[key] for key in likely_cues(uses, now, tiles, first, OFFERED))

    def words(self, tile: Tile) -> str:
        """What the searchable list looks through: the name and its synonyms."""
        known = self._session.catalog.cues.get(tile.key)
        return " ".join((tile.name, *(known.synonyms if known else ()))).casefold()
