"""The files beside the code that a bundle holds, from the checkout and from the libraries: a list that is always in one order."""

import sys
import sysconfig
from collections.abc import Iterator
from importlib.metadata import Distribution, distributions
from pathlib import Path, PurePosixPath

from shared.metadata import ROOT

OURS = (sys.prefix, sysconfig.get_path("stdlib"))
"""Where the environment's and Python's own libraries are."""
MIGRATIONS = ROOT / "bonddiary" / "store" / "migrations"
LICENCES = Path(__file__).resolve().parent.parent / "shared" / "licences"
TOOLS = {
    "altgraph",
    "argparse-manpage",
    "macholib",
    "nfpm",
    "pefile",
    "pyinstaller-hooks-contrib",
    "setuptools",
    "shtab",
}
"""In the environment to make packages, and not in them."""
NAMED = ("LICENSE", "LICENCE", "COPYING", "NOTICE", "AUTHORS")


def data_files() -> list[tuple[str, str]]:
    """Each file and the folder of the bundle that it goes to."""
    # Alembic reads the steps of the schema as source files.
    trees = (
        (ROOT / "resources", "resources"),
        (MIGRATIONS, "bonddiary/store/migrations"),
        (LICENCES, "licences"),
    )
    found = [
        (str(path), str(PurePosixPath(below, *path.relative_to(top).parent.parts)))
        for top, below in trees
        for path in files_of(top)
    ]
    return [*found, (str(ROOT / "LICENSE"), "."), *licences()]


def files_of(top: Path) -> list[Path]:
    """Every file below a folder but caches and hidden ones."""
    return [
        path
        for path in sorted(top.rglob("*"))
        if path.is_file()
        and not any(part.startswith((".", "__pycache__")) for part in path.relative_to(top).parts)
    ]


def licences() -> list[tuple[str, str]]:
    """The licences of Python and of each library, for what is taken along has to come with them."""
    python = Path(sysconfig.get_path("stdlib")) / "LICENSE.txt"
    found = [(str(python), "licences/python")] if python.exists() else []
    for library in sorted(distributions(), key=_name):
        if _name(library) not in TOOLS:
            found += _licences_of(library)
    return found


def _licences_of(library: Distribution) -> Iterator[tuple[str, str]]:
    """Some keep several of one name in folders."""
    for file in sorted(library.files or ()):
        if ".dist-info" in file.parts[0] and file.name.upper().startswith(NAMED):
            folders = [part for part in file.parts[1:-1] if part != "licenses"]
            yield str(library.locate_file(file)), "/".join(["licences", _name(library), *folders])


def _name(library: Distribution) -> str:
    return library.metadata["Name"].lower().replace("_", "-")
