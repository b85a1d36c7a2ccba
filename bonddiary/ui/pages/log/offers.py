"""What the saved strip shows of a moment, and what it offers to add."""

from bonddiary.analysis.names import Names
from bonddiary.domain import wording
from bonddiary.domain.board import WordKind
from bonddiary.domain.ids import CueKey, ResponseKey
from bonddiary.domain.moment import Moment
from bonddiary.ui.models.settle_choices import settle_choices
from bonddiary.ui.pages.log.state import Saved, Then, Tried
from bonddiary.ui.session import Session

OFFERED = 4


class Offers:
    """Keeps the responses offered for each cue during a visit, so that chips stay where they are."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._offered: dict[CueKey, tuple[ResponseKey, ...]] = {}

    def forget(self) -> None:
        """A new visit: what is offered may change."""
        self._offered.clear()

    def saved(self, moment: Moment, names: Names) -> Saved:
        """The strip of a moment. Raises DiaryError."""
        catalog, cue = self._session.catalog, moment.cues[0]
        offered = self._offered.setdefault(cue, self._likely_tried(cue))
        tried = {key: place for place, key in enumerate(moment.responses, 1)}

        def chip(key: ResponseKey) -> Tried:
            return Tried(key, names.response(key), tried.get(key, 0))

        shown = [*offered, *(key for key in moment.responses if key not in offered)]
        known = [key for key, response in catalog.responses.items() if not response.retired]
        others = [key for key in (*known, *own_responses(names)) if key not in shown]
        then = [
            Then(outcome.key, outcome.name, outcome.mark.value, outcome.key == moment.outcome)
            for outcome in catalog.outcomes.values()
        ]
        first = [each for each in then if catalog.outcomes[each.key].quick or each.chosen]
        return Saved(
            moment=moment.id,
            title=self.title(moment, names),
            cue=cue,
            tried=tuple(map(chip, shown)),
            more_tried=tuple(map(chip, others)),
            then=tuple(first),
            more_then=tuple(each for each in then if each not in first),
            settle=names.settle(moment.settle) if moment.settle else "",
            settle_timed=moment.settle is not None and moment.settle.step.timed,
            settle_choices=settle_choices(catalog),
            note=moment.note,
            private=moment.private,
        )

    def title(self, moment: Moment, names: Names) -> str:
        """ "Rooting, about 3:12am"."""
        about = "about " if moment.about else ""
        return f"{names.cue(moment.cues[0])}, {about}{wording.at(moment.at, self._session.clock())}"

    def _likely_tried(self, cue: CueKey) -> tuple[ResponseKey, ...]:
        """Four responses to offer: those used most after this cue, then those the catalogue names. Never by outcome."""
        baby = self._session.baby
        used = self._session.diary.responses_after(baby.id, cue) if baby else ()
        known = self._session.catalog.cues.get(cue)
        starters = known.responses if known else ()
        rest = tuple(self._session.catalog.responses)
        return tuple(dict.fromkeys([*used, *starters, *rest]))[:OFFERED]


def own_responses(names: Names) -> tuple[ResponseKey, ...]:
    """The family's own responses that aren't put away."""
    own = (word for word in names.own.values() if word.kind is WordKind.RESPONSE and not word.archived)
    return tuple(ResponseKey(word.id) for word in own)
