"""How much was logged: it stands first, since everything else is counted out of it."""

from collections.abc import Iterator

from bonddiary.analysis.coverage import entered_later
from bonddiary.report.counted import Counted
from bonddiary.report.inside import labels


def logged(page: Counted) -> Iterator[str]:
    """Sentences; nothing is said of a person unless people are shown."""
    say, cover = page.say, page.view.coverage
    moments = say("moments", cover.moments)
    what = moments if page.moments else say("care-events", len(page.care))
    yield say("logged-days", page.used, days=say("days", page.days), moments=what)
    if cover.whole:
        yield say("logged-whole", days=say("days", len(cover.whole)))
    if cover.no_crying:
        yield say("logged-no-crying", days=say("days", len(cover.no_crying)))
    later = sum(moment.source is None and entered_later(moment) for moment in page.moments)
    if later:
        yield say("logged-later", later, moments=moments)
    about = sum(moment.about for moment in page.moments)
    if about:
        yield say("logged-about", about, moments=moments)
    if page.kept.left_out:
        yield say("logged-left-out", days=say("days", len(page.kept.left_out)))
    people = labels(page)
    if people:
        yield say("logged-by", people=say.listed(people))
    yield say("logged-gaps")
