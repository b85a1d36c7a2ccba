"""What Patterns said when it was last looked at: given back at the next look, so that statements don't flicker."""

import json
from contextlib import suppress
from datetime import date

from bonddiary.analysis.findings.said import Said
from bonddiary.domain.errors import DiaryError
from bonddiary.domain.ids import BabyId
from bonddiary.domain.period import Period
from bonddiary.ui.pages.patterns.spans import Span
from bonddiary.ui.session import Session


class Memory:
    """Kept in the diary beside what is half typed: no entry, and nothing to undo. Days chosen by hand aren't kept."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._said: dict[str, Said | None] = {}

    def before(self, baby: BabyId, span: Span) -> Said | None:
        """What was said of this span last; None where it wasn't, or can't be read."""
        if span is Span.CUSTOM:
            return None
        place = _place(baby, span)
        if place not in self._said:
            with suppress(DiaryError):
                self._said[place] = _read(self._session.diary.draft(place))
        return self._said.get(place)

    def keep(self, baby: BabyId, span: Span, said: Said) -> None:
        """Keeps it where it is different; what can't be kept is remembered until the window closes."""
        place = _place(baby, span)
        if span is Span.CUSTOM or self._said.get(place) == said:
            return
        self._said[place] = said
        with suppress(DiaryError):
            self._session.diary.keep_draft(place, _text(said))


def _place(baby: BabyId, span: Span) -> str:
    return f"said-{span.value}-{baby}"


def _text(said: Said) -> str:
    days = (said.day, said.period.first, said.period.last)
    return json.dumps([*(day.isoformat() for day in days), *sorted(said.keys)])


def _read(text: str) -> Said | None:
    try:
        day, first, last, *keys = json.loads(text)
        return Said(
            date.fromisoformat(day),
            Period(date.fromisoformat(first), date.fromisoformat(last)),
            frozenset(map(str, keys)),
        )
    except (ValueError, TypeError):
        return None
