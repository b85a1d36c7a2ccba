"""What was logged before a moment, for the places that show it inside the moment."""

from datetime import timedelta

from bonddiary.analysis.context import REACH, context_of, context_words
from bonddiary.domain.errors import DiaryError
from bonddiary.domain.moment import Moment
from bonddiary.domain.period import Period
from bonddiary.ui.session import Session

DAY = timedelta(days=1)
"""Beyond the reach: the diary counts days by the clock where a thing happened."""


def words_before(session: Session, moment: Moment) -> str:
    """Read and worked out anew each time; blank where it can't be read now."""
    first = moment.at.shifted(-REACH).day - DAY
    try:
        care = session.diary.care(moment.baby, Period(first, moment.at.day + DAY))
    except DiaryError:
        return ""
    return context_words(context_of(moment, care))
