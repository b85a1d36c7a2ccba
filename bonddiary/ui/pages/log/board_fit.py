"""How many tiles stand beside each other on the board, for the room there is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QGridLayout, QLabel

from bonddiary.ui.pages.log.start import TILES
from bonddiary.ui.widgets.press import CueTile, PushChip

MORE_COLUMN = 8


@dataclass(frozen=True, slots=True)
class Shape:
    """How the board is arranged."""

    narrow: bool = False
    """One family at a time."""
    likely: int = 4
    """Likely now: tiles beside each other."""
    tiles: int = TILES
    """A family's tiles beside each other."""
    short: bool = False
    tight: tuple[bool, bool] = (False, False)
    """Whether Likely now, and the families, take smaller type."""


def how_many(
    rows: Iterable[Sequence[CueTile]], names: Iterable[QLabel], more: Iterable[PushChip], room: int
) -> int:
    """A family's tiles beside its name and More."""
    rows = tuple(rows)
    beside = max(name.sizeHint().width() for name in names) + max(each.sizeHint().width() for each in more)
    columns = [
        max((tiles[n].least_width(tall=False) for tiles in rows if n < len(tiles)), default=0)
        for n in range(TILES)
    ]
    return next((n for n in range(TILES, 1, -1) if beside + sum(columns[:n]) <= room), 1)


def columns(tiles: Sequence[CueTile], room: int, *, tall: bool, counts: Iterable[int]) -> tuple[int, bool]:
    """The most tiles that stand beside each other, and whether that takes smaller type; 1 where none of `counts` does."""
    usual = max((tile.least_width(tall=tall) for tile in tiles), default=0)
    least = max((tile.least_width(tall=tall, tight=True) for tile in tiles), default=0)
    counts = tuple(counts)
    for width in (usual, least):
        for count in counts:
            if count * width <= room:
                return count, width < usual
    return 1, usual > room


def clear(grid: QGridLayout) -> None:
    """Takes everything out; the tiles stay."""
    while grid.count():
        grid.takeAt(0)


def stretch(grid: QGridLayout, shared: range) -> None:
    """These columns share the room; the others take what they need."""
    for place in range(MORE_COLUMN + 1):
        grid.setColumnStretch(place, int(place in shared))
