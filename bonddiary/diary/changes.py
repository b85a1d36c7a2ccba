"""What listeners are told after a COMMIT."""

from collections.abc import Callable
from dataclasses import dataclass

from bonddiary.domain.records import Kind


@dataclass(frozen=True, slots=True)
class Change:
    """Something in the diary is different now."""

    topics: frozenset[Kind]
    """The kinds of record that were added, changed or removed."""
    ids: frozenset[str]
    """Which ones. Empty with `everything`: another program changed the file."""
    origin: object = None
    """Whoever made the change, so that it need not hear its own echo."""

    @property
    def everything(self) -> bool:
        """Whether all may have changed."""
        return not self.ids


Listener = Callable[[Change], None]


class Listeners:
    """Plain callables, called in the order they came, after COMMIT and outside the transaction."""

    def __init__(self) -> None:
        self._listeners: list[Listener] = []

    def add(self, listener: Listener) -> Callable[[], None]:
        """Adds a listener; the result takes it away again."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def tell(self, change: Change) -> None:
        """Tells all."""
        for listener in tuple(self._listeners):
            listener(change)
