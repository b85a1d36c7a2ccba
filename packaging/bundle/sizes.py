"""How large a bundle is, part by part."""

from collections import Counter
from pathlib import Path

from bundle.contents import files_of
from bundle.freeze import INNER

PARTS = {
    "PySide6": "Qt", "shiboken6": "Qt", "typst": "Typst", "numpy": "numpy", "numpy.libs": "numpy", "matplotlib": "matplotlib",
    "PIL": "Pillow", "pillow.libs": "Pillow", "fontTools": "fontTools", "sqlcipher3": "SQLite with encryption",
    "sqlalchemy": "SQLAlchemy", "cryptography": "cryptography", "resources": "words, fonts and drawings of our own",
    "licences": "licences", "base_library.zip": "Python",
}  # fmt: skip
MIB = 1024 * 1024


def table(bundle: Path, packages: list[Path]) -> str:
    """Every part over half a MiB, the largest first, then the whole and the packages."""
    parts: Counter[str] = Counter()
    for path in files_of(bundle):
        if not path.is_symlink():
            parts[part_of(path.relative_to(bundle))] += path.stat().st_size
    rows = [(size, name) for name, size in parts.most_common() if size >= MIB / 2]
    small = sum(parts.values()) - sum(size for size, _ in rows)
    rows += [(small, "what is smaller"), (sum(parts.values()), "the bundle, whole")]
    rows += [(path.stat().st_size, path.name) for path in packages]
    return "\n".join(f"{size / MIB:8.1f} MiB  {name}" for size, name in rows)


def part_of(name: Path) -> str:
    """Whose a file is, in words for a developer."""
    first = name.parts[1] if len(name.parts) > 1 and name.parts[0] == INNER else name.parts[0]
    if first.startswith(("libpython", "python3")):
        return "Python"
    return PARTS.get(first, "our code, packed" if len(name.parts) == 1 else first)
