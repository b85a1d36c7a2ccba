"""What stays with the family: hard moments are in no file, and charts never say what was tried in them."""

from collections.abc import Iterable
from dataclasses import replace

from bonddiary.analysis.insight import View, once
from bonddiary.analysis.names import Names
from bonddiary.domain.catalog import Catalog
from bonddiary.domain.moment import Moment

UNNAMED = "Something private"


def tried_privately(moment: Moment, catalog: Catalog) -> bool:
    """Whether something was tried that content keeps private."""
    return any(
        (known := catalog.responses.get(key)) is not None and known.private for key in moment.responses
    )


def kept_back(moment: Moment, catalog: Catalog) -> bool:
    """Whether a moment stays out of everything that may be given away: it, or what was tried in it, is private."""
    return moment.private or tried_privately(moment, catalog)


def shareable(moments: Iterable[Moment], catalog: Catalog) -> tuple[Moment, ...]:
    """Those that may be in a file: neither marked private nor with something tried privately."""
    return tuple(moment for moment in moments if not kept_back(moment, catalog))


@once
def told_in_charts(view: View) -> tuple[Moment, ...]:
    """Those that began in the view's days and aren't kept back."""
    return shareable(view.begun, view.names.catalog)


def discreet(names: Names) -> Names:
    """The same names, but none for what content keeps private: somebody may look at the screen too."""
    hidden = {str(key): UNNAMED for key, known in names.catalog.responses.items() if known.private}
    return replace(names, given={**names.given, **hidden})
