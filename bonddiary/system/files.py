"""Writing files so that a reader sees the old one, the new one, or none: never half of one."""

import errno
import os
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from bonddiary.domain.errors import DiaryError, DiaryReadOnly, DiskFull

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_NO_LEAVE = {errno.EACCES, errno.EPERM, errno.EROFS}
_NO_LINKS = {errno.EPERM, errno.EOPNOTSUPP, errno.ENOTSUP, errno.ENOSYS, errno.EMLINK, errno.EINVAL}


def atomic_write(path: Path, chunks: Iterable[bytes], *, overwrite: bool = False) -> None:
    """Write a whole file, readable by its owner only (0600), and make it durable before it gets its name.

    Raises DiaryError when the name is taken (unless `overwrite`), DiaryReadOnly, DiskFull. After an error,
    also one raised by `chunks`, the folder is as it was.
    """
    try:
        _refuse_taken(path, overwrite=overwrite)
        handle, name = tempfile.mkstemp(prefix=".bonddiary-", suffix=".part", dir=path.parent)
        part = Path(name)
        try:
            _fill(handle, chunks)
            _give_name(part, path, overwrite=overwrite)
        finally:
            part.unlink(missing_ok=True)
        _sync_folder(path.parent)
    except (OSError, ValueError) as error:
        raise _in_words(error, path) from error


def _refuse_taken(path: Path, *, overwrite: bool) -> None:
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, "is a folder")
    if not overwrite and os.path.lexists(path):
        raise FileExistsError(errno.EEXIST, "is taken")


def _fill(handle: int, chunks: Iterable[bytes]) -> None:
    with os.fdopen(handle, "wb") as file:
        for chunk in chunks:
            file.write(chunk)
        file.flush()
        os.fsync(file.fileno())


def _give_name(part: Path, path: Path, *, overwrite: bool) -> None:
    if overwrite:
        part.replace(path)
        return
    try:
        os.link(part, path)  # unlike a rename, it fails if the name was taken in the meantime
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        # memory sticks (FAT) know no links: the smallest window that is left
        _refuse_taken(path, overwrite=False)
        part.rename(path)


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # some network folders can't; the file itself is already safe
            os.fsync(handle)
    finally:
        os.close(handle)


def _in_words(error: OSError | ValueError, path: Path) -> DiaryError:
    number = error.errno if isinstance(error, OSError) else None
    name, folder = path.name or str(path), path.parent
    if number == errno.EEXIST:
        return DiaryError(f"There is already a file called “{name}”. Choose another name.")
    if number == errno.EISDIR:
        return DiaryError(f"“{name}” is a folder. Give the name of a file.")
    if number in _NO_ROOM:
        return DiskFull(f"There is no room left to save “{name}”. Free some space or choose another place.")
    if number in _NO_LEAVE:
        return DiaryReadOnly(
            f"“{name}” can’t be saved in {folder}: it may not be written to. Choose another folder."
        )
    if number in {errno.ENOENT, errno.ENOTDIR}:
        return DiaryError(f"There is no folder {folder}. Make it or choose another one.")
    return DiaryError(f"“{name}” can’t be saved in {folder}. Choose another name or folder.")
