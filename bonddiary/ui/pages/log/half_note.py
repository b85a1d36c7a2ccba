"""A note that is half typed: kept in the diary file half a second after the last key, so that a crash leaves it."""

import json
from contextlib import suppress
from dataclasses import dataclass

from bonddiary.domain.errors import DiaryError
from bonddiary.domain.ids import MomentId
from bonddiary.ui.session import Session

PLACE = "note"


@dataclass(frozen=True, slots=True)
class Half:
    """What stands in the field, and whose note it is to be."""

    moment: MomentId
    text: str
    private: bool


class HalfNote:
    """One at a time: the strip has one field. Keeping it is no step to undo."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._now: Half | None = None

    def of(self, moment: MomentId) -> Half | None:
        """What is half typed for this moment."""
        return self._now if self._now is not None and self._now.moment == moment else None

    def keep(self, half: Half) -> None:
        """Keeps it. Where it can't be kept it still stands in its field, and saving the note says why."""
        self.hold(half)
        with suppress(DiaryError):
            text = json.dumps([half.moment, half.text, half.private], ensure_ascii=False)
            self._session.diary.keep_draft(PLACE, text)

    def hold(self, half: Half) -> None:
        """Shows it in the field, without keeping it in the file."""
        self._now = half

    def forget(self) -> None:
        """It is saved, or its moment is gone. What can't be forgotten is found saved at the next start."""
        if self._now is not None:
            self._now = None
            with suppress(DiaryError):
                self._session.diary.keep_draft(PLACE, "")

    def read(self) -> Half | None:
        """What the last run of the program left. Raises DiaryError."""
        try:
            moment, text, private = json.loads(self._session.diary.draft(PLACE) or "null")
        except (TypeError, ValueError):  # nothing, or what another version wrote
            return None
        self._now = Half(MomentId(str(moment)), str(text), bool(private))
        return self._now
