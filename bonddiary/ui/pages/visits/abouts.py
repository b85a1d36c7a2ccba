"""What a question was asked beside, in words: a moment, a cue, a tip or a chart."""

from bonddiary.analysis.names import Names, in_sentence
from bonddiary.content.guidance import load_tips
from bonddiary.domain import wording
from bonddiary.domain.errors import ContentError, DiaryError
from bonddiary.domain.ids import CueKey, MomentId
from bonddiary.ui.pages.visits.state import About
from bonddiary.ui.session import Session

MOMENT, CUE, TIP, CHART = "moment", "cue", "tip", "chart"
CHARTS = {
    "two-weeks": "the days at a glance",
    "day": "one day",
    "time-of-day": "times of day",
    "tried": "what was tried and what happened next",
    "settling": "time to settle",
    "weeks": "week by week",
    "typical-day": "a typical day",
    "before-cues": "what came before each cue",
}
"""Names of charts inside a sentence."""


class Abouts:
    """Looks things up once."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._tips: dict[str, str] | None = None

    def of(self, about: str, names: Names) -> About | None:
        """None for a question that was asked by itself."""
        kind, _, key = about.partition(":")
        if not key:
            return None
        if kind == MOMENT:
            return self._moment(about, MomentId(key), names)
        if kind == CUE and CueKey(key) in self._session.catalog.cues:
            return About(f"About {in_sentence(names.cue(CueKey(key)))}", about)
        if kind == TIP and (title := self._titles().get(key)):
            return About(f"About the tip “{title}”", about)
        if kind == CHART:
            return About(f"About {CHARTS.get(key, 'a chart')}, on Patterns", about)
        return None

    def _moment(self, about: str, id: MomentId, names: Names) -> About:
        try:
            moment = self._session.diary.moment(id)
        except DiaryError:
            return About("About an entry that isn’t there any more", "")
        if moment.deleted is not None:
            return About("About an entry that was deleted", "")
        at = wording.at(moment.at, self._session.clock())
        hard = any(
            (known := names.catalog.responses.get(key)) is not None and known.private
            for key in moment.responses
        )
        if moment.private or hard:  # the page may lie on the table at a visit
            return About(f"About your entry, {at}", about)
        return About(f"About {in_sentence(names.cue(moment.cues[0]))}, {at}", about)

    def _titles(self) -> dict[str, str]:
        if self._tips is None:
            try:
                self._tips = {tip.key: tip.title for tip in load_tips(self._session.catalog.language)}
            except ContentError:
                self._tips = {}
        return self._tips
