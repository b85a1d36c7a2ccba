"""The place that copies of the diary also go to by themselves: a stick, another disk, a folder that is kept in step."""

from pathlib import Path

from bonddiary.domain.errors import DiaryError
from bonddiary.domain.when import When
from bonddiary.ui.models import copies as told
from bonddiary.ui.session import Session

NAME = "Bond Diary copies"


def within(folder: Path) -> Path:
    """A folder of its own in the one that was chosen: copies of another computer's diary are never thinned with these."""
    place, number = folder / NAME, 1
    while place.exists() and any(place.iterdir()):
        number += 1
        place = folder / f"{NAME} {number}"
    return place


def made_in(folder: Path) -> Path:
    """The same, and it is there: copies go to a folder that is there and make none. Raises DiaryError."""
    place = within(folder)
    try:
        if folder.is_dir():
            place.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        reason = error.strerror or "no reason given"
        raise DiaryError(f"A folder can’t be made in {folder} ({reason}). Choose another one.") from None
    return place


def words(session: Session) -> str:
    """Where it is and how new its newest copy is; blank where none was chosen."""
    if not session.settings.second_place:
        return ""
    place = Path(session.settings.second_place)
    if not place.is_dir():
        opens = "" if session.key is None else " Until then, those there open with the passphrases they had."
        return f"Copies also go to {place}. It isn’t there now. They go there once it is back.{opens}"
    newest = session.backups.newest_in(place)
    if newest is None:
        return f"Copies also go to {place}. None is there yet."
    now = session.clock()
    return f"Copies also go to {place}, once a day. The last: {told.day_words(When.of(newest.made, now.zone).day, now.day)}."


def bring_along(session: Session) -> str:
    """After the ways in have changed: copies in the second place get those of now. What came of it, in words."""
    if not session.settings.second_place:
        return ""
    try:
        done = session.backups.bring_along(Path(session.settings.second_place))
    except DiaryError:
        done = False
    return ALONG if done else LATER


ALONG = "So do those in the second place."
LATER = "Those in the second place follow once it is back and can be written."
