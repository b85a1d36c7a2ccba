"""Whether a folder is one that a program copies to other computers while it changes: no place for an open diary.

Such programs copy a file in the middle of a change, and put an older one in its place.
"""

import os
import re
from collections.abc import Mapping
from pathlib import Path

MARKS = {
    ".stfolder": "Syncthing",
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
    ".tmp.driveupload": "Google Drive",
    ".tmp.drivedownload": "Google Drive",
    ".849C9593-D756-4E56-8D6E-42412F2A707B": "OneDrive",
}
"""What such a program puts into the folder it looks after."""
JOURNAL = re.compile(r"\._?sync_[0-9a-f]+\.db")
"""Nextcloud's and ownCloud's, in the same way."""
NAMES = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "icloud drive": "iCloud Drive",
    "iclouddrive": "iCloud Drive",
    "com~apple~clouddocs": "iCloud Drive",
    "mobile documents": "iCloud Drive",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
}
"""How their folders begin: "OneDrive - Work", "GoogleDrive-…", "Dropbox (Personal)"."""
TOLD_BY_SYSTEM = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")
"""Variables in which Windows names OneDrive's folder."""


def synced_by(folder: Path, told: Mapping[str, str] = os.environ) -> str:
    """The service that seems to share this folder, or one that it lies in; blank for none."""
    real = folder.resolve()
    roots = [Path(told[name]).resolve() for name in TOLD_BY_SYSTEM if told.get(name)]
    for place in (real, *real.parents):
        found = "OneDrive" if place in roots else _by_name(place.name) or _by_marks(place)
        if found:
            return found
    return ""


def _by_name(name: str) -> str:
    plain = name.casefold()
    for start, service in NAMES.items():
        rest = plain.removeprefix(start)
        if rest != plain and not rest[:1].isalpha():
            return service
    return ""


def _by_marks(place: Path) -> str:
    for mark, service in MARKS.items():
        if os.path.lexists(place / mark) and not (mark == ".dropbox" and place == Path.home()):
            return service  # Dropbox keeps its own settings in ~/.dropbox
    try:
        journal = any(JOURNAL.fullmatch(each.name) for each in place.glob(".*sync_*.db"))
    except OSError:
        return ""
    return "Nextcloud" if journal else ""
