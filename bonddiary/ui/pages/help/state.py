"""What the Get help page shows, frozen. All of it is content: nothing comes from a diary."""

from dataclasses import dataclass
from enum import StrEnum

from bonddiary.domain.guidance import Urgency


class Part(StrEnum):
    """Parts that a link or a menu item jumps to, in the order of the page."""

    HARD = "hard"
    EMERGENCY = "emergency"
    URGENT = "urgent"
    SOON = "soon"
    SERVICES = "services"
    CONTACTS = "contacts"
    SHARING = "sharing"
    USING = "using"
    SHORTCUTS = "shortcuts"
    ABOUT = "about"


@dataclass(frozen=True, slots=True)
class Signs:
    """One care card."""

    urgency: Urgency
    heading: str
    signs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ServiceRow:
    """Someone to call."""

    name: str
    for_whom: str
    route: str
    hours: str
    checked: str
    """ "Checked 1 November 2026"."""


@dataclass(frozen=True, slots=True)
class ContactRow:
    """When a health visitor or public health nurse usually comes."""

    name: str
    about: str
    bring: str


@dataclass(frozen=True, slots=True)
class KeyRow:
    """What keys do. `keys` are portable sequences; `plain` is for keys that stand as words."""

    does: str
    keys: tuple[str, ...] = ()
    plain: str = ""


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """Keys of a menu, or of a page."""

    name: str
    rows: tuple[KeyRow, ...]


@dataclass(frozen=True, slots=True)
class HelpState:
    """The whole page."""

    first: tuple[str, ...] = ()
    """What comes before all else: trust your instincts, and call."""
    intro: tuple[str, ...] = ()
    hard_now: tuple[str, ...] = ()
    cards: tuple[Signs, ...] = ()
    country: str = ""
    countries: tuple[tuple[str, str], ...] = ()
    """Keys and names of the places whose numbers can be shown."""
    services: tuple[ServiceRow, ...] = ()
    """Crisis lines first."""
    numbers_checked: str = ""
    own_numbers: str = ""
    contacts: tuple[ContactRow, ...] = ()
    sharing: tuple[str, ...] = ()
    using: tuple[tuple[str, str], ...] = ()
    keys: tuple[KeyGroup, ...] = ()
    version: str = ""
    about: tuple[str, ...] = ()
    """What the program is, and how far this page was checked; the rest is on the About page."""
    problem: str = ""
