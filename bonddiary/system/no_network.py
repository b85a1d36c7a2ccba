"""Nothing reaches the internet: Python asks this hook before it makes a socket, and is refused.

Sockets of this computer (AF_UNIX) stay. Parts that are no Python (Qt, SQLite, Typst) don’t ask the hook: a test records the
system calls of the whole program. A hook can’t be taken away again, by anyone.
"""

import sys
from types import FrameType

from bonddiary.domain.errors import DiaryError

LOCAL = 1
"""AF_UNIX: importing socket for its name would load it."""
_WITH_SOCKET = frozenset({"socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg"})
_LOOK_UPS = frozenset(
    {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.getnameinfo"}
)
_WATCHED = _WITH_SOCKET | _LOOK_UPS | {"socket.__new__"}
_refused: list[str] = []
_waiting: list[str] = []
"""What no log has taken yet."""
_watching = False


class NetworkRefused(DiaryError, PermissionError):
    """Something in the program tried to reach the internet."""


def refuse_network() -> None:
    """From now on every attempt raises NetworkRefused. Asking twice is asking once."""
    global _watching  # noqa: PLW0603  # as the hook itself: one a process, for good
    if not _watching:
        _watching = True
        sys.addaudithook(_asked)


def is_refused() -> bool:
    """Whether this process refuses the internet."""
    return _watching


def refused() -> int:
    """How many attempts were refused since the program started."""
    return len(_refused)


def untold() -> list[str]:
    """What was refused before there was a log; it is forgotten here."""
    told = list(_waiting)
    _waiting.clear()
    return told


def _asked(event: str, given: tuple[object, ...], watched: frozenset[str] = _WATCHED) -> None:
    if event in watched:  # everything else, each import and each file, is let go at once
        _judge(event, given)


def _judge(event: str, given: tuple[object, ...]) -> None:
    if event == "socket.__new__":
        family = given[1]
    elif event in _WITH_SOCKET:
        family = getattr(given[0], "family", None)
    else:
        family = None  # a name is looked up for one reason
    if family == LOCAL:
        return
    said = f"refused {event} at {_places()}"
    _refused.append(said)
    _tell(said)
    raise NetworkRefused("A part of Bond Diary asked for the internet. It was refused, and nothing was sent.")


def _tell(said: str) -> None:
    import logging

    logger = logging.getLogger("bonddiary")
    if logger.hasHandlers():
        logger.warning("network: %s", said)
    else:
        _waiting.append(said)


def _places() -> str:
    """Where it came from: files and lines alone, no address and no data."""
    frame: FrameType | None = sys._getframe(3)  # above this module
    places: list[str] = []
    while frame is not None and len(places) < 4:
        name = frame.f_code.co_filename.replace("\\", "/").rpartition("/")[2]
        places.append(f"{name}:{frame.f_lineno}")
        frame = frame.f_back
    return " < ".join(places)
