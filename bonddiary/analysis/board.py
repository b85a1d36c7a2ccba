"""A family's row of the cue board: content's tiles, in the places that the parent gave them. Pure; counts have no say."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from bonddiary.domain.board import BoardChoice


def full_row(
    default: Sequence[str], members: Iterable[str], choices: Mapping[str, BoardChoice]
) -> tuple[str, ...]:
    """A family's row in its order, hidden tiles among it and those that go under More.

    `default`: the row as content has it. `members`: all keys of the family, of which the parent may have placed some.
    """
    places = {key: choices[key].place for key in members if key in choices}
    placed = sorted((place, key) for key, place in places.items() if place is not None)
    row = [key for key in default if places.get(key) is None]
    for place, key in placed:
        row.insert(place, key)
    return tuple(row)


def moved(row: Sequence[str], hidden: Collection[str], key: str, by: int) -> tuple[str, ...]:
    """The row with a tile one seen place earlier (-1) or later (1); the same row where it is at that end."""
    seen = [each for each in row if each not in hidden]
    to = seen.index(key) + by if key in seen else -1
    if not 0 <= to < len(seen):
        return tuple(row)
    swap = {key: seen[to], seen[to]: key}
    return tuple(swap.get(each, each) for each in row)


def put_on(
    row: Sequence[str], hidden: Collection[str], default: Collection[str], key: str, tiles: int
) -> tuple[str, ...]:
    """The row with one more tile in it, among the first `tiles`.

    It comes last. In a full row it takes the place of the last tile that content put there, and no other tile moves.
    """
    others = [each for each in row if each != key]
    seen = [each for each in others if each not in hidden]
    shown = seen[:tiles]
    if len(shown) < tiles:
        at = others.index(shown[-1]) + 1 if shown else 0
        return (*others[:at], key, *others[at:])
    out = next((each for each in reversed(shown) if each in default), shown[-1])
    last = others.index(shown[-1]) + 1
    before = [key if each == out else each for each in others[:last]]
    return (*before, out, *others[last:])
