"""Names what differs between two folders that are to be the same."""

import os
from pathlib import Path


def differences(first: Path, second: Path) -> list[str]:
    """One sentence for each file whose bytes, rights, time or target differ, or that one of them lacks."""
    names = sorted({path.relative_to(top).as_posix() for top in (first, second) for path in top.rglob("*")})
    return [f"{name}: {what}" for name in names if (what := _difference(first / name, second / name))]


def _difference(one: Path, two: Path) -> str:
    if not (os.path.lexists(one) and os.path.lexists(two)):
        return "is in one of them"
    if one.is_symlink() or two.is_symlink():
        same = one.is_symlink() and two.is_symlink() and one.readlink() == two.readlink()
        return "" if same else "points elsewhere"
    facts = [(path.stat().st_mode, int(path.stat().st_mtime)) for path in (one, two)]
    if facts[0] != facts[1]:
        return "has other rights or another time"
    if one.is_file() and one.read_bytes() != two.read_bytes():
        return "has other bytes"
    return ""
