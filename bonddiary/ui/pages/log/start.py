"""What the Log page shows before the diary is open: the board, and a fixed set under Likely now."""

from bonddiary.domain.catalog import Catalog, Cue, Family
from bonddiary.domain.ids import CueKey
from bonddiary.ui.pages.log.state import LogState, Tile

TILES = 5
"""Tiles in a family's row where there is room; the rest are under More."""


def start_state(catalog: Catalog, *, first_run: bool = False) -> LogState:
    """The page from content alone."""
    board = tuple((family, tuple(map(tile_of, catalog.board(family)))[:TILES]) for family in Family)
    likely = tuple(tile_of(catalog.cues[key]) for key in starters(catalog))
    return LogState(board=board, likely=likely, first_run=first_run)


def starters(catalog: Catalog) -> tuple[CueKey, ...]:
    """The cues under Likely now until the diary has habits of its own."""
    chosen = [cue for cue in catalog.cues.values() if cue.likely is not None]
    return tuple(cue.key for cue in sorted(chosen, key=lambda cue: cue.likely or 0))


def tile_of(cue: Cue) -> Tile:
    """The tile of a cue."""
    return Tile(cue.key, cue.name, cue.family)
