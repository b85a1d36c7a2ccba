"""Hard moments, which no count and no margin gives away."""

from bonddiary.analysis.names import Names
from bonddiary.domain.moment import Moment


def kept_back(moment: Moment, names: Names) -> bool:
    """Whether it is marked private, or something was tried in it that content keeps private."""
    known = (names.catalog.responses.get(key) for key in moment.responses)
    return moment.private or any(response is not None and response.private for response in known)
