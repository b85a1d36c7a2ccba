"""Which texts the page for a health visitor is made of, and the places the program fills in each."""

from collections.abc import Mapping


def _filled(places: str, keys: str) -> dict[str, tuple[str, ...]]:
    return dict.fromkeys(keys.split(), tuple(places.split()))


REPORT_TEXTS: Mapping[str, tuple[str, ...]] = {
    **_filled(
        "",
        "am pm noon midnight under-a-minute own-notes logged-heading logged-gaps questions-heading "
        "enjoys-heading enjoys-lead enjoys-none calm-heading calm-lead calm-word typical-heading "
        "typical-alt typical-thin tried-heading tried-caption tried-two-cues column-cue column-tried "
        "column-times column-something-else column-not-recorded line-rare line-nothing crying-heading "
        "crying-none crying-no-block crying-no-length crying-tried-none changes-heading "
        "changes-caption changes-two-kinds column-before column-now row-what row-days row-moment-days "
        "row-moments row-crying row-noises row-face row-movement row-own-words care-heading care-none "
        "care-caption care-what care-days care-small notes-heading notes-none coping-heading "
        "preparation-heading plan-heading days-heading days-left-out behaviours-lead behaviour-sleep "
        "behaviour-content behaviour-feeding behaviour-fussing behaviour-crying "
        "behaviour-inconsolable foot-not-logged foot-counts foot-ranges foot-not-emergencies "
        "inside-no-notes inside-hidden cell-day cell-time cell-about cell-what cell-cues cell-tried "
        "cell-then cell-settle cell-lasting cell-note cell-carer cell-about-yes cell-moment",
    ),
    **_filled("day month year", "date"),
    **_filled("day month", "date-no-year"),
    **_filled("weekday date", "weekday"),
    **_filled("first last", "span list-two days-alt"),
    **_filled("first last month year", "span-month"),
    **_filled("first last month", "span-month-no-year"),
    **_filled("day time", "at-time"),
    **_filled("first next", "then"),
    **_filled(
        "count",
        "days weeks months years times moments care-events notes minutes hours tried-lead tried-none "
        "and-more tried-found-why tried-compared",
    ),
    **_filled("hours minutes", "length"),
    **_filled("count total", "count-of"),
    **_filled("name dates", "title"),
    **_filled("dates", "title-no-name changes-no-before rows-caption"),
    **_filled("letter", "initial"),
    **_filled("age", "age age-corrected"),
    **_filled("date", "age-before-due"),
    **_filled("purpose", "purpose"),
    **_filled("count days moments", "logged-days"),
    **_filled("days", "logged-whole logged-no-crying logged-left-out days-last"),
    **_filled("count moments", "logged-later logged-about"),
    **_filled("people", "logged-by inside-people"),
    **_filled("name times days", "enjoys-item"),
    **_filled("name count times", "calm-item"),
    **_filled("names", "calm-counts crying-tried"),
    **_filled("fewest logged count days", "typical-needs"),
    **_filled("cues", "tried-more changes-new"),
    **_filled("mark names", "tried-counts"),
    **_filled("name outcome count total low high", "tried-range"),
    **_filled("cue tried", "cue-and-tried"),
    **_filled("cue outcome count total tried others of", "tried-found"),
    **_filled("name times", "named-times cue-times"),
    **_filled("times count days", "crying-times"),
    **_filled("first last count times days", "crying-block"),
    **_filled("length day count times", "crying-longest"),
    **_filled("date", "changes-since-visit plan-before-heading"),
    **_filled("before now", "changes-lead"),
    **_filled("kind detail", "care-part"),
    **_filled("when words", "note"),
    **_filled("words", "preparation-relationship preparation-joy preparation-worry"),
    **_filled("version date", "made"),
    **_filled("entries notes people", "inside"),
    **_filled("count fewest", "too-little"),
}
"""Every key, with the names of its places."""

LISTS = {"months": 12, "weekdays": 7}
"""How many words each list of the page has."""
