"""What is half typed on the Visits page: kept in the diary file whenever the keys rest, so that a crash leaves it."""

import json
from contextlib import suppress

from bonddiary.domain.errors import DiaryError
from bonddiary.ui.session import Session

PLACE = "visits"


class Halves:
    """Texts by the key of their field. Keeping them is no step to undo."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._texts: dict[str, str] = {}
        self._was_read = False

    def __getitem__(self, key: str) -> str:
        return self._texts.get(key, "")

    def __contains__(self, key: str) -> bool:
        return key in self._texts

    @property
    def keys(self) -> tuple[str, ...]:
        """Fields that hold something that isn't saved."""
        return tuple(self._texts)

    def keep(self, key: str, text: str) -> bool:
        """Keeps it; says whether it is in the file now. Where it isn't, it stays here and in its field."""
        if self._texts.get(key) == text:
            return True
        self._texts[key] = text
        return self._write()

    def forget(self, *keys: str) -> None:
        """They are saved, or let go. What can't be forgotten is found saved at the next start."""
        there = [key for key in keys if key in self._texts]
        for key in there:
            del self._texts[key]
        if there:
            self._write()

    def read(self) -> None:
        """Takes what the last run of the program left, once. Raises DiaryError."""
        if self._was_read:
            return
        found = self._session.diary.draft(PLACE)
        self._was_read = True
        with suppress(TypeError, ValueError, AttributeError):  # nothing, or what another version wrote
            left = json.loads(found or "{}")
            self._texts = {str(key): str(text) for key, text in left.items()} | self._texts

    def _write(self) -> bool:
        try:
            self.read()  # what is left there is never written over unread
            text = json.dumps(self._texts, ensure_ascii=False) if self._texts else ""
            self._session.diary.keep_draft(PLACE, text)
        except DiaryError:
            return False
        return True
