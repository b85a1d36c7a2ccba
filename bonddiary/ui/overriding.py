"""`@override` for methods that Qt calls: known to the type checker, free at run time, on Python 3.11 too."""

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from typing_extensions import override as override
else:
    F = TypeVar("F")

    def override(method: F) -> F:
        """Marks a method as Qt's own, written anew."""
        return method
