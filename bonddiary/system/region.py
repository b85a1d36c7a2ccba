"""The region that this computer is set to, as far as the environment tells it."""

import os
import re

_NAMED = re.compile(r"^[a-z]{2,3}_([A-Z]{2})\b")


def region() -> str:
    """The region's code, such as GB; blank where nothing tells it (Windows sets no such variables)."""
    for name in ("LC_ALL", "LC_MEASUREMENT", "LC_TELEPHONE", "LANG"):
        if found := _NAMED.match(os.environ.get(name, "")):
            return found.group(1)
    return ""
