"""What the lock screen shows, frozen."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LockState:
    """Nothing in it comes from the diary."""

    asks: bool = False
    """Whether a passphrase is asked for."""
    recovery: bool = False
    """The recovery key is asked for in its stead."""
    busy: bool = False
    problem: str = ""
    waits: int = 0
    """Seconds until it can be tried again."""
    working: str = ""
    """What is being done to the diary's file, in words; nothing is asked meanwhile."""
    unkept: bool = False
    """Something couldn’t be saved when the window was locked; it waits in memory."""

    @property
    def can_try(self) -> bool:
        """Whether a press of Open does something."""
        return not self.busy and not self.waits
