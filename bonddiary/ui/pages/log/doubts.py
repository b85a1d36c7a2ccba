"""Why the time of a press may be wrong: the computer's clock was set, or its zone can't be told."""

from bonddiary.domain import wording
from bonddiary.domain.ids import MomentId
from bonddiary.domain.moment import Moment
from bonddiary.domain.when import When
from bonddiary.system.clock import ClockWatch, Steady
from bonddiary.ui.pages.log.saved import Question
from bonddiary.ui.session import Session


class Doubts:
    """Asked at each press, and said once the moment is saved: nothing waits for an answer."""

    def __init__(self, session: Session, steady: Steady) -> None:
        self._session = session
        self._watch = ClockWatch(steady)
        self._zone_asked = False
        self._doubts: dict[MomentId, str] = {}

    def press(self, moment: MomentId, now: When) -> None:
        """A cue was pressed. The zone is doubted once."""
        moved = self._watch.moved(now)
        unknown = not self._zone_asked and not self._session.zone_is_known()
        self._zone_asked = True
        if moved or unknown:
            self._doubts[moment] = (
                "Your computer’s clock changed." if moved else "Your computer doesn’t say its time zone."
            )

    def question(self, moment: Moment) -> Question | None:
        """What to ask of a moment that is saved now; None: nothing."""
        doubt = self._doubts.pop(moment.id, "")
        shown = wording.at(moment.at, self._session.clock())
        return Question(f"{doubt} Is {shown} right?", "Yes", time=True) if doubt else None
