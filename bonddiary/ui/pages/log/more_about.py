"""The second line of a saved moment, decided: how the baby was, how strong it was, who noted it, how long it lasted."""

from collections.abc import Sequence

from bonddiary.analysis.names import Names
from bonddiary.domain import wording
from bonddiary.domain.baby import Carer
from bonddiary.domain.moment import Intensity, Moment, State
from bonddiary.ui.pages.log.saved import MoreAbout, Pick

STRENGTHS = {Intensity.LOW: "Gentle", Intensity.MEDIUM: "In between", Intensity.HIGH: "Strong"}
LENGTHS = (5, 10, 15, 20, 30, 45, 60, 90, 120)
"""Minutes on offer; 5 is the smallest step on the paper diary, so finer is false precision."""


def more_about(
    moment: Moment, names: Names, carers: Sequence[Carer], *, opened: bool, before: str
) -> MoreAbout:
    """What may be said beside cue, response and outcome, and what was logged before the moment."""
    shown = [each for each in carers if not each.archived or each.id == moment.carer]
    return MoreAbout(
        states=tuple(Pick(each, names.state(each), each is moment.state) for each in State),
        strengths=tuple(Pick(each, name, each is moment.intensity) for each, name in STRENGTHS.items()),
        carers=tuple(Pick(each.id, each.label, each.id == moment.carer) for each in shown),
        lasted=lasted(moment),
        open=opened,
        before=before,
    )


def lasted(moment: Moment) -> str:
    """ "20 min, until 3:32am"; blank when not said."""
    if moment.until is None or moment.length is None:
        return ""
    end = wording.clock(moment.until.wall) + wording.which_pass(moment.until)
    return f"{wording.length(moment.length)}, until {end}"
