"""How a command ends."""

from bonddiary.domain.errors import DiaryError

DONE, REFUSED, BAD_USAGE = 0, 1, 2
"""Exit codes: done; nothing to do, or refused; the command was written wrongly."""


class BadUsage(DiaryError):
    """Arguments that can't go together."""
