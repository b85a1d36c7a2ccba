"""What the program is built with, and in which versions: asked of the environment, or read from a file that a bundle brings.

python -m bonddiary.system.libraries FOLDER     writes that file; packaging does, into the bundle's resources
"""

import json
import platform
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from bonddiary.system.resources import resource

NAME = "libraries.json"


@dataclass(frozen=True, slots=True)
class Library:
    """One that is shipped."""

    name: str
    package: str
    """As a package index knows it; blank for Python itself."""
    licence: str


LIBRARIES = (
    Library("Python", "", "Python Software Foundation License"),
    Library("Qt for Python and Qt", "pyside6-essentials", "LGPL 3"),
    Library("Shiboken", "shiboken6", "LGPL 3"),
    Library("SQLAlchemy", "sqlalchemy", "MIT"),
    Library("sqlcipher3", "sqlcipher3", "zlib licence"),
    Library("Alembic", "alembic", "MIT"),
    Library("Mako", "mako", "MIT"),
    Library("MarkupSafe", "markupsafe", "BSD 3-Clause"),
    Library("cryptography", "cryptography", "Apache 2.0 or BSD 3-Clause"),
    Library("CFFI", "cffi", "MIT-0"),
    Library("pycparser", "pycparser", "BSD 3-Clause"),
    Library("Matplotlib", "matplotlib", "Matplotlib licence, like Python’s"),
    Library("ContourPy", "contourpy", "BSD 3-Clause"),
    Library("Cycler", "cycler", "BSD 3-Clause"),
    Library("FontTools", "fonttools", "MIT"),
    Library("Kiwi", "kiwisolver", "BSD 3-Clause"),
    Library("NumPy", "numpy", "BSD 3-Clause, parts 0BSD, MIT, zlib and CC0"),
    Library("Pillow", "pillow", "MIT-CMU"),
    Library("Packaging", "packaging", "Apache 2.0 or BSD 2-Clause"),
    Library("PyParsing", "pyparsing", "MIT"),
    Library("python-dateutil", "python-dateutil", "BSD 3-Clause"),
    Library("platformdirs", "platformdirs", "MIT"),
    Library("Typst", "typst", "Apache 2.0"),
    Library("typing-extensions", "typing-extensions", "Python Software Foundation License"),
    Library("tzlocal", "tzlocal", "MIT"),
    Library("tzdata", "tzdata", "Apache 2.0"),
)
"""Those in packaging/lock/run.txt (a test holds them together)."""


def versions() -> dict[str, str]:
    """The version of each that is here, by package; Python's under the blank name."""
    from importlib import metadata  # with the page that shows them

    found = {"": platform.python_version(), **_brought()}
    for each in LIBRARIES:
        if each.package:
            with suppress(metadata.PackageNotFoundError):
                found[each.package] = metadata.version(each.package)
    return found


def write(folder: Path) -> Path:
    """Writes the file that a bundle brings."""
    path = folder / NAME
    own = {name: version for name, version in versions().items() if name}
    path.write_text(json.dumps(own, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return path


def _brought() -> dict[str, str]:
    """What the bundle says; nothing in an environment, where each library says it of itself."""
    try:
        plain = json.loads(resource(NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(name): str(version) for name, version in plain.items()} if isinstance(plain, dict) else {}


if __name__ == "__main__":
    write(Path(sys.argv[1]))
