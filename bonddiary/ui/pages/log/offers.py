"""What the saved strip shows of a moment, and what it offers to add."""

from collections.abc import Sequence

from bonddiary.analysis.names import Names, in_sentence
from bonddiary.domain import wording
from bonddiary.domain.baby import Carer
from bonddiary.domain.board import BoardChoice, WordKind
from bonddiary.domain.ids import CueKey, ResponseKey
from bonddiary.domain.moment import Moment
from bonddiary.ui.care.before import words_before
from bonddiary.ui.models.settle_choices import settle_choices
from bonddiary.ui.pages.log.more_about import more_about
from bonddiary.ui.pages.log.saved import Noticed, Saved, Then, Tried
from bonddiary.ui.session import Session

OFFERED = 4
WATCHED = ResponseKey("r-watch-wait")
"""Nothing yet, or watched: always among the chips, because waiting is an answer too."""


class Offers:
    """Keeps the responses offered for each cue during a visit, so that chips stay where they are."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._offered: dict[CueKey, tuple[ResponseKey, ...]] = {}

    def forget(self) -> None:
        """A new visit: what is offered may change."""
        self._offered.clear()

    def saved(self, moment: Moment, names: Names, carers: Sequence[Carer] = ()) -> Saved:
        """The strip of a moment. Raises DiaryError."""
        catalog, cue = self._session.catalog, moment.cues[0]
        if cue not in self._offered:
            self._offered[cue] = self._likely_tried(cue)
        offered = self._offered[cue]
        tried = {key: place for place, key in enumerate(moment.responses, 1)}

        def chip(key: ResponseKey) -> Tried:
            return Tried(key, names.response(key), tried.get(key, 0))

        shown = [*offered, *(key for key in moment.responses if key not in offered)]
        then = [
            Then(outcome.key, outcome.name, outcome.mark.value, outcome.key == moment.outcome)
            for outcome in catalog.outcomes.values()
        ]
        first = [each for each in then if catalog.outcomes[each.key].quick or each.chosen]
        opened = self._session.settings.more_about
        before = words_before(self._session, moment) if opened else ""  # folded away, a press reads nothing
        return Saved(
            moment=moment.id,
            title=self.title(moment, names),
            names=_lasting(moment, names),
            time=self.time(moment),
            cue=cue,
            noticed=tuple(Noticed(each, names.cue(each)) for each in moment.cues),
            more=more_about(moment, names, carers, opened=opened, before=before),
            tried=tuple(map(chip, shown)),
            more_tried=tuple(chip(key) for key in self._known(names) if key not in shown),
            then=tuple(first),
            more_then=tuple(each for each in then if each not in first),
            settle=names.settle(moment.settle) if moment.settle else "",
            settle_timed=moment.settle is not None and moment.settle.step.timed,
            settle_choices=settle_choices(catalog),
            note=moment.note,
            private=moment.private,
        )

    def title(self, moment: Moment, names: Names) -> str:
        """ "Crying for 12 min, about 3:12am"."""
        return f"{_lasting(moment, names)}, {self.time(moment)}"

    def time(self, moment: Moment) -> str:
        """ "about 3:12am"."""
        about = "about " if moment.about else ""
        return f"{about}{wording.at(moment.at, self._session.clock())}"

    def _known(self, names: Names) -> list[ResponseKey]:
        """Every response that can be said: the family's own, then the catalogue's."""
        own = [
            ResponseKey(word.id)
            for word in names.own.values()
            if word.kind is WordKind.RESPONSE and not word.archived
        ]
        responses = self._session.catalog.responses
        return [*own, *(key for key, response in responses.items() if not response.retired)]

    def _likely_tried(self, cue: CueKey) -> tuple[ResponseKey, ...]:
        """Four responses to offer, and watching: those used most after this cue, then those the catalogue names.

        Never by outcome. What the family has hidden is left to More….
        """
        baby = self._session.baby
        used = self._session.diary.responses_after(baby.id, cue) if baby else ()
        known = self._session.catalog.cues.get(cue)
        starters = known.responses if known else ()
        rest = tuple(self._session.catalog.responses)
        hidden = {each.key for each in self._session.diary.all(BoardChoice) if each.hidden}
        offered = [key for key in dict.fromkeys([*used, *starters, *rest]) if key not in hidden][:OFFERED]
        watched = [] if WATCHED in hidden or WATCHED not in self._session.catalog.responses else [WATCHED]
        return tuple(dict.fromkeys([*offered, *watched]))


def _lasting(moment: Moment, names: Names) -> str:
    """ "Rooting and fists to mouth", "Crying for 12 min"."""
    said = names_of(moment, names)
    return said if moment.length is None else f"{said} for {wording.length(moment.length)}"


def names_of(moment: Moment, names: Names) -> str:
    """ "Rooting and fists to mouth"."""
    first, *others = (names.cue(each) for each in moment.cues)
    return wording.listed([first, *map(in_sentence, others)])
