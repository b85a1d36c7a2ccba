"""Where the program's own files are: in a checkout, in an installed wheel or in a frozen bundle."""

import sys
from functools import cache
from pathlib import Path


@cache
def resource_root() -> Path:
    """The folder that holds content/, themes/, icons/ … Raises FileNotFoundError when none does."""
    package = Path(__file__).resolve().parent.parent
    frozen = getattr(sys, "_MEIPASS", None)
    candidates = ([Path(frozen) / "resources"] if frozen else []) + [
        package / "resources",
        package.parent / "resources",
    ]
    for folder in candidates:
        if (folder / "content").is_dir():
            return folder
    raise FileNotFoundError("the program’s resources folder is missing: install it again")


def resource(*parts: str) -> Path:
    """A file or folder below the resources folder."""
    return resource_root().joinpath(*parts)
