"""What Bond Diary keeps on this computer, who may read it, and that it stays here: for the window and `bonddiary privacy`."""

import os
import shlex
import stat
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bonddiary.system.no_network import is_refused, refused
from bonddiary.system.paths import TO_RUN, Paths
from bonddiary.system.synced import synced_by

KILO = 1000
OWN = (*TO_RUN, "matplotlib/*", "window.lock")
"""What the program needs to run; nothing that was typed is in it."""
TOOLS = {"linux": "ss -tup", "darwin": "nettop", "win32": "resmon"}
"""What each system itself has for looking at connections."""
ALONE = "No other account may read it."
OTHERS = "Other accounts on this computer may read it."
UNKNOWN = "Your account’s folder decides who may read it."


@dataclass(frozen=True, slots=True)
class Kept:
    """One kind of file: what it is, where, and how much."""

    name: str
    path: Path
    size: int
    """Bytes."""
    who: str
    """Who may read it, as a sentence."""
    about: str = ""


@dataclass(frozen=True, slots=True)
class PrivacyCheck:
    """What was found."""

    network: str
    look: str
    """How to see it with the computer's own tools."""
    kept: tuple[Kept, ...]
    others: tuple[str, ...]
    """What other people may come to see."""
    command: str

    @property
    def open_to_others(self) -> bool:
        """Whether somebody with another account may read a file."""
        return any(each.who == OTHERS for each in self.kept)

    def lines(self) -> tuple[str, ...]:
        """All of it as plain text, a line for each thing."""
        files = [line for each in self.kept for line in kept_lines(each)]
        return (self.network, self.look, "On this computer:", *files, "Other people:", *self.others)


def look(paths: Paths) -> PrivacyCheck:
    """Looks at the files; opens none of them."""
    return PrivacyCheck(_network(), _look(), tuple(_kept(paths)), _others(paths), _command(paths))


def kept_lines(kept: Kept) -> tuple[str, str]:
    """What it is, how much and for whom; where it is."""
    about = f" {kept.about}" if kept.about else ""
    return f"{kept.name}, {size_in_words(kept.size)}. {kept.who}{about}", str(kept.path)


def size_in_words(size: int) -> str:
    """ "640 bytes", "204 kB", "1.4 MB"."""
    if size < KILO:
        return f"{size} bytes"
    return f"{size / KILO:,.0f} kB" if size < KILO * KILO else f"{size / KILO / KILO:,.1f} MB"


def _network() -> str:
    if not is_refused():
        return "Bond Diary opens no connection. Here nothing counts attempts."
    return f"Bond Diary opens no connection. Attempts refused since it started: {refused()}."


def _look() -> str:
    tool = TOOLS.get(sys.platform, TOOLS["linux"])
    return (
        f"Your computer can show it, too: “{tool}” lists who has a connection. "
        "Or turn the internet off: everything works as before."
    )


def _others(paths: Paths) -> tuple[str, ...]:
    service = synced_by(paths.data)
    shared = (
        (f"The diary’s folder seems to be shared with {service}, so it is there too.",) if service else ()
    )
    plain = (
        "Whoever uses this account can open the diary and read all of it. It has no passphrase.",
        "Whoever looks after this computer can, too, and so can a program you start.",
    )
    locked = (
        "The diary and its copies here are locked. Who has a passphrase or the recovery key can open them.",
        "While it is open, whoever uses or looks after this computer may see it, and so may a program you start.",
    )
    return (
        *shared,
        *(locked if any(_keys(paths)) else plain),
        "The window’s title, the log and the list of recent files name nobody.",
        "Files you save yourself stay where you put them. So do printed pages.",
    )


def _command(paths: Paths) -> str:
    if paths.data != paths.config:
        return "bonddiary privacy"
    return f"bonddiary --data-dir {shlex.quote(str(paths.data))} privacy"


def _kept(paths: Paths) -> Iterator[Kept]:
    log = "It says where the program went wrong, and nothing that you wrote."
    diary = (paths.diary, paths.diary.with_name(paths.diary.name + "-journal"))
    places = dict.fromkeys((paths.state, paths.lock.parent))
    own = [each for place in places for pattern in OWN for each in place.glob(pattern)]
    yield from _of("The diary", paths.diary, diary)
    copies = sorted((paths.data / "backups").glob("*"))
    number = sum(each.suffix == ".db" for each in copies)
    yield from _of(
        "The keys of the diary",
        paths.diary.parent,
        _keys(paths),
        "Each opens with a passphrase alone, or with the recovery key.",
    )
    yield from _of(f"Copies of the diary: {number}", paths.data / "backups", copies)
    yield from _of("Settings", paths.settings, [paths.settings])
    yield from _of("The log", paths.log, [paths.log], log)
    yield from _of("The program’s own files", paths.state, own, "Nothing that you wrote is in them.")


def _keys(paths: Paths) -> list[Path]:
    """There once a passphrase is set, and gone with it. The diary itself isn't looked into: it may be open."""
    return sorted(paths.diary.parent.glob(f"{paths.diary.stem}.keys.json*"))


def _of(name: str, path: Path, files: Iterable[Path], about: str = "") -> Iterator[Kept]:
    there = [each for each in files if each.is_file()]
    if there:
        yield Kept(name, path, sum(each.stat().st_size for each in there), _who(there), about)


def _who(files: list[Path]) -> str:
    if os.name != "posix":
        return UNKNOWN
    return OTHERS if any(_is_open(each) for each in files) else ALONE


def _is_open(path: Path) -> bool:
    """Whether another account gets to the file, and may read or change it."""
    if not path.lstat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        return False
    ways = stat.S_IXGRP | stat.S_IXOTH
    return all(folder.stat().st_mode & ways for folder in path.absolute().parents)
