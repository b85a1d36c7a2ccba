"""From what was chosen to what is asked for."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from bonddiary import __version__
from bonddiary.analysis.names import Names
from bonddiary.content.loader import load_catalog
from bonddiary.domain.baby import Baby
from bonddiary.domain.errors import ContentError
from bonddiary.domain.period import Period
from bonddiary.domain.visit import Visit
from bonddiary.domain.when import When
from bonddiary.report.document import ReportDocument
from bonddiary.report.records import ReportRecords
from bonddiary.report.request import NameShown, ReportRequest, Section
from bonddiary.ui.pages.report.choices import Choices
from bonddiary.ui.pages.report.making import Makers
from bonddiary.ui.pages.report.state import Asked, Paper, ReportState
from bonddiary.ui.session import Session


def request_of(state: ReportState) -> ReportRequest:
    """The request of a page: what isn't offered is never asked for."""
    choices, period = state.choices, state.period
    assert period is not None
    notes = frozenset(row.id for row in state.notes if row.chosen)
    known = {name for name, _ in state.names}
    sections = choices.sections - {Section.NOTES, Section.COPING}
    sections |= {Section.NOTES} if notes else set()
    sections |= {Section.COPING} if choices.coping.strip() else set()
    if not state.prepared:
        sections -= {Section.PREPARATION}
    days = {line.day: line for line in state.days_in}
    inside = {entry.id for line in days.values() for entry in line.entries}
    return ReportRequest(
        period=period,
        name=choices.name if choices.name in known else NameShown.NONE,
        sections=frozenset(sections),
        notes=notes,
        without=choices.without & inside,
        without_days=frozenset(day for day in choices.without_days if day in days),
        carers=choices.carers,
        purpose=choices.purpose.strip(),
        coping=choices.coping.strip(),
        language=choices.language,
        grey=choices.grey,
        large=choices.large,
        questions=tuple(row.text for row in state.questions if row.printed),
    )


def wanted(
    state: ReportState,
    makers: Makers,
    records: ReportRecords | None,
    names: Names,
    now: When,
    *,
    given: ReportDocument | None,
    version: int,
) -> tuple[Asked, Callable[[], ReportDocument]]:
    """What is to be shown, and how it is made on the worker."""
    choices = state.choices
    if state.paper is Paper.GIVEN and given is not None:
        return Asked(state.paper, given=given), lambda: given
    if state.paper is Paper.SHEETS or records is None:
        language = choices.language or names.catalog.language
        sheets = partial(makers.sheets, language, choices.large, now, __version__)
        return Asked(Paper.SHEETS, plain_request(choices, state.period)), sheets
    request = request_of(state)
    page = partial(make_page, makers, request, records, names, now, __version__)
    return Asked(state.paper, request, version), page


def plain_request(choices: Choices, period: Period | None) -> ReportRequest | None:
    """All that a blank sheet depends on."""
    if period is None:
        return None
    return ReportRequest(period=period, language=choices.language, large=choices.large)


def make_page(
    makers: Makers, request: ReportRequest, records: ReportRecords, names: Names, now: When, version: str
) -> ReportDocument:
    """The page in its language; on the worker."""
    if request.language and request.language != names.catalog.language:
        names = replace(names, catalog=load_catalog(request.language))
    return makers.build(request, records, names, now, version)


def names_of(baby: Baby) -> tuple[tuple[NameShown, str], ...]:
    """Ways in which the baby may stand on the page, in words; without a nickname there is one."""
    name = baby.nickname.strip()
    none = ((NameShown.NONE, ""),)
    if not name:
        return none
    return ((NameShown.NICKNAME, name), (NameShown.INITIAL, f"{name[0]}."), *none)


def is_prepared(visits: Sequence[Visit]) -> bool:
    """Whether thoughts were written down to prepare with."""
    return any(visit.relationship or visit.joy or visit.worry for visit in visits)


def reviews(session: Session) -> tuple[str, ...]:
    """What a page may be for where the family is, as labels alone. A damaged help page is no reason to make no page."""
    try:
        contacts = sorted(session.guides.safety().contacts, key=lambda contact: contact.first)
    except ContentError:
        return ()
    return tuple(contact.name for contact in contacts)


def planned(session: Session, visits: Sequence[Visit], baby: Baby, today: date) -> str:
    """What the baby's next visit is for, where that was written down; blank where it wasn't."""
    coming = sorted(
        (each for each in visits if each.baby == baby.id and each.day >= today), key=lambda each: each.day
    )
    key = coming[0].review if coming else ""
    if not key:
        return ""
    try:
        return next((each.name for each in session.guides.safety().contacts if each.key == key), "")
    except ContentError:
        return ""
