"""Every state in which a power cut may leave the diary, worked out from a record of a session's system calls.

Files are followed by what they are (inodes), not by their names. What was written to a file is on the disk for sure once
that file was synced; that a name is in a folder, once the folder was. Of everything else nothing, all, or any part may
be there, in pieces of 512 bytes. It is taken that a drive keeps what it says it has kept.
"""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

SECTOR = 512
CALLS = "openat,pwrite64,write,ftruncate,?rename,?unlink,unlinkat,fsync,fdatasync"
"""With a question mark where not every kind of processor has the call."""
_LINE = re.compile(r"^\d+\s+(\w+)\((.*)\)\s+= (-?\d+)(.*)$")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_HANDLE = re.compile(r"^(\d+)<((?:\\x[0-9a-f]{2})*)")
_OPENED = re.compile(r"<((?:\\x[0-9a-f]{2})*)")


@dataclass(frozen=True)
class Call:
    """A system call that changes something, or an acknowledgement."""

    name: str
    path: str = ""
    to: str = ""
    data: bytes = b""
    at: int = 0


def calls(record: str) -> Iterator[Call]:
    """What strace wrote, as far as it matters here."""
    for line in record.splitlines():
        found = _LINE.match(line)
        if found is None or found[3].startswith("-"):
            continue
        name, inside, result, more = found[1], found[2], found[3], found[4]
        texts = [bytes.fromhex(each.replace("\\x", "")) for each in _TEXT.findall(inside)]
        handle = _HANDLE.match(inside)
        path = bytes.fromhex(handle[2].replace("\\x", "")).decode() if handle else ""
        if name == "openat":
            opened = _OPENED.match(more)
            path = bytes.fromhex(opened[1].replace("\\x", "")).decode() if opened else texts[0].decode()
            yield Call("make" if "O_CREAT" in inside else "open", path, at=int("O_TRUNC" in inside))
        elif name == "pwrite64":
            yield Call("write", path, data=texts[0], at=int(inside.rsplit(",", 1)[1]))
        elif name == "write" and texts and texts[0].startswith(b"ACK "):
            yield Call("ack", data=texts[0][: int(result)])
        elif name == "ftruncate":
            yield Call("cut", path, at=int(inside.rsplit(",", 1)[1]))
        elif name in ("fsync", "fdatasync"):
            yield Call("sync", path)
        elif name in ("unlink", "unlinkat"):
            yield Call("unlink", texts[-1].decode())
        elif name == "rename":
            yield Call("rename", texts[0].decode(), texts[1].decode())


@dataclass
class Inode:
    """A file's content: what is on the disk for sure, and what came since its last sync."""

    sure: bytes = b""
    since: list[Call] = field(default_factory=list)

    def sync(self) -> None:
        """All that was written is on the disk now."""
        self.sure = self.state(self.since)
        self.since = []

    def state(self, came: list[Call]) -> bytes:
        """The content where these came through, in order."""
        content = bytearray(self.sure)
        for call in came:
            if call.name == "cut":
                del content[call.at :]
                content.extend(bytes(max(0, call.at - len(content))))
            else:
                content.extend(bytes(max(0, call.at - len(content))))
                content[call.at : call.at + len(call.data)] = call.data
        return bytes(content)


class Disk:
    """One folder as the calls leave it."""

    def __init__(self, folder: Path) -> None:
        self.folder = str(folder)
        self.names: dict[str, Inode] = {
            each.name: Inode(each.read_bytes()) for each in folder.iterdir() if each.is_file()
        }
        self.sure = dict(self.names)
        """The names that are on the disk for sure."""
        self.since: list[tuple[str, Inode | None]] = []

    def do(self, call: Call) -> bool:
        """Follows a call; says whether it was one about this folder."""
        if call.path == self.folder and call.name == "sync":
            self.sure, self.since = dict(self.names), []
            return True
        name = self._name(call.path)
        if name is None:
            return False
        inode = self.names.get(name)
        if call.name == "make" and inode is None:
            self._set(name, Inode())
        elif call.name == "make" and call.at and inode is not None:
            inode.since.append(Call("cut"))
        elif call.name in ("write", "cut") and inode is not None:
            inode.since.append(call)
        elif call.name == "sync" and inode is not None:
            inode.sync()
        elif call.name == "unlink":
            self._set(name, None)
        elif call.name == "rename":
            to = self._name(call.to)
            assert to is not None
            self._set(to, inode)
            self._set(name, None)
        else:
            return False
        return True

    def states(self, dice: random.Random, parts: int) -> Iterator[dict[str, bytes]]:
        """What may be found after a cut now: nothing of what isn't sure, all of it, and some parts of it."""
        yield {name: inode.sure for name, inode in self.sure.items()}
        yield {name: inode.state(inode.since) for name, inode in self.names.items()}
        for _ in range(parts):
            names = dict(self.sure)
            for name, inode in self.since[: dice.randint(0, len(self.since))]:
                if inode is None:
                    names.pop(name, None)
                else:
                    names[name] = inode
            yield {name: inode.state(_some(inode.since, dice)) for name, inode in names.items()}

    def _set(self, name: str, inode: Inode | None) -> None:
        self.since.append((name, inode))
        if inode is None:
            self.names.pop(name, None)
        else:
            self.names[name] = inode

    def _name(self, path: str) -> str | None:
        path = path.removesuffix(" (deleted)").removesuffix("(deleted)")
        return path[len(self.folder) + 1 :] if path.startswith(self.folder + "/") else None


def _some(came: list[Call], dice: random.Random) -> list[Call]:
    """Each call, or each piece of what it writes, came through or not."""
    found = []
    likely = dice.choice((0.1, 0.5, 0.9))
    for call in came:
        if call.name == "cut":
            found += [call] if dice.random() < likely else []
            continue
        start = 0
        while start < len(call.data):
            end = start + SECTOR - (call.at + start) % SECTOR
            if dice.random() < likely:
                found.append(Call("write", call.path, data=call.data[start:end], at=call.at + start))
            start = end
    return found
