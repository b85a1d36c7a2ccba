"""An entry that the diary holds and nobody can read any more."""

from dataclasses import dataclass

from bonddiary.domain.records import Ref
from bonddiary.domain.when import When


@dataclass(frozen=True, slots=True)
class Unread:
    """Where such an entry stands; what it said is lost to this program."""

    ref: Ref
    at: When
    """When it was, or the beginning of its day where that can't be read either."""
